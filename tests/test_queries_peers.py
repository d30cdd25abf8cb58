"""Peers: who they are by each rule, and the median and range of what they state, over comparable values alone."""

from __future__ import annotations

import math
from datetime import date

import duckdb
import pandas as pd
import pytest
from conftest import Store, cells, given, rows, typed_cells
from factories import CHENGDONG, COUNT, KAIYUAN, RATE, SHENYANG, TUCHENGZI, observation, report

from faheng.data.place_names import PlaceNames
from faheng.measures import years_spanned
from faheng.model import Level, Locality, Observation
from faheng.store import tables, write

# Counties of Qinghai beside Chengdong (489,372 residents), by name: population.
AROUND = {"a": 500_000, "b": 480_000, "c": 300_000, "d": 900_000, "e": 1_600_000, "f": None, "g": 100_000}


@pytest.fixture
def places(store: Store) -> Store:
    """Eight counties of one province with a report each; f's population is not known."""
    for name, population in AROUND.items():
        place = Locality(f"63-{name}", name, name, Level.COUNTY, "630000", "630000", population, "")
        write.insert(store, "locality", [tables.locality_row(place, PlaceNames())])
    return store


def of(name: str, value: object, **other: object) -> Observation:
    """A figure of one of them."""
    return observation(value, locality=f"63-{name}", **other)  # type: ignore[arg-type]


def peers(
    store: Store, group: str = "same_level", *, years: list[int] | None = None, indicator: str = RATE, **other: object
) -> pd.Series:
    """The one row of Chengdong's peers."""
    asked = {"locality": CHENGDONG, "span": None, "per_residents": False, "per_year": False, "language": "zh"} | other
    found = rows(store, "pages/shared__peers", peers=group, indicators=[indicator], years=years, **asked)
    assert len(found) == 1
    return found.iloc[0]


def summary(found: pd.Series) -> list[object]:
    return [None if pd.isna(each) else each for each in found[["places", "median", "low", "high"]]]


def test_the_median_and_range_leave_ours_out(places: Store) -> None:
    """Three others: their middle and their ends."""
    given(places, observation(10), of("a", 70), of("b", 90), of("c", 81))

    found = peers(places)

    assert ([3, 81, 70, 90], "extremes", "同级") == (summary(found), found["spread"], found["peers"])


def test_fewer_than_three_have_no_median(places: Store) -> None:
    """How many there are is said all the same."""
    given(places, observation(10), of("a", 70), of("b", 90))

    assert [2, None, None, None] == summary(peers(places))
    assert [0, None, None, None] == summary(peers(places, indicator=COUNT))


def test_eight_have_quartiles(places: Store) -> None:
    """The middle half says more than the ends once a quarter is two places."""
    others = [observation(80 + n, locality=code) for n, code in enumerate((KAIYUAN, "440308", "440311", "511781"))]
    given(places, *(of(name, 60 + n) for n, name in enumerate("abcd")), *others)

    found = peers(places)

    assert ([8, 71.5, 61.75, 81.25], "quartiles") == (summary(found), found["spread"])


@pytest.mark.parametrize(
    "barred",
    [{"bound": "at_least"}, {"scope": "departments"}, {"period_kind": "multi_year", "period_start": date(2019, 1, 1)},
     {"status": "proposed"}],
    ids=["bound", "scope", "period", "proposed"],
)  # fmt: skip
def test_only_comparable_values_count(places: Store, barred: dict[str, object]) -> None:
    """What the chart would put below its divider is in no median."""
    given(places, of("a", 70), of("b", 80), of("c", 90), of("d", 10, **barred))

    assert [3, 80, 70, 90] == summary(peers(places))


def test_the_province_is_narrower_than_the_level(places: Store) -> None:
    """开原 is a county too, of another province; 沈阳 is no county."""
    given(
        places,
        of("a", 70),
        of("b", 80),
        of("c", 90),
        observation(10, locality=KAIYUAN),
        observation(99, locality=SHENYANG),
    )

    assert [4, 75, 10, 90] == summary(peers(places))
    assert [3, 80, 70, 90] == summary(peers(places, "same_province"))


def test_the_year_is_the_wanted_one_or_each_latest(places: Store) -> None:
    """Of one year its own values; without a year each place's newest, none more than three years behind."""
    newest = [of("a", 90, year=2024), of("b", 70, year=2021), of("c", 80, year=2022)]
    given(places, *newest, of("c", 10, year=2020), of("d", 20, year=2020), of("e", 30, year=2020))

    assert [3, 80, 70, 90] == summary(peers(places))
    assert [3, 20, 10, 30] == summary(peers(places, years=[2020]))


def test_a_newest_value_that_cannot_be_compared_hides_the_one_before(places: Store) -> None:
    """The cell that a page shows for a place is the one that counts."""
    given(places, of("a", 70), of("b", 80), of("c", 90), of("d", 10, year=2019), of("d", 10, scope="departments"))

    assert [3, 80, 70, 90] == summary(peers(places))
    latest = cells(places, RATE, ["63-a", "63-d"])
    assert [["compared"], ["other_definition"]] == latest["verdicts"].tolist()


def test_several_years_and_indicators_have_a_row_each(places: Store) -> None:
    """In the order asked for, years within an indicator."""
    given(places, *(of(name, 70, year=year) for name in "abc" for year in (2020, 2021)))
    found = rows(places, "pages/shared__peers", locality=CHENGDONG, peers="same_level", indicators=[COUNT, RATE],
                 years=[2021, 2020, 2019], span=None, per_residents=False, per_year=False, language="en")  # fmt: skip

    expected = [(COUNT, 2019, 0), (COUNT, 2020, 0), (COUNT, 2021, 0), (RATE, 2019, 0), (RATE, 2020, 3), (RATE, 2021, 3)]
    assert expected == list(found[["indicator_id", "year", "places"]].itertuples(index=False, name=None))
    assert {"Same level"} == set(found["peers"])


