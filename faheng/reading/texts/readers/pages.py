"""The characters of a page with their places -> its lines and tables, whatever format they come from.

Coordinates are points, y rising.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from faheng.reading.texts.lined_tables import LinePiece, columns_of
from faheng.reading.texts.readers.glyphs import CELL_GAP, Glyph, lines_in_order, parted, printed
from faheng.reading.texts.readers.ruled import Rule, RuledCell, RuledTable, ruled_tables
from faheng.reading.texts.readers.unruled import unruled_tables
from faheng.reading.texts.table import CellGrid, GridEntry


def _aligned(lines: Iterator[list[Glyph]]) -> Iterator[str | CellGrid]:
    """The lines as text; those of cells below each other as a grid, so that a row may leave a column blank."""
    for is_row, group in groupby((parted(line, CELL_GAP) for line in lines), key=lambda cells: len(cells) > 1):
        rows = list(group)
        placed = columns_of("gap", [[_piece(at, cell) for at, cell in enumerate(row)] for row in rows])
        if not is_row or len({len(row) for row in rows}) == 1 or not placed:
            yield from ("\t".join(map(printed, row)) for row in rows)
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
        yield GridEntry(printed(row[piece.start]), 1, columns)
        column = first + columns


def page_blocks(glyphs: Sequence[Glyph], rules: Sequence[Rule]) -> Iterator[str | CellGrid]:
    """The lines of a page, and its tables, ruled or not, where the first of their characters stands."""
    ruled = ruled_tables(rules) if glyphs else []
    holder = [next((at for at, table in enumerate(ruled) if _cell(table, each) is not None), -1) for each in glyphs]
    held = [[each for each, own in zip(glyphs, holder, strict=True) if own == at] for at in range(len(ruled))]
    grids = [_grid(table, own) for table, own in zip(ruled, held, strict=True)]
    places = {id(each): at for at, each in enumerate(glyphs)}
    for table in unruled_tables([each for each, own in zip(glyphs, holder, strict=True) if own < 0]):
        for each in table.glyphs:
            holder[places[id(each)]] = len(grids)
        grids.append(table.grid)
    told: set[int] = set()
    outside: list[Glyph] = []
    for glyph, own in zip(glyphs, holder, strict=True):
        if own < 0:
            outside.append(glyph)
        elif own not in told:
            told.add(own)
            yield from _aligned(lines_in_order(iter(outside)))
            outside = []
            yield grids[own]
    yield from _aligned(lines_in_order(iter(outside)))


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
        lines = sorted(lines_in_order(iter(held[cell])), key=lambda line: -line[0].top)
        text = "".join(printed(line).replace("\t", " ") for line in lines)
        rows[cell.row].append(GridEntry(text, cell.rows, cell.columns))
    return CellGrid(tuple(map(tuple, rows)))
