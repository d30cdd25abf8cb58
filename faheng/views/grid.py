"""Indicators down, places across: exactly one cell at each crossing.

A table whose lines are asked for by the places of its head cannot have a line of another width, and no value can come
to stand under the name of another place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from faheng.model import Cell

__all__ = ["Grid"]


@dataclass(frozen=True)
class Grid:
    """The cells of a matrix by indicator and place. places and indicators: ids in the order of the cells."""

    places: tuple[str, ...]
    indicators: tuple[str, ...]
    _cells: Mapping[tuple[str, str], Cell]

    @classmethod
    def of(cls, cells: Sequence[Cell]) -> Grid:
        """The grid of these cells. ValueError where an indicator has no cell, or more than one, of a place."""
        by_crossing = {(cell.indicator_id, cell.locality_code): cell for cell in cells}
        places = tuple(dict.fromkeys(cell.locality_code for cell in cells))
        indicators = tuple(dict.fromkeys(cell.indicator_id for cell in cells))
        if not len(cells) == len(by_crossing) == len(places) * len(indicators):
            raise ValueError(f"{len(cells)} cells are no grid of {len(indicators)} indicators by {len(places)} places")
        return cls(places, indicators, by_crossing)

    def line(self, indicator: str) -> tuple[Cell, ...]:
        """The cells of the indicator, one for each place in the order of places."""
        return tuple(self._cells[indicator, place] for place in self.places)

    @property
    def lines(self) -> Iterator[tuple[Cell, ...]]:
        """The cells of each indicator."""
        return (self.line(indicator) for indicator in self.indicators)

    @property
    def head(self) -> tuple[str, ...]:
        """The names of the places."""
        return tuple(cell.locality for cell in self.line(self.indicators[0])) if self.indicators else ()
