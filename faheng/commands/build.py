"""`faheng build` and `faheng restore`: which snapshot of the store is published."""

from __future__ import annotations

from pathlib import Path

import click

from faheng.commands.output import user_name
from faheng.commands.progress import shown_progress
from faheng.intake.history import show_again
from faheng.intake.publish import Publication, publish
from faheng.paths import DATA, store_folder
from faheng.store import snapshots
from faheng.store.origin import size_of


@click.command()
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=DATA,
    help="The folder of the data files.",
)
@click.option("--if-missing", is_flag=True, help="Do nothing where a store is published already.")
def build(data: Path, if_missing: bool) -> None:
    """Validate the data files and publish them, with what users imported, as a new snapshot of the store."""
    folder = store_folder()
    if if_missing and (folder / snapshots.POINTER).is_file():
        return
    with shown_progress() as told:
        made = publish(folder, user_name(), data, whole=True, told=told)
    click.echo(published_line(made))


@click.command()
@click.argument("number", type=int)
def restore(number: int) -> None:
    """Publish the kept snapshot NUMBER again."""
    folder = store_folder()
    click.echo(f"{show_again(folder, number, user_name()).name} is published")


def published_line(made: Publication) -> str:
    """What was published, in a line."""
    size = size_of(made.snapshot)
    return f"{made.snapshot.name}: {size.reports} reports, {size.observations} observations"
