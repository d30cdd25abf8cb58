"""The text of a Word file of before 2007 with the properties of its paragraphs, by [MS-DOC].

Only what tells tables and what is not printed: the pieces of the text (section 2.4.1), the properties of paragraphs
(2.4.6.1) and of characters (2.4.6.2). Left out on purpose: lists, notes, heads and feet of pages.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import olefile

from faheng.reading.texts.raised import LEAST_RAISED, raised

# Places in the head of the file (FIB, 2.5.1).
_FLAGS, _CHARACTERS, _CHARACTER_PAGES, _PARAGRAPH_PAGES, _PIECES = 0x0A, 0x4C, 0xFA, 0x102, 0x1A2
_SECOND_TABLE, _ENCRYPTED = 0x200, 0x100
_COMPRESSED = 0x40000000
_PAGE = 512
# Properties (2.6.1, 2.6.2).
IN_TABLE, ROW_END, CELLS, ELSEWHERE = 0x2416, 0x2417, 0xD608, 0x6646
_UNSEEN = {0x0800, 0x083C, 0x0837, 0x2A53}  # deleted, hidden, struck out
_SET_OFF, _LIFTED = 0x2A48, 0x4845  # above or below the line, and by how many half-points
_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
_TABS = 0xC615
Spans = list[tuple[int, int]]


class NoWordFile(Exception):
    """The bytes do not keep to the format."""


@dataclass(frozen=True)
class WordParagraph:
    """A paragraph with the sign that ends it, whether it stands in a table, ends a row, and the cells of that row."""

    text: str
    in_table: bool
    row_end: bool
    cells: bytes


@dataclass
class PropertyRuns:
    """From where in the file on which properties hold."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    held: list[dict[int, bytes]] = field(default_factory=list)

    def at(self, place: int) -> dict[int, bytes]:
        """The properties of a place."""
        found = bisect_right(self.starts, place) - 1
        return self.held[found] if found >= 0 and place < self.ends[found] else {}


def number(data: bytes, at: int, form: str = "<I") -> int:
    """The number at a place. Raises NoWordFile beyond the end."""
    try:
        found: int = struct.unpack_from(form, data, at)[0]
    except struct.error as error:
        raise NoWordFile from error
    return found


def paragraphs(data: bytes) -> Iterator[WordParagraph]:
    """The paragraphs of the main text. Raises NoWordFile."""
    word, table, more = _streams(data)
    runs = _runs(word, table, _PARAGRAPH_PAGES, more)
    characters = _runs(word, table, _CHARACTER_PAGES, b"")
    unseen, marks = _those(characters, _is_unseen), _those(characters, _is_mark)
    left = min(number(word, _CHARACTERS), len(word))
    parts: list[str] = []
    for start, wide, text in _pieces(word, table):
        for at, character in enumerate(text[:left]):
            place = start + at * wide
            if character in "\r\x07\x0c":
                held = runs.at(place)
                yield WordParagraph(
                    "".join([*parts, character]), _on(held, IN_TABLE), _on(held, ROW_END), held.get(CELLS, b"")
                )
                parts = []
            elif not (unseen.starts and unseen.at(place)):
                parts.append(raised(character) if marks.starts and marks.at(place) else character)
        left -= len(text)
        if left <= 0:
            break
    if parts:
        yield WordParagraph("".join(parts), False, False, b"")


def _those(runs: PropertyRuns, is_one: Callable[[dict[int, bytes]], bool]) -> PropertyRuns:
    """The runs whose properties are such."""
    found = [run for run in zip(runs.starts, runs.ends, runs.held, strict=True) if is_one(run[2])]
    return PropertyRuns([run[0] for run in found], [run[1] for run in found], [run[2] for run in found])


def _is_unseen(held: dict[int, bytes]) -> bool:
    """Whether characters are not printed."""
    return any(_on(held, each) for each in _UNSEEN)


def _is_mark(held: dict[int, bytes]) -> bool:
    """Whether characters stand above or below their line."""
    lifted = held.get(_LIFTED, b"")
    return held.get(_SET_OFF, b"\0")[:1] != b"\0" or (
        len(lifted) == 2 and number(lifted, 0, "<h") >= LEAST_RAISED  # noqa: PLR2004
    )


def _on(held: dict[int, bytes], name: int) -> bool:
    return held.get(name, b"\0")[:1] == b"\1"


