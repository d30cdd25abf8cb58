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
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import add

from faheng.data.wording.indicators import NO_INDICATOR, GroupKind, IndicatorPhrase, Tier
from faheng.data.wording.read import Wording
from faheng.errors import Problem

# A sentence is matched with each mention replaced by one of these, so that a pattern sees words and holes only.
PERCENT, COUNT, CHANGE, STATED, OTHER = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
HOLES = f"{PERCENT}-{OTHER}"
SHORT_GAP = rf"[^,;。:\n{HOLES}]{{0,14}}?"
LONG_GAP = r"[^。;\n]{0,90}?"
# Behind the name of a rate the others of its list: A率、B率、C率均达98%.
RATE_GAP = rf"(?:(?<=率)(?:[、和及与][^,;。:、\n{HOLES}]{{1,12}}率){{1,5}}[^,;。:\n{HOLES}]{{0,6}}?|{SHORT_GAP})"
SIGNS = {"~~": LONG_GAP, "~": SHORT_GAP, "(": "(?:", ")": ")", "[": "(?:", "]": ")?", "|": "|"}
PIECE = re.compile(r"~~|~|\{[^{}]*\}|[()\[\]|]|[^~{}()\[\]|]+")
GROUPED, NOT_PLAIN = re.compile(r"\([^()]*\)|\{[^{}]*\}"), frozenset("()[]|")
OPENING, CLOSING = ("(", "["), (")", "]")
OPTIONAL = re.compile(r"\[[^\[\]]*\]")
STATEMENT = re.compile(r"\{=([^{}]*)\}")
GROUP = re.compile(r"<([^<>]+)>")
HOLE = re.compile(r"\{[^{}]*\}")
NEEDED = re.compile(r"\([^()]*\)|[^~{}()|]+(?![^{}]*\})")
# From the least sure tier to the surest.
SUREST = (Tier.LAST_RESORT, Tier.LOOSE, Tier.USUAL, Tier.EXACT)


