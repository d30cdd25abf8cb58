"""faheng.views.peer_values: peers told from what a level states are those that the query tells, whoever asks."""

from __future__ import annotations

import pytest

from faheng.measures import Footing
from faheng.model import Peers
from faheng.store.read import Snapshot
from faheng.views.peer_values import Among, GroupOfPeers, StandingPlace, peers_of

PLACES = ("630102", "440308", "530000", "000000", "511703", "210100", "no such place")
GROUPS = ("same_level", "same_province", "similar_population", "no such group")


def by_query(store: Snapshot, place: str, group: str, years: list[int] | None, footing: Footing) -> list[Peers]:
    """As shared__peers has them."""
    return store.records(
        Peers, "pages/shared__peers", locality=place, peers=group, indicators=catalogue(store), years=years, span=None,
        per_residents=footing.per_residents, per_year=footing.per_year, language="zh",
    )  # fmt: skip


def by_level(store: Snapshot, place: str, group: str, years: list[int] | None, footing: Footing) -> list[Peers]:
    """As they are told from the values of the level."""
    groups = store.records(GroupOfPeers, "pages/shared__peer_group", peers=group, language="zh")
    places = store.records(StandingPlace, "pages/shared__standing_place", locality=place)
    if not groups:
        return []
    ours = places[0] if places else StandingPlace(level="", place=0, province=0, population_unknown=True)
    among = Among(ours, groups[0], store.column("pages/shared__nearest", peers=group, locality=place))
    held = store.level_values(ours.level, catalogue(store), latest=years is None)
    wanted = [None] if years is None else years
    return [each for one in catalogue(store) for each in peers_of(one, held[one], wanted, footing, among)]


def catalogue(store: Snapshot) -> list[str]:
    return list(store.column("pages/filters__indicators", language="zh"))


@pytest.mark.parametrize("per_residents", [False, True], ids=["as reported", "per resident"])
@pytest.mark.parametrize("per_year", [False, True], ids=["whole", "per year"])
@pytest.mark.parametrize("years", [None, [2019, 2020, 2023]], ids=["latest", "years"])
def test_both_ways_tell_the_same(
    shipped: Snapshot, years: list[int] | None, per_residents: bool, per_year: bool
) -> None:
    """Of places of every level, all groups and all indicators, every number to the last digits."""
    footing, told = Footing(per_residents, per_year), 0
    for place in PLACES:
        for group in GROUPS:
            expected = by_query(shipped, place, group, years, footing)
            found = by_level(shipped, place, group, years, footing)
            assert [close(each) for each in found] == [close(each) for each in expected], (place, group)
            told += sum(each.places for each in expected)
    assert told > 100


def close(peers: Peers) -> dict[str, object]:
    """Its fields; numbers to nine digits, which is beyond what a report prints."""
    fields = {name: getattr(peers, name) for name in Peers.__dataclass_fields__}
    return {name: round(each, 9) if isinstance(each, float) else each for name, each in fields.items()}
