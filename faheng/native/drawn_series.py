"""A series of a native chart as DrawingML: its numbers, its marks and lines, and the intervals through its marks."""

from __future__ import annotations

from collections.abc import Sequence

from faheng.charts.look import LIGHT
from faheng.native import workbook as book
from faheng.native.chart import NativeChart, NativeMark, NativeSeries
from faheng.native.elements import Element, c, line, no_line, solid, tint, val
from faheng.native.mark_labels import labels
from faheng.words.clean import plain_text


def all_series(chart: NativeChart, size: float) -> list[Element]:
    """The series in their order. size: of the letters, in points."""
    return [_series(chart, i, at, size) for i, at in enumerate(book.columns(chart))]


def _series(chart: NativeChart, i: int, at: tuple[int, int | None], size: float) -> Element:
    series, last, bar = chart.series[i], len(chart.categories), chart.kind == "bar"
    column, beside = at
    numbers = [None if mark is None else chart.stored(mark.value) for mark in series.marks]
    names = c("strRef", c("f", book.reference(0, 1, last)), _texts(chart.categories))
    return c(
        "ser",
        val("idx", i), val("order", i),
        c("tx", c("strRef", c("f", book.reference(column, 0, 0)), _texts([series.name]))),
        c("spPr", *_look(series, bar=bar)),
        None if bar else _marker(series.shape, series.colour, hollow=_is_hollow(series)),
        val("invertIfNegative", 0) if bar else None,
        *(_point(j, mark, series, bar=bar) for j, mark in enumerate(series.marks) if mark is not None),
        labels(chart, series, size),
        _whiskers(chart, series, beside),
        c("cat", names),
        c("val", _numbers(book.reference(column, 1, last), numbers, chart.format)),
        None if bar else val("smooth", 0),
    )  # fmt: skip


def _is_hollow(series: NativeSeries) -> bool:
    """Whether all marks of the series are hollow."""
    return all(mark.hollow for mark in series.marks if mark is not None) and any(series.marks)


def _look(series: NativeSeries, *, bar: bool) -> tuple[Element, ...]:
    if bar:
        return _bar(series.colour, hollow=_is_hollow(series))
    if not series.lined:
        return (no_line(),)
    return (line(series.colour, 1.5 if series.dash else 2.25, series.dash),)


def _bar(colour: str, *, hollow: bool) -> tuple[Element, Element]:
    return solid(tint(colour) if hollow else colour), line(colour, 1)


def _marker(shape: str, colour: str, *, hollow: bool) -> Element:
    if shape == "none":
        return c("marker", val("symbol", "none"))
    look = c("spPr", solid(tint(colour) if hollow else colour), line(colour, 1.75))
    return c("marker", val("symbol", shape), val("size", 9), look)


def _point(j: int, mark: NativeMark, series: NativeSeries, *, bar: bool) -> Element | None:
    """A point that looks otherwise than its series says."""
    if series.shape == "none" or (mark.colour == series.colour and mark.hollow == _is_hollow(series)):
        return None
    if bar:
        look = c("spPr", *_bar(mark.colour, hollow=mark.hollow))
        return c("dPt", val("idx", j), val("invertIfNegative", 0), val("bubble3D", 0), look)
    # Without its own line the point would take away that of the segment before it.
    look = c("spPr", *_look(series, bar=False))
    marker = _marker(series.shape, mark.colour, hollow=mark.hollow)
    return c("dPt", val("idx", j), marker, val("bubble3D", 0), look)


def _whiskers(chart: NativeChart, series: NativeSeries, beside: int | None) -> Element | None:
    """The intervals. beside: the first of their two columns in the workbook; None where the series has none."""
    if beside is None:
        return None
    ends = [book.whiskers(mark, chart) for mark in series.marks]
    last = len(chart.categories)
    above, below = (
        _numbers(book.reference(beside + step, 1, last), [end[step] for end in ends], chart.format) for step in (0, 1)
    )
    return c(
        "errBars",
        None if chart.kind == "bar" else val("errDir", "y"),
        val("errBarType", "both"), val("errValType", "cust"), val("noEndCap", 1),
        c("plus", above), c("minus", below), c("spPr", line(LIGHT.muted, 1.25)),
    )  # fmt: skip


def _texts(texts: Sequence[str]) -> Element:
    lines = ("\n".join(map(plain_text, text.split("\n"))) for text in texts)
    points = (c("pt", c("v", text), idx=i) for i, text in enumerate(lines))
    return c("strCache", val("ptCount", len(texts)), *points)


def _numbers(where: str, numbers: Sequence[float | None], form: str) -> Element:
    held = ((i, number) for i, number in enumerate(numbers) if number is not None)
    points = (c("pt", c("v", repr(number)), idx=i) for i, number in held)
    cache = c("numCache", c("formatCode", form), val("ptCount", len(numbers)), *points)
    return c("numRef", c("f", where), cache)
