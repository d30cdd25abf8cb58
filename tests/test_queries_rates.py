"""marts/rate_counts and marts/derived_rates: rates worked out from counts, and their Wilson 95% intervals."""

from __future__ import annotations

import math
from datetime import date

import pytest
from conftest import Store, cell, given, rows
from factories import CHENGDONG, RATE, count, court_counts, observation
from hypothesis import HealthCheck, example, settings
from hypothesis import given as draw
from hypothesis import strategies as st

from faheng.model import Bound
from faheng.store import write
from faheng.store.observations import row_of_observation

RESOLUTION = "reconsideration_resolution_rate"


def wilson_limits(cases: int, of: int) -> tuple[float, float]:
    """The roots p of (cases/of - p)^2 = z^2 p (1 - p) / of, in percent: Wilson's definition, solved as a quadratic."""
    z2 = 1.959964**2
    a, b, c = of + z2, -(2 * cases + z2), cases * cases / of
    root = math.sqrt(max(0.0, b * b - 4 * a * c))
    return 100 * (-b - root) / (2 * a), 100 * (-b + root) / (2 * a)


@pytest.mark.parametrize(
    ("cases", "of", "low", "high"),
    [
        (0, 10, 0, 27.75),
        (10, 10, 72.25, 100),
        # Newcombe (1998), Statistics in Medicine 17, table I, method 3.
        (81, 263, 25.53, 36.62),
        (15, 148, 6.24, 16.05),
        (0, 20, 0, 16.11),
        (1, 29, 0.61, 17.18),
        (7, 20, 18.12, 56.71),
    ],
)
def test_wilson_limits_are_the_published_ones(store: Store, cases: int, of: int, low: float, high: float) -> None:
    """The interval of a rate from its counts is Wilson's, without continuity correction."""
    given(store, *court_counts(cases, of))

    found = cell(store, RATE, CHENGDONG, 2020)

    assert (low, high) == (round(found["interval_low"], 2), round(found["interval_high"], 2))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example([(0, 1), (1, 1), (999_999, 1_000_000)])
@draw(st.lists(st.integers(1, 10**6).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=1))
def test_wilson_limits_solve_wilsons_equation(store: Store, pairs: list[tuple[int, int]]) -> None:
    """For any counts the limits are the roots of Wilson's equation and enclose the share."""
    store.execute("delete from observation")
    both = [each for n, pair in enumerate(pairs) for each in court_counts(*pair, report=f"r{n:03}")]
    write.insert(store, "observation", map(row_of_observation, both))
    write.build_marts(store)

    found = rows(store, "marts/rate_counts").sort_values("report_id")

    limits = [limit for pair in pairs for limit in wilson_limits(*pair)]
    shown = [limit for row in found.itertuples() for limit in (row.interval_low, row.interval_high)]
    assert pytest.approx(limits, abs=0.0002) == shown
    assert all(row.interval_low <= row.value <= row.interval_high for row in found.itertuples())


def test_a_rate_is_derived_from_its_counts(store: Store) -> None:
    """7 of 20 hearings make 35%, with both counts."""
    given(store, *court_counts(7, 20))

    found = cell(store, RATE, CHENGDONG, 2020)

    assert (35, 7, 20, "derived") == tuple(found[["value", "numerator", "denominator", "origin"]])


def test_sums_stand_above_and_below_the_line(store: Store) -> None:
    """Shenyang's rate: (15185 + 7013) / (15185 + 22909), the settled before filing on both sides."""
    stated = {"prefiling": 15185, "mediated": 7013, "concluded": 22909}
    given(store, *(count(value, indicator=f"reconsideration_{name}") for name, value in stated.items()))

    found = cell(store, RESOLUTION, CHENGDONG, 2020)

    assert (22198, 38094, 58.2716) == tuple(found[["numerator", "denominator", "value"]])


def test_a_sum_with_a_part_missing_makes_no_rate(store: Store) -> None:
    """An unknown summand is not zero."""
    counts = (count(n, indicator=f"reconsideration_{name}") for name, n in (("mediated", 7), ("concluded", 20)))
    given(store, *counts)

    assert RESOLUTION not in rows(store, "marts/derived_rates")["indicator_id"].tolist()