def _streams(data: bytes) -> tuple[bytes, bytes, bytes]:
    """The streams of the text, of what tells its parts, and of long properties."""
    try:
        with olefile.OleFileIO(data) as opened:
            word = opened.openstream("WordDocument").read()
            name = "1Table" if number(word, _FLAGS, "<H") & _SECOND_TABLE else "0Table"
            table = opened.openstream(name).read()
            more = opened.openstream("Data").read() if opened.exists("Data") else b""
    except (OSError, ValueError, IndexError, TypeError, AttributeError, struct.error) as error:
        raise NoWordFile from error
    if number(word, _FLAGS, "<H") & _ENCRYPTED:
        raise NoWordFile
    return word, table, more


def _pieces(word: bytes, table: bytes) -> Iterator[tuple[int, int, str]]:
    """Each piece of the text: where it begins in the file, bytes a character, and what it says."""
    at, length = number(word, _PIECES), number(word, _PIECES + 4)
    end = min(at + length, len(table))
    while at < end and table[at] == 1:
        at += 3 + number(table, at + 1, "<H")
    if at >= end or table[at] != 2:  # noqa: PLR2004 (the sign of the list of pieces)
        raise NoWordFile
    size = number(table, at + 1)
    count = (size - 4) // 12
    if size > len(table):
        raise NoWordFile
    for each in range(count):
        first, last = (number(table, at + 5 + 4 * (each + more)) for more in (0, 1))
        place = number(table, at + 5 + 4 * (count + 1) + 8 * each + 2)
        wide = 1 if place & _COMPRESSED else 2
        start = (place & ~_COMPRESSED) // (2 if wide == 1 else 1)
        text = word[start : start + (last - first) * wide] if last > first else b""
        yield start, wide, text.decode("cp1252", "replace") if wide == 1 else _wide(text)


def _wide(data: bytes) -> str:
    """Characters of two bytes, halves of longer ones by themselves, so that each has its place."""
    return "".join(map(chr, struct.unpack(f"<{len(data) // 2}H", data[: len(data) // 2 * 2])))


def _runs(word: bytes, table: bytes, where: int, more: bytes) -> PropertyRuns:
    """The properties of paragraphs or of characters, page by page of the file."""
    at, length = number(word, where), number(word, where + 4)
    count = (length - 4) // 8
    if length > len(table):
        raise NoWordFile
    every = []
    for each in range(max(count, 0)):
        page = number(table, at + 4 * (count + 1) + 4 * each) * _PAGE
        every += list(_page_runs(word[page : page + _PAGE], more, is_paragraph=where == _PARAGRAPH_PAGES))
    every.sort(key=lambda run: run[0])
    return PropertyRuns([run[0] for run in every], [run[1] for run in every], [run[2] for run in every])


def _page_runs(page: bytes, more: bytes, *, is_paragraph: bool) -> Iterator[tuple[int, int, dict[int, bytes]]]:
    """The runs of one page of properties."""
    if len(page) < _PAGE:
        return
    count = page[_PAGE - 1]
    step = 13 if is_paragraph else 1
    for each in range(count):
        first, last = number(page, 4 * each), number(page, 4 * each + 4)
        spot = 4 * (count + 1) + step * each
        offset = page[spot] * 2 if spot < _PAGE else 0
        if not offset:
            yield first, last, {}
            continue
        size, begin = page[offset], offset + 1
        if is_paragraph:
            # An odd number of bytes is said in one byte, an even one in a second; two of them name the style.
            begin, size = (offset + 4, page[begin] * 2 - 2) if size == 0 else (begin + 2, size * 2 - 3)
        yield first, last, dict(properties(page[begin : begin + max(size, 0)], more))


def properties(data: bytes, more: bytes) -> Iterator[tuple[int, bytes]]:
    """The properties of a list, each with its value; those that are kept elsewhere are fetched from there."""
    at = 0
    while at + 2 <= len(data):
        name = number(data, at, "<H")
        at += 2
        kind = name >> 13
        if name == CELLS:
            size, skipped = (number(data, at, "<H") - 1, 2) if at + 2 <= len(data) else (0, 2)
        elif kind == 6 and at < len(data):  # noqa: PLR2004 (of any length)
            size, skipped = data[at], 1
            if name == _TABS and size == 0xFF:  # noqa: PLR2004
                return
        else:
            size, skipped = _SIZES.get(kind, len(data)), 0
        value = data[at + skipped : at + skipped + max(size, 0)]
        at += skipped + max(size, 0)
        if name == ELSEWHERE and len(value) == 4 and more:  # noqa: PLR2004
            place = number(value, 0)
            if place + 2 <= len(more):
                yield from properties(more[place + 2 : place + 2 + number(more, place, "<H")], b"")
        yield name, value
