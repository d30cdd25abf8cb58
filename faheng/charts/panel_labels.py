"""The labels of a trend's panel: a name with its last value at the end of each line, values where there is room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from faheng.charts.brush import Brush
from faheng.charts.labels import Box, along, first_free
from faheng.charts.look import Look
from faheng.charts.measure import escaped, evenly_broken, text_px
from faheng.charts.panel import LINE_HEIGHT, MARK, VALUE_SIZE, Panel
from faheng.charts.series import Point, Series
from faheng.charts.sketch import Sketch
from faheng.charts.slips import Slip, add_slip
from faheng.words.catalogue import Words
from faheng.words.findings import severity_label
from faheng.words.values import cell_value_text

MOST_LABELLED, MOST_SHORT, MOST_FULL_SERIES = 14, 12, 3
NAME_SIZE = 13
# What is beside the names at the ends of lines: their distance from the mark, and the edge of the figure.
BESIDE_NAMES = 18
_OVER, _APART, _INSIDE = 3, 4, 2
_OFFSET = MARK / 2 + VALUE_SIZE / 2 + 4


@dataclass(frozen=True)
class ToLabel:
    """What is labelled in a panel. named: the series whose lines end in their name.

    obstacles: what no label may touch. crossing: the values of lines across the panel, which labels avoid if they can.
    """

    series: Sequence[Series]
    named: Sequence[Series]
    obstacles: Sequence[Box]
    crossing: Sequence[float]


@dataclass(frozen=True)
class _Text:
    """A text at a point of the axes, moved by pixels from there."""

    text: str
    x: float
    y: float
    xshift: float
    yshift: float
    size: int
    colour: str
    anchor: str = "center"


def add_labels(figure: Sketch, panel: Panel, wanted: ToLabel, brush: Brush) -> None:
    """Draw names first, then the values that tell most, then the rest, without what would touch another label."""
    lines = [box for series in wanted.series for box in _lines(panel, series)]
    first, last = panel.x_range
    levels = [box for each in wanted.crossing for box in along(panel.px(first, each), panel.px(last, each))]
    taken = list(wanted.obstacles)
    for series in wanted.named:
        taken.append(_add_name(figure, panel, series, taken, brush))
    for series, point, needed in _by_need(wanted.series, wanted.named):
        text = _value_text(point, brush.say)
        near, far = (_spots(panel, point, series, text, away) for away in (_OFFSET, _OFFSET + VALUE_SIZE))
        box = first_free([*near, *far], [*taken, *lines, *levels])
        box = box or (first_free([*near, *far], taken) if needed else None)
        if box is not None:
            taken.append(box)
            struck = any(box.touches(level) for level in levels)
            right, up = _shift(panel, point, box)
            if struck:
                half = text_px(text, VALUE_SIZE) / 2
                slip = Slip(right - half, right + half, up - VALUE_SIZE / 2 - 1, up + VALUE_SIZE / 2 + 1)
                add_slip(figure, (panel.x, panel.y), (point.x, point.y), slip, brush.look.paper)
            value = _Text(text, point.x, point.y, right, up, VALUE_SIZE, brush.look.text(brush.tones[series.code]))
            _annotate(figure, panel, value, brush.look)


def name_lines(series: Series, say: Words, room: float) -> list[str]:
    """The label at the end of a line: "盐田 102"; in several lines where it is wider than so many pixels."""
    return evenly_broken(f"{series.name} {_value_text(series.points[-1], say)}", room, NAME_SIZE)


def _value_text(point: Point, say: Words) -> str:
    """The value, with the word of what a check found against it."""
    text, word = cell_value_text(point.cell, say, compact=True, with_unit=False), severity_label(point.cell, say)
    return f"{text} {word}" if word else text


def _by_need(drawn: Sequence[Series], named: Sequence[Series]) -> list[tuple[Series, Point, bool]]:
    """The points to label, those that tell most first; with each, whether it is kept although a line runs behind it.

    Telling are both ends and the extremes of each line; in a short line of few every value is wanted.
    """
    first: list[tuple[Series, Point, bool]] = []
    rest: list[tuple[Series, Point, bool]] = []
    for series in drawn:
        telling = _telling(series)
        full = len(drawn) <= MOST_FULL_SERIES and len(series.points) <= MOST_LABELLED
        points = series.points if full else telling
        at_end = series.points[-1] if series in named else None
        short = full and len(series.points) <= MOST_SHORT
        shown = [point for point in points if point is not at_end]
        first += [(series, point, True) for point in shown if point in telling]
        rest += [(series, point, short) for point in shown if point not in telling]
    return first + rest


def _telling(series: Series) -> list[Point]:
    points = series.points
    lowest, highest = min(points, key=lambda p: p.y), max(points, key=lambda p: p.y)
    return list(dict.fromkeys([points[-1], points[0], highest, lowest]))


def _shift(panel: Panel, point: Point, box: Box) -> tuple[float, float]:
    """Pixels to the right and upwards from the point to the middle of the box."""
    across, down = panel.px(point.x, point.y)
    return (box.left + box.right) / 2 - across, down - (box.top + box.bottom) / 2


def _add_name(figure: Sketch, panel: Panel, series: Series, taken: Sequence[Box], brush: Brush) -> Box:
    last, lines = series.points[-1], name_lines(series, brush.say, panel.right - BESIDE_NAMES)
    text = "<br>".join(map(escaped, lines))
    edge = last.span[1] if last.span else last.x
    across, down = panel.px(edge, last.y)
    left, width = across + MARK / 2 + 1, text_px(text, NAME_SIZE)
    # straight beside the mark, else the nearest free place above or below it
    shifts = sorted(range(-5 * LINE_HEIGHT, 5 * LINE_HEIGHT + 1, 4), key=abs)
    half = len(lines) * LINE_HEIGHT / 2
    boxes = [Box(left, down + s - half, left + width, down + s + half) for s in shifts]
    box = first_free(boxes, taken) or boxes[0]
    tone, shift = brush.look.text(brush.tones[series.code]), down - (box.top + box.bottom) / 2
    name = _Text(text, edge, last.y, MARK, shift, NAME_SIZE, tone, anchor="left")
    _annotate(figure, panel, name, brush.look)
    return box


def _annotate(figure: Sketch, panel: Panel, text: _Text, look: Look) -> None:
    figure.add_annotation(
        text=text.text, x=text.x, y=text.y, xref=panel.x, yref=panel.y, xanchor=text.anchor, yanchor="middle",
        xshift=text.xshift, yshift=text.yshift, showarrow=False, borderpad=0,
        font={"size": text.size, "color": text.colour, "shadow": look.halo},
    )  # fmt: skip


def _lines(panel: Panel, series: Series) -> list[Box]:
    pairs = zip(series.points, series.points[1:], strict=False)
    return [box for a, b in pairs if b.year - a.year == 1 for box in along(panel.px(a.x, a.y), panel.px(b.x, b.y))]


def _spots(panel: Panel, point: Point, series: Series, text: str, away: float) -> list[Box]:
    """Above and below the point within the panel, first the side away from the line's neighbours."""
    i = series.points.index(point)
    beside = [p.y for p in series.points[max(0, i - 1) : i + 2] if p is not point]
    dips = bool(beside) and sum(beside) / len(beside) > point.y
    across, down = panel.px(point.x, point.y)
    width, height = text_px(text, VALUE_SIZE) + _APART, VALUE_SIZE + 2
    # a label that would leave the figure at its side moves back into it
    across = min(max(across, width / 2 + _INSIDE - panel.left), panel.length + panel.right - _INSIDE - width / 2)
    boxes = [_box(across, down + side * away, width, height) for side in ((1, -1) if dips else (-1, 1))]
    return [box for box in boxes if box.top >= -_OVER and box.bottom <= panel.height - 1]


def _box(x: float, y: float, width: float, height: float) -> Box:
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
