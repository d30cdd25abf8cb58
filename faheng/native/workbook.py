"""The small workbook inside a native chart, and where each of its numbers stands: what "edit data" opens."""

from __future__ import annotations

import io
from datetime import datetime

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from faheng.native.chart import NativeChart, NativeMark, NativeSeries
from faheng.words.catalogue import Words
from faheng.words.clean import plain_text

SHEET = "Sheet1"
# The same chart gives the same bytes: the files carry the day on which the briefing was made elsewhere.
_WRITTEN = datetime(2020, 1, 1)
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def whiskers(mark: NativeMark | None, chart: NativeChart) -> tuple[float, float]:
    """How far the 95% interval reaches above and below the value, as stored; 0 where there is none."""
    if mark is None or mark.low is None or mark.high is None:
        return 0.0, 0.0
    ends = max(mark.high - mark.value, 0.0), max(mark.value - mark.low, 0.0)
    return chart.stored(ends[0]), chart.stored(ends[1])


def has_whiskers(series: NativeSeries) -> bool:
    """Whether any mark of the series carries an interval."""
    return any(mark is not None and mark.low is not None for mark in series.marks)


def columns(chart: NativeChart) -> list[tuple[int, int | None]]:
    """For each series the column of its values, and of the first of its two columns of whiskers."""
    at = len(chart.series) + 1
    placed: list[tuple[int, int | None]] = []
    for i, series in enumerate(chart.series):
        placed.append((i + 1, at if has_whiskers(series) else None))
        at += 2 if has_whiskers(series) else 0
    return placed


def reference(column: int, first: int, last: int) -> str:
    """Sheet1!$B$2:$B$9, counted from row 0 and column 0."""
    name = xl_col_to_name(column)
    start = f"{SHEET}!${name}${first + 1}"
    return start if first == last else f"{start}:${name}${last + 1}"


def chart_workbook(chart: NativeChart, say: Words) -> bytes:
    """Categories down, a column a series; behind them how far the intervals reach above and below."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, OPTIONS)
    book.set_properties({"created": _WRITTEN})
    sheet = book.add_worksheet(SHEET)
    form = book.add_format({"num_format": chart.format})
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 3 * len(chart.series), 16)
    for row, name in enumerate(chart.categories, start=1):
        sheet.write_string(row, 0, "\n".join(map(plain_text, name.split("\n"))))
    for series, (column, beside) in zip(chart.series, columns(chart), strict=True):
        sheet.write_string(0, column, plain_text(series.name))
        if beside is not None:
            sheet.write_string(0, beside, say("Interval above"))
            sheet.write_string(0, beside + 1, say("Interval below"))
        for row, mark in enumerate(series.marks, start=1):
            if mark is not None:
                sheet.write_number(row, column, chart.stored(mark.value), form)
            if beside is not None:
                for step, reach in enumerate(whiskers(mark, chart)):
                    sheet.write_number(row, beside + step, reach, form)
    book.close()
    return out.getvalue()
