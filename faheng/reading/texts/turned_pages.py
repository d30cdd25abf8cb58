"""Pages with their tables -> one text, a form feed between pages; a table that a page break parts is one table.

It is one where nothing but a page number or a running head stands between its two parts and both have as many columns.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from faheng.reading.texts.original import Content
from faheng.reading.texts.table import CellPlace, TextTable

LONGEST_EDGE = 40  # characters of the lines of a page between the parts of a table


def paged(pages: Iterable[tuple[str, tuple[TextTable, ...]]]) -> Content:
    """The text of all pages and its tables."""
    texts: list[str] = []
    tables: list[TextTable] = []
    at = 0
    for text, found in pages:
        own = [moved(table, at) for table in found]
        if own and tables and goes_on(tables[-1], own[0], "\f".join([*texts, text])):
            tables[-1] = joined(tables[-1], own.pop(0))
        tables += own
        texts.append(text)
        at += len(text) + 1
    return Content("\f".join(texts), tables=tuple(tables))


def moved(table: TextTable, by: int, rows: int = 0) -> TextTable:
    """The table so many characters and rows further on."""
    cells = (replace(cell, start=cell.start + by, end=cell.end + by, row=cell.row + rows) for cell in table.cells)
    return TextTable(tuple(cells))


def goes_on(first: TextTable, second: TextTable, text: str) -> bool:
    """Whether the second table is the rest of the first one."""
    between = text[first.end : second.start]
    whole = between.count("\f") == 1 and len(between.strip()) <= LONGEST_EDGE and "。" not in between
    return whole and width(first.cells) == width(second.cells)


def joined(first: TextTable, second: TextTable) -> TextTable:
    """Both as one."""
    rows = 1 + max(cell.row for cell in first.cells)
    return TextTable((*first.cells, *moved(second, 0, rows).cells))


def width(cells: Iterable[CellPlace]) -> int:
    """Columns of a table."""
    return max(cell.column + cell.columns for cell in cells)
