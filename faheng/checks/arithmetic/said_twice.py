"""Check 6: one figure said twice in a report: with the same value, or with others that cannot both be true.

Rounded, cut-off and bounded numbers agree where their intervals meet: 2.1万 agrees with 21345, 2300余 with 2345. Values
that cannot both be true are doubtful, because one may cover something else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from faheng.checks.arithmetic.printed import Interval
from faheng.checks.figures.fact import Fact, Period
from faheng.checks.figures.report_facts import ReportFacts
from faheng.checks.labels import finding, listed, short, with_unit
from faheng.model import CheckName, Finding, Role, Severity
from faheng.words.catalogue import Words
from faheng.words.values import PERCENT


def said_twice(report: ReportFacts) -> Iterator[Finding]:
    """One finding for each figure that the report says at several places."""
    for facts in report.by_indicator.values():
        groups: dict[tuple[str, Period], list[Fact]] = defaultdict(list)
        for fact in facts:
            groups[(fact.scope, fact.period)].append(fact)
        for group in groups.values():
            if len(group) > 1:
                yield from differing(group, report)
            elif group[0].also and not group[0].is_sum:
                yield repeated(group[0], report)


def differing(group: list[Fact], report: ReportFacts) -> Iterator[Finding]:
    """The values of one figure, where two of them cannot both be true."""
    first = group[0]
    others = [fact for fact in group[1:] if not meaning(first).meets(meaning(fact))]
    if not others:
        return
    facts = (first, *others)

    def explain(say: Words) -> str:
        return say(
            "The report gives {name} as {values} for the same period: one of them may cover something else.",
            name=report.name(first, say), values=listed((with_unit(fact, say) for fact in facts), say),
        )  # fmt: skip

    yield finding(
        CheckName.SAID_TWICE, Severity.DOUBTFUL, report, facts, explain,
        stated=short(first), computed=", ".join(short(fact) for fact in others),
        marks=[report.mark(fact, Role.STATED) for fact in facts],
    )  # fmt: skip


def meaning(fact: Fact) -> Interval:
    """The true values that a figure allows."""
    if fact.unit == PERCENT:
        printed = fact.printed
        return Interval(printed.rounded.low, printed.cut.high or printed.rounded.high)
    return fact.printed.count


def repeated(fact: Fact, report: ReportFacts) -> Finding:
    """One value at several places."""

    def explain(say: Words) -> str:
        return say(
            "Said {n} times with the same value: {name} {value}.",
            n=len(fact.places), name=report.name(fact, say), value=with_unit(fact, say),
        )  # fmt: skip

    return finding(
        CheckName.SAID_TWICE, Severity.HOLDS, report, (fact,), explain,
        stated=short(fact), computed=f"{len(fact.places)}x{short(fact)}",
        marks=[report.mark(fact, Role.STATED)],
    )  # fmt: skip
