"""The wording files of this stage as longest-match look-ups.

A phrase of meaning "none" is a pseudo-term: where it matches, the shorter phrases inside it do not.
Longer phrases go before shorter ones, and priority decides between equally long ones.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from faheng.errors import DataProblems, Problem
from faheng.paths import WORDING


@dataclass(frozen=True)
class Phrase:
    """A wording and what it means; priority breaks ties between equally long ones."""

    phrase: str
    meaning: str
    priority: int


@cache
def table(name: str, header: tuple[str, ...]) -> tuple[dict[str, str], ...]:
    """The rows of data/wording/<name> by column; another header than expected stops with its line named."""
    path = WORDING / name
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        found = tuple(reader.fieldnames or ())
        if found != header:
            wrong, right = f"columns are {','.join(found)}", f"write {','.join(header)}"
            raise DataProblems([Problem(f"data/wording/{name}", 1, "", wrong, right)])
        return tuple(reader)


def phrases(rows: Iterable[dict[str, str]]) -> list[Phrase]:
    """The rows as phrases, the one to try first in front."""
    found = [Phrase(row["phrase"], row["meaning"], int(row["priority"])) for row in rows]
    return sorted(found, key=lambda each: (-len(each.phrase), -each.priority))


class Ahead:
    """Finds the longest phrase that begins at a place."""

    def __init__(self, entries: Iterable[Phrase]) -> None:
        self.by_first: dict[str, list[Phrase]] = {}
        for entry in entries:
            self.by_first.setdefault(entry.phrase[0], []).append(entry)

    def at(self, text: str, place: int) -> Phrase | None:
        """The longest phrase beginning at text[place], pseudo-terms included; None where none does."""
        for entry in self.by_first.get(text[place : place + 1], ()):
            if text.startswith(entry.phrase, place):
                return entry
        return None


class Behind:
    """Finds the longest phrase that ends at a place."""

    def __init__(self, entries: Iterable[Phrase]) -> None:
        self.by_last: dict[str, list[Phrase]] = {}
        for entry in entries:
            self.by_last.setdefault(entry.phrase[-1], []).append(entry)

    def before(self, text: str, place: int) -> Phrase | None:
        """The longest phrase ending right before text[place], pseudo-terms included; None where none does."""
        if place <= 0:
            return None
        for entry in self.by_last.get(text[place - 1], ()):
            if text.endswith(entry.phrase, 0, place):
                return entry
        return None
