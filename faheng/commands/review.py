"""`faheng review`: what a person has to decide, and decisions without a browser."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence

import click

from faheng.commands.language import language_option
from faheng.commands.output import user_name
from faheng.errors import CannotDecide
from faheng.intake.decide import Editor
from faheng.intake.intake import Intake
from faheng.intake.review import Desk, Doubt, OpenReport
from faheng.paths import store_folder
from faheng.words.catalogue import Words, words
from faheng.words.doubts import doubt_text

HEADER = ("id", "report", "reason", "indicator", "value", "bound", "scope", "confidence", "phrase", "detail")


@click.command()
@click.option("--list", "listed", is_flag=True, help="One line a doubt, the first to settle first. The default.")
@click.option("--csv", "as_csv", is_flag=True, help="The same as CSV, for a spreadsheet.")
@click.option("--accept", "accepted", metavar="ID", multiple=True, help="This figure is right; as often as needed.")
@click.option("--reject", "rejected", metavar="ID", multiple=True, help="This figure is none; as often as needed.")
@language_option("Of the reasons.")
def review(listed: bool, as_csv: bool, accepted: Sequence[str], rejected: Sequence[str], language: str) -> None:
    """Show what a person has to decide before reports are published, or decide on figures by their ID."""
    if (accepted or rejected) and (listed or as_csv):
        raise click.UsageError("list or decide, not both")
    intake = Intake.open(store_folder())
    desk = Desk.of(intake)
    if not accepted and not rejected:
        printed(desk.queue(), words(language), as_csv=as_csv)
        return
    editor = Editor(intake, user_name())
    for name in (*accepted, *rejected):
        report = report_of_figure(desk, name)
        figure = report.figure(name)
        assert figure is not None  # noqa: S101 (report_of_figure found it there)
        decide = editor.accept if name in accepted else editor.reject
        decide(report.state, [figure], report.sha256)
        click.echo(f"{name}: {'accepted' if name in accepted else 'rejected'}")
        desk = Desk.of(intake)


def report_of_figure(desk: Desk, name: str) -> OpenReport:
    """The report that has the figure. Raises CannotDecide."""
    for report in desk.all_reports():
        if report.figure(name) is not None:
            return report
    raise CannotDecide(name, "no report has such a figure", "see `faheng review --list`")


def printed(doubts: Sequence[Doubt], say: Words, *, as_csv: bool) -> None:
    """The doubts as lines or as CSV."""
    if as_csv:
        writer = csv.DictWriter(sys.stdout, HEADER, lineterminator="\n")
        writer.writeheader()
        writer.writerows(cells_of(each, say) for each in doubts)
        return
    for each in doubts:
        cells = cells_of(each, say)
        shown = [cells[name] for name in ("id", "report", "reason", "indicator", "value", "phrase", "detail")]
        click.echo("  ".join(filter(None, shown)))


def cells_of(doubt: Doubt, say: Words) -> dict[str, str]:
    """A doubt as a line of CSV."""
    one = doubt.figure.now if doubt.figure else None
    told = {"id": doubt.key, "report": doubt.report.id, "reason": doubt_text(doubt.reason, say), "detail": doubt.detail}
    if one is None:
        return dict.fromkeys(HEADER, "") | told
    return told | {
        "indicator": one.indicator_id,
        "value": one.value_text,
        "bound": str(one.bound),
        "scope": one.scope,
        "confidence": f"{one.confidence}",
        "phrase": one.evidence.phrase,
    }
