"""A text under cleaning, each of its characters tied to the place in the original that it was printed at.

Cleaning only drops characters and exchanges one for one, so a row of positions is the whole map. All of it is numpy:
a megabyte goes through in milliseconds, whatever it consists of.

Left out on purpose: insertions. A character that stands nowhere in the original has no evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faheng.model import Span

# A text is shorter than 2**31 characters (texts/readers/archive.py limits its bytes): half the memory of int64.
Offsets = NDArray[np.int32]
Codes = NDArray[np.uint32]
Mask = NDArray[np.bool_]
# Characters that are looked at in one go, where each needs some memory of its own.
PIECE = 1 << 20


def codes_of(text: str) -> Codes:
    """The code points of the text; a lone surrogate is a code point like any other."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def text_of(codes: Codes) -> str:
    """The other way round."""
    plain = np.ascontiguousarray(codes, dtype="<u4")
    return str(plain.data.cast("B"), "utf-32-le", "surrogatepass") if len(plain) else ""


def in_pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces with their places: the code points of a whole one take twice its memory."""
    return ((at, text[at : at + PIECE]) for at in range(0, len(text), PIECE))


def marked(length: int, spans: Iterable[tuple[int, int]]) -> Mask:
    """A mask of the given length, true inside the half-open spans; overlapping ones are no harm."""
    mask = np.zeros(length, dtype=np.bool_)
    for start, end in spans:
        mask[start:end] = True
    return mask


@dataclass(frozen=True, eq=False)
class CleanText:
    """text[i] was printed at original[starts[i]]; the row rises."""

    text: str
    starts: Offsets

    @property
    def ends(self) -> Offsets:
        """Where each character ends in the original: cleaning exchanges one for one."""
        return self.starts + 1

    @classmethod
    def of(cls, original: str) -> CleanText:
        """The original itself, nothing cleaned yet."""
        return cls(original, np.arange(len(original), dtype=np.int32))

    def span(self, start: int, end: int) -> Span:
        """Where text[start:end] stands in the original, dropped characters in it included; empty when it is empty."""
        if start < end:
            return Span(int(self.starts[start]), int(self.starts[end - 1]) + 1)
        if start < len(self.starts):
            place = int(self.starts[start])
        else:
            place = int(self.starts[-1]) + 1 if len(self.starts) else 0
        return Span(place, place)

    def without(self, doomed: Mask) -> CleanText:
        """The text less the marked characters; itself when none is."""
        if not doomed.any():
            return self
        kept = ~doomed
        pieces = (text_of(codes_of(piece)[kept[at : at + PIECE]]) for at, piece in in_pieces(self.text))
        return CleanText("".join(pieces), self.starts[kept])

    def without_spans(self, spans: Iterable[tuple[int, int]]) -> CleanText:
        """The text less the given stretches."""
        return self.without(marked(len(self.text), spans))

    def rewritten(self, text: str) -> CleanText:
        """Other characters in the same places; ValueError when there are more or fewer of them."""
        if len(text) != len(self.text):
            raise ValueError(f"{len(text)} characters for {len(self.text)} places")
        return self if text == self.text else CleanText(text, self.starts)
