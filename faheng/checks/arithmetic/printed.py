"""What a printed decimal can mean, in exact fractions: the true values when it was rounded, cut off, or bounded.

Rounding takes both ends, because a half goes up in one office and to the even digit in another. Cutting goes towards
zero. The idea is that of the GRIM test (Brown & Heathers 2017, Social Psychological and Personality Science 8(4)): what
was printed limits what was counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from faheng.model import Bound

HUNDRED = Fraction(100)
# 约 leaves open how near, 近 how far below, 超过 how far above: within a tenth nobody can be called wrong.
ABOUT = Fraction(1, 10)


class Fit(StrEnum):
    """How a printed number agrees with a true one: as rounded, only as cut off, or not at all."""

    ROUNDED = "rounded"
    CUT = "cut"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from low to high; None is no limit, an open end does not belong to it."""

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return not (self.is_below(other) or other.is_below(self))

    def is_below(self, other: Interval) -> bool:
        """Whether every number of it is smaller than every number of the other."""
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))

    def holds(self, number: Fraction | int) -> bool:
        """Whether the number lies in it."""
        return self.meets(point(number))

    def plus(self, other: Interval) -> Interval:
        """The sums of a number of each; ends count as closed, which only widens."""
        low = None if self.low is None or other.low is None else self.low + other.low
        high = None if self.high is None or other.high is None else self.high + other.high
        return Interval(low, high)

    def percent_of(self, whole: Interval) -> Interval:
        """100 × self ÷ whole, both of numbers from 0 up, whole above 0."""
        low = Fraction(0) if self.low is None or whole.high is None else HUNDRED * self.low / whole.high
        high = None if self.high is None or not whole.low else HUNDRED * self.high / whole.low
        return Interval(low, high)


