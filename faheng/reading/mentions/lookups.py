"""Longest-match look-ups of phrases, each with its meaning.

A phrase of meaning "none" is a pseudo-term: where it matches, the shorter phrases inside it do not.
Longer phrases go before shorter ones, and priority decides between equally long ones.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar


class Worded(Protocol):
    """A row of a wording file that says what a phrase means."""

    @property
    def phrase(self) -> str:
        """The phrase."""

    @property
    def meaning(self) -> str:
        """What it means."""

    @property
    def priority(self) -> int:
        """Of equally long phrases the one with the higher priority is tried first."""


Row = TypeVar("Row", bound=Worded)


def in_order(rows: Iterable[Row]) -> list[Row]:
    """The rows, the one to try first in front."""
    return sorted(rows, key=lambda each: (-len(each.phrase), -each.priority))


class Ahead(Generic[Row]):
    """Finds the longest phrase that begins at a place."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.by_first: dict[str, list[Row]] = {}
        for row in in_order(rows):
            self.by_first.setdefault(row.phrase[0], []).append(row)

    def at(self, text: str, place: int) -> Row | None:
        """The longest phrase beginning at text[place], pseudo-terms included; None where none does."""
        for row in self.by_first.get(text[place : place + 1], ()):
            if text.startswith(row.phrase, place):
                return row
        return None


class Behind(Generic[Row]):
    """Finds the longest phrase that ends at a place."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.by_last: dict[str, list[Row]] = {}
        for row in in_order(rows):
            self.by_last.setdefault(row.phrase[-1], []).append(row)

    def before(self, text: str, place: int) -> Row | None:
        """The longest phrase ending right before text[place], pseudo-terms included; None where none does."""
        if place <= 0:
            return None
        for row in self.by_last.get(text[place - 1], ()):
            if text.endswith(row.phrase, 0, place):
                return row
        return None
