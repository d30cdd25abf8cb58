"""Unit words behind a numeral, from data/wording/units.csv.

Meanings: percent, points, tenths, multiple, case, thing, body, times, money, measure, time, score; "silent" units
(号, 届, 岁) show that the numeral counts nothing, "none" marks longer words that a unit is only the beginning of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from faheng.reading.mentions.lookups import Ahead, phrases, table

HEADER = ("phrase", "meaning", "numerals", "priority", "note")
ROWS = table("units.csv", HEADER)
BEHIND_DIGITS = Ahead(phrases(row for row in ROWS if row["numerals"] != "chinese"))
BEHIND_CHINESE = Ahead(phrases(row for row in ROWS if row["numerals"] != "digits"))
# 辆(次), 件(份): the second unit in brackets belongs to the first.
BRACKETED = re.compile(r"\([件次份个户家人套名]\)")
SILENT = "silent"
MEANINGS = {row["phrase"]: row["meaning"] for row in ROWS}


@dataclass(frozen=True)
class Unit:
    """A unit as printed ("辆(次)"), its meaning, and where it ends; "" and "" where there is none."""

    word: str
    meaning: str
    end: int


def unit_at(text: str, place: int, chinese: bool = False) -> Unit:
    """The unit that begins at text[place]; fewer words count as units behind a Chinese numeral."""
    found = (BEHIND_CHINESE if chinese else BEHIND_DIGITS).at(text, place)
    if found is None or found.meaning == "none":
        return Unit("", "", place)
    end = place + len(found.phrase)
    if text[end : end + 1] == "(":
        bracket = BRACKETED.match(text, end)
        end = bracket.end() if bracket else end
    return Unit(text[place:end], found.meaning, end)


def unit_meaning(word: str) -> str:
    """What a unit word counts ("case", "body", "money"); "" for a word that is no unit."""
    return MEANINGS.get(BRACKETED.sub("", word), "")


def first_characters() -> str:
    """What a unit behind a Chinese numeral can begin with."""
    return "".join(sorted(BEHIND_CHINESE.by_first))
