"""`faheng build` and `faheng restore`: which snapshot of the store is published."""

from __future__ import annotations

from pathlib import Path

import click

from faheng.checks.registry import CHECKS
from faheng.paths import DATA, store_folder
from faheng.reading.validate import validated
from faheng.store import snapshots
from faheng.store.verify import require_readable
from faheng.store.write import build_store


@click.command()
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
    dataset = validated(data, CHECKS)
    snapshot = build_store(dataset, folder)
    click.echo(f"{snapshot.name}: {len(dataset.reports)} reports, {len(dataset.observations)} observations")


@click.command()
@click.argument("number", type=int)
def restore(number: int) -> None:
    """Publish the kept snapshot NUMBER again."""
    folder = store_folder()
    require_readable(snapshots.kept(folder, number))
    click.echo(f"{snapshots.restore(folder, number).name} is published")
