"""faheng.store.shown and what is remembered of it: a cell says the same whichever cells are asked for beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from faheng.model import Cell
from faheng.store.cell_parts import AskedCells, AskedYears
from faheng.store.read import Snapshot
from faheng.views import cached
from faheng.views.kept import Kept

PLACES = ("630102", "440308", "211282", "440311", "210100")
EVERY = (AskedYears(), AskedYears((2021, 2019)), AskedYears(span=(2016, 2021)))


@pytest.fixture
def catalogue(shipped: Snapshot) -> tuple[str, ...]:
    return tuple(shipped.column("pages/filters__indicators", language="zh"))


@pytest.mark.parametrize("years", EVERY, ids=str)
def test_a_cell_is_the_same_alone_and_among_others(
    shipped: Snapshot, catalogue: tuple[str, ...], years: AskedYears
) -> None:
    """By place, then indicator, then year in their order; a place or an indicator nobody knows has no cell."""
    asked = AskedCells((*PLACES, "999999"), (*catalogue, "nothing"), "en", years)
    together = shipped.cells(asked)
    alone = [cell for place in PLACES for cell in shipped.cells(replace(asked, localities=(place,)))]
    one = shipped.cells(replace(asked, localities=(PLACES[1],), indicators=(catalogue[5],)))

    assert one == [cell for cell in together if (cell.locality_code, cell.indicator_id) == (PLACES[1], catalogue[5])]
    assert alone == together
    assert len(PLACES) * len(catalogue) * len(years.named or [0]) == len(together)
    assert [2019, 2021] == [cell.year for cell in together[:2]] or years.named is None


def test_no_year_has_no_cell(shipped: Snapshot, catalogue: tuple[str, ...]) -> None:
    assert [] == shipped.cells(AskedCells(PLACES, catalogue, "zh", AskedYears(())))


def test_of_places_that_were_shown_before_nothing_is_asked_again(
    shipped: Snapshot, catalogue: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another place beside them: the store is asked for that one alone, and the answer is as if for all."""
    monkeypatch.setattr(cached, "_snapshot", lambda: shipped)
    monkeypatch.setattr(cached, "_answers", Kept(10 * 2**20))
    wanted: list[tuple[str, ...]] = []

    def cells(self: Snapshot, asked: AskedCells) -> list[Cell]:
        wanted.append(asked.localities)
        return real(self, asked)

    real = Snapshot.cells
    monkeypatch.setattr(Snapshot, "cells", cells)
    asked = AskedCells(PLACES[:3], catalogue, "zh")
    cached.cells(asked)
    wider = replace(asked, localities=(PLACES[4], *PLACES[:3]))

    assert real(shipped, wider) == list(cached.cells(wider))
    assert [PLACES[:3], (PLACES[4],)] == wanted
