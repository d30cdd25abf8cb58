"""Unit words behind a numeral, from data/wording/units.csv.

Meanings: percent, points, tenths, multiple, case, thing, body, times, money, measure, time, score; "silent" units
(号, 届, 岁) show that the numeral counts nothing, "none" marks longer words that a unit is only the beginning of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from faheng.data.wording.mentions import UnitPhrase
from faheng.reading.mentions.lookups import Ahead

# 辆(次), 件(份): the second unit in brackets belongs to the first.
BRACKETED = re.compile(r"\([件次份个户家人套名]\)")
SILENT = "silent"


@dataclass(frozen=True)
class PrintedUnit:
    """A unit as printed ("辆(次)"), its meaning, and where it ends; "" and "" where there is none."""

    word: str
    meaning: str
    end: int


@dataclass(frozen=True)
class Units:
    """The unit words by the numerals that they follow; fewer words count as units behind a Chinese numeral."""

    behind_digits: Ahead[UnitPhrase]
    behind_chinese: Ahead[UnitPhrase]
    meanings: Mapping[str, str]

    @staticmethod
    def of(rows: Iterable[UnitPhrase]) -> Units:
        """The look-up of these rows."""
        rows = tuple(rows)
        return Units(
            Ahead(row for row in rows if row.numerals != "chinese"),
            Ahead(row for row in rows if row.numerals != "digits"),
            {row.phrase: row.meaning for row in rows},
        )

    def at(self, text: str, place: int, chinese: bool = False) -> PrintedUnit:
        """The unit that begins at text[place], behind a Chinese numeral or digits."""
        found = (self.behind_chinese if chinese else self.behind_digits).at(text, place)
        if found is None or found.meaning == "none":
            return PrintedUnit("", "", place)
        end = place + len(found.phrase)
        if text[end : end + 1] == "(":
            bracket = BRACKETED.match(text, end)
            end = bracket.end() if bracket else end
        return PrintedUnit(text[place:end], found.meaning, end)

    def meaning(self, word: str) -> str:
        """What a unit word counts ("case", "body", "money"); "" for a word that is no unit."""
        return self.meanings.get(BRACKETED.sub("", word), "")

    @property
    def first_characters(self) -> str:
        """What a unit behind a Chinese numeral can begin with."""
        return "".join(sorted(self.behind_chinese.by_first))
