"""marts/implied_values: the value of the period before, worked back from a stated growth."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pandas as pd
import pytest
from conftest import Store, cell, given, rows
from factories import CHENGDONG, COUNT, KAIYUAN, RATE, count, observation
from hypothesis import HealthCheck, example, settings
from hypothesis import given as draw
from hypothesis import strategies as st

from faheng.model import Observation
from faheng.store import write
from faheng.store.observations import row_of_observation

INTERVAL = ["value", "value_low", "value_high", "bound"]


def implied(store: Store, *stated: Observation) -> pd.DataFrame:
    """The implied values of the observations, in the order of their reports; numbers as floats."""
    given(store, *stated)
    found = rows(store, "marts/implied_values").sort_values("report_id")
    return found.astype({"value": float, "value_low": float, "value_high": float})


@pytest.mark.parametrize(
    ("value", "growth", "before"),
    [
        (151, "128.78", 66),  # 1.287878...: the report cut the digits off
        (709, "90.08", 373),
        (240, "-24.76", 319),
        (10059, "100.82", 5009),
        (3, "-40", 5),
        (7, "0", 7),
    ],
)
def test_the_one_integer_that_fits_is_the_base(store: Store, value: int, growth: str, before: int) -> None:
    """A count is whole: the growth as printed, rounded or else cut off, leaves one base."""
    found = implied(store, count(value, growth=growth))

    assert [before, before, before, "exact"] == found.iloc[0][INTERVAL].tolist()


def test_a_fall_that_was_cut_off_is_cut_towards_zero(store: Store) -> None:
    """100 after 301 is -66.777%, printed as -66.77: no integer fits that rounded, 301 fits it cut off."""
    found = implied(store, count(100, growth="-66.77"))

    assert [301, 301, 301, "exact"] == found.iloc[0][INTERVAL].tolist()


def test_several_fitting_integers_make_an_interval(store: Store) -> None:
    """1000 after a rise of 10%: every base from 905 to 913 prints as 10%."""
    fitting = [base for base in range(800, 1000) if Decimal("9.5") <= Decimal(100_000) / base - 100 <= Decimal("10.5")]
    found = implied(store, count(1000, growth=10))

    assert [909, min(fitting), max(fitting), "about"] == found.iloc[0][INTERVAL].tolist()


def test_no_fitting_integer_makes_an_interval_of_whole_numbers(store: Store) -> None:
    """106 after a rise of 267%: no integer lies between 106/3.675 and 106/3.665, so 28 to 29."""
    found = implied(store, count(106, growth=267))

    assert [29, 28, 29, "about"] == found.iloc[0][INTERVAL].tolist()


def test_a_growth_in_points_is_subtracted(store: Store) -> None:
    """99% after a rise of 30 points was 69%."""
    found = implied(store, observation(99, growth=30, growth_unit="points"))

    assert [69, 69, 69, "exact"] == found.iloc[0][INTERVAL].tolist()


def test_points_or_percent_spans_both_readings(store: Store) -> None:
    """99% after "a rise of 30%" was 69% in points, or 99 / 1.3 = 76.15%."""
    found = implied(store, observation(99, growth=30, growth_unit="points_or_percent"))

    assert [69, 69, 76.15, "about"] == found.iloc[0][INTERVAL].tolist()


def test_a_rate_may_grow_in_per_cent(store: Store) -> None:
    """60% after a rise of 20% of itself was about 50%: a rate need not be whole."""
    found = implied(store, observation(60, growth=20))

    low, high = round(60 / 1.205, 2), round(60 / 1.195, 2)
    assert [50, low, high, "about"] == found.iloc[0][INTERVAL].tolist()


def test_at_least_stays_at_least(store: Store) -> None:
    """2300 and more after a rise of 28.5% means 1790 and more, without an interval."""
    found = implied(store, count(2300, bound="at_least", growth="28.5"))

    assert (1790, "at_least") == tuple(found.iloc[0][["value", "bound"]])
    assert found[["value_low", "value_high"]].isna().all(axis=None)


@pytest.mark.parametrize("bound", ["exact", "at_least", "about"])
def test_a_growth_with_a_bound_leaves_the_base_about(store: Store, bound: str) -> None:
    """ "Over 20%" says nothing of how far the base lies from 1000 / 1.2, whatever bounds the value."""
    found = implied(store, count(1000, bound=bound, growth=20, growth_bound="at_least"))

    assert (833, "about") == tuple(found.iloc[0][["value", "bound"]])
    assert found[["value_low", "value_high"]].isna().all(axis=None)


@pytest.mark.parametrize(
    "stated",
    [
        count(100, growth=10, period_kind="since"),
        count(100, growth=10, bound="at_most"),
        count(100, growth=10, growth_unit="points"),
        count(100, growth=-100),
        count(100, growth=10, status="proposed"),
        observation(20, growth=30, growth_unit="points"),
        observation(90, growth=-20, growth_unit="points"),
    ],
    ids=["since", "at most", "count in points", "to nothing", "proposed", "below 0%", "above 100%"],
)
def test_some_growths_imply_nothing(store: Store, stated: Observation) -> None:
    """No earlier period of the kind, no upper limit to work from, or a base that cannot be."""
    assert implied(store, stated).empty


@pytest.mark.parametrize(
    ("kind", "start", "end", "before"),
    [
        ("year", date(2021, 1, 1), date(2021, 12, 31), (date(2020, 1, 1), date(2020, 12, 31))),
        ("part_year", date(2021, 1, 1), date(2021, 5, 31), (date(2020, 1, 1), date(2020, 5, 31))),
        ("multi_year", date(2021, 1, 1), date(2022, 12, 31), (date(2019, 1, 1), date(2020, 12, 31))),
        ("as_of", None, date(2024, 2, 29), (None, date(2023, 2, 28))),
    ],
)
def test_the_period_before_has_the_same_length(
    store: Store, kind: str, start: date | None, end: date, before: tuple[date | None, date]
) -> None:
    """A year back for a year or a part of one, two years back for two years."""
    found = implied(store, count(110, growth=10, period_kind=kind, period_start=start, period_end=end))

    shown = [None if pd.isna(day) else day.date() for day in found.iloc[0][["period_start", "period_end"]]]
    assert list(before) == shown


def test_an_implied_cell_shows_its_interval(store: Store) -> None:
    """The page gets both limits, and the period is marked as inferred."""
    given(store, observation(99, year=2021, growth=30, growth_unit="points_or_percent"))

    found = cell(store, RATE, CHENGDONG, 2020)

    columns = ["origin", "value", "value_low", "value_high", "period_basis", "verdicts"]
    assert ["implied", 69, 69, 76.15, "inferred", ["implied"]] == found[columns].tolist()


def growth(value: int, base: int, decimals: int, rounding: str) -> Decimal:
    """The growth from base to value in per cent, printed with so many decimals."""
    exact = Decimal(100 * (value - base)) / base
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding)


STATEMENTS = st.lists(
    st.tuples(
        st.integers(1, 10**6),
        st.integers(1, 10**6),
        st.integers(0, 2),
        st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN]),
    ),
    min_size=1,
    max_size=60,
)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example([(995, 1000, 0, ROUND_HALF_UP), (1005, 1000, 0, ROUND_HALF_UP), (1, 10**6, 2, ROUND_HALF_UP)])
@draw(STATEMENTS)
def test_the_true_base_always_lies_in_the_interval(store: Store, statements: list[tuple[int, int, int, str]]) -> None:
    """Whoever states round(100 * (value / base - 1), d) has his base within [value_low, value_high]."""
    store.execute("delete from observation")
    stated = [
        count(value, report=f"r{n:03}", growth=growth(value, base, d, rounding))
        for n, (value, base, d, rounding) in enumerate(statements)
        if growth(value, base, d, rounding) <= 100_000
    ]
    write.insert(store, "observation", map(row_of_observation, stated))
    write.build_marts(store)

    found = rows(store, "marts/implied_values").set_index("report_id")

    outside = [
        statement
        for n, statement in enumerate(statements)
        if f"r{n:03}" in found.index
        and not found.loc[f"r{n:03}", "value_low"] <= statement[1] <= found.loc[f"r{n:03}", "value_high"]
    ]
    assert [] == outside


@pytest.mark.parametrize(("value", "base"), [(1, 3), (700, 3), (301, 100), (100, 301), (66, 151), (999_999, 7)])
def test_a_growth_that_was_cut_off_finds_its_base_too(store: Store, value: int, base: int) -> None:
    """Some reports cut the decimals off; where no integer fits the rounded growth, the cut one is tried."""
    found = implied(store, count(value, growth=growth(value, base, 2, ROUND_DOWN)))

    assert found["value_low"].item() <= base <= found["value_high"].item()
    assert COUNT == found["indicator_id"].item()


def test_the_overview_finds_what_a_growth_implies(store: Store) -> None:
    """pages/overview__implied: the value before, of the year before, for the place and indicators asked for."""
    given(store, observation(99, growth=30, growth_unit="points"))

    found = rows(store, "pages/overview__implied", locality=CHENGDONG, indicators=[RATE])

    assert [[2019, 69.0, "implied"]] == found[["year", "value", "origin"]].to_numpy().tolist()
    assert rows(store, "pages/overview__implied", locality=KAIYUAN, indicators=[RATE]).empty
