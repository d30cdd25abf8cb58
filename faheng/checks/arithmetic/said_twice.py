"""Check 6: one figure said twice in a report: with the same value, or with others that cannot both be true.

Rounded, cut-off and bounded numbers agree where their intervals meet: 2.1万 agrees with 21345, 2300余 with 2345. Values
that cannot both be true are doubtful, because one may cover something else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from faheng.checks.figures.labels import listed, short, with_unit
from faheng.checks.figures.report import Judgement, ReportFigures
from faheng.model import Check, CheckName, Finding, Observation, Role, Severity
from faheng.model.observation import Period
from faheng.model.printed import Interval
from faheng.words.catalogue import Words
from faheng.words.values import PERCENT

SAID_TWICE = Check(
    CheckName("said_twice"),
    lambda say: say("Said more than once"),
    lambda say: say("What a report says more than once must be the same."),
)


def said_twice(report: ReportFigures) -> Iterator[Finding]:
    """One finding for each figure that the report says at several places."""
    for figures in report.by_indicator.values():
        groups: dict[tuple[str, Period], list[Observation]] = defaultdict(list)
        for figure in figures:
            groups[(figure.scope, figure.period)].append(figure)
        for group in groups.values():
            if len(group) > 1:
                yield from differing(group, report)
            elif group[0].also and not group[0].is_sum:
                yield repeated(group[0], report)


def differing(group: list[Observation], report: ReportFigures) -> Iterator[Finding]:
    """The values of one figure, where two of them cannot both be true."""
    first = group[0]
    others = [figure for figure in group[1:] if not meaning(first).meets(meaning(figure))]
    if not others:
        return
    figures = (first, *others)

    def explain(say: Words) -> str:
        return say(
            "The report gives {name} as {values} for the same period: one of them may cover something else.",
            name=report.name(first, say), values=listed((with_unit(figure, say) for figure in figures), say),
        )  # fmt: skip

    computed = ", ".join(short(figure) for figure in others)
    marks = [report.mark(figure, Role.STATED) for figure in figures]
    yield report.finding(Judgement(SAID_TWICE, Severity.DOUBTFUL, explain, short(first), computed, marks), figures)


def meaning(figure: Observation) -> Interval:
    """The true values that a figure allows."""
    if figure.unit == PERCENT:
        printed = figure.printed
        return Interval(printed.rounded.low, printed.cut.high or printed.rounded.high)
    return figure.printed.count


def repeated(figure: Observation, report: ReportFigures) -> Finding:
    """One value at several places."""

    def explain(say: Words) -> str:
        return say(
            "Said {n} times with the same value: {name} {value}.",
            n=len(figure.places), name=report.name(figure, say), value=with_unit(figure, say),
        )  # fmt: skip

    computed = f"{len(figure.places)}x{short(figure)}"
    marks = [report.mark(figure, Role.STATED)]
    return report.finding(Judgement(SAID_TWICE, Severity.HOLDS, explain, short(figure), computed, marks), (figure,))
