"""The files of numbers and periods: units, bounds, growths, periods, and numbers that are said in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from faheng.data.declared import Names, Table
from faheng.data.table import Row
from faheng.model import Bound

UNIT_MEANINGS = (
    "percent", "points", "tenths", "multiple", "case", "thing", "body", "times", "money", "measure", "time", "score",
    "silent", "none",
)  # fmt: skip
NUMERALS = ("digits", "chinese", "any")
CHANGES = ("up", "down")
_LIMITS = ("at_least", "at_most", "about", "none")
# Which meanings a phrase can have at each place; "none" hides the shorter phrases that stand inside it.
BOUND_MEANINGS = {
    "before": _LIMITS,
    "inside": _LIMITS,
    "after": _LIMITS,
    "hundreds": _LIMITS,
    "ordinal": ("none",),
    "negation": ("zero",),
    "vague": ("vague", "none"),
}
CHANGE_MEANINGS = {
    "before": (*CHANGES, "level", "filler", "previous"),
    "clause": ("comparison",),
    "compared": CHANGES,
}
PERIOD_MEANINGS = {
    "whole": ("so_far", "whole_year", "this_year", "last_year", "vague", "year_end", "none"),
    "comparison": ("",),
    "compared_after": ("",),
    "deadline": ("none",),
    "until": ("as_of",),
    "since": ("since",),
    "end": ("end",),
    "years_before": ("last_n_years",),
    "years_after": ("last_n_years",),
    "year": ("this", "last"),
}
MONTHS = re.compile(r"([1-9]|1[0-2])-([1-9]|1[0-2])")
HIGHEST_PRIORITY = "1000"


@dataclass(frozen=True)
class PlacedPhrase:
    """A phrase and what it means at a place beside a number; of equally long ones the higher priority goes first."""

    phrase: str
    meaning: str
    place: str
    priority: int


@dataclass(frozen=True)
class UnitPhrase:
    """A unit word, what it counts, and the numerals that it follows."""

    phrase: str
    meaning: str
    numerals: str
    priority: int


@dataclass(frozen=True)
class Statement:
    """A number in words: 翻番 is a growth of 100 per cent, 零败诉 is no case.

    follow: one of these must stand behind it, perhaps after one of between; unless: none of these may.
    """

    phrase: str
    between: tuple[str, ...]
    follow: tuple[str, ...]
    unless: tuple[str, ...]
    value: Decimal
    unit: str
    bound: Bound
    change: str


def priority(row: Row) -> int:
    """The cell `priority`, a whole number."""
    number = row.number("priority", "0", HIGHEST_PRIORITY)
    if number != number.to_integral_value():
        row.fault("priority", f"{number} is not whole", "write a whole number")
    return int(number)


def placed(row: Row, meanings: Mapping[str, tuple[str, ...]]) -> PlacedPhrase:
    """A phrase whose place must be one of meanings, and whose meaning one that this place has."""
    place = row.choice("place", tuple(meanings))
    meaning = row.choice("meaning", meanings[place]) if place in meanings else row.text("meaning")
    return PlacedPhrase(row.needed("phrase"), meaning, place, priority(row))


def bound(row: Row, _names: Names) -> PlacedPhrase:
    """One line of bounds.csv."""
    return placed(row, BOUND_MEANINGS)


def change(row: Row, _names: Names) -> PlacedPhrase:
    """One line of changes.csv; a verb that counts only right behind a comparison is one character."""
    found = placed(row, CHANGE_MEANINGS)
    if found.place == "compared" and len(found.phrase) > 1:
        row.fault("phrase", f"has {len(found.phrase)} characters", "write one character, or the place before")
    return found


def period(row: Row, _names: Names) -> PlacedPhrase:
    """One line of periods.csv; the meaning of months is their first and last, such as 1-6."""
    if row.text("place") != "months":
        return placed(row, PERIOD_MEANINGS | {"months": ()})
    months_of(row, "meaning")
    return PlacedPhrase(row.needed("phrase"), row.text("meaning"), "months", priority(row))


def months_of(row: Row, column: str) -> None:
    """The cell must be a first and a last month."""
    found = MONTHS.fullmatch(row.text(column))
    if found is None or int(found[1]) > int(found[2]):
        row.fault(column, f"{row.text(column)!r} is not a first and a last month", "write months such as 1-6")


def unit(row: Row, _names: Names) -> UnitPhrase:
    """One line of units.csv."""
    meaning, numerals = row.choice("meaning", UNIT_MEANINGS), row.choice("numerals", NUMERALS)
    return UnitPhrase(row.needed("phrase"), meaning, numerals, priority(row))


def statement(row: Row, names: Names) -> Statement:
    """One line of statements.csv."""
    priority(row)
    if row.text("between") and not row.text("follow"):
        row.fault("between", "has nothing that follows", "fill in follow or leave it empty")
    return Statement(
        phrase=row.needed("phrase"),
        between=row.words("between", empty=True),
        follow=row.words("follow", empty=True),
        unless=row.words("unless", empty=True),
        value=row.number("value"),
        unit=row.known("unit", names.units, "data/wording/units.csv"),
        bound=row.word("bound", Bound),
        change=row.choice("change", (*CHANGES, "")),
    )


_PLACED = ("phrase", "meaning", "place", "priority", "note")
BOUNDS = Table("wording/bounds.csv", _PLACED, bound, once=("phrase", "place"))
CHANGE_PHRASES = Table("wording/changes.csv", _PLACED, change, once=("phrase", "place"))
PERIODS = Table("wording/periods.csv", _PLACED, period, once=("phrase", "place"))
UNITS = Table(
    "wording/units.csv", ("phrase", "meaning", "numerals", "priority", "note"), unit, once=("phrase", "numerals")
)
STATEMENTS = Table(
    "wording/statements.csv",
    ("phrase", "between", "follow", "unless", "value", "unit", "bound", "change", "priority", "note"),
    statement,
    once=("phrase",),
)
