"""PDF files: their text layer, line by line, a form feed between pages.

PDFium gives every character and where it stands. Its own order is that of the file, where quotation marks often
follow the line that they belong to because they are of another font; so each line is put in order by position.
Where no lines rule a table, the cells of a row are parted by their gap.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium

from faheng.errors import PicturesOnly, UnreadableFile
from faheng.reading.texts.original import Content
from faheng.reading.texts.readers.glyphs import Glyph, with_marks
from faheng.reading.texts.readers.pages import page_blocks
from faheng.reading.texts.readers.pdf_boxes import BoxReader
from faheng.reading.texts.readers.pdf_fonts import use_one_font
from faheng.reading.texts.readers.pdf_rules import rules_of
from faheng.reading.texts.table import TextTable, laid_out
from faheng.reading.texts.transcripts import way_to_text
from faheng.reading.texts.turned_pages import paged

MOST_PAGES = 2_000
_DEEPEST = 4  # forms inside of forms that are looked into for pictures
FIRST_HALVES, SECOND_HALVES = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
LOST = "\ufffd"


def whole_character(high: int, code: int) -> str:
    """The character of a code, or of the two halves of UTF-16; U+FFFD for a half alone and for what is no code."""
    if high and code in SECOND_HALVES:
        code = 0x10000 + ((high - FIRST_HALVES.start) << 10) + (code - SECOND_HALVES.start)
    return chr(code) if code < FIRST_HALVES.start or SECOND_HALVES.stop <= code <= sys.maxunicode else LOST


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    """The printed characters of a page in the order of the file, without the spaces that PDFium makes up."""
    text = page.get_textpage()
    try:
        boxes = BoxReader(text.raw)
        high = 0  # the first half of a character that PDFium gives in two
        for at in range(text.count_chars()):
            code = pdfium.FPDFText_GetUnicode(text.raw, at)
            if pdfium.FPDFText_IsGenerated(text.raw, at) == 1 or code <= ord(" "):
                continue
            if code in FIRST_HALVES:
                high = code
                continue
            character, high = whole_character(high, code), 0
            if (box := boxes.box(at, character)) is not None:
                yield Glyph(character, *box)
    finally:
        text.close()


def opened(data: bytes, name: str) -> pypdfium2.PdfDocument:
    """The file, its pages unread. Raises UnreadableFile."""
    use_one_font()
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
            raise UnreadableFile(name, "is protected by a password", "save it without one") from error
        raise UnreadableFile(name, "is a damaged or truncated PDF file", "fetch it again") from error


def _pages(
    document: pypdfium2.PdfDocument, name: str, pictures: list[int]
) -> Iterator[tuple[str, tuple[TextTable, ...]]]:
    """The text of each page with its tables; "" for a page without any. pictures: takes the pages that are pictures."""
    for number in range(len(document)):
        try:
            page = document[number]
            glyphs = list(with_marks(_glyphs(page)))
            yield laid_out(page_blocks(glyphs, rules_of(page) if glyphs else []))
            if not glyphs and holds_picture(page):
                pictures.append(number + 1)
            page.close()
        except pypdfium2.PdfiumError as error:
            raise UnreadableFile(name, f"is damaged at page {number + 1}", "fetch it again") from error


def holds_picture(page: pypdfium2.PdfPage) -> bool:
    """Whether a page shows a picture."""
    return next(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_DEEPEST), None) is not None


def read(data: bytes, name: str) -> Content:
    """The text layer of a PDF file. Raises UnreadableFile, PicturesOnly for a scan without one."""
    document = opened(data, name)
    try:
        pages = len(document)
        if pages > MOST_PAGES:
            raise UnreadableFile(name, f"has {pages} pages", "give the pages of the report alone")
        pictures: list[int] = []
        content = paged(_pages(document, name, pictures))
    finally:
        document.close()
    if not content.text.strip():
        raise PicturesOnly(name, "has no text layer, only pictures of pages", way_to_text(), pages)
    return replace(content, pictures=tuple(pictures))