@dataclass(frozen=True)
class IndicatorWording:
    """One way to word an indicator; units is None for a percentage. keys: one of them stands in every match.

    needed: of each of these choices one word stands in every match. expression: the wording as a regular expression.
    blockers: words of which none may stand in a match or just before it.
    """

    indicator_id: str
    scope: str
    expression: str
    units: frozenset[str] | None
    keys: tuple[str, ...]
    needed: tuple[tuple[str, ...], ...]
    topics: frozenset[str]
    barred: frozenset[str]
    blockers: tuple[str, ...]
    tier: Tier
    crossing: bool
    rank: tuple[int, bool]
    row: IndicatorPhrase

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The wording as a pattern; made for the first text that has its words, for one text has those of few."""
        return re.compile(self.expression)

    def may_stand_in(self, text: str) -> bool:
        """Whether the text has all words that a match needs: told sooner than the pattern is made and tried."""
        return all(any(word in text for word in choices) for choices in self.needed)

    @property
    def last_resort(self) -> bool:
        """Whether it counts only where nothing else in the report gives its indicator."""
        return self.tier == Tier.LAST_RESORT

    def suits(self, topic: str) -> bool:
        """Whether a text that speaks of this topic may be meant."""
        return topic not in self.barred and (not self.topics or topic in self.topics)


@dataclass(frozen=True)
class Shared:
    """What rows name instead of writing it out: the groups of words, the units of a group, the words of a blocker."""

    words: Mapping[str, str]
    units: Mapping[str, frozenset[str]]
    blockers: Mapping[str, tuple[str, ...]]

    @staticmethod
    def of(files: Wording) -> Shared:
        """What the files hold."""
        counting = {each.name for each in files.groups if each.kind == GroupKind.UNIT}
        return Shared(
            {each.name: choice(each.kind, each.words) for each in files.groups if each.name not in counting},
            {each.name: frozenset(each.words) for each in files.groups if each.name in counting},
            {each.name: each.words for each in files.blockers},
        )


def choice(kind: GroupKind, words: tuple[str, ...]) -> str:
    """The words of a group in the small language; those of a filler may be missing."""
    return f"[{'|'.join(words)}]" if kind == GroupKind.FILLER else "|".join(words)


@dataclass(frozen=True, eq=False)
class Wordings:
    """Every wording, in the order of the files, and under two characters the keys that begin so.

    beginnings: each key with the places of its wordings in `known`.
    """

    known: tuple[IndicatorWording, ...]
    beginnings: Mapping[str, list[tuple[str, list[int]]]]

    @staticmethod
    def of(files: Wording, problems: list[Problem]) -> Wordings:
        """The wordings of the files; a row that cannot be a pattern is left out and added to problems."""
        shared = Shared.of(files)
        known = tuple(each for row in files.indicators if (each := wording(row, shared, problems)) is not None)
        places: dict[str, list[int]] = defaultdict(list)
        for place, each in enumerate(known):
            for key in each.keys:
                places[key].append(place)
        beginnings: dict[str, list[tuple[str, list[int]]]] = defaultdict(list)
        for key, held in places.items():
            beginnings[key[:2]].append((key, held))
        return Wordings(known, dict(beginnings))

    def of_text(self, text: str) -> Iterator[IndicatorWording]:
        """The wordings of which the words stand in the text, in the order of the files.

        Looking up each two characters of the text costs the same however many wordings there are.
        """
        index = self.beginnings
        begun = {"", *text, *map(add, text, text[1:])} & index.keys()
        held = {place for each in begun for key, places in index[each] if key in text for place in places}
        return (each for place in sorted(held) if (each := self.known[place]).may_stand_in(text))


def wording(row: IndicatorPhrase, shared: Shared, problems: list[Problem]) -> IndicatorWording | None:
    """One row as a pattern; None where it cannot be one, which is a problem."""
    text = row.wording
    try:
        text = expanded(text, shared.words)
        expression = translated(text)
        if not balanced(text):
            re.compile(expression)  # says which bracket it is
    except (re.error, ValueError) as error:
        instead = "close every bracket, and write the number as {%} or {件}"
        problems.append(row.problem(f"{text!r} cannot be read ({error})", instead))
        return None
    needed = choices_needed(text)
    found = keys(needed)
    if found == ("",):
        problems.append(row.problem(f"{text!r} holds no word that has to stand there", "write one without []"))
        return None
    return IndicatorWording(
        indicator_id=row.indicator_id,
        scope=row.scope,
        expression=expression,
        units=units_of(HOLE.findall(text)[-1][1:-1], shared.units),
        keys=found,
        needed=tuple(each for each in needed if each != found and all(each)) if is_plain(text) else (),
        topics=frozenset(row.topics),
        barred=frozenset(row.barred),
        blockers=tuple(word for name in row.unless for word in shared.blockers[name]),
        tier=row.tier,
        crossing="~~" in text,
        rank=(SUREST.index(row.tier), row.indicator_id == NO_INDICATOR),
        row=row,
    )


def balanced(text: str) -> bool:
    """Whether every bracket that opens is closed behind, which is all that can keep a wording from being a pattern."""
    depth = 0
    for piece in PIECE.findall(text):
        depth += (piece in OPENING) - (piece in CLOSING)
        if depth < 0:
            return False
    return depth == 0


def expanded(text: str, groups: Mapping[str, str]) -> str:
    """The wording with the words of its groups written out.

    Within brackets a choice that holds a group becomes one choice for each of its words: (<受理>案件|申请) as
    (受理案件|立案案件|申请), so that brackets never stand within brackets.
    """
    while match := GROUP.search(text):
        words = groups.get(match[1], match[1])
        before, behind = text[: match.start()], text[match.end() :]
        if before.count("(") == before.count(")") and before.count("[") == before.count("]"):
            text = before + (words if words.startswith("[") else f"({words})") + behind
            continue
        first = 1 + max(before.rfind(sign) for sign in "(|[")
        last = min(place for sign in ")|]" if (place := behind.find(sign)) >= 0)
        choices = (before[first:] + word + behind[:last] for word in words.strip("[]").split("|"))
        text = before[:first] + "|".join(choices) + behind[last:]
    return text


def units_of(hole: str, groups: Mapping[str, frozenset[str]]) -> frozenset[str] | None:
    """The unit words of a hole, or the words of a statement; None for a percentage."""
    return None if hole == "%" else groups.get(hole, frozenset(hole.removeprefix("=").split("|")))


def translated(text: str) -> str:
    """The small language as a regular expression; the last number, which the wording is about, is the group `hole`."""
    pieces = PIECE.findall(text)
    asked = max(n for n, piece in enumerate(pieces) if piece.startswith("{"))
    signs = [SIGNS.get(piece) or literal(piece, n == asked) for n, piece in enumerate(pieces)]
    if asked and pieces[asked - 1 : asked + 1] == ["~", "{%}"]:
        signs[asked - 1] = RATE_GAP
    return "".join(signs)


def literal(piece: str, asked: bool) -> str:
    """A hole or plain words as a regular expression."""
    if not piece.startswith("{"):
        return re.escape(piece)
    hole = PERCENT if piece == "{%}" else STATED if STATEMENT.fullmatch(piece) else COUNT
    return f"(?P<hole>{hole})" if asked else hole


def choices_needed(text: str) -> list[tuple[str, ...]]:
    """For each part that no match lacks the words of which one stands there, "" where a choice has none."""
    needed = OPTIONAL.sub("~", STATEMENT.sub(r"(\1)", text))
    parts = [part.strip("()").split("|") for part in NEEDED.findall(needed)]
    return [tuple(max(choice.split("~"), key=len) for choice in part) for part in parts]


def is_plain(text: str) -> bool:
    """Whether no bracket stands within one of its kind and no choice outside of any: then each part is needed."""
    return not NOT_PLAIN.intersection(GROUPED.sub("", OPTIONAL.sub("", text)))


def keys(needed: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Words one of which every match holds: of the needed parts the one whose shortest choice is longest."""
    return max(needed, key=lambda part: min(map(len, part)), default=("",))
