"""faheng.store.shown: what a cell says, one verdict at a time, and which rows stand where nothing is known."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from conftest import Store, cell, cells, given
from factories import CHENGDONG, COUNT, KAIYUAN, RATE, SHENYANG, TUCHENGZI, count, court_counts, observation, report

from faheng.model import Bound, Observation

RESOLUTION = "reconsideration_resolution_rate"
SHARE = "reconsideration_settled_share"
SETTLEMENT = "reconsideration_settlement_rate"


def until(day: date, **other: object) -> dict[str, object]:
    """A period from New Year's Day to the day."""
    return {"period_start": date(day.year, 1, 1), "period_end": day, **other}


def test_an_exact_yearly_value_is_compared(store: Store) -> None:
    """Own definition, whole locality, full year, exact: nothing bars comparison."""
    given(store, observation(81))

    assert ["compared"] == cell(store, RATE, CHENGDONG, 2020)["verdicts"]


@pytest.mark.parametrize("bound", [Bound.AT_LEAST, Bound.AT_MOST, Bound.ABOUT])
def test_a_value_with_a_bound_is_bounded(store: Store, bound: Bound) -> None:
    """At least, at most and about keep a value out of the comparison."""
    given(store, observation(81, bound=bound))

    assert ["bounded"] == cell(store, RATE, CHENGDONG, 2020)["verdicts"]


def test_a_range_is_bounded_and_has_both_ends_and_no_value(store: Store) -> None:
    """Nothing can take it for an exact value, and a growth stated with it implies nothing."""
    given(store, observation(81, bound=Bound.BETWEEN, upper=Decimal(85), growth=10, growth_unit="points"))

    found = cell(store, RATE, CHENGDONG, 2020)

    assert ["bounded"] == found["verdicts"]
    assert (81, 85, "between") == tuple(found[name] for name in ("value_low", "value_high", "bound"))
    assert found.isna()["value"]
    assert cells(store, RATE, CHENGDONG, [2019])["value"].isna().all()


def test_a_value_of_a_part_has_another_definition(store: Store) -> None:
    """A scope is said, with its name in the reader's language."""
    given(store, observation(81, scope="departments"))

    found = cell(store, RATE, CHENGDONG, 2020, "en")

    assert (["other_definition"], "government departments") == (found["verdicts"], found["scope_name"])


@pytest.mark.parametrize(
    ("indicator", "last_day", "verdicts"),
    [
        (RATE, date(2022, 10, 27), ["compared"]),  # day 300
        (RATE, date(2022, 10, 26), ["other_period"]),
        (COUNT, date(2022, 12, 26), ["compared"]),  # day 360
        (COUNT, date(2022, 12, 25), ["other_period"]),
    ],
)
def test_a_year_must_be_nearly_full(store: Store, indicator: str, last_day: date, verdicts: list[str]) -> None:
    """A rate needs 300 days of its year and a count 360, the limits of comparability."""
    given(store, observation(81, indicator=indicator, year=2022, **until(last_day)))

    assert verdicts == cell(store, indicator, CHENGDONG, 2022)["verdicts"]


@pytest.mark.parametrize("kind", ["part_year", "multi_year", "since"])
def test_other_periods_are_not_compared(store: Store, kind: str) -> None:
    """Part of a year, several years and "since" are other periods, however long."""
    given(store, observation(81, period_kind=kind, period_start=date(2019, 1, 1)))

    assert ["other_period"] == cell(store, RATE, CHENGDONG, 2020)["verdicts"]


def test_a_value_as_of_a_day_stands_for_its_year(store: Store) -> None:
    """A stock needs no full year."""
    stock = observation(95, indicator="online_handling_rate", period_kind="as_of", period_start=None)
    given(store, stock)

    assert ["compared"] == cell(store, "online_handling_rate", CHENGDONG, 2020)["verdicts"]


@pytest.mark.parametrize(("hearings", "verdicts"), [(9, ["too_few", "derived"]), (10, ["derived"])])
def test_a_rate_over_fewer_than_ten_cases_is_too_few(store: Store, hearings: int, verdicts: list[str]) -> None:
    """Nine cases are too few, ten are not; and a rate from its counts is derived."""
    given(store, *court_counts(5, hearings))

    assert verdicts == cell(store, RATE, CHENGDONG, 2020)["verdicts"]


BASE = "litigation_cases"


