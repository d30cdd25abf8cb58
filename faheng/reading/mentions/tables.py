"""Numbers that come one a year: those of other years than the report's are only what came before.

In a table the header's years stand in the cells of one line (2023年, 2024年), and a row counts where it has one bare
number for each. In a sentence they stand before 分别: 2022年、2023年分别评查案卷610卷、745卷.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from faheng.reading.mentions.mention import Mention
from faheng.reading.mentions.numbers import DIGITS

YEAR_CELL = re.compile(r"(?:^|[\t|])[ ]?(20\d\d)年?度?[ ]?(?=[\t|]|$)")
FEWEST_YEARS = 2
# The word that gives a list of years its numbers; most sentences have none, and need not be searched for years.
EACH = "分别"
IN_TURN = re.compile(r"20\d\d年度?(?:[、,和及与]20\d\d年度?)+[^。;\n]{0,10}?" + EACH)
# 近三年分别受理80、100、120件: the last of so many numbers is the report's year.
# Names in a list before 分别 take the numbers themselves: 近两年受理、审结案件分别为56件、52件.
RECENT = re.compile(r"(?:最?近|过去)([两三四五])年来?[^。;\n、和及与]{0,20}?" + EACH)
YEAR = re.compile(r"20\d\d")
# 上年同期受理86件,审结80件: what was before, until a time of the report's own is named; 较上年同期 only compares.
SAME_TIME_BEFORE = re.compile(r"(?<![比较与同和于超])(?:20\d\d年|[上去]年度?|前年)同期(?!相?比)")
OWN_TIME = re.compile(r"今年|本年|本期|20\d\d年")
LIST_MARKS = ("、", ",", "和", "及", "与")


def years_of(text: str, before: tuple[int, ...]) -> tuple[int, ...]:
    """The years that head the columns of a table's line; those of the lines above it, () outside of a table."""
    if "\t" not in text and "|" not in text:
        return ()
    years = tuple(int(year) for year in YEAR_CELL.findall(text))
    return years if len(years) >= FEWEST_YEARS else before


def of_one_year(numbers: list[Mention], years: Sequence[int], year: int | None) -> list[Mention]:
    """The numbers of a row, those of other years marked as the levels before. year: the report's, if it is known."""
    bare = [number for number in numbers if not number.unit and not number.change]
    if not years or len(bare) < len(years):
        return numbers
    own = year if year in years else max(years)
    others = {number.start for number, column in zip(bare[-len(years) :], years, strict=True) if column != own}
    return [replace(each, previous=True) if each.start in others else each for each in numbers]


def years_in_turn(named: re.Match[str], year: int | None) -> list[int]:
    """The years that 2022年、2023年分别 lists, or of 近三年分别 the last ones up to the report's year."""
    recent = RECENT.fullmatch(named[0])
    if recent is None:
        return [int(each) for each in YEAR.findall(named[0])]
    return [] if year is None else [year - back for back in reversed(range(DIGITS[recent[1]]))]


def of_year_in_turn(numbers: list[Mention], text: str, start: int, year: int | None) -> list[Mention]:
    """The numbers of a sentence that begins at start, those that a list of years gives to other years marked."""
    if EACH not in text:
        return numbers
    found = IN_TURN.search(text) or RECENT.search(text)
    years = years_in_turn(found, year) if found else []
    listed = [each for each in numbers if found and each.start >= start + found.end()][: len(years)]
    between = [text[one.end - start : other.start - start] for one, other in pairwise(listed)]
    if year not in years or len(listed) < len(years) or not all(each in LIST_MARKS for each in between):
        return numbers
    others = {number.start for number, own in zip(listed, years, strict=True) if own != year}
    return [replace(each, previous=True) if each.start in others else each for each in numbers]


def without_same_time_before(numbers: list[Mention], text: str, start: int) -> list[Mention]:
    """The numbers of a sentence that begins at start, those of the same time of a year before marked as what was."""
    found = SAME_TIME_BEFORE.search(text) if "同期" in text else None
    if found is None:
        return numbers
    again = OWN_TIME.search(text, found.end())
    last = again.start() if again else len(text)
    return [
        replace(each, previous=True) if found.end() <= each.start - start < last and not each.change else each
        for each in numbers
    ]
