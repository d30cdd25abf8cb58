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

from faheng.briefing.table import GroupName, Head, TableCell
from faheng.charts.look import LIGHT
from faheng.exports import table_fit
from faheng.exports.column_widths import column_widths
from faheng.exports.slides.deck import POINT, TALLEST, Room
from faheng.exports.table_fit import FittedTable, Print, cell_lines
from faheng.words.clean import plain_text

MOST_ROWS = 12
SIZE, SMALL_SIZE = 12, 11
# Of a table that has a slide of its own, the largest first; of what stands under a value the share of its size.
SIZES, _SMALLER, SMALLEST = (16.0, 14.0, 13.0, 12.0, 11.0), 0.8, 10.0
SIZES_WITH_EASE, SIZES_AT_LAST = SIZES[:3], (10.5, 10.0, 9.5, 9.0)
_MANY_COLUMNS = 7
_BESIDE, _ABOVE = 5.0, 4.0
_TRIES = 20
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


@dataclass(frozen=True)
class Sheet:
    """The part of a table that stands on one slide. ours: which of its rows is to be read first.

    size: of the letters in points, and wide: of its columns; as usual for so many columns unless they are given.
    """

    rows: tuple[tuple[TableCell, ...], ...]
    ours: int | None
    size: float = 0
    wide: tuple[float, ...] = ()


def sheet_of(fit: FittedTable) -> Sheet:
    """A table that was fitted into a slide, as its only part."""
    return Sheet(fit.table.rows, fit.table.ours, fit.size, fit.wide)


def size_for(columns: Sequence[Head]) -> float:
    """The size of letters that so many columns leave."""
    return SMALL_SIZE if len(columns) >= _MANY_COLUMNS else SIZE


def widths(columns: Sequence[Head], width: float, rows: Sequence[tuple[TableCell, ...]] = ()) -> list[float]:
    """Points for each column, by their weights; no word of a name, or of a cell of these rows, is broken."""
    return column_widths(columns, rows, width, (size_for(columns),), 2 * _BESIDE)[0]


def sheets(
    columns: Sequence[Head], rows: Sequence[tuple[TableCell, ...]], room: Room, ours: int | None = None
) -> Iterator[Sheet]:
    """The rows in as few parts as fit the room, at most MOST_ROWS each, of much the same height; at least one part."""
    wide, size = widths(columns, room.width, rows), size_for(columns)
    left = room.height - row_height([column.name for column in columns], wide, size)
    tall = [row_height(row, wide, size) for row in rows]
    starts = _evenly(tall, left)
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        at = None if ours is None or not start <= ours < end else ours - start
        yield Sheet(tuple(rows[start:end]), at)


def _evenly(tall: Sequence[float], left: float) -> list[int]:
    """Where the parts begin: as many as the height needs, none much higher than its share."""
    needed = _starts(tall, left)
    share = sum(tall) / len(needed)
    tries = (_starts(tall, share + (left - share) * i / _TRIES) for i in range(_TRIES) if share < left)
    return next((starts for starts in tries if len(starts) == len(needed)), needed)


def _starts(tall: Sequence[float], left: float) -> list[int]:
    """Where the parts begin, each as full as the height lets it."""
    starts, used = [0], 0.0
    for i, each in enumerate(tall):
        if i > starts[-1] and (i - starts[-1] == MOST_ROWS or used + each > left):
            starts.append(i)
            used = 0.0
        used += each
    return starts


def row_height(cells: Sequence[TableCell], wide: Sequence[float], size: float) -> float:
    """Points that a row takes, by its tallest cell."""
    return table_fit.row_height(cells, wide, size, SLIDE)


def _above(size: float) -> float:
    """What a cell keeps free above and below: less in small letters, of which a slide then holds more rows."""
    return _ABOVE if size > SIZE else _ABOVE / 2 if size > SMALL_SIZE else 1.5


def _smaller(size: float) -> float:
    """The letters under a value, which are read at arm's length too."""
    return max(size * _SMALLER, min(size, SMALLEST))


SLIDE = Print(beside=2 * _BESIDE, leading=TALLEST, above=lambda size: 2 * _above(size), smaller=_smaller)


