"""Tables as their file lays them out: cells with the place of each in the text, whatever the format.

A reader yields paragraphs and grids; `laid_out` writes both as one text, a row a line and its cells parted by tabs, and
notes where each cell stands, so that text[cell.start:cell.end] is what the cell says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

WIDEST = 200  # columns that are looked at
_MOST_ROWS = 1_000  # that a cell can take


@dataclass(frozen=True, slots=True)
class GridEntry:
    """A cell in the making: what it says, and the rows and columns that it takes."""

    text: str
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True)
class CellGrid:
    """Rows of entries as in a web page: an entry stands in the first column that nothing above reaches into."""

    rows: tuple[tuple[GridEntry, ...], ...]


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell of a table: its first row and column from 0, how many it takes, and where its text stands."""

    row: int
    column: int
    rows: int
    columns: int
    start: int
    end: int


@dataclass(frozen=True)
class TextTable:
    """The cells of a table in the order of the text."""

    cells: tuple[CellPlace, ...]

    @property
    def start(self) -> int:
        """Where its first cell begins."""
        return self.cells[0].start

    @property
    def end(self) -> int:
        """Where its last cell ends."""
        return max(cell.end for cell in self.cells)


def placed(grid: CellGrid) -> Iterator[list[tuple[int, GridEntry]]]:
    """Each row of the grid as its entries with their columns."""
    taken: dict[int, int] = {}  # column -> rows that an entry above still takes
    for row in grid.rows:
        column, entries = 0, []
        held = {at: rows for at, rows in taken.items() if rows > 0}
        for entry in row:
            while held.get(column):
                column += 1
            if column + entry.columns > WIDEST:
                break
            entries.append((column, entry))
            for at in range(column, column + entry.columns):
                taken[at] = min(entry.rows, _MOST_ROWS)
            column += entry.columns
        taken = {at: rows - 1 for at, rows in taken.items() if rows > 1}
        yield entries


def laid_out(blocks: Iterable[str | CellGrid]) -> tuple[str, tuple[TextTable, ...]]:
    """The blocks as lines of one text, and the tables among them; a row without any text is no line."""
    lines: list[str] = []
    tables: list[TextTable] = []
    at = 0
    for block in blocks:
        if isinstance(block, str):
            lines.append(block)
            at += len(block) + 1
            continue
        cells: list[CellPlace] = []
        for number, row in enumerate(placed(block)):
            line = written(row)
            if line.strip():
                cells += cells_of(number, row, at)
                lines.append(line)
                at += len(line) + 1
        if cells:
            tables.append(TextTable(tuple(cells)))
    return "\n".join(lines), tuple(tables)


def written(row: Sequence[tuple[int, GridEntry]]) -> str:
    """A row as a line, a tab before each column but the first; a row of one entry with paragraphs is ordinary text."""
    if len(row) == 1 and row[0][0] == 0 and "\n" in row[0][1].text:
        return row[0][1].text
    last = max((column + entry.columns for column, entry in row), default=1)
    cells = [""] * last
    for column, entry in row:
        cells[column] = entry.text
    return "\t".join(cells)


def cells_of(number: int, row: Sequence[tuple[int, GridEntry]], start: int) -> Iterator[CellPlace]:
    """The cells of a row whose line begins at start."""
    before = 0  # characters of the entries before
    for column, entry in row:
        first = start + before + column
        yield CellPlace(number, column, entry.rows, entry.columns, first, first + len(entry.text))
        before += len(entry.text)


def written_out(grid: CellGrid) -> str:
    """A grid that stands inside of a cell, as text."""
    return "\n".join(map(written, placed(grid)))
