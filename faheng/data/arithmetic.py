"""data/reference/flows.csv, parts.csv and rate_bases.csv: which figures must fit which, and why they may not."""

from __future__ import annotations

from dataclasses import dataclass

from faheng.data.table import Row, only_first

HEADERS = {
    "flows": ("first", "then", "carried_over", "reason_zh", "reason_en"),
    "parts": ("indicator", "whole", "parts", "complete", "reason_zh", "reason_en"),
    "rate_bases": ("indicator", "base", "reason_zh", "reason_en"),
}
# Ends a part that not every report has: civil|criminal|administrative?
RARE = "?"
_INDICATORS, _SCOPES = "data/reference/indicators.csv", "data/reference/scopes.csv"


@dataclass(frozen=True)
class Flow:
    """What comes first can hardly be less than what comes of it; reason: an innocent explanation where it is.

    carried_over: whether what comes of it in a period may be of the period before.
    """

    first_id: str
    then_id: str
    carried_over: bool
    reason_zh: str
    reason_en: str


@dataclass(frozen=True)
class Parts:
    """Scopes of an indicator that exclude each other inside another scope ("" the whole); complete: nothing is left.

    rare: those of the parts that many reports have none of, so that the others may be held against the whole alone.
    """

    indicator_id: str
    whole: str
    parts: tuple[str, ...]
    rare: frozenset[str]
    complete: bool
    reason_zh: str
    reason_en: str


@dataclass(frozen=True)
class RateBase:
    """A count that a rate may be taken over beside its own denominator."""

    indicator_id: str
    base_id: str
    reason_zh: str
    reason_en: str


@dataclass(frozen=True)
class Arithmetic:
    """What the checks hold figures against."""

    flows: tuple[Flow, ...] = ()
    parts: tuple[Parts, ...] = ()
    rate_bases: tuple[RateBase, ...] = ()


def arithmetic(table: dict[str, list[Row]], ids: dict[str, set[str]]) -> Arithmetic:
    """The lines of the three files; a rule stands once."""
    for name, columns in (("flows", 2), ("parts", 3), ("rate_bases", 2)):
        only_first(((row, tuple(map(row.text, HEADERS[name][:columns]))) for row in table[name]), "rule")
    return Arithmetic(
        tuple(flow(row, ids) for row in table["flows"]),
        tuple(parts(row, ids) for row in table["parts"]),
        tuple(rate_base(row, ids) for row in table["rate_bases"]),
    )


def flow(row: Row, ids: dict[str, set[str]]) -> Flow:
    """One line of flows.csv."""
    first, then = (row.known(column, ids["indicators"], _INDICATORS) for column in ("first", "then"))
    carried_over = row.known("carried_over", ("yes", "no"), "yes, no") == "yes"
    return Flow(first, then, carried_over, row.needed("reason_zh"), row.needed("reason_en"))


def parts(row: Row, ids: dict[str, set[str]]) -> Parts:
    """One line of parts.csv."""
    written = row.needed("parts").split("|")
    named = tuple(each.removesuffix(RARE) for each in written)
    for scope in named:
        if scope not in ids["scopes"]:
            row.fault("parts", f"unknown scope {scope!r}", f"join ids of {_SCOPES} by |")
    return Parts(
        row.known("indicator", ids["indicators"], _INDICATORS),
        row.known("whole", ids["scopes"], _SCOPES, empty=True),
        named,
        frozenset(each.removesuffix(RARE) for each in written if each.endswith(RARE)),
        row.known("complete", ("yes", "no"), "yes, no") == "yes",
        row.needed("reason_zh"),
        row.needed("reason_en"),
    )


def rate_base(row: Row, ids: dict[str, set[str]]) -> RateBase:
    """One line of rate_bases.csv."""
    rate, base = (row.known(column, ids["indicators"], _INDICATORS) for column in ("indicator", "base"))
    return RateBase(rate, base, row.needed("reason_zh"), row.needed("reason_en"))
