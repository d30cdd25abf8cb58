"""The values of a distribution: of one level, comparable, of one year or each place's latest."""

from __future__ import annotations

import pytest
from conftest import Store, given, rows
from factories import CHENGDONG, COUNT, RATE, SHENYANG, observation

from faheng.data.place_names import PlaceNames
from faheng.model import Level, Locality, Observation
from faheng.store import tables, write

NAMES = "abcd"


@pytest.fixture
def places(store: Store) -> Store:
    """Four counties of one province beside Chengdong; the last has no known population."""
    for name in NAMES:
        people = None if name == "d" else 100_000
        place = Locality(f"63-{name}", name, name, Level.COUNTY, "630000", "630000", people, "")
        write.insert(store, "locality", [tables.locality_row(place, PlaceNames())])
    return store


def found(store: Store, indicator: str = RATE, **other: object) -> dict[str, tuple[int, float]]:
    """Place -> year and value."""
    asked = {"level": "county", "locality": CHENGDONG, "year": None, "span": None, "most": True, "least": 3,
             "province": None, "per_residents": False, "per_year": False, "language": "zh"} | other  # fmt: skip
    read = rows(store, "pages/compare__spread", indicator=indicator, **asked)
    return {row.locality_code.removeprefix("63-"): (row.year, row.value) for row in read.itertuples()}


def of(name: str, value: object, year: int = 2020, **other: object) -> Observation:
    """A figure of one of them."""
    return observation(value, locality=f"63-{name}", year=year, **other)  # type: ignore[arg-type]


def test_the_year_in_which_most_are_comparable_goes_before_the_latest(places: Store) -> None:
    given(places, observation(80), of("a", 70), of("b", 60), of("a", 99, 2022), of("b", 98, 2022))

    assert {CHENGDONG: (2020, 80), "a": (2020, 70), "b": (2020, 60)} == found(places)
    assert {CHENGDONG: (2020, 80), "a": (2022, 99), "b": (2022, 98)} == found(places, most=False)
    assert {"a": (2022, 99), "b": (2022, 98)} == found(places, year=2022)
    assert {"a": (2022, 99), "b": (2022, 98)} == found(places, span=[2021, 2022])


def test_what_cannot_be_compared_and_other_levels_stay_away(places: Store) -> None:
    given(places, observation(80), of("a", 70, bound="at_least"), observation(60, locality=SHENYANG))

    assert {CHENGDONG: (2020, 80)} == found(places)


def test_a_place_of_unknown_population_has_no_figure_per_resident(places: Store) -> None:
    given(places, of("a", 50, indicator=COUNT), of("d", 50, indicator=COUNT))

    assert {"a": (2020, 5.0)} == found(places, COUNT, per_residents=True)
