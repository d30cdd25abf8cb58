"""Tables on slides: quiet three-line tables, on as many slides as their rows need.

The XML is written whole: cell by cell through python-pptx a table of twelve rows takes ten times as long.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree
from pptx.oxml.ns import qn

from faheng.charts.look import LIGHT
from faheng.exports.briefing import Cell, Column, Number
from faheng.exports.clean import plain_text
from faheng.exports.slides.deck import LEADING, POINT, Room, lines_height

MOST_ROWS = 12
SIZE, SMALL_SIZE = 12, 10.5
_MANY_COLUMNS = 7
_BESIDE, _ABOVE = 5.0, 4.0
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


@dataclass(frozen=True)
class Sheet:
    """The part of a table that stands on one slide. ours: which of its rows is to be read first."""

    rows: tuple[tuple[Cell, ...], ...]
    ours: int | None


def text(cell: Cell) -> str:
    """A cell as it is printed."""
    return plain_text(cell.text if isinstance(cell, Number) else cell)


def size_for(columns: Sequence[Column]) -> float:
    """The size of letters that so many columns leave."""
    return SMALL_SIZE if len(columns) >= _MANY_COLUMNS else SIZE


def widths(columns: Sequence[Column], width: float) -> list[float]:
    """Points for each column, by their weights."""
    whole = sum(column.weight for column in columns)
    return [width * column.weight / whole for column in columns]


def sheets(
    columns: Sequence[Column], rows: Sequence[tuple[Cell, ...]], room: Room, ours: int | None = None
) -> Iterator[Sheet]:
    """The rows in parts that fit the room, at most MOST_ROWS each; always at least one part."""
    wide, size = widths(columns, room.width), size_for(columns)
    left = room.height - row_height([column.name for column in columns], wide, size)
    part: list[tuple[Cell, ...]] = []
    start, used = 0, 0.0
    for i, row in enumerate(rows):
        tall = row_height([text(cell) for cell in row], wide, size)
        if part and (len(part) == MOST_ROWS or used + tall > left):
            yield _sheet(part, start, ours)
            part, start, used = [], i, 0.0
        part.append(row)
        used += tall
    yield _sheet(part, start, ours)


def _sheet(rows: list[tuple[Cell, ...]], start: int, ours: int | None) -> Sheet:
    at = None if ours is None or not start <= ours < start + len(rows) else ours - start
    return Sheet(tuple(rows), at)


def row_height(texts: Sequence[str], wide: Sequence[float], size: float) -> float:
    """Points that a row takes, by its tallest cell."""
    tallest = max(
        (lines_height(each, width - 2 * _BESIDE, size) for each, width in zip(texts, wide, strict=True)),
        default=size * LEADING,
    )
    return tallest + 2 * _ABOVE


def add_table(slide: Any, columns: Sequence[Column], sheet: Sheet, room: Room) -> None:
    """Draw the part of a table: a heavy line above and below, a thin one under the names, numbers to the right."""
    wide, size = widths(columns, room.width), size_for(columns)
    lines = [[column.name for column in columns], *([text(cell) for cell in row] for row in sheet.rows)]
    tall = [row_height(line, wide, size) for line in lines]
    left, top, width, _ = room.emu
    frame = slide.shapes.add_table(len(lines), len(columns), left, top, width, round(sum(tall) * POINT))
    found = frame.element.find(f".//{qn('a:tbl')}")
    found.getparent().replace(found, etree.fromstring(_table(columns, lines, wide, tall, size, sheet.ours)))


def _table(
    columns: Sequence[Column], lines: Sequence[Sequence[str]], wide: Sequence[float], tall: Sequence[float],
    size: float, ours: int | None,
) -> str:  # fmt: skip
    grid = "".join(f'<a:gridCol w="{round(each * POINT)}"/>' for each in wide)
    rows = "".join(
        f'<a:tr h="{round(high * POINT)}">'
        + "".join(_cell(cell, column, i, len(lines) - 1, size, ours) for cell, column in zip(line, columns, strict=True))
        + "</a:tr>"
        for i, (line, high) in enumerate(zip(lines, tall, strict=True))
    )
    return f'<a:tbl xmlns:a="{_DRAWING}"><a:tblPr firstRow="1"/><a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl>'


def _cell(told: str, column: Column, row: int, last: int, size: float, ours: int | None) -> str:
    head = row == 0
    bold = head or (ours is not None and row == ours + 1)
    colour = LIGHT.accent if bold and not head else LIGHT.ink
    side = "r" if column.number else "l"
    look = f'<a:rPr lang="zh-CN" sz="{round(size * 100)}" b="{int(bold)}"><a:solidFill>{_rgb(colour)}</a:solidFill></a:rPr>'
    above = _edge("lnT", 1.5, LIGHT.accent) if head else _edge("lnT", 0.75 if row == 1 else 0, LIGHT.accent)
    below = _edge("lnB", 0.75, LIGHT.accent) if head else _edge("lnB", 1.5, LIGHT.accent) if row == last else _edge("lnB", 0.5, LIGHT.line)  # fmt: skip
    margins = f'marL="{round(_BESIDE * POINT)}" marR="{round(_BESIDE * POINT)}" marT="{round(_ABOVE * POINT)}" marB="{round(_ABOVE * POINT)}"'
    return (
        f'<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="{side}"/><a:r>{look}<a:t>{escape(plain_text(told))}</a:t>'
        f'</a:r></a:p></a:txBody><a:tcPr {margins} anchor="ctr">{_edge("lnL", 0, "")}{_edge("lnR", 0, "")}'
        f"{above}{below}<a:noFill/></a:tcPr></a:tc>"
    )


def _edge(tag: str, points: float, colour: str) -> str:
    if not points:
        return f'<a:{tag} w="0"><a:noFill/></a:{tag}>'
    return f'<a:{tag} w="{round(points * POINT)}"><a:solidFill>{_rgb(colour)}</a:solidFill></a:{tag}>'


def _rgb(colour: str) -> str:
    return f'<a:srgbClr val="{colour.removeprefix("#")}"/>'
