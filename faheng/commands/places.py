"""`faheng places`: the places of the country and what became of them, from a newer state of two tables."""

from __future__ import annotations

from pathlib import Path

import click

from faheng.data.place_sources import place_files
from faheng.paths import DATA

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("localities", metavar="PLACES", type=FILE)
@click.argument("changes", metavar="CHANGES", type=FILE)
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=DATA,
    help="The folder of the data files.",
)
def places(localities: Path, changes: Path, data: Path) -> None:
    """Write data/reference/localities.csv and division_changes.csv from two CSV tables.

    PLACES has the columns code, name_zh, level, parent_code, CHANGES the columns year, type, level, old_code, old_name,
    new_code, new_name, place, source. Nothing is written where a table has a fault.
    """
    folder = data / "reference"
    made = place_files(localities, changes, folder)
    for name, content in (("localities", made.localities), ("division_changes", made.division_changes)):
        path = folder / f"{name}.csv"
        before = path.read_bytes()
        path.write_text(content, encoding="utf-8", newline="")
        word = "unchanged" if before == content.encode() else "written"
        click.echo(f"{path.name}: {content.count(chr(10)) - 1} lines, {word}")
