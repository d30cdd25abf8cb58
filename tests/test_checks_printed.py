"""What a printed decimal can mean: held against numbers that were really divided and printed, in every mode."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faheng.checks.arithmetic.whole_numbers import (
    bases_for,
    growth_has_power,
    has_power,
    predecessors,
    readings,
    wholes,
)
from faheng.model import Bound, Printed
from faheng.model.printed import Fit, Interval, point

MODES = (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN)
modes, decimals = st.sampled_from(MODES), st.integers(0, 2)
bases = st.integers(1, 1500)


def printed(value: Fraction, places: int, mode: str) -> Decimal:
    """The number as an office would print it, worked out with Python's decimals, not with ours."""
    with localcontext() as context:
        context.prec = 60
        scaled = value * 10**places
        whole = Decimal(scaled.numerator) / Decimal(scaled.denominator)
        return whole.quantize(Decimal(1), mode).scaleb(-places)


def attained(percent: Printed, base: int) -> Fit:
    """Whether some whole number of base cases gives the printed percentage; base from 1 up."""
    return next((fit for fit, reading in readings(percent) if any(True for _ in wholes(reading, base))), Fit.NONE)


def number(value: Decimal, places: int, bound: Bound = Bound.EXACT) -> Printed:
    return Printed(Fraction(value), Fraction(1, 10**places), bound)


@settings(deadline=None, max_examples=60)
@given(base=bases, share=st.fractions(0, 1), places=decimals, mode=modes)
def test_a_true_rate_is_never_called_impossible(base: int, share: Fraction, places: int, mode: str) -> None:
    """Whatever k of n was divided, and however it was printed, the number is had from n and agrees with k/n."""
    k = int(share * base)
    true = Fraction(100 * k, base)
    rate = number(printed(true, places, mode), places)

    assert attained(rate, base) is not Fit.NONE
    assert rate.fits(point(true)) is not Fit.NONE
    assert k == 0 or rate.rounded.low <= 0 or base in (bases_for(rate, k) or ())


@settings(deadline=None, max_examples=60)
@given(base=st.integers(1, 300), share=st.fractions(0, 1), places=decimals, mode=modes, up=st.booleans())
def test_a_rate_moved_by_a_unit_is_impossible_exactly_when_no_k_gives_it(
    base: int, share: Fraction, places: int, mode: str, up: bool
) -> None:
    """Held against every k of n, printed in every mode."""
    unit = Decimal(1).scaleb(-places)
    moved = printed(Fraction(100 * int(share * base), base), places, mode) + (unit if up else -unit)
    every = {printed(Fraction(100 * k, base), places, each) for k in range(base + 1) for each in MODES}

    assert (attained(number(moved, places), base) is not Fit.NONE) == (moved in every)


@settings(deadline=None, max_examples=60)
@given(count=st.integers(1, 15), percent=st.integers(1, 100), places=decimals)
def test_the_bases_of_a_count_are_all_those_that_give_the_rate(count: int, percent: int, places: int) -> None:
    """Held against every base within reach."""
    rate = number(Decimal(percent), places)
    true = [
        base for base in range(count, 110 * count + 1)
        if Fraction(percent) in {Fraction(printed(Fraction(100 * count, base), places, mode)) for mode in MODES}
    ]  # fmt: skip

    assert true == list(bases_for(rate, count) or ())[: len(true)]
    assert bool(true) == bool(bases_for(rate, count))


@settings(deadline=None, max_examples=60)
@given(before=st.integers(1, 400), value=st.integers(0, 2000), places=decimals, mode=modes)
def test_a_true_growth_is_never_called_impossible(before: int, value: int, places: int, mode: str) -> None:
    true = Fraction(100 * (value - before), before)
    growth = number(printed(true, places, mode), places)
    if growth.value - growth.step / 2 <= -100:
        return
    fit, found = predecessors(value, growth)

    assert fit is not Fit.NONE
    assert fit is not Fit.ROUNDED or mode == ROUND_DOWN or before in found


