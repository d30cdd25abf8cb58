"""Lines of a page that the margin broke -> whole paragraphs, by where lines begin and end.

A line goes on in the next where it reaches the right margin and ends no sentence, and the next one begins at the left
margin while others are indented, so that no title and no new paragraph begins there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_FEWEST = 2  # lines that reach the margin, before it is one
_INDENTED, _SHORT_OF = 1.2, 1.6  # in heights: an indentation, and what may be left of a full line
_APART = 2.6  # heights from line to line in one paragraph at the most
_ENDS = tuple("。！？；：!?;:”")
_HEADING = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十]+[章节部]|\d{1,2}[.．、]"
)


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line and where its first and last character stand; bottom is that of the line, height its own."""

    text: str
    left: float
    right: float
    bottom: float
    height: float


def paragraphs(lines: Sequence[PrintedLine]) -> list[str]:
    """The lines, those that a margin broke in one."""
    if not lines:
        return []
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    full = [line for line in lines if line.right >= right - _SHORT_OF * line.height]
    indented = any(line.left >= left + _INDENTED * line.height for line in lines)
    found = [lines[0].text]
    for above, line in pairwise(lines):
        flush = line.left < left + _INDENTED * line.height / 2 and not _HEADING.match(line.text)
        near = 0 < above.bottom - line.bottom <= _APART * line.height
        broken = above in full and not above.text.endswith(_ENDS)
        if indented and len(full) >= _FEWEST and flush and near and broken:
            latin = found[-1][-1:].isascii() and found[-1][-1:].isalnum() and line.text[:1].isascii()
            found[-1] += (" " if latin and line.text[:1].isalpha() else "") + line.text
        else:
            found.append(line.text)
    return found
