"""pages/shared__benchmarks: which published reference values are drawn, and why the others are not."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from conftest import Store, given, rows
from factories import CHENGDONG, COUNT, KAIYUAN, RATE, TUCHENGZI, benchmark

from faheng.model import ReferenceValue


def judged(store: Store, *published: ReferenceValue, indicator: str = RATE, language: str = "zh") -> pd.DataFrame:
    """The reference values beside Chengdong in Qinghai."""
    given(store, *published)
    return rows(store, "pages/shared__benchmarks", indicators=[indicator], localities=[CHENGDONG], language=language)


@pytest.mark.parametrize(
    ("region", "code"), [("全国", "000000"), ("青海", "630000"), ("西宁", "630100"), ("城东", CHENGDONG)]
)
def test_values_of_containing_places_are_drawn(store: Store, region: str, code: str) -> None:
    """The country, the province, the city and the locality itself may stand beside it."""
    found = judged(store, benchmark(90, region=region, region_code=code))

    assert [(90, True, None)] == [(row.value, row.drawn, row.reason) for row in found.itertuples()]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"kind": "target"}, "target"),
        ({"scope": "departments"}, "definition"),
        ({"indicator_id": COUNT}, "total"),
        ({"period_end": date(2020, 11, 30)}, "part_year"),
        ({"period_start": date(2018, 1, 1)}, "several_years"),
        ({"region": "辽宁", "region_code": "210000"}, "elsewhere"),
        ({"region": "兵团", "region_code": ""}, "elsewhere"),
    ],
    ids=["target", "scope", "count", "part", "years", "elsewhere", "no code"],
)
def test_other_values_are_listed_with_the_reason(store: Store, change: dict[str, object], reason: str) -> None:
    """A target, another scope, a total, another period and another place are never drawn."""
    value = benchmark(90, **change)
    found = judged(store, value, indicator=value.indicator_id)

    assert [(False, reason)] == list(found[["drawn", "reason"]].itertuples(index=False, name=None))


def test_only_the_newest_of_a_region_is_drawn(store: Store) -> None:
    """The value of 2019 is listed as older; a newer target takes no line away."""
    old = benchmark(70, period="2019", period_start=date(2019, 1, 1), period_end=date(2019, 12, 31))
    target = benchmark(95, kind="target", period="2025", period_start=date(2025, 1, 1), period_end=date(2025, 12, 31))
    found = judged(store, old, benchmark(80), target).set_index("value")

    assert {70: "older", 95: "target"} == found["reason"].dropna().to_dict()
    assert [80] == found.index[found["drawn"]].tolist()


def test_drawn_values_come_first_and_notes_in_the_language(store: Store) -> None:
    """The lines of the chart lead the list, places elsewhere end it."""
    elsewhere = benchmark(70, region="北京", region_code="110000")
    found = judged(store, elsewhere, benchmark(95, kind="target", period="2021"), benchmark(80), language="en")

    assert [80, 95, 70] == found["value"].tolist()
    assert ["a note"] * 3 == found["note"].tolist()


def test_every_place_contains_itself_and_is_contained_up_to_the_country(store: Store) -> None:
    """marts/locality_ancestors: the township, its banner, city, province and country, with their distance."""
    given(store)

    found = rows(store, "marts/locality_ancestors").query("locality_code == @TUCHENGZI").sort_values("distance")

    assert [TUCHENGZI, "150525", "150500", "150000", "000000"] == found["ancestor_code"].tolist()


def test_a_value_is_drawn_beside_any_of_the_localities(store: Store) -> None:
    """Liaoning is drawn as soon as Kaiyuan is among the places compared."""
    given(store, benchmark(90, region="辽宁", region_code="210000"))

    found = rows(store, "pages/shared__benchmarks", indicators=[RATE], localities=[CHENGDONG, KAIYUAN], language="zh")

    assert [True] == found["drawn"].tolist()


@pytest.mark.parametrize(("days", "reason"), [("335", None), ("336", "part_year")])
def test_how_short_the_year_of_a_drawn_value_may_be_is_a_setting(store: Store, days: str, reason: str | None) -> None:
    """January to November of 2020 has 335 days."""
    store.execute("update setting set value = $days where id = 'benchmark_min_days'", {"days": days})

    found = judged(store, benchmark(90, period_end=date(2020, 11, 30)))

    assert [reason] == found["reason"].tolist()
