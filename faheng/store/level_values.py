"""What all places of a level state of an indicator, as columns of numbers: read once, the same for each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

__all__ = ["LevelValues", "Numbers", "by_indicator"]

Numbers = npt.NDArray[Any]
_COLUMNS = ("place", "province", "year", "value", "low", "high", "population", "years")


@dataclass(frozen=True, slots=True, eq=False)
class LevelValues:
    """What the places of a level state of one indicator, a place and year in each row (shared__level_values).

    place, province: a number for each code. low, high: the ends of the value's interval. years: how many its period
    spans. What is not known is no number (nan).
    """

    place: Numbers
    province: Numbers
    year: Numbers
    value: Numbers
    low: Numbers
    high: Numbers
    population: Numbers
    years: Numbers

    def where(self, rows: Numbers) -> LevelValues:
        """The rows for which this holds."""
        return LevelValues(*(getattr(self, name)[rows] for name in _COLUMNS))


def by_indicator(rows: pa.Table, indicators: Sequence[str]) -> dict[str, LevelValues]:
    """The values of each indicator, from rows that are in its order; empty ones for an indicator without rows."""
    named = rows["indicator_id"].combine_chunks().dictionary_encode()
    numbers = {name: _numbers(rows[name]) for name in _COLUMNS}
    order = named.indices.to_numpy()
    starts = [0, *(np.flatnonzero(np.diff(order)) + 1).tolist(), len(order)] if len(order) else [0, 0]
    found = {each: LevelValues(*(numbers[name][:0].copy() for name in _COLUMNS)) for each in indicators}
    for first, after in pairwise(starts):
        if first < after:
            # Copies, so that each goes when it is let go of, and not with the last of all.
            parts = (numbers[name][first:after].copy() for name in _COLUMNS)
            found[named.dictionary[order[first]].as_py()] = LevelValues(*parts)
    return found


def _numbers(column: pa.ChunkedArray) -> Numbers:
    numbers: Numbers = column.to_numpy()
    return numbers
