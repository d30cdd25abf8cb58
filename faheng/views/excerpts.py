"""Places of a text -> the words around them, with the places marked: what a reader looks at beside a sentence."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from faheng.model import Span

__all__ = ["Excerpt", "Piece", "excerpts", "paragraph_number", "pieces", "was_damaged"]

# Characters on either side of a place; places nearer to each other than twice this share an excerpt.
AROUND = 80
MOST_EXCERPTS = 3
# An excerpt is a passage, not a page.
LONGEST = 600
STOPS = "\n。！？；"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; marked where it is what is spoken of."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage in pieces. cut_before, cut_after: its sentence goes on there."""

    pieces: tuple[Piece, ...]
    cut_before: bool
    cut_after: bool


def excerpts(text: str, spans: Sequence[Span], most: int = MOST_EXCERPTS) -> tuple[Excerpt, ...]:
    """The passages around the places, in the order of the text, at most so many; the first place is always shown."""
    if not spans:
        return ()
    groups = grouped(spans)
    first = next(group for group in groups if spans[0] in group)
    chosen = sorted([first, *(group for group in groups if group is not first)][:most], key=lambda each: each[0].start)
    return tuple(excerpt(text, group) for group in chosen)


def grouped(spans: Sequence[Span]) -> list[list[Span]]:
    """The places in the order of the text, those near each other together."""
    groups: list[list[Span]] = []
    for span in sorted(spans, key=lambda each: (each.start, each.end)):
        near = groups and span.start - groups[-1][-1].end <= 2 * AROUND
        if near and span.end - groups[-1][0].start <= LONGEST:
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def excerpt(text: str, spans: Sequence[Span]) -> Excerpt:
    """The sentence around the places, cut where it is long."""
    first, last = spans[0].start, max(each.end for each in spans)
    opens = max(text.rfind(stop, 0, first) for stop in STOPS) + 1
    ends = [at for at in (text.find(stop, last) for stop in STOPS) if at >= 0]
    closes = min(ends, default=len(text))
    closes += text[closes : closes + 1] not in ("", "\n")
    start, end = max(opens, first - AROUND), min(closes, last + AROUND)
    while start < first and text[start].isspace():
        start += 1
    return Excerpt(tuple(pieces(text, spans, start, end)), cut_before=first - AROUND > opens, cut_after=end < closes)


def pieces(text: str, spans: Sequence[Span], start: int, end: int) -> list[Piece]:
    """The stretch from start to end, the places inside it marked; overlapping ones once."""
    made: list[Piece] = []
    at = start
    for span in sorted(spans, key=lambda each: each.start):
        opens, closes = max(span.start, at), min(span.end, end)
        if opens >= closes:
            continue
        if opens > at:
            made.append(Piece(text[at:opens]))
        made.append(Piece(text[opens:closes], marked=True))
        at = closes
    if at < end:
        made.append(Piece(text[at:end]))
    return made


def was_damaged(text: str, clean: str) -> bool:
    """Whether cleaning took away more than blanks and the width of signs (Unicode NFKC)."""
    return _bare(text) != _bare(clean)


def _bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def paragraph_number(text: str, at: int) -> int:
    """The paragraph that a place is in, empty lines not counted, from 1."""
    return max(1, sum(1 for line in text[: at + 1].split("\n") if line.strip()))
