"""Check 5: does any whole number before give the stated growth?

As printed, rounded or cut off. An impossible growth is doubtful, not a contradiction: the value may be right and the
growth be one of another period, or of a figure that was revised since. Silent for rates, for bounds of either, and
where some whole number gives the growth: one that was worked back from it proves nothing. What another report
(queries/checks/growth.sql) or the text itself (stated_base.py) gives as the value before is held against it there.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from faheng.checks.arithmetic.printed import HUNDRED, Fit, Printed, growth_has_power, predecessors
from faheng.checks.arithmetic.stated_growth import grown
from faheng.checks.figures.fact import Fact
from faheng.checks.figures.report_facts import ReportFacts
from faheng.checks.labels import Explain, count_text, finding, percent_text, shown, stretch, worked_out
from faheng.model import Bound, ChangeUnit, CheckName, Finding, Mark, Role, Severity
from faheng.words.catalogue import Words

Pair = tuple[Fraction, int]


def growths(report: ReportFacts) -> Iterator[Finding]:
    """One finding for each whole number with a stated growth in percent that none before gives, or only cut off."""
    for facts in report.by_indicator.values():
        for fact in facts:
            growth = fact.growth
            if growth is None or not is_checkable(fact, growth):
                continue
            fit, before = predecessors(int(fact.value), growth)
            if fit is Fit.NONE:
                yield impossible(fact, growth, report)
            elif fit is Fit.CUT and growth_has_power(int(fact.value), growth):
                yield cut_off(fact, growth, before, report)


def is_checkable(fact: Fact, growth: Printed) -> bool:
    """Whether value and growth are exact, and the growth is one in percent of a count."""
    exact = fact.printed.is_exact_count and growth.bound is Bound.EXACT and fact.value > 0
    return exact and fact.change_unit is ChangeUnit.PERCENT and growth.value > -HUNDRED


def stated_growth(fact: Fact) -> str:
    """+267% as printed, whatever the language."""
    change = fact.change or 0
    return ("+" if change >= 0 else "−") + f"{abs(change)}%"


def signed(growth: Fraction, decimals: int) -> str:
    """+278.6%, with the true minus sign for a fall."""
    return ("+" if growth >= 0 else "−") + percent_text(abs(growth), decimals)


def impossible(fact: Fact, growth: Printed, report: ReportFacts) -> Finding:
    """No whole number gives it: the two next to it with the growth that they would be."""
    value = int(fact.value)
    low = max(1, int(HUNDRED * value / (HUNDRED + growth.value)))
    decimals = decimals_of(growth)
    near = [(before, grown(Fraction(before), Fraction(value))) for before in (low, low + 1)]

    def explain(say: Words) -> str:
        (first, first_growth), (second, second_growth) = near
        return say(
            "No whole number gives {growth} to {value}: from {first} it is {first_growth}, from {second}"
            " {second_growth}; the growth may be of another period or of a figure revised since.",
            growth=stated_growth(fact), value=shown(fact, say), first=count_text(first), second=count_text(second),
            first_growth=signed(first_growth, decimals), second_growth=signed(second_growth, decimals),
        )  # fmt: skip

    computed = ", ".join(f"{before}: {signed(g, decimals)}" for before, g in near)
    possible = [worked_out(Role.POSSIBLE, growing(g, decimals), before, fact.unit) for before, g in near]
    return outcome(Severity.DOUBTFUL, fact, (computed, possible), explain, report)


def growing(growth: Fraction, decimals: int) -> Explain:
    """How a possible value before is labelled: by the growth that it would be."""
    return lambda say: say("before, if it grew by {growth}", growth=signed(growth, decimals))


def cut_off(fact: Fact, growth: Printed, before: range, report: ReportFacts) -> Finding:
    """Some whole number gives it, but only with its places dropped."""
    decimals = decimals_of(growth)
    exact = grown(Fraction(before[0]), Fraction(fact.value))

    def explain(say: Words) -> str:
        return say(
            "No whole number gives {growth} to {value} when rounded; from {before} it is {exact}, so the growth"
            " seems to be cut off.",
            growth=stated_growth(fact), value=shown(fact, say), before=stretch(before[0], before[-1], say),
            exact=signed(exact, decimals),
        )  # fmt: skip

    computed = f"{before[0]}: {signed(exact, decimals)}"
    marks = [worked_out(Role.POSSIBLE, growing(exact, decimals), before[0], fact.unit)]
    return outcome(Severity.NOTE, fact, (computed, marks), explain, report)


def decimals_of(growth: Printed) -> int:
    """One decimal more than the growth has: enough to see that it is another."""
    return max(1, len(str(growth.step.denominator)))


def outcome(
    severity: Severity, fact: Fact, arithmetic: tuple[str, list[Mark]], explain: Explain, report: ReportFacts
) -> Finding:
    """The finding with the value and the whole numbers before it, in signs and as marks."""
    computed, others = arithmetic
    return finding(
        CheckName.GROWTH, severity, report, (fact,), explain,
        stated=f"{fact.value} {stated_growth(fact)}", computed=computed, marks=[report.mark(fact, Role.AFTER), *others],
    )  # fmt: skip
