"""Whether a line ends because it is full: then what stands on both sides of its end was never apart.

A text that a program wrapped, or the lines of a PDF file, break a numeral at the margin; a line that ends before it
was ended by a person, or lost something.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cached_property

# Columns: a line of fewer tells nothing of the margin, and full ones differ by a sign that has no room any more.
SHORT, RAGGED = 24, 4
# As many lines as these end at the same place before it is a margin.
LINES = 3


@dataclass(frozen=True)
class TextMargins:
    """The margin of a text, found when it is asked for."""

    text: str

    def is_full(self, end: int) -> bool:
        """Whether the line whose line break stands at `end` reaches the margin."""
        width = columns(self.text[self.text.rfind("\n", 0, end) + 1 : end])
        return self.margin is not None and self.margin - RAGGED < width <= self.margin

    @cached_property
    def margin(self) -> int | None:
        """The greatest width at which at least LINES lines end, in columns; None for a text without one."""
        widths = sorted((columns(line) for line in self.text.split("\n")), reverse=True)
        for most, least in zip(widths, widths[LINES - 1 :], strict=False):
            if most >= SHORT and most - least < RAGGED:
                return most
        return None


def columns(line: str) -> int:
    """The width of a line as a terminal counts it: a Chinese sign takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line.rstrip())
