"""One indicator over the years -> a native line chart: lines stop at missing years and at new definitions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from faheng.charts import marks
from faheng.charts.look import LIGHT, colours
from faheng.charts.scale import value_scale
from faheng.charts.series import Point, Series, breaks, series_of
from faheng.native.chart import Mark, NativeChart, NativeSeries, Shape
from faheng.native.marks import axis_of, doubted, is_bounded, mark_of, number_format, shapes_key
from faheng.words.catalogue import Words
from faheng.words.rows import text_of
from faheng.words.values import PERCENT
from faheng.words.verdict_names import verdict_label

MOST_LINES = 7
_MOST_LABELLED_YEARS = 15


@dataclass(frozen=True)
class _Pen:
    """How the lines of a chart are drawn: its years, the colours by code, and which years are labelled."""

    years: Sequence[int]
    tones: Mapping[str, str]
    every_label: bool
    say: Words

    def lines(self, series: Series) -> list[NativeSeries]:
        """The stretches of a line, one of which the key names: full ones with marks, then dotted ones without.

        A line is dotted on both sides of an implied value, which is a stretch of its own with its own shape.
        """
        full: list[list[Point]] = []
        dotted: list[list[Point]] = []
        for i, (point, stops) in enumerate(zip(series.points, breaks(series.points), strict=True)):
            loose = i > 0 and (point.implied or series.points[i - 1].implied)
            if stops or loose or not full:
                full.append([])
            if loose and not stops:
                before = series.points[i - 1]
                if not dotted or dotted[-1][-1] is not before:
                    dotted.append([before])
                dotted[-1].append(point)
            full[-1].append(point)
        named = next((i for i, run in enumerate(full) if _shape(run) == "circle"), 0)
        return [
            *(self._run(series, run, named=i == named) for i, run in enumerate(full)),
            *(self._dotted(series, run) for run in dotted),
        ]

    def _run(self, series: Series, run: Sequence[Point], *, named: bool) -> NativeSeries:
        found = self._marks(series, run, {series.points[-1].year})
        return NativeSeries(
            series.name, self.tones[series.code], found, _shape(run), joined=True, in_key=named
        )  # fmt: skip

    def _dotted(self, series: Series, run: Sequence[Point]) -> NativeSeries:
        """The line alone: its marks stand in the other stretches."""
        found = tuple(mark and replace(mark, shown=False) for mark in self._marks(series, run, set()))
        name = self.say("{value} ({remark})", value=series.name, remark=verdict_label("implied", self.say))
        return NativeSeries(name, self.tones[series.code], found, "none", joined=True, dash="sysDot", in_key=False)

    def _marks(self, series: Series, run: Sequence[Point], shown: set[int]) -> tuple[Mark | None, ...]:
        colour, by_year = self.tones[series.code], {point.year: point for point in run}
        return tuple(
            self._mark(point, colour, shown=year in shown) if (point := by_year.get(year)) else None
            for year in self.years
        )

    def _mark(self, point: Point, colour: str, *, shown: bool) -> Mark:
        """What is no plain figure of its year says so, in a chart with few labels too."""
        cell, bounded = point.cell, is_bounded(point.cell)
        hollow = point.odd or bounded or point.span is not None or marks.is_hollow(cell)
        mark = mark_of(cell, colour, self.say, hollow=hollow)
        text = doubted(mark.text, cell, self.say)
        shown = shown or self.every_label or bounded or point.implied or text != mark.text
        return replace(mark, text=text, shown=shown)


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
        series=(*(line for each in found for line in pen.lines(each)), *middle),
        percent=text_of(points[0], "unit") == PERCENT, format=number_format(points, say),
        told=_told(len(every), len(found), say), key=_key(found, say),
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


def _shape(run: Sequence[Point]) -> Shape:
    """The shape of a stretch: all of its points are of one definition and one origin."""
    return "square" if run[0].odd else "diamond" if run[0].implied else "circle"


def _key(found: Sequence[Series], say: Words) -> tuple[str, ...]:
    """What each shape of the marks means, where there are several; as a page says it."""
    points = [point for each in found for point in each.points]
    told = shapes_key([point.cell for point in points], say)
    loose = any(point.span is not None or is_bounded(point.cell) for point in points)
    more = (
        say("○ only a bound, or not one year") if loose else "",
        say("□ other definition") if any(point.odd for point in points) else "",
    )
    return (*told, *filter(None, more))


def _told(every: int, drawn: int, say: Words) -> str:
    if every == drawn:
        return ""
    return say("{drawn} of {all} places are drawn; the table holds all.", drawn=drawn, all=every)
