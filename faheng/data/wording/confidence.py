"""confidence.csv, confidence_limits.csv: what each sign takes off a reading's confidence, and what is done with it.

The weights are log-odds fitted on readings that persons judged (tests/calibration); the base is that of a reading
without any sign. What is added up goes through the logistic function (Cox, 1958).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from faheng.data.declared import Names, Table
from faheng.data.table import Row
from faheng.errors import Problem

FILE, LIMITS_FILE = "wording/confidence.csv", "wording/confidence_limits.csv"


class Sign(StrEnum):
    """What speaks against a number being a figure of the indicator; BASE is what is left where nothing does."""

    BASE = "base"
    ALONE = "alone"
    OTHER_VALUE = "other_value"
    CARRIED_SUBJECT = "carried_subject"
    NARROWED = "narrowed"
    NARROWED_FAR = "narrowed_far"
    NOUN_BEHIND = "noun_behind"
    AND_OTHERS = "and_others"
    SHORT_NAME = "short_name"
    LAST_RESORT = "last_resort"
    LISTED = "listed"
    TABLE = "table"
    DAMAGED = "damaged"
    PICTURED = "pictured"


@dataclass(frozen=True)
class SignPhrase:
    """A sign with its weight in log-odds, and what a reader is told where it counts most."""

    sign: Sign
    weight: float
    reason_zh: str
    reason_en: str


def sign_phrase(row: Row, _names: Names) -> SignPhrase:
    """One line of confidence.csv."""
    low, high = ("0", "10") if row.text("sign") == Sign.BASE else ("-10", "0")
    return SignPhrase(
        row.word("sign", Sign), float(row.number("weight", low, high)), row.needed("reason_zh"), row.needed("reason_en")
    )


CONFIDENCE = Table(FILE, ("sign", "weight", "reason_zh", "reason_en", "note"), sign_phrase, once=("sign",))


def read_confidence(data: Path, names: Names, problems: list[Problem]) -> tuple[SignPhrase, ...]:
    """The rows of the file; a sign without a row is added to problems, for its readings would count as sure."""
    faults = len(problems)
    found = CONFIDENCE.read(data, names, problems)
    if len(problems) == faults:
        problems.extend(unsaid(FILE, "sign", Sign, {each.sign for each in found}))
    return found


def unsaid(file: str, column: str, every: Iterable[str], said: Set[str]) -> Iterator[Problem]:
    """One fault for those of a column's words that no row of the file has; none where all are there."""
    missing = [word for word in every if word not in said]
    if missing:
        yield Problem(f"data/{file}", 1, column, f"a {column} has no row", f"add a row for {', '.join(missing)}")


class ReadingLimit(StrEnum):
    """What a confidence is held against."""

    PROPOSED_FROM = "proposed_from"


@dataclass(frozen=True)
class ConfidenceLimit:
    """A limit: the share of right readings from which something is done with one."""

    limit: ReadingLimit
    share: Decimal


def confidence_limit(row: Row, _names: Names) -> ConfidenceLimit:
    """One line of confidence_limits.csv; its reason is for who reads the file."""
    row.needed("reason_zh"), row.needed("reason_en")
    return ConfidenceLimit(row.word("limit", ReadingLimit), row.number("share", "0", "1"))


LIMITS = Table(LIMITS_FILE, ("limit", "share", "reason_zh", "reason_en", "note"), confidence_limit, once=("limit",))


def read_limits(data: Path, names: Names, problems: list[Problem]) -> tuple[ConfidenceLimit, ...]:
    """The rows of the file; a limit without a row is added to problems, for nothing would be held against it."""
    faults = len(problems)
    found = LIMITS.read(data, names, problems)
    if len(problems) == faults:
        problems.extend(unsaid(LIMITS_FILE, "limit", ReadingLimit, {each.limit for each in found}))
    return found
