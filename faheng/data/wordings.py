"""data/wording/indicators/ -> rows of how reports word an indicator, validated; groups and blockers written out.

A cell of `wording` is in the small language that faheng/reading/figures/patterns.py explains. What stands in more than
one row has a name: words and units in groups.csv, the words that speak against a row in blockers.csv.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from faheng.data.table import Row, only_first, read_csv, read_text, shown
from faheng.errors import Problem

HEADER = ("indicator", "wording", "scope", "topic", "unless", "tier", "example", "reads", "silent", "note")
GROUPS, BLOCKERS = ("group", "kind", "words", "note"), ("blocker", "words", "note")
# A row of this indicator takes a number away from all others.
NO_INDICATOR = "none"
# As one of several choices a group needs no brackets.
GROUP = re.compile(r"(?P<opens>(?<=[(|\[]))?<(?P<name>[^<>]+)>(?P<closes>(?=[)|\]]))?")
HOLE = re.compile(r"\{([^{}]*)\}")


class Kind(StrEnum):
    """What the words of a group are; other: not for wordings of indicators."""

    NAME = "name"
    VERB = "verb"
    FILLER = "filler"
    UNIT = "unit"
    OTHER = "other"


class Tier(StrEnum):
    """How sure a row is of its number, from the surest; of two rows that claim one number the surer has it."""

    EXACT = "exact"
    USUAL = "usual"
    LOOSE = "loose"
    LAST_RESORT = "last_resort"


@dataclass(frozen=True)
class Names:
    """What the cells of a wording may name: ids and topics, the units that are read, groups and blockers with their
    words."""

    indicators: Collection[str]
    scopes: Collection[str]
    topics: Collection[str]
    statements: Collection[str]
    unit_words: Collection[str]
    words: dict[str, str]
    units: dict[str, frozenset[str]]
    blockers: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class WordingRow:
    """One row: its place, the wording with groups written out, and the sentences that show what it does.

    units: of each hole in turn, None for a percentage. unless: the words that speak against it. reads: the value of the
    example. silent: a sentence in which a word of `unless` forbids it; "" where it has none.
    """

    file: str
    line: int
    indicator_id: str
    wording: str
    scope: str
    topics: frozenset[str]
    barred: frozenset[str]
    unless: tuple[str, ...]
    tier: Tier
    units: frozenset[str] | None
    example: str
    reads: Decimal
    silent: str


def wording_rows(data: Path, problems: list[Problem]) -> list[WordingRow]:
    """The rows of every file of the folder, in alphabetical order of the files. Every fault is added to problems."""
    folder = data / "wording/indicators"
    names = read_names(data, problems)
    rows = [row for path in sorted(folder.glob("*.csv")) for row in read_csv(path, HEADER, problems)]
    keys = ((row, (row.text("indicator"), *map(row.text, ("wording", "scope", "topic")))) for row in rows)
    only_first(keys, "wording")
    return [wording_row(row, names) for row in rows]


def read_names(data: Path, problems: list[Problem]) -> Names:
    """All that a wording may name."""
    wording = data / "wording"
    groups = word_groups(wording / "groups.csv", problems)
    units = {name: frozenset(words.split("|")) for name, (kind, words) in groups.items() if kind == Kind.UNIT}
    blockers = list(read_csv(wording / "blockers.csv", BLOCKERS, problems))
    only_first(((row, (row.text("blocker"),)) for row in blockers), "blocker")
    return Names(
        indicators={*column(data / "reference/indicators.csv", "id", problems), NO_INDICATOR},
        # A part that alone stands for the whole needs no name that readers see.
        scopes=column(data / "reference/scopes.csv", "id", problems)
        | {part for parts in column(wording / "sums.csv", "parts", problems) for part in parts.split("|")},
        topics=column(wording / "topics.csv", "topic", problems),
        statements=column(wording / "statements.csv", "phrase", problems),
        unit_words=column(wording / "units.csv", "phrase", problems) | frozenset().union(*units.values()),
        words={name: words for name, (kind, words) in groups.items() if kind != Kind.UNIT},
        units=units,
        blockers={row.needed("blocker"): tuple(row.needed("words").split("|")) for row in blockers},
    )


def word_groups(path: Path, problems: list[Problem]) -> dict[str, tuple[Kind, str]]:
    """The groups by name: their kind, and their words joined by |."""
    rows = list(read_csv(path, GROUPS, problems))
    only_first(((row, (row.text("group"),)) for row in rows), "group")
    return {row.needed("group"): (row.word("kind", Kind), row.needed("words")) for row in rows}


def column(path: Path, name: str, problems: list[Problem]) -> frozenset[str]:
    """The cells of one column of a file; the file's other columns are checked by whoever reads them."""
    text = read_text(path, problems) or ""
    return frozenset(row.get(name) or "" for row in csv.DictReader(text.splitlines())) - {""}


