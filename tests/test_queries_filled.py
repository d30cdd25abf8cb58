"""What is made beforehand: which fact fills a cell, its verdicts in each position, a place as it is found."""

from __future__ import annotations

from decimal import Decimal

from conftest import Store, given, rows
from factories import CHENGDONG, RATE, court_counts, observation

RESOLUTION = "reconsideration_resolution_rate"
SHARE = "reconsideration_settled_share"
SETTLEMENT = "reconsideration_settlement_rate"


def filling(store: Store, indicator: str) -> list[tuple[int, str, str, bool]]:
    """Year, what fills it, the value's origin, and whether it stands for the place where no year is chosen."""
    found = rows(store, "marts/filled_cells")
    own = found[(found["locality_code"] == CHENGDONG) & (found["indicator_id"] == indicator)].sort_values("year")
    return list(zip(own["year"], own["source_indicator_id"], own["origin"], own["latest"], strict=True))


def test_its_own_definition_is_the_latest_even_where_a_neighbours_is_newer(store: Store) -> None:
    """marts/filled_cells: each year shows what there is, no year shows one's own."""
    given(store, observation(81, indicator=RESOLUTION, year=2019), observation(70, indicator=SHARE, year=2019),
          observation(72, indicator=SHARE, year=2021))  # fmt: skip

    assert [(2019, RESOLUTION, "reported", True), (2021, SHARE, "reported", False)] == filling(store, RESOLUTION)


def test_what_a_growth_implies_fills_its_own_cell_alone(store: Store) -> None:
    """A value worked back is too far off to stand in for another definition as well."""
    given(store, observation(Decimal(81), indicator=RESOLUTION, year=2020, growth=2, growth_unit="points"))

    assert {2019, 2020} == {year for year, *_ in filling(store, RESOLUTION)}
    assert {2020} == {year for year, *_ in filling(store, SETTLEMENT)}


def test_a_cell_is_filled_once(store: Store) -> None:
    """One row a place, an indicator and a year; one of them the latest."""
    rates = [observation(60, indicator=RESOLUTION), observation(61, indicator=SHARE)]
    given(store, *court_counts(7, 20), observation(81, year=2021), *rates)
    found = rows(store, "marts/filled_cells")

    assert not found.duplicated(["locality_code", "indicator_id", "year"]).any()
    assert [1] == found.groupby(["locality_code", "indicator_id"])["latest"].sum().unique().tolist()


def test_verdicts_stand_ready_for_all_that_holds_of_a_cell(store: Store) -> None:
    """marts/verdict_lists: as cell_verdicts has them, for what holds, and for each reason why a cell is empty."""
    given(store, *court_counts(7, 20, scope="departments"), observation(81, year=2021))
    found = rows(store, "marts/verdict_lists")
    told = {(*each[0], each[1]): [list(lists) for lists in each[2:]] for each in found.itertuples(index=False)}

    assert [["compared"], ["other_level"], ["other_period"], ["other_period", "other_level"]] == [
        sorted(each, key=["other_period", "other_level", "compared"].index) for each in told[(False,)]
    ]
    assert [["no_report"]] * 2 == told["no_report", False][:2]
    assert {tuple(each) for each in rows(store, "marts/cells")["holding"]} <= {key[:-1] for key in told}


def test_an_indicator_is_defined_by_itself_and_by_its_neighbours(store: Store) -> None:
    """marts/definitions: itself first, a neighbour with the reason why it is another."""
    given(store, observation(81, indicator=RATE, year=2021), observation(60, indicator=SHARE, year=2020))
    found = rows(store, "marts/definitions").set_index(["indicator_id", "source_indicator_id"])

    assert 0 == found.loc[(RATE, RATE), "rank"]
    assert found.loc[(RESOLUTION, SHARE), "rank"] > 0
    assert found.loc[(RESOLUTION, SHARE), "reason_zh"]


def test_a_place_is_found_with_all_that_contains_it(store: Store) -> None:
    """marts/place_index: a row a place, the names above it in both languages, what is held of it."""
    given(store, observation(81, year=2021), observation(80, year=2019))
    found = rows(store, "marts/place_index").set_index("code")
    ours = found.loc[CHENGDONG]

    assert rows(store, "marts/reported_places")["code"].isin(found.index).all()
    assert ("青海西宁", "Xining, Qinghai") == (ours["region_zh"], ours["region_en"])
    assert (2, 2019, 2021, 2) == tuple(ours[["reports", "first_year", "last_year", "figures"]])
    assert all(part in ours["haystack"] for part in (ours["name_zh"], ours["name_en"].lower(), ours["search"]))
