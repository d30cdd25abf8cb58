"""Check 12: figures whose period the text does not date, so that it was inferred; one note for all of a period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from faheng.checks.figures.fact import Fact, Period
from faheng.checks.figures.report_facts import ReportFacts
from faheng.checks.labels import finding
from faheng.model import CheckName, Finding, PeriodBasis, Role, Severity
from faheng.words.catalogue import Words
from faheng.words.periods import period_text


def inferred_periods(report: ReportFacts) -> Iterator[Finding]:
    """One finding for each inferred period, with every figure that rests on it."""
    groups: dict[Period, list[Fact]] = defaultdict(list)
    for facts in report.by_indicator.values():
        for fact in facts:
            if fact.period_basis is PeriodBasis.INFERRED and fact.period_end is not None:
                groups[fact.period].append(fact)
    for group in groups.values():
        yield outcome(group, report)


def outcome(group: list[Fact], report: ReportFacts) -> Finding:
    """The note on one period."""
    kind, start, end = group[0].period

    def explain(say: Words) -> str:
        return say.count(
            "The report does not date {n} figure; its period is inferred: {period}.",
            "The report does not date {n} figures; their period is inferred: {period}.",
            len(group),
            period=period_text(kind or "", start, end, "", say),
        )

    dates = "/".join(day.isoformat() for day in (start, end) if day)
    marks = [report.mark(fact, Role.STATED) for fact in group]
    return finding(
        CheckName.INFERRED_PERIOD, Severity.NOTE, report, group, explain, stated="", computed=dates, marks=marks
    )
