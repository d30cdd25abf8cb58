"""A native chart as plain shapes, for a small picture of it where no office program draws it.

Nothing is measured twice: the numbers, texts and colours are those of the chart; only the room that axes and names take
is estimated, as each office program has an opinion of its own there. Lengths are points, from the upper left corner.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import cos, sin, tau

from faheng.charts.look import LIGHT
from faheng.charts.measure import broken, shortened, text_px
from faheng.native.chart import NativeChart, NativeMark, NativeSeries
from faheng.native.elements import tint
from faheng.native.marks import formatted

__all__ = ["ChartBar", "ChartDot", "ChartLine", "ChartShapes", "ChartText", "chart_shapes"]

_DASHES = {"": "", "dash": "6 4", "sysDash": "4 3", "sysDot": "1.5 3", "dashDot": "6 3 1.5 3"}
_LEADING = 1.25
_RADIUS = 4.5
# The most of its width that the names beside bars may take, and the share of a row that a bar fills.
_BESIDE, _THICK = 0.4, 0.64
_GAP = 6.0


@dataclass(frozen=True)
class ChartLine:
    """A line through points. dash: how it is broken, as SVG says it, "" for a full line."""

    points: tuple[tuple[float, float], ...]
    colour: str
    width: float
    dash: str = ""


@dataclass(frozen=True)
class ChartBar:
    """A bar: a rectangle with its outline."""

    left: float
    top: float
    width: float
    height: float
    fill: str
    colour: str


@dataclass(frozen=True)
class ChartDot:
    """A mark. shape: circle, square or diamond."""

    x: float
    y: float
    shape: str
    fill: str
    colour: str

    @property
    def corners(self) -> tuple[tuple[float, float], ...]:
        """The mark as a polygon: at this size a circle has sixteen sides."""
        count, turn = {"square": (4, 0.5), "diamond": (4, 0.0)}.get(self.shape, (16, 0.0))
        angles = (tau * (i + turn) / count for i in range(count))
        return tuple((self.x + _RADIUS * cos(angle), self.y + _RADIUS * sin(angle)) for angle in angles)


@dataclass(frozen=True)
class ChartText:
    """A line of text. y: its baseline; anchor: start, middle or end."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    anchor: str = "middle"
    bold: bool = False


@dataclass(frozen=True)
class ChartShapes:
    """All shapes of a chart, in the order in which they are drawn; its width and height; what it says in words."""

    width: float
    height: float
    alt: str
    lines: tuple[ChartLine, ...] = ()
    strips: tuple[ChartBar, ...] = ()
    dots: tuple[ChartDot, ...] = ()
    texts: tuple[ChartText, ...] = ()


@dataclass(frozen=True)
class _Plotted:
    """Where the values of a chart are drawn, and how large its letters are."""

    chart: NativeChart
    left: float
    top: float
    right: float
    bottom: float
    size: float

    @property
    def lying(self) -> bool:
        """Whether the values run from left to right."""
        return self.chart.kind == "bar"

    @property
    def step(self) -> float:
        """From one category to the next."""
        length = self.bottom - self.top if self.lying else self.right - self.left
        return length / max(len(self.chart.categories), 1)

    def at(self, i: int) -> float:
        """The middle of a category."""
        return (self.top if self.lying else self.left) + self.step * (i + 0.5)

    def along(self, value: float) -> float:
        """Where a value lies on its axis."""
        low, high = self.chart.low, self.chart.high
        share = (min(max(value, low), high) - low) / ((high - low) or 1)
        return self.left + share * (self.right - self.left) if self.lying else self.bottom - share * self._height

    @property
    def _height(self) -> float:
        return self.bottom - self.top


def chart_shapes(chart: NativeChart, width: float, height: float, size: float) -> ChartShapes:
    """The chart in a room of this width and height, its letters of this size, all in points."""
    key = [each for each in chart.series if each.in_key]
    named = len(key) > 1
    plot = _plot(chart, width, height, size, below_key=named)
    texts = [*(_key(key, plot) if named else ()), *_axis_texts(plot), *_names(plot)]
    lines, strips, dots = [*_grid(plot)], [], []
    for series in chart.series:
        lines += _drawn_line(series, plot)
        for i, mark in enumerate(series.marks):
            if mark is None:
                continue
            lines += _whisker(mark, i, plot)
            if plot.lying:
                strips.append(_strip(mark, i, plot))
            elif series.shape != "none":
                fill = tint(mark.colour) if mark.hollow else mark.colour
                dots.append(ChartDot(plot.at(i), plot.along(mark.value), series.shape, fill, mark.colour))
            texts += _label(series, i, mark, plot)
    return ChartShapes(width, height, chart.alt, tuple(lines), tuple(strips), tuple(dots), tuple(texts))


def _plot(chart: NativeChart, width: float, height: float, size: float, *, below_key: bool) -> _Plotted:
    line = size * _LEADING
    top = line + _GAP if below_key else size
    if chart.kind == "bar":
        names = max((text_px(name, size) for name in chart.categories), default=0)
        beside = max((text_px(mark.text, size) for mark in _marks(chart)), default=0)
        left = min(names, width * _BESIDE) + _GAP
        return _Plotted(chart, left, top, max(width - beside - _GAP, left + 1), height - line - _GAP, size)
    left = max(text_px(text, size) for text in _ticks(chart).values()) + _GAP
    room = (width - left) / max(len(chart.categories), 1)
    deep = max((len(_parts(name, room, size)) for name in chart.categories), default=1)
    return _Plotted(chart, left, top + line, width - _GAP, height - deep * line - _GAP, size)


