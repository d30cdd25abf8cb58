"""The matrix of the overview: what it shows where nobody chose."""

from __future__ import annotations

import pytest
from drawn import served  # noqa: F401 (a fixture)

from faheng.views.catalogue import headlines
from faheng.views.matrix import LEAST_COMPARABLE, matrix_indicators, matrix_view
from faheng.views.profile import profile
from faheng.views.selection import Selection
from faheng.views.view import view_of

pytestmark = pytest.mark.usefixtures("served")


@pytest.mark.parametrize("place", ["440308", "530000", "110112"])
def test_a_place_stands_among_those_that_it_compares_with(place: str) -> None:
    """After the headlines each row has enough that compare, ours among them."""
    view = view_of(Selection(place=place), place)
    among = matrix_view(view)
    rows = matrix_indicators(headlines(), profile(view), among)
    more = rows[len(headlines()) :]

    assert list(headlines()) == rows[: len(headlines())]
    assert place == among.places[0]
    assert more
    for row in more:
        comparable = {cell.locality_code for cell in among.cells([row]) if cell.comparable}
        assert place in comparable
        assert LEAST_COMPARABLE <= len(comparable)


def test_what_the_reader_chose_stays() -> None:
    """Places, a level or a province narrow the matrix as they narrow all pages."""
    for chosen in ({"beside": ("211282",)}, {"level": "county"}, {"province": "440000"}):
        view = view_of(Selection(place="440308", **chosen), "440308")
        assert view == matrix_view(view)


def test_a_place_without_comparable_values_keeps_its_peers() -> None:
    view = view_of(Selection(place="150525206"), "150525206")
    assert view == matrix_view(view)
