"""Native charts on the sheet of charts, drawn from numbers on a sheet of their own."""

from __future__ import annotations

from typing import Any

from xlsxwriter.utility import xl_range_abs

from faheng.charts.look import LIGHT, mix
from faheng.exports.workbook.sheets import Styles
from faheng.native.chart import NativeChart, NativeMark, NativeSeries, Shape
from faheng.native.mark_labels import label_place
from faheng.native.marks import formatted, is_crossed
from faheng.native.workbook import columns, has_whiskers, whiskers
from faheng.native.xml import MANY
from faheng.words.catalogue import Words
from faheng.words.clean import plain_text

WIDTH, HEIGHT = 960, 400
_FONT = "微软雅黑"
_TINT = 0.4


def write_numbers(sheet: Any, chart: NativeChart, top: int, styles: Styles, say: Words) -> int:
    """The chart's numbers below the row of its title; the row after them.

    Categories down, a column a series, behind them how far the intervals reach, as in the charts of slides.
    """
    form = styles.of("number:" + chart.format)
    for row, name in enumerate(chart.categories, start=top + 2):
        sheet.write_string(row, 0, "\n".join(map(plain_text, name.split("\n"))), styles.of("text"))
    sheet.set_row(top + 1, 30)
    for series, (column, beside) in zip(chart.series, columns(chart), strict=True):
        sheet.write_string(top + 1, column, plain_text(series.name), styles.of("head"))
        if beside is not None:
            sheet.write_string(top + 1, beside, say("Interval above"), styles.of("head"))
            sheet.write_string(top + 1, beside + 1, say("Interval below"), styles.of("head"))
        for row, mark in enumerate(series.marks, start=top + 2):
            if mark is not None:
                sheet.write_number(row, column, chart.stored(mark.value), form)
            if beside is not None:
                for step, reach in enumerate(whiskers(mark, chart)):
                    sheet.write_number(row, beside + step, reach, form)
    return top + 2 + len(chart.categories) + 1


def native_chart(book: Any, chart: NativeChart, data: str, top: int) -> Any:
    """The chart of the numbers that stand on the sheet `data` from the row `top` on."""
    drawn = book.add_chart({"type": "bar" if chart.kind == "bar" else "line"})
    for series, place in zip(chart.series, columns(chart), strict=True):
        drawn.add_series(_series(chart, series, place, data, top))
    _set_axes(drawn, chart)
    hidden = [i for i, each in enumerate(chart.series) if not each.in_key]
    if len(chart.series) - len(hidden) > 1:
        drawn.set_legend({"position": "top", "delete_series": hidden, "font": {"name": _FONT, "size": 9}})
    else:
        drawn.set_legend({"none": True})
    drawn.set_title({"none": True})
    drawn.show_blanks_as("gap")
    drawn.set_size({"width": WIDTH, "height": HEIGHT})
    drawn.set_chartarea({"border": {"none": True}})
    return drawn


def _series(
    chart: NativeChart, series: NativeSeries, place: tuple[int, int | None], data: str, top: int
) -> dict[str, object]:
    column, beside = place
    first, last = top + 2, top + 1 + len(chart.categories)
    bar = chart.kind == "bar"
    options: dict[str, object] = {
        "name": [data, top + 1, column],
        "categories": [data, first, 0, last, 0],
        "values": [data, first, column, last, column],
        "points": [_point(mark, series, bar=bar) for mark in series.marks],
        "data_labels": {
            "value": True, "position": "outside_end" if bar else _beside(chart, series),
            "num_format": chart.format, "font": {"name": _FONT, "size": 9},
            "custom": [_label(mark, chart) for mark in series.marks],
        },
        "gap": 55, "overlap": 100,
    }  # fmt: skip
    if not any(mark is not None and mark.shown for mark in series.marks):
        del options["data_labels"]
    if beside is not None and has_whiskers(series):
        plus, minus = (f"='{data}'!{xl_range_abs(first, at, last, at)}" for at in (beside, beside + 1))
        options["x_error_bars" if bar else "y_error_bars"] = {
            "type": "custom", "plus_values": plus, "minus_values": minus, "end_style": 0, "line": {"color": LIGHT.muted}
        }  # fmt: skip
    return options | _look(series, bar=bar)


def _beside(chart: NativeChart, series: NativeSeries) -> str:
    if series.shape == "none":
        return {"r": "right", "l": "left", "b": "below"}.get(label_place(chart, series), "above")
    return "right" if chart.kind == "dot" and len(chart.categories) <= MANY else "above"


def _look(series: NativeSeries, *, bar: bool) -> dict[str, object]:
    if bar:
        return {"fill": {"color": series.colour}, "border": {"color": series.colour}}
    if series.shape == "none":
        dash = {"dash": "dash", "sysDot": "round_dot", "dashDot": "dash_dot", "lgDash": "long_dash",
                "sysDash": "square_dot", "lgDashDot": "long_dash_dot"}[series.dash]  # fmt: skip
        return {"line": {"color": series.colour, "width": 1.5, "dash_type": dash}, "marker": {"type": "none"}}
    line = {"color": series.colour, "width": 2.25} if series.lined else {"none": True}
    held = [mark for mark in series.marks if mark is not None]
    hollow = bool(held) and all(mark.hollow for mark in held)
    return {"line": line, "marker": _marker(series.colour, series.shape, hollow=hollow)}


def _marker(colour: str, shape: Shape, *, hollow: bool) -> dict[str, object]:
    fill = mix(LIGHT.paper, colour, _TINT) if hollow else colour
    return {"type": shape, "size": 9, "fill": {"color": fill}, "border": {"color": colour}}


def _point(mark: NativeMark | None, series: NativeSeries, *, bar: bool) -> dict[str, object] | None:
    if mark is None or series.shape == "none":
        return None
    fill = mix(LIGHT.paper, mark.colour, _TINT) if mark.hollow else mark.colour
    if bar:
        return {"fill": {"color": fill}, "border": {"color": mark.colour}}
    return {"fill": {"color": fill}, "border": {"color": mark.colour}}


def _label(mark: NativeMark | None, chart: NativeChart) -> dict[str, object] | None:
    """A label that a page prints otherwise than the format does, or that is not to be seen."""
    if mark is None or not mark.shown:
        return {"delete": True}
    ground: dict[str, object] = {"fill": {"color": LIGHT.paper}} if is_crossed(chart, mark) else {}
    if formatted(chart.stored(mark.value), chart.format) == mark.text:
        return ground or None
    return {"value": plain_text(mark.text)} | ground


def _set_axes(drawn: Any, chart: NativeChart) -> None:
    font = {"name": _FONT, "size": 9}
    low, high, step = map(chart.stored, (chart.low, chart.high, chart.step))
    values = {
        "min": low, "max": high, "major_unit": step, "num_format": "0%" if chart.percent else "#,##0",
        "num_font": font | {"color": LIGHT.muted}, "line": {"none": True},
        "major_gridlines": {"visible": True, "line": {"color": LIGHT.line}},
    }  # fmt: skip
    # 360 says "level": left to itself, a program turns names that are wider than their room
    names = {
        "num_font": font | {"rotation": 360},
        "label_position": "low",
        "line": {"color": LIGHT.peer},
        "major_tick_mark": "none",
        "interval_unit": 1,
    }
    if chart.kind == "bar":
        # XlsxWriter names the axes of horizontal bars by what they hold: x the categories, y the values
        drawn.set_x_axis(values)
        drawn.set_y_axis(names | {"reverse": True, "crossing": "max"})
        return
    drawn.set_x_axis(names)
    drawn.set_y_axis(values)
