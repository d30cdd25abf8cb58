"""Numbers that a sentence lists for several years: 近三年分别受理80、100、120件 tells the two years before too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from faheng.reading.mentions.mention import Mention
from faheng.reading.mentions.tables import LIST_MARKS, RECENT, years_in_turn


def of_other_years(
    numbers: Sequence[Mention], text: str, start: int, year: int | None
) -> Iterator[tuple[int, list[Mention]]]:
    """Each year before the report's that the sentence lists, with the numbers, all but its own marked as not its own.

    text: of the sentence, which begins at start. year: the report's.
    """
    named = RECENT.search(text)
    years = years_in_turn(named, year) if named else []
    listed = [each for each in numbers if named and each.start >= start + named.end()][: len(years)]
    between = [text[one.end - start : other.start - start] for one, other in pairwise(listed)]
    if len(listed) < len(years) or not all(each in LIST_MARKS for each in between):
        return
    for own, kept in zip(years[:-1], listed, strict=False):
        yield own, [replace(each, previous=each.start != kept.start) for each in numbers]