def _marks(chart: NativeChart) -> Iterator[NativeMark]:
    return (mark for series in chart.series for mark in series.marks if mark is not None)


def _ticks(chart: NativeChart) -> dict[float, str]:
    """The values that the axis names, with their words."""
    form = "0%" if chart.percent else "#,##0" if chart.step >= 1 else chart.format
    steps = max(round((chart.high - chart.low) / chart.step), 1) if chart.step else 1
    values = (chart.low + chart.step * i for i in range(steps + 1))
    return {value: formatted(chart.stored(value), form) for value in values}


def _grid(plot: _Plotted) -> Iterator[ChartLine]:
    for value in _ticks(plot.chart):
        at = plot.along(value)
        ends = ((at, plot.top), (at, plot.bottom)) if plot.lying else ((plot.left, at), (plot.right, at))
        yield ChartLine(ends, LIGHT.line, 0.75)
    base = ((plot.left, plot.top), (plot.left, plot.bottom)) if plot.lying else (
        (plot.left, plot.bottom), (plot.right, plot.bottom))  # fmt: skip
    yield ChartLine(base, LIGHT.peer, 1)


def _axis_texts(plot: _Plotted) -> Iterator[ChartText]:
    size = plot.size * 0.92
    for value, text in _ticks(plot.chart).items():
        at = plot.along(value)
        if plot.lying:
            yield ChartText(at, plot.bottom + plot.size * _LEADING, text, size, LIGHT.muted)
        else:
            yield ChartText(plot.left - _GAP, at + size * 0.35, text, size, LIGHT.muted, "end")


def _names(plot: _Plotted) -> Iterator[ChartText]:
    for i, name in enumerate(plot.chart.categories):
        if plot.lying:
            text = shortened(name, plot.left - _GAP, plot.size)
            yield ChartText(plot.left - _GAP, plot.at(i) + plot.size * 0.35, text, plot.size, LIGHT.ink, "end")
            continue
        for j, part in enumerate(_parts(name, plot.step, plot.size)):
            below = plot.bottom + plot.size * _LEADING * (j + 1)
            yield ChartText(plot.at(i), below, part, plot.size, LIGHT.ink)


def _parts(name: str, room: float, size: float) -> list[str]:
    """The lines of a name under its category."""
    return [part for line in name.split("\n") for part in broken(line, room * 0.95, size)]


def _key(named: Sequence[NativeSeries], plot: _Plotted) -> Iterator[ChartText]:
    """The names of the series, each in its colour."""
    x = plot.left
    for series in named:
        text = f"● {series.name}"
        yield ChartText(x, plot.size, text, plot.size, series.colour, "start")
        x += text_px(text, plot.size) + plot.size


def _drawn_line(series: NativeSeries, plot: _Plotted) -> Iterator[ChartLine]:
    """The stretches of a line: a missing year is a gap."""
    if not series.lined:
        return
    held = [None if mark is None else (plot.at(i), plot.along(mark.value)) for i, mark in enumerate(series.marks)]
    for there, stretch in groupby(held, key=lambda point: point is not None):
        points = tuple(point for point in stretch if point is not None)
        if there and len(points) > 1:
            yield ChartLine(points, series.colour, 2 if not series.dash else 1.5, _DASHES.get(series.dash, "4 3"))


def _whisker(mark: NativeMark, i: int, plot: _Plotted) -> Iterator[ChartLine]:
    if mark.low is None or mark.high is None:
        return
    low, high, at = plot.along(mark.low), plot.along(mark.high), plot.at(i)
    yield ChartLine(((low, at), (high, at)) if plot.lying else ((at, low), (at, high)), LIGHT.muted, 1.25)


def _strip(mark: NativeMark, i: int, plot: _Plotted) -> ChartBar:
    thick = plot.step * _THICK
    start, end = plot.along(max(plot.chart.low, 0)), plot.along(mark.value)
    fill = tint(mark.colour) if mark.hollow else mark.colour
    return ChartBar(min(start, end), plot.at(i) - thick / 2, max(abs(end - start), 0.5), thick, fill, mark.colour)


def _label(series: NativeSeries, i: int, mark: NativeMark, plot: _Plotted) -> Iterator[ChartText]:
    """What a mark says of itself: beside a bar, above a point."""
    if not mark.shown or not mark.text:
        return
    if series.shape == "none":
        # the name of a line stands over its beginning or its end
        at, side = plot.at(i), "start" if i == 0 else "end"
        yield ChartText(at, plot.along(mark.value) - _GAP / 2, mark.text, plot.size, mark.colour, side)
        return
    colour = mark.colour if mark.bold else LIGHT.muted
    if plot.lying:
        at = plot.along(mark.value) + _GAP
        yield ChartText(at, plot.at(i) + plot.size * 0.35, mark.text, plot.size, colour, "start", mark.bold)
    else:
        above = plot.along(mark.value) - _RADIUS - _GAP / 2
        yield ChartText(plot.at(i), above, mark.text, plot.size, colour, "middle", mark.bold)
