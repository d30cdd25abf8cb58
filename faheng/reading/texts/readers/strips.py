"""Lines across a page in the strips that gaps part, each a label, a number or words of a header."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from faheng.reading.texts.readers.glyphs import Glyph, parted, printed

STRIP_GAP = 0.5  # in heights: words of a label stand nearer to each other
_SAME_LINE = 0.35  # of a height: a cell of two lines stands half a line beside a cell of one
# A number of a table as far as its look goes, or the sign that there is none.
NUMBER = re.compile(r"[+\-±]?\d[\d,]*(?:\.\d+)?(?:%|‰|[万亿]?[件条次人个项份篇户元起]{0,2})|[-—–/]{1,3}")
PROSE, LONGEST_CELL = re.compile("[。;；]"), 45


@dataclass(frozen=True)
class LineStrip:
    """A piece of a line with its characters."""

    glyphs: tuple[Glyph, ...]

    @cached_property
    def text(self) -> str:
        """What it says, without the room between its words."""
        return "".join(printed(list(self.glyphs)).replace("\t", " ").split(" "))

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.glyphs[-1].right

    @property
    def middle(self) -> float:
        """How high it stands."""
        return self.glyphs[0].middle

    @cached_property
    def is_number(self) -> bool:
        """Whether it looks like a number of a table."""
        return NUMBER.fullmatch(self.text) is not None

    @cached_property
    def is_dash(self) -> bool:
        """Whether it is the sign that there is no number."""
        return self.is_number and not any(map(str.isdigit, self.text))

    def over(self, left: float, right: float) -> float:
        """How much of it lies between two places."""
        return min(self.right, right) - max(self.left, left)


@dataclass(frozen=True)
class StripLine:
    """A line across the page."""

    strips: tuple[LineStrip, ...]

    @property
    def middle(self) -> float:
        """How high it stands."""
        return self.strips[0].middle

    @property
    def height(self) -> float:
        """How high its characters are."""
        return self.strips[0].glyphs[0].height

    @cached_property
    def numbers(self) -> tuple[LineStrip, ...]:
        """The numbers that it ends with, behind a label or one beside the other; none for another line."""
        at = len(self.strips)
        while at and self.strips[at - 1].is_number:
            at -= 1
        found = self.strips[at:]
        return found if len(self.strips) > 1 and (at or len(found) > 1) and not self.is_prose else ()

    @cached_property
    def labels(self) -> tuple[LineStrip, ...]:
        """What stands before its numbers."""
        return self.strips[: len(self.strips) - len(self.numbers)]

    @cached_property
    def is_prose(self) -> bool:
        """Whether it is no row: a sentence, or longer than a cell."""
        return any(PROSE.search(each.text) or len(each.text) > LONGEST_CELL for each in self.strips)

    def in_words(self, room: float) -> list[LineStrip]:
        """Its strips, parted at narrower gaps."""
        return [LineStrip(tuple(each)) for strip in self.strips for each in parted(list(strip.glyphs), room)]


def lines_across(glyphs: Iterable[Glyph]) -> list[StripLine]:
    """All that stands beside each other on a page as lines, from the top down, in whatever order the file has it."""
    lines: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: -each.middle):
        if lines and abs(lines[-1][0].middle - glyph.middle) <= _SAME_LINE * min(lines[-1][0].height, glyph.height):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return [line_of(sorted(line, key=lambda each: each.left)) for line in lines]


def line_of(line: list[Glyph]) -> StripLine:
    """The line in strips."""
    return StripLine(tuple(LineStrip(tuple(each)) for each in parted(line, STRIP_GAP)))


def reach(strips: Sequence[LineStrip]) -> tuple[float, float]:
    """From where to where strips stand."""
    return min(each.left for each in strips), max(each.right for each in strips)
