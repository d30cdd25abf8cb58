"""Text for a terminal, in which a Chinese character is as wide as two letters and a line may end after any of them."""

from __future__ import annotations

import re
from unicodedata import east_asian_width

__all__ = ["padded", "wide", "wrapped"]

# What no line ends within: a word or number of another script, and a character with the closing signs behind it.
_UNBROKEN = re.compile(r"[\x21-\x7e]+[，。、；：）”》]*|[（“《]*[^\x21-\x7e ][，。、；：）”》]*| +")


def wide(text: str) -> int:
    """How many columns the text takes."""
    return sum(2 if east_asian_width(each) in "WF" else 1 for each in text)


def padded(text: str, columns: int) -> str:
    """The text with spaces behind it, so that it takes these columns."""
    return text + " " * (columns - wide(text))


def wrapped(text: str, columns: int) -> list[str]:
    """The lines of the text, none wider than these columns unless one of its words is."""
    lines = [""]
    for piece in _UNBROKEN.findall(" ".join(text.split())):
        if lines[-1] and wide(lines[-1] + piece.rstrip()) > columns:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return [line.rstrip() for line in lines if line.strip()]
