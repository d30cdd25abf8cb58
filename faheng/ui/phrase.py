"""A phrase of a report with its printed number marked, inside the sentence around it where that is known."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Phrase", "marked_phrase"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """The phrase is head + marked + tail; before and after are what the report says around it, "" where not known."""

    head: str
    marked: str
    tail: str
    before: str = ""
    after: str = ""


def marked_phrase(phrase: str, printed: str, before: str = "", after: str = "") -> Phrase:
    """The phrase with its printed number marked: the last that is no part of a longer one; all of it where none is."""
    start = _numeral_start(phrase, printed)
    if start is None:
        return Phrase("", phrase, "", before, after)
    end = start + len(printed)
    return Phrase(phrase[:start], phrase[start:end], phrase[end:], before, after)


def _numeral_start(phrase: str, printed: str) -> int | None:
    if not printed:
        return None
    # Neither the 3 of 13, 3.5 and 2.3 nor the 22 of 22,909 is a number of its own.
    alone = rf"(?<![\d.．])(?<!\d,){re.escape(printed)}(?![.．]?\d)(?!,\d{{3}})"
    starts = [each.start() for each in re.finditer(alone, phrase)]
    return starts[-1] if starts else None
