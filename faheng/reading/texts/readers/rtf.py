"""RTF files: the text and the tables of the document.

A state is kept a group, as the format asks: hidden and deleted text, headers, notes and pictures are passed over.
Left out on purpose: tables inside cells, whose text is that of their cell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from faheng.errors import UnreadableFile
from faheng.reading.texts.original import Content
from faheng.reading.texts.raised import LEAST_RAISED, raised
from faheng.reading.texts.table import CellGrid, GridEntry, laid_out

_TOKEN = re.compile(rb"\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|([^\\{}\r\n]+)", re.DOTALL)
_DEEPEST = 1_000
_PASSED_OVER = {
    *(b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"header", b"footer", b"headerl", b"headerr"),
    *(b"headerf", b"footerl", b"footerr", b"footerf", b"footnote", b"annotation", b"object", b"themedata"),
    *(b"listtable", b"listoverridetable", b"rsidtbl", b"generator", b"datastore", b"latentstyles", b"xmlnstbl"),
    *(b"nonshppict", b"fldinst"),
}
_MOST_SKIPPED = 10
_PRINTED = {
    b"tab": " ",
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
}
_SIGNS = {b"~": " ", b"_": "-", b"-": "", b"{": "{", b"}": "}", b"\\": "\\"}
_CHARSETS = {134: "gb18030", 136: "big5", 128: "cp932", 129: "cp949"}
_GONE = {b"v", b"deleted", b"strike", b"striked"}
_RAISED = {b"super", b"sub"}


@dataclass(frozen=True)
class RtfState:
    """What holds inside of a group. skip: characters that stand behind each \\u for programs that know no Unicode."""

    silent: bool = False
    gone: frozenset[bytes] = frozenset()
    raised: bool = False
    encoding: str = ""
    skip: int = 1


@dataclass
class RtfText:
    """The document in the making: blocks, the paragraph, the cells of the row, the rows of the table."""

    blocks: list[str | CellGrid] = field(default_factory=list)
    paragraph: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    rows: list[list[tuple[str, int]]] = field(default_factory=list)
    edges: list[int] = field(default_factory=list)
    fonts: dict[int, str] = field(default_factory=dict)
    held: bytearray = field(default_factory=bytearray)
    in_table: bool = False

    def taken(self) -> str:
        """The paragraph, begun anew."""
        # \\u gives a character beyond the first 65,536 in two halves.
        text = "".join(self.paragraph).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        self.paragraph.clear()
        return text

    def end_paragraph(self) -> None:
        """A paragraph ends; inside of a cell it goes on there."""
        if self.in_table:
            self.paragraph.append(" ")
            return
        self.end_table()
        self.blocks.append(self.taken())

    def end_row(self) -> None:
        """A row ends; each cell has the place of its right edge, so that a wide one is known for several columns."""
        edges = [*self.edges, *range(len(self.edges), len(self.cells))]
        if self.cells:
            self.rows.append([(" ".join(text.split()), edge) for text, edge in zip(self.cells, edges, strict=False)])
        self.cells.clear()

    def end_table(self) -> None:
        """What stands behind the last row is no table any more."""
        if self.rows:
            self.blocks.append(grid_of(self.rows))
            self.rows.clear()


def grid_of(rows: list[list[tuple[str, int]]]) -> CellGrid:
    """The rows as a grid: a column ends wherever a cell of some row does."""
    edges = sorted({edge for row in rows for _, edge in row})
    columns = {edge: number for number, edge in enumerate(edges)}
    found = []
    for row in rows:
        last, entries = -1, []
        for text, edge in row:
            entries.append(GridEntry(text, 1, max(1, columns[edge] - last)))
            last = max(last, columns[edge])
        found.append(tuple(entries))
    return CellGrid(tuple(found))


def read(data: bytes, name: str) -> Content:
    """The text of an RTF file, a paragraph or a row of a table a line."""
    text = RtfText()
    page = re.search(rb"\\ansicpg(\d{1,5})", data[:4096])
    default = "gb18030" if page and page[1] == b"936" else f"cp{page[1].decode()}" if page else "cp1252"
    for table in re.finditer(rb"\\f(\d{1,5})[^{};]{0,200}?\\fcharset(\d{1,3})", data):
        text.fonts[int(table[1])] = _CHARSETS.get(int(table[2]), "")
    _walk(data, text, default, name)
    text.in_table = False
    text.end_paragraph()
    said, tables = laid_out(text.blocks)
    if not said.strip():
        raise UnreadableFile(name, "is an RTF file without text", "give the report as text")
    return Content(said, tables=tables)


def _walk(data: bytes, text: RtfText, default: str, name: str) -> None:
    """Every token in order, in the state of its group."""
    stack: list[RtfState] = []
    state, skipped = RtfState(encoding=default), 0
    for token in _TOKEN.finditer(data):
        word, number, code, sign, brace, plain = token.groups()
        if text.held and code is None and plain is None:
            _flush(text, state, default)
        if brace == b"{":
            stack.append(state)
            if len(stack) > _DEEPEST:
                raise UnreadableFile(name, "is a damaged RTF file", "open it in Word and save it again")
        elif brace == b"}":
            state, skipped = (stack.pop() if stack else state), 0
        elif skipped and (code or plain):
            lost = min(skipped, len(plain or b"x"))
            skipped -= lost
            _keep(text, state, (plain or b"")[lost:])
        elif code or plain:
            _keep(text, state, bytes.fromhex(code.decode()) if code else plain)
        elif word == b"u" and number:
            if not state.silent and not state.gone:
                text.paragraph.append(_printed(chr(int(number) % 0x10000), state))
            skipped = state.skip
        elif sign is not None:
            state = replace(state, silent=True) if sign == b"*" else state
            if not state.silent and not state.gone:
                text.paragraph.append(_SIGNS.get(sign, ""))
        elif word:
            state = _state_behind(word, None if number is None else int(number), text, state)
    _flush(text, state, default)


def _keep(text: RtfText, state: RtfState, data: bytes) -> None:
    """Keep the bytes: a character of two may be cut by a token."""
    if not state.silent and not state.gone:
        text.held += data


def _flush(text: RtfText, state: RtfState, default: str) -> None:
    """The bytes as characters of the font's code page."""
    try:
        said = text.held.decode(state.encoding or default, "replace")
    except LookupError:
        said = text.held.decode("gb18030", "replace")
    text.paragraph.append(_printed(said, state))
    text.held.clear()