def test_counts_are_divided_by_residents_and_years(places: Store) -> None:
    """f has no known population and no figure per resident; 366 days are a year, 361 are a little less."""
    stated = [of(name, 100, indicator=COUNT) for name in "abcf"]
    given(places, *stated, of("d", 100, indicator=COUNT, period_end=date(2020, 12, 26)))

    per_residents = [4, pytest.approx(2.04167, abs=1e-4), pytest.approx(100 / 90), pytest.approx(100 / 30)]
    assert per_residents == summary(peers(places, indicator=COUNT, per_residents=True))
    assert [5, 100, 100, 100] == summary(peers(places, indicator=COUNT))
    longest = peers(places, indicator=COUNT, per_year=True)["high"]
    assert longest == pytest.approx(100 / (361 / 365.25))


def test_years_are_spanned_as_the_pages_span_them(places: Store) -> None:
    """marts/peer_values and measures.years_spanned are one rule in two languages."""
    ends = [date(2020, 12, day) for day in (25, 26, 27, 28, 29, 30, 31)]
    given(places, *(of(name, 1, indicator=COUNT, period_end=end) for name, end in zip("abcdefg", ends, strict=True)))

    held = rows(places, "marts/peer_values").set_index("locality_code")["years"]
    shown = {cell.locality_code: round(years_spanned(cell), 9) for cell in typed_cells(places, COUNT, list(held.index))}

    assert shown == held.round(9).to_dict()
    assert len(held) == 7


def similar(store: Store, place: str) -> list[str]:
    found = rows(store, "marts/peer_neighbours")
    return sorted(found.loc[found["locality_code"] == place, "peer_code"])


def test_similar_population_takes_the_nearest_on_either_side(places: Store) -> None:
    """Of the same level, with a report and a population, none more than three times as large or small."""
    given(
        places, report("own"), *(report(name, locality=f"63-{name}") for name in AROUND), report("s", locality=SHENYANG)
    )

    assert ["63-a", "63-b", "63-c", "63-d"] == similar(places, CHENGDONG)
    assert [] == similar(places, SHENYANG)
    assert ["63-c"] == similar(places, "63-g")

    places.execute("update peer_group set k = 3, times = 10 where id = 'similar_population'")
    write.build_marts(places)
    assert ["63-a", "63-b", "63-c"] == similar(places, CHENGDONG)
    assert ["63-b", "63-c", CHENGDONG] == similar(places, "63-g")


def test_the_nearest_by_logarithm_are_found_as_if_all_were_tried(places: Store) -> None:
    """The window over the sorted places misses none: against every pair, for each place and several k."""
    sizes = {f"63-{n}": 1_000 * (n * n % 97 + 1) + n for n in range(60)}
    for code, size in sizes.items():
        place = Locality(code, code, code, Level.TOWNSHIP, CHENGDONG, "630000", size, "")
        write.insert(places, "locality", [tables.locality_row(place, PlaceNames())])
    for k in (1, 4, 15):
        places.execute("update peer_group set k = $k where id = 'similar_population'", {"k": k})
        given_reports = [report(f"r{k}{code}", locality=code) for code in sizes]
        given(places, *given_reports)
        for code, size in sizes.items():
            near = {other: abs(math.log(own / size)) for other, own in sizes.items() if other != code}
            expected = sorted(sorted(near, key=lambda each: (near[each], each))[:k])
            assert [each for each in expected if near[each] <= math.log(3)] == similar(places, code)


def test_only_places_that_are_similar_count(places: Store) -> None:
    """c, b, a and d are within three times; e, f and g are not, or not known to be."""
    given(places, observation(10), *(of(name, 50 + n) for n, name in enumerate(AROUND)))

    assert [4, 51.5, 50, 53] == summary(peers(places, "similar_population"))


@pytest.mark.parametrize(("place", "unknown"), [(CHENGDONG, False), (TUCHENGZI, True)])
def test_an_unknown_population_is_told(places: Store, place: str, unknown: bool) -> None:
    """Nobody can be near in population to a place whose population is not known."""
    given(places, of("a", 70))

    assert unknown == peers(places, "similar_population", locality=place)["population_unknown"]
    assert not peers(places, "same_level", locality=place)["population_unknown"]


def test_an_unknown_group_gives_no_row(store: Store) -> None:
    """A group that an old address names is no error."""
    given(store, observation(81))
    asked = {"locality": CHENGDONG, "indicators": [RATE], "years": None, "span": None,
             "per_residents": False, "per_year": False}  # fmt: skip

    assert rows(store, "pages/shared__peers", peers="gone", language="zh", **asked).empty


def test_groups_come_in_the_order_of_the_file(store: Store) -> None:
    """pages/filters__peers: id and name."""
    found = rows(store, "pages/filters__peers", language="en")

    assert [("same_level", "Same level"), ("same_province", "Same province and level"),
            ("similar_population", "Similar population")] == list(found.itertuples(index=False, name=None))  # fmt: skip


def test_a_group_that_is_no_rule_is_refused_by_the_schema(store: Store) -> None:
    """Two groups of one id would draw two bands."""
    with pytest.raises(duckdb.ConstraintException):
        store.execute("insert into peer_group select * from peer_group limit 1")
