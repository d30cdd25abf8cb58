"""Whether a number is a growth or a level, and whether it is the level before.

The verb right before the number decides: 提高30% is a change, 提高到98% a level. Behind a comparison (同比, 较上年)
a few words may stand between verb and number. Wording: data/wording/changes.csv.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from faheng.data.wording.mentions import PlacedPhrase
from faheng.reading.mentions.lookups import Ahead, Behind

# How far before a number its verb is looked for, and how many characters may stand between the two.
REACH, GAP = 26, 8
# How far behind 降到 its number may begin: 降到今年的811件.
REACH_OF_LEVEL = 6
CLAUSE_END = re.compile(r"[,;。:!?、\n()]")
TO = ("至", "到", "为", "成")


@dataclass(frozen=True)
class Changes:
    """The phrases of changes.csv by what they do beside a number.

    moves: verbs of growth with up or down; short: verbs too short to stand elsewhere than right behind a comparison
    (较上年多受理12件); previous: what names the value before.
    """

    verbs: Behind[PlacedPhrase]
    fillers: Behind[PlacedPhrase]
    levels: Ahead[PlacedPhrase]
    comparisons: tuple[str, ...]
    moves: tuple[tuple[str, str], ...]
    level_words: tuple[str, ...]
    short: Mapping[str, str]
    previous: tuple[str, ...]

    @staticmethod
    def of(rows: Iterable[PlacedPhrase]) -> Changes:
        """The look-up of these rows."""
        rows = tuple(rows)

        def at(place: str, *meanings: str) -> list[PlacedPhrase]:
            return [row for row in rows if row.place == place and (not meanings or row.meaning in meanings)]

        levels = at("before", "level")
        return Changes(
            verbs=Behind(at("before", "up", "down", "level")),
            fillers=Behind(at("before", "filler")),
            levels=Ahead(row for row in levels if row.phrase.endswith(TO)),
            comparisons=tuple(row.phrase for row in at("clause")),
            moves=tuple((row.phrase, row.meaning) for row in at("before", "up", "down")),
            level_words=tuple(row.phrase for row in levels),
            short={row.phrase: row.meaning for row in at("compared")},
            previous=tuple(row.phrase for row in at("before", "previous")),
        )

    def before(self, text: str, place: int) -> str:
        """ "up", "down" or "" for the number whose expression begins at text[place]."""
        filler = self.fillers.before(text, place)
        verb = self.verbs.before(text, place) or (
            self.verbs.before(text, place - len(filler.phrase)) if filler else None
        )
        if verb:
            return "" if verb.meaning == "level" else verb.meaning
        return self._compared(_clause(text, place))

    def is_compared(self, text: str, place: int) -> bool:
        """Whether a comparison (同比) stands in the clause before text[place]."""
        clause = _clause(text, place)
        return ("比" in clause or "较" in clause) and any(word in clause for word in self.comparisons)

    def _compared(self, clause: str) -> str:
        """The change that a comparison earlier in the clause gives, its verb at most GAP characters before the end."""
        if "比" not in clause and "较" not in clause:
            return ""
        starts = [clause.rfind(word) for word in self.comparisons if word in clause]
        if not starts:
            return ""
        behind = clause[max(starts) :]
        if any(character.isdigit() for character in behind[-GAP:]) or any(word in behind for word in self.level_words):
            return ""
        verb = behind[max(len(word) for word in self.comparisons if behind.startswith(word)) :]
        if verb[:1] in self.short and len(verb) <= GAP:
            return self.short[verb[0]]
        found = [(behind.rfind(verb) + len(verb), meaning) for verb, meaning in self.moves if verb in behind]
        end, meaning = max(found, default=(0, ""))
        return meaning if found and len(behind) - end <= GAP else ""

    def is_previous(self, text: str, start: int, end: int) -> bool:
        """Whether the number is where something came from: 由47宗降至3宗, 47宗下降到3宗."""
        clause = _clause(text, start)[-GAP:]
        named = any(word in clause for word in self.previous)
        for place in range(end, end + (GAP if named else 1)):
            level = self.levels.at(text, place)
            if level:
                behind = place + len(level.phrase)
                reached = text[behind : behind + REACH_OF_LEVEL]
                return "半" in reached or any(character.isdigit() for character in reached)
            if CLAUSE_END.match(text, place):
                return False
        return False


def _clause(text: str, place: int) -> str:
    """What stands before text[place] in its clause, at most REACH characters."""
    window = text[max(0, place - REACH) : place]
    ends = [found.end() for found in CLAUSE_END.finditer(window)]
    return window[ends[-1] :] if ends else window
