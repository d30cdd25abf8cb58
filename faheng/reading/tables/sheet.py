"""A table over its clean text: what stands in each row and column, and which cells are numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from faheng.reading.texts.offsets import CleanText
from faheng.reading.texts.table import TextTable

MOST_BOXES = 20_000
LONGEST_VALUE = 30
NUMERAL = r"[+\-±]?\d[\d,]*(?:\.\d+)?[余多]?[万亿]?[余多]?"
UNIT = r"(?:%|‰|个百分点|[\u4e00-\u9fff]{1,3}(?:\([\u4e00-\u9fff]\))?)?"
VALUE = re.compile(rf"[约近超逾达为共]{{0,2}}{NUMERAL}{UNIT}(?:以上|以下|以内|左右|↑|↓)?[⁰¹²³⁴-⁹]{{0,2}}")
# 全年达到98.5%: a few words before the number.
TOLD = re.compile(rf"[\u4e00-\u9fff,]{{1,8}}{NUMERAL}{UNIT}(?:以上|以下|以内|左右)?")
DATED = re.compile(
    r"20\d\d年.*|\d{1,2}(?:月份?|季度)[\u4e00-\u9fff]*"
    r"|(?:20\d\d)?年?\d{0,2}(?:年度?|月份?|[季届]度?|日|号)(?:\d{1,2}[月日])*|第\d+.*|\d+[条款章项]?[、.]"
)
BARE_YEAR = re.compile(r"(?:19|20)\d\d")
DIGIT, CLAUSES, SHORTEST_PROSE = re.compile(r"\d"), re.compile("[,。;]"), 12
NOTHING = re.compile(r"[-—–/\\.·…*无空]*")


@dataclass(frozen=True)
class TableBox:
    """A cell: its rows and columns, what it says in the clean text, and where that begins there."""

    row: int
    column: int
    rows: int
    columns: int
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where it ends in the clean text."""
        return self.start + len(self.text)

    @cached_property
    def is_empty(self) -> bool:
        """Whether it says nothing: blank, a dash, 无."""
        return NOTHING.fullmatch(self.text.strip()) is not None

    @cached_property
    def is_value(self) -> bool:
        """Whether it is a number with nothing but a unit."""
        text = self.text.strip()
        return len(text) <= LONGEST_VALUE and VALUE.fullmatch(text) is not None and DATED.fullmatch(text) is None

    @cached_property
    def is_told(self) -> bool:
        """Whether it is a number behind a few words."""
        text = self.text.strip()
        return len(text) <= LONGEST_VALUE and TOLD.fullmatch(text) is not None and DATED.fullmatch(text) is None

    @cached_property
    def is_prose(self) -> bool:
        """Whether it says more than a number or a name: something with a number in it, or with signs of a sentence."""
        text = self.text.strip()
        numbered = DIGIT.search(text) is not None and not (self.is_value or self.is_told)
        return numbered and len(text) >= SHORTEST_PROSE and CLAUSES.search(text) is not None

    @cached_property
    def is_bare_year(self) -> bool:
        """Whether it may be a year that stands without 年."""
        return BARE_YEAR.fullmatch(self.text.strip()) is not None


@dataclass(frozen=True)
class TableSheet:
    """The boxes of a table by row and column; a merged one stands at each of its places.

    start, end: of its lines in the clean text. merged: the file says which cells are.
    """

    boxes: tuple[TableBox, ...]
    at: Mapping[tuple[int, int], TableBox]
    rows: int
    columns: int
    merged: bool
    start: int
    end: int

    @cached_property
    def prose(self) -> tuple[TableBox, ...]:
        """The cells that say more than a number or a name."""
        return tuple(box for box in self.boxes if box.is_prose)

    def row(self, number: int) -> Iterator[TableBox]:
        """The different boxes of a row that say something, from left to right."""
        last = None
        for column in range(self.columns):
            box = self.at.get((number, column))
            if box is not None and box is not last and box.text.strip():
                yield box
            last = box


def sheet_of(table: TextTable, clean: CleanText) -> TableSheet | None:
    """The table over its clean text; None for a table without two rows and two columns, or one without end."""
    if len(table.cells) > MOST_BOXES or not clean.text:
        return None
    edges = np.array([[cell.start, cell.end] for cell in table.cells], dtype=np.int64)
    places = np.searchsorted(clean.starts, edges)
    boxes = tuple(
        TableBox(cell.row, cell.column, cell.rows, cell.columns, clean.text[first:last].rstrip("\n\t"), int(first))
        for cell, (first, last) in zip(table.cells, places.tolist(), strict=True)
    )
    rows, columns = max(box.row for box in boxes) + 1, max(box.column + box.columns for box in boxes)
    at: dict[tuple[int, int], TableBox] = {}
    for box in boxes:
        for row in range(box.row, min(box.row + box.rows, rows)):
            for column in range(box.column, box.column + box.columns):
                at.setdefault((row, column), box)
        if len(at) > MOST_BOXES:
            return None
    merged = any(box.rows > 1 or box.columns > 1 for box in boxes)
    start = clean.text.rfind("\n", 0, boxes[0].start) + 1
    end = max(box.end for box in boxes)
    return TableSheet(boxes, at, rows, columns, merged, start, end) if rows > 1 and columns > 1 else None
