"""The command `faheng`: thin commands that call, print, and turn our own errors into one line.

Exit status: 0 done, 1 the data has a problem, 2 wrong arguments.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click

from faheng.dataset.read import read_dataset
from faheng.errors import DataProblems, FahengError
from faheng.exports.csv_file import csv_bytes
from faheng.paths import DATA, ROOT, store_folder
from faheng.store import snapshots
from faheng.store.read import Reader
from faheng.store.write import build_store


class Plain(click.Group):
    """A group whose commands end with status 1 and plain lines when the data, not the program, is at fault."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; our own errors become lines on standard error."""
        try:
            return super().invoke(ctx)
        except FahengError as error:
            click.echo(str(error), err=True)
            if isinstance(error, DataProblems):
                click.echo(f"{len(error.problems)} problems; the published store is unchanged", err=True)
            ctx.exit(1)


@click.group(cls=Plain)
@click.version_option(package_name="faheng", prog_name="faheng")
def main() -> None:
    """Figures of Chinese local rule-of-law reports, with the phrase behind every number."""


@main.command()
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=DATA,
    help="The folder of the data files.",
)
@click.option("--if-missing", is_flag=True, help="Do nothing where a store is published already.")
def build(data: Path, if_missing: bool) -> None:
    """Validate the data files and publish them as a new snapshot of the store."""
    folder = store_folder()
    if if_missing and (folder / snapshots.POINTER).is_file():
        return
    dataset = read_dataset(data)
    snapshot = build_store(dataset, folder)
    click.echo(f"{snapshot.name}: {len(dataset.reports)} reports, {len(dataset.observations)} observations")


@main.command()
@click.argument("number", type=int)
def restore(number: int) -> None:
    """Publish the kept snapshot NUMBER again."""
    click.echo(f"{snapshots.restore(store_folder(), number).name} is published")


@main.group()
def export() -> None:
    """Write what the store holds as a file."""


@export.command("csv")
@click.argument("file", type=click.Path(dir_okay=False, writable=True, path_type=Path))
@click.option("--language", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Of the names.")
def export_csv(file: Path, language: str) -> None:
    """Write every cell with its verdicts, evidence and source to FILE."""
    cells = Reader(store_folder()).snapshot().rows("pages/export__cells", language=language)
    file.write_bytes(csv_bytes(cells))
    click.echo(f"{file}: {len(cells)} cells")


@main.command()
@click.option("--port", default=8501, show_default=True, help="The port to listen on.")
@click.option("--address", default="127.0.0.1", show_default=True, help="The address to listen on.")
def serve(port: int, address: str) -> None:
    """Serve the dashboard; the store is built first where there is none."""
    if not (store_folder() / snapshots.POINTER).is_file():
        build_store(read_dataset(DATA), store_folder())
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")]
    command += [f"--server.port={port}", f"--server.address={address}"]
    # Streamlit reads .streamlit/config.toml from the folder it is started in.
    sys.exit(subprocess.call(command, cwd=ROOT, env=dict(os.environ)))  # noqa: S603 (our own arguments)


if __name__ == "__main__":
    main()
