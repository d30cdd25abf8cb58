"""One indicator over the years -> a native line chart: lines stop at missing years and at new definitions."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from faheng.charts import marks
from faheng.charts.look import LIGHT, colours
from faheng.charts.references import references
from faheng.charts.scale import value_scale
from faheng.charts.series import Point, Series, breaks, series_of
from faheng.exports.native import Mark, NativeChart, NativeSeries
from faheng.exports.native_marks import axis_of, levels, mark_of, number_format
from faheng.words.catalogue import Words
from faheng.words.rows import text_of
from faheng.words.values import PERCENT, units

MOST_LINES = 7
_MOST_LABELLED_YEARS = 15


def trend_chart(
    cells: pd.DataFrame,
    say: Words,
    ours: str,
    selected: Sequence[str] = (),
    benchmarks: pd.DataFrame | None = None,
) -> NativeChart | None:
    """The chart of rows of shared__cells of one indicator, one a place and year; None where none has a value.

    A stretch of years that a line may join is a series of its own, so that no program can join what must not be.
    """
    every = series_of(cells)
    if not every:
        return None
    found = _chosen(every, {ours, *selected})
    first = found[0].points[0].cell
    unit = units()[text_of(first, "unit")]
    lines = references(benchmarks, unit, say)
    years = _years(found)
    tones = colours([each.code for each in found], ours, selected or [each.code for each in found], LIGHT)
    points = [point.cell for each in found for point in each.points]
    ends = [end for cell in points for end in marks.extent(cell)] + [line.value for line in lines]
    drawn = [
        run
        for each in found
        for run in _runs(each, years, tones[each.code], say, every_label=len(found) == 1)
    ] + levels(lines, len(years))
    return NativeChart(
        "line", tuple(map(str, years)), tuple(drawn), unit.id == PERCENT,
        *axis_of(value_scale(ends, rate=text_of(first, "kind") == "rate")), number_format(points, say),
        _told(len(every), len(found), say),
    )  # fmt: skip


def _chosen(every: Sequence[Series], own: set[str]) -> list[Series]:
    """As many lines as can be told apart: ours and the chosen first."""
    first = sorted(every, key=lambda each: each.code not in own)
    return first[:MOST_LINES]


def _years(found: Sequence[Series]) -> list[int]:
    """Every year from the first to the last, those without a value too: a gap must be seen."""
    held = [point.year for each in found for point in each.points]
    return list(range(min(held), max(held) + 1))


def _runs(series: Series, years: Sequence[int], colour: str, say: Words, *, every_label: bool) -> list[NativeSeries]:
    """The stretches of a line, the first of which the key names."""
    runs: list[list[Point]] = []
    for point, stops in zip(series.points, breaks(series.points), strict=True):
        if stops or not runs:
            runs.append([])
        runs[-1].append(point)
    labelled = set(years) if every_label and len(years) <= _MOST_LABELLED_YEARS else {series.points[-1].year}
    return [_run(series, run, years, colour, labelled, say, first=i == 0) for i, run in enumerate(runs)]


def _run(
    series: Series, run: Sequence[Point], years: Sequence[int], colour: str, labelled: set[int], say: Words,
    *, first: bool,
) -> NativeSeries:  # fmt: skip
    by_year = {point.year: point for point in run}
    found = tuple(_mark(by_year.get(year), colour, labelled, say) for year in years)
    return NativeSeries(series.name, colour, found, joined=True, in_key=first)


def _mark(point: Point | None, colour: str, labelled: set[int], say: Words) -> Mark | None:
    if point is None:
        return None
    hollow = point.odd or point.span is not None or marks.is_hollow(point.cell)
    return mark_of(point.cell, colour, say, hollow=hollow, shown=point.year in labelled)


def _told(every: int, drawn: int, say: Words) -> str:
    if every == drawn:
        return ""
    return say("{drawn} of {all} places are drawn; the table holds all.", drawn=drawn, all=every)
