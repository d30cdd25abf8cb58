"""`faheng import`, `faheng watch`: reports of one's own into the store."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from faheng.commands.engine_option import with_engine
from faheng.commands.import_progress import ImportProgress
from faheng.commands.language import failure_line, trouble_line
from faheng.commands.output import user_name
from faheng.commands.scan_progress import page_shown
from faheng.errors import CannotDecide
from faheng.intake.decide import Editor
from faheng.intake.imports import Imported, ImportPlan, Refused, Result, import_files, read_again
from faheng.intake.intake import Intake
from faheng.intake.review import Desk
from faheng.intake.watch import watch_folder
from faheng.paths import place_of, store_folder
from faheng.pool.engine import EngineChoice
from faheng.reading.about.about import ReportAbout
from faheng.reading.scans import PageRead


@click.command("import")
@click.argument("sources", metavar="SOURCE...", nargs=-1)
@click.option(
    "--place",
    help="The code of the place that all these reports are of. A functional zone that is not known is added: "
    "the code of the place it lies in, a hyphen, its name.",
)
@click.option("--accept", is_flag=True, help="Accept every figure at once, also those that ask for a person.")
@click.option("--again", is_flag=True, help="Read all imported documents again, as data/wording is now.")
@click.option("--jobs", type=click.IntRange(1, 64), help="How many processes read; default: as the files are worth.")
@with_engine
def import_command(
    sources: tuple[str, ...], place: str | None, *, accept: bool, again: bool, jobs: int | None, engine: EngineChoice
) -> None:
    """Take in reports (files, zip files, folders, s3://bucket/folder): their documents, figures and findings.

    Nothing is published by it; `faheng review` shows what is doubtful, `faheng publish` publishes. Ends with status 1
    where a file was refused; the others are taken all the same. A second run reads only what the first did not.
    """
    if bool(sources) == again:
        raise click.UsageError("name the SOURCEs, or ask for --again")
    intake = Intake.open(store_folder())
    plan = ImportPlan(user_name(), jobs, given_place(place, intake), engine=engine, progress=ImportProgress())
    results = read_again(intake, plan) if again else import_files(intake, map(place_of, sources), plan)
    taken, refused = printed_results(results)
    if accept:
        accept_all(intake, taken)
    sys.exit(1 if refused else 0)


def given_place(place: str | None, intake: Intake) -> ReportAbout | None:
    """What is given about every report; a zone that is not known is added first. Raises a usage error for no place."""
    if place is None:
        return None
    codes = intake.storage.lexicon.reference.places.codes
    if place in codes:
        return ReportAbout("", locality_code=codes[place])
    parent, hyphen, name = place.partition("-")
    if not hyphen:
        raise click.UsageError(
            f"there is no place {place!r}: give a code of data/reference/localities.csv, or for a functional zone "
            "the code of the place it lies in, a hyphen and its name"
        )
    try:
        zone = Editor(intake, user_name()).add_zone(parent, name)
    except CannotDecide as fault:
        raise click.UsageError(f"--place {place}: {trouble_line(fault)}") from fault
    click.echo(f"{zone.code}: added as a functional zone; `faheng history --decisions` lists it")
    return ReportAbout("", locality_code=zone.code)


def printed_results(results: Iterable[Result]) -> tuple[list[Imported], int]:
    """Print each result as it comes; what was taken, and how many were refused."""
    taken, refused = [], 0
    for result in results:
        if isinstance(result, PageRead):
            page_shown(result)
        elif isinstance(result, Refused):
            refused += 1
            click.echo(failure_line(result.fault), err=True)
        else:
            taken.append(result)
            click.echo(line_of(result))
    return taken, refused


def line_of(result: Imported) -> str:
    """What became of a file, in a line."""
    read, about = result.document, result.document.described.about
    parts = [
        f"{read.name}: {read.report}",
        f"{about.locality_code or 'place unknown'} {about.period_end.year if about.period_end else 'year unknown'}",
        f"{read.figures} figures, {read.proposed} to review",
    ]
    if result.known:
        parts.append("imported before and withdrawn" if result.withdrawn else "imported before")
    if result.shipped:
        parts.append("its figures are shipped with Faheng")
    if result.same:
        parts.append(
            f"{'another format' if result.same.how == 'format' else 'another edition'} of {result.same.report}"
        )
    return ", ".join(parts)


def accept_all(intake: Intake, taken: Iterable[Imported]) -> None:
    """Accept the figures that wait in the reports that were taken; one that cannot be published goes on waiting."""
    desk, editor = Desk.of(intake), Editor(intake, user_name())
    for name in dict.fromkeys(each.document.report for each in taken):
        report = desk.report(name)
        waiting = [each for each in report.figures.every if each.is_open and not each.faults] if report else []
        if report and waiting:
            editor.accept(report.state, waiting, report.sha256)


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--every", type=click.FloatRange(0.2, 3600), default=5, help="Seconds between two looks; default: 5.")
@click.option("--once", is_flag=True, help="Take what is there and end.")
def watch(folder: Path, every: float, once: bool) -> None:
    """Take in each report that appears in FOLDER, once it is written to its end.

    What was taken moves to FOLDER/taken, what cannot be read to FOLDER/refused, with a text beside it that says why.
    """
    intake = Intake.open(store_folder())
    printed_results(watch_folder(intake, folder, ImportPlan(user_name(), 1), every, once=once))
