"""The paragraphs of an old Word file as lines and grids: cells end in a sign of their own, rows say where cells lie."""

from __future__ import annotations

import re
import struct
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from faheng.reading.texts.readers.word_binary import WordParagraph, paragraphs
from faheng.reading.texts.table import CellGrid, GridEntry

CELL_END = "\x07"
NEAR = 60  # twentieths of a point: two edges nearer than that are one
_FIELD = re.compile(r"\x13[^\x13\x14\x15]*(?:\x14|(?=\x15))|\x15")
_SIGNS = str.maketrans({"\x0b": "\n", "\x1e": "-", "\x1f": "", "\x0c": "", "\r": "", "\x07": "", "\xa0": " "})
_MARKS = re.compile("[\x01-\x08\x0e-\x1d]")
_WIDTH = 20  # bytes of what is said of a cell
_MERGED_FLAGS = 0x60
_GOES_ON = 0x20


@dataclass(frozen=True)
class DocCell:
    """A cell of a row: its text, its edges, and whether it goes on with the cell above."""

    text: str
    left: int
    right: int
    goes_on: bool


def doc_blocks(data: bytes) -> list[str | CellGrid]:
    """The lines of the file and the grids of its tables. Raises NoWordFile."""
    return list(blocks_of_paragraphs(paragraphs(data)))


def blocks_of_paragraphs(every: Iterable[WordParagraph]) -> Iterator[str | CellGrid]:
    """The same of its paragraphs."""
    rows: list[list[DocCell]] = []
    cells: list[str] = []
    lines: list[str] = []  # of the cell that is being read
    for each in every:
        if each.row_end:
            rows.append(row_of_cells(cells, each.cells))
            cells, lines = [], []
        elif each.in_table:
            lines.append(plain(each.text))
            if each.text.endswith(CELL_END):
                cells.append(" ".join(" ".join(lines).split()))
                lines = []
        else:
            if rows:
                yield grid_of_rows(rows)
                rows = []
            yield plain(each.text)
    if rows:
        yield grid_of_rows(rows)


def plain(text: str) -> str:
    """What is printed of a paragraph: of a field its result, no marks of pictures and notes."""
    before = ""
    while before != text:
        before, text = text, _FIELD.sub("", text)
    whole = _MARKS.sub("", text.translate(_SIGNS))
    return whole.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def row_of_cells(texts: Sequence[str], said: bytes) -> list[DocCell]:
    """The cells of a row; where it does not say where they lie they stand side by side."""
    count = said[0] if said else 0
    if count < len(texts) or len(said) < 1 + 2 * (count + 1):
        return [DocCell(text, at, at + 1, goes_on=False) for at, text in enumerate(texts)]
    edges = struct.unpack_from(f"<{count + 1}h", said, 1)
    flags = [
        struct.unpack_from("<H", said, place)[0] if (place := 1 + 2 * (count + 1) + _WIDTH * at) + 2 <= len(said) else 0
        for at in range(count)
    ]
    found: list[DocCell] = []
    for at, text in enumerate(texts):
        if flags[at] & 2 and found:  # merged with the cell before it
            before = found[-1]
            found[-1] = DocCell(before.text + text, before.left, edges[at + 1], before.goes_on)
            continue
        goes_on = flags[at] & _MERGED_FLAGS == _GOES_ON
        found.append(DocCell(text, edges[at], max(edges[at + 1], edges[at] + 1), goes_on))
    return found


def grid_of_rows(rows: Sequence[Sequence[DocCell]]) -> CellGrid:
    """The rows as a grid: a column begins at every edge that some cell has."""
    edges = gathered_edges(edge for row in rows for cell in row for edge in (cell.left, cell.right))
    return CellGrid(tuple(tuple(entries_of(at, rows, edges)) for at in range(len(rows))))


def entries_of(at: int, rows: Sequence[Sequence[DocCell]], edges: Sequence[int]) -> Iterator[GridEntry]:
    """The entries of a row, a blank one where it leaves room, none where a cell above reaches into it."""
    column = 0
    for cell in rows[at]:
        first, last = column_at(cell.left, edges), max(column_at(cell.right, edges), column_at(cell.left, edges) + 1)
        if first > column:
            yield GridEntry("", 1, first - column)
        column = last
        if cell.goes_on and at and above(cell, rows[at - 1]) is not None:
            continue
        below = at + 1
        while below < len(rows) and (under := above(cell, rows[below])) is not None and under.goes_on:
            below += 1
        yield GridEntry(cell.text, below - at, last - first)


def above(cell: DocCell, row: Sequence[DocCell]) -> DocCell | None:
    """The cell of another row that lies between the same edges."""
    for each in row:
        if abs(each.left - cell.left) <= NEAR and abs(each.right - cell.right) <= NEAR:
            return each
    return None


def gathered_edges(every: Iterable[int]) -> list[int]:
    """The edges in order, those that are nearly the same once."""
    kept: list[int] = []
    for edge in sorted(every):
        if not kept or edge - kept[-1] > NEAR:
            kept.append(edge)
    return kept


def column_at(edge: int, edges: Sequence[int]) -> int:
    """The column that begins at an edge."""
    return max(bisect_left(edges, edge - NEAR), 0)