def _printed(said: str, state: RtfState) -> str:
    return raised(said) if state.raised else said


def _state_behind(word: bytes, number: int | None, text: RtfText, state: RtfState) -> RtfState:
    """The state behind a control word."""
    if state.silent or word in _PASSED_OVER:
        return replace(state, silent=True)
    if word in _GONE:
        state = replace(state, gone=state.gone - {word} if number == 0 else state.gone | {word})
    elif word in _RAISED or word == b"nosupersub":
        state = replace(state, raised=word in _RAISED and number != 0)
    elif word == b"up":
        state = replace(state, raised=(number or 0) >= LEAST_RAISED)
    elif word == b"f":
        state = replace(state, encoding=text.fonts.get(number or 0, ""))
    elif word == b"uc":
        state = replace(state, skip=max(0, min(number or 0, _MOST_SKIPPED)))
    elif word == b"plain":
        state = replace(state, gone=frozenset(), raised=False)
    elif not state.gone:
        _lay_out(word, number or 0, text)
    return state


def _lay_out(word: bytes, number: int, text: RtfText) -> None:
    """What a control word does to the text and its tables."""
    if word in _PRINTED:
        text.paragraph.append(_PRINTED[word])
    elif word in {b"par", b"line", b"sect", b"page"}:
        text.end_paragraph()
    elif word == b"trowd":
        text.edges.clear()
    elif word == b"cellx":
        text.edges.append(number)
    elif word in {b"intbl", b"pard"}:
        text.in_table = word == b"intbl"
    elif word in {b"cell", b"nestcell"}:
        text.cells.append(text.taken())
    elif word == b"row":
        text.end_row()
