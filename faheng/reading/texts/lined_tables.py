"""Tables that a plain text prints: rows a line, cells parted by tabs, by bars or by wide gaps.

Bars and gaps have places of their own: a cell above two others is wider than they are, so that it heads both. Tabs have
none: there the cells of each row are counted.
Left out on purpose: what prose parts by a gap (the end of a sentence and an indentation whose line break was lost).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from unicodedata import east_asian_width

from faheng.reading.texts.table import WIDEST, CellPlace, TextTable

BARS = "|│┃｜"
_BAR = re.compile(f"[{BARS}]")
_GAP = re.compile(r"(?:[ \u00a0]{2,}|\u3000[ \u3000\u00a0]*|[ \u00a0]+\u3000[ \u3000\u00a0]*)")
_SENTENCE_END = "。！？；!?;”"
_RULE = re.compile(r"[\s|│┃｜+\-—=:─━┄┌┬┐├┼┤└┴┘╋┏┳┓┣┫┗┻┛]*")
_LONGEST_ROW = 2_000
_FEWEST_ROWS = 2


@dataclass(frozen=True, slots=True)
class LinePiece:
    """A cell of a printed row: where it stands in the text, and from which printed column to which."""

    start: int
    end: int
    left: int
    right: int


@dataclass(frozen=True)
class LinedRow:
    """A printed row: the sign that parts its cells (tab, bar or gap), and the cells."""

    sign: str
    pieces: tuple[LinePiece, ...]


@dataclass(frozen=True)
class LinedTable:
    """Rows of cells with the column and the number of columns of each."""

    rows: tuple[tuple[tuple[int, int, LinePiece], ...], ...]

    @property
    def table(self) -> TextTable:
        """The table with its cells where they stand."""
        return TextTable(
            tuple(
                CellPlace(number, column, 1, columns, piece.start, piece.end)
                for number, row in enumerate(self.rows)
                for column, columns, piece in row
            )
        )


def tables_in(text: str, known: Sequence[TextTable] = ()) -> tuple[TextTable, ...]:
    """The tables of the file with those that its lines print between them."""
    if "\t" not in text and not _BAR.search(text) and not _GAP.search(text):
        return tuple(known)
    found = [each.table for each in lined_tables(text)]
    own = [each for each in found if not any(each.start < one.end and one.start < each.end for one in known)]
    return tuple(sorted([*known, *own], key=lambda each: each.start))


def lined_tables(text: str) -> Iterator[LinedTable]:
    """The tables that the lines of a text print: at least two rows of one kind, one below the other."""
    starts = accumulate((len(line) + 1 for line in text.split("\n")), initial=0)
    rows = [row_of(line, at) for line, at in zip(text.split("\n"), starts, strict=False)]
    for sign, group in groupby(
        (row for row in rows if row is None or row.pieces), key=lambda row: row.sign if row else ""
    ):
        lines = [row.pieces for row in group if row is not None]
        if sign and len(lines) >= _FEWEST_ROWS and (columns := columns_of(sign, lines)):
            yield LinedTable(tuple(columns))


def row_of(line: str, at: int) -> LinedRow | None:
    """The line as a row; without pieces where it only rules or is blank; None for prose. at: where it begins."""
    if not line.strip() or _RULE.fullmatch(line):
        return LinedRow("", ()) if len(line.strip()) != 1 else None
    if len(line) > _LONGEST_ROW:
        return None
    for sign, pieces in (("bar", barred(line, at)), ("tab", tabbed(line, at)), ("gap", gapped(line, at))):
        if sum(piece.end > piece.start for piece in pieces) > 1 or (sign != "gap" and len(pieces) > 1):
            return LinedRow(sign, tuple(pieces[:WIDEST]))
    return None


def width_before(line: str) -> list[int]:
    """Printed columns before each character of a line, a Chinese character taking two."""
    return list(accumulate((2 if east_asian_width(each) in "WF" else 1 for each in line), initial=0))


def bare(line: str, first: int, last: int) -> tuple[int, int]:
    """A stretch of the line without the blanks at its ends."""
    while first < last and line[first].isspace():
        first += 1
    while last > first and line[last - 1].isspace():
        last -= 1
    return first, last


def barred(line: str, at: int) -> list[LinePiece]:
    """The cells between bars; what stands before the first and behind the last only where there is anything."""
    bars = [found.start() for found in _BAR.finditer(line)]
    if not bars:
        return []
    columns = width_before(line)
    edges = [*([-1] if line[: bars[0]].strip() else []), *bars, *([len(line)] if line[bars[-1] + 1 :].strip() else [])]
    pieces = []
    for left, right in pairwise(edges):
        first, last = bare(line, left + 1, right)
        pieces.append(LinePiece(at + first, at + last, columns[left] if left >= 0 else 0, columns[right]))
    return pieces


def tabbed(line: str, at: int) -> list[LinePiece]:
    """The cells between tabs, in the columns that they are counted by."""
    if "\t" not in line.strip(" \u3000"):
        return []
    starts = accumulate((len(cell) + 1 for cell in line.split("\t")), initial=0)
    found = zip(line.split("\t"), starts, strict=False)
    spans = [bare(line, start, start + len(cell)) for cell, start in found]
    return [LinePiece(at + first, at + last, column, column + 1) for column, (first, last) in enumerate(spans)]


def gapped(line: str, at: int) -> list[LinePiece]:
    """The words between wide gaps; a gap behind the end of a sentence parts no cells."""
    first, last = bare(line, 0, len(line))
    columns = width_before(line)
    pieces, begun = [], first
    for gap in _GAP.finditer(line, first, last):
        if line[gap.start() - 1] in _SENTENCE_END:
            return []
        pieces.append(LinePiece(at + begun, at + gap.start(), columns[begun], columns[gap.start()]))
        begun = gap.end()
    return [*pieces, LinePiece(at + begun, at + last, columns[begun], columns[last])] if pieces else []


def columns_of(sign: str, rows: Sequence[Sequence[LinePiece]]) -> list[tuple[tuple[int, int, LinePiece], ...]]:
    """Each row's cells with their columns; nothing where cells do not stand below each other."""
    if sign == "tab" or len({len(row) for row in rows}) == 1:
        return [tuple((column, 1, piece) for column, piece in enumerate(row)) for row in rows]
    return by_bars(rows) if sign == "bar" else by_gaps(rows)