@pytest.mark.parametrize(
    ("bases", "verdicts"),
    [
        ([count(2, indicator=BASE)], ["too_few"]),
        ([count(9, indicator=BASE, at=5)], ["too_few"]),
        ([count(10, indicator=BASE)], ["compared"]),
        ([count(2, indicator=BASE, bound=Bound.AT_LEAST)], ["compared"]),
        ([count(2, indicator=BASE, scope="first_instance")], ["compared"]),
        ([count(2, indicator=BASE), count(12, indicator="court_hearings", at=9)], ["compared"]),
        ([count(3, indicator="court_hearings")], ["too_few"]),
        ([count(2, indicator=BASE, year=2019)], ["compared"]),
        ([], ["compared"]),
    ],
    ids=["two", "nine", "ten", "at-least", "part", "more-hearings", "own-denominator", "other-year", "no-base"],
)
def test_a_stated_rate_of_a_tiny_base_is_too_few(store: Store, bases: list[Observation], verdicts: list[str]) -> None:
    """100% of two cases, where the report gives the cases and no two counts; what may be more is not few."""
    given(store, observation(100), *bases)
    found = cell(store, RATE, CHENGDONG, 2020)

    assert verdicts == found["verdicts"]
    assert (verdicts == ["too_few"]) == (found["denominator"] is not None and found["denominator"] < 10)


def test_a_value_worked_back_is_implied(store: Store) -> None:
    """The year before a stated growth says that nobody published its value."""
    given(store, observation(90, year=2021, growth=10, growth_unit="points"))

    found = cell(store, RATE, CHENGDONG, 2020)

    assert (["implied"], 80) == (found["verdicts"], found["value"])


def test_three_years_of_100_percent_are_at_the_ceiling(store: Store) -> None:
    """The values stay comparable; only their trend says nothing."""
    given(store, *(observation(100, year=year) for year in (2019, 2020, 2021)))

    assert ["at_ceiling", "compared"] == cell(store, RATE, CHENGDONG, 2020)["verdicts"]


@pytest.mark.parametrize("values", [(100, 100), (100, 100, 100, 99)])
def test_a_shorter_or_broken_run_is_no_ceiling(store: Store, values: tuple[int, ...]) -> None:
    """Two years are too short, and one value below 100 still moves the trend."""
    given(store, *(observation(value, year=2018 + n) for n, value in enumerate(values)))

    assert ["compared"] == cell(store, RATE, CHENGDONG, 2018)["verdicts"]


@pytest.mark.parametrize(
    "middle",
    [
        {"year": 2022},
        {"scope": "departments"},
        {"bound": Bound.ABOUT},
        {"period_kind": "part_year", "period_start": date(2020, 1, 1), "period_end": date(2020, 6, 30)},
    ],
    ids=["another year", "another scope", "about", "part of a year"],
)
def test_a_run_is_of_years_that_follow_each_other_and_of_one_definition(store: Store, middle: dict) -> None:
    """2019, something else, 2021: three values, but no three years."""
    figures = [observation(100, year=2019), observation(100, **{"year": 2020} | middle), observation(100, year=2021)]
    given(store, *figures)

    found = cells(store, RATE, CHENGDONG, [2019, 2020, 2021, 2022])["verdicts"]
    assert not any("at_ceiling" in verdicts for verdicts in found)


def test_only_the_years_of_the_run_are_at_the_ceiling(store: Store) -> None:
    """A value below before it, and a single 100% years earlier, are not."""
    values = {2015: 100, 2017: 95, 2018: 100, 2019: 100, 2020: 100}
    given(store, *(observation(value, year=year) for year, value in values.items()))

    found = cells(store, RATE, CHENGDONG, list(values))
    assert [False, False, True, True, True] == ["at_ceiling" in verdicts for verdicts in found["verdicts"]]


def test_verdicts_come_strictest_first(store: Store) -> None:
    """All that holds is said, in the order of the table of verdicts."""
    given(store, observation(81, scope="departments", bound=Bound.ABOUT, period_kind="part_year"))

    expected = ["other_definition", "other_period", "bounded"]
    assert expected == cell(store, RATE, CHENGDONG, 2020)["verdicts"]


def test_an_empty_cell_says_why(store: Store) -> None:
    """No task of this level before no report, and a report without the figure is not zero."""
    given(store, report("tu", locality=TUCHENGZI), report("cheng"))

    found = cells(store, [RATE, RESOLUTION], [TUCHENGZI, CHENGDONG, KAIYUAN], [2020])

    not_held, not_said, not_theirs = ["no_report"], ["not_reported"], ["not_applicable"]
    assert [not_said, not_theirs, not_said, not_said, not_held, not_held] == found["verdicts"].tolist()
    assert found["value"].isna().all()


def test_a_report_answers_for_the_year_its_period_ends_in(store: Store) -> None:
    """A report on two years states no figure of the first alone, so that year has no report."""
    given(store, report(period_start=date(2019, 1, 1)))

    found = cells(store, RATE, CHENGDONG, [2018, 2019, 2020])

    assert [["no_report"], ["no_report"], ["not_reported"]] == found["verdicts"].tolist()
    assert [2018, 2019, 2020] == found["year"].tolist()


