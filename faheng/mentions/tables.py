"""Rows of a table with a column a year: the numbers of other years than the report's are only what came before.

The header's years stand in the cells of one line (2023年, 2024年); a row counts where it has one bare number for each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from faheng.mentions.mention import Mention

YEAR_CELL = re.compile(r"(?:^|[\t|])[ ]?(20\d\d)年?度?[ ]?(?=[\t|]|$)")
FEWEST_YEARS = 2


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
