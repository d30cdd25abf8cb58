"""How far the recognition of a scan is, for a person who watches."""

from __future__ import annotations

import sys

import click

from faheng.reading.scans import PageRead


def page_shown(page: PageRead) -> None:
    """A line on standard error for each page, where that is a terminal."""
    if sys.stderr.isatty():
        click.echo(f"{page.name}: page {page.page} of {page.pages} recognised", err=True)
