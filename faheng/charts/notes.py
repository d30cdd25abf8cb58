"""The note and the source line inside a figure, so that a picture taken away still says what it is."""

from __future__ import annotations

import pandas as pd

from faheng.charts.marks import drawable
from faheng.words.catalogue import Words
from faheng.words.rows import is_comparable, text_of, verdicts_of
from faheng.words.verdicts import verdict_sentence

MOST_SOURCES, MOST_REASONS = 4, 3
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


def trend_reasons(cells: pd.DataFrame, say: Words) -> str:
    """What trend_note() counts, said of each point: for what stands alone, where nothing is below.

    Points with the same reason share a sentence; three reasons at most are said, and how many points are left out.
    """
    why: dict[str, list[str]] = {}
    odd = 0
    several = [cells[name].nunique() > 1 for name in ("locality", "indicator")]
    for _, row in drawable(cells).iterrows():
        verdict = next((each for each in verdicts_of(row) if each in _OTHERWISE), "")
        if not verdict:
            continue
        odd += 1
        names = [text_of(row, "locality") * several[0], text_of(row, "indicator") * several[1], str(int(row["year"]))]
        point = say.pick("", " ").join(filter(None, names))
        why.setdefault(verdict_sentence(row, say, verdict), []).append(point)
    told = [say("{points}: {reason}", points=say(", ").join(points), reason=reason) for reason, points in why.items()]
    left = odd - sum(len(points) for points in list(why.values())[:MOST_REASONS])
    more = say.count("One point more of that kind.", "{n} points more of that kind.", left) if left else ""
    return say.pick("", " ").join(filter(None, (*told[:MOST_REASONS], more)))


def source_note(cells: pd.DataFrame, say: Words) -> str:
    """The reports behind the marks, four by name at most."""
    held = cells[cells["report_title"].notna()].drop_duplicates("report_id")
    titles = [text_of(row, "report_title") for _, row in held.iterrows()]
    named = say("; ").join(titles[:MOST_SOURCES])
    if len(titles) <= MOST_SOURCES:
        return named
    return say("{reports}; and others, {n} reports in all", reports=named, n=len(titles))
