"""faheng/store/records: rows of a query become typed records, and a record has the columns of its query."""

from __future__ import annotations

import re
from dataclasses import FrozenInstanceError, dataclass, fields
from datetime import date, datetime
from pathlib import Path

import pytest

from faheng.charts.shown import ThemeCoverage
from faheng.model import Benchmark, Bound, Peers, PlaceChange, PlaceValue, Tile
from faheng.store.cell_parts import AskedCells
from faheng.store.read import Snapshot
from faheng.store.records import records_of
from faheng.views.catalogue import CatalogueEntry, ComparablePlaces
from faheng.views.draft_jumps import JumpLimits
from faheng.views.evidence import ImpliedValue, InputValue, MadeValue, PhrasePlace, SearchHit, TracedValue
from faheng.views.findings import FindingCount, FoundAbout, ListedFinding
from faheng.views.peer_values import GroupOfPeers, StandingPlace
from faheng.views.places import FoundPlace, OtherPlace
from faheng.views.profile import ChapterOfIndicator
from faheng.views.usual import UsualIndicator
from faheng.views.view import Lesson, NamedPlace
from faheng.views.years import ComparableYear, YearHeld

PLACES, RATE = ["630102", "440308"], "court_appearance_rate"
QUERIES = [
    (Benchmark, "pages/shared__benchmarks", {"localities": PLACES, "indicators": [RATE]}),
    (Peers, "pages/shared__peers", {"locality": "630102", "peers": "same_level", "indicators": [RATE], "years": None,
                                    "span": None, "per_residents": False, "per_year": False}),
    (ThemeCoverage, "pages/overview__coverage", {"localities": PLACES}),
    (CatalogueEntry, "pages/filters__indicators", {}),
    (NamedPlace, "pages/filters__example", {}),
    (NamedPlace, "pages/filters__provinces", {}),
    (SearchHit, "pages/evidence__search", {"text": "出庭", "first": "630102", "limit": 20, "places": None,
                                          "days": None, "named": None}),
    (ListedFinding, "pages/checks__findings", {"localities": None, "severity": None, "check": None}),
]  # fmt: skip
PROVINCES = ["530000", "310000", "350000", "370000"]
PLACE_QUERIES = [
    (FoundPlace, "pages/filters__localities", {"text": "开原", "province": None, "level": None, "only_reports": False,
                                               "limit": 20, "language": "zh"}),
    (FoundPlace, "pages/filters__found", {"code": "211282", "language": "zh"}),
    (StandingPlace, "pages/shared__standing_place", {"locality": "211282"}),
    (GroupOfPeers, "pages/shared__peer_group", {"peers": "similar_population", "language": "zh"}),
    (Lesson, "pages/filters__teaching", {"locality": "530000", "limit": 8}),
    (OtherPlace, "pages/filters__instead", {"locality": "511722", "limit": 5, "language": "zh"}),
    (ComparableYear, "pages/filters__comparable_year", {"localities": PROVINCES, "indicators": [RATE], "least": 3}),
    (PlaceChange, "pages/shared__place_changes", {"localities": ["511703"]}),
    (ComparablePlaces, "pages/filters__comparable", {"locality": "530000"}),
    (Tile, "pages/compare__tiles", {}),
    (YearHeld, "pages/shared__years", {"locality": "530000"}),
    (PlaceValue, "pages/compare__spread", {"indicator": RATE, "level": "province", "locality": "530000", "year": None,
                                           "span": None, "most": True, "least": 3, "province": None,
                                           "per_residents": False, "per_year": False, "language": "zh"}),
    (NamedPlace, "pages/filters__place", {"code": "511703", "language": "zh"}),
    (NamedPlace, "pages/shared__named", {"codes": ["511703"], "language": "zh"}),
    (JumpLimits, "pages/checks__jump_limits", {}),
    (ChapterOfIndicator, "pages/shared__chapters", {"language": "zh"}),
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A struct of a list."""

    name: str
    size: float


@dataclass(frozen=True, slots=True)
class Whole:
    """One field of every type that a record may have."""

    text: str
    number: float | None
    whole: int
    sure: bool
    day: date | None
    bound: Bound | None
    names: tuple[str, ...]
    parts: tuple[Part, ...]


COLUMNS = [each.name for each in fields(Whole)]


def test_each_value_has_the_type_of_its_field() -> None:
    row = ("甲", 1, 2, True, datetime(2020, 1, 2, 3, 4), "about", ["x", "y"], [{"name": "z", "size": 1}])

    (made,) = records_of(Whole, COLUMNS, [row])

    assert made == Whole("甲", 1.0, 2, True, date(2020, 1, 2), Bound.ABOUT, ("x", "y"), (Part("z", 1.0),))
    assert (float, date, Bound) == (type(made.number), type(made.day), type(made.bound))


def test_what_is_missing_is_empty_or_none() -> None:
    """In a column that has values elsewhere, and in one that has none at all."""
    full = ("甲", 1.5, 2, True, date(2020, 1, 2), "exact", ["x"], [])
    bare = (None, None, 0, False, None, None, None, None)

    for rows in ([full, bare], [bare]):
        made = records_of(Whole, COLUMNS, rows)[-1]

        assert made == Whole("", None, 0, False, None, None, (), ())


def test_the_order_of_columns_does_not_matter() -> None:
    assert [Part("a", 2.0)] == records_of(Part, ["size", "name"], [(2.0, "a")])
    assert [] == records_of(Part, ["size", "name"], [])


@pytest.mark.parametrize("columns", [["name"], ["name", "size", "colour"], ["name", "sise"]])
def test_a_query_that_does_not_fit_is_refused(columns: list[str]) -> None:
    """Also one without rows: a page that nobody has looked at yet."""
    with pytest.raises(TypeError, match="Part: the query lacks"):
        records_of(Part, columns, [])


def test_a_term_that_the_model_lacks_is_refused() -> None:
    row = ("甲", 1, 2, True, None, "nearly", [], [])
    with pytest.raises(ValueError, match="nearly"):
        records_of(Whole, COLUMNS, [row])


@pytest.mark.parametrize(("kind", "query", "parameters"), QUERIES, ids=[query for _, query, _ in QUERIES])
def test_a_record_has_the_columns_of_its_query(
    shipped: Snapshot, kind: type, query: str, parameters: dict[str, object]
) -> None:
    """And all rows of the shipped data can be made into it."""
    made = shipped.records(kind, query, language="zh", **parameters)

    assert made
    assert len(made) == len(shipped.rows(query, language="zh", **parameters))


def test_a_value_is_followed_to_its_evidence(shipped: Snapshot) -> None:
    """The records of the evidence page, of a derived rate and of the counts behind it."""
    (share,) = (
        shipped.rows("marts/facts")
        .query("origin == 'derived' and indicator_id != 'proposals_total'")
        .head(1)
        .to_dict("records")
    )
    (traced,) = shipped.records(TracedValue, "pages/evidence__observation", id=share["id"], language="zh")
    inputs = shipped.records(InputValue, "pages/evidence__inputs", id=share["id"], language="zh")
    uses = shipped.records(MadeValue, "pages/evidence__uses", id=inputs[0].observation_id, language="zh")

    assert (share["id"], "derived") == (traced.observation_id, traced.origin)
    assert {"numerator", "denominator"} == {each.role for each in inputs}
    assert share["id"] in {each.observation_id for each in uses}
    shipped.records(PhrasePlace, "pages/evidence__places", id=inputs[0].observation_id)
    shipped.records(FoundAbout, "pages/evidence__findings", id=inputs[0].observation_id, language="zh")


def test_counts_and_implied_values(shipped: Snapshot) -> None:
    implied = shipped.rows("marts/facts").query("origin == 'implied'").iloc[0]
    values = shipped.records(ImpliedValue, "pages/overview__implied", locality=implied["locality_code"],
                             indicators=[implied["indicator_id"]])  # fmt: skip

    assert implied["id"] in {each.observation_id for each in values}
    assert sum(each.findings for each in shipped.records(FindingCount, "pages/checks__counts", localities=None)) > 0


def test_a_cell_takes_no_field_that_it_has_not(shipped: Snapshot) -> None:
    cell = shipped.cells(AskedCells(tuple(PLACES), (RATE,), "zh"))[0]

    with pytest.raises(AttributeError):
        _ = cell.localty  # type: ignore[attr-defined]
    with pytest.raises(FrozenInstanceError):
        cell.locality = "别处"  # type: ignore[misc]


@pytest.mark.parametrize(("kind", "query", "parameters"), PLACE_QUERIES, ids=[query for _, query, _ in PLACE_QUERIES])
def test_a_record_of_places_has_the_columns_of_its_query(
    shipped: Snapshot, kind: type, query: str, parameters: dict[str, object]
) -> None:
    """The same for the queries about places, not all of which speak a language."""
    made = shipped.records(kind, query, **parameters)

    assert made
    assert len(made) == len(shipped.rows(query, **parameters))


@pytest.mark.parametrize(
    ("kind", "query", "more"),
    [(UsualIndicator, "pages/shared__usual", {"year": None}), (UsualIndicator, "pages/shared__usual", {"year": 2020})],
)
def test_a_record_of_no_row_has_the_columns_of_its_query(
    shipped: Snapshot, kind: type, query: str, more: dict[str, int | None]
) -> None:
    """What most peers state: too few whole reports are shipped to say anything."""
    found = shipped.rows(query, locality="630102", language="zh", **more)

    assert [each.name for each in fields(kind)] == list(found.columns)


def test_records_that_make_up_a_page_are_tried_here() -> None:
    """Every query that views asks for by a record is in this file."""
    asked = {
        query
        for path in (Path(__file__).parents[1] / "faheng" / "views").glob("*.py")
        for query in re.findall(r"records\(\s*\w+,\s*\"(pages/\w+)\"", path.read_text(encoding="utf-8"))
    }

    assert asked
    assert {query for query in asked if query not in Path(__file__).read_text(encoding="utf-8")} == set()
