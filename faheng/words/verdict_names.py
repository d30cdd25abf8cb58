"""The verdicts' names, which data/reference/verdicts.csv alone gives; their reasons are in verdicts.py."""

from __future__ import annotations

from functools import cache

from faheng.data.reference import read_verdicts
from faheng.paths import DATA
from faheng.words.catalogue import Words
from faheng.words.protocols import Judged


@cache
def names() -> dict[str, tuple[str, str]]:
    """The name of each verdict in Chinese and in English, by its id, as data/reference/verdicts.csv has it."""
    return {verdict.id: (verdict.name_zh, verdict.name_en) for verdict in read_verdicts(DATA)}


def verdict_label(verdict: str, say: Words) -> str:
    """The verdict in one or two words, as a cell or the label of a row says it. KeyError for an unknown one."""
    return say.pick(*names()[verdict])


def cell_label(cell: Judged, verdict: str, say: Words) -> str:
    """The verdict's name for this cell: which kind of bound, and whether a figure that is not there waits."""
    if verdict in ("not_reported", "not_read") and cell.proposed_observation_id:
        return say("Awaiting a decision")
    if verdict != "bounded":
        return verdict_label(verdict, say)
    return {"at_most": say("Upper bound"), "about": say("Round figure")}.get(
        cell.bound or "", verdict_label(verdict, say)
    )


def verdict_labels(cell: Judged, say: Words, *, separator: str = " · ") -> str:
    """All that holds of the cell except that it is comparable, strictest first: "由件数推算 · 口径不同"."""
    return separator.join(cell_label(cell, each, say) for each in cell.verdicts if each != "compared")


def strictest_label(cell: Judged, say: Words) -> str:
    """The first verdict of the cell in words; a cell without any has no report behind it."""
    verdicts = cell.verdicts
    return cell_label(cell, verdicts[0] if verdicts else "no_report", say)
