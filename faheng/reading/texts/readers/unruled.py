"""The tables of a page that no lines rule: rows of numbers below each other, their labels and their header.

Method: lines that end in numbers make a table where their numbers stand below each other. The columns are where the
numbers stand. What stands above or between them is the header of its column; what stands before them names a row. A
name beside several rows (a merged cell, set to the middle of them) is dealt to them by its place; where the places fit
no such cells, each of the rows gets all the names, so that none gets a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from faheng.reading.texts.readers.glyphs import WORD_GAP, Glyph
from faheng.reading.texts.readers.number_columns import (
    FARTHEST,
    FEWEST_ALONE,
    FEWEST_ROWS,
    NumberColumns,
    is_one_dash,
    number_columns,
)
from faheng.reading.texts.readers.row_labels import LabelledRow, NamedRow, level, row_labels
from faheng.reading.texts.readers.strips import LineStrip, StripLine, lines_across, reach
from faheng.reading.texts.table import CellGrid, GridEntry

MOST_IN_HEADER = 8
CENTRED = 0.12  # of the width of the table
# 三、收到和处理政府信息公开申请情况; 具体如下:; 单位:件
TEXT_ABOVE = re.compile(r"^[一二三四五六七八九十]{1,3}[、.]|[:：]$|单位[:：]")
ONE_CELL = 1.6  # heights: the lines of a cell are so near
SAME_LINE = 0.35  # of a height: so near are the words of a line
SAME_ROW = 0.8  # of a height: lines of a header so near are of one row


@dataclass(frozen=True)
class UnruledTable:
    """A table and the characters that it holds."""

    grid: CellGrid
    glyphs: tuple[Glyph, ...]


def unruled_tables(glyphs: Sequence[Glyph]) -> Iterator[UnruledTable]:
    """The tables that the characters of a page make without lines, from the top down."""
    lines = lines_across(glyphs)
    above = 0
    for found in number_columns(lines):
        first = header_start(lines, found, above)
        if len(found.rows) < FEWEST_ROWS and len(lines[found.rows[0] - 1].strips) < FEWEST_ALONE - 1:
            continue
        lowest = lines[found.rows[0] - 1].middle + ONE_CELL * lines[found.rows[0] - 1].height
        found.add_blank(
            [each for line in lines[first : found.rows[0]] if line.middle <= lowest for each in line.in_words(WORD_GAP)]
        )
        last = max(found.rows) + 1
        while last < len(lines) and goes_below(lines, found, last):
            last += 1
        grid = TableOnPage(lines, found, first, last).grid()
        yield UnruledTable(
            grid, tuple(each for line in lines[first:last] for strip in line.strips for each in strip.glyphs)
        )
        above = last


def header_start(lines: Sequence[StripLine], found: NumberColumns, above: int) -> int:
    """The line that the header above the first row begins with."""
    first = found.rows[0]
    left, right = reach([strip for row in found.rows for strip in lines[row].strips])
    margin = found.margin(lines[first].height)
    while first > above:
        line, below = lines[first - 1], lines[first]
        inside = all(left - line.height <= each.left and each.right <= right + margin for each in line.strips)
        near = line.middle - below.middle <= FARTHEST * line.height
        if not inside or not near or found.rows[0] - first >= MOST_IN_HEADER:
            break
        if ends_text(line) and (line.is_prose or first - 2 < above or len(lines[first - 2].strips) == 1):
            break  # a numbered line below a header is the first row, which has no number
        first -= 1
    return first


def goes_below(lines: Sequence[StripLine], found: NumberColumns, at: int) -> bool:
    """Whether a line below the last row is the rest of its label."""
    last = lines[found.rows[-1]]
    near = last.middle - lines[at].middle < last.height
    return near and len(lines[at].strips) == 1 and lines[at].strips[0].right < found.spans[0][0]


def ends_text(line: StripLine) -> bool:
    """Whether a line is of the text above a table: a sentence, the heading of a section, what states the unit."""
    return line.is_prose or (len(line.strips) == 1 and TEXT_ABOVE.search(line.strips[0].text) is not None)


@dataclass(frozen=True)
class TableOnPage:
    """The lines of a table, from the first of its header to the last of its rows, and its columns of numbers."""

    lines: Sequence[StripLine]
    found: NumberColumns
    first: int
    last: int

    @property
    def rows(self) -> list[int]:
        """The lines of its rows."""
        return self.found.rows

    def grid(self) -> CellGrid:
        """The table in rows of cells."""
        beside = [at for at in range(self.first, self.last) if at not in self.rows and self._is_label(at)]
        rows = [LabelledRow(self.lines[at].middle, self.lines[at].height, self.labels(at)) for at in self.rows]
        labels = row_labels(rows, [each for at in beside for each in self.lines[at].strips])
        names = dict(zip(self.rows, labels, strict=True))
        wide = max(len(each.cells) + bool(each.beside) for each in labels)
        grid: list[tuple[GridEntry, ...]] = []
        others = [at for at in range(self.first, self.last) if at not in beside]
        for is_row, group in groupby(others, key=lambda at: at in names):
            ats = list(group)
            if is_row:
                grid += [self._row(at, names[at], wide) for at in ats]
            else:
                grid += self._heads(ats, wide, labels)
        return CellGrid(tuple(grid))

    def numbers(self, at: int) -> list[LineStrip]:
        """The numbers of a row; a dash before the columns is none of them."""
        found = list(self.lines[at].numbers)
        return [] if is_one_dash(found) and not self.found.columns(found[0]) else found

    def labels(self, at: int) -> list[LineStrip]:
        """What stands before them."""
        return list(self.lines[at].strips[: len(self.lines[at].strips) - len(self.numbers(at))])

    def _is_label(self, at: int) -> bool:
        """Whether a line between the rows is part of a label: it ends before the numbers and stands near a row."""
        line = self.lines[at]
        short = all(each.right < self.found.spans[0][0] for each in line.strips)
        return short and (self.rows[0] < at or self._names_first(at)) and not self._is_row(at)

    def _is_row(self, at: int) -> bool:
        """Whether a label is a row without numbers: it is numbered, and stands below the label of the nearest row."""
        first = self.lines[at].strips[0]
        near = min(self.rows, key=lambda row: abs(self.lines[row].middle - first.middle))
        labels = self.labels(near)
        return bool(labels) and level(first.text) != "" and first.right > labels[0].left

    def _names_first(self, at: int) -> bool:
        """Whether a line above the first row is the beginning of its label: nearer to it than a row would be.

        Or the first of three lines, of which the second stands beside the numbers and the third as far below.
        """
        row = self.lines[self.rows[0]]
        above = self.lines[at].middle - row.middle
        if above < SAME_ROW * self.lines[at].height:
            return True
        mirrored = any(
            abs(above - (row.middle - self.lines[below].middle)) <= SAME_LINE * row.height
            for below in range(self.rows[0] + 1, min(self.rows[0] + 3, self.last))
            if below not in self.rows
        )
        beside = any(self.lines[at].strips[-1].over(each.left, each.right) > 0 for each in self.labels(self.rows[0]))
        return mirrored and beside and above <= ONE_CELL * row.height

    def _row(self, at: int, label: NamedRow, wide: int) -> tuple[GridEntry, ...]:
        """A row of numbers behind its label."""
        cells = [""] * len(self.found.spans)
        for each in self.numbers(at):
            column = self.found.column(each)
            cells[column] = f"{cells[column]} {each.text}".strip()
        return (*label.entries(wide), *map(GridEntry, cells))

    def _heads(self, ats: Sequence[int], wide: int, labels: Sequence[NamedRow]) -> Iterator[tuple[GridEntry, ...]]:
        """Lines without numbers: titles over all columns, and one row of headers made of the others."""
        left, right = reach([strip for row in self.rows for strip in self.lines[row].strips])
        heads: list[LineStrip] = []
        for at in ats:
            strips = self.lines[at].strips
            near = [abs(self.lines[at].middle - self.lines[other].middle) for other in ats if other != at]
            alone = (
                len(strips) == 1 and min(near, default=2 * self.lines[at].height) >= SAME_ROW * self.lines[at].height
            )
            centred = abs((strips[0].left + strips[0].right - left - right) / 2) <= CENTRED * (right - left)
            if alone and (centred or strips[0].right < self.found.spans[0][0]):
                if heads:
                    yield from self._headers(heads, wide, labels)
                    heads = []
                yield (GridEntry(strips[0].text, 1, wide + len(self.found.spans)),)
            else:
                heads += self.lines[at].in_words(WORD_GAP)
        if heads:
            yield from self._headers(heads, wide, labels)

    def _headers(
        self, heads: Sequence[LineStrip], wide: int, labels: Sequence[NamedRow]
    ) -> Iterator[tuple[GridEntry, ...]]:
        """The words of a header: those over several columns in a row of their own, above those of a single one.

        Words of one cell are joined from the top down.
        """
        names, cells = [""] * wide, [""] * len(self.found.spans)
        above: list[tuple[int, int, str]] = []
        lefts = [min((each.lefts[at] for each in labels if len(each.lefts) == wide), default=0.0) for at in range(wide)]
        for each in (strip for line in in_lines(heads) for strip in line):
            over = self.found.columns(each)
            if wide and not over and each.right < self.found.spans[0][0]:
                names[max((at for at, left in enumerate(lefts) if left <= each.right), default=0)] += each.text
                continue
            over = over or self._around(each)
            if len(over) == 1:
                cells[over[0]] += each.text
            else:
                above = with_span(above, over[0], over[-1] + 1, each.text)
        if above:
            yield (*(GridEntry("") for _ in range(wide)), *spanning(above, len(cells)))
        yield tuple(map(GridEntry, (*names, *cells)))

    def _around(self, strip: LineStrip) -> list[int]:
        """The columns on both sides of a strip that stands over none."""
        before = [at for at, (_, right) in enumerate(self.found.spans) if right <= strip.left][-1:]
        after = [at for at, (left, _) in enumerate(self.found.spans) if left >= strip.right][:1]
        return before + after


def in_lines(strips: Sequence[LineStrip]) -> list[list[LineStrip]]:
    """Strips line by line from the top down: digits of one font may stand a little beside characters of another."""
    lines: list[list[LineStrip]] = []
    for each in sorted(strips, key=lambda strip: -strip.middle):
        if lines and lines[-1][0].middle - each.middle <= SAME_LINE * each.glyphs[0].height:
            lines[-1].append(each)
        else:
            lines.append([each])
    return [sorted(line, key=lambda strip: strip.left) for line in lines]


def with_span(spans: Sequence[tuple[int, int, str]], first: int, last: int, text: str) -> list[tuple[int, int, str]]:
    """The cells over several columns with another one; those that share a column are one."""
    shared = [each for each in spans if each[0] < last and first < each[1]]
    own = min([first, *(each[0] for each in shared)]), max([last, *(each[1] for each in shared)])
    return sorted([*(each for each in spans if each not in shared), (*own, "".join(each[2] for each in shared) + text)])


def spanning(spans: Sequence[tuple[int, int, str]], wide: int) -> Iterator[GridEntry]:
    """A row of so many columns with these cells, each from its first column to before its last."""
    column = 0
    for first, last, text in spans:
        yield from (GridEntry("") for _ in range(column, first))
        yield GridEntry(text, 1, last - first)
        column = last
    yield from (GridEntry("") for _ in range(column, wide))
