"""A table that stands in a briefing, beside a chart or in its place: columns, rows, and what of it is kept.

A cell is a text or a number with its text. Widths, letters and lines are those of the files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, zip_longest

__all__ = ["BriefTable", "GroupName", "Head", "Number", "TableCell", "ViewTable", "upright"]


@dataclass(frozen=True)
class Number:
    """A value in a table: as a number, and as a page prints it. percent: 72.7 means 72.7%.

    short and below: the same text on two lines, the value and under it, smaller, its period and verdict; "" for one.
    """

    value: float
    text: str
    percent: bool = False
    short: str = ""
    below: str = ""


TableCell = str | Number


class GroupName(str):
    """The name of the rows below it, in a row of its own."""

    __slots__ = ()


@dataclass(frozen=True)
class Head:
    """weight: its share of the width, in signs that it should hold on a line."""

    name: str
    weight: float
    number: bool = False


@dataclass(frozen=True)
class ViewTable:
    """Columns and rows; a cell is a text or a number. ours: the row to be read first, if any.

    telling: the rows in the order in which they are kept where not all have room, () for that of the table. grouped:
    the first column is said once for rows that follow each other.
    """

    columns: tuple[Head, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    ours: int | None = None
    telling: tuple[int, ...] = ()
    grouped: bool = False

    def shortened(self, most: int) -> ViewTable:
        """The table with so many rows at most, as it is printed: each group is said once."""
        kept = self.kept(most)
        rows = tuple(kept._row(at, at - 1 if at else None) for at in range(len(kept.rows)))
        return replace(kept, rows=rows, telling=(), grouped=False)

    def kept(self, most: int) -> ViewTable:
        """The table with so many rows at most: of many the most telling, or the first ones and ours."""
        kept = list(range(len(self.rows)))
        if len(self.rows) > most:
            kept = sorted(self.telling[:most]) if self.telling else kept[:most]
            if self.ours is not None and self.ours not in kept:
                kept[-1] = self.ours
        ours = None if self.ours is None else kept.index(self.ours)
        return ViewTable(self.columns, tuple(self.rows[at] for at in kept), ours, grouped=self.grouped)

    def narrowed(self, columns: int) -> ViewTable:
        """The table with its first columns alone."""
        return replace(self, columns=self.columns[:columns], rows=tuple(row[:columns] for row in self.rows))

    def named_above(self) -> ViewTable:
        """A grouped table with the name of each group in a row above its rows, and not beside them."""
        rows: list[tuple[TableCell, ...]] = []
        for i, (group, *row) in enumerate(self.rows):
            if i == 0 or group != self.rows[i - 1][0]:
                rows.append((GroupName(group), *("" for _ in row[1:])))
            rows.append(tuple(row))
        return ViewTable(self.columns[1:], tuple(rows))

    def without_groups(self) -> ViewTable:
        """A grouped table without the names of its groups."""
        return ViewTable(self.columns[1:], tuple(row[1:] for row in self.rows), self.ours, self.telling)

    def on_one_line(self) -> ViewTable:
        """The table with period and verdict behind each value instead of below it."""
        rows = tuple(
            tuple(replace(cell, short="", below="") if isinstance(cell, Number) else cell for cell in row)
            for row in self.rows
        )
        return replace(self, rows=rows)

    def across(self, parts: int) -> ViewTable:
        """Its rows in so many parts side by side, an empty column between them; no name of rows ends one."""
        if parts == 1:
            return self
        columns, empty, apart = tuple(self._parts(parts)), ("",) * len(self.columns), Head("", 1)
        lines = zip_longest(*columns, fillvalue=empty)
        heads = ((*([apart] if i else []), *self.columns) for i in range(len(columns)))
        rows = (chain.from_iterable((*([""] if i else []), *row) for i, row in enumerate(line)) for line in lines)
        return ViewTable(tuple(chain.from_iterable(heads)), tuple(map(tuple, rows)))

    def _parts(self, parts: int) -> Iterator[list[tuple[TableCell, ...]]]:
        """The rows of each part; a name of rows that would end one begins the next."""
        rows = list(self.rows)
        for left in range(parts, 0, -1):
            high = -(-len(rows) // left)
            if left > 1 and high > 1 and isinstance(rows[high - 1][0], GroupName):
                high -= 1
            part, rows = rows[:high], rows[high:]
            yield part

    def _row(self, at: int, before: int | None) -> tuple[TableCell, ...]:
        row = self.rows[at]
        said = self.grouped and before is not None and self.rows[before][0] == row[0]
        return ("", *row[1:]) if said else row


def upright(table: ViewTable, most: int) -> ViewTable:
    """The table with rows and columns changed over, where a high page has no room for so many columns of values.

    most: columns that have room. Only a table whose columns all hold values, behind those that name its rows, and that
    becomes narrower, is turned.
    """
    names = next((i for i, column in enumerate(table.columns) if i and column.number), len(table.columns))
    across = table.columns[names:]
    if len(across) < most or len(table.rows) >= len(across) or not all(column.number for column in across):
        return table
    heads = (Head(" ".join(str(cell) for cell in row[:names]), 12, number=True) for row in table.rows)
    rows = tuple((column.name, *(row[i] for row in table.rows)) for i, column in enumerate(across, start=names))
    return ViewTable((Head("", table.columns[0].weight), *heads), rows)


@dataclass(frozen=True)
class BriefTable:
    """A table for where room is short. said: what it says once for many rows, or names without their values.

    counted: the same where there is no room for names, () for none. across: how many of its rows may stand side by
    side. left: rows of the whole table that it only names.
    """

    table: ViewTable
    said: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    across: int = 1
    left: int = 0
