"""Three-line tables (三线表 of GB/T 7713): heavy lines above and below, a thin one under the names, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.shared import Length, Pt
from docx.text.paragraph import Paragraph

from faheng.briefing.table import GroupName, Head, Number, TableCell, ViewTable
from faheng.exports.column_widths import column_widths, printed
from faheng.exports.document.styles import TABLE_SIZE, TABLE_TEXT
from faheng.exports.table_fit import FittedTable, Print
from faheng.exports.unbroken import unbroken
from faheng.words.clean import plain_text

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# Of a point; what a cell keeps free on either side, in them.
_TWENTIETHS, _BESIDE = 20, 70
_SIZES = (TABLE_SIZE, 9.5, 9, 8.5, 8, 7.5, 7)
# Of tables that are fitted into a part of a page: the smallest is that of small print, and no smaller.
SIZES = (TABLE_SIZE, 10, 9.5, 9)
_HEAVY, _THIN = 12, 4  # eighths of a point
# The height of a line as a share of its letters, and what a cell keeps free above and below, in twentieths.
_LEADING, _ABOVE = 1.25, 30
# Rows at either end of a table that no page parts.
_TOGETHER = 2
# What stands under a value is smaller and grey.
_SMALLER, _QUIET = 0.85, '<w:color w:val="595959"/>'
NOTE = Print(
    beside=2 * _BESIDE / _TWENTIETHS, leading=_LEADING, above=lambda _: 2 * _ABOVE / _TWENTIETHS,
    smaller=lambda size: size * _SMALLER,
)  # fmt: skip
CellLines = tuple[str, ...]
Notes = Mapping[tuple[int, int], Callable[[Any], None]]


@dataclass(frozen=True)
class _NoteTable:
    """A table being written: its columns with their widths in twentieths of a point, its last row, style and letters.

    size: of the letters in points. alt: what the table is of, for those who cannot see it.
    """

    columns: Sequence[Head]
    wide: Sequence[int]
    last: int
    style: str
    size: float
    alt: str

    def xml(self, lines: Sequence[Sequence[CellLines]]) -> str:
        """The w:tbl of the lines, the first of which is the head."""
        grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in self.wide)
        body = "".join(self._row(line, i) for i, line in enumerate(lines))
        described = f"<w:tblDescription w:val={quoteattr(plain_text(self.alt))}/>" if self.alt else ""
        return (
            f'<w:tbl xmlns:w="{_WORD}"><w:tblPr><w:tblW w:w="{sum(self.wide)}" w:type="dxa"/><w:jc w:val="center"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{_BESIDE}" w:type="dxa"/>'
            f'<w:right w:w="{_BESIDE}" w:type="dxa"/></w:tblCellMar>{described}</w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
        )

    def _row(self, line: Sequence[CellLines], i: int) -> str:
        head = "<w:tblHeader/>" if i == 0 else ""
        # neither its head nor its end stands on a page with one row alone, nor what is said below it without a row
        kept = i < _TOGETHER or self.last - _TOGETHER < i
        cells = "".join(self._cell(cell, j, i, "<w:keepNext/>" if kept else "") for j, cell in enumerate(line))
        return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"

    def _cell(self, cell: CellLines, j: int, i: int, kept: str) -> str:
        above = _edge("top", _HEAVY) if i == 0 else ""
        below = _edge("bottom", _HEAVY) if i == self.last else _edge("bottom", _THIN) if i == 0 else ""
        value, *under = cell
        tall = round(self.size * _LEADING * _TWENTIETHS)
        runs = self._run(value, "<w:b/>" if i == 0 or isinstance(value, GroupName) else "", self.size)
        runs += "".join(self._run(text, _QUIET, self.size * _SMALLER, "<w:br/>") for text in under)
        side = "right" if self.columns[j].number else "left"
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{self.wide[j]}" w:type="dxa"/><w:tcBorders>{above}{below}</w:tcBorders>'
            f'<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{self.style}"/>{kept}'
            f'<w:spacing w:before="{_ABOVE}" w:after="{_ABOVE}" w:line="{tall}" w:lineRule="exact"/>'
            f'<w:jc w:val="{side}"/></w:pPr>'
            f"{runs}</w:p></w:tc>"
        )

    def _run(self, text: str, look: str, size: float, before: str = "") -> str:
        held = f'<w:rPr>{look}<w:sz w:val="{round(size * 2)}"/></w:rPr>{before}'
        return f'<w:r>{held}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def add_table(
    document: Any,
    shown: ViewTable | FittedTable,
    width: Length,
    notes: Notes | None = None,
    *,
    alt: str = "",
) -> None:
    """Put the table at the end of the document; its head is repeated on every page. Narrow columns get smaller letters.

    notes: what to do with the paragraph of a cell (row, column), to set a footnote's mark in it. alt: what the table is
    of, for those who cannot see it. The XML is written whole, because python-docx takes a tenth of a second for a table
    of a hundred cells.
    """
    fit = shown if isinstance(shown, FittedTable) else None
    table = shown.table if isinstance(shown, FittedTable) else shown
    columns, rows = table.columns, table.rows
    lines = [tuple((column.name,) for column in columns), *(tuple(map(_lines, row)) for row in rows)]
    texts = [tuple(max(cell, key=len) for cell in row) for row in lines[1:]]
    style = document.styles[TABLE_TEXT]
    sizes = tuple(size for size in _SIZES if size <= style.font.size.pt)
    wide, size = column_widths(columns, texts, width / Pt(1), sizes, NOTE.beside)
    if fit is not None:
        wide, size = list(fit.wide), fit.size
    twentieths = [round(each * _TWENTIETHS) for each in wide]
    drawing = _NoteTable(columns, twentieths, len(rows), style.style_id, size, alt)
    made = parse_xml(drawing.xml(lines))
    document.element.body.insert(len(document.element.body) - 1, made)
    drawn = made.findall(f"{{{_WORD}}}tr")
    for (row, column), mark in (notes or {}).items():
        cell = drawn[row + 1].findall(f"{{{_WORD}}}tc")[column]
        mark(Paragraph(cell.find(f"{{{_WORD}}}p"), document))


def _lines(cell: TableCell) -> CellLines:
    """A value over its period and verdict, or one line."""
    if isinstance(cell, Number) and cell.below:
        return unbroken(plain_text(cell.short)), unbroken(plain_text(cell.below))
    text = unbroken(printed(cell))
    return (GroupName(text) if isinstance(cell, GroupName) else text,)


def _edge(side: str, eighths: int) -> str:
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="000000"/>'
