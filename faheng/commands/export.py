"""`faheng export`: what the store holds, as files."""

from __future__ import annotations

from pathlib import Path

import click

from faheng.exports.csv_file import csv_bytes
from faheng.paths import store_folder
from faheng.store.read import Reader


@click.group()
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
