"""A search over all figures of a snapshot: however many there are, only those of some places and days are looked at.

Which these are an index says that is made with the snapshot (queries/marts/phrase_tokens): a place whose phrases hold a
word has all tokens of the word. From the newest day on the figures of the places found are looked at, a few first, and
more where these do not suffice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from faheng.store.read import Snapshot

Made = TypeVar("Made")
QUERY = "pages/evidence__search"
# So many places and days are looked at first, then, then all. For no more than 50 DuckDB skips parts of a file.
STEPS = (30, 1_000, 30_000)
# Tokens of a number are as long as this, but of shorter numbers.
SHORTEST = 3
NUMBER = re.compile("[0-9]+")


@dataclass(frozen=True)
class Search:
    """What is searched. first: the place whose figures come first; most: how many figures are wanted."""

    text: str
    first: str
    most: int
    language: str


@dataclass(frozen=True)
class WordTokens:
    """What a phrase has that holds a word: these tokens, and one that begins like this, "" where none is asked for."""

    whole: tuple[str, ...]
    begin: str


def tokens_of(word: str) -> WordTokens:
    """The tokens of a word in small letters, as the mart phrase_tokens has those of phrases."""
    plain = NUMBER.sub("0", word)
    numbers = [each for each in NUMBER.findall(word) if len(each) >= SHORTEST]
    begin = max(numbers, key=len, default="" if len(plain) > 1 or plain == "0" else plain)
    return WordTokens(tuple(dict.fromkeys(plain[spot : spot + 2] for spot in range(len(plain) - 1))), begin)


def matching_figures(snapshot: Snapshot, kind: type[Made], search: Search) -> list[Made]:
    """The figures that the search finds, the best first, as records of this kind. Raises as Snapshot.rows() does."""
    if snapshot.is_small:
        return looked_at(snapshot, kind, search, None, named=None)
    words = [str(word) for word in snapshot.column("pages/evidence__words", text=search.text)]
    if not words:
        return within(snapshot, kind, search, words, named=None)
    named = within(snapshot, kind, search, words, named=True)
    rest = search.most - len(named)
    return named + (within(snapshot, kind, search, words, named=False)[:rest] if rest else [])


def within(snapshot: Snapshot, kind: type[Made], search: Search, words: list[str], *, named: bool | None) -> list[Made]:
    """The figures of the fewest places and days that suffice. named: as evidence__search has it."""
    for step in STEPS:
        days = days_of(snapshot, words, step, named=bool(named))
        hits = looked_at(snapshot, kind, search, days, named=named) if days else []
        if len(hits) >= search.most or len(days) < step:
            return hits
    return looked_at(snapshot, kind, search, None, named=named)


def days_of(snapshot: Snapshot, words: list[str], most: int, *, named: bool) -> list[tuple[str, date]]:
    """Places and days at which there may be hits, from the first that is shown on."""
    tokens = [tokens_of(word) for word in words]
    asked = [(each, number) for number, one in enumerate(tokens, 1) for each in one.whole]
    # One word's is enough: whatever else is given is looked at.
    begin, number = max(
        ((one.begin, number) for number, one in enumerate(tokens, 1)), key=lambda each: len(each[0]), default=("", 0)
    )
    return snapshot.table(
        "pages/evidence__days",
        words=words, tokens=[each for each, _ in asked], numbers=[each for _, each in asked],
        begin=begin or None, begin_number=number if begin else None, named=named, limit=most,
    )[1]  # fmt: skip


def looked_at(
    snapshot: Snapshot, kind: type[Made], search: Search, days: list[tuple[str, date]] | None, *, named: bool | None
) -> list[Made]:
    """The hits among the figures of these places and days, None for all."""
    return snapshot.records(
        kind, QUERY, text=search.text, first=search.first, limit=search.most, language=search.language, named=named,
        places=None if days is None else [place for place, _ in days],
        days=None if days is None else [day for _, day in days],
    )  # fmt: skip