@settings(deadline=None, max_examples=60)
@given(value=st.integers(1, 120), percent=st.integers(-60, 300))
def test_an_impossible_growth_has_no_whole_number_before(value: int, percent: int) -> None:
    """Held against every predecessor, printed in every mode."""
    every = {
        int(printed(Fraction(100 * (value - before), before), 0, mode))
        for before in range(1, 4 * value + 4)
        for mode in MODES
    }

    assert (predecessors(value, number(Decimal(percent), 0))[0] is not Fit.NONE) == (percent in every)


@pytest.mark.parametrize(
    ("bound", "true", "fit"),
    [
        (Bound.AT_LEAST, "98", Fit.ROUNDED),
        (Bound.AT_LEAST, "99.9", Fit.ROUNDED),
        (Bound.AT_LEAST, "97.6", Fit.ROUNDED),
        (Bound.AT_LEAST, "96.9", Fit.NONE),
        (Bound.AT_MOST, "96.9", Fit.ROUNDED),
        (Bound.AT_MOST, "98.6", Fit.NONE),
        (Bound.ABOUT, "95", Fit.ROUNDED),
        (Bound.ABOUT, "80", Fit.NONE),
        (Bound.EXACT, "98.5", Fit.ROUNDED),
        (Bound.EXACT, "98.9", Fit.CUT),
        (Bound.EXACT, "97.4", Fit.NONE),
    ],
)
def test_bounds_are_respected(bound: Bound, true: str, fit: Fit) -> None:
    """98% with each bound word, against true rates."""
    assert fit is Printed(Fraction(98), Fraction(1), bound).fits(point(Fraction(true)))


@pytest.mark.parametrize(
    ("value", "true", "fit"),
    [
        (70, "76.66", Fit.NONE),
        (70, "70.5", Fit.ROUNDED),
        (70, "63", Fit.ROUNDED),
        (70, "62", Fit.NONE),
        (-20, "-19", Fit.ROUNDED),
        (-20, "-21", Fit.NONE),
    ],
)
def test_nearly_is_just_below(value: int, true: str, fit: Fit) -> None:
    """近70% is a tenth below it at most, and above it only as rounding goes; of a fall the size counts."""
    assert fit is Printed(Fraction(value), Fraction(1), Bound.ABOUT, nearly=True).fits(point(Fraction(true)))


def test_a_bound_is_said_of_what_lies_near() -> None:
    """超过70% of 300% is true, and no agreement."""
    more = Printed(Fraction(70), Fraction(1), Bound.AT_LEAST)

    assert [False, True] == [more.is_far_from(Fraction(true)) for true in (77, 78)]
    assert not Printed(Fraction(70), Fraction(1)).is_far_from(Fraction(300))


def test_a_number_in_ten_thousands_is_a_stretch_of_counts() -> None:
    """2.1万 can be 20500 to 21999, 2300余 is 2300 or more."""
    myriads = Printed(Fraction(21000), Fraction(1000)).count
    more = Printed(Fraction(2300), Fraction(1), Bound.AT_LEAST).count

    assert [True, True, False, False] == [myriads.holds(n) for n in (20500, 21999, 22000, 20499)]
    assert [True, True, False] == [more.holds(n) for n in (2300, 9000, 2299)]


def test_shares_of_stretches() -> None:
    """The widest rate that two uncertain counts allow; without an upper end there is none."""
    some, many = Interval(Fraction(90), Fraction(95)), Interval(Fraction(100), Fraction(120))

    assert Interval(Fraction(75), Fraction(95)) == some.percent_of(many)
    assert Interval(Fraction(0), Fraction(95)) == some.percent_of(Interval(Fraction(100), None))


def test_power_ends_where_every_rate_can_be_had() -> None:
    """One decimal: 60 cases lie 1.7 points apart, 2,000 cases 0.05."""
    assert has_power(Printed(Fraction(727, 10), Fraction(1, 10)), 60)
    assert not has_power(Printed(Fraction(727, 10), Fraction(1, 10)), 2000)
    assert growth_has_power(64, Printed(Fraction(17), Fraction(1)))
    assert not growth_has_power(6400, Printed(Fraction(17), Fraction(1)))
