"""indicators/*.csv: how reports word each indicator, in a file a theme; groups.csv and blockers.csv: what rows share.

The small language of `wording` is translated by the reading. Here its groups, blockers and units are looked up.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from faheng.data.declared import Names, Table
from faheng.data.table import Row, only_first
from faheng.data.wording.figures import INDICATORS_FILE, SCOPES_FILE, group
from faheng.errors import Problem

# It takes a number away from all others.
NO_INDICATOR = "none"
FOLDER = "wording/indicators"
HEADER = ("indicator", "wording", "scope", "topic", "unless", "tier", "example", "reads", "silent", "note")
TOPICS_FILE, UNITS_FILE = "data/wording/topics.csv", "data/wording/units.csv"
GROUPS_FILE, BLOCKERS_FILE = "data/wording/groups.csv", "data/wording/blockers.csv"
STATEMENTS_FILE = "data/wording/statements.csv"
GROUP, HOLE = re.compile(r"<([^<>]*)>"), re.compile(r"\{([^{}]*)\}")
# 件(次): the second unit in brackets belongs to the first.
SECOND_UNIT = re.compile(r"\([^()]*\)$")
SIGNS = re.compile(r"[<>{}()\[\]~]")
PERCENT, STATED = "%", "="


class GroupKind(StrEnum):
    """What the words of a group are. filler: words that may be missing; other: for rules beside the wordings."""

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
class WordGroup:
    """A name for words that several rows share."""

    name: str
    kind: GroupKind
    words: tuple[str, ...]


@dataclass(frozen=True)
class IndicatorPhrase:
    """One way to word an indicator, as written, and where: a fault of its language can be named.

    unless: names of blockers. reads: the value that the example gives; silent: a sentence in which a blocker keeps the
    row silent, "" where it has none.
    """

    file: str
    line: int
    indicator_id: str
    wording: str
    scope: str
    topics: tuple[str, ...]
    barred: tuple[str, ...]
    unless: tuple[str, ...]
    tier: Tier
    example: str
    reads: Decimal
    silent: str

    def problem(self, fault: str, instead: str) -> Problem:
        """A fault of the wording."""
        return Problem(self.file, self.line, "wording", fault, instead)


def word_group(row: Row, names: Names) -> WordGroup:
    """One line of groups.csv."""
    found = WordGroup(row.needed("group"), row.word("kind", GroupKind), row.words("words"))
    for unit in found.words if found.kind == GroupKind.UNIT else ():
        known(row, "words", ("unit", SECOND_UNIT.sub("", unit)), names.units, UNITS_FILE)
    if found.kind != GroupKind.UNIT and SIGNS.search("".join(found.words)):
        row.fault("words", "hold signs of the small language", "write plain words joined by |")
    return found


def indicator(row: Row, names: Names) -> IndicatorPhrase:
    """One line of a file of indicators/."""
    topics, blockers = row.words("topic", empty=True), row.words("unless", empty=True)
    for each in topics:
        known(row, "topic", ("topic", each.removeprefix("!")), names.topics, TOPICS_FILE)
    if 0 < sum(each.startswith("!") for each in topics) < len(topics):
        row.fault("topic", "names topics and forbids others", "write ! before each or before none")
    for each in filter(None, blockers):
        known(row, "unless", ("blocker", each), names.blockers, BLOCKERS_FILE)
    if blockers and not row.text("silent"):
        row.fault("silent", "is empty", "write a sentence in which a word of `unless` keeps the row silent")
    if row.text("silent") and not blockers:
        row.fault("silent", "has no blocker to show", "name one in `unless`, or leave it empty")
    look_up(row, names)
    return IndicatorPhrase(
        row.file,
        row.line,
        row.known("indicator", names.indicators | {NO_INDICATOR}, INDICATORS_FILE),
        row.needed("wording").replace("，", ","),
        row.known("scope", names.scopes | names.parts, SCOPES_FILE, empty=True),
        tuple(each for each in topics if not each.startswith("!")),
        tuple(each[1:] for each in topics if each.startswith("!")),
        blockers,
        row.word("tier", Tier),
        row.needed("example"),
        row.number("reads"),
        row.text("silent"),
    )


def look_up(row: Row, names: Names) -> None:
    """Check the groups, units and statements that a wording names."""
    for name in GROUP.findall(row.text("wording")):
        known(row, "wording", ("group", name), names.word_groups, GROUPS_FILE)
    for hole in HOLE.findall(row.text("wording")):
        if hole == PERCENT or hole in names.unit_groups:
            continue
        stated = hole.startswith(STATED)
        for word in hole.removeprefix(STATED).split("|"):
            if stated:
                known(row, "wording", ("statement", word), names.statements, STATEMENTS_FILE)
            else:
                known(row, "wording", ("unit", SECOND_UNIT.sub("", word)), names.units, UNITS_FILE)


def known(row: Row, column: str, name: tuple[str, str], names: Collection[str], file: str) -> None:
    """Check one of the several names of a cell. name: what it is of (a topic, a unit), and it itself."""
    what, value = name
    if value not in names:
        near = difflib.get_close_matches(value, sorted(names), n=1)
        instead = f"write {near[0]!r} or add it to {file}" if near else f"use one of {file}"
        row.fault(column, f"unknown {what} {value!r}", instead)


GROUPS = Table("wording/groups.csv", ("group", "kind", "words", "note"), word_group, once=("group",))
BLOCKERS = group("blockers", "blocker", "words")


def tables(data: Path) -> tuple[Table[IndicatorPhrase], ...]:
    """The files of the folder, in alphabetical order: whoever adds one declares nothing."""
    files = sorted((data / FOLDER).glob("*.csv"))
    return tuple(Table(f"{FOLDER}/{path.name}", HEADER, indicator) for path in files)


def read_indicators(data: Path, names: Names, problems: list[Problem]) -> tuple[IndicatorPhrase, ...]:
    """The rows of every file; one that says what another says is a fault."""
    found = tuple(each for table in tables(data) for each in table.read(data, names, problems))
    seen = (
        (
            Row(each.file, each.line, {}, problems),
            (each.indicator_id, each.wording, each.scope, each.topics, each.barred),
        )
        for each in found
    )
    only_first(seen, "wording")
    return found
