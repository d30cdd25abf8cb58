"""Which whole numbers give a printed percentage or growth: the GRIM test of Brown & Heathers (2017)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from faheng.model import Printed
from faheng.model.printed import HUNDRED, Fit, Interval


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
        fitting = [p for p in ends(least, most) if reading.holds(HUNDRED * (value - p) / p)]
        if fitting:
            return fit, range(fitting[0], fitting[-1] + 1)
    return Fit.NONE, range(0)


def ends(least: int, most: int) -> list[int]:
    """The whole numbers that can be the least and the greatest of a closed stretch between two bounds one too wide."""
    return sorted({*range(least, min(least + 3, most + 1)), *range(max(least, most - 2), most + 1)})


def growth_has_power(value: int, growth: Printed) -> bool:
    """Whether neighbouring predecessors give growths further apart than one printed growth reaches."""
    before = max(1, int(HUNDRED * value / (HUNDRED + growth.value)))
    return HUNDRED * value * (Fraction(1, before) - Fraction(1, before + 1)) > growth.step * Fraction(3, 2)
