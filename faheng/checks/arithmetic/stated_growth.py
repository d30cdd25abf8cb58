"""A growth as a report states it, and the one that two figures give, in exact fractions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from faheng.checks.text.phrases import nearly
from faheng.model import Bound, Observation, Printed
from faheng.model.printed import HUNDRED, Interval, printed_step

_MIRRORED = {Bound.AT_LEAST: Bound.AT_MOST, Bound.AT_MOST: Bound.AT_LEAST}


def growth_of(figure: Observation) -> Printed | None:
    """The stated growth of a figure in exact fractions; None where none is stated."""
    if figure.change is None:
        return None
    before = figure.evidence.phrase.rpartition(figure.change_text)[0] if figure.change_text else ""
    return stated_growth(figure.change, figure.change_text, figure.change_bound or Bound.EXACT, before)


def stated_growth(change: Decimal, text: str, bound: Bound, before: str) -> Printed:
    """The growth in per cent or points, negative for a fall. text: its numeral; before: the words before it.

    A bound is said of the size: a fall of more than 20% is a growth of at most -20%.
    """
    side = _MIRRORED.get(bound, bound) if change < 0 else bound
    just_below = bound is Bound.ABOUT and before.rstrip().endswith(nearly())
    return Printed(Fraction(change), Fraction(printed_step(text)), side, just_below)


def growth_between(before: Interval, after: Interval) -> Interval:
    """The growths in per cent from one number to another, each known up to an interval with a low end."""
    low = None if before.high is None or after.low is None else grown(before.high, after.low)
    high = None if not before.low or after.high is None else grown(before.low, after.high)
    return Interval(low, high)


def grown(before: Fraction, after: Fraction) -> Fraction:
    """The growth in per cent."""
    return HUNDRED * (after - before) / before


def points_between(before: Interval, after: Interval) -> Interval:
    """The same in points."""
    low = None if before.high is None or after.low is None else after.low - before.high
    high = None if before.low is None or after.high is None else after.high - before.low
    return Interval(low, high)