def by_bars(rows: Sequence[Sequence[LinePiece]]) -> list[tuple[tuple[int, int, LinePiece], ...]]:
    """Rows between bars: a column begins at every bar that some row has. Only where the bars stand below each other."""
    lefts = sorted({piece.left for row in rows for piece in row})
    most = max(len(row) for row in rows)
    if len(lefts) != most:
        return [tuple((column, 1, piece) for column, piece in enumerate(row)) for row in rows]
    found = []
    for row in rows:
        firsts = [lefts.index(piece.left) for piece in row]
        ends = [*firsts[1:], max(bisect_right(lefts, row[-1].right - 1), firsts[-1] + 1)]
        found.append(
            tuple(zip(firsts, (end - first for first, end in zip(firsts, ends, strict=True)), row, strict=True))
        )
    return found


def by_gaps(rows: Sequence[Sequence[LinePiece]]) -> list[tuple[tuple[int, int, LinePiece], ...]]:
    """Rows between gaps: the rows of most cells make the columns, the cells of the others stand below or above them."""
    most = max(len(row) for row in rows)
    full = [row for row in rows if len(row) == most]
    lefts = [min(row[column].left for row in full) for column in range(most)]
    rights = [max(row[column].right for row in full) for column in range(most)]
    if any(right > left for right, left in zip(rights, lefts[1:], strict=False)):
        return []
    found = []
    for row in rows:
        placed = [under(piece, lefts, rights) for piece in row]
        if len(row) != most and any(one[0] + one[1] > two[0] for one, two in pairwise(placed)):
            return []
        placed = [(column, 1) for column in range(most)] if len(row) == most else placed
        found.append(tuple((column, columns, piece) for (column, columns), piece in zip(placed, row, strict=True)))
    return found


def under(piece: LinePiece, lefts: Sequence[int], rights: Sequence[int]) -> tuple[int, int]:
    """The first column and the number of columns that the piece stands over, or the nearest one."""
    over = [
        column
        for column, (left, right) in enumerate(zip(lefts, rights, strict=True))
        if piece.left < right and left < piece.right
    ]
    if over:
        return over[0], len(over)
    middle = piece.left + piece.right
    distances = [abs(middle - left - right) for left, right in zip(lefts, rights, strict=True)]
    return distances.index(min(distances)), 1
