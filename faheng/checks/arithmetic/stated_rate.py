"""Check 1: a stated rate against the counts that the same report gives for the same scope and period.

Rounding and cutting off are told apart; bounds of the rate and of the counts are respected. A rate that its counts do
not give contradicts them where they stand beside it, and is doubtful where an innocent explanation fits: another base
of data/reference/rate_bases.csv, cases carried over, careless rounding, counts from elsewhere. Silent where a count is
missing, where more succeeded than there were cases (that is check 4), and where a bound leaves everything open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor

from faheng.checks.arithmetic.whole_numbers import bases_for
from faheng.checks.figures.labels import (
    Explain,
    count_text,
    decimals_of,
    exact_text,
    percent_text,
    plus,
    sentences,
    short,
    shown,
    stretch,
    worked_out,
)
from faheng.checks.figures.report import Judgement, ReportFigures, stand_together
from faheng.model import Bound, Check, CheckName, Finding, Mark, Observation, Role, Severity
from faheng.model.printed import HUNDRED, Fit, Interval, point
from faheng.words.catalogue import Words
from faheng.words.values import PERCENT

STATED_RATE = Check(
    CheckName("stated_rate"),
    lambda say: say("Rate and its counts"),
    lambda say: say("A stated rate must be what its counts give, rounded or cut off; a bound must hold."),
)

# Off by this many units of the last place is careless rounding rather than another number.
_SLIP = 2


@dataclass(frozen=True)
class Share:
    """A rate with the counts above and below the line."""

    rate: Observation
    above: tuple[Observation, ...]
    below: tuple[Observation, ...]

    @property
    def true(self) -> Interval:
        """Every percentage that the counts allow."""
        return total(self.above).percent_of(total(self.below))

    @property
    def fit(self) -> Fit:
        """How the stated rate agrees with its counts."""
        return self.rate.printed.fits(self.true)

    @property
    def middle(self) -> Fraction:
        """The rate of the counts as printed, in percent."""
        return HUNDRED * sum(Fraction(f.value) for f in self.above) / sum(Fraction(f.value) for f in self.below)

    @property
    def is_exact(self) -> bool:
        """Whether every count is one whole number."""
        return all(figure.printed.is_exact_count for figure in (*self.above, *self.below))

    @property
    def figures(self) -> tuple[Observation, ...]:
        """The rate, then its counts."""
        return (self.rate, *self.above, *self.below)

    @property
    def computed(self) -> str:
        """The quotient in signs of no language."""
        sides = ["+".join(exact_text(Fraction(f.value)) for f in side) for side in (self.above, self.below)]
        first, second = (f"({side})" if "+" in side else side for side in sides)
        return f"{first}/{second}={percent_text(self.middle, decimals_of(self.rate))}"

    def quotient(self, say: Words) -> str:
        """(15,185 + 7,013) ÷ (15,185 + 22,909) = 58.27%."""
        equals = "=" if self.is_exact else "≈"
        result = percent_text(self.middle, decimals_of(self.rate))
        return f"{plus(self.above, say)} ÷ {plus(self.below, say)} {equals} {result}"

    def marks(self, report: ReportFigures) -> list[Mark]:
        """The rate, its counts and what they give."""
        return [
            report.mark(self.rate, Role.STATED),
            *(report.mark(figure, Role.COUNT) for figure in (*self.above, *self.below)),
            worked_out(Role.IMPLIED, lambda say: say("from the counts"), self.middle, PERCENT),
        ]

    def finding(self, severity: Severity, explain: Explain, report: ReportFigures) -> Finding:
        """What the check says of the rate."""
        stated, marks = short(self.rate), self.marks(report)
        return report.finding(Judgement(STATED_RATE, severity, explain, stated, self.computed, marks), self.figures)


def total(figures: Sequence[Observation]) -> Interval:
    """The sum of counts, each up to its bound."""
    added = point(0)
    for figure in figures:
        added = added.plus(figure.printed.count)
    return added


def stated_rates(report: ReportFigures) -> Iterator[Finding]:
    """One finding for each rate whose counts the report gives."""
    for share in shares(report):
        fit = share.fit
        if fit is Fit.NONE:
            other = over_another_base(share, report)
            yield agreeing_otherwise(other, report) if other else disagreeing(share, report)
        elif is_telling(share):
            yield agreeing(share, report)


def shares(report: ReportFigures) -> Iterator[Share]:
    """The rates with all their counts."""
    for indicator_id, rates in report.by_indicator.items():
        about = report.catalogue.indicators[indicator_id]
        if not (about.numerator_id and about.denominator_id):
            continue
        for rate in rates:
            sides = [
                [report.one(part, rate) for part in side.split("+")]
                for side in (about.numerator_id, about.denominator_id)
            ]
            above, below = (tuple(figure for figure in side if figure is not None) for side in sides)
            complete = len(above) + len(below) == sum(map(len, sides))
            if complete and not total(below).is_below(total(above)) and total(below).low:
                yield Share(rate, above, below)


def is_telling(share: Share) -> bool:
    """Whether the counts could have contradicted the rate at all."""
    true = share.true
    return true.low is not None and true.high is not None and share.rate.bound is not Bound.ABOUT


def agreeing(share: Share, report: ReportFigures) -> Finding:
    """The rate as its counts give it: held, or a note where it was cut off."""
    cut = share.fit is Fit.CUT

    def explain(say: Words) -> str:
        quotient, stated = share.quotient(say), shown(share.rate, say)
        if cut:
            return say("{sum}: the stated {stated} is this value cut off, not rounded.", sum=quotient, stated=stated)
        return say("{sum}: agrees with the stated {stated}.", sum=quotient, stated=stated)

    return share.finding(Severity.NOTE if cut else Severity.HOLDS, explain, report)


def over_another_base(share: Share, report: ReportFigures) -> Share | None:
    """The rate over a base that a report may take instead of its denominator, where that gives it."""
    rules = report.catalogue.rules.rate_bases
    named = [rule.base_id for rule in rules if rule.indicator_id == share.rate.indicator_id]
    bases = filter(None, (report.one(base, share.rate) for base in named))
    others = (
        replace(share, below=(base,)) for base in bases if base not in share.below and base.printed.is_exact_count
    )
    return next((other for other in others if other.rate.value and other.fit is Fit.ROUNDED), None)


def agreeing_otherwise(share: Share, report: ReportFigures) -> Finding:
    """The rate as another base gives it: a note, because it is not the rate of the catalogue's definition."""

    def explain(say: Words) -> str:
        return say(
            "{sum}: the stated {stated} agrees when taken over {base}, not over the usual base.",
            sum=share.quotient(say), stated=shown(share.rate, say), base=report.name(share.below[0], say),
        )  # fmt: skip

    return share.finding(Severity.NOTE, explain, report)


