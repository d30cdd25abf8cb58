"""Check 5: does any whole number before give the stated growth?

As printed, rounded or cut off. An impossible growth is doubtful, not a contradiction: the value may be right and the
growth be one of another period, or of a figure that was revised since. Silent for rates, for bounds of either, and
where some whole number gives the growth: one that was worked back from it proves nothing. What another report
(queries/checks/growth.sql) or the text itself (stated_base.py) gives as the value before is held against it there.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from faheng.checks.arithmetic.stated_growth import grown, growth_of
from faheng.checks.arithmetic.whole_numbers import growth_has_power, predecessors
from faheng.checks.figures.labels import Explain, count_text, percent_text, shown, stretch, worked_out
from faheng.checks.figures.report import Judgement, ReportFigures
from faheng.model import Bound, ChangeUnit, Check, CheckName, Finding, Observation, Printed, Role, Severity
from faheng.model.printed import HUNDRED, Fit
from faheng.words.catalogue import Words

GROWTH = Check(
    CheckName("growth"),
    lambda say: say("Stated growth"),
    lambda say: say(
        "Some whole number before must give the stated growth; where the report or the one before states that"
        " number, it must be that."
    ),
)


def growths(report: ReportFigures) -> Iterator[Finding]:
    """One finding for each whole number with a stated growth in percent that none before gives, or only cut off."""
    for figures in report.by_indicator.values():
        for figure in figures:
            growth = growth_of(figure)
            if growth is None or not is_checkable(figure, growth):
                continue
            fit, before = predecessors(int(figure.value), growth)
            if fit is Fit.NONE:
                yield impossible(figure, growth, report)
            elif fit is Fit.CUT and growth_has_power(int(figure.value), growth):
                yield cut_off(figure, growth, before, report)


def is_checkable(figure: Observation, growth: Printed) -> bool:
    """Whether value and growth are exact, and the growth is one in percent of a count."""
    exact = figure.printed.is_exact_count and growth.bound is Bound.EXACT and figure.value > 0
    return exact and figure.change_unit is ChangeUnit.PERCENT and growth.value > -HUNDRED


def stated_growth(figure: Observation) -> str:
    """+267% as printed, whatever the language."""
    change = figure.change or 0
    return ("+" if change >= 0 else "−") + f"{abs(change)}%"


def signed(growth: Fraction, decimals: int) -> str:
    """+278.6%, with the true minus sign for a fall."""
    return ("+" if growth >= 0 else "−") + percent_text(abs(growth), decimals)


def impossible(figure: Observation, growth: Printed, report: ReportFigures) -> Finding:
    """No whole number gives it: the two next to it with the growth that they would be."""
    value = int(figure.value)
    low = max(1, int(HUNDRED * value / (HUNDRED + growth.value)))
    decimals = decimals_of(growth)
    near = [(before, grown(Fraction(before), Fraction(value))) for before in (low, low + 1)]

    def explain(say: Words) -> str:
        (first, first_growth), (second, second_growth) = near
        return say(
            "No whole number gives {growth} to {value}: from {first} it is {first_growth}, from {second}"
            " {second_growth}; the growth may be of another period or of a figure revised since.",
            growth=stated_growth(figure), value=shown(figure, say), first=count_text(first), second=count_text(second),
            first_growth=signed(first_growth, decimals), second_growth=signed(second_growth, decimals),
        )  # fmt: skip

    computed = ", ".join(f"{before}: {signed(g, decimals)}" for before, g in near)
    possible = [worked_out(Role.POSSIBLE, growing(g, decimals), before, figure.unit) for before, g in near]
    marks = [report.mark(figure, Role.AFTER), *possible]
    judgement = Judgement(GROWTH, Severity.DOUBTFUL, explain, stated(figure), computed, marks)
    return report.finding(judgement, (figure,))


def growing(growth: Fraction, decimals: int) -> Explain:
    """How a possible value before is labelled: by the growth that it would be."""
    return lambda say: say("before, if it grew by {growth}", growth=signed(growth, decimals))


def cut_off(figure: Observation, growth: Printed, before: range, report: ReportFigures) -> Finding:
    """Some whole number gives it, but only with its places dropped."""
    decimals = decimals_of(growth)
    exact = grown(Fraction(before[0]), Fraction(figure.value))

    def explain(say: Words) -> str:
        return say(
            "No whole number gives {growth} to {value} when rounded; from {before} it is {exact}, so the growth"
            " seems to be cut off.",
            growth=stated_growth(figure), value=shown(figure, say), before=stretch(before[0], before[-1], say),
            exact=signed(exact, decimals),
        )  # fmt: skip

    computed = f"{before[0]}: {signed(exact, decimals)}"
    possible = worked_out(Role.POSSIBLE, growing(exact, decimals), before[0], figure.unit)
    marks = [report.mark(figure, Role.AFTER), possible]
    judgement = Judgement(GROWTH, Severity.NOTE, explain, stated(figure), computed, marks)
    return report.finding(judgement, (figure,))


def decimals_of(growth: Printed) -> int:
    """One decimal more than the growth has: enough to see that it is another."""
    return max(1, len(str(growth.step.denominator)))


def stated(figure: Observation) -> str:
    """The value with its growth, in signs of no language."""
    return f"{figure.value} {stated_growth(figure)}"
