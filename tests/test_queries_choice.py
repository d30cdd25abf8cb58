"""marts/cells: which of several facts fills a cell, and what the others make of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from conftest import Store, cell, given, rows
from factories import CHENGDONG, RATE, court_counts, finding, observation, report

from faheng.model import Bound, Status

SHORT = {"period_kind": "part_year", "period_start": date(2020, 1, 1), "period_end": date(2020, 5, 31)}


def test_only_accepted_observations_fill_cells(store: Store) -> None:
    """A figure that a person has yet to decide on, or has rejected, leaves the cell empty."""
    given(store, observation(81, status=Status.PROPOSED), observation(82, status=Status.REJECTED, at=50))

    assert ["not_reported"] == cell(store, RATE, CHENGDONG, 2020)["verdicts"]


def test_the_year_of_a_cell_is_the_year_of_the_periods_end(store: Store) -> None:
    """A period of two years fills the cell of its last year."""
    two_years = {"period_kind": "multi_year", "period_start": date(2019, 1, 1)}
    given(store, observation(81, **two_years))

    found = rows(store, "pages/filters__years")

    assert [2020] == found["year"].tolist()


def test_whole_locality_goes_before_a_scope(store: Store) -> None:
    """A figure for the whole locality fills the cell, though the part's is from an exact full year."""
    whole = observation(81, bound=Bound.AT_LEAST, **SHORT)
    given(store, observation(82, scope="departments", at=50), whole)

    assert whole.id == cell(store, RATE, CHENGDONG, 2020)["observation_id"]


def test_reported_goes_before_derived(store: Store) -> None:
    """A rate that the article states fills the cell, not the one worked out from the annual report's counts."""
    stated = observation(81, report="article", bound=Bound.ABOUT)
    given(store, report("article", kind="article"), stated, *court_counts(50, 100, report="annual"))

    assert 81 == cell(store, RATE, CHENGDONG, 2020)["value"]


def test_derived_goes_before_implied(store: Store) -> None:
    """Counts of the year itself go before what the next year's growth implies for it."""
    next_year = observation(90, year=2021, growth=10, growth_unit="points")
    given(store, next_year, *court_counts(50, 100))

    found = cell(store, RATE, CHENGDONG, 2020)

    assert ("derived", 50) == (found["origin"], found["value"])


def test_full_year_goes_before_another_period(store: Store) -> None:
    """The value "at least" of the year goes before the exact one of five months."""
    given(store, observation(81, **SHORT), observation(82, bound=Bound.AT_LEAST, at=50))

    assert 82 == cell(store, RATE, CHENGDONG, 2020)["value"]


def test_exact_goes_before_bounded(store: Store) -> None:
    """The exact value of an article goes before "at least" in the annual report."""
    article = report("article", kind="article")
    given(store, article, observation(82, report="article"), observation(81, bound=Bound.AT_LEAST, at=50))

    assert 82 == cell(store, RATE, CHENGDONG, 2020)["value"]


@pytest.mark.parametrize(("better", "worse"), [("annual_report", "work_report"), ("work_report", "article")])
def test_annual_report_goes_before_work_report_before_article(store: Store, better: str, worse: str) -> None:
    """Of two like values the one of the report that is closer to the source fills the cell."""
    reports = report("a", kind=worse), report("b", kind=better)
    given(store, *reports, observation(81, report="a"), observation(82, report="b"))

    assert 82 == cell(store, RATE, CHENGDONG, 2020)["value"]


def test_two_reports_with_different_values_dispute_the_cell(store: Store) -> None:
    """The cell shows one value, names the other and stays out of the comparison."""
    first, second = observation(81, report="a"), observation(83, report="b")
    given(store, first, second)

    found = cell(store, RATE, CHENGDONG, 2020)

    both = {first.id: Decimal(81), second.id: Decimal(83)}
    assert ["disputed"] == found["verdicts"]
    other = next(iter(found["contradicting"]))
    assert both == {found["observation_id"]: Decimal(int(found["value"])), other["observation_id"]: other["value"]}


def test_two_reports_within_the_printed_precision_corroborate(store: Store) -> None:
    """81.4 and 81 agree where one of them is printed to the whole."""
    fine = observation(81.4, report="a")
    given(store, fine, observation(81, report="b"))

    found = cell(store, RATE, CHENGDONG, 2020)

    assert (["compared"], 1, 0) == (found["verdicts"], len(found["corroborating"]), len(found["contradicting"]))


@pytest.mark.parametrize(
    "other",
    [
        {"bound": Bound.AT_LEAST},
        {"scope": "departments"},
        SHORT,
        {"status": Status.PROPOSED},
        {"year": 2019},
    ],
    ids=["bounded", "scope", "period", "proposed", "year"],
)
def test_figures_for_something_else_contradict_nothing(store: Store, other: dict[str, object]) -> None:
    """Only exact accepted values of the same scope and period can contradict each other."""
    given(store, observation(81, report="a"), observation(60, report="b", **other))

    assert ["compared"] == cell(store, RATE, CHENGDONG, 2020)["verdicts"]


def test_a_finding_of_contradiction_disputes_the_cell(store: Store) -> None:
    """A check that found a contradiction keeps its observations out of the comparison."""
    wrong = observation(81)
    given(store, wrong, finding(wrong))

    assert ["disputed"] == cell(store, RATE, CHENGDONG, 2020)["verdicts"]


def test_a_finding_of_less_weight_disputes_nothing(store: Store) -> None:
    """A remark is no contradiction."""
    odd = observation(81)
    given(store, odd, finding(odd, severity="doubtful"))

    assert ["compared"] == cell(store, RATE, CHENGDONG, 2020)["verdicts"]
