"""Numerals that blanks or line breaks part, and years that grew into a count: two numbers where one is meant.

1 85件 may be 185, or 85 behind the number of a note; 2022 185件 lost what stood between the two. Such a numeral waits
for a person. Left out on purpose: groups of three (1 234件), letters set apart (1 8 5件), cells that a wide gap parts,
rows of bare numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from faheng.reading.mentions.margins import TextMargins
from faheng.reading.mentions.mention import Mention
from faheng.reading.texts.offsets import CleanText

BLANKS = re.compile(r"\s+")
# A blank between two digits or beside the comma of thousands; a line break at any place.
TORN = re.compile(r"[0-9]\s+[0-9]|[0-9]\s*,\s+[0-9]|[0-9]\s+,|[0-9.,]\s*\n")
WHOLE = re.compile(r"[1-9][0-9]{0,2}(?:[^\S\n][0-9]{3})+(?![0-9])|[0-9](?:[^\S\n][0-9.]){2,}(?![\s0-9])")
# The digits before a numeral that one blank parts from it: 2022 2023 185件.
RUN = re.compile(r"(?<![0-9.,])(?:[0-9]{1,8} )+\Z")
LONGEST_RUN = 40
ROW = re.compile(r"(?:^|[\n\t|])[^\n\t|,。;:]{0,24} ?\Z")
# Bare numbers side by side inside a sentence: 案件1 234,办结.
BARE = re.compile(r"(?<=[\u4e00-\u9fff])[0-9]{1,8}(?: [0-9]{1,8})+(?=[,。;、:!?)])")
# The end of a line inside a numeral: 案件18 / 5件.
BROKEN = re.compile(r"(?<=[\u4e00-\u9fff])[0-9][0-9,.]*\n[0-9][0-9.]*(?=%|(?![年月日号时])[\u4e00-\u9fff])")
YEAR, FEWEST_GROWN = re.compile(r"(?:19|20)[0-9]{2} "), 7
LIKELY_YEARS = range(2005, 2036)
DATES = frozenset(("年", "月", "日", "号", "时"))


def with_parted(mentions: Sequence[Mention], clean: CleanText, original: str, year: int | None) -> list[Mention]:
    """The mentions of a text, those that are more than one numeral marked as damaged.

    year: the report's; 2023185件 in a report on 2023 lost what stood behind its year. None where it is not known.
    """
    margins = TextMargins(original)
    torn = {
        at
        for each in (BARE, BROKEN)
        for match in each.finditer(clean.text)
        if not is_wrapped(bounds(clean, *match.span()), margins)
        for at in range(*match.span())
    }
    years = grown_from(year)
    found: list[Mention] = []
    for each in mentions:
        damaged = replace(each, corrupt=True) if each.number_start in torn or is_grown(each, years) else None
        damaged = parted(each, clean, margins) or damaged
        while damaged is not None and found and found[-1].end > damaged.start:
            found.pop()
        found.append(damaged or each)
    return found


def grown_from(year: int | None) -> tuple[str, ...]:
    """The years that a count may have grown from: the report's, the one before and the one after; any if unknown."""
    return tuple(map(str, LIKELY_YEARS if year is None else range(year - 1, year + 2)))


def parted(mention: Mention, clean: CleanText, margins: TextMargins) -> Mention | None:
    """The mention as damaged, with what stands before it in its numeral; None where nothing parts it."""
    if not mention.text[:1].isdigit() or mention.corrupt:
        return None
    place = bounds(clean, mention.number_start, mention.number_end)
    printed = margins.text[slice(*place)]
    if len(printed) > len(mention.text) and TORN.search(printed) and not WHOLE.match(printed):
        return None if is_wrapped(place, margins) else replace(mention, text=BLANKS.sub(" ", printed), corrupt=True)
    first = run_start(mention, clean, margins.text)
    if first is None:
        return None
    text = clean.text[first : mention.number_end]
    return replace(mention, start=first, number_start=first, text=text, corrupt=True)


def is_wrapped(place: tuple[int, int], margins: TextMargins) -> bool:
    """Whether all that parts a numeral is the end of a full line."""
    start, end = place
    parts = list(BLANKS.finditer(margins.text, start, end))
    return bool(parts) and all(each[0] == "\n" and margins.is_full(each.start()) for each in parts)


def bounds(clean: CleanText, start: int, end: int) -> tuple[int, int]:
    """Where a piece of the clean text stands in the original."""
    return int(clean.starts[start]), int(clean.starts[end - 1]) + 1


def run_start(mention: Mention, clean: CleanText, original: str) -> int | None:
    """Where the digits begin that one blank parts from a number with a unit; None for none, and in a row of cells."""
    place, text = mention.number_start, clean.text
    if not mention.unit or text[place - 1 : place] != " " or mention.unit in DATES:
        return None
    run = RUN.search(text, max(0, place - LONGEST_RUN), place)
    if run is None or any(len(gap) > 1 for gap in gaps(clean, original, run.start(), place)):
        return None
    is_row = ROW.search(text, max(0, run.start() - LONGEST_RUN), run.start()) is not None
    return None if is_row and not YEAR.match(text, run.start()) else run.start()


def gaps(clean: CleanText, original: str, start: int, end: int) -> Iterator[str]:
    """The blanks of a piece of the clean text as they were printed."""
    printed = original[slice(*bounds(clean, start, end + 1))]
    return iter(BLANKS.findall(printed))


def is_grown(mention: Mention, years: tuple[str, ...]) -> bool:
    """Whether the digits of a count begin with one of the years that stand behind its name."""
    text = mention.text
    return bool(mention.unit) and len(text) >= FEWEST_GROWN and text.isdigit() and text.startswith(years)
