"""The slides of a presentation as a page can draw them: boxes of text, tables and charts, each where it stands.

Read from the presentation itself, so that a small picture shows what the file holds, an office's own template too.
Lengths are points; a page scales them to its width.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pptx.enum.dml import MSO_COLOR_TYPE, MSO_FILL
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN

from faheng.charts.look import LIGHT
from faheng.exports.slides.deck import POINT
from faheng.native.chart import NativeChart
from faheng.native.shapes import ChartShapes, chart_shapes

__all__ = ["DrawnBox", "DrawnCell", "DrawnChart", "DrawnLine", "DrawnSlide", "DrawnTable", "DrawnText", "drawn_slides"]

_SIZE, _FOOT, _CHART = 18.0, 10.0, 12.0
_SMALL_CHART, _NARROW = 9.0, 500.0
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_FEET = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
_SIDES = {PP_ALIGN.RIGHT: "right", PP_ALIGN.CENTER: "center"}


@dataclass(frozen=True)
class DrawnBox:
    """A rectangle, and the colour that fills it, "" for none."""

    left: float
    top: float
    width: float
    height: float
    colour: str = ""


@dataclass(frozen=True)
class DrawnLine:
    """A paragraph. side: left, right or center."""

    text: str
    size: float
    colour: str
    bold: bool = False
    side: str = "left"


@dataclass(frozen=True)
class DrawnText:
    """Paragraphs in a box. middle: whether they stand in its middle instead of at its top."""

    box: DrawnBox
    lines: tuple[DrawnLine, ...]
    middle: bool = False


@dataclass(frozen=True)
class DrawnCell:
    """A cell of a table with its paragraphs."""

    lines: tuple[DrawnLine, ...]


@dataclass(frozen=True)
class DrawnTable:
    """A table in a box. widths: the share of each column in percent. above: points free above and below a text."""

    box: DrawnBox
    widths: tuple[float, ...]
    rows: tuple[tuple[DrawnCell, ...], ...]
    above: float


@dataclass(frozen=True)
class DrawnChart:
    """A chart in a box, as plain shapes."""

    box: DrawnBox
    shapes: ChartShapes


@dataclass(frozen=True)
class DrawnSlide:
    """A slide: its size, and what stands on it in the order in which it is drawn."""

    width: float
    height: float
    title: str
    boxes: tuple[DrawnBox, ...]
    texts: tuple[DrawnText, ...]
    tables: tuple[DrawnTable, ...]
    charts: tuple[DrawnChart, ...]


def drawn_slides(presentation: Any, charts: Iterable[NativeChart]) -> tuple[DrawnSlide, ...]:
    """Every slide. charts: those of the presentation in the order in which they stand on its slides.

    StopIteration is turned into RuntimeError by the generator where a slide holds a chart more than are given.
    """
    left = iter(charts)
    return tuple(_slide(slide, number, presentation, left) for number, slide in enumerate(presentation.slides, 1))


def _slide(slide: Any, number: int, presentation: Any, charts: Iterator[NativeChart]) -> DrawnSlide:
    shapes = list(slide.shapes)
    title = slide.shapes.title
    behind = [*slide.slide_layout.slide_master.shapes, *slide.slide_layout.shapes]
    return DrawnSlide(
        presentation.slide_width / POINT,
        presentation.slide_height / POINT,
        title.text_frame.text.replace("\v", "") if title is not None else "",
        tuple(filter(None, map(_filled, behind))),
        tuple(_text(shape, number) for shape in shapes if shape.has_text_frame and shape.text_frame.text),
        tuple(_table(shape) for shape in shapes if getattr(shape, "has_table", False)),
        tuple(_chart(shape, next(charts)) for shape in shapes if getattr(shape, "has_chart", False)),
    )


def _box(shape: Any, colour: str = "") -> DrawnBox:
    left, top, width, height = (
        round((each or 0) / POINT, 2) for each in (shape.left, shape.top, shape.width, shape.height)
    )
    return DrawnBox(left, top, width, height, colour)


def _filled(shape: Any) -> DrawnBox | None:
    """A rectangle of the layout in one plain colour; what a template draws otherwise is left to the office program."""
    if shape.shape_type != MSO_SHAPE_TYPE.AUTO_SHAPE or shape.fill.type != MSO_FILL.SOLID:
        return None
    colour = shape.fill.fore_color
    return _box(shape, f"#{colour.rgb}") if colour.type == MSO_COLOR_TYPE.RGB else None


def _text(shape: Any, number: int) -> DrawnText:
    kind = shape.placeholder_format.type if shape.is_placeholder else None
    usual = DrawnLine(
        "", _FOOT if kind in _FEET else _SIZE, LIGHT.muted if kind in _FEET else LIGHT.ink, kind in _TITLES
    )
    lines = tuple(_line(each, usual, number if kind == PP_PLACEHOLDER.SLIDE_NUMBER else None)
                  for each in shape.text_frame.paragraphs)  # fmt: skip
    middle = kind in (*_TITLES, *_FEET) and shape.text_frame.vertical_anchor in (None, MSO_ANCHOR.MIDDLE)
    return DrawnText(_box(shape), lines, middle)


def _line(paragraph: Any, usual: DrawnLine, number: int | None) -> DrawnLine:
    """A paragraph with the look of its first run; what it does not say is usual for its place."""
    text = paragraph.text.replace("\v", "\n") if number is None else str(number)
    runs = paragraph.runs
    font = runs[0].font if runs else paragraph.font
    size = font.size.pt if font.size else usual.size
    bold = usual.bold if font.bold is None else font.bold
    colour = font.color
    told = colour is not None and colour.type == MSO_COLOR_TYPE.RGB
    side = "right" if number is not None else _SIDES.get(paragraph.alignment, "left")
    return DrawnLine(text, size, f"#{colour.rgb}" if told else usual.colour, bool(bold), side)


def _table(shape: Any) -> DrawnTable:
    table = shape.table
    wide = [column.width for column in table.columns]
    usual = DrawnLine("", _CHART, LIGHT.ink)
    rows = tuple(
        tuple(DrawnCell(tuple(_line(each, usual, None) for each in cell.text_frame.paragraphs)) for cell in row.cells)
        for row in table.rows
    )
    return DrawnTable(
        _box(shape), tuple(round(100 * each / sum(wide), 2) for each in wide), rows, table.cell(0, 0).margin_top.pt
    )


def _chart(shape: Any, chart: NativeChart) -> DrawnChart:
    box = _box(shape)
    return DrawnChart(box, chart_shapes(chart, box.width, box.height, _SMALL_CHART if box.width < _NARROW else _CHART))
