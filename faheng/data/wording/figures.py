"""The files of figures: topics, parts and their scopes, sums, scopes that are carried on.

The wordings of indicators themselves are in indicators.py.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from faheng.data.declared import Names, Table
from faheng.data.table import Row

INDICATORS_FILE, SCOPES_FILE = "data/reference/indicators.csv", "data/reference/scopes.csv"
# The part is the figure, and the whole is none.
ITSELF = "itself"
SEVERAL = ("sum", "none")


@dataclass(frozen=True)
class Group:
    """A name for several words: a topic, a blocker."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class PartScope:
    """What names a part of an indicator behind 其中, and the scope of that part."""

    indicator_id: str
    words: re.Pattern[str]
    scope: str


@dataclass(frozen=True)
class Sum:
    """Scopes of an indicator that together are the whole; one of them alone stands for the whole.

    summed: several are added up; otherwise none of them is a figure, nor is one beside a printed whole.
    """

    indicator_id: str
    parts: tuple[str, ...]
    summed: bool


@dataclass(frozen=True)
class Carry:
    """A figure that takes over the scope of its leader, unless another subject (one of the words) stands between."""

    indicator_id: str
    leader_id: str
    scope: str
    unless: tuple[str, ...]


def group(file: str, name: str, words: str) -> Table[Group]:
    """The declaration of a file of groups: its name, the column of their names, the column of their words."""
    header = (name, words, "note")
    return Table(f"wording/{file}.csv", header, lambda row, _: Group(row.needed(name), row.words(words)), once=(name,))


def part_scope(row: Row, names: Names) -> PartScope:
    """One line of part_scopes.csv."""
    indicator = row.known("indicator", names.indicators, INDICATORS_FILE)
    return PartScope(indicator, row.pattern("words"), row.known("scope", names.scopes | {ITSELF}, SCOPES_FILE))


def sums(row: Row, names: Names) -> Sum:
    """One line of sums.csv. Parts that are added up are scopes; others never come out, and need no name elsewhere."""
    parts, summed = row.words("parts"), row.choice("several", SEVERAL) == "sum"
    for scope in parts if summed else ():
        if scope and scope not in names.scopes:
            row.fault("parts", f"unknown scope {scope!r}", f"join ids of {SCOPES_FILE} by |")
    return Sum(row.known("indicator", names.indicators, INDICATORS_FILE), parts, summed)


def carry(row: Row, names: Names) -> Carry:
    """One line of carried_scopes.csv."""
    return Carry(
        row.known("indicator", names.indicators, INDICATORS_FILE),
        row.known("leader", names.indicators, INDICATORS_FILE),
        row.known("scope", names.scopes, SCOPES_FILE),
        row.words("unless", empty=True),
    )


TOPICS = group("topics", "topic", "words")
PART_SCOPES = Table("wording/part_scopes.csv", ("indicator", "words", "scope", "note"), part_scope)
SUMS = Table("wording/sums.csv", ("indicator", "parts", "several", "note"), sums, once=("indicator",))
CARRIED_SCOPES = Table(
    "wording/carried_scopes.csv", ("indicator", "leader", "scope", "unless", "note"), carry, once=("indicator",)
)
