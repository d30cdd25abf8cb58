"""TableSheet -> entries: each number of a table with the headers of its row and of its column, outermost first.

A table may hold several blocks, each with a header of its own (the national form of disclosure reports has three).
Where the file does not say which cells are merged, a blank one goes on what stands left of it in a header, and above
it before a row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from faheng.reading.tables.headers import NUMBERING, Header, HeaderLexicon
from faheng.reading.tables.sheet import TableBox, TableSheet

BESIDE = frozenset(("aside", "unit", "serial"))
FEWEST_IN_SERIES = 2


@dataclass(frozen=True)
class Entered:
    """A number of a table.

    rows, columns: the headers of its row and of its column; above: what heads its rows as a whole; siblings: the
    headers that stand beside its own ones in the same rows of the header. unit: from a column of units. growth: the
    cell with the growth of its row, and that one's header. label: the box that names its row, if any.
    """

    box: TableBox
    rows: tuple[Header, ...]
    columns: tuple[Header, ...]
    above: tuple[str, ...]
    siblings: tuple[Header, ...]
    unit: str
    growth: tuple[TableBox, Header] | None
    label: TableBox | None
    ragged: bool


@dataclass
class TableBlock:
    """Rows of data below their header. title: the line that heads them as a whole."""

    header: list[int] = field(default_factory=list)
    data: list[int] = field(default_factory=list)
    titles: dict[int, tuple[str, ...]] = field(default_factory=dict)


class TableLayout:
    """The headers of a sheet, looked up once."""

    def __init__(self, sheet: TableSheet, lexicon: HeaderLexicon) -> None:
        self.sheet, self.lexicon = sheet, lexicon
        self._headers: dict[str, Header] = {}

    def header(self, box: TableBox) -> Header:
        """What a box says as a header."""
        if box.text not in self._headers:
            self._headers[box.text] = self.lexicon.read(box.text)
        return self._headers[box.text]

    def entries(self) -> Iterator[Entered]:
        """The numbers of the table, row by row."""
        for block in self.blocks():
            yield from BlockLayout(self, block).entries()

    def is_number(self, box: TableBox, *, in_header: bool) -> bool:
        """Whether a box is a figure: a number, and no year before a row or in a header."""
        year = box.is_bare_year and (in_header or box.column == 0)
        return (box.is_value or (box.is_told and box.column > 0)) and not year

    def kind(self, row: int) -> str:
        """What a row is: blank, title (one cell heads what follows), header, data, or text inside of the data."""
        boxes = [box for box in self.sheet.row(row) if box.row == row]
        own = [box for box in boxes if not box.is_empty]
        if not own:
            return "blank"
        if any(
            self.is_number(box, in_header=all(each.is_bare_year or not each.is_value for each in own)) for box in own
        ):
            return "data"
        if len(own) == 1 and self._heads_rows(own[0], list(self.sheet.row(row))):
            return "title"
        return "text" if any(box.is_empty for box in boxes if box.column > 0) else "header"

    def _heads_rows(self, box: TableBox, boxes: Sequence[TableBox]) -> bool:
        """Whether the only text of a row heads the rows below: alone in it, or numbered before cells with a dash."""
        if box.columns == 1 and box.column > 0:
            return False
        return all(not each.text.strip() for each in boxes if each is not box) or NUMBERING.match(box.text) is not None

    def blocks(self) -> Iterator[TableBlock]:
        """The blocks of the table in order."""
        block = TableBlock()
        titles: tuple[str, ...] = ()
        fresh = False
        for row in range(self.sheet.rows):
            kind = self.kind(row)
            if kind == "title":
                titles = tuple(box.text for box in self.sheet.row(row))
                fresh = bool(block.data)
            elif kind == "header" and (not block.data or self.is_header(row, fresh=fresh)):
                if block.data:
                    yield block
                    block = TableBlock()
                block.header.append(row)
            elif kind == "data":
                block.data.append(row)
                block.titles[row] = titles
                fresh = False
        yield block

    def is_header(self, row: int, *, fresh: bool) -> bool:
        """Whether a row of texts below data heads what follows: its cells say so, or a title stands before it."""
        return fresh or any(self.header(box).marks or self.header(box).dated for box in self.sheet.row(row))


class BlockLayout:
    """The columns of one block."""

    def __init__(self, layout: TableLayout, block: TableBlock) -> None:
        self.layout, self.block, self.sheet = layout, block, layout.sheet
        self.serial = self._is_series()
        self.values = [column for column in range(self.sheet.columns) if self._holds_values(column)]
        self.paths = {column: self.column_path(column) for column in range(self.sheet.columns)}
        width = max((box.column + box.columns for row in block.data for box in self.sheet.row(row)), default=0)
        heads = [box.column + box.columns for row in block.header for box in self.sheet.row(row)]
        self.ragged = bool(heads) and max(heads) < width

    def entries(self) -> Iterator[Entered]:
        """The numbers of the block, row by row."""
        for row in self.block.data:
            for column in self.values:
                box = self.sheet.at.get((row, column))
                own = box is not None and (box.row, box.column) == (row, column) and not self.beside(column)
                if box is not None and own and self.layout.is_number(box, in_header=False):
                    yield self.entered(box, row, column)

    def entered(self, box: TableBox, row: int, column: int) -> Entered:
        """The number with what governs it."""
        labels = self.labels(row, column)
        rows = tuple(self.layout.header(each) for each in labels)
        siblings = tuple(each for other in self.values if other != column for each in self.paths[other])
        return Entered(
            box,
            rows,
            self.paths[column],
            self.block.titles.get(row, ()),
            siblings,
            self.unit(row),
            self.growth(row, column),
            labels[-1] if labels else None,
            self.ragged and column > 0,
        )

    def beside(self, column: int) -> bool:
        """Whether a column only goes along: serial numbers, units, remarks."""
        if column == 0 and self.serial:
            return True
        marks = {mark for header in self.paths[column] for mark in header.marks}
        return bool(marks & BESIDE) and (marks & BESIDE != {"unit"} or self._holds_units(column))

    def column_path(self, column: int) -> tuple[Header, ...]:
        """The different boxes of the header above a column, topmost first; what spans the whole table heads none."""
        found: list[TableBox] = []
        for row in self.block.header:
            box = self.sheet.at.get((row, column))
            if (box is None or not box.text.strip()) and not self.sheet.merged and row != self.block.header[-1]:
                box = self._left_of(row, column)
            if box is not None and box.text.strip() and box not in found and box.columns < self.sheet.columns:
                found.append(box)
        return tuple(self.layout.header(box) for box in found)

    def labels(self, row: int, column: int) -> list[TableBox]:
        """The boxes that name a row for a number in a column: the nearest texts to the left of it."""
        found: list[TableBox] = []
        for left in range(column - 1, -1, -1):
            if left in self.values and not self.beside(left):
                if found:
                    break
                continue
            box = self.sheet.at.get((row, left))
            if box is None or self.beside(left):
                continue
            if not box.text.strip() and not self.sheet.merged and found:
                box = self._above(row, left)
            if box is not None and not box.is_empty and box not in found:
                found.append(box)
        return found[::-1]

    def unit(self, row: int) -> str:
        """The unit that a cell of the row gives in a column of units."""
        for box in self.sheet.row(row):
            if box.column not in self.values and (unit := self.layout.lexicon.unit_of(box.text)):
                return unit
        return ""

    def growth(self, row: int, column: int) -> tuple[TableBox, Header] | None:
        """The growth that the row gives in a column of growths; None for several of them."""
        found = [
            (box, header)
            for other in self.values
            if other != column and (box := self.sheet.at.get((row, other))) is not None and not box.is_empty
            for header in self.paths[other]
            if "growth" in header.marks
        ]
        return found[0] if len(found) == 1 else None

    def _holds_values(self, column: int) -> bool:
        boxes = [self.sheet.at.get((row, column)) for row in self.block.data]
        return any(box is not None and self.layout.is_number(box, in_header=False) for box in boxes)

    def _holds_units(self, column: int) -> bool:
        """Whether a column is one of units, and not of the bodies that 单位 may also mean."""
        said = [box.text for row in self.block.data if (box := self.sheet.at.get((row, column))) is not None]
        return any(map(self.layout.lexicon.unit_of, said))

    def _is_series(self) -> bool:
        """Whether the first column only counts the rows: 1, 2, 3 before a column of texts."""
        boxes = [self.sheet.at.get((row, 0)) for row in self.block.data]
        numbers = [box.text.strip().rstrip(".、") for box in boxes if box is not None and not box.is_empty]
        counted = len(numbers) >= FEWEST_IN_SERIES and all(each.isdecimal() and len(each) <= 3 for each in numbers)  # noqa: PLR2004
        return counted and all(int(two) - int(one) in (0, 1) for one, two in pairwise(numbers)) and int(numbers[0]) <= 1

    def _left_of(self, row: int, column: int) -> TableBox | None:
        """The nearest box that says something left of a blank one in a header, not before the rows."""
        for left in range(column, self.values[0] - 1 if self.values else column, -1):
            box = self.sheet.at.get((row, left))
            if box is not None and box.text.strip():
                return box
        return None

    def _above(self, row: int, column: int) -> TableBox | None:
        """The nearest box that says something above a blank one before a row."""
        for above in reversed([each for each in self.block.data if each < row]):
            box = self.sheet.at.get((above, column))
            if box is not None and box.text.strip():
                return box
        return None


def texts_of(headers: Sequence[Header]) -> str:
    """The names of headers in a row."""
    return "".join(header.name for header in headers)
