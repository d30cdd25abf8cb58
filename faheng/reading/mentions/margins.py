"""Whether a line ends because it is full: then what stands on both sides of its end was never apart.

A text that a program wrapped, or the lines of a PDF file, break a numeral at the margin; a line that ends before it
was ended by a person, or lost something.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

# Columns: a line of fewer tells nothing of the margin, and full ones differ by a sign that has no room any more.
SHORT, RAGGED = 24, 4
# A program that counts characters ends its lines at so many of them whatever their width, less a sign that hangs.
FEWEST, HANGING = 14, 2
# As many lines as these end at the same place before it is a margin.
LINES = 3


@dataclass(frozen=True)
class TextMargins:
    """The margin of a text, found when it is asked for."""

    text: str

    def is_full(self, end: int) -> bool:
        """Whether the line whose line break stands at `end` reaches the margin."""
        line = self.text[self.text.rfind("\n", 0, end) + 1 : end]
        return reaches(columns(line), self.margin, RAGGED) or reaches(len(line.rstrip()), self.length, HANGING)

    @cached_property
    def margin(self) -> int | None:
        """The greatest width at which at least LINES lines end, in columns; None for a text without one."""
        return margin_of(map(columns, self.text.split("\n")), SHORT, RAGGED)

    @cached_property
    def length(self) -> int | None:
        """The same in characters."""
        return margin_of((len(line.rstrip()) for line in self.text.split("\n")), FEWEST, HANGING)


def margin_of(sizes: Iterable[int], fewest: int, ragged: int) -> int | None:
    """The greatest size at which at least LINES lines end, less what differs; None where they are shorter."""
    ordered = sorted(sizes, reverse=True)
    for most, least in zip(ordered, ordered[LINES - 1 :], strict=False):
        if most >= fewest and most - least < ragged:
            return most
    return None


def reaches(size: int, margin: int | None, ragged: int) -> bool:
    """Whether a line of this size ends at the margin."""
    return margin is not None and margin - ragged < size <= margin


def columns(line: str) -> int:
    """The width of a line as a terminal counts it: a Chinese sign takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line.rstrip())
