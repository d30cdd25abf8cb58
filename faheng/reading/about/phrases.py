"""data/wording/recognition.csv as look-ups: which phrase at which place of a report says what."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache

from faheng.paths import WORDING

HEADER = ("phrase", "meaning", "place", "also", "priority", "note")


@dataclass(frozen=True)
class Phrase:
    """A phrase that means something at a place, if one of `also` stands there too; a low priority decides first."""

    text: str
    meaning: str
    place: str
    also: tuple[str, ...]
    priority: int

    def stands_in(self, text: str) -> bool:
        """Whether the text says it, together with one of the phrases it needs."""
        return self.text in text and (not self.also or any(each in text for each in self.also))


@cache
def all_phrases() -> tuple[Phrase, ...]:
    """Every row, the low priorities first."""
    with (WORDING / "recognition.csv").open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    read = (
        Phrase(row["phrase"], row["meaning"], row["place"], tuple(filter(None, row["also"].split("|"))), number)
        for row in rows
        for number in [int(row["priority"])]
    )
    return tuple(sorted(read, key=lambda phrase: phrase.priority))


@cache
def phrases(*, place: str = "", meaning: str = "") -> tuple[Phrase, ...]:
    """The rows for a place, or with a meaning, or both."""
    return tuple(each for each in all_phrases() if place in ("", each.place) and meaning in ("", each.meaning))


@cache
def any_of(meaning: str) -> str:
    """The phrases of a meaning as the inside of a regular expression, longer ones first."""
    texts = sorted((each.text for each in phrases(meaning=meaning)), key=len, reverse=True)
    return "|".join(map(re.escape, texts))
