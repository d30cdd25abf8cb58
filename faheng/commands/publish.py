"""`faheng publish` and `faheng history`: what becomes of the decisions."""

from __future__ import annotations

import click

from faheng.commands.build import published_line
from faheng.commands.language import language_option
from faheng.commands.output import user_name
from faheng.intake.history import changes_of, decisions, versions
from faheng.intake.publish import preview, publish
from faheng.model.change import Differences
from faheng.paths import store_folder
from faheng.words.catalogue import Words, words
from faheng.words.changes import change_parts


@click.command("publish")
@click.option("--preview", "only_preview", is_flag=True, help="Say what would change and publish nothing.")
@language_option("Of what is said.")
def publish_command(only_preview: bool, language: str) -> None:
    """Publish data/ and all that was imported and decided as a new snapshot, and say what it changes."""
    say = words(language)
    if only_preview:
        said(preview(store_folder(), user_name()), say)
        return
    made = publish(store_folder(), user_name())
    click.echo(published_line(made))
    said(made.changes, say)


def said(changes: Differences | None, say: Words) -> None:
    """What changes, a line each."""
    if changes is None:
        click.echo(say("There is no earlier version to compare with."))
        return
    for part in change_parts(changes, say):
        click.echo(part)
    if changes.is_empty:
        click.echo(say("nothing changed"))


@click.command()
@click.option("--between", nargs=2, type=int, metavar="N M", help="Say what two kept versions differ in.")
@click.option("--decisions", "with_decisions", is_flag=True, help="Instead list every event of the ledger.")
@language_option("Of what is said.")
def history(between: tuple[int, int] | None, with_decisions: bool, language: str) -> None:
    """List the kept versions: number, when, by whom, from which position of the ledger; the newest first."""
    folder = store_folder()
    if between:
        said(changes_of(folder, *between), words(language))
    elif with_decisions:
        for event in decisions(folder):
            cells = (
                str(event.number),
                f"{event.at:%Y-%m-%d %H:%M:%S}",
                event.who,
                event.kind,
                event.report,
                event.figure,
            )
            click.echo("  ".join(filter(None, cells)))
    else:
        for each in versions(folder):
            mark = "*" if each.published else " "
            at = f"{each.built_at:%Y-%m-%d %H:%M:%S}" if each.built_at else "cannot be read"
            click.echo(f"{mark} {each.number}  {at}  {each.published_by}  ledger {each.ledger_position}")
