"""data/wording/indicators/ -> patterns: how reports word an indicator.

The small language of the files, which a domain expert can write without knowing regular expressions:
  {%}  a percentage      {件|宗}  a number with one of these units      {案}  the units of a group in groups.csv
  {=零败诉|全部胜诉}  words that are the number themselves (the zeros of statements.csv)
  <受理>  any of the words of that group in groups.csv
  (a|b)  either          [a|b]  either or nothing
  ~  a short gap inside the clause      ~~  a longer gap that may cross commas and other numbers of the sentence
Everything else stands for itself. `topic`: what the text must be speaking of where the wording stands (topics.csv), of
several joined by | any, or with ! before each none of them; `unless`: blockers (blockers.csv), none of whose words may
stand in or just before the match. tier settles which of two wordings has a number; a last resort counts only where a
report has no other figure of the indicator. The indicator "none" takes a number away from all others.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from operator import add
from pathlib import Path

from faheng.data.wordings import NO_INDICATOR, Kind, Tier, WordingRow, word_groups, wording_rows
from faheng.errors import DataProblems, Problem
from faheng.paths import DATA, WORDING

# A sentence is matched with each mention replaced by one of these, so that a pattern sees words and holes only.
PERCENT, COUNT, CHANGE, STATED, OTHER = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
HOLES = f"{PERCENT}-{OTHER}"
SHORT_GAP = rf"[^,;。:\n{HOLES}]{{0,14}}?"
LONG_GAP = r"[^。;\n]{0,90}?"
SIGNS = {"~~": LONG_GAP, "~": SHORT_GAP, "(": "(?:", ")": ")", "[": "(?:", "]": ")?", "|": "|"}
PIECE = re.compile(r"~~|~|\{[^{}]*\}|[()\[\]|]|[^~{}()\[\]|]+")
OPTIONAL = re.compile(r"\[[^\[\]]*\]")
STATEMENT = re.compile(r"\{=([^{}]*)\}")
NEEDED = re.compile(r"\([^()]*\)|[^~{}()|]+(?![^{}]*\})")
# From the least sure tier to the surest.
SUREST = (Tier.LAST_RESORT, Tier.LOOSE, Tier.USUAL, Tier.EXACT)


@dataclass(frozen=True)
class Wording:
    """One way to word an indicator; units is None for a percentage. keys: one of them stands in every match."""

    indicator_id: str
    scope: str
    pattern: re.Pattern[str]
    units: frozenset[str] | None
    keys: tuple[str, ...]
    topics: frozenset[str]
    barred: frozenset[str]
    unless: re.Pattern[str] | None
    tier: Tier
    crossing: bool
    rank: tuple[int, bool]
    row: WordingRow

    @property
    def last_resort(self) -> bool:
        """Whether it counts only where nothing else in the report gives its indicator."""
        return self.tier == Tier.LAST_RESORT

    def suits(self, topic: str) -> bool:
        """Whether a text that speaks of this topic may be meant."""
        return topic not in self.barred and (not self.topics or topic in self.topics)


@cache
def wordings() -> tuple[Wording, ...]:
    """Every wording, in the order of the files. Raises DataProblems that name each fault by file and line."""
    problems: list[Problem] = []
    found = read_wordings(DATA, problems)
    if problems:
        raise DataProblems(problems)
    return found


def read_wordings(data: Path, problems: list[Problem]) -> tuple[Wording, ...]:
    """The wordings under the folder `data`; every fault is added to problems, and a row that has one is left out."""
    rows = wording_rows(data, problems)
    return tuple(each for row in rows if (each := wording(row, problems)) is not None)


@cache
def by_beginning() -> dict[str, list[tuple[str, list[int]]]]:
    """The keys of all wordings under their first two characters, each with the places of its wordings."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(wordings()):
        for key in each.keys:
            places[key].append(place)
    found: dict[str, list[tuple[str, list[int]]]] = defaultdict(list)
    for key, held in places.items():
        found[key[:2]].append((key, held))
    return dict(found)


def wordings_for(text: str) -> Iterator[Wording]:
    """The wordings of which a key stands in the text, in the order of the files.

    Looking up each two characters of the text costs the same however many wordings there are.
    """
    index, known = by_beginning(), wordings()
    beginnings = {"", *text, *map(add, text, text[1:])} & index.keys()
    held = {place for each in beginnings for key, places in index[each] if key in text for place in places}
    return (known[place] for place in sorted(held))


@cache
def other_words() -> dict[str, str]:
    """The word groups that are no part of a wording, by name, their words joined by |."""
    problems: list[Problem] = []
    groups = word_groups(WORDING / "groups.csv", problems)
    if problems:
        raise DataProblems(problems)
    return {name: words for name, (kind, words) in groups.items() if kind == Kind.OTHER}


def wording(row: WordingRow, problems: list[Problem]) -> Wording | None:
    """One row as a pattern; None where it cannot be one, which is a problem."""
    fault, instead = "", ""
    try:
        pattern = re.compile(translated(row.wording))
    except (re.error, ValueError) as error:
        fault, instead = f"{row.wording!r} cannot be read ({error})", "close every bracket and write a number as {}"
    else:
        if keys(row.wording) == ("",):
            fault, instead = f"{row.wording!r} holds no word that has to stand there", "write one without []"
    if fault:
        problems.append(Problem(row.file, row.line, "wording", fault, instead))
        return None
    return Wording(
        indicator_id=row.indicator_id,
        scope=row.scope,
        pattern=pattern,
        units=row.units,
        keys=keys(row.wording),
        topics=row.topics,
        barred=row.barred,
        unless=re.compile("|".join(map(re.escape, row.unless))) if row.unless else None,
        tier=row.tier,
        crossing="~~" in row.wording,
        rank=(SUREST.index(row.tier), row.indicator_id == NO_INDICATOR),
        row=row,
    )


def translated(text: str) -> str:
    """The small language as a regular expression; the last number, which the wording is about, is the group `hole`."""
    pieces = PIECE.findall(text)
    asked = max(n for n, piece in enumerate(pieces) if piece.startswith("{"))
    return "".join(SIGNS.get(piece) or literal(piece, n == asked) for n, piece in enumerate(pieces))


def literal(piece: str, asked: bool) -> str:
    """A hole or plain words as a regular expression."""
    if not piece.startswith("{"):
        return re.escape(piece)
    hole = PERCENT if piece == "{%}" else STATED if STATEMENT.fullmatch(piece) else COUNT
    return f"(?P<hole>{hole})" if asked else hole


def keys(text: str) -> tuple[str, ...]:
    """Words one of which every match holds: of the needed parts the one whose shortest choice is longest."""
    needed = OPTIONAL.sub("~", STATEMENT.sub(r"(\1)", text))
    parts = [part.strip("()").split("|") for part in NEEDED.findall(needed)]
    choices = [[max(choice.split("~"), key=len) for choice in part] for part in parts]
    return tuple(max(choices, key=lambda part: min(map(len, part)), default=[""]))