@pytest.mark.parametrize(
    "change",
    [
        {"bound": Bound.AT_LEAST},
        {"report": "another"},
        {"period_end": date(2020, 11, 30)},
        {"status": "proposed"},
    ],
    ids=["bounded", "other report", "other period", "proposed"],
)
def test_counts_that_do_not_belong_together_make_no_rate(store: Store, change: dict[str, object]) -> None:
    """Both counts must be exact, accepted and of one report and period."""
    appearances, _ = court_counts(7, 20)
    _, hearings = court_counts(7, 20, **change)
    given(store, appearances, hearings)

    assert rows(store, "marts/derived_rates").empty


@pytest.mark.parametrize(("cases", "of"), [(21, 20), (0, 0)])
def test_more_cases_than_there_are_make_no_rate(store: Store, cases: int, of: int) -> None:
    """k > n is a contradiction in the report, and nothing divided by nothing is no share."""
    given(store, *court_counts(cases, of))

    assert rows(store, "marts/rate_counts").empty


def test_one_part_passes_its_scope_on(store: Store) -> None:
    """A numerator of a part over the whole makes a rate of that part, under another definition."""
    appearances, _ = court_counts(7, 20, scope="departments")
    _, hearings = court_counts(7, 20)
    given(store, appearances, hearings)

    found = cell(store, RATE, CHENGDONG, 2020)

    assert ("departments", ["other_definition", "derived"]) == (found["scope"], found["verdicts"])


def test_two_different_parts_make_no_rate(store: Store) -> None:
    """Departments over the government itself would be a share of nothing."""
    appearances, _ = court_counts(7, 20, scope="departments")
    _, hearings = court_counts(7, 20, scope="government_defendant")
    given(store, appearances, hearings)

    assert rows(store, "marts/rate_counts").empty


def test_the_whole_count_goes_before_its_part(store: Store) -> None:
    """20 hearings in all, 8 of them of departments: the rate is over 20."""
    part = count(8, indicator="court_hearings", scope="departments", at=50)
    given(store, *court_counts(7, 20), part)

    found = rows(store, "marts/rate_counts")

    assert [(7, 20, "")] == list(found[["numerator", "denominator", "scope"]].itertuples(index=False, name=None))


def test_two_parts_of_a_count_make_no_rate(store: Store) -> None:
    """Which of two partial counts is meant is not guessed."""
    parts = (count(8, indicator="court_hearings", scope=scope) for scope in ("departments", "government_defendant"))
    appearances, _ = court_counts(7, 20)
    given(store, appearances, *parts)

    assert rows(store, "marts/rate_counts").empty


def test_a_stated_rate_is_not_derived_again(store: Store) -> None:
    """The stated rate keeps its own value and takes the interval of its counts."""
    given(store, observation(35, at=50), *court_counts(7, 20))

    found = cell(store, RATE, CHENGDONG, 2020)

    assert ("reported", 20, 18.12) == (found["origin"], found["denominator"], round(found["interval_low"], 2))
    assert rows(store, "marts/derived_rates").empty


def test_counts_that_give_another_rate_lend_no_interval(store: Store) -> None:
    """A stated 80% does not get the interval of 7 of 20."""
    given(store, observation(80, at=50), *court_counts(7, 20))

    found = cell(store, RATE, CHENGDONG, 2020)

    assert (80, True) == (found["value"], found[["interval_low", "interval_high", "denominator"]].isna().all())


def test_a_derived_rate_is_linked_to_its_counts(store: Store) -> None:
    """marts/derivation names each input with its side; marts/facts holds all three."""
    appearances, hearings = court_counts(7, 20)
    given(store, appearances, hearings)
    derived = rows(store, "marts/derived_rates")["id"].item()

    links = rows(store, "marts/derivation")
    facts = rows(store, "marts/facts")

    expected = {
        (derived, appearances.id, "numerator", 1, CHENGDONG),
        (derived, hearings.id, "denominator", 2, CHENGDONG),
    }
    assert expected == set(links.itertuples(index=False, name=None))
    assert {derived: "derived", appearances.id: "reported", hearings.id: "reported"} == dict(
        zip(facts["id"], facts["origin"], strict=True)
    )
