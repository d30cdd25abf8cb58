"""PDF files: their text layer, line by line, a form feed between pages.

PDFium gives every character and where it stands. Its own order is that of the file, where quotation marks often
follow the line that they belong to because they are of another font; so each line is put in order by position.
Left out on purpose: recognising scanned pages. Where no lines rule a table, the cells of a row are parted by their gap.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from faheng.errors import UnreadableFile
from faheng.reading.texts.lined_tables import LinePiece, columns_of
from faheng.reading.texts.original import Content
from faheng.reading.texts.readers.pdf_fonts import use_one_font
from faheng.reading.texts.readers.pdf_rules import rules_of
from faheng.reading.texts.readers.ruled import RuledCell, RuledTable, ruled_tables
from faheng.reading.texts.table import CellGrid, GridEntry, TextTable, laid_out
from faheng.reading.texts.turned_pages import paged

MOST_PAGES = 2_000
FIRST_HALVES, SECOND_HALVES = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
LOST = "\ufffd"
_CELL_GAP = 2.0  # in heights of the line: a tab
_WORD_GAP = 0.2  # a space
_SAME_LINE = 0.5  # of the lower of two characters has to overlap


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and its box; heights are those of the font, so that all of a line are nearly alike."""

    character: str
    left: float
    right: float
    bottom: float
    top: float


def whole_character(high: int, code: int) -> str:
    """The character of a code, or of the two halves of UTF-16; U+FFFD for a half alone and for what is no code."""
    if high and code in SECOND_HALVES:
        code = 0x10000 + ((high - FIRST_HALVES.start) << 10) + (code - SECOND_HALVES.start)
    return chr(code) if code < FIRST_HALVES.start or SECOND_HALVES.stop <= code <= sys.maxunicode else LOST


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    """The printed characters of a page in the order of the file, without the spaces that PDFium makes up."""
    text = page.get_textpage()
    try:
        box = pdfium.FS_RECTF()
        high = 0  # the first half of a character that PDFium gives in two
        for at in range(text.count_chars()):
            code = pdfium.FPDFText_GetUnicode(text.raw, at)
            if pdfium.FPDFText_IsGenerated(text.raw, at) == 1 or code <= ord(" "):
                continue
            if code in FIRST_HALVES:
                high = code
                continue
            character, high = whole_character(high, code), 0
            if pdfium.FPDFText_GetLooseCharBox(text.raw, at, ctypes.byref(box)):
                yield Glyph(character, box.left, box.right, min(box.bottom, box.top), max(box.bottom, box.top))
    finally:
        text.close()


def _on_one_line(first: Glyph, second: Glyph) -> bool:
    overlap = min(first.top, second.top) - max(first.bottom, second.bottom)
    return overlap >= _SAME_LINE * min(first.top - first.bottom, second.top - second.bottom)


def _lines(glyphs: Iterator[Glyph]) -> Iterator[list[Glyph]]:
    """Neighbours in the file that stand on one line, from left to right; columns stay apart, as in the file."""
    line: list[Glyph] = []
    for glyph in glyphs:
        if line and not _on_one_line(line[0], glyph):
            yield sorted(line, key=lambda each: each.left)
            line = []
        line.append(glyph)
    if line:
        yield sorted(line, key=lambda each: each.left)


def _gap(before: Glyph, glyph: Glyph) -> float:
    """The room between two characters in heights of the line."""
    return (glyph.left - before.right) / max(glyph.top - glyph.bottom, 1e-3)


def _printed(line: list[Glyph]) -> str:
    """The line as text, gaps as spaces or tabs."""
    pieces = [line[0].character]
    for before, glyph in pairwise(line):
        gap = _gap(before, glyph)
        pieces.append("\t" if gap >= _CELL_GAP else " " if gap >= _WORD_GAP else "")
        pieces.append(glyph.character)
    return "".join(pieces)


def _opened(data: bytes, name: str) -> pypdfium2.PdfDocument:
    use_one_font()
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
            raise UnreadableFile(name, "is protected by a password", "save it without one") from error
        raise UnreadableFile(name, "is a damaged or truncated PDF file", "fetch it again") from error


def _cells(line: list[Glyph]) -> list[list[Glyph]]:
    """The line in pieces that wide gaps part."""
    cells = [[line[0]]]
    for before, glyph in pairwise(line):
        if _gap(before, glyph) >= _CELL_GAP:
            cells.append([])
        cells[-1].append(glyph)
    return cells


