"""What many lines of a table would say is said once above it, with how many lines it is of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from faheng.words.catalogue import Words

__all__ = ["OFTEN", "OftenSaid", "often_said"]

# In so many lines the same words are said once above them.
OFTEN = 3


@dataclass(frozen=True)
class OftenSaid:
    """lines: what stands above the table, the most frequent first; texts: what its lines no longer say."""

    lines: tuple[str, ...]
    texts: frozenset[str]

    def left_of(self, text: str) -> str:
        """What a line still says of the text: all, or nothing where it stands above."""
        return "" if text in self.texts else text


def often_said(texts: Iterable[str], say: Words) -> OftenSaid:
    """The texts that OFTEN lines and more have in common."""
    many = {text: n for text, n in Counter(filter(None, texts)).most_common() if n >= OFTEN}
    lines = (say.count("One indicator: {why}", "{n} indicators: {why}", n, why=text) for text, n in many.items())
    return OftenSaid(tuple(lines), frozenset(many))
