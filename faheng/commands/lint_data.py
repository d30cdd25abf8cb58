"""`faheng lint-data`: whether every file under data/ can be used, without building anything."""

# ruff: noqa: PLC0415 (reading reports needs much that validating does not)

from __future__ import annotations

from pathlib import Path

import click

from faheng.checks.registry import CHECKS
from faheng.paths import DATA
from faheng.reading.validate import validated

TIMES = ("in no report", "in one report")


@click.command("lint-data")
@click.option(
    "--data",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=DATA,
    help="The folder of the data files.",
)
@click.option(
    "--used",
    "texts",
    metavar="FILE",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    help="List the wordings that read a figure in none or in one of these reports (files or folders).",
)
def lint_data(data: Path, texts: tuple[Path, ...]) -> None:
    """Validate every data file: figures, reference, wording, messages. Fast enough to run on each save."""
    dataset = validated(data, CHECKS)
    click.echo(f"no fault: {len(dataset.reports)} reports, {len(dataset.observations)} observations, and all wording")
    if texts:
        from faheng.reading.files import files_in
        from faheng.reading.lexicon import lexicon
        from faheng.reading.used import seldom_used

        known = lexicon(data)
        reports, seldom = seldom_used(files_in(texts), known)
        for row, times in seldom:
            click.echo(f"{row.file}:{row.line}: {TIMES[times]}: {row.indicator_id} {row.wording}")
        never = sum(times == 0 for _, times in seldom)
        rows = len(known.figures.wordings.known)
        click.echo(f"{rows} wordings in {reports} reports: {never} read in none, {len(seldom) - never} in one")
