"""`faheng check`: what arithmetic says of reports, or of everything in the published store."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from faheng.checks.files import CheckedReport, catalogue, check_all
from faheng.data.findings import FINDING_HEADER
from faheng.model import Severity
from faheng.paths import store_folder
from faheng.pool.files import files_in, localities
from faheng.reading.about.given import read_given
from faheng.store.read import Reader
from faheng.views.findings import ListedFinding
from faheng.words.catalogue import LANGUAGES, Words, words
from faheng.words.findings import check_text, severity_text

Printed = dict[str, Any]
_GRAVITY = list(Severity)


@click.command()
@click.argument("paths", metavar="[FILE]...", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--reports",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A CSV that says what the reports are; what it leaves out is recognised from the text.",
)
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", help="Default: text.")
@click.option("--language", type=click.Choice(LANGUAGES), default="zh", help="Of the text format; default: zh.")
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
        click.echo(problem, err=True)
    sys.exit(1 if contradicted or problems else 0)


def of_files(
    paths: tuple[Path, ...], reports: Path | None, jobs: int | None, problems: list[str]
) -> Iterator[tuple[str, list[Printed]]]:
    """The reports of the files: a heading and the findings of each."""
    given = read_given(reports, {each.code for each in localities()}) if reports else {}
    catalogue()  # what is wrong with data/reference is no fault of a file
    for file in check_all(files_in(paths), given, jobs=jobs):
        problems += file.faults
        for report in file.reports:
            yield heading(report), [found.as_json() for found in report.findings]


def heading(report: CheckedReport) -> str:
    """The name of the report, and its title where it is known."""
    return f"{report.name} {report.title}".strip()


def of_store(language: str) -> Iterator[tuple[str, list[Printed]]]:
    """The reports of the published store, in the order of their places."""
    snapshot = Reader(store_folder()).snapshot()
    every = snapshot.records(ListedFinding, "pages/checks__findings", severity=None, check=None, localities=None,
                             language=language)  # fmt: skip
    for (report, title), group in groupby(sorted(every, key=_report), key=_report):
        yield f"{report} {title}", [as_json(each) for each in group]


def _report(finding: ListedFinding) -> tuple[str, str]:
    return finding.report_id, finding.report_title


def as_json(finding: ListedFinding) -> Printed:
    """A finding of the store in the form of Finding.as_json."""
    placed = {"phrase": finding.evidence_phrase, "start": finding.evidence_start, "end": finding.evidence_end}
    return {
        "report": finding.report_id,
        "check": finding.check,
        "severity": finding.severity,
        "indicators": list(finding.indicator_ids),
        "observation_ids": list(finding.observation_ids),
        "stated": finding.stated,
        "computed": finding.computed,
        "explanation_zh": finding.explanation_zh,
        "explanation_en": finding.explanation_en,
        "id": finding.id,
        "locality": finding.locality_code or None,
        "marks": json.loads(finding.marks),
        "evidence": placed if finding.evidence_phrase else None,
    }


def printed(groups: Iterable[tuple[str, list[Printed]]], form: str, say: Words) -> bool:
    """Print every group in the form; whether a contradiction was among them."""
    contradicted = False
    writer = csv.DictWriter(sys.stdout, FINDING_HEADER, lineterminator="\n")
    if form == "csv":
        writer.writeheader()
    for title, findings in groups:
        contradicted = contradicted or any(each["severity"] == Severity.CONTRADICTION for each in findings)
        if form == "json":
            for each in findings:
                click.echo(json.dumps(each, ensure_ascii=False))
        elif form == "csv":
            writer.writerows(as_csv(each) for each in findings if each["evidence"])
        else:
            click.echo(title)
            for line in lines(findings, say):
                click.echo(line)
    return contradicted


def lines(findings: list[Printed], say: Words) -> Iterator[str]:
    """One line a finding, the gravest first."""
    if not findings:
        yield "  " + say("No figures that could be held against each other.")
    for each in sorted(findings, key=lambda found: _GRAVITY.index(Severity(found["severity"]))):
        severity, check = severity_text(each["severity"], say), check_text(each["check"], say)
        yield f"  {severity} · {check} · " + say.pick(each["explanation_zh"], each["explanation_en"])


def as_csv(found: Printed) -> Printed:
    """A finding as a line of data/findings."""
    evidence = found["evidence"]
    same = ("check", "severity", "stated", "computed", "explanation_zh", "explanation_en")
    return {
        **{name: found[name] for name in same},
        "indicators": "|".join(found["indicators"]),
        "marks": json.dumps(found["marks"], ensure_ascii=False),
        "phrase": evidence["phrase"],
        "start": evidence["start"],
        "end": evidence["end"],
    }  # fmt: skip
