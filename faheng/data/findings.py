"""data/findings -> Finding records: what a check saw in the text of a report, reviewed by a person.

The text itself is not kept, so that these cannot be found again from data/ alone: parts of figures without an
indicator, damaged numerals, targets. What the figures give is worked out anew by every build.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from faheng.data.reference import Reference
from faheng.data.reports import LONGEST_PHRASE, files_of_reports
from faheng.data.table import PLAIN_NUMBER, Row, only_first
from faheng.errors import Problem
from faheng.model import Bound, CheckName, Finding, Mark, Report, Role, Severity, Span

FINDING_HEADER = (
    "check", "severity", "indicators", "stated", "computed", "explanation_zh", "explanation_en", "marks", "phrase",
    "start", "end",
)  # fmt: skip
MARK_KEYS = set(Mark(Role.STATED, "", "", "0").as_json())


def finding_cells(finding: Finding) -> dict[str, object]:
    """A finding that has a place in the text as a line of its file, cell by cell.

    Raises ValueError for one that has none: what the figures give is not kept here.
    """
    if finding.span is None:
        raise ValueError(f"{finding.check} of {finding.report_id}: no place in the text")
    return {
        "check": finding.check,
        "severity": finding.severity,
        "indicators": "|".join(finding.indicators),
        "stated": finding.stated,
        "computed": finding.computed,
        "explanation_zh": finding.explanation_zh,
        "explanation_en": finding.explanation_en,
        "marks": finding.marks_json(),
        "phrase": finding.phrase,
        "start": finding.span.start,
        "end": finding.span.end,
    }


def read_findings(
    folder: Path,
    checks: Collection[CheckName],
    reports: dict[str, Report],
    reference: Reference,
    problems: list[Problem],
) -> Iterator[Finding]:
    """The reviewed findings of every report, in the order of their files; the folder may be missing.

    checks: the names that a finding may be of.
    """
    for report, rows in files_of_reports(folder, FINDING_HEADER, reports, problems):
        only_first(
            ((row, tuple(map(row.text, ("check", "stated", "computed", "start", "end")))) for row in rows), "check"
        )
        for row in rows:
            yield finding(row, checks, report, reference)


def finding(row: Row, checks: Collection[CheckName], report: Report, reference: Reference) -> Finding:
    """One line of a findings file."""
    indicators = tuple(filter(None, row.text("indicators").split("|")))
    for name in indicators:
        if name not in reference.indicators:
            row.fault("indicators", f"unknown indicator {name!r}", "join ids of data/reference/indicators.csv by |")
    span = Span(row.whole("start"), row.whole("end"))
    check_phrase(row, span, report)
    return Finding(
        check=CheckName(row.choice("check", checks)),
        severity=row.word("severity", Severity),
        report_id=report.id,
        locality_code=report.locality_code,
        indicators=indicators,
        observation_ids=(),
        stated=row.text("stated"),
        computed=row.text("computed"),
        explanation_zh=row.needed("explanation_zh"),
        explanation_en=row.needed("explanation_en"),
        marks=marks(row, report, {unit.id for unit in reference.units}),
        phrase=row.cells["phrase"],
        span=span,
    )


def check_phrase(row: Row, span: Span, report: Report) -> None:
    """The phrase is short, as long as its offsets say, and inside the text."""
    phrase = row.cells["phrase"]
    if not phrase or len(phrase) > LONGEST_PHRASE:
        row.fault("phrase", f"has {len(phrase)} characters", f"keep 1 to {LONGEST_PHRASE} around the number")
    if span.end - span.start != len(phrase):
        apart = f"start and end are {span.end - span.start} apart, the phrase has {len(phrase)}"
        row.fault("end", apart, "correct the offsets")
    if span.end > report.length:
        row.fault("end", f"lies behind the text of {report.length} characters", "correct the offsets")


def marks(row: Row, report: Report, units: set[str]) -> tuple[Mark, ...]:
    """The numbers of the arithmetic: a JSON list of objects with the fields of a Mark."""
    try:
        listed = json.loads(row.text("marks") or "[]")
    except ValueError as error:
        row.fault("marks", f"not JSON ({error})", "write what `faheng check --format csv` prints")
        return ()
    if not isinstance(listed, list) or not all(isinstance(each, dict) and set(each) == MARK_KEYS for each in listed):
        row.fault("marks", "is no list of numbers", "give each " + ", ".join(sorted(MARK_KEYS)))
        return ()
    return tuple(mark for each in listed if (mark := mark_of(each, row, report, units)) is not None)


def mark_of(fields: dict[str, Any], row: Row, report: Report, units: set[str]) -> Mark | None:
    """One number; None and a fault where it cannot be one."""
    start, end, value = fields["start"], fields["end"], str(fields["value"])
    placed = start is not None or end is not None
    if fields["role"] not in set(Role) or fields["bound"] not in set(Bound) or fields["unit"] not in units | {""}:
        kinds = f"{fields['role']!r}, {fields['bound']!r} or {fields['unit']!r}"
        row.fault("marks", f"unknown role, bound or unit: {kinds}", "use the words of `faheng check --format csv`")
    elif not PLAIN_NUMBER.fullmatch(value):
        row.fault("marks", f"{value!r} is not a number", "write digits with a decimal point")
    elif placed and not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= report.length):
        row.fault("marks", f"{start}:{end} is no place of the text", "write start and end as of a phrase, or null")
    else:
        return Mark.from_json(fields)
    return None
