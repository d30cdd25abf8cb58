"""One indicator over the years -> a native line chart: lines stop at missing years and at new definitions.

Values over several years stand apart from the years.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from faheng.charts import marks
from faheng.charts.brush import Brush, brush_for
from faheng.charts.look import LIGHT
from faheng.charts.scale import value_scale
from faheng.charts.series import Point, Series, breaks, series_of
from faheng.charts.shown import Shown, Style
from faheng.model import Peers
from faheng.native.chart import NativeChart, NativeMark, NativeSeries, Shape
from faheng.native.marks import axis_of, doubted, is_bounded, mark_of, number_format, shapes_key
from faheng.native.time_axis import Place, TimeAxis, place_of, time_axis
from faheng.words.areas import change_label
from faheng.words.catalogue import Words
from faheng.words.values import PERCENT
from faheng.words.verdict_names import verdict_label

MOST_LINES = 7
_MOST_LABELLED_YEARS = 15


@dataclass(frozen=True)
class _Pen:
    """How the lines of a chart are drawn: its axis of time, its colours, and whether each value is labelled."""

    axis: TimeAxis
    brush: Brush
    every_label: bool

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
        held = self._marks(series, run, {place_of(series.points[-1])})
        return NativeSeries(series.name, self.brush.tones[series.code], held, _shape(run), joined=True, in_key=named)

    def _dotted(self, series: Series, run: Sequence[Point]) -> NativeSeries:
        """The line alone: its marks stand in the other stretches."""
        held = tuple(mark and replace(mark, shown=False) for mark in self._marks(series, run, set()))
        say, tone = self.brush.say, self.brush.tones[series.code]
        name = say("{value} ({remark})", value=series.name, remark=verdict_label("implied", say))
        return NativeSeries(name, tone, held, "none", joined=True, dash="sysDot", in_key=False)

    def _marks(self, series: Series, run: Sequence[Point], shown: set[Place]) -> tuple[NativeMark | None, ...]:
        colour, points = self.brush.tones[series.code], {place_of(point): point for point in run}
        said = self._changed(series)
        return tuple(
            self._said(self._mark(point, colour, shown=place in shown), said.get(point.year, ""))
            if (point := points.get(place))
            else None
            for place in self.axis.places
        )

    def _changed(self, series: Series) -> dict[int, str]:
        """What happened to the place's area before the first value of it that was known after."""
        firsts = (
            (next(point.year for point in series.points if point.year >= changes[0].year), changes)
            for changes in series.changes_by_year
        )
        return {year: change_label(changes, self.brush.say) for year, changes in firsts}

    def _said(self, mark: NativeMark, change: str) -> NativeMark:
        """The mark with what happened before it."""
        if not change:
            return mark
        return replace(mark, text=self.brush.say("{value} ({remark})", value=mark.text, remark=change), shown=True)

    def _mark(self, point: Point, colour: str, *, shown: bool) -> NativeMark:
        """What is no plain figure of its year says so, in a chart with few labels too."""
        cell, loose = point.cell, _is_loose(point)
        hollow = point.odd or loose or marks.is_hollow(cell)
        mark = mark_of(cell, colour, self.brush.say, hollow=hollow)
        text = doubted(mark.text, cell, self.brush.say)
        shown = shown or self.every_label or loose or point.implied or text != mark.text
        return replace(mark, text=text, shown=shown)


def trend_chart(shown: Shown, say: Words) -> NativeChart | None:
    """The chart of cells of one indicator, one a place and year; None where none has a value.

    A stretch of years that a line may join is a series of its own, so that no program can join what must not be.
    """
    every = series_of(shown.cells, shown.changes)
    if not every:
        return None
    drawn = _chosen(every, {shown.ours, *shown.selected})
    cells = [point.cell for each in drawn for point in each.points]
    codes = tuple(each.code for each in drawn)
    axis = time_axis([point for each in drawn for point in each.points])
    brush = brush_for(cells, shown.ours, shown.selected or codes, Style(LIGHT, say))
    pen = _Pen(axis, brush, len(drawn) == 1 and len(axis.places) <= _MOST_LABELLED_YEARS)
    middle = _peers(shown.peers, axis.places, say)
    ends = [end for cell in cells for end in marks.extent(cell)]
    ends += [mark.value for each in middle for mark in each.marks if mark is not None]
    low, high, step = axis_of(value_scale(ends, rate=shown.rate))
    return NativeChart(
        kind="line", categories=axis.names(say), low=low, high=high, step=step,
        series=(*(line for each in drawn for line in pen.lines(each)), *middle),
        percent=shown.unit.id == PERCENT, format=number_format(cells, say),
        left_out=_left_out(len(every), len(drawn), say), key=_key(drawn, say),
    )  # fmt: skip


def _peers(peers: Sequence[Peers], places: Sequence[Place], say: Words) -> list[NativeSeries]:
    """The median of the peers through the years; a year with too few of them is a gap."""
    medians: dict[Place, float] = {group.year: group.median for group in peers if group.median is not None}
    drawn = [place for place in places if place in medians]
    if not drawn:
        return []
    name = say("{peers}: median", peers=peers[0].peers)
    # a single one is no line, and a name without it would hang in the air
    last = drawn[-1] if len(drawn) > 1 else None
    held = (NativeMark(medians[at], name, LIGHT.muted, shown=at == last) if at in medians else None for at in places)
    return [NativeSeries(name, LIGHT.muted, tuple(held), shape="none", joined=True, dash="sysDot", in_key=False)]


def _chosen(every: Sequence[Series], own: set[str]) -> list[Series]:
    """As many lines as can be told apart: ours and the chosen first."""
    first = sorted(every, key=lambda each: each.code not in own)
    return first[:MOST_LINES]


def _is_loose(point: Point) -> bool:
    """Whether only a bound of the value is known, or its period is not one year."""
    return is_bounded(point.cell) or point.span is not None


def _shape(run: Sequence[Point]) -> Shape:
    """The shape of a stretch: all of its points are of one definition and one origin."""
    return "square" if run[0].odd else "diamond" if run[0].implied else "circle"


def _key(drawn: Sequence[Series], say: Words) -> tuple[str, ...]:
    """What each shape of the marks that are drawn means, as a page says it; nothing where all are full circles."""
    points = [point for each in drawn for point in each.points]
    shapes = [(_shape([point]), point) for point in points]
    circles = [point for shape, point in shapes if shape == "circle"]
    hollow = [point for point in circles if _is_loose(point) or marks.is_hollow(point.cell)]
    entries = [
        (any(marks.is_hollow(point.cell) for point in circles), say("○ derived from counts")),
        (any(shape == "diamond" for shape, _ in shapes), say("◇ implied by a growth")),
        (any(_is_loose(point) for point in hollow), say("○ only a bound, or not one year")),
        (any(shape == "square" for shape, _ in shapes), say("□ other definition")),
    ]
    return shapes_key(entries, say, full=len(hollow) < len(circles))


def _left_out(every: int, drawn: int, say: Words) -> str:
    if every == drawn:
        return ""
    return say("{drawn} of {all} places are drawn; the table holds all.", drawn=drawn, all=every)
