"""A matrix has exactly one cell at each crossing: it cannot be made of another width."""

from __future__ import annotations

import pytest
from chart_rows import cell, count

from faheng.views.grid import Grid


def test_a_line_follows_the_places_of_the_head() -> None:
    """Whatever the order in which the cells came."""
    cells = [cell("630102"), cell("210100"), count("210100", value=3.0), count("630102", value=5.0)]
    grid = Grid.of(cells)

    assert ("630102", "210100") == grid.places
    assert [["630102", "210100"]] * 2 == [[each.locality_code for each in line] for line in grid.lines]
    assert [5.0, 3.0] == [each.value for each in grid.line("congress_proposals")]


@pytest.mark.parametrize(
    "cells",
    [
        [cell("630102", year=2019), cell("630102", year=2020)],
        [cell("630102"), cell("210100"), count("630102")],
        [cell("630102"), cell("630102"), cell("210100")],
    ],
    ids=["two years of a place", "a place without the other indicator", "a cell twice"],
)
def test_cells_that_are_no_grid_are_refused(cells: list) -> None:
    with pytest.raises(ValueError, match="no grid"):
        Grid.of(cells)


def test_no_cell_is_an_empty_grid() -> None:
    grid = Grid.of([])

    assert ((), (), []) == (grid.places, grid.head, list(grid.lines))
