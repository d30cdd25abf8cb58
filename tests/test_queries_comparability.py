"""marts/comparability: the limits an indicator obeys, its own before the common ones; cells obey them."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import Store, cell, given, rows
from factories import CHENGDONG, COUNT, KAIYUAN, LIMITS, RATE, TUCHENGZI, count, court_counts, observation

from faheng.data.comparability import IndicatorSetting
from faheng.model import Observation
from faheng.store import write

SETUP = "company_setup_days"


def limited(store: Store, indicator: str, setting: str, value: str) -> None:
    """The indicator has this limit of its own."""
    own = IndicatorSetting(indicator, setting, value, "因", "because")
    write.insert(store, "indicator_setting", [write.columns(own)])


def test_an_indicator_obeys_the_common_limits_of_its_kind(store: Store) -> None:
    """A rate those of rates, a count those of counts, a duration those of rates."""
    found = rows(store, "marts/comparability").set_index("indicator_id")

    assert [300, 360, 300] == found.loc[[RATE, COUNT, SETUP], "full_year_min_days"].tolist()
    assert ["yes", "per_resident", "yes"] == found.loc[[RATE, COUNT, SETUP], "across_levels"].tolist()
    same = ["latest_window_years", "too_few_cases", "ceiling_run"]
    assert [LIMITS[name] for name in same] == found.loc[RATE, same].tolist()
    assert len(found) == len(rows(store, "pages/filters__indicators", language="zh"))


def test_a_limit_of_its_own_goes_before_the_common_one(store: Store) -> None:
    """And leaves the other limits and the other indicators alone."""
    limited(store, RATE, "too_few_cases", "30")
    limited(store, COUNT, "compared_scopes", "bills|suggestions")
    found = rows(store, "marts/comparability").set_index("indicator_id")

    assert (30, 300) == tuple(found.loc[RATE, ["too_few_cases", "full_year_min_days"]])
    assert ["bills", "suggestions"] == list(found.loc[COUNT, "compared_scopes"])
    others = found.drop(index=[RATE, COUNT])
    assert ({10}, {"own"}) == (set(others["too_few_cases"]), {"|".join(each) for each in others["compared_scopes"]})


@pytest.mark.parametrize(("fewest", "verdicts"), [("20", ["derived"]), ("21", ["too_few", "derived"])])
def test_too_few_cases_can_be_more_for_one_rate(store: Store, fewest: str, verdicts: list[str]) -> None:
    """Twenty hearings are enough where twenty are asked for."""
    limited(store, RATE, "too_few_cases", fewest)
    given(store, *court_counts(5, 20))

    assert verdicts == cell(store, RATE, CHENGDONG, 2020)["verdicts"]


@pytest.mark.parametrize(("days", "verdicts"), [("91", ["compared"]), ("92", ["other_period"])])
def test_a_year_can_be_shorter_for_one_indicator(store: Store, days: str, verdicts: list[str]) -> None:
    """January to March has 91 days in 2020."""
    limited(store, COUNT, "full_year_min_days_count", days)
    given(store, count(7, period_end=date(2020, 3, 31)))

    assert verdicts == cell(store, COUNT, CHENGDONG, 2020)["verdicts"]


@pytest.mark.parametrize(
    ("compared", "verdicts"),
    [("own", ["other_definition"]), ("bills", ["other_definition"]), ("bills|suggestions", ["compared"]),
     ("any", ["compared"])],
)  # fmt: skip
def test_scopes_that_count_as_the_definition_are_compared(store: Store, compared: str, verdicts: list[str]) -> None:
    """Only those that are named, or all."""
    limited(store, COUNT, "compared_scopes", compared)
    given(store, count(7, scope="suggestions"))

    assert verdicts == cell(store, COUNT, CHENGDONG, 2020)["verdicts"]


@pytest.mark.parametrize(("stated", "value"), [(["", "bills", "suggestions"], 0), (["bills", "suggestions"], 1)])
def test_a_compared_scope_fills_the_cell_before_another(store: Store, stated: list[str], value: int) -> None:
    """The whole first, then a scope that counts as the whole, then any other."""
    limited(store, COUNT, "compared_scopes", "suggestions")
    given(store, *(count(n, scope=scope, at=n) for n, scope in enumerate(stated)))

    assert value == cell(store, COUNT, CHENGDONG, 2020)["value"]


@pytest.mark.parametrize(("window", "verdicts"), [("1", ["other_period"]), ("2", ["compared"])])
def test_the_latest_can_lie_closer_for_one_indicator(store: Store, window: str, verdicts: list[str]) -> None:
    """Two years behind the newest of any place."""
    limited(store, RATE, "latest_window_years", window)
    given(store, observation(81), observation(90, year=2022, locality=KAIYUAN))

    assert verdicts == cell(store, RATE, CHENGDONG)["verdicts"]


def test_a_run_at_the_ceiling_can_be_longer_for_one_rate(store: Store) -> None:
    """Three years at 100% are no ceiling where four are asked for."""
    limited(store, RATE, "ceiling_run", "4")
    given(store, *(observation(100, year=year) for year in (2019, 2020, 2021)))

    assert ["compared"] == cell(store, RATE, CHENGDONG, 2020)["verdicts"]


@pytest.mark.parametrize(
    ("stated", "across", "apart"),
    [
        (observation(81), "yes", ["other_level"]),
        (count(7), "per_resident", ["other_level"]),
        (
            count(7, scope="bills", period_kind="since"),
            "per_resident",
            ["other_definition", "other_level", "other_period"],
        ),
    ],
)
def test_a_cell_says_what_holds_beside_another_level(
    store: Store, stated: Observation, across: str, apart: list[str]
) -> None:
    """verdicts_apart in the order of strictness, whatever across_levels allows; verdicts stay as they are."""
    given(store, stated)

    found = cell(store, stated.indicator_id, CHENGDONG, 2020)

    assert (across, apart) == (found["across_levels"], list(found["verdicts_apart"]))
    assert "other_level" not in found["verdicts"]


def test_a_cell_without_a_value_is_of_no_other_level(store: Store) -> None:
    """What is not reported cannot be put apart."""
    given(store, observation(81, locality=TUCHENGZI), observation(90, year=2021))

    assert ["no_report"] == list(cell(store, RATE, TUCHENGZI, 2021)["verdicts_apart"])


def test_methods_show_the_limits_of_an_indicator_after_the_common_ones(store: Store) -> None:
    """With the indicator, the limit, its value, the scopes by name and the reason; in the reader's language."""
    limited(store, COUNT, "compared_scopes", "bills|suggestions")
    found = rows(store, "pages/methods__settings", language="en")

    assert list(LIMITS) == found.loc[found["indicator"].isna(), "id"].tolist()
    assert ["People's-congress proposals handled", "compared_scopes", "bills only|suggestions only", "because"] == (
        found.iloc[-1][["indicator", "id", "scopes", "reason"]].tolist()
    )


def test_methods_show_the_groups_of_peers(store: Store) -> None:
    """In the order of the file, with what the rule needs."""
    found = rows(store, "pages/methods__peer_groups", language="zh")

    assert ["同级", "同省同级", "人口相近"] == found["name"].tolist()
    assert [("level", 0), ("province", 0), ("population", 15)] == list(
        found[["rule", "k"]].fillna(0).itertuples(index=False, name=None)
    )
    assert found["reason"].str.len().gt(10).all()
