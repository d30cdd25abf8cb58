"""The verdicts' names, which data/reference/verdicts.csv alone gives; their reasons are in verdicts.py."""

from __future__ import annotations

import csv
from functools import cache

from faheng.paths import REFERENCE
from faheng.words.catalogue import Words
from faheng.words.rows import Row, text_of, verdicts_of


@cache
def names() -> dict[str, tuple[str, str]]:
    """The name of each verdict in Chinese and in English, by its id, as data/reference/verdicts.csv has it."""
    with (REFERENCE / "verdicts.csv").open(encoding="utf-8", newline="") as source:
        return {row["id"]: (row["name_zh"], row["name_en"]) for row in csv.DictReader(source)}


def verdict_label(verdict: str, say: Words) -> str:
    """The verdict in one or two words, as a cell or a row label says it. KeyError for an unknown one."""
    return say.pick(*names()[verdict])


def row_label(row: Row, verdict: str, say: Words) -> str:
    """The verdict's name for this row: which kind of bound, and whether a figure that is not there waits."""
    if verdict in ("not_reported", "not_read") and text_of(row, "proposed_observation_id"):
        return say("Awaiting a decision")
    if verdict != "bounded":
        return verdict_label(verdict, say)
    return {"at_most": say("Upper bound"), "about": say("Round figure")}.get(
        text_of(row, "bound"), verdict_label(verdict, say)
    )


def verdict_labels(row: Row, say: Words, *, separator: str = " · ") -> str:
    """All that holds of the row except that it is comparable, strictest first: "由件数推算 · 口径不同"."""
    return separator.join(row_label(row, each, say) for each in verdicts_of(row) if each != "compared")


def strictest_label(row: Row, say: Words) -> str:
    """The first verdict of the row in words; a row without any has no report behind it."""
    verdicts = verdicts_of(row)
    return row_label(row, verdicts[0] if verdicts else "no_report", say)
