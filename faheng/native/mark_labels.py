"""The labels at the marks of a native chart: what they say and where they keep clear of what is drawn."""

from __future__ import annotations

from faheng.charts.look import LIGHT
from faheng.native.chart import NativeChart, NativeMark, NativeSeries
from faheng.native.elements import Element, a, c, letters, no_line, properties, solid, val
from faheng.native.marks import formatted, is_crossed
from faheng.words.clean import plain_text

# More categories than this stand close together, and their letters are smaller.
MANY = 12
_NEIGHBOURS = 3
# The share of the axis within which the labels of two points of a year would run into each other.
_CLOSE = 0.12


def label_place(chart: NativeChart, series: NativeSeries) -> str:
    """Where the label of a line without marks stands, in the words of DrawingML; "" where it has none."""
    named = next((j for j, mark in enumerate(series.marks) if mark is not None and mark.shown), None)
    return "" if named is None else _place(chart, series, named)


def labels(chart: NativeChart, series: NativeSeries, size: float) -> Element:
    """The values at the marks: by the number format, or in words of their own where a page prints them otherwise."""
    shown = [j for j, mark in enumerate(series.marks) if mark is not None and mark.shown]
    return c("dLbls", *(_label(chart, series, j, size) for j in shown), *_says(0))


def _label(chart: NativeChart, series: NativeSeries, j: int, size: float) -> Element | None:
    mark = series.marks[j]
    if mark is None:
        return None
    if formatted(chart.stored(mark.value), chart.format) == mark.text:
        form = c("numFmt", formatCode=chart.format, sourceLinked=0)
        tone = letters(size, LIGHT.text(mark.colour), bold=mark.bold, whole=True)
        said = (form, _ground(chart, mark), tone)
    else:
        said = (_words(mark, size), _ground(chart, mark), None)
    return c("dLbl", val("idx", j), *said, val("dLblPos", _place(chart, series, j)), *_says(1))


def _says(number: int) -> list[Element]:
    """What a label says of its mark: its value (1), or nothing (0)."""
    kinds = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
    return [val(kind, number if kind == "showVal" else 0) for kind in kinds]


def _ground(chart: NativeChart, mark: NativeMark) -> Element:
    """What is behind a label: paper where a line through all categories would strike it through."""
    return c("spPr", solid(LIGHT.paper) if is_crossed(chart, mark) else a("noFill"), no_line())


def _words(mark: NativeMark, size: float) -> Element:
    look = properties("rPr", size, LIGHT.text(mark.colour), bold=mark.bold)
    return c("tx", c("rich", a("bodyPr", wrap="none"), a("p", a("r", look, a("t", plain_text(mark.text))))))


def _place(chart: NativeChart, series: NativeSeries, j: int) -> str:
    """Where a label keeps clear of what is drawn.

    Beside a dot with its interval, under the lowest of three points, and under a point with another close above it.
    """
    if chart.kind == "bar":
        return "outEnd"
    if series.shape == "none":
        return _place_of_line(chart, series, j)
    if chart.kind == "dot":
        return "t" if len(chart.categories) > MANY else "r"
    three = series.marks[max(j - 1, 0) : j + 2]
    values = [mark.value for mark in three if mark is not None]
    lowest = len(values) == _NEIGHBOURS and values[1] < min(values[0], values[2])
    return "b" if lowest or _has_close_above(chart, series, j) else "t"


def _place_of_line(chart: NativeChart, series: NativeSeries, j: int) -> str:
    """Where a line without marks is named: along a level one, above or below the end of another."""
    if chart.kind == "dot":
        return "r" if j == 0 else "l"
    mark = series.marks[j]
    others = (each.marks[j] for each in chart.series if each is not series and each.shape != "none")
    above = mark is not None and any(other is not None and other.value > mark.value for other in others)
    return "b" if above else "t"


def _has_close_above(chart: NativeChart, series: NativeSeries, j: int) -> bool:
    mark, near = series.marks[j], (chart.high - chart.low) * _CLOSE
    others = (each.marks[j] for each in chart.series if each is not series and each.shape != "none")
    return mark is not None and any(other is not None and 0 < other.value - mark.value < near for other in others)
