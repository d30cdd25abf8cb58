"""The note and the source line inside a figure, so that a picture taken away still says what it is."""

from __future__ import annotations

import pandas as pd

from faheng.charts.marks import drawable
from faheng.words.catalogue import Words
from faheng.words.rows import is_comparable, text_of, verdicts_of

MOST_SOURCES = 4
_OTHERWISE = frozenset({"implied", "other_definition", "other_period"})


def verdict_note(cells: pd.DataFrame, say: Words) -> str:
    """What a reader must know of the marks drawn: what is not compared, what the lines through marks are."""
    barred = sum(not is_comparable(row) for _, row in cells.iterrows())
    told = [
        say.count(
            "One value cannot be compared: shown, not ranked.",
            "{n} values cannot be compared: shown, not ranked.",
            barred,
        )
        if barred
        else "",
        say("Bars through marks are 95% intervals.") if cells["interval_low"].notna().any() else "",
    ]
    return say.pick("", " ").join(filter(None, told))


def trend_note(cells: pd.DataFrame, say: Words) -> str:
    """How many points of a trend are no plain yearly values of the indicator; the page gives the reasons below."""
    shown = drawable(cells)
    odd = sum(not _OTHERWISE.isdisjoint(verdicts_of(row)) for _, row in shown.iterrows())
    if not odd:
        return ""
    return say.count(
        "One point is implied, or differs in definition or period: see below.",
        "{n} points are implied, or differ in definition or period: see below.",
        odd,
    )


def source_note(cells: pd.DataFrame, say: Words) -> str:
    """The reports behind the marks, four by name at most."""
    held = cells[cells["report_title"].notna()].drop_duplicates("report_id")
    titles = [text_of(row, "report_title") for _, row in held.iterrows()]
    named = say("; ").join(titles[:MOST_SOURCES])
    if len(titles) <= MOST_SOURCES:
        return named
    return say("{reports}; and others, {n} reports in all", reports=named, n=len(titles))
