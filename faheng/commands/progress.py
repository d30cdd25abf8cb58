"""How far a build is, as a bar on standard error: only where a person looks, and only when there is much to do."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from faheng.store.write import Progress, untold


@contextmanager
def shown_progress() -> Iterator[Progress]:
    """What is told how far it is; the bars are gone afterwards."""
    if not sys.stderr.isatty():
        yield untold
        return
    yield tell
    click.echo("\r\033[K", nl=False, err=True)


def tell(stage: str, done: int, of: int) -> None:
    """Draw the bar of a stage: what is done of so many reports, or of so many parts of the country."""
    width = 30
    full = width * done // max(of, 1)
    click.echo(f"\r\033[Kbuild {stage:<8} [{'#' * full}{'-' * (width - full)}] {done}/{of}", nl=False, err=True)