def _aligned(lines: Iterator[list[Glyph]]) -> Iterator[str | CellGrid]:
    """The lines as text; those of cells below each other as a grid, so that a row may leave a column blank."""
    for is_row, group in groupby(map(_cells, lines), key=lambda cells: len(cells) > 1):
        rows = list(group)
        placed = columns_of("gap", [[_piece(at, cell) for at, cell in enumerate(row)] for row in rows])
        if not is_row or len({len(row) for row in rows}) == 1 or not placed:
            yield from ("\t".join(map(_printed, row)) for row in rows)
            continue
        yield CellGrid(tuple(tuple(_filled(row, entries)) for row, entries in zip(rows, placed, strict=True)))


def _piece(number: int, cell: list[Glyph]) -> LinePiece:
    """Where a piece of a line stands; number: which of its line it is."""
    return LinePiece(number, number, round(cell[0].left), round(cell[-1].right))


def _filled(row: list[list[Glyph]], placed: Iterable[tuple[int, int, LinePiece]]) -> Iterator[GridEntry]:
    """The pieces of a row as entries, and a blank one for each column that none stands in."""
    column = 0
    for first, columns, piece in placed:
        yield from (GridEntry("") for _ in range(column, first))
        yield GridEntry(_printed(row[piece.start]), 1, columns)
        column = first + columns


def _blocks(page: pypdfium2.PdfPage) -> Iterator[str | CellGrid]:
    """The lines of a page, and its ruled tables where the first of their characters stands."""
    glyphs = list(_glyphs(page))
    tables = ruled_tables(rules_of(page)) if glyphs else []
    inside: dict[int, list[Glyph]] = {}  # number of a table -> its characters
    outside: list[Glyph] = []
    for glyph in glyphs:
        number = next((at for at, table in enumerate(tables) if _cell(table, glyph) is not None), None)
        if number is None:
            outside.append(glyph)
            continue
        if number not in inside:
            yield from _aligned(_lines(iter(outside)))
            outside = []
            yield _grid(tables[number], [each for each in glyphs if _cell(tables[number], each) is not None])
        inside.setdefault(number, []).append(glyph)
    yield from _aligned(_lines(iter(outside)))


def _cell(table: RuledTable, glyph: Glyph) -> RuledCell | None:
    return table.cell_at((glyph.left + glyph.right) / 2, (glyph.bottom + glyph.top) / 2)


def _grid(table: RuledTable, glyphs: list[Glyph]) -> CellGrid:
    """A ruled table with what its cells say: the lines of a cell are one text, wrapped where it ended."""
    held: dict[RuledCell, list[Glyph]] = {cell: [] for cell in table.cells.values()}
    for glyph in glyphs:
        cell = _cell(table, glyph)
        if cell is not None:
            held[cell].append(glyph)
    rows: list[list[GridEntry]] = [[] for _ in range(len(table.ys) - 1)]
    for cell in sorted(held, key=lambda each: (each.row, each.column)):
        lines = sorted(_lines(iter(held[cell])), key=lambda line: -line[0].top)
        text = "".join(_printed(line).replace("\t", " ") for line in lines)
        rows[cell.row].append(GridEntry(text, cell.rows, cell.columns))
    return CellGrid(tuple(map(tuple, rows)))


def _pages(document: pypdfium2.PdfDocument, name: str) -> Iterator[tuple[str, tuple[TextTable, ...]]]:
    """The text of each page with its tables; "" for a page without any."""
    for number in range(len(document)):
        try:
            page = document[number]
            yield laid_out(_blocks(page))
            page.close()
        except pypdfium2.PdfiumError as error:
            raise UnreadableFile(name, f"is damaged at page {number + 1}", "fetch it again") from error


def read(data: bytes, name: str) -> Content:
    """The text layer of a PDF file; UnreadableFile for a scan without one."""
    document = _opened(data, name)
    try:
        if len(document) > MOST_PAGES:
            raise UnreadableFile(name, f"has {len(document)} pages", "give the pages of the report alone")
        content = paged(_pages(document, name))
    finally:
        document.close()
    if not content.text.strip():
        raise UnreadableFile(name, "has no text layer, only pictures of pages", "run text recognition (OCR) first")
    return content
