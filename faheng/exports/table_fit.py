"""A table fitted into a room: of its forms the one that takes the largest letters; where none has room, fewer rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from faheng.briefing.table import BriefTable, Number, TableCell, ViewTable
from faheng.charts.measure import broken, text_px
from faheng.exports.column_widths import BOLD, WIDER, column_widths, printed, words_widths
from faheng.exports.unbroken import unbroken
from faheng.words.clean import plain_text

__all__ = ["FittedTable", "Print", "cell_lines", "fitted", "fitted_brief", "row_height"]

# Letters may be somewhat wider than measured; Chinese leaves part of a line empty where none may begin with a comma.
_WIDER, _NEARLY, _FEW_LETTERS = 1.08, 0.93, 14
# A head of so few signs stands on one line; so short a text leaves no room in which its letters even out.
_SHORT_HEAD, _SHORT = 4, 6
# Shares of the texts of a column that may be asked for their width.
_SHARES = (0.9, 0.75, 0.5)


@dataclass(frozen=True)
class Print:
    """How a file prints its tables, in points.

    beside: what a cell keeps free to its left and right together; above: the same above and below, by the size of
    letters. leading: the height of a line as a share of its letters. smaller: the size of what stands under a value.
    """

    beside: float
    leading: float
    above: Callable[[float], float]
    smaller: Callable[[float], float]


@dataclass(frozen=True)
class FittedTable:
    """A table as it is printed: the size of its letters and the widths of its columns in points.

    rows: how many rows of what was to be shown it holds.
    """

    table: ViewTable
    size: float
    wide: tuple[float, ...]
    rows: int


def fitted(table: ViewTable, room: tuple[float, float], sizes: Sequence[float], way: Print) -> FittedTable | None:
    """All of the table in a room of this width and height, in the largest letters; None where it has none."""
    width, height = room
    lines = [[column.name for column in table.columns], *table.rows]
    for size in sizes:
        for wide in _widths(table, width, size, way):
            if sum(row_height(line, wide, size, way) for line in lines) <= height:
                return FittedTable(table, size, tuple(wide), len(table.rows))
    return None


def fitted_brief(
    brief: BriefTable, room: tuple[float, float], sizes: Sequence[float], way: Print
) -> FittedTable | None:
    """The brief table in the form that takes the largest letters; of what no form has room for, the most rows.

    None where not one row has room.
    """
    every = len(brief.table.rows)
    whole = list(_forms(brief.table, brief.across))
    tries = (fitted(form, room, (size,), way) for size in sizes for form in whole)
    found = next((each for each in tries if each), None)
    if found:
        return FittedTable(found.table, found.size, found.wide, every)
    held, low, high = None, 1, every - 1
    while low <= high:
        most = (low + high) // 2
        forms = _forms(brief.table.kept(most), brief.across, shortened=True)
        found = next((each for each in (fitted(form, room, sizes[-1:], way) for form in forms) if each), None)
        if found:
            held, low = FittedTable(found.table, found.size, found.wide, most), most + 1
        else:
            high = most - 1
    return held


def _forms(table: ViewTable, across: int, *, shortened: bool = False) -> Iterator[ViewTable]:
    """The table in each form, the best first. shortened: whether rows are missing, whose groups are not named alone."""
    bare, named = table, []
    if table.grouped:
        bare = table.without_groups()
        named = [] if shortened else [table.named_above()]
        yield table.shortened(len(table.rows))
    for parts in range(1, across + 1):
        for form in (*named, bare):
            yield form.across(parts)
            if any(isinstance(cell, Number) and cell.below for row in form.rows for cell in row):
                yield form.on_one_line().across(parts)


def row_height(cells: Sequence[TableCell], wide: Sequence[float], size: float, way: Print) -> float:
    """Points that a row takes, by its tallest cell."""
    tallest = max(
        (_cell_height(each, width - way.beside, size, way) for each, width in zip(cells, wide, strict=True)),
        default=size * way.leading,
    )
    return tallest + way.above(size)


def cell_lines(cell: TableCell) -> tuple[str, ...]:
    """The lines of a cell: a value over its period and verdict, or one."""
    if isinstance(cell, Number) and cell.below:
        return unbroken(plain_text(cell.short)), unbroken(plain_text(cell.below))
    return (unbroken(printed(cell)),)


def _cell_height(cell: TableCell, width: float, size: float, way: Print) -> float:
    sizes = (size, way.smaller(size))
    return sum(
        len(broken(text, width if text.isascii() else width * _NEARLY, each)) * each * way.leading
        for text, each in zip(cell_lines(cell), sizes, strict=False)
    )


def _widths(table: ViewTable, width: float, size: float, way: Print) -> Iterator[Sequence[float]]:
    """Widths of the columns that are worth a try: as their texts ask where all stand on one line, else by what most of
    the texts ask, and by their weights. None where not even the words have room.
    """
    lines = [_asked(table, row, size, way) for row in range(-1, len(table.rows))]
    columns = list(zip(*lines, strict=True))
    most = [max(column) for column in columns]
    if sum(most) <= width:
        yield [each + (width - sum(most)) * each / sum(most) for each in most]
        return
    weighed, fits = column_widths(table.columns, table.rows, width, (size, 0.0), way.beside)
    if not fits:
        return
    least = [
        max(words, asked) if len(column.name) <= _SHORT_HEAD else words
        for column, asked, words in zip(
            table.columns, lines[0], words_widths(table.columns, table.rows, size, way.beside), strict=True
        )
    ]
    for share in _SHARES:
        usual = [
            max(low, sorted(column)[int((len(column) - 1) * share)]) for column, low in zip(columns, least, strict=True)
        ]
        left = width - sum(usual)
        if left >= 0:
            more = [max(high - each, 0.1) for high, each in zip(most, usual, strict=True)]
            yield [each + left * extra / sum(more) for each, extra in zip(usual, more, strict=True)]
    yield weighed


def _asked(table: ViewTable, row: int, size: float, way: Print) -> list[float]:
    """What the cells of a row ask on one line; of the head with row -1."""
    if row < 0:
        # A name of two letters may be wider than measured by more than a line is, whose letters even out.
        return [text_px(column.name, size) * BOLD * WIDER + way.beside for column in table.columns]
    bold = BOLD if row == table.ours else 1.0
    return [_longest_line(cell, size, way) * bold + way.beside for cell in table.rows[row]]


def _longest_line(cell: TableCell, size: float, way: Print) -> float:
    sizes = (size, way.smaller(size))
    return max(
        text_px(text, each) * (WIDER if len(text) <= (_FEW_LETTERS if text.isascii() else _SHORT) else _WIDER)
        for text, each in zip(cell_lines(cell), sizes, strict=False)
    )
