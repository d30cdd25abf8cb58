"""indicators.csv: how reports word each indicator. The small language of `wording` is translated by the reading."""

from __future__ import annotations

from dataclasses import dataclass

from faheng.data.declared import Names, Table
from faheng.data.table import Row
from faheng.data.wording.figures import INDICATORS_FILE, SCOPES_FILE
from faheng.data.wording.mentions import priority
from faheng.errors import Problem

# It takes a number away from all others.
NO_INDICATOR = "none"
TOPICS_FILE = "data/wording/topics.csv"


@dataclass(frozen=True)
class IndicatorPhrase:
    """One way to word an indicator, as written, and where: a fault of its language can be named."""

    file: str
    line: int
    indicator_id: str
    wording: str
    scope: str
    topics: tuple[str, ...]
    barred: tuple[str, ...]
    unless: tuple[str, ...]
    priority: int

    def problem(self, fault: str, instead: str) -> Problem:
        """A fault of the wording."""
        return Problem(self.file, self.line, "wording", fault, instead)


def indicator(row: Row, names: Names) -> IndicatorPhrase:
    """One line of indicators.csv."""
    topics = row.words("topic", empty=True)
    for each in topics:
        if each.removeprefix("!") not in names.topics:
            row.fault("topic", f"unknown topic {each!r}", f"join topics of {TOPICS_FILE} by |")
    if 0 < sum(each.startswith("!") for each in topics) < len(topics):
        row.fault("topic", "names topics and forbids others", "write ! before each or before none")
    return IndicatorPhrase(
        row.file,
        row.line,
        row.known("indicator", names.indicators | {NO_INDICATOR}, INDICATORS_FILE),
        row.needed("wording"),
        row.known("scope", names.scopes | names.parts, SCOPES_FILE, empty=True),
        tuple(each for each in topics if not each.startswith("!")),
        tuple(each[1:] for each in topics if each.startswith("!")),
        row.words("unless", empty=True),
        priority(row),
    )


INDICATORS = Table(
    "wording/indicators.csv",
    ("indicator", "wording", "scope", "topic", "unless", "priority", "note"),
    indicator,
    once=("indicator", "wording", "scope", "topic", "unless"),
)
