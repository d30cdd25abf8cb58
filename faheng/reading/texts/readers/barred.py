"""The tables of antiword's output as grids: it prints cells between bars, and a long cell on several lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from faheng.reading.texts.lined_tables import LinePiece, columns_of, row_of, width_before
from faheng.reading.texts.table import CellGrid, GridEntry

_ROOM = 3  # columns that may be left free in a line that is full
Lines = list[tuple[str, tuple[LinePiece, ...]]]


def blocks_of(text: str) -> Iterator[str | CellGrid]:
    """The lines of the text and the grids of its tables."""
    table: Lines = []
    for line in text.split("\n"):
        row = row_of(line, 0) if line.startswith("|") else None
        if row is not None and row.sign == "bar":
            table.append((line, row.pieces))
            continue
        if table:
            yield grid_of(table)
            table = []
        yield line
    if table:
        yield grid_of(table)


def grid_of(table: Lines) -> CellGrid:
    """The printed rows as rows of entries."""
    rows: list[tuple[GridEntry, ...]] = []
    above: Sequence[str] = ()
    for (line, pieces), placed in zip(table, columns_of("bar", [row for _, row in table]), strict=True):
        texts = [line[piece.start : piece.end] for piece in pieces]
        if rows and goes_on(texts, above, pieces) and len(rows[-1]) == len(texts):
            joined = zip(rows[-1], texts, strict=True)
            rows[-1] = tuple(GridEntry(entry.text + text, 1, entry.columns) for entry, text in joined)
        else:
            rows.append(tuple(GridEntry(text, 1, columns) for text, (_, columns, _) in zip(texts, placed, strict=True)))
        above = texts
    return CellGrid(tuple(rows))


def goes_on(texts: Sequence[str], above: Sequence[str], pieces: Sequence[LinePiece]) -> bool:
    """Whether a line goes on with the row above: each of its words stands below a line that is full."""
    if len(texts) != len(above) or not any(texts):
        return False
    cells = zip(texts, above, pieces, strict=True)
    return all(not text or width_before(over)[-1] >= piece.right - piece.left - _ROOM for text, over, piece in cells)
