"""`--reports`: what a person says of the reports, as a CSV file with one line a report.

A cell left empty is unknown there, and is then recognised from the text like everything about a report not listed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from faheng.data.table import Row, only_first, read_csv
from faheng.errors import DataProblems, Problem
from faheng.model import PeriodBasis
from faheng.reading.about.about import Recognised, ReportAbout

HEADER = (
    "file", "locality_code", "title", "publisher", "kind", "published_on", "period_start", "period_end", "year_basis",
    "note",
)  # fmt: skip
KINDS = ("annual_report", "work_report", "disclosure_report", "article")


def read_given(path: Path, codes: Mapping[str, str]) -> dict[str, ReportAbout]:
    """The reports of the file by their file's stem; raises DataProblems with every fault, each named by its place.

    codes: a code of a locality as the file may write it -> the code it has now.
    """
    problems: list[Problem] = []
    rows = list(read_csv(path, HEADER, problems))
    only_first(((row, (Path(row.text("file")).stem,)) for row in rows), "file")
    given = [about(row, codes) for row in rows]
    if problems:
        raise DataProblems(problems)
    return {each.name: each for each in given}


def about(row: Row, codes: Mapping[str, str]) -> ReportAbout:
    """One line of the file."""
    start, end = row.optional_day("period_start"), row.optional_day("period_end")
    if start and end and start > end:
        row.fault("period_end", "lies before period_start", "exchange the two")
    written = row.known("locality_code", codes, "data/reference/localities.csv", empty=True)
    return ReportAbout(
        name=Path(row.needed("file")).stem,
        locality_code=codes.get(written) or None,
        title=row.text("title") or None,
        publisher=row.text("publisher") or None,
        kind=row.known("kind", KINDS, ", ".join(KINDS), empty=True) or None,
        published_on=row.optional_day("published_on"),
        period_start=start,
        period_end=end,
        period_basis=row.optional_word("year_basis", PeriodBasis),
    )


def is_complete(given: ReportAbout) -> bool:
    """Whether nothing that observations rest on is left to be recognised."""
    return bool(given.locality_code and given.kind and given.period_start and given.period_end)


def completed(given: ReportAbout, recognised: Recognised) -> ReportAbout:
    """What was given, and from the text what was not; a period is taken from one of the two, never from both."""
    own = recognised.about(given.name)
    period = given if given.period_start or given.period_end else own
    return replace(
        given,
        locality_code=given.locality_code or own.locality_code,
        title=given.title or own.title,
        publisher=given.publisher or own.publisher,
        kind=given.kind or own.kind,
        published_on=given.published_on or own.published_on,
        period_start=period.period_start,
        period_end=period.period_end,
        period_basis=period.period_basis,
    )