def point(number: Fraction | int) -> Interval:
    """The interval of one number."""
    return Interval(Fraction(number), Fraction(number))


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as printed: step is the unit of its last place, 1/10 for 72.7 and 1000 for 2.1万.

    nearly: 近70 is about 70 and not more. What is said of a fall (下降超过20%) is a bound of its size: -20 is at most.
    """

    value: Fraction
    step: Fraction
    bound: Bound = Bound.EXACT
    nearly: bool = False

    @property
    def rounded(self) -> Interval:
        """The true values that are printed so when rounded; of a bound all that it allows."""
        half = self.step / 2
        if self.bound is Bound.AT_LEAST:
            return Interval(self.value - half, None)
        if self.bound is Bound.AT_MOST:
            return Interval(None, self.value + half)
        if self.bound is Bound.ABOUT:
            return self.around(half if self.nearly else self.reach, self.reach)
        return Interval(self.value - half, self.value + half)

    @property
    def reach(self) -> Fraction:
        """How far from its number the true value of a vague one may lie."""
        return max(self.step / 2, abs(self.value) * ABOUT)

    def around(self, beyond: Fraction, short: Fraction) -> Interval:
        """The values that are so much further from nothing than the number, or so much nearer to it."""
        if self.value < 0:
            return Interval(self.value - beyond, self.value + short)
        return Interval(self.value - short, self.value + beyond)

    def is_far_from(self, true: Fraction) -> bool:
        """Whether a bound is true of the value, but nobody would call it so: 超过20% of 90%."""
        vague = self.bound in (Bound.AT_LEAST, Bound.AT_MOST)
        return vague and not self.around(self.reach, self.reach).holds(true)

    @property
    def cut(self) -> Interval:
        """The true values that are printed so when the places behind are dropped."""
        if self.bound is not Bound.EXACT:
            return self.rounded
        if self.value == 0:
            return Interval(-self.step, self.step, low_open=True, high_open=True)
        if self.value < 0:
            return Interval(self.value - self.step, self.value, low_open=True)
        return Interval(self.value, self.value + self.step, high_open=True)

    @property
    def count(self) -> Interval:
        """The true counts: a whole number is itself, 2.1万 may have been rounded or cut off."""
        if self.bound is Bound.AT_LEAST:
            return Interval(self.value, None)
        if self.bound is not Bound.EXACT:
            return self.rounded
        return (
            point(self.value)
            if self.step <= 1
            else Interval(self.value - self.step / 2, self.value + self.step, high_open=True)
        )

    @property
    def is_exact_count(self) -> bool:
        """Whether it is a whole number and nothing else."""
        return self.bound is Bound.EXACT and self.step == 1 and self.value.denominator == 1

    def fits(self, true: Interval) -> Fit:
        """How it agrees with a true value known up to an interval; rounding goes before cutting."""
        if self.rounded.meets(true):
            return Fit.ROUNDED
        return Fit.CUT if self.cut.meets(true) else Fit.NONE


def attained(percent: Printed, base: int) -> Fit:
    """Whether some whole number of base cases gives the printed percentage; base from 1 up."""
    return next((fit for fit, reading in readings(percent) if any(True for _ in wholes(reading, base))), Fit.NONE)


def readings(percent: Printed) -> tuple[tuple[Fit, Interval], ...]:
    """What the percentage can mean, the likelier first."""
    return (Fit.ROUNDED, percent.rounded), (Fit.CUT, percent.cut)


def wholes(reading: Interval, base: int) -> Iterator[int]:
    """The k of 0 … base with 100 × k ÷ base inside the reading."""
    low = 0 if reading.low is None else max(0, ceil(reading.low * base / HUNDRED))
    high = base if reading.high is None else min(base, floor(reading.high * base / HUNDRED))
    return (k for k in range(low, high + 1) if reading.holds(HUNDRED * k / base))


def bases_for(percent: Printed, count: int) -> range | None:
    """The bases of which count cases are the printed percentage, as a range; None where there is none.

    count from 1 up. Rounding and cutting together are one interval, so the bases have no gap but at its open end.
    """
    low, high = percent.rounded.low, percent.cut.high
    if not high or low is None:
        return None
    least, most = max(count, ceil(HUNDRED * count / high)), floor(HUNDRED * count / low) if low > 0 else None
    if HUNDRED * count == high * least and percent.cut.high_open:
        least += 1
    return range(least, most + 1) if most is not None and most >= least else None


def has_power(percent: Printed, base: int) -> bool:
    """Whether neighbouring numbers of cases lie further apart than one printed percentage reaches, so that the check
    can fail."""
    return HUNDRED / base > percent.step * Fraction(3, 2)


def predecessors(value: int, growth: Printed) -> tuple[Fit, range]:
    """The whole numbers from which value is the printed growth in percent, rounded or else cut off; an empty range
    and Fit.NONE where there is none. growth above -100."""
    for fit, reading in ((Fit.ROUNDED, growth.rounded), (Fit.CUT, growth.cut)):
        if reading.low is None or reading.high is None or reading.low <= -HUNDRED:
            continue
        least = max(1, floor(HUNDRED * value / (HUNDRED + reading.high)))
        most = ceil(HUNDRED * value / (HUNDRED + reading.low))
        found = [p for p in ends(least, most) if reading.holds(HUNDRED * (value - p) / p)]
        if found:
            return fit, range(found[0], found[-1] + 1)
    return Fit.NONE, range(0)


def ends(least: int, most: int) -> list[int]:
    """The whole numbers that can be the least and the greatest of a closed stretch between two bounds one too wide."""
    return sorted({*range(least, min(least + 3, most + 1)), *range(max(least, most - 2), most + 1)})


def growth_has_power(value: int, growth: Printed) -> bool:
    """Whether neighbouring predecessors give growths further apart than one printed growth reaches."""
    before = max(1, int(HUNDRED * value / (HUNDRED + growth.value)))
    return HUNDRED * value * (Fraction(1, before) - Fraction(1, before + 1)) > growth.step * Fraction(3, 2)
