"""data/wording/indicators.csv -> patterns: how reports word an indicator.

The file's small language, which a domain expert can write without knowing regular expressions:
  {%}  a percentage      {件|宗}  a number with one of these units      {案}  the units of a group in unit_groups.csv
  {=零败诉|全部胜诉}  words that are the number themselves (the zeros of statements.csv)
  <受理>  any of the words of that name in word_groups.csv
  (a|b)  either          [a|b]  either or nothing
  ~  a short gap inside the clause      ~~  a longer gap that may cross commas and other numbers of the sentence
Everything else stands for itself. `topic`: what the text must be speaking of where the wording stands (topics.csv), of
several joined by | any, or with ! before each none of them; `unless`: none of these words may stand in or just before
the match. priority settles which of two wordings has a number; below 25 it is a last resort, which counts only where a
report has no other figure of the indicator. The indicator "none" takes a number away from all others.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from operator import add

from faheng.data.table import shown
from faheng.errors import WordingFault
from faheng.paths import WORDING

FILE = WORDING / "indicators.csv"
# A sentence is matched with each mention replaced by one of these, so that a pattern sees words and holes only.
PERCENT, COUNT, CHANGE, STATED, OTHER = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
HOLES = f"{PERCENT}-{OTHER}"
SHORT_GAP = rf"[^,;。:\n{HOLES}]{{0,14}}?"
LONG_GAP = r"[^。;\n]{0,90}?"
SIGNS = {"~~": LONG_GAP, "~": SHORT_GAP, "(": "(?:", ")": ")", "[": "(?:", "]": ")?", "|": "|"}
PIECE = re.compile(r"~~|~|\{[^{}]*\}|[()\[\]|]|[^~{}()\[\]|]+")
OPTIONAL = re.compile(r"\[[^\[\]]*\]")
STATEMENT = re.compile(r"\{=([^{}]*)\}")
GROUP = re.compile(r"(?P<opens>(?<=[(|\[]))?<(?P<name>[^<>]+)>(?P<closes>(?=[)|\]]))?")
NEEDED = re.compile(r"\([^()]*\)|[^~{}()|]+(?![^{}]*\})")
LAST_RESORT = 25
NO_INDICATOR = "none"


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
    priority: int
    crossing: bool

    @property
    def last_resort(self) -> bool:
        """Whether it counts only where nothing else in the report gives its indicator."""
        return self.priority < LAST_RESORT

    def suits(self, topic: str) -> bool:
        """Whether a text that speaks of this topic may be meant."""
        return topic not in self.barred and (not self.topics or topic in self.topics)


@cache
def wordings() -> tuple[Wording, ...]:
    """Every wording of the file, in its order. Raises WordingFault with file and line."""
    groups = unit_groups()
    with FILE.open(encoding="utf-8", newline="") as source:
        rows = csv.DictReader(source)
        return tuple(wording(row, rows.line_num, groups) for row in rows)


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
    """The wordings of which a key stands in the text, in the order of the file.

    Looking up each two characters of the text costs the same however many wordings there are.
    """
    index, known = by_beginning(), wordings()
    beginnings = {"", *text, *map(add, text, text[1:])} & index.keys()
    held = {place for each in beginnings for key, places in index[each] if key in text for place in places}
    return (known[place] for place in sorted(held))


@cache
def unit_groups() -> dict[str, frozenset[str]]:
    """The unit groups of unit_groups.csv by name."""
    with (WORDING / "unit_groups.csv").open(encoding="utf-8", newline="") as source:
        return {row["group"]: frozenset(row["units"].split("|")) for row in csv.DictReader(source)}


@cache
def word_groups() -> dict[str, str]:
    """The word groups of word_groups.csv by name, their words joined by |."""
    with (WORDING / "word_groups.csv").open(encoding="utf-8", newline="") as source:
        return {row["group"]: row["words"] for row in csv.DictReader(source)}


def expanded(text: str, line: int) -> str:
    """The wording with the words of its groups written out; as one of several choices a group needs no brackets."""

    def words(match: re.Match[str]) -> str:
        if match["name"] not in word_groups():
            fault = f"{shown(FILE)}:{line}: there is no group {match[0]}; write one of word_groups.csv"
            raise WordingFault(fault)
        choice = word_groups()[match["name"]]
        return choice if match["opens"] is not None and match["closes"] is not None else f"({choice})"

    return GROUP.sub(words, text)


def wording(row: dict[str, str], line: int, groups: dict[str, frozenset[str]]) -> Wording:
    """One line of the file."""
    text = expanded(row["wording"], line)
    holes, topics = re.findall(r"\{[^{}]*\}", text), row["topic"].split("|")
    try:
        pattern = re.compile(translated(text))
    except (re.error, ValueError) as error:
        raise WordingFault(f"{shown(FILE)}:{line}: {text!r} cannot be read ({error}); it needs a {{}}") from error
    if keys(text) == ("",):
        raise WordingFault(
            f"{shown(FILE)}:{line}: {text!r} holds no word that has to stand there; write one without []"
        )
    return Wording(
        indicator_id=row["indicator"],
        scope=row["scope"],
        pattern=pattern,
        units=None if holes[-1] == "{%}" else units_of(holes[-1], groups),
        keys=keys(text),
        topics=frozenset(each for each in topics if each and not each.startswith("!")),
        barred=frozenset(each[1:] for each in topics if each.startswith("!")),
        unless=any_of(row["unless"]),
        priority=int(row["priority"]),
        crossing="~~" in text,
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


def units_of(hole: str, groups: dict[str, frozenset[str]]) -> frozenset[str]:
    """The unit words of a hole: those of a group, or those written out; of a statement its words."""
    name = hole[1:-1].removeprefix("=")
    return groups.get(name, frozenset(name.split("|")))


def keys(text: str) -> tuple[str, ...]:
    """Words one of which every match holds: of the needed parts the one whose shortest choice is longest."""
    needed = OPTIONAL.sub("~", STATEMENT.sub(r"(\1)", text))
    parts = [part.strip("()").split("|") for part in NEEDED.findall(needed)]
    choices = [[max(choice.split("~"), key=len) for choice in part] for part in parts]
    return tuple(max(choices, key=lambda part: min(map(len, part)), default=[""]))


def any_of(words: str) -> re.Pattern[str] | None:
    """A pattern for any of the words joined by |; None for none."""
    return re.compile("|".join(map(re.escape, words.split("|")))) if words else None
