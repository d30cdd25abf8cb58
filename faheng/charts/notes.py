"""The note and the source line inside a figure, so that a picture taken away still says what it is."""

from __future__ import annotations

import pandas as pd

from faheng.words.catalogue import Words
from faheng.words.rows import is_comparable, text_of

MOST_SOURCES = 4


def verdict_note(cells: pd.DataFrame, say: Words) -> str:
    """What a reader must know of the marks drawn: what is not compared, what the lines through marks are."""
    barred = sum(not is_comparable(row) for _, row in cells.iterrows())
    told = [
        say.count(
            "One value differs in definition or period: shown, not ranked.",
            "{n} values differ in definition or period: shown, not ranked.",
            barred,
        )
        if barred
        else "",
        say("Bars through marks are 95% intervals.") if cells["interval_low"].notna().any() else "",
    ]
    return say.pick("", " ").join(filter(None, told))


def source_note(cells: pd.DataFrame, say: Words) -> str:
    """The reports behind the marks, four by name at most."""
    held = cells[cells["report_title"].notna()].drop_duplicates("report_id")
    titles = [text_of(row, "report_title") for _, row in held.iterrows()]
    named = say("; ").join(titles[:MOST_SOURCES])
    if len(titles) <= MOST_SOURCES:
        return named
    return say("{reports}; and others, {n} reports in all", reports=named, n=len(titles))