def test_a_partly_read_report_leaves_open_what_it_states(store: Store) -> None:
    """What was not looked for is not read, never not reported."""
    given(store, report(read="partly"))

    assert [["not_read"]] == cells(store, RATE, CHENGDONG, [2020])["verdicts"].tolist()


@pytest.mark.parametrize(("oldest", "verdicts"), [(2020, ["compared"]), (2019, ["other_period"])])
def test_the_latest_value_lies_within_three_years_of_the_newest(store: Store, oldest: int, verdicts: list[str]) -> None:
    """Three years behind the newest of any locality still counts as latest, four do not."""
    given(store, observation(81, year=oldest), observation(90, year=2023, locality=KAIYUAN))

    found = cell(store, RATE, CHENGDONG)

    assert (oldest, 2023, verdicts) == (found["year"], found["newest_year"], found["verdicts"])


def test_a_wanted_year_is_not_measured_against_the_newest(store: Store) -> None:
    """Who asks for 2015 gets 2015, comparable."""
    given(store, observation(81, year=2015), observation(90, year=2023, locality=KAIYUAN))

    assert ["compared"] == cell(store, RATE, CHENGDONG, 2015)["verdicts"]


def test_rows_come_in_the_order_asked_for(store: Store) -> None:
    """Locality, then indicator, then year, as given; one row each."""
    given(store, observation(81), observation(82, year=2021), count(7, locality=SHENYANG))

    found = cells(store, [COUNT, RATE], [SHENYANG, CHENGDONG], [2021, 2020])

    places = [SHENYANG] * 4 + [CHENGDONG] * 4
    assert places == found["locality_code"].tolist()
    assert [COUNT, COUNT, RATE, RATE] * 2 == found["indicator_id"].tolist()
    assert [2020, 2021] * 4 == found["year"].tolist()


def test_the_language_picks_every_name(store: Store) -> None:
    """Names, titles, publishers and notes come in the reader's language."""
    given(store, observation(81, note_zh="注", note_en="a note"))
    columns = ["locality", "indicator", "report_title", "publisher", "note"]

    english = cell(store, RATE, CHENGDONG, 2020, "en")[columns].tolist()
    chinese = cell(store, RATE, CHENGDONG, 2020, "zh")[columns].tolist()

    name = "Court-appearance rate of agency heads"
    assert ["Chengdong", name, "Annual report on law-based government", "District government", "a note"] == english
    assert ["城东", "行政机关负责人出庭应诉率", "法治政府建设年度报告", "区人民政府", "注"] == chinese


def test_a_neighbour_stands_in_as_another_definition(store: Store) -> None:
    """Where the indicator is missing its neighbour is shown, named, with the reason."""
    given(store, observation(40, indicator=SHARE))

    found = cell(store, RESOLUTION, CHENGDONG, 2020, "en")

    assert (40, SHARE, False, ["other_definition"]) == tuple(
        found[["value", "source_indicator_id", "own_definition", "verdicts"]]
    )
    assert "accepted cases" in found["reason"]


def test_the_indicator_itself_goes_before_its_neighbours(store: Store) -> None:
    """Even a bounded value of the right definition keeps the neighbour away."""
    given(store, observation(50, indicator=RESOLUTION, bound=Bound.ABOUT), observation(40, indicator=SHARE, at=50))

    found = cell(store, RESOLUTION, CHENGDONG, 2020)

    assert (50, True, ["bounded"]) == (found["value"], found["own_definition"], found["verdicts"])


def test_the_nearest_neighbour_stands_in_first(store: Store) -> None:
    """Rank decides, not the order in the report."""
    given(store, observation(45, indicator=SETTLEMENT), observation(40, indicator=SHARE, at=50))

    assert SHARE == cell(store, RESOLUTION, CHENGDONG, 2020)["source_indicator_id"]


def test_an_implied_value_stands_in_for_nothing(store: Store) -> None:
    """Worked back and of another definition would be too far off."""
    given(store, observation(40, indicator=SHARE, year=2021, growth=10, growth_unit="points"), report())

    assert ["not_reported"] == cell(store, RESOLUTION, CHENGDONG, 2020)["verdicts"]


def test_a_cell_knows_its_change_and_population(store: Store) -> None:
    """The stated growth comes with its unit; the population serves figures per head."""
    given(store, observation(81, growth=-2.5, growth_unit="points"))

    found = cell(store, RATE, CHENGDONG, 2020)

    assert (-2.5, "points", 489372) == tuple(found[["change", "change_unit", "population"]])
