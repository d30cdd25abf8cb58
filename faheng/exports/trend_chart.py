"""One indicator over the years -> a native line chart: lines stop at missing years and at new definitions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from faheng.charts import marks
from faheng.charts.look import LIGHT, colours
from faheng.charts.scale import value_scale
from faheng.charts.series import Point, Series, breaks, series_of
from faheng.exports.native import Mark, NativeChart, NativeSeries
from faheng.exports.native_marks import axis_of, mark_of, number_format
from faheng.words.catalogue import Words
from faheng.words.rows import text_of
from faheng.words.values import PERCENT

MOST_LINES = 7
_MOST_LABELLED_YEARS = 15


@dataclass(frozen=True)
class _Pen:
    """How the lines of a chart are drawn: its years, the colours by code, and which years are labelled."""

    years: Sequence[int]
    tones: Mapping[str, str]
    every_label: bool
    say: Words

    def runs(self, series: Series) -> list[NativeSeries]:
        """The stretches of a line, the first of which the key names."""
        runs: list[list[Point]] = []
        for point, stops in zip(series.points, breaks(series.points), strict=True):
            if stops or not runs:
                runs.append([])
            runs[-1].append(point)
        return [self._run(series, run, first=i == 0) for i, run in enumerate(runs)]

    def _run(self, series: Series, run: Sequence[Point], *, first: bool) -> NativeSeries:
        colour, by_year = self.tones[series.code], {point.year: point for point in run}
        labelled = set(self.years) if self.every_label else {series.points[-1].year}
        found = tuple(self._mark(by_year.get(year), colour, labelled) for year in self.years)
        return NativeSeries(series.name, colour, found, joined=True, in_key=first)

    def _mark(self, point: Point | None, colour: str, labelled: set[int]) -> Mark | None:
        if point is None:
            return None
        hollow = point.odd or point.span is not None or marks.is_hollow(point.cell)
        return mark_of(point.cell, colour, self.say, hollow=hollow, shown=point.year in labelled)


def trend_chart(
    cells: pd.DataFrame,
    say: Words,
    ours: str,
    *,
    selected: Sequence[str] = (),
    peers: pd.DataFrame | None = None,
) -> NativeChart | None:
    """The chart of rows of shared__cells of one indicator, one a place and year; None where none has a value.

    A stretch of years that a line may join is a series of its own, so that no program can join what must not be.
    peers: rows of shared__peers, one a year.
    """
    every = series_of(cells)
    if not every:
        return None
    found = _chosen(every, {ours, *selected})
    points = [point.cell for each in found for point in each.points]
    years, codes = _years(found), [each.code for each in found]
    tones = colours(codes, ours, selected or codes, LIGHT)
    pen = _Pen(years, tones, len(found) == 1 and len(years) <= _MOST_LABELLED_YEARS, say)
    middle = _peers(peers, years, say)
    ends = [end for cell in points for end in marks.extent(cell)]
    ends += [mark.value for each in middle for mark in each.marks if mark is not None]
    low, high, step = axis_of(value_scale(ends, rate=text_of(points[0], "kind") == "rate"))
    return NativeChart(
        kind="line", categories=tuple(map(str, years)), low=low, high=high, step=step,
        series=(*(run for each in found for run in pen.runs(each)), *middle),
        percent=text_of(points[0], "unit") == PERCENT, format=number_format(points, say),
        told=_told(len(every), len(found), say),
    )  # fmt: skip


def _peers(peers: pd.DataFrame | None, years: Sequence[int], say: Words) -> list[NativeSeries]:
    """The median of the peers through the years; a year with too few of them is a gap."""
    if peers is None or peers.empty:
        return []
    medians = {int(row["year"]): row["median"] for _, row in peers.iterrows() if pd.notna(row["median"])}
    name = say("{peers}: median", peers=text_of(peers.iloc[0], "peers"))
    found = [Mark(float(medians[year]), name, LIGHT.muted, shown=False) if year in medians else None for year in years]
    return (
        [NativeSeries(name, LIGHT.muted, tuple(found), shape="none", joined=True, dash="sysDot")] if any(found) else []
    )


def _chosen(every: Sequence[Series], own: set[str]) -> list[Series]:
    """As many lines as can be told apart: ours and the chosen first."""
    first = sorted(every, key=lambda each: each.code not in own)
    return first[:MOST_LINES]


def _years(found: Sequence[Series]) -> list[int]:
    """Every year from the first to the last, those without a value too: a gap must be seen."""
    held = [point.year for each in found for point in each.points]
    return list(range(min(held), max(held) + 1))


def _told(every: int, drawn: int, say: Words) -> str:
    if every == drawn:
        return ""
    return say("{drawn} of {all} places are drawn; the table holds all.", drawn=drawn, all=every)
