"""pages/filters__* and pages/compare__places: what the shared filters offer."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from conftest import Store, given, rows
from factories import CHENGDONG, COUNT, KAIYUAN, RATE, SHENYANG, TUCHENGZI, WANYUAN, count, observation, report

from faheng.model import Status


def localities(store: Store, **change: object) -> pd.DataFrame:
    """The localities that a search offers; everything by default."""
    everything = {
        "text": None, "province": None, "level": None, "only_reports": False, "limit": 1000, "language": "zh",
    }  # fmt: skip
    return rows(store, "pages/filters__localities", **(everything | change))


@pytest.mark.parametrize(
    ("text", "name"),
    [("开原", "开原市"), ("kys", "开原市"), ("KaiYuan", "开原市"), ("奈曼", "奈曼旗"), ("tczx", "土城子乡")],
)
def test_a_place_is_found_by_name_and_by_pinyin(store: Store, text: str, name: str) -> None:
    """Chinese name, initials and full pinyin lead to the place, in any case."""
    assert [name] == localities(store, text=text)["name"].tolist()


def test_a_text_that_names_nothing_finds_nothing(store: Store) -> None:
    """No guess."""
    assert localities(store, text="xyzzy").empty


def test_the_exact_name_comes_before_a_longer_one(store: Store) -> None:
    """Who types 城东区 means Chengdong; who types 方城 gets the county that begins so."""
    assert ["城东区"] == localities(store, text="城东区")["name"].tolist()
    assert ["南阳市", "沈阳市"] == sorted(localities(store, text="阳市")["name"])


def test_places_with_a_report_come_first(store: Store) -> None:
    """The reader is led to where something is known."""
    given(store, observation(81, locality=WANYUAN))

    found = localities(store, level="county", limit=2)

    assert [("万源市", True), ("奈曼旗", False)] == list(
        found[["name", "has_reports"]].itertuples(index=False, name=None)
    )


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({"province": "210000", "level": "county"}, [KAIYUAN]),
        ({"province": "210000", "level": "prefecture"}, [SHENYANG, "211200"]),
        ({"only_reports": True}, [TUCHENGZI]),
        ({"text": "yang", "limit": 1}, ["210100"]),
    ],
    ids=["county of a province", "cities of a province", "with a report", "limit"],
)
def test_a_choice_narrows_the_list(store: Store, change: dict[str, object], codes: list[str]) -> None:
    """Province, level, "only with a report" and the limit each cut the list."""
    given(store, report("tu", locality=TUCHENGZI))

    assert codes == localities(store, **change)["code"].tolist()


def test_a_place_is_named_in_the_language(store: Store) -> None:
    """Full and short name, and the province for telling places of one name apart."""
    names = ["name", "short", "province", "level"]

    assert ["开原市", "开原", "辽宁", "county"] == localities(store, text="开原")[names].iloc[0].tolist()
    english = localities(store, text="开原", language="en")[names].iloc[0].tolist()
    assert ["Kaiyuan", "Kaiyuan", "Liaoning", "county"] == english


def test_chosen_codes_keep_their_order_and_unknown_ones_are_left_out(store: Store) -> None:
    """pages/filters__named serves the address: what does not exist gives no row."""
    found = rows(store, "pages/filters__named", codes=[WANYUAN, "999999", CHENGDONG], language="zh")

    assert [(WANYUAN, "万源", "510000"), (CHENGDONG, "城东", "630000")] == list(
        found[["code", "short", "province_code"]].itertuples(index=False, name=None)
    )


def test_provinces_are_offered_where_a_report_is_held(store: Store) -> None:
    """Two reports of Liaoning make one entry; a province without a report makes none."""
    given(store, observation(81, locality=KAIYUAN), observation(82, locality=SHENYANG), observation(83))

    found = rows(store, "pages/filters__provinces", language="en")

    assert [("210000", "Liaoning"), ("630000", "Qinghai")] == list(found.itertuples(index=False, name=None))


def test_years_are_those_of_cells_newest_first(store: Store) -> None:
    """An implied year counts, a year twice filled stands once."""
    given(store, observation(81), count(7), observation(90, year=2023, growth=2, growth_unit="points"))

    assert [2023, 2022, 2020] == rows(store, "pages/filters__years")["year"].tolist()


def test_indicators_know_how_many_places_and_years_state_them(store: Store) -> None:
    """Every indicator of the catalogue is offered, in its order, with what is held of it."""
    given(store, observation(81), observation(82, year=2021), observation(83, locality=KAIYUAN))

    found = rows(store, "pages/filters__indicators", language="en")

    assert found["id"].tolist() == rows(store, "pages/filters__indicators", language="zh")["id"].tolist()
    held = found.set_index("id")[["localities", "years"]]
    assert [2, 2] == held.loc[RATE].tolist()
    assert [0, 0] == held.loc[COUNT].tolist()


def test_an_indicator_is_found_by_its_pinyin(store: Store) -> None:
    """ "ctys" finds 出庭应诉."""
    found = rows(store, "pages/filters__indicators", language="zh").set_index("id")

    assert "出庭应诉" in found.loc[RATE, "name"]
    assert "ctys" in found.loc[RATE, "search"]


def test_headlines_are_three_in_their_order(store: Store) -> None:
    """The large figures of the overview."""
    found = rows(store, "pages/filters__indicators", language="zh").dropna(subset="headline").sort_values("headline")

    assert [RATE, "reconsideration_resolution_rate", "online_handling_rate"] == found["id"].tolist()


def test_peers_are_places_with_a_report_largest_first(store: Store) -> None:
    """pages/compare__places: by population, at most the limit, of the level and province asked for."""
    reports = (report(code, locality=code) for code in (TUCHENGZI, CHENGDONG, SHENYANG, KAIYUAN))
    given(store, *reports)

    def peers(**change: object) -> list[str]:
        everything = {"locality": "", "province": None, "level": None, "limit": 10}
        return rows(store, "pages/compare__places", **(everything | change))["code"].tolist()

    assert [SHENYANG, CHENGDONG, KAIYUAN, TUCHENGZI] == peers()
    assert [CHENGDONG, KAIYUAN, SHENYANG, TUCHENGZI] == peers(locality=KAIYUAN)
    assert [SHENYANG, CHENGDONG] == peers(limit=2)
    assert [CHENGDONG, KAIYUAN] == peers(level="county")
    assert [SHENYANG, KAIYUAN] == peers(province="210000")


def peers_of(store: Store, ours: str, **change: object) -> list[str]:
    """pages/compare__peers: what a comparison by the appearance rate sets beside a place."""
    everything = {"locality": ours, "indicator": RATE, "province": None, "level": None, "least": 2, "limit": 10}
    return rows(store, "pages/compare__peers", **(everything | change))["code"].tolist()


def test_a_comparison_sets_true_peers_beside_ours(store: Store) -> None:
    """Of our level those comparable in the year that most have, then in others; then other levels, then the largest."""
    of_2020 = (observation(80, locality=code) for code in (KAIYUAN, WANYUAN))
    others = (observation(70, year=2022), observation(60, locality=SHENYANG), report("tu", locality=TUCHENGZI))
    given(store, *of_2020, *others, observation(3, locality="440308", indicator="online_handling_rate"))

    assert [WANYUAN, CHENGDONG, SHENYANG, "440308", TUCHENGZI] == peers_of(store, KAIYUAN)
    assert [WANYUAN, CHENGDONG] == peers_of(store, KAIYUAN, limit=2)
    assert [SHENYANG] == peers_of(store, KAIYUAN, province="210000")
    assert [SHENYANG] == peers_of(store, KAIYUAN, level="prefecture")


def test_where_our_level_has_too_few_the_year_goes_before_the_level(store: Store) -> None:
    """Ours is of 2020, another county of 2022, two cities of 2020: these stand beside it, for three of one year do."""
    given(store, observation(80, locality=KAIYUAN), observation(70, locality=WANYUAN, year=2022),
          observation(60, locality=SHENYANG), observation(61, locality="320100"))  # fmt: skip

    assert {SHENYANG, "320100"} == set(peers_of(store, KAIYUAN, least=3, limit=2))
    assert WANYUAN == peers_of(store, KAIYUAN, least=3)[2]


def test_without_comparable_values_the_largest_stand_beside_ours(store: Store) -> None:
    """As pages/compare__places has it: those of our level first; counts of another level are no peers."""
    counts = (count(7, locality=code) for code in (KAIYUAN, SHENYANG, CHENGDONG))
    given(store, *counts, report("wanyuan-2020", locality=WANYUAN))

    assert [CHENGDONG, WANYUAN, SHENYANG] == peers_of(store, KAIYUAN, indicator="online_handling_rate")
    assert [CHENGDONG, WANYUAN, SHENYANG] == peers_of(store, KAIYUAN, indicator=COUNT)


def test_places_with_a_report_are_counted_once(store: Store) -> None:
    """Two reports of one place are one place."""
    given(store, report("a"), report("b", year=2021), report("tu", locality=TUCHENGZI))

    assert [2] == rows(store, "pages/filters__count")["localities"].tolist()


def test_the_example_is_the_place_with_most_headline_figures(store: Store) -> None:
    """One headline figure goes before many others, accepted ones only; without figures there is no example."""
    assert rows(store, "pages/filters__example", language="zh").empty
    many = (count(7, year=year, locality=WANYUAN) for year in (2019, 2020, 2021))
    proposed = observation(82, locality=SHENYANG, indicator="online_handling_rate", status=Status.PROPOSED)
    given(store, *many, observation(81, locality=KAIYUAN), proposed)

    found = rows(store, "pages/filters__example", language="zh")

    assert [(KAIYUAN, "开原市")] == list(found.itertuples(index=False, name=None))


def test_counts_are_kept_ready(store: Store) -> None:
    """marts/indicator_counts and marts/locality_counts: what the filters show of 45,000 places, counted once."""
    given(store, observation(81), observation(90, year=2021), observation(82, locality=KAIYUAN))

    indicators = rows(store, "marts/indicator_counts").set_index("indicator_id")
    places = rows(store, "marts/locality_counts").set_index("locality_code")

    assert [2, 2] == indicators.loc[RATE, ["localities", "years"]].tolist()
    assert [1, 2] == places.loc[CHENGDONG, ["headlines", "observations"]].tolist()


def test_comparable_places_are_counted_by_level(store: Store) -> None:
    """pages/filters__comparable: counties for a county; a part of a year counts nowhere."""
    part = observation(70, locality=WANYUAN, year=2020, period_kind="part_year", period_end=date(2020, 5, 31))
    given(store, observation(81), observation(90, locality=KAIYUAN), observation(99, locality=SHENYANG), part)

    found = rows(store, "pages/filters__comparable", locality=CHENGDONG)

    assert [("court_appearance_rate", 2)] == list(found.itertuples(index=False, name=None))


def test_a_place_says_in_how_many_indicators_it_stands_among_peers(store: Store) -> None:
    """By its latest values, each indicator once, where as many others of its level compare as a median takes."""
    counties = (WANYUAN, KAIYUAN, "411322", "630102")
    given(
        store,
        *(observation(80 + i, locality=each) for i, each in enumerate(counties)),
        observation(70, locality=WANYUAN, year=2019, report="before"),
        observation(60, locality=WANYUAN, indicator="reconsideration_accepted", at=40),
    )

    found = localities(store, level="county").set_index("code")["comparable"]

    assert [1, 1] == [found[WANYUAN], found[KAIYUAN]]
    assert 0 == found["150525"]
