"""`faheng check`: what arithmetic says of reports, or of everything in the published store."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from faheng.checks.called import check_text
from faheng.checks.files import CheckedReport, check_all
from faheng.commands.language import failure_line, language_option
from faheng.data.findings import FINDING_HEADER, finding_cells
from faheng.model import Finding, Severity
from faheng.paths import store_folder
from faheng.reading.about.given import read_given
from faheng.reading.files import files_in
from faheng.reading.lexicon import lexicon
from faheng.store.findings import finding_of_row
from faheng.store.read import Reader
from faheng.words.catalogue import Words, words
from faheng.words.findings import severity_text

# A heading, and the findings of the report that it names.
Group = tuple[str, Sequence[Finding]]
_GRAVITY = list(Severity)


@click.command()
@click.argument("paths", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--reports",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A CSV that says what the reports are; what it leaves out is recognised from the text.",
)
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", help="Default: text.")
@language_option("Of the text format.")
@click.option("--jobs", type=click.IntRange(1, 64), help="How many processes read; default: as the files are worth.")
def check(paths: tuple[Path, ...], reports: Path | None, form: str, language: str, jobs: int | None) -> None:
    """Hold the figures of reports (or, without FILE, of the published store) against arithmetic.

    Ends with status 1 where a contradiction stands or a file cannot be read. csv is the form of data/findings.
    """
    problems: list[str] = []
    if paths:
        groups = of_files(paths, reports, jobs, problems)
    elif reports:
        raise click.UsageError("--reports says what the FILEs are: name them")
    else:
        groups = of_store(language)
    contradicted = printed(groups, form, words(language))
    for problem in problems:
        click.echo(failure_line(problem), err=True)
    sys.exit(1 if contradicted or problems else 0)


def of_files(paths: tuple[Path, ...], reports: Path | None, jobs: int | None, problems: list[str]) -> Iterator[Group]:
    """The reports of the files."""
    given = read_given(reports, lexicon().reference.places.codes) if reports else {}
    for file in check_all(files_in(paths), given, jobs=jobs):
        problems += file.faults
        for report in file.reports:
            yield heading(report), report.findings


def heading(report: CheckedReport) -> str:
    """The name of the report, and its title where it is known."""
    return f"{report.name} {report.title}".strip()


def of_store(language: str) -> Iterator[Group]:
    """The reports of the published store, in the order of their places."""
    snapshot = Reader(store_folder()).snapshot()
    rows = snapshot.rows("pages/checks__findings", severity=None, check=None, localities=None, language=language)
    for (report, title), group in rows.groupby(["report_id", "report_title"], sort=True):
        yield f"{report} {title}", [finding_of_row(dict(row)) for _, row in group.iterrows()]


def printed(groups: Iterable[Group], form: str, say: Words) -> bool:
    """Print every group in the form; whether a contradiction was among them."""
    contradicted = False
    writer = csv.DictWriter(sys.stdout, FINDING_HEADER, lineterminator="\n")
    if form == "csv":
        writer.writeheader()
    for title, findings in groups:
        contradicted = contradicted or any(each.severity is Severity.CONTRADICTION for each in findings)
        if form == "json":
            for each in findings:
                click.echo(each.to_json())
        elif form == "csv":
            writer.writerows(finding_cells(each) for each in findings if each.span is not None)
        else:
            click.echo(title)
            for line in lines(findings, say):
                click.echo(line)
    return contradicted


def lines(findings: Sequence[Finding], say: Words) -> Iterator[str]:
    """One line a finding, the gravest first."""
    if not findings:
        yield "  " + say("No figures that could be held against each other.")
    for each in sorted(findings, key=lambda finding: _GRAVITY.index(finding.severity)):
        severity, check = severity_text(each.severity, say), check_text(each.check, say)
        yield f"  {severity} · {check} · " + say.pick(each.explanation_zh, each.explanation_en)
