"""What a cell is put together from: the answers of the store of which faheng.store.shown makes what a page shows."""

from __future__ import annotations

from dataclasses import replace

from conftest import Store, given, rows
from factories import CHENGDONG, KAIYUAN, RATE, observation, report

from faheng.model import Status


def test_the_filled_cells_are_the_latest_or_those_of_the_years(store: Store) -> None:
    """Of the places and indicators that are asked for alone."""
    given(store, observation(61, year=2018), observation(63, year=2020), observation(70, locality=KAIYUAN, year=2020))
    asked = {"localities": [CHENGDONG], "indicators": [RATE], "language": "zh"}

    latest = rows(store, "pages/shared__filled", from_year=None, to_year=None, **asked)
    years = rows(store, "pages/shared__filled", from_year=2017, to_year=2019, **asked)

    assert [(2020, 63.0)] == list(zip(latest["year"], latest["value"], strict=True))
    assert [(2018, 61.0)] == list(zip(years["year"], years["value"], strict=True))


def test_the_years_with_a_report_name_the_best(store: Store) -> None:
    """In their order, a year once."""
    given(store, report("later", year=2021), report("earlier", year=2019), report("elsewhere", locality=KAIYUAN))

    found = rows(store, "pages/shared__held", localities=[CHENGDONG], language="zh")

    assert [(2019, "earlier"), (2021, "later")] == list(zip(found["year"], found["report_id"], strict=True))


def test_a_place_is_told_in_the_language(store: Store) -> None:
    """A code that no place has is passed over."""
    zh = rows(store, "pages/shared__places", localities=[KAIYUAN, "999999"], language="zh")
    en = rows(store, "pages/shared__places", localities=[KAIYUAN], language="en")

    assert [(KAIYUAN, "开原")] == list(zip(zh["locality_code"], zh["locality"], strict=True))
    assert ["Kaiyuan"] == list(en["locality"])


def test_a_figure_that_waits_for_a_person_is_named(store: Store) -> None:
    """And none that was accepted."""
    waiting = replace(observation(61, year=2018), status=Status.PROPOSED)
    given(store, waiting, observation(63, year=2020))

    found = rows(store, "pages/shared__proposed", localities=[CHENGDONG])

    assert [(2018, waiting.id)] == list(zip(found["year"], found["observation_id"], strict=True))


def test_a_definition_knows_the_newest_year_anywhere(store: Store) -> None:
    """That of the indicator itself has rank 0."""
    given(store, observation(61, year=2018), observation(70, locality=KAIYUAN, year=2020))

    found = rows(store, "pages/shared__definitions", language="en").set_index(["indicator_id", "rank"])

    assert found.loc[(RATE, 0), "newest_year"] == 2020
    assert found.loc[(RATE, 0), "source_indicator_id"] == RATE


def test_verdict_lists_are_handed_out_whole(store: Store) -> None:
    """Each kind of holding with and without a neighbour in its stead."""
    given(store, observation(61))

    found = rows(store, "pages/shared__verdict_lists")

    assert len(found) == store.execute("select count(*) from verdict_lists").fetchall()[0][0]
    assert set(found["stands_in"]) == {True, False}


def test_the_cells_of_a_place_are_counted(store: Store) -> None:
    """Those of the places that have any."""
    given(store, observation(61, year=2018), observation(70, locality=KAIYUAN, year=2020))

    found = rows(store, "pages/export__sizes")

    assert sorted([CHENGDONG, KAIYUAN]) == list(found["locality_code"])
    assert (found["cells"] > 0).all()
