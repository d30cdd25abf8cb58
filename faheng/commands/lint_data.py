"""`faheng lint-data`: whether every file under data/ can be used, without building anything."""

from __future__ import annotations

from pathlib import Path

import click

from faheng.paths import DATA
from faheng.reading.validate import validated


@click.command("lint-data")
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=DATA,
    help="The folder of the data files.",
)
def lint_data(data: Path) -> None:
    """Validate every data file: figures, reference, wording, messages. Fast enough to run on each save."""
    dataset = validated(data)
    click.echo(f"no fault: {len(dataset.reports)} reports, {len(dataset.observations)} observations, and all wording")
