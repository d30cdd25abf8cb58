"""Native charts on a slide: one over the whole room, or panels in rows, each with its workbook."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE

from faheng.exports.slides.deck import Room, lines_height
from faheng.exports.slides.texts import TextLine, add_lines
from faheng.native.chart import NativeChart
from faheng.native.workbook import chart_workbook
from faheng.native.xml import chart_xml
from faheng.words.catalogue import Words
from faheng.words.clean import plain_text

_CHART = 12
_PANEL, _PANEL_LETTERS = 11, 9
_BETWEEN = 16.0


def add_charts(slide: Any, charts: Sequence[NativeChart], room: Room, say: Words) -> None:
    """One chart over the whole room, or panels in rows, each under its title."""
    if len(charts) == 1 and not charts[0].title:
        _add_chart(slide, charts[0], room, _CHART, say)
        return
    across = 1 if len(charts) == 1 else 2 if len(charts) in (2, 4) else 3
    down = -(-len(charts) // across)
    width, height = (room.width - _BETWEEN * (across - 1)) / across, room.height / down
    for i, chart in enumerate(charts):
        left = room.left + (i % across) * (width + _BETWEEN)
        panel = Room(left, room.top + (i // across) * height, width, height)
        add_lines(slide, [TextLine(chart.title, _PANEL, bold=True)], panel)
        _add_chart(slide, chart, panel.below(lines_height(chart.title, width, _PANEL)), _PANEL_LETTERS, say)


def _add_chart(slide: Any, chart: NativeChart, room: Room, size: float, say: Words) -> None:
    """A chart part with its workbook. python-pptx makes the parts; what they hold is ours."""
    data: Any = CategoryChartData()  # type: ignore[no-untyped-call]  # python-pptx is typed in part
    data.categories = ["1"]
    data.add_series("1", [1])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *room.emu, data)
    frame.chart.part.chart_workbook.update_from_xlsx_blob(chart_workbook(chart, say))
    space = frame.chart.element
    outside = space.find(f"{{{space.nsmap['c']}}}externalData")
    ours = etree.fromstring(chart_xml(chart, size=size, width=room.width))
    for child in list(space):
        space.remove(child)
    space.extend([*ours, outside])
    frame.element.nvGraphicFramePr.cNvPr.set("descr", plain_text(chart.alt))
