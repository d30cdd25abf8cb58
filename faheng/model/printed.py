"""A printed number: its value, the unit of its last place, and the true values that it allows, in exact fractions.

"72.7" is printed to 0.1, "2.1万" to 1000, "百分之百" to 1. It stands for every number that would be printed so when it
is rounded or cut off, or that its bound leaves open. Rounding takes both ends, because a half goes up in one office and
to the even digit in another; cutting goes towards zero. The idea is that of the GRIM test (Brown & Heathers 2017,
Social Psychological and Personality Science 8(4)): what was printed limits what was counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from faheng.model.terms import Bound

HUNDRED = Fraction(100)
# 约 leaves open how near, 近 how far below, 超过 how far above: within a tenth nobody can be called wrong.
ABOUT = Fraction(1, 10)
MAGNITUDES = {"": 1, "千": 10**3, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
PRINTED = re.compile(r"-?[\d,]+(?:\.(?P<decimals>\d+))?(?P<magnitude>[千万萬亿億]?)")


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

    upper: the upper end of a range.
    nearly: 近70 is about 70 and not more. What is said of a fall (下降超过20%) is a bound of its size: -20 is at most.
    """

    value: Fraction
    step: Fraction
    bound: Bound = Bound.EXACT
    nearly: bool = False
    upper: Fraction | None = None

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
        return Interval(self.value - half, (self.value if self.upper is None else self.upper) + half)

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


MULTIPLE, PLACES_OF_MULTIPLE = "倍", 2


def printed_step(text: str) -> Decimal:
    """The unit of the last printed place; 1 for numerals in words, which are printed to the whole.

    Of a multiple (1.5倍) it is that of the per cent which it means.
    """
    match = PRINTED.search(text)
    if match is None:
        return Decimal(1)
    places = len(match["decimals"] or "") - (PLACES_OF_MULTIPLE if text.endswith(MULTIPLE) else 0)
    return Decimal(MAGNITUDES[match["magnitude"]]).scaleb(-places)


def printed_value(text: str) -> Decimal | None:
    """The value of a numeral in digits, a sum ("1+73") added up; None for numerals in words."""
    total = Decimal(0)
    for part in text.split("+"):
        match = PRINTED.fullmatch(part)
        if match is None:
            return None
        digits = part.replace(",", "").removesuffix(match["magnitude"])
        total += Decimal(digits) * MAGNITUDES[match["magnitude"]]
    return total
