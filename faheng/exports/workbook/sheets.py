"""Sheets of a workbook: typed cells, fitting columns, a head that stays, filters, and paper that holds them.

Every text goes in by write_string: what looks like a formula, a number or an address stays a text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from faheng.charts.look import LIGHT
from faheng.charts.measure import broken, text_px
from faheng.words.clean import plain_text

A4 = 9
# Columns that a chart and the texts beside it stand over.
ACROSS = 15
# Excel's own limit of a cell.
_LONGEST = 32_000
_NARROWEST = 7
# Pixels that text_px() gives a digit of the size of cells, in which columns are measured.
_DIGIT, _SIZE = 6.4, 11
_SEEN = 200
# Pixels of a column as Excel makes it, of a point, and of a line in heights of its letters.
COLUMN_PX, _PX, _LEADING, _LINE_PX = 64, 4 / 3, 1.35, 17


@dataclass(frozen=True)
class Percent:
    """A rate in whole percent, kept as a fraction under a percent format; decimals as printed."""

    value: float
    decimals: int = 1


Value = str | int | float | date | Percent | None


class Styles:
    """Formats of a workbook, made when first asked for."""

    def __init__(self, book: Any) -> None:
        """Formats of this XlsxWriter workbook."""
        self._book = book
        self.of = cache(self._made)

    def _made(self, kind: str) -> Any:
        plain = {"font_name": "微软雅黑", "font_size": 10, "valign": "top", "font_color": LIGHT.ink}
        line = {"bottom": 1, "bottom_color": LIGHT.line}
        if kind.startswith("number:"):
            return self._book.add_format(plain | line | {"num_format": kind.removeprefix("number:")})
        kinds: dict[str, dict[str, object]] = {
            "text": line | {"text_wrap": True},
            "head": {"bold": True, "text_wrap": True, "valign": "vcenter", "font_color": LIGHT.accent, "top": 2,
                     "bottom": 1, "top_color": LIGHT.accent, "bottom_color": LIGHT.accent, "bg_color": LIGHT.panel},
            "title": {"bold": True, "font_size": 16},
            "section": {"bold": True, "font_size": 12, "font_color": LIGHT.accent},
            "plain": {},
            "muted": {"font_color": LIGHT.muted, "text_wrap": True},
            "link": {"font_color": LIGHT.accent, "underline": 1},
        }  # fmt: skip
        return self._book.add_format(plain | kinds[kind])


def write(sheet: Any, row: int, column: int, value: Value, styles: Styles) -> None:
    """One cell by its type; a missing value leaves the cell empty."""
    if value is None or value == "":
        sheet.write_blank(row, column, None, styles.of("text"))
    elif isinstance(value, str):
        sheet.write_string(row, column, plain_text(value)[:_LONGEST], styles.of("text"))
    elif isinstance(value, Percent):
        form = "0" + ("." + "0" * value.decimals if value.decimals else "") + "%"
        # ten places are more than any report prints
        sheet.write_number(row, column, round(value.value / 100, 10), styles.of("number:" + form))
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, styles.of("number:yyyy-mm-dd"))
    else:
        # years and counts are whole; other numbers show what they have
        form = "0" if isinstance(value, int) else "#,##0" if float(value).is_integer() else "#,##0.0###"
        sheet.write_number(row, column, value, styles.of("number:" + form))


def add_table(
    sheet: Any,
    head: Sequence[str],
    rows: Sequence[Sequence[Value]],
    styles: Styles,
    *,
    printed: int | None = None,
    widest: float = 28,
) -> None:
    """Names and rows with filters; the head stays in sight and is printed on each page.

    printed: how many columns go on paper, where all of them would be too small to read. widest: a column, in signs.
    """
    sheet.set_row(0, 30)
    for column, name in enumerate(head):
        sheet.write_string(0, column, plain_text(name), styles.of("head"))
    wide = [_width(name, [row[column] for row in rows[:_SEEN]], widest) for column, name in enumerate(head)]
    for column, width in enumerate(wide):
        sheet.set_column(column, column, width)
    for i, row in enumerate(rows, start=1):
        # Said outright: not every program makes a row as high as its broken lines when it opens a file.
        sheet.set_row_pixels(i, _height(row, wide))
        for column, value in enumerate(row):
            write(sheet, i, column, value, styles)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(rows), 1), len(head) - 1)
    sheet.repeat_rows(0)
    if printed is not None:
        sheet.print_area(0, 0, max(len(rows), 1), printed - 1)
    set_paper(sheet)


def set_paper(sheet: Any, *, across: bool = True) -> None:
    """A4, one page wide, with the page's number; across: wider than high."""
    sheet.set_paper(A4)
    if across:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.set_footer("&C&P / &N")
    sheet.hide_gridlines(2)


def text_line(sheet: Any, row: int, text: str, style: Any, *, size: float = 10, link: bool = False) -> None:
    """A text over the first columns of a row, which becomes as high as its lines need; link: an address."""
    width = ACROSS * COLUMN_PX * 0.9
    cleaned = plain_text(text)
    sheet.set_row_pixels(row, round(len(broken(cleaned, width, size * _PX)) * size * _PX * _LEADING) + 6)
    sheet.merge_range(row, 0, row, ACROSS - 1, "", style)
    if link:
        sheet.write_url(row, 0, cleaned, style, string=cleaned)
    else:
        sheet.write_string(row, 0, cleaned, style)


def sheet_name(text: str) -> str:
    """A text as the name of a sheet: 31 characters at most, none that Excel forbids."""
    return "".join(" " if sign in "[]:*?/\\'" else sign for sign in plain_text(text))[:31].strip()


def _width(name: str, values: Sequence[Value], most: float) -> float:
    widest = max((text_px(_shown(value), _SIZE) for value in values), default=0.0)
    return min(max(_NARROWEST, (max(widest, text_px(name, _SIZE)) + 14) / _DIGIT), most)


def _height(row: Sequence[Value], wide: Sequence[float]) -> int:
    texts = ((value, width * _DIGIT * 0.95) for value, width in zip(row, wide, strict=True) if isinstance(value, str))
    # most texts stand on one line, as their length alone says
    lines = [len(broken(text, room, _SIZE)) if len(text) * _SIZE > room else 1 for text, room in texts]
    return round(max(lines, default=1) * _LINE_PX) + 4


def _shown(value: Value) -> str:
    if value is None:
        return ""
    return f"{value.value:.2f}%" if isinstance(value, Percent) else str(value)
