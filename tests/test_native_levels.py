"""Where a line through a native chart is named: at an end that is free, else between, never over a mark."""

from __future__ import annotations

import pytest

from faheng.charts.references import ReferenceLine
from faheng.native.chart import NativeMark, NativeSeries
from faheng.native.marks import levels


def named_at(line: float, *values: float | None) -> int:
    """The category at which the line is named among marks of these values."""
    marks = tuple(None if value is None else NativeMark(value, f"{value}%", "#000000") for value in values)
    (made,) = levels([ReferenceLine(line, "甲", "甲")], [NativeSeries("值", "#000000", marks)], len(marks))
    (place,) = [j for j, mark in enumerate(made.marks) if mark is not None and mark.shown]
    return place


@pytest.mark.parametrize(
    ("line", "values", "place"),
    [
        (50.0, (90.0, 80.0, 60.0, 52.0), 0),
        (80.0, (90.0, 82.0, 60.0, 52.0), 3),
        (100.0, (99.6, 93.4, 81.0, 65.7, None, 100.0), 4),
        (100.0, (100.0, 100.0), 0),
        (70.0, (70.0,), 0),
        (70.0, (None, None), 0),
    ],
    ids=["first end", "last end", "between", "nowhere free", "one", "no mark"],
)
def test_a_line_is_named_where_no_mark_stands(line: float, values: tuple[float | None, ...], place: int) -> None:
    assert place == named_at(line, *values)
