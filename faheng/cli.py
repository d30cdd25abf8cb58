"""The command `faheng`: thin commands that call, print, and turn our own errors into one line.

Exit status: 0 done, 1 the data has a problem, 2 wrong arguments.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path

import click

from faheng import evaluation, scores
from faheng.dataset.read import read_dataset
from faheng.errors import DataProblems, FahengError
from faheng.exports.csv_file import csv_bytes
from faheng.leftovers import Groups
from faheng.paths import DATA, GOLD, ROOT, store_folder
from faheng.reading import Outcome, files_in, localities, read_all
from faheng.recognition.given import read_given
from faheng.store import snapshots
from faheng.store.read import Reader
from faheng.store.write import build_store

# Below this a run is over before a progress bar can be read.
MANY_FILES = 20


class Plain(click.Group):
    """A group whose commands end with status 1 and plain lines when the data, not the program, is at fault."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; our own errors become lines on standard error."""
        try:
            return super().invoke(ctx)
        except FahengError as error:
            click.echo(str(error), err=True)
            if isinstance(error, DataProblems) and ctx.invoked_subcommand == "build":
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


@main.command()
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--reports",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A CSV that says what the reports are; what it leaves out is recognised from the text.",
)
@click.option("--leftovers", is_flag=True, help="Instead list the figures without an indicator, grouped by a name.")
@click.option("--jobs", type=click.IntRange(1, 64), help="How many processes read; default: as the files are worth.")
def extract(paths: tuple[Path, ...], reports: Path | None, leftovers: bool, jobs: int | None) -> None:
    """Read reports (txt, html, docx, doc, pdf, zip, or folders) and print one observation a line, as JSON."""
    given = read_given(reports, {each.code for each in localities()}) if reports else {}
    files = files_in(paths)
    faults: list[str] = []
    groups = Groups()
    outcomes = read_all(files, given, jobs=jobs, with_leftovers=leftovers)
    with progress(outcomes, len(files)) as shown:
        for outcome in shown:
            faults += outcome.faults
            groups.add(outcome.leftovers)
            for line in () if leftovers else outcome.lines:
                click.echo(line)
    for group in groups.in_order():
        click.echo(group.to_json())
    for fault in faults:
        click.echo(fault, err=True)
    sys.exit(1 if faults else 0)


def progress(outcomes: Iterator[Outcome], files: int) -> AbstractContextManager[Iterable[Outcome]]:
    """A bar on standard error, for many files and a person who watches; the outcomes as they are otherwise."""
    if files < MANY_FILES or not sys.stderr.isatty():
        return nullcontext(outcomes)
    return click.progressbar(outcomes, length=files, label="extract", file=sys.stderr)


@main.command()
@click.option("--gold", required=True, type=click.Path(exists=True, path_type=Path), help="The annotated facts.")
@click.option("--pred", required=True, type=click.Path(exists=True, path_type=Path), help="What `extract` printed.")
@click.option("--closed-to-gold", is_flag=True, help="Judge only the indicators that stand in the gold file.")
@click.option("--need", type=click.FloatRange(0, 1), default=0.0, show_default=True, help="Exit 1 below this F1.")
@click.option(
    "--record", is_flag=True, help="Append the outcome to tests/gold/SCORES.md, for the next to compare with."
)
def evaluate(gold: Path, pred: Path, closed_to_gold: bool, need: float, record: bool) -> None:
    """Compare extracted observations with gold: precision, recall, F1, attributes, and what was gained and lost."""
    facts = evaluation.read_facts(gold), evaluation.read_facts(pred)
    score = evaluation.evaluate(*facts, closed_to_gold=closed_to_gold)
    for line in scores.summary(score, scores.difference(score, gold.name, GOLD)):
        click.echo(line)
    if record:
        scores.record(score, gold.name, GOLD, date.today())
    sys.exit(0 if score.total.f1 >= need else 1)


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
