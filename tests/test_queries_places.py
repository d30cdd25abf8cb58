"""Where places lie (marts/place_chains) and which of them a page can name beside figures (marts/reported_places)."""

from __future__ import annotations

from conftest import Store, given
from factories import CHENGDONG, KAIYUAN, TUCHENGZI, observation


def chain(store: Store, code: str) -> list[str]:
    """The place, then those that contain it."""
    row = store.execute("select chain from place_chains where locality_code = ?", [code]).fetchone()
    assert row
    return list(row[0])


def test_a_chain_leads_from_the_place_to_the_country(store):
    """A township lies in its county, city and province; a province in the country alone."""
    given(store)

    assert [TUCHENGZI, "150525", "150500", "150000", "000000"] == chain(store, TUCHENGZI)
    assert ["630000", "000000"] == chain(store, "630000")


def test_places_with_a_report_and_what_they_lie_in_can_be_named(store):
    """A report of Chengdong brings its city and province; a place without a report stays away."""
    given(store, observation(locality=CHENGDONG))

    codes = [code for (code,) in store.execute("select code from reported_places").fetchall()]
    assert ["000000", "630000", "630100", CHENGDONG] == codes
    assert KAIYUAN not in codes
