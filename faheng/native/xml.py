"""A native chart as DrawingML (ECMA-376, part 1, section 21.2): the same part serves slides and documents.

Built with lxml, because python-pptx knows neither intervals (c:errBars) nor charts in a document of Word.
"""

from __future__ import annotations

from math import ceil

from lxml import etree

from faheng.charts.look import LIGHT
from faheng.charts.measure import text_px
from faheng.native.chart import NativeChart
from faheng.native.drawn_series import all_series
from faheng.native.elements import CHART, DRAWING, RELATIONS, Element, a, c, letters, line, no_line, val
from faheng.native.mark_labels import MANY

__all__ = ["CHART", "DRAWING", "MANY", "RELATIONS", "chart_xml"]

_CATEGORIES, _VALUES = 111111111, 222222222
_DENSE = 0.85
# The share of a chart's width that its plot has at least, and what lies between two years, in heights of a letter.
_PLOT, _APART = 0.88, 0.5
# Letters may be somewhat wider than measured; smaller ones than these, in points, are not read.
_WIDER, _LEAST = 1.2, 6.5


def chart_xml(chart: NativeChart, *, size: float, width: float, relation: str = "") -> bytes:
    """The chart part.

    size: of its letters, and width: of the whole chart, in points. relation: id of the embedded workbook in the part's
    relations.
    """
    size = size * _DENSE if len(chart.categories) > MANY else size
    space = c(
        "chartSpace",
        val("date1904", 0), val("roundedCorners", 0),
        c("chart",
          val("autoTitleDeleted", 1),
          c("plotArea", c("layout"), _plot(chart, size), _categories(chart, size, width), _values(chart, size)),
          _key(chart, size),
          val("plotVisOnly", 1), val("dispBlanksAs", "gap")),
        c("spPr", a("noFill"), no_line()),
        letters(size, LIGHT.ink),
        c("externalData", val("autoUpdate", 0), **{f"{{{RELATIONS}}}id": relation}) if relation else None,
    )  # fmt: skip
    part: bytes = etree.tostring(space, xml_declaration=True, encoding="UTF-8", standalone=True)
    return part


def _plot(chart: NativeChart, size: float) -> Element:
    series, axes = all_series(chart, size), (val("axId", _CATEGORIES), val("axId", _VALUES))
    if chart.kind == "bar":
        before = val("barDir", "bar"), val("grouping", "clustered"), val("varyColors", 0)
        return c("barChart", *before, *series, val("gapWidth", 55), val("overlap", 100), *axes)
    return c("lineChart", val("grouping", "standard"), val("varyColors", 0), *series, val("marker", 1), *axes)


def _every(chart: NativeChart, size: float, width: float) -> int:
    """Every how many-th year is named: as many as stand side by side. Places and longer periods are all named."""
    if chart.kind != "line" or not all(name.isdigit() for name in chart.categories):
        return 1
    room = width * _PLOT / len(chart.categories)
    return ceil((max(text_px(name, size) for name in chart.categories) + size * _APART) / room)


def _name_size(chart: NativeChart, size: float, width: float) -> float:
    """The letters of the names: smaller where a word would be wider than the room under its dot, and be broken."""
    if chart.kind != "dot":
        return size
    # Chinese may be broken anywhere
    words = (word for name in chart.categories for word in name.split() if word.isascii())
    longest = max((text_px(word, 1) for word in words), default=1.0)
    return min(size, max(width * _PLOT / len(chart.categories) / (longest * _WIDER), _LEAST))


def _categories(chart: NativeChart, size: float, width: float) -> Element:
    """The axis of places or years. The first category of horizontal bars stands on top."""
    bar = chart.kind == "bar"
    return c(
        "catAx",
        val("axId", _CATEGORIES), c("scaling", val("orientation", "maxMin" if bar else "minMax")), val("delete", 0),
        val("axPos", "l" if bar else "b"), c("numFmt", formatCode="General", sourceLinked=0), *_quiet(),
        val("tickLblPos", "low"), c("spPr", line(LIGHT.peer, 1)),
        # names of places are broken into lines, years are turned where they have no room
        letters(_name_size(chart, size, width), LIGHT.ink, upright=chart.kind != "line"),
        val("crossAx", _VALUES), val("crosses", "autoZero"), val("auto", 0), val("lblAlgn", "ctr"),
        val("lblOffset", 100), val("tickLblSkip", _every(chart, size, width)), val("noMultiLvlLbl", 1),
    )  # fmt: skip


def _values(chart: NativeChart, size: float) -> Element:
    """The axis of values; that of horizontal bars stands below the last one."""
    bar = chart.kind == "bar"
    form = "0%" if chart.percent else "#,##0" if chart.step >= 1 else chart.format
    low, high, step = map(chart.stored, (chart.low, chart.high, chart.step))
    return c(
        "valAx",
        val("axId", _VALUES), c("scaling", val("orientation", "minMax"), val("max", high), val("min", low)),
        val("delete", 0), val("axPos", "b" if bar else "l"),
        c("majorGridlines", c("spPr", line(LIGHT.line, 0.75))),
        c("numFmt", formatCode=form, sourceLinked=0), *_quiet(), val("tickLblPos", "nextTo"),
        c("spPr", no_line()), letters(size * 0.92, LIGHT.muted), val("crossAx", _CATEGORIES),
        val("crosses", "max" if bar else "autoZero"), val("crossBetween", "between"), val("majorUnit", step),
    )  # fmt: skip


def _quiet() -> tuple[Element, Element]:
    """No ticks."""
    return val("majorTickMark", "none"), val("minorTickMark", "none")


def _key(chart: NativeChart, size: float) -> Element | None:
    """The key above the plot; none where there is only one series, which the headline names."""
    if sum(each.in_key for each in chart.series) <= 1:
        return None
    unnamed = (i for i, each in enumerate(chart.series) if not each.in_key)
    left_out = (c("legendEntry", val("idx", i), val("delete", 1)) for i in unnamed)
    return c("legend", val("legendPos", "t"), *left_out, val("overlay", 0), letters(size, LIGHT.ink))
