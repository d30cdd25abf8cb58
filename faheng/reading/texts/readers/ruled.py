"""The tables that lines rule on a page: rectangles between horizontal and vertical lines, merged where one is missing.

Method: lines that touch make one table; their places make rows and columns; two fields without a line between them
are one cell. Coordinates are points, y rising.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

TOLERANCE = 3.0
MOST_RULES = 3_000  # of one page; a drawing has more
MOST_FIELDS = 6_000
_FEWEST = 3  # lines each way: two columns and two rows
Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal or vertical line: where it lies (at), and from where to where it goes."""

    level: bool
    at: float
    first: float
    last: float


@dataclass(frozen=True)
class RuledCell:
    """A cell: its first row and column from the top left, and how many it takes."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True)
class RuledTable:
    """Where the columns (xs, rising) and the rows (ys, falling) part, and the cell of each field."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: dict[tuple[int, int], RuledCell]

    def cell_at(self, x: float, y: float) -> RuledCell | None:
        """The cell that a point lies in."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[-1] <= y <= self.ys[0]):
            return None
        column = bisect_right(self.xs, x) - 1
        row = bisect_right(self.ys, -y, key=lambda each: -each) - 1
        return self.cells[min(row, len(self.ys) - 2), min(column, len(self.xs) - 2)]


def ruled_tables(rules: Sequence[Rule]) -> list[RuledTable]:
    """The tables that the lines of a page make; none for a page with more lines than any table has."""
    if not _FEWEST * 2 <= len(rules) <= MOST_RULES:
        return []
    return [table for group in touching(rules) if (table := table_of(group)) is not None]


def touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """The lines in groups of those that touch or cross each other."""
    level = np.array([rule.level for rule in rules])
    at, first, last = (np.array([getattr(rule, name) for rule in rules]) for name in ("at", "first", "last"))
    near = TOLERANCE
    reaches = (first[:, None] - near <= at[None, :]) & (at[None, :] <= last[:, None] + near)
    crossing = (level[:, None] != level[None, :]) & reaches & reaches.T
    alike = (level[:, None] == level[None, :]) & (abs(at[:, None] - at[None, :]) <= near)
    alike &= (first[:, None] - near <= last[None, :]) & (first[None, :] <= last[:, None] + near)
    linked = crossing | alike
    left, groups = set(range(len(rules))), []
    while left:
        group, fresh = set(), {left.pop()}
        while fresh:
            one = fresh.pop()
            group.add(one)
            more = {int(each) for each in np.flatnonzero(linked[one])} & left
            left -= more
            fresh |= more
        groups.append([rules[each] for each in sorted(group)])
    return groups


def gathered(values: Iterable[float]) -> list[float]:
    """The values without those that are the same within tolerance."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > TOLERANCE:
            kept.append(value)
    return kept


def table_of(rules: Sequence[Rule]) -> RuledTable | None:
    """The table that touching lines make; None where they enclose no rows and columns."""
    xs = gathered(rule.at for rule in rules if not rule.level)
    ys = gathered(rule.at for rule in rules if rule.level)[::-1]
    if len(xs) < _FEWEST or len(ys) < _FEWEST or (len(xs) - 1) * (len(ys) - 1) > MOST_FIELDS:
        return None
    down, across = walls(rules, xs, ys)
    cells = merged_fields(down, across)
    return RuledTable(tuple(xs), tuple(ys), cells) if len(set(cells.values())) > _FEWEST else None


def walls(rules: Sequence[Rule], xs: Sequence[float], ys: Sequence[float]) -> tuple[NDArray[np.bool_], ...]:
    """Where a line stands at the left side of a field, and where one lies at its top."""
    middles_x, middles_y = (np.array([(one + two) / 2 for one, two in pairwise(each)]) for each in (xs, ys))
    left = np.zeros((len(ys) - 1, len(xs)), dtype=bool)
    top = np.zeros((len(ys), len(xs) - 1), dtype=bool)
    columns, rows = np.array(xs), np.array(ys)
    for rule in rules:
        if rule.level:
            covered = (middles_x >= rule.first) & (middles_x <= rule.last)
            top[np.abs(rows - rule.at).argmin()] |= covered
        else:
            covered = (middles_y >= rule.first) & (middles_y <= rule.last)
            left[:, np.abs(columns - rule.at).argmin()] |= covered
    return left, top


def merged_fields(left: NDArray[np.bool_], top: NDArray[np.bool_]) -> dict[tuple[int, int], RuledCell]:
    """The cell of each field: fields with no line between them are one, as far as they make a rectangle."""
    rows, columns = left.shape[0], top.shape[1]
    cells: dict[tuple[int, int], RuledCell] = {}
    for row in range(rows):
        for column in range(columns):
            if (row, column) in cells:
                continue
            wide = 1
            while column + wide < columns and not left[row, column + wide] and (row, column + wide) not in cells:
                wide += 1
            high = 1
            while row + high < rows and open_below(top, left, (row + high, column, wide), cells):
                high += 1
            cell = RuledCell(row, column, high, wide)
            for y in range(row, row + high):
                for x in range(column, column + wide):
                    cells[y, x] = cell
    return cells


def open_below(
    top: NDArray[np.bool_],
    left: NDArray[np.bool_],
    place: tuple[int, int, int],
    cells: dict[tuple[int, int], RuledCell],
) -> bool:
    """Whether the fields of the next row go on those above. place: their row, first column and number."""
    row, column, wide = place
    fields = range(column, column + wide)
    if any((row, each) in cells for each in fields) or left[row, column + 1 : column + wide].any():
        return False
    return not top[row, column : column + wide].any()