def add_table(slide: Any, columns: Sequence[Head], sheet: Sheet, room: Room, alt: str = "") -> None:
    """Draw the part of a table: a heavy line above and below, a thin one under the names, numbers to the right.

    alt: what it is of, for those who cannot see it.
    """
    size = sheet.size or size_for(columns)
    wide = sheet.wide or tuple(widths(columns, room.width, sheet.rows))
    lines: list[Sequence[TableCell]] = [[column.name for column in columns], *sheet.rows]
    tall = [row_height(line, wide, size) for line in lines]
    left, top, width, _ = room.emu
    frame = slide.shapes.add_table(len(lines), len(columns), left, top, width, round(sum(tall) * POINT))
    frame.element.nvGraphicFramePr.cNvPr.set("descr", plain_text(alt))
    table = frame.element.find(f".//{qn('a:tbl')}")
    drawing = _SlideTable(columns, wide, tall, size, sheet.ours)
    table.getparent().replace(table, etree.fromstring(drawing.xml(lines)))


@dataclass(frozen=True)
class _SlideTable:
    """A table being written: widths of its columns, heights of its rows and size of its letters in points."""

    columns: Sequence[Head]
    wide: Sequence[float]
    tall: Sequence[float]
    size: float
    ours: int | None

    def xml(self, lines: Sequence[Sequence[TableCell]]) -> str:
        """The a:tbl of the lines, the first of which is the head."""
        grid = "".join(f'<a:gridCol w="{round(each * POINT)}"/>' for each in self.wide)
        rows = "".join(self._row(line, i) for i, line in enumerate(lines))
        return f'<a:tbl xmlns:a="{_DRAWING}"><a:tblPr firstRow="1"/><a:tblGrid>{grid}</a:tblGrid>{rows}</a:tbl>'

    def _row(self, line: Sequence[TableCell], i: int) -> str:
        cells = "".join(self._cell(cell, j, i) for j, cell in enumerate(line))
        return f'<a:tr h="{round(self.tall[i] * POINT)}">{cells}</a:tr>'

    def _cell(self, cell: TableCell, j: int, i: int) -> str:
        beside, above = round(_BESIDE * POINT), round(_above(self.size) * POINT)
        value, *below = cell_lines(cell)
        head = i == 0 or isinstance(cell, GroupName)
        lines = self._line(value, j, i, head=head) + "".join(self._line(text, j, i, below=True) for text in below)
        return (
            f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{lines}</a:txBody>"
            f'<a:tcPr marL="{beside}" marR="{beside}" marT="{above}" marB="{above}" anchor="ctr">'
            f"{self._edges(i)}<a:noFill/></a:tcPr></a:tc>"
        )

    def _line(self, text: str, j: int, i: int, *, head: bool = False, below: bool = False) -> str:
        """A paragraph of a cell. head: names what is below it. below: under a value, smaller and quieter."""
        ours = self.ours is not None and i == self.ours + 1
        tone = LIGHT.muted if below else LIGHT.accent if ours else LIGHT.ink
        size, bold = _smaller(self.size) if below else self.size, (ours or head) and not below
        fill = f"<a:solidFill>{_rgb(tone)}</a:solidFill>"
        look = f'lang="zh-CN" sz="{round(size * 100)}" b="{int(bold)}"'
        side = "r" if self.columns[j].number else "l"
        if not text:
            # without letters of its own an empty cell would be as high as the template's
            return f"<a:p><a:endParaRPr {look}/></a:p>"
        run = f"<a:r><a:rPr {look}>{fill}</a:rPr><a:t>{escape(text)}</a:t></a:r>"
        return f'<a:p><a:pPr algn="{side}"/>{run}</a:p>'

    def _edges(self, i: int) -> str:
        """Left, right, above and below, in the order that the format asks for."""
        last = len(self.tall) - 1
        above = _edge("lnT", 1.5 if i == 0 else 0.75 if i == 1 else 0, LIGHT.accent)
        below = _edge("lnB", 1.5, LIGHT.accent) if i == last else _edge("lnB", 0.5, LIGHT.line)
        below = _edge("lnB", 0.75, LIGHT.accent) if i == 0 < last else below
        return _edge("lnL", 0, "") + _edge("lnR", 0, "") + above + below


def _edge(tag: str, points: float, colour: str) -> str:
    if not points:
        return f'<a:{tag} w="0"><a:noFill/></a:{tag}>'
    return f'<a:{tag} w="{round(points * POINT)}"><a:solidFill>{_rgb(colour)}</a:solidFill></a:{tag}>'


def _rgb(colour: str) -> str:
    return f'<a:srgbClr val="{colour.removeprefix("#")}"/>'
