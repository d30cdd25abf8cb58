"""Check 12: figures whose period the text does not date, so that it was inferred; one note for all of a period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from faheng.checks.figures.report import Judgement, ReportFigures
from faheng.model import Check, CheckName, Finding, Observation, PeriodBasis, Role, Severity
from faheng.model.observation import Period
from faheng.words.catalogue import Words
from faheng.words.periods import period_text

INFERRED_PERIOD = Check(
    CheckName("inferred_period"),
    lambda say: say("Inferred period"),
    lambda say: say("A period that the report leaves open is inferred, and said to be."),
    drawn=False,
)


def inferred_periods(report: ReportFigures) -> Iterator[Finding]:
    """One finding for each inferred period, with every figure that rests on it."""
    groups: dict[Period, list[Observation]] = defaultdict(list)
    for figures in report.by_indicator.values():
        for figure in figures:
            if figure.period_basis is PeriodBasis.INFERRED and figure.period_end is not None:
                groups[figure.period].append(figure)
    for group in groups.values():
        yield note_on(group, report)


def note_on(group: list[Observation], report: ReportFigures) -> Finding:
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
    marks = [report.mark(figure, Role.STATED) for figure in group]
    return report.finding(Judgement(INFERRED_PERIOD, Severity.NOTE, explain, "", dates, marks), group)
