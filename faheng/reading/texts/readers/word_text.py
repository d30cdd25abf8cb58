"""The text of a Word document: paragraphs and tables in the order in which they stand.

Read from the XML itself: that covers content controls, text boxes and tracked changes, which the usual libraries pass
over. The three namespaces that Word has written (docx, strict docx, Word 2003 XML) are read as one.
Left out on purpose: headers and footers (they repeat), footnotes, deleted text, and the numbers that Word gives
headings by itself. The stored title is not used either: it is often that of the template.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import ErrorTypes, XMLParser, XMLSyntaxError, _Element, fromstring

from faheng.errors import UnreadableFile
from faheng.reading.texts.original import Content
from faheng.reading.texts.raised import raised

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OTHERS = (
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
    "{http://schemas.microsoft.com/office/word/2003/wordml}",
)
_PACKAGE = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_PARAGRAPH, _TABLE, _ROW, _CELL, _BOX, _RUN = (_W + tag for tag in ("p", "tbl", "tr", "tc", "txbxContent", "r"))
_SKIPPED = {
    *(_W + tag for tag in ("del", "moveFrom", "sectPr")),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_PRINTED = {_W + "tab": " ", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}
_WIDEST = 50
_AGAIN = "open it in Word and save it again"


@dataclass(frozen=True)
class Block:
    """A paragraph, a row of a table or a run, with the text that it prints."""

    text: str
    element: _Element


def root_of(xml: bytes, name: str) -> _Element:
    """The root of a part of a Word file. No entity is resolved, nothing is fetched; comments part no text."""
    parser = XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = fromstring(xml, parser)
    except XMLSyntaxError as error:
        deep = error.code == ErrorTypes.ERR_RESOURCE_LIMIT and "depth" in (error.msg or "")
        fault = "nests its parts deeper than Word does" if deep else "is a damaged Word file"
        raise UnreadableFile(name, fault, _AGAIN) from error
    if root.getroottree().docinfo.doctype:
        raise UnreadableFile(name, "defines entities, which no Word file does", _AGAIN)
    return root


def read_flat(xml: bytes, name: str) -> Content | None:
    """The text of a Word file that is one XML file (flat OPC, or Word 2003 XML); None for any other XML."""
    root = root_of(xml, name)
    if root.tag == _PACKAGE + "package":
        parts = (part for part in root.iter(_PACKAGE + "part") if is_document(part))
        document = next((child for part in parts for child in part.iter(*roots("document"))), None)
        if document is None:
            raise UnreadableFile(name, "is an Office file, but no Word document", "give the report as docx or pdf")
        return text_of(document, name)
    return text_of(root, name) if root.tag in roots("wordDocument") or root.tag in roots("document") else None


def roots(tag: str) -> tuple[str, ...]:
    """The tag in every namespace."""
    return tuple(namespace + tag for namespace in (_W, *_OTHERS))


def is_document(part: _Element) -> bool:
    """Whether a part of a flat file is the document itself."""
    return (part.get(_PACKAGE + "contentType") or "").endswith(".main+xml")


def text_of(root: _Element, name: str) -> Content:
    """The text of a document, a paragraph or a row of a table a line."""
    if not root.tag.startswith(_W):
        renamed(root)
    text = "\n".join(_lines(root))
    if not text.strip():
        raise UnreadableFile(name, "holds no text, perhaps only pictures", "give the report as text")
    return Content(text)


def renamed(root: _Element) -> None:
    """Put the elements of the other namespaces into the common one."""
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.startswith(_OTHERS):
            element.tag = _W + element.tag.rpartition("}")[2]


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
        elif child.tag == _RUN:
            yield _printed_run(child)
        elif child.tag not in _SKIPPED and child.tag not in {_BOX, _W + "pPr"}:
            yield from _printed(child)


def _printed_run(run: _Element) -> str:
    """The text of a run; raised or lowered digits as what they are."""
    text = "".join(_printed(run))
    return raised(text) if _value(run.find(f"{_W}rPr/{_W}vertAlign")).endswith("script") else text


def _value(element: _Element | None) -> str:
    """What the attribute val of any namespace says; "" where there is none."""
    attributes = element.attrib.items() if element is not None else ()
    return next((value for name, value in attributes if name.endswith("}val")), "")


def _span(cell: _Element) -> int:
    """Columns that the cell takes, within reason."""
    width = _value(cell.find(f"{_W}tcPr/{_W}gridSpan"))
    return max(1, min(int(width[:4]), _WIDEST)) if width.isascii() and width.isdigit() else 1


def _row(row: _Element) -> Iterator[Block]:
    """The cells of a row in one line, parted by tabs; a row of one cell is ordinary text."""
    cells = list(_children(row, _CELL))
    if len(cells) == 1:
        yield from blocks(cells[0])
        return
    texts = []
    for cell in cells:
        texts.append(" ".join(" ".join(_lines(cell)).split()))
        texts.extend([""] * (_span(cell) - 1))
    yield Block("\t".join(texts), row)


def _lines(container: _Element) -> Iterator[str]:
    """The lines inside, in order."""
    return (block.text for block in blocks(container))


def blocks(container: _Element) -> Iterator[Block]:
    """The paragraphs and the rows of tables inside, in order; what stands in a text box follows its paragraph.

    The text of a document is theirs, a line each.
    """
    for block in _children(container, _PARAGRAPH, _TABLE):
        if block.tag == _TABLE:
            for row in _children(block, _ROW):
                yield from _row(row)
            continue
        yield Block("".join(_printed(block)), block)
        for box in _children(block, _BOX):
            yield from blocks(box)


def runs_in(paragraph: _Element) -> Iterator[Block]:
    """The runs of a paragraph that print something, in order, each with what it prints."""
    for child in paragraph:
        if child.tag == _RUN:
            text = _printed_run(child)
            if text:
                yield Block(text, child)
        elif child.tag not in _SKIPPED and child.tag not in {_BOX, _W + "pPr"}:
            yield from runs_in(child)
