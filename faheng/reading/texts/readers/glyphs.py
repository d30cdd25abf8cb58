"""The characters of a page with their places, and lines of them. Coordinates are points, y rising."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from faheng.reading.texts.raised import raised

CELL_GAP = 2.0  # in heights of the line: a tab
WORD_GAP = 0.2  # a space
_SMALLER, _HIGHER = 0.8, 0.2  # of the height of the character before a mark
_SAME_LINE = 0.5  # of the lower of two characters has to overlap


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and its box; heights are those of the font, so that all of a line are nearly alike."""

    character: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """The height of its box, never nothing."""
        return max(self.top - self.bottom, 1e-3)

    @property
    def middle(self) -> float:
        """How high its middle stands."""
        return (self.top + self.bottom) / 2


def with_marks(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """The characters, digits that are smaller and higher than the one before them as the marks of notes: 112¹."""
    base = last = None
    for glyph in glyphs:
        if base is not None and last is not None and glyph.character.isdecimal() and is_mark(glyph, base, last):
            last = glyph
            yield replace(glyph, character=raised(glyph.character))
        else:
            base = last = glyph
            yield glyph


def is_mark(glyph: Glyph, base: Glyph, last: Glyph) -> bool:
    """Whether a character is smaller and stands higher than the base, right behind the last one."""
    smaller = glyph.height <= _SMALLER * base.height
    higher = glyph.bottom - base.bottom >= _HIGHER * base.height and glyph.bottom < base.top
    return smaller and higher and abs(glyph.left - last.right) <= _SAME_LINE * base.height


def on_one_line(first: Glyph, second: Glyph) -> bool:
    """Whether two characters stand beside each other."""
    overlap = min(first.top, second.top) - max(first.bottom, second.bottom)
    return overlap >= _SAME_LINE * min(first.top - first.bottom, second.top - second.bottom)


def lines_in_order(glyphs: Iterator[Glyph]) -> Iterator[list[Glyph]]:
    """Neighbours in the file that stand on one line, from left to right; columns stay apart, as in the file."""
    line: list[Glyph] = []
    for glyph in glyphs:
        if line and not on_one_line(line[0], glyph):
            yield sorted(line, key=lambda each: each.left)
            line = []
        line.append(glyph)
    if line:
        yield sorted(line, key=lambda each: each.left)


def gap(before: Glyph, glyph: Glyph) -> float:
    """The room between two characters in heights of the line."""
    return (glyph.left - before.right) / glyph.height


def printed(line: list[Glyph]) -> str:
    """The line as text, gaps as spaces or tabs."""
    pieces = [line[0].character]
    for before, glyph in pairwise(line):
        room = gap(before, glyph)
        pieces.append("\t" if room >= CELL_GAP else " " if room >= WORD_GAP else "")
        pieces.append(glyph.character)
    return "".join(pieces)


def parted(line: list[Glyph], room: float) -> list[list[Glyph]]:
    """The line in pieces that gaps of so many heights part."""
    cells = [[line[0]]]
    for before, glyph in pairwise(line):
        if gap(before, glyph) >= room:
            cells.append([])
        cells[-1].append(glyph)
    return cells
