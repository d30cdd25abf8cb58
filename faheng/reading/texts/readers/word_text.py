"""The text of a Word document: paragraphs and tables in the order in which they stand.

Read from the XML itself: that covers content controls, text boxes and tracked changes, which the usual libraries pass
over. The three namespaces that Word has written (docx, strict docx, Word 2003 XML) are read as one.
Left out on purpose: headers and footers (they repeat), footnotes, deleted, struck-out and hidden text, and the
numbers that Word gives headings by itself. The stored title is not used either: it is often that of the template.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import ErrorTypes, XMLParser, XMLSyntaxError, _Element, fromstring

from faheng.errors import UnreadableFile
from faheng.reading.texts.original import Content
from faheng.reading.texts.raised import LEAST_RAISED, LONGEST_MARK, raised
from faheng.reading.texts.table import CellGrid, GridEntry, laid_out, placed, written, written_out

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
_MATH = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
    "{http://purl.oclc.org/ooxml/officeDocument/math}",
)
_MATHS = {tag: {name + tag for name in _MATH} for tag in ("oMath", "den", "sup")}
_FORMULAS = _MATHS["oMath"]
_OFF = {"0", "false", "off"}
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
    text, tables = laid_out(_blocks(root))
    if not text.strip():
        raise UnreadableFile(name, "holds no text, perhaps only pictures", "give the report as text")
    return Content(text, tables=tables)


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
        elif child.tag in _FORMULAS:
            yield from _formula(child)
        elif child.tag not in _SKIPPED and child.tag not in {_BOX, _W + "pPr"}:
            yield from _printed(child)


def _printed_run(run: _Element) -> str:
    """The text of a run; raised or lowered digits as what they are, nothing of a run that is struck out or hidden."""
    if any(_is_on(run.find(f"{_W}rPr/{_W}{tag}")) for tag in ("strike", "dstrike", "vanish")):
        return ""
    text = "".join(_printed(run))
    return raised(text) if _is_set_off(run, text) else text


def _is_set_off(run: _Element, text: str) -> bool:
    """Whether a run stands above or below its line: by name, or as a short mark some half-points above."""
    if _value(run.find(f"{_W}rPr/{_W}vertAlign")).endswith("script"):
        return True
    lifted = _value(run.find(f"{_W}rPr/{_W}position"))
    return len(text) <= LONGEST_MARK and lifted.isdecimal() and int(lifted) >= LEAST_RAISED


def _is_on(element: _Element | None) -> bool:
    """Whether a property that is on or off is there and on."""
    return element is not None and _value(element) not in _OFF


def _formula(element: _Element) -> Iterator[str]:
    """A formula in one line: a fraction with a stroke, an exponent raised."""
    tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
    if tag == "t":
        yield element.text or ""
        return
    for child in element:
        inner = "".join(_formula(child))
        if child.tag in _MATHS["den"]:
            yield "/" + inner
        else:
            yield raised(inner) if child.tag in _MATHS["sup"] else inner


def _value(element: _Element | None) -> str:
    """What the attribute val of any namespace says; "" where there is none."""
    attributes = element.attrib.items() if element is not None else ()
    return next((value for name, value in attributes if name.endswith("}val")), "")


def _number(element: _Element | None, *, least: int) -> int:
    """The number that an element says, within reason."""
    said = _value(element)
    return max(least, min(int(said[:4]), _WIDEST)) if said.isascii() and said.isdigit() else least


@dataclass(frozen=True, slots=True)
class WordCell:
    """A cell of a row of a Word table: its column, the columns that it takes, and whether it goes on the one above."""

    column: int
    columns: int
    goes_on: bool
    cell: _Element


def _boxes(row: _Element) -> Iterator[WordCell]:
    """The cells of a row with their columns."""
    column = _number(row.find(f"{_W}trPr/{_W}gridBefore"), least=0)
    for cell in _children(row, _CELL):
        merged = cell.find(f"{_W}tcPr/{_W}vMerge")
        columns = _number(cell.find(f"{_W}tcPr/{_W}gridSpan"), least=1)
        yield WordCell(column, columns, merged is not None and _value(merged) != "restart", cell)
        column += columns


def _entry(box: WordCell, rows: int, *, alone: bool) -> GridEntry:
    """The cell with what it says; alone: nothing stands beside it, so that its paragraphs stay lines."""
    lines = [block if isinstance(block, str) else written_out(block) for block in _blocks(box.cell)]
    text = "\n".join(lines) if alone else " ".join(" ".join(lines).split())
    return GridEntry(text, rows, box.columns)


def _grid(table: _Element) -> CellGrid:
    """A table with its merged cells; a cell that goes on the one above and has none there is a cell of its own."""
    rows = [list(_boxes(row)) for row in _children(table, _ROW)]
    above: list[set[int]] = [set(), *({box.column for box in row} for row in rows)]
    entries: list[tuple[GridEntry, ...]] = []
    going: dict[int, int] = {}  # column -> rows right below in which a cell goes on there
    for row, held in zip(reversed(rows), reversed(above[:-1]), strict=True):
        own = [box for box in row if not (box.goes_on and box.column in held)]
        entries.append(tuple(_entry(box, 1 + going.get(box.column, 0), alone=len(row) == 1) for box in own))
        going = {box.column: 1 + going.get(box.column, 0) for box in row if box.goes_on}
    return CellGrid(tuple(reversed(entries)))


def _parts(container: _Element) -> Iterator[tuple[str | CellGrid, _Element]]:
    """The paragraphs and the tables inside with what they print, in order; a text box follows its paragraph.

    A table whose rows have one cell each only frames its text.
    """
    for block in _children(container, _PARAGRAPH, _TABLE):
        if block.tag == _TABLE:
            rows = [list(_children(row, _CELL)) for row in _children(block, _ROW)]
            if any(len(row) > 1 for row in rows):
                yield _grid(block), block
            else:
                yield from (inner for row in rows for cell in row for inner in _parts(cell))
            continue
        yield "".join(_printed(block)), block
        for box in _children(block, _BOX):
            yield from _parts(box)


def _blocks(container: _Element) -> Iterator[str | CellGrid]:
    """What the paragraphs and the tables inside print, in order."""
    return (part for part, _ in _parts(container))


def blocks(container: _Element) -> Iterator[Block]:
    """The paragraphs and the rows of tables inside, in order. The text of a document is theirs, a line each."""
    for part, element in _parts(container):
        if isinstance(part, str):
            yield Block(part, element)
            continue
        lines = map(written, placed(part))
        yield from (Block(line, row) for line, row in zip(lines, _children(element, _ROW), strict=True) if line.strip())


def runs_in(paragraph: _Element) -> Iterator[Block]:
    """The runs of a paragraph that print something, in order, each with what it prints."""
    for child in paragraph:
        if child.tag == _RUN:
            text = _printed_run(child)
            if text:
                yield Block(text, child)
        elif child.tag in _FORMULAS:
            yield Block("".join(_formula(child)), child)
        elif child.tag not in _SKIPPED and child.tag not in {_BOX, _W + "pPr"}:
            yield from runs_in(child)
