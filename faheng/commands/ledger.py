"""`faheng ledger`: what people imported and decided, written as data files or copied into another database."""

from __future__ import annotations

from pathlib import Path

import click

from faheng.commands.click_words import SpokenGroup
from faheng.intake.export import export_ledger
from faheng.ledger.copied import copy_ledger
from faheng.ledger.engine import ledger_url, shown, url_of
from faheng.ledger.forms import upgrade
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


@ledger.command("upgrade")
def upgrade_command() -> None:
    """Bring the ledger of an earlier Faheng to the form of this one, in one transaction; nothing is lost.

    A file is copied beside itself first; of a database server make a copy yourself (pg_dump). Servers of the earlier
    Faheng are told to update as soon as they decide something.
    """
    url = ledger_url(store_folder())
    done = upgrade(url)
    if done.copy:
        click.echo(f"as it was: {done.copy}")
    was = f"from form {done.before} " if done.before < done.after else ""
    click.echo(f"{shown(url)} is {was}brought to form {done.after}" if was else f"{shown(url)} has form {done.after}")
