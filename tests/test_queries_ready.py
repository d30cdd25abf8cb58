"""Marts that a page reads as they are, each made from a few given rows."""

from __future__ import annotations

import pytest
from conftest import Store, given, rows
from factories import CHENGDONG, COUNT, RATE, finding, observation

from faheng.data.place_names import PlaceNames
from faheng.model import Level, Locality, Observation, Status
from faheng.store import tables, write


@pytest.fixture
def places(store: Store) -> Store:
    """Four counties beside Chengdong."""
    for name in "abcd":
        place = Locality(f"63-{name}", name, name, Level.COUNTY, "630000", "630000", 500_000, "")
        write.insert(store, "locality", [tables.locality_row(place, PlaceNames())])
    return store


def of(name: str, value: object, **other: object) -> Observation:
    return observation(value, locality=f"63-{name}", **other)  # type: ignore[arg-type]


def test_a_place_counts_the_indicators_in_which_it_stands_among_enough(places: Store) -> None:
    """marts/compared_counts: the rate of four places has three others for each, the count of two has one."""
    given(places, *(of(each, 80) for each in "abcd"), *(of(each, 9, indicator=COUNT) for each in "ab"))
    found = rows(places, "marts/compared_counts")

    assert {f"63-{each}": 1 for each in "abcd"} == dict(zip(found["locality_code"], found["indicators"], strict=True))


def test_a_report_holds_what_it_states_and_which_is_the_newest(places: Store) -> None:
    """marts/stated_indicators: accepted figures alone, each indicator once."""
    given(places, of("a", 80, year=2020), of("a", 81, year=2021), of("a", 9, indicator=COUNT, year=2021),
          of("a", 7, indicator=COUNT, year=2020, status=Status.PROPOSED))  # fmt: skip
    found = rows(places, "marts/stated_indicators").set_index("newest")

    assert 2 == len(found)
    assert sorted([RATE, COUNT]) == list(found.loc[True, "indicator_ids"])
    assert [RATE] == list(found.loc[False, "indicator_ids"])


def test_a_report_is_held_against_each_theme(places: Store) -> None:
    """marts/report_coverage: a row a theme, what is stated in one and what applies to the level in each."""
    given(places, of("a", 80))
    found = rows(places, "marts/report_coverage")

    assert found["theme"].is_unique
    assert {("63-a", "a", 2020)} == set(
        found[["locality_code", "locality_zh", "year"]].itertuples(index=False, name=None)
    )
    assert [1] == found.loc[found["reported"] > 0, "reported"].tolist()
    assert (found["catalogue"] >= found["reported"]).all()
    assert found["catalogue"].sum() > 50


def test_a_finding_is_listed_with_all_its_names(places: Store) -> None:
    """marts/listed_findings: the gravest of a place first, its indicators in their order, in both languages."""
    rate, cases = observation(80), observation(9, indicator=COUNT)
    note = finding(rate, severity="note", explanation_zh="只是一注。")
    given(places, rate, cases, note, finding(cases, rate))
    found = rows(places, "marts/listed_findings")

    assert ["contradiction", "note"] == found["severity"].tolist()
    assert [CHENGDONG] * 2 == found["locality_code"].tolist()
    first = found.iloc[0]
    assert list(first["indicator_ids"]) == [COUNT, RATE]
    assert (2, 2) == (len(first["indicators_zh"]), len(first["indicators_en"]))
    assert "出庭" in first["indicators_zh"][1]
    assert ("城东", 2020) == (first["locality_zh"], first["report_year"])
