"""Cells within a span and the peers of a span: each place's latest within the years, judged among them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import Store, given, rows, shown
from factories import CHENGDONG, KAIYUAN, RATE, SHENYANG, observation, report

from faheng.model import Bound, Cell
from faheng.store.cell_parts import AskedCells, AskedYears
from faheng.store.read import Snapshot

PLACES = ["630102", "440308", "211282", "440311", "210100", "511781", "150525206"]


def within(store: Store, first: int, last: int, *places: str) -> list[tuple[int | None, float | None, list[str]]]:
    """Year, value and verdicts of each place."""
    found = shown(store, places, [RATE], span=(first, last)).astype({"year": object, "value": object})
    missing = found.where(found.notna(), None)
    return [(row.year, row.value, list(row.verdicts)) for row in missing.itertuples()]


def test_the_latest_within_the_span_is_shown(store: Store) -> None:
    """Neither an older nor a newer one."""
    given(store, *(observation(value, year=year) for year, value in ((2016, 61), (2018, 63), (2022, 67))))

    assert [(2018, 63, ["compared"])] == within(store, 2015, 2021, CHENGDONG)


def test_what_is_too_old_is_said_by_the_newest_within_the_span(store: Store) -> None:
    """2017 is too old beside 2021, the newest of the span, and not beside 2020, whatever stands after it."""
    given(
        store, observation(61, year=2017), observation(62, locality=KAIYUAN, year=2020),
        observation(63, locality=SHENYANG, year=2021), observation(64, locality=SHENYANG, year=2024),
    )  # fmt: skip

    assert [(2017, 61, ["other_period"]), (2020, 62, ["compared"])] == within(store, 2015, 2021, CHENGDONG, KAIYUAN)
    assert [(2017, 61, ["compared"]), (2020, 62, ["compared"])] == within(store, 2015, 2020, CHENGDONG, KAIYUAN)


def test_a_place_without_a_report_within_the_span_says_so(store: Store) -> None:
    """A report before or after it is none."""
    given(store, observation(61, year=2017), report(year=2017))

    assert [(None, None, ["no_report"])] == within(store, 2018, 2020, CHENGDONG)


def test_peers_of_a_span_are_each_peer_s_latest_within_it(store: Store) -> None:
    """One row; a peer whose latest there may not stand beside others has no value, though an older one might."""
    others = ("211282", "440308", "440311", "511781")
    given(store, *(observation(70 + n, locality=place, year=2019) for n, place in enumerate(others)))
    given(store, observation(99, locality="511781", year=2020, bound=Bound.AT_LEAST))
    given(store, observation(20, locality="211282", year=2023))
    asked = {"locality": CHENGDONG, "peers": "same_level", "indicators": [RATE], "years": None, "language": "zh"}

    found = rows(store, "pages/shared__peers", span=[2017, 2020], per_residents=False, per_year=False, **asked)

    assert [(3, 71.0)] == list(found[["places", "median"]].itertuples(index=False, name=None))


@pytest.mark.parametrize("span", [[2014, 2024], [2016, 2019], [2020, 2022], [2024, 2025]], ids=str)
def test_a_span_agrees_with_its_years(shipped: Snapshot, span: list[int]) -> None:
    """On the shipped data: the value is that of the last year of the span in which the indicator itself is stated."""
    every = tuple(shipped.rows("pages/filters__indicators", language="zh")["id"])
    asked = AskedCells(tuple(PLACES), every, "zh", AskedYears(tuple(range(span[0], span[1] + 1))))
    yearly: dict[tuple[str, str], Cell] = {}
    for cell in shipped.cells(asked):
        if cell.observation_id and cell.own_definition:
            yearly[cell.locality_code, cell.indicator_id] = cell
    found = shipped.cells(replace(asked, years=AskedYears(span=(span[0], span[1]))))

    within_span = {(cell.locality_code, cell.indicator_id): cell for cell in found if cell.own_definition}
    assert len(found) == len(PLACES) * len(every)
    assert {key: (cell.year, cell.observation_id) for key, cell in yearly.items()} == {
        key: (cell.year, cell.observation_id) for key, cell in within_span.items() if cell.observation_id
    }
