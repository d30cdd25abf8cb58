"""pages/shared__usual, pages/shared__named: what stands on the page of one place, and in what order."""

from __future__ import annotations

import pytest
from conftest import Store, given, rows
from factories import CHENGDONG, KAIYUAN, RATE, observation, report

from faheng.data.place_names import PlaceNames
from faheng.model import Level, Locality, Status
from faheng.store import tables, write

DRILLS, AID = "emergency_drills", "legal_aid_cases"
COUNTIES = ("a", "b", "c", "d")


@pytest.fixture
def counties(store: Store) -> Store:
    """Four more counties; each has a report of 2020 that was read whole."""
    for name in COUNTIES:
        place = Locality(f"63-{name}", name, name, Level.COUNTY, "630000", "630000", None, "")
        write.insert(store, "locality", [tables.locality_row(place, PlaceNames())])
    return store


def test_every_indicator_stands_in_one_chapter(store: Store) -> None:
    """In the order of the outline; what is set apart stands in its own chapter and not in that of its theme."""
    found = rows(store, "pages/shared__chapters", language="en")
    chapter = found.set_index("indicator_id")["chapter"].to_dict()
    order = list(dict.fromkeys(found["chapter"]))

    assert rows(store, "pages/methods__indicators", language="en").shape[0] == len(found) == len(chapter)
    assert ("disputes", "functions", "technology") == tuple(
        chapter[each] for each in (RATE, "service_satisfaction_rate", "online_handling_rate")
    )
    assert order.index("functions") < order.index("disputes") < order.index("technology")


def test_the_years_are_those_with_a_figure(store: Store) -> None:
    """Of the place asked for alone, each once, in order."""
    given(store, observation(81, year=2022), observation(80, year=2019), observation(9, year=2018, locality=KAIYUAN))

    assert [2019, 2022] == rows(store, "pages/shared__years", locality=CHENGDONG)["year"].tolist()


def unstated(store: Store) -> list[tuple[object, ...]]:
    found = rows(store, "pages/shared__usual", locality=CHENGDONG, year=None, language="en")
    lacking = found[found["is_stated"].eq(other=False)]
    return list(lacking[["indicator", "places", "of_places"]].itertuples(index=False, name=None))


def of(name: str, indicator: str, **other: object) -> object:
    return observation(3, locality=f"63-{name}", indicator=indicator, **other)  # type: ignore[arg-type]


def test_what_most_peers_state_and_ours_does_not(counties: Store) -> None:
    """Drills are stated by three of four, legal aid by two of four, which are not most of them; the rate by us too."""
    drills, aid = (of(each, DRILLS) for each in "abc"), (of(each, AID) for each in "ad")
    rates = (of(each, RATE) for each in COUNTIES)
    given(counties, observation(81), *drills, *aid, *rates)

    assert [("Emergency drills", 3, 4)] == unstated(counties)


def test_what_waits_for_a_person_is_not_stated(counties: Store) -> None:
    given(counties, observation(81), of("a", RATE), of("d", RATE), of("a", DRILLS), of("b", DRILLS),
          of("c", DRILLS, status=Status.PROPOSED))  # fmt: skip

    assert "Emergency drills" not in [name for name, *_ in unstated(counties)]


def test_fewer_than_three_peers_say_nothing(counties: Store) -> None:
    given(counties, observation(81), of("a", DRILLS), of("b", DRILLS))

    assert [] == unstated(counties)


def test_of_reports_read_in_part_nothing_is_said(counties: Store) -> None:
    """What was not looked for is not missing."""
    own = report("own", read="partly")
    given(counties, own, observation(81, report="own"), *(of(each, DRILLS) for each in COUNTIES))

    assert [] == unstated(counties)


def test_a_place_is_named_in_both_languages(store: Store) -> None:
    """By the name that titles have."""
    names = [rows(store, "pages/shared__named", codes=[CHENGDONG], language=each) for each in ("zh", "en")]

    assert [["城东"], ["Chengdong"]] == [each["name"].tolist() for each in names]
