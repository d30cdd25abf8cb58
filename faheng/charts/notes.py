"""The note and the source line inside a figure, so that a picture taken away still says what it is."""

from __future__ import annotations

from collections.abc import Sequence

from faheng.charts.marks import drawable
from faheng.charts.series import series_of
from faheng.model import Cell, PlaceChange
from faheng.words.areas import change_texts
from faheng.words.catalogue import Words
from faheng.words.reports import report_name
from faheng.words.verdicts import verdict_sentence

MOST_SOURCES, MOST_REASONS = 4, 3
_OTHERWISE = frozenset({"implied", "other_definition", "other_period"})


def verdict_note(cells: Sequence[Cell], say: Words) -> str:
    """What a reader must know of the marks drawn: what is not compared, what the lines through marks are."""
    barred = sum(not cell.comparable for cell in cells)
    not_compared = say.count(
        "One value cannot be compared: shown, not ranked.", "{n} values cannot be compared: shown, not ranked.", barred
    )
    intervals = any(cell.interval_low is not None for cell in cells)
    sentences = (not_compared if barred else "", say("Bars through marks are 95% intervals.") if intervals else "")
    return say.pick("", " ").join(filter(None, sentences))


def trend_note(cells: Sequence[Cell], say: Words) -> str:
    """How many points of a trend are no plain yearly values of the indicator; the page gives the reasons below."""
    odd = sum(bool(_why_odd(cell)) for cell in drawable(cells))
    if not odd:
        return ""
    return say.count(
        "One point is implied, or differs in definition or period: see below.",
        "{n} points are implied, or differ in definition or period: see below.",
        odd,
    )


def change_note(cells: Sequence[Cell], changes: Sequence[PlaceChange], say: Words) -> str:
    """What happened to the places between the first and the last of their values, in a sentence a place."""
    by_indicator: dict[str, list[Cell]] = {}
    for cell in cells:
        by_indicator.setdefault(cell.indicator_id, []).append(cell)
    every = [series for own in by_indicator.values() for series in series_of(own, changes)]
    told: dict[str, dict[PlaceChange, None]] = {}
    for series in every:
        told.setdefault(series.name, {}).update(dict.fromkeys(series.changes))
    sentences = (
        say("{locality}: {remark}.", locality=name, remark=say("; ").join(change_texts(list(found), say)))
        for name, found in told.items()
        if found
    )
    return say.pick("", " ").join(sentences)


def trend_reasons(cells: Sequence[Cell], say: Words) -> str:
    """The reasons that trend_note() counts, said of each point: for a picture without the page below it.

    Points with the same reason share a sentence; three reasons at most are said, and how many points are left out.
    """
    points_of: dict[str, list[str]] = {}
    for cell in drawable(cells):
        verdict = _why_odd(cell)
        if verdict:
            points_of.setdefault(verdict_sentence(cell, say, verdict), []).append(_point_name(cell, cells, say))
    said = list(points_of.items())[:MOST_REASONS]
    sentences = [say("{points}: {reason}", points=say(", ").join(points), reason=reason) for reason, points in said]
    left = sum(len(points) for points in list(points_of.values())[MOST_REASONS:])
    more = say.count("One point more of that kind.", "{n} points more of that kind.", left) if left else ""
    return say.pick("", " ").join(filter(None, (*sentences, more)))


def source_note(cells: Sequence[Cell], say: Words) -> str:
    """The reports behind the marks, four by name at most."""
    titles = list({cell.report_id: report_name(cell, say) for cell in cells if cell.report_title}.values())
    named = say("; ").join(titles[:MOST_SOURCES])
    if len(titles) <= MOST_SOURCES:
        return named
    return say("{reports}; and others, {n} reports in all", reports=named, n=len(titles))


def _why_odd(cell: Cell) -> str:
    """The first verdict by which a point is no plain yearly value; "" where it is one."""
    return next((verdict for verdict in cell.verdicts if verdict in _OTHERWISE), "")


def _point_name(cell: Cell, cells: Sequence[Cell], say: Words) -> str:
    """The year of a point; with its place and its indicator where there are several of them."""
    place = cell.locality if len({each.locality for each in cells}) > 1 else ""
    indicator = cell.indicator if len({each.indicator for each in cells}) > 1 else ""
    return say.pick("", " ").join(filter(None, (place, indicator, str(cell.year))))
