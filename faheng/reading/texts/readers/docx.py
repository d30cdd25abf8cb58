"""Word files (docx): paragraphs and tables in the order in which they stand.

Read from word/document.xml itself: that covers content controls, text boxes and tracked changes, which the usual
libraries pass over. No entity is resolved, nothing is fetched, macros are not even looked at.
Left out on purpose: headers and footers (they repeat), footnotes, deleted text, and the numbers that Word gives
headings by itself. The stored title is not used either: it is often that of the template.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import XMLParser, XMLSyntaxError, _Element, fromstring

from faheng.errors import UnreadableFile
from faheng.reading.texts.original import Content
from faheng.reading.texts.readers.archive import member, opened

DOCUMENT = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TABLE, _ROW, _CELL, _BOX = (_W + tag for tag in ("p", "tbl", "tr", "tc", "txbxContent"))
_SKIPPED = {_W + "del", _W + "moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_PRINTED = {_W + "tab": " ", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}


def _children(element: _Element, *tags: str) -> Iterator[_Element]:
    """The nearest descendants with one of the tags, in order, whatever containers stand between."""
    for child in element:
        if child.tag in tags:
            yield child
        elif child.tag not in _SKIPPED:
            yield from _children(child, *tags)


def _printed(element: _Element) -> Iterator[str]:
    """The text inside, without that of text boxes."""
    for child in element:
        if child.tag == _W + "t":
            yield child.text or ""
        elif child.tag in _PRINTED:
            yield _PRINTED[child.tag]
        elif child.tag not in _SKIPPED and child.tag not in {_BOX, _W + "pPr"}:
            yield from _printed(child)


def _row(row: _Element) -> Iterator[str]:
    """The cells of a row in one line, parted by tabs; a row of one cell is ordinary text."""
    cells = list(_children(row, _CELL))
    if len(cells) == 1:
        yield from _lines(cells[0])
        return
    texts = []
    for cell in cells:
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        width = (span.get(_W + "val") or "1") if span is not None else "1"
        texts.append(" ".join(" ".join(_lines(cell)).split()))
        texts.extend([""] * (min(int(width), 50) - 1 if width.isdigit() else 0))
    yield "\t".join(texts)


def _lines(container: _Element) -> Iterator[str]:
    """The paragraphs and the rows of tables inside, in order; what stands in a text box follows its paragraph."""
    for block in _children(container, _PARAGRAPH, _TABLE):
        if block.tag == _TABLE:
            for row in _children(block, _ROW):
                yield from _row(row)
            continue
        yield "".join(_printed(block))
        for box in _children(block, _BOX):
            yield from _lines(box)


def read(data: bytes, name: str) -> Content:
    """The text of a docx file, a paragraph or a row of a table a line."""
    archive = opened(data, name)
    xml = member(archive, archive.getinfo(DOCUMENT), name)
    parser = XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = fromstring(xml, parser)
    except XMLSyntaxError as error:
        raise UnreadableFile(name, "is a damaged Word file", "open it in Word and save it again") from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableFile(name, "defines entities, which no Word file does", "open it in Word and save it again")
    text = "\n".join(_lines(root))
    if not text.strip():
        raise UnreadableFile(name, "holds no text, perhaps only pictures", "give the report as text")
    return Content(text)
