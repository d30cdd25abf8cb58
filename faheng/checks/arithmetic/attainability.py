"""Check 2: can any k of n give the printed percentage? The GRIM test (Brown & Heathers 2017) for rates.

A known numerator asks for a base, a known base for a numerator. Where no base of as many cases as the report knows, nor
of fewer, gives the percentage, it contradicts a count that stands beside it; where another base within reach does, it
is doubtful, because the rate may be taken over those. Silent where so many cases are known that every percentage can
be had (has_power), for 0 and 100 per cent, for bounds, and where both counts are known (that is check 1).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import count as count_from

from faheng.checks.arithmetic.whole_numbers import bases_for, has_power, readings, wholes
from faheng.checks.figures.labels import (
    Explain,
    count_text,
    decimals_of,
    listed,
    percent_text,
    sentences,
    short,
    shown,
    worked_out,
)
from faheng.checks.figures.report import Judgement, ReportFigures, stand_together
from faheng.model import Bound, Check, CheckName, Finding, Mark, Observation, Role, Severity
from faheng.model.printed import HUNDRED
from faheng.words.catalogue import Words
from faheng.words.values import PERCENT

ATTAINABILITY = Check(
    CheckName("attainability"),
    lambda say: say("Whole cases behind a rate"),
    lambda say: say(
        "Some whole number of cases must give the printed percentage (the GRIM test of Brown and Heathers, 2017)."
    ),
)

# As many possible bases as a sentence can hold.
_MOST_LISTED = 8


def attainability(report: ReportFigures) -> Iterator[Finding]:
    """One finding for each rate with one of its counts known, where the count can tell."""
    for indicator_id, rates in report.by_indicator.items():
        about = report.catalogue.indicators[indicator_id]
        for rate in rates:
            if about.unit != PERCENT or rate.bound is not Bound.EXACT or rate.value in (0, 100):
                continue
            above = exact(report, about.numerator_id, rate)
            below = exact(report, about.denominator_id, rate)
            if above and below:
                continue
            if above:
                yield from of_numerator(rate, above[0], report)
            elif bases := below or other_bases(rate, report):
                yield from of_bases(rate, bases, report)


def exact(report: ReportFigures, indicator_id: str, rate: Observation) -> list[Observation]:
    """The count on one side of the rate, where it is one whole number; sums of indicators are left to check 1."""
    count = report.one(indicator_id, rate) if indicator_id else None
    return [count] if count and count.printed.is_exact_count and count.value > 0 else []


def other_bases(rate: Observation, report: ReportFigures) -> list[Observation]:
    """Counts that the rate may be taken over though they are not its denominator, of whatever scope."""
    named = [rule.base_id for rule in report.catalogue.rules.rate_bases if rule.indicator_id == rate.indicator_id]
    figures = [figure for base in named for figure in report.of(base, rate)]
    usable = all(figure.printed.is_exact_count and figure.value > 0 for figure in figures)
    return figures if usable and not rate.scope else []


def of_numerator(rate: Observation, above: Observation, report: ReportFigures) -> Iterator[Finding]:
    """Whether some base makes the known cases the stated percentage."""
    count = int(above.value)
    bases = bases_for(rate.printed, count)
    base = max(count, int(HUNDRED * count / Fraction(rate.value)))
    if bases is None:
        trial = Trial(rate, (above,), ((count, base), (count, base + 1)), base + 1)
        yield impossible(trial, report)
    elif HUNDRED * count / base - HUNDRED * count / (base + 1) > rate.printed.step * Fraction(3, 2):
        yield possible(Trial(rate, (above,), ((count, bases[0]),), base + 1), report)


def of_bases(rate: Observation, bases: Sequence[Observation], report: ReportFigures) -> Iterator[Finding]:
    """Whether some number of cases is the stated percentage of one of the known bases."""
    counts = [int(figure.value) for figure in bases]
    if not all(has_power(rate.printed, count) for count in counts):
        return
    for figure, count in zip(bases, counts, strict=True):
        if fitting := [k for _, reading in readings(rate.printed) for k in wholes(reading, count)]:
            yield possible(Trial(rate, (figure,), ((fitting[0], count),), count), report)
            return
    reach = max(counts)
    below = int(Fraction(rate.value) * reach / HUNDRED)
    yield impossible(Trial(rate, tuple(bases), ((below, reach), (below + 1, reach)), reach), report)


@dataclass(frozen=True)
class Trial:
    """A rate held against counts. near: the quotients next to it, as k and n; reach: up to which base others fit."""

    rate: Observation
    counts: tuple[Observation, ...]
    near: tuple[tuple[int, int], ...]
    reach: int

    @cached_property
    def fitting(self) -> list[int]:
        """The bases within reach of which some whole number is the percentage as rounded, ascending."""
        return [base for base in range(1, self.reach + 1) if self.of(base) is not None]

    def of(self, base: int) -> int | None:
        """The first number of base cases that is the percentage as rounded."""
        return next(wholes(self.rate.printed.rounded, base), None)

    @property
    def computed(self) -> str:
        """The quotients in signs of no language."""
        decimals = decimals_of(self.rate)
        return ", ".join(f"{k}/{n}={percent_text(HUNDRED * k / n, decimals)}" for k, n in self.near)

    def quotients(self, say: Words) -> str:
        """40 ÷ 56 = 71.43%, 41 ÷ 56 = 73.21%."""
        decimals = decimals_of(self.rate)
        each = (f"{count_text(k)} ÷ {count_text(n)} = {percent_text(HUNDRED * k / n, decimals)}" for k, n in self.near)
        return listed(each, say)

    def hint(self, say: Words) -> str:
        """The bases within reach that do fit, with an example; or how many cases it takes at least."""
        reach = count_text(self.reach)
        if not self.fitting:
            least = next(base for base in count_from(1) if self.of(base) is not None)
            return say(
                "No base of up to {reach} cases gives it, it takes at least {n}, unless the rate covers other cases"
                " than the count.",
                reach=reach,
                n=count_text(least),
            )
        base = self.fitting[-1]
        return say(
            "Of bases up to {reach} these fit: {bases}; it is {k} of {base} if taken over {base} cases.",
            reach=reach, bases=listed(map(count_text, self.fitting[-_MOST_LISTED:]), say),
            k=count_text(self.of(base) or 0), base=count_text(base),
        )  # fmt: skip

    def marks(self, report: ReportFigures) -> list[Mark]:
        """The rate, the known counts, the quotients next to it, and the bases that fit."""
        near = [
            worked_out(Role.IMPLIED, lambda _, k=k, n=n: f"{count_text(k)} ÷ {count_text(n)}", HUNDRED * k / n, PERCENT)  # type: ignore[misc]
            for k, n in self.near
        ]
        fitting = [
            worked_out(Role.POSSIBLE, lambda say: say("a base that fits"), base, self.counts[0].unit)
            for base in self.fitting[-_MOST_LISTED:]
        ]
        known = [report.mark(figure, Role.COUNT) for figure in self.counts]
        return [report.mark(self.rate, Role.STATED), *known, *near, *fitting]


def impossible(trial: Trial, report: ReportFigures) -> Finding:
    """Nothing gives the percentage: a contradiction where no smaller base does either."""

    def explain(say: Words) -> str:
        known = say(" or ").join(count_text(figure.value) for figure in trial.counts)
        said = say(
            "The stated {stated} cannot come from {n} cases: {near}.",
            stated=shown(trial.rate, say), n=known, near=trial.quotients(say),
        )  # fmt: skip
        return sentences([said, trial.hint(say)], say)

    contradicted = not trial.fitting and stand_together((trial.rate, *trial.counts))
    severity = Severity.CONTRADICTION if contradicted else Severity.DOUBTFUL
    return tried(severity, trial, explain, report)


def possible(trial: Trial, report: ReportFigures) -> Finding:
    """Whole numbers of cases give the percentage."""

    def explain(say: Words) -> str:
        return say("{near}: the stated {stated} can be had.", near=trial.quotients(say), stated=shown(trial.rate, say))

    return tried(Severity.HOLDS, trial, explain, report)


def tried(severity: Severity, trial: Trial, explain: Explain, report: ReportFigures) -> Finding:
    """The finding of a trial; what it says is doubtful touches the rate, whose counts may well be right."""
    marks = trial.marks(report)
    if severity is Severity.HOLDS:
        marks = [mark for mark in marks if mark.role is not Role.POSSIBLE]
    judgement = Judgement(ATTAINABILITY, severity, explain, short(trial.rate), trial.computed, marks)
    return report.finding(judgement, (trial.rate, *trial.counts))