def wording_row(row: Row, names: Names) -> WordingRow:
    """One row, each of whose cells is checked."""
    topics = [each for each in row.text("topic").split("|") if each]
    for topic in topics:
        known(row, "topic", topic.removeprefix("!"), names.topics, "data/wording/topics.csv")
    blockers = [each for each in row.text("unless").split("|") if each]
    for blocker in blockers:
        known(row, "unless", blocker, names.blockers, "data/wording/blockers.csv")
    if bool(blockers) != bool(row.text("silent")):
        instead = "write a sentence in which a word of `unless` keeps the row silent, and none without `unless`"
        row.fault("silent", "is empty" if blockers else "has no blocker to show", instead)
    wording = expanded(row, names)
    return WordingRow(
        file=row.file,
        line=row.line,
        indicator_id=row.known("indicator", names.indicators, "data/reference/indicators.csv"),
        wording=wording,
        scope=row.known("scope", names.scopes, "data/reference/scopes.csv", empty=True),
        topics=frozenset(each for each in topics if not each.startswith("!")),
        barred=frozenset(each[1:] for each in topics if each.startswith("!")),
        unless=tuple(dict.fromkeys(word for each in blockers for word in names.blockers.get(each, ()))),
        tier=row.word("tier", Tier),
        units=units_of(row, wording, names),
        example=row.needed("example"),
        reads=row.number("reads"),
        silent=row.text("silent"),
    )


def known(row: Row, column: str, value: str, names: Collection[str], where: str) -> None:
    """Check one of the several names of a cell."""
    Row(row.file, row.line, {column: value}, row.problems, row.lines).known(column, names, where)


def expanded(row: Row, names: Names) -> str:
    """The wording with the words of its groups written out."""

    def words(match: re.Match[str]) -> str:
        known(row, "wording", match["name"], names.words, "data/wording/groups.csv")
        choice = names.words.get(match["name"], match["name"])
        inside = match["opens"] is not None and match["closes"] is not None
        return choice if inside or choice.startswith("[") else f"({choice})"

    return GROUP.sub(words, row.needed("wording").replace("，", ","))


def units_of(row: Row, wording: str, names: Names) -> frozenset[str] | None:
    """The units of the last number of a wording, which it is about: None for a percentage, the words of a statement."""
    last: frozenset[str] | None = None
    for hole in HOLE.findall(wording):
        stated = hole.startswith("=")
        last = names.units.get(hole) or frozenset(hole.removeprefix("=").split("|"))
        allowed, where = (names.statements, "statements") if stated else ({*names.unit_words, *names.units}, "groups")
        for word in sorted(last):
            known(row, "wording", word, allowed, f"data/wording/{where}.csv")
        last = None if hole == "%" else last
    return last


def files(data: Path) -> Iterator[str]:
    """The files that rows of wordings stand in, as people know them."""
    yield from (shown(path) for path in sorted((data / "wording/indicators").glob("*.csv")))
