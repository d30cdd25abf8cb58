"""parts.csv, which the checks read between numbers, and leftovers.csv, which is no part of a suggested name."""

from __future__ import annotations

from dataclasses import dataclass

from faheng.data.declared import Names, Table
from faheng.data.table import Row

PART_MEANINGS = (
    "among", "total", "rest", "carried", "nearly", "before", "before_filler", "from", "and", "ending", "no_ending",
    "step", "kind",
)  # fmt: skip
ENDS = ("leading", "trailing")


@dataclass(frozen=True)
class PartPhrase:
    """A phrase between numbers and what it says of them."""

    phrase: str
    meaning: str


@dataclass(frozen=True)
class Filler:
    """A phrase at an end of a suggested name that says nothing of what is counted."""

    phrase: str
    place: str


def part(row: Row, _names: Names) -> PartPhrase:
    """One line of parts.csv."""
    return PartPhrase(row.needed("phrase"), row.choice("meaning", PART_MEANINGS))


def filler(row: Row, _names: Names) -> Filler:
    """One line of leftovers.csv."""
    return Filler(row.needed("phrase"), row.choice("place", ENDS))


PARTS = Table("wording/parts.csv", ("phrase", "meaning", "note"), part, once=("phrase", "meaning"))
LEFTOVERS = Table("wording/leftovers.csv", ("phrase", "place", "note"), filler, once=("phrase", "place"))
