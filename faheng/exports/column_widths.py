"""How wide the columns of a printed table are: by their weights, but no word is broken where that can be helped."""

from __future__ import annotations

import re
from collections.abc import Sequence

from faheng.briefing.table import Head, Number, TableCell
from faheng.charts.measure import text_px
from faheng.exports.unbroken import unbroken
from faheng.words.clean import plain_text

# What no program breaks: Chinese may be broken anywhere.
_WHOLE = re.compile(r"[!-~≥≤−–—’]+(?:\u00a0\w+)?")
# Letters may be somewhat wider than measured, and those of a head are bold.
WIDER, BOLD = 1.2, 1.1


def printed(cell: TableCell) -> str:
    """A cell as it is printed, on one line."""
    return plain_text(cell.text if isinstance(cell, Number) else cell)


def column_widths(
    columns: Sequence[Head],
    rows: Sequence[Sequence[TableCell]],
    width: float,
    sizes: Sequence[float],
    beside: float,
) -> tuple[list[float], float]:
    """Points for each column, and the first of the sizes at which every word has room, the last where none does.

    beside: points that a cell keeps free to the left and right together.
    """
    longest = _longest_words(columns, rows)
    weights = [column.weight for column in columns]
    for size in sizes:
        least = [each * size * WIDER + beside for each in longest]
        if sum(least) <= width:
            return _shared(weights, least, width), size
    return _shared(weights, [0.0] * len(columns), width), sizes[-1]


def words_widths(
    columns: Sequence[Head], rows: Sequence[Sequence[TableCell]], size: float, beside: float
) -> list[float]:
    """Points that each column takes so that no word of it is broken."""
    return [each * size * WIDER + beside for each in _longest_words(columns, rows)]


def _longest_words(columns: Sequence[Head], rows: Sequence[Sequence[TableCell]]) -> list[float]:
    return [
        max(_longest([column.name]) * BOLD, _longest([_said(row[i]) for row in rows]))
        for i, column in enumerate(columns)
    ]


def _said(cell: TableCell) -> str:
    """A cell as it is printed, each value held together with its unit."""
    if isinstance(cell, str):
        return unbroken(plain_text(cell))
    return unbroken(f"{cell.short} ") + cell.below if cell.below else unbroken(printed(cell))


def _longest(texts: Sequence[str]) -> float:
    """The width of the longest word at a size of 1."""
    return max((text_px(word, 1) for text in texts for word in _WHOLE.findall(text)), default=1.0)


def _shared(weights: Sequence[float], least: Sequence[float], width: float) -> list[float]:
    """The width by weights among the columns that this gives at least their least; the others get just that."""
    short: set[int] = set()
    while True:
        rest = width - sum(least[i] for i in short)
        whole = sum(weight for i, weight in enumerate(weights) if i not in short)
        shares = [least[i] if i in short else rest * weight / whole for i, weight in enumerate(weights)]
        more = {i for i, share in enumerate(shares) if share < least[i]}
        if not more:
            return shares
        short |= more