def disagreeing(share: Share, report: ReportFigures) -> Finding:
    """The rate that its counts do not give, and the number of cases that would."""
    carried = may_be_carried_over(share, report)
    apart = not stand_together(share.figures)
    doubtful = carried or apart or is_slip(share)

    def explain(say: Words) -> str:
        said = say("{sum}, but the report says {stated}.", sum=share.quotient(say), stated=shown(share.rate, say))
        hints = [fitting_base(share, say)]
        if carried:
            hints.append(say("Cases carried over may be counted, which the report does not say."))
        elif is_slip(share):
            hints.append(say("It is off by a unit of the last place, perhaps by careless rounding."))
        elif apart:
            hints.append(say("They stand apart in the report and may cover different things."))
        return sentences([said, *hints], say)

    return share.finding(Severity.DOUBTFUL if doubtful else Severity.CONTRADICTION, explain, report)


def may_be_carried_over(share: Share, report: ReportFigures) -> bool:
    """Whether cases of the period before would explain it: they make the base larger and the rate smaller."""
    flows = {(flow.first_id, flow.then_id) for flow in report.catalogue.rules.flows if flow.carried_over}
    pairs = {(below.indicator_id, above.indicator_id) for below in share.below for above in share.above}
    return bool(flows & pairs) and Fraction(share.rate.value) < share.middle and share.rate.bound is Bound.EXACT


def is_slip(share: Share) -> bool:
    """Whether the rate misses its counts by a unit or two of its last place only, as 25.06 does 25.04."""
    rate = share.rate
    off = abs(share.middle - Fraction(rate.value))
    return rate.bound is Bound.EXACT and rate.value_step < 1 and off <= _SLIP * Fraction(rate.value_step)


def fitting_base(share: Share, say: Words) -> str:
    """Of how many cases the stated rate would be right; "" where that cannot be said."""
    count = sum(Fraction(figure.value) for figure in share.above)
    if not share.is_exact or count < 1 or not share.rate.value:
        return ""
    stated = shown(share.rate, say)
    if share.rate.bound is Bound.AT_LEAST:
        most = floor(HUNDRED * count / Fraction(share.rate.value))
        return say("{stated} would take a base of at most {n} cases.", stated=stated, n=count_text(most))
    bases = bases_for(share.rate.printed, int(count)) if share.rate.bound is Bound.EXACT else None
    if bases is None:
        return ""
    ends = sorted({bases[0], bases[-1]})
    return say("{stated} would take a base of {n} cases.", stated=stated, n=stretch(ends[0], ends[-1], say))
