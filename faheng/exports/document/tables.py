"""Three-line tables (三线表 of GB/T 7713): heavy lines above and below, a thin one under the names, nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.shared import Length
from docx.text.paragraph import Paragraph

from faheng.exports.briefing import Cell, Column, Number
from faheng.exports.clean import plain_text
from faheng.exports.document.styles import TABLE_TEXT

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TWENTIETHS = 635  # EMU
_HEAVY, _THIN = 12, 4  # eighths of a point


def add_table(
    document: Any,
    columns: Sequence[Column],
    rows: Sequence[tuple[Cell, ...]],
    width: Length,
    notes: Mapping[tuple[int, int], Callable[[Any], None]] | None = None,
) -> None:
    """Put the table at the end of the document; its head is repeated on every page.

    notes: what to do with the paragraph of a cell (row, column), to set a footnote's mark in it. The XML is written
    whole, because python-docx takes a tenth of a second for a table of a hundred cells.
    """
    style = document.styles[TABLE_TEXT].style_id
    wide = _widths(columns, width)
    lines = [tuple(column.name for column in columns), *rows]
    body = "".join(_row(line, columns, wide, i, len(lines) - 1, style) for i, line in enumerate(lines))
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in wide)
    table = parse_xml(
        f'<w:tbl xmlns:w="{_WORD}"><w:tblPr><w:tblW w:w="{sum(wide)}" w:type="dxa"/><w:jc w:val="center"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )
    document.element.body.insert(len(document.element.body) - 1, table)
    paragraphs = table.findall(f".//{{{_WORD}}}tr")
    for (row, column), mark in (notes or {}).items():
        cell = paragraphs[row + 1].findall(f"{{{_WORD}}}tc")[column]
        mark(Paragraph(cell.find(f"{{{_WORD}}}p"), document._body))  # noqa: SLF001 (a paragraph needs its document for styles)


def _widths(columns: Sequence[Column], width: Length) -> list[int]:
    whole = sum(column.weight for column in columns)
    return [round(width / _TWENTIETHS * column.weight / whole) for column in columns]


def _row(line: Sequence[Cell], columns: Sequence[Column], wide: Sequence[int], i: int, last: int, style: str) -> str:
    head = '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>' if i == 0 else "<w:trPr><w:cantSplit/></w:trPr>"
    cells = "".join(_cell(cell, column, each, i, last, style) for cell, column, each in zip(line, columns, wide, strict=True))
    return f"<w:tr>{head}{cells}</w:tr>"


def _cell(cell: Cell, column: Column, width: int, i: int, last: int, style: str) -> str:
    told = plain_text(cell.text if isinstance(cell, Number) else cell)
    edges = _edge("top", _HEAVY) * (i == 0) + _edge("bottom", _HEAVY if i == last else _THIN) * (i in (0, last))
    bold = "<w:rPr><w:b/></w:rPr>" if i == 0 else ""
    side = "right" if column.number else "left"
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:tcBorders>{edges}</w:tcBorders><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:spacing w:before="30" w:after="30"/><w:jc w:val="{side}"/></w:pPr>'
        f'<w:r>{bold}<w:t xml:space="preserve">{escape(told)}</w:t></w:r></w:p></w:tc>'
    )


def _edge(side: str, eighths: int) -> str:
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="000000"/>'
