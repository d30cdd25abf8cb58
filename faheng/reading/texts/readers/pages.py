"""The characters of a page with their places -> its lines and tables, whatever format they come from.

Coordinates are points, y rising.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from faheng.reading.texts.lined_tables import LinePiece, columns_of
from faheng.reading.texts.readers.ruled import Rule, RuledCell, RuledTable, ruled_tables
from faheng.reading.texts.table import CellGrid, GridEntry

_CELL_GAP = 2.0  # in heights of the line: a tab
_WORD_GAP = 0.2  # a space
_SAME_LINE = 0.5  # of the lower of two characters has to overlap


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and its box; heights are those of the font, so that all of a line are nearly alike."""

    character: str
    left: float
    right: float
    bottom: float
    top: float


def _on_one_line(first: Glyph, second: Glyph) -> bool:
    overlap = min(first.top, second.top) - max(first.bottom, second.bottom)
    return overlap >= _SAME_LINE * min(first.top - first.bottom, second.top - second.bottom)


def _lines(glyphs: Iterator[Glyph]) -> Iterator[list[Glyph]]:
    """Neighbours in the file that stand on one line, from left to right; columns stay apart, as in the file."""
    line: list[Glyph] = []
    for glyph in glyphs:
        if line and not _on_one_line(line[0], glyph):
            yield sorted(line, key=lambda each: each.left)
            line = []
        line.append(glyph)
    if line:
        yield sorted(line, key=lambda each: each.left)


def _gap(before: Glyph, glyph: Glyph) -> float:
    """The room between two characters in heights of the line."""
    return (glyph.left - before.right) / max(glyph.top - glyph.bottom, 1e-3)


def _printed(line: list[Glyph]) -> str:
    """The line as text, gaps as spaces or tabs."""
    pieces = [line[0].character]
    for before, glyph in pairwise(line):
        gap = _gap(before, glyph)
        pieces.append("\t" if gap >= _CELL_GAP else " " if gap >= _WORD_GAP else "")
        pieces.append(glyph.character)
    return "".join(pieces)


def _cells(line: list[Glyph]) -> list[list[Glyph]]:
    """The line in pieces that wide gaps part."""
    cells = [[line[0]]]
    for before, glyph in pairwise(line):
        if _gap(before, glyph) >= _CELL_GAP:
            cells.append([])
        cells[-1].append(glyph)
    return cells


def _aligned(lines: Iterator[list[Glyph]]) -> Iterator[str | CellGrid]:
    """The lines as text; those of cells below each other as a grid, so that a row may leave a column blank."""
    for is_row, group in groupby(map(_cells, lines), key=lambda cells: len(cells) > 1):
        rows = list(group)
        placed = columns_of("gap", [[_piece(at, cell) for at, cell in enumerate(row)] for row in rows])
        if not is_row or len({len(row) for row in rows}) == 1 or not placed:
            yield from ("\t".join(map(_printed, row)) for row in rows)
        else:
            yield CellGrid(tuple(tuple(_filled(row, entries)) for row, entries in zip(rows, placed, strict=True)))


def _piece(number: int, cell: list[Glyph]) -> LinePiece:
    """Where a piece of a line stands; number: which of its line it is."""
    return LinePiece(number, number, round(cell[0].left), round(cell[-1].right))


def _filled(row: list[list[Glyph]], placed: Iterable[tuple[int, int, LinePiece]]) -> Iterator[GridEntry]:
    """The pieces of a row as entries, and a blank one for each column that none stands in."""
    column = 0
    for first, columns, piece in placed:
        yield from (GridEntry("") for _ in range(column, first))
        yield GridEntry(_printed(row[piece.start]), 1, columns)
        column = first + columns


def page_blocks(glyphs: Sequence[Glyph], rules: Sequence[Rule]) -> Iterator[str | CellGrid]:
    """The lines of a page, and its ruled tables where the first of their characters stands."""
    tables = ruled_tables(rules) if glyphs else []
    inside: dict[int, list[Glyph]] = {}  # number of a table -> its characters
    outside: list[Glyph] = []
    for glyph in glyphs:
        number = next((at for at, table in enumerate(tables) if _cell(table, glyph) is not None), None)
        if number is None:
            outside.append(glyph)
            continue
        if number not in inside:
            yield from _aligned(_lines(iter(outside)))
            outside = []
            yield _grid(tables[number], [each for each in glyphs if _cell(tables[number], each) is not None])
        inside.setdefault(number, []).append(glyph)
    yield from _aligned(_lines(iter(outside)))


def _cell(table: RuledTable, glyph: Glyph) -> RuledCell | None:
    return table.cell_at((glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2)


def _grid(table: RuledTable, glyphs: list[Glyph]) -> CellGrid:
    """A ruled table with what its cells say: the lines of a cell are one text, wrapped where it ended."""
    held: dict[RuledCell, list[Glyph]] = {cell: [] for cell in table.cells.values()}
    for glyph in glyphs:
        cell = _cell(table, glyph)
        if cell is not None:
            held[cell].append(glyph)
    rows: list[list[GridEntry]] = [[] for _ in range(len(table.ys) - 1)]
    for cell in sorted(held, key=lambda each: (each.row, each.column)):
        lines = sorted(_lines(iter(held[cell])), key=lambda line: -line[0].top)
        text = "".join(_printed(line).replace("\t", " ") for line in lines)
        rows[cell.row].append(GridEntry(text, cell.rows, cell.columns))
    return CellGrid(tuple(map(tuple, rows)))
