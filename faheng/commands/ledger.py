"""`faheng ledger`: what people imported and decided, written as data files or copied into another database."""

from __future__ import annotations

from pathlib import Path

import click

from faheng.commands.click_words import SpokenGroup
from faheng.intake.export import export_ledger
from faheng.ledger.copied import copy_ledger
from faheng.ledger.engine import shown, url_of
from faheng.ledger.ledger import ledger_at, open_ledger
from faheng.paths import store_folder


@click.group(cls=SpokenGroup)
def ledger() -> None:
    """What people imported and decided."""


@ledger.command("export")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def export_command(folder: Path) -> None:
    """Write imported reports, their figures and all decisions into FOLDER as files of data/, to be shipped."""
    for line in export_ledger(store_folder(), folder):
        click.echo(line)


@ledger.command("migrate")
@click.argument("address")
def migrate_command(address: str) -> None:
    """Copy all decisions into the empty database at ADDRESS: postgresql+psycopg://user@host/database, or sqlite:////file.

    Documents and readings stay where they are. From then on FAHENG_LEDGER names the new database.
    """
    source, target = open_ledger(store_folder()), ledger_at(url_of(address))
    try:
        many = copy_ledger(source, target)
    finally:
        for each in (source, target):
            each.close()
    click.echo(f"{many} events copied to {shown(target.engine.url)}")
