"""The pages over a store of our own: series over changes of their place, and functional zones beside other places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import shipped_dataset
from drawn import figures, opened, served, words_on  # noqa: F401 (a fixture)
from factories import RATE, count, observation, report

from faheng.data.places import Places
from faheng.model import Observation
from faheng.store import write
from faheng.views.selection import Selection
from faheng.views.view import view_of

pytestmark = pytest.mark.usefixtures("served")
# 达县 became 达川区 in 2013; 卢湾区 joined 黄浦区 in 2011.
DACHUAN, HUANGPU = "511703", "310101"
CITY, ZONE, OTHER_ZONE, DISTRICT = "440300", "440300-大鹏新区", "440300-前海合作区", "440308"
COUNTED = "litigation_cases"


def with_what_contains(*codes: str) -> Places:
    """These places as they are shipped, with their changes, and all that contains them."""
    every = shipped_dataset().places
    kept = {}
    for code in codes:
        at = code
        while at:
            kept[at] = every.localities[at]
            at = kept[at].parent_code
    return Places(kept, {}, every.names)


def figures_of(place: str, years: range) -> Iterator[Observation]:
    """A rate that grows by two points a year."""
    return (observation(60 + 2 * (year - years[0]), locality=place, year=year) for year in years)


@pytest.fixture(scope="module")
def shipped_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """In place of the shipped store: series of the two districts, and of 2020 a rate and a count of a city, its zones
    and a district.
    """
    zoned = [
        figure
        for number, place in enumerate((CITY, ZONE, OTHER_ZONE, DISTRICT))
        for figure in (observation(80 + number, locality=place), count(100 + number, indicator=COUNTED, locality=place))
    ]
    told = [*figures_of(DACHUAN, range(2010, 2016)), *figures_of(HUANGPU, range(2009, 2015)), *zoned]
    reports = {
        each.report_id: report(each.report_id, locality=each.locality_code, year=each.period_end.year) for each in told
    }
    places = with_what_contains(DACHUAN, HUANGPU, CITY, ZONE, OTHER_ZONE, DISTRICT)
    data = replace(
        shipped_dataset(), places=places, reports=tuple(reports.values()), observations=tuple(told), benchmarks=(),
        findings=(),
    )  # fmt: skip
    folder = tmp_path_factory.mktemp("areas")
    write.build_store(data, folder)
    return folder


def lines(place: str) -> list[dict]:
    """The traces of the trend of a place that join values, as they are drawn."""
    (figure,) = figures(opened("trends", place=place, show=RATE))
    return [trace for trace in figure["data"] if "lines" in trace.get("mode", "")]


def test_a_county_that_became_a_district_goes_on_with_a_mark() -> None:
    """On 趋势: the year with the name of before, and in words that the area stayed the same."""
    said = words_on(opened("trends", place=DACHUAN, show=RATE))

    assert "2013原达县" in said
    assert "2013年设区，原达县，区域相同" in said
    assert "不相连" not in said


def test_a_series_breaks_where_an_area_was_merged() -> None:
    """On 趋势: another area before, said in words and as a gap in the line; no change is worked out over it."""
    said = words_on(opened("trends", place=HUANGPU, show=RATE))

    assert "2011年卢湾区并入，区域不同，前后不相连" in said
    assert [None] == [y for trace in lines(HUANGPU) for y in trace["y"] if y is None]
    assert [] == [y for trace in lines(DACHUAN) for y in trace["y"] if y is None]


def standing(ours: str, *beside: str, indicator: str) -> dict[str, list[str]]:
    """What holds of the figures of these places beside ours."""
    view = view_of(Selection(place=ours, beside=beside), ours)
    return {cell.locality_code: list(cell.verdicts) for cell in view.cells([indicator])}


@pytest.mark.parametrize("indicator", [RATE, COUNTED])
def test_a_zone_stands_beside_zones_alone(indicator: str) -> None:
    """A level of its own: neither its rate nor its count beside its city or a district; other zones are its peers."""
    apart, alike = ["other_level"], ["compared"]

    assert {ZONE: alike, OTHER_ZONE: alike, CITY: apart, DISTRICT: apart} == standing(
        ZONE, OTHER_ZONE, CITY, DISTRICT, indicator=indicator
    )
    assert apart == standing(CITY, ZONE, indicator=indicator)[ZONE]
    assert apart == standing(DISTRICT, ZONE, indicator=indicator)[ZONE]


def test_a_rate_of_a_district_still_stands_beside_that_of_its_city() -> None:
    """Levels of government are compared by rates; only zones are not."""
    assert {CITY: ["compared"], DISTRICT: ["compared"]} == standing(CITY, DISTRICT, indicator=RATE)


def test_a_comparison_sets_zones_beside_a_zone() -> None:
    """By itself and before all others, and says why the city is not ranked with it."""
    app = opened("compare", place=ZONE, show=RATE)
    told = words_on(app)

    assert "比前海合作 82% 低 1 个百分点" in told
    assert "不跨级比较" in told
