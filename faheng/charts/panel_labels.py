"""The labels of a trend's panel: a name with its last value at the end of each line, values where there is room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from faheng.charts.labels import Box, along, first_free
from faheng.charts.look import Look
from faheng.charts.measure import escaped, text_px
from faheng.charts.panel import LINE_HEIGHT, MARK, VALUE_SIZE, Panel
from faheng.charts.series import Point, Series
from faheng.words.catalogue import Words
from faheng.words.values import row_value_text

MOST_LABELLED, MOST_FULL_SERIES = 14, 3
NAME_SIZE = 13
_OFFSET = MARK / 2 + VALUE_SIZE / 2 + 4


def add_labels(
    figure: go.Figure,
    panel: Panel,
    found: Sequence[Series],
    *,
    named: Sequence[Series],
    obstacles: Sequence[Box],
    tones: Mapping[str, str],
    look: Look,
    say: Words,
) -> None:
    """Names first, then the values that tell most, then the rest; what would touch another label stays away."""
    lines = [box for series in found for box in _lines(panel, series)]
    taken = list(obstacles)
    for series in named:
        taken.append(_add_name(figure, panel, series, taken, tone=look.text(tones[series.code]), look=look, say=say))
    for series, point, telling in _wanted(found, named):
        text = row_value_text(point.cell, say, compact=True, with_unit=False)
        spots = _spots(panel, point, series, text)
        box = first_free(spots, [*taken, *lines]) or (first_free(spots, taken) if telling else None)
        if box is not None:
            taken.append(box)
            _add_value(figure, panel, point, text, box, colour=look.text(tones[series.code]), look=look)


def name_text(series: Series, say: Words) -> str:
    """The label at the end of a line: "盐田 102"."""
    return f"{series.name} {row_value_text(series.points[-1].cell, say, compact=True, with_unit=False)}"


def _wanted(found: Sequence[Series], named: Sequence[Series]) -> list[tuple[Series, Point, bool]]:
    """The points to label, the telling ones first: both ends and the extremes of each line."""
    wanted = []
    for series in found:
        telling = _telling(series)
        full = len(found) <= MOST_FULL_SERIES and len(series.points) <= MOST_LABELLED
        points = series.points if full else telling
        at_end = series.points[-1] if series in named else None
        wanted += [(series, point, point in telling) for point in points if point is not at_end]
    return sorted(wanted, key=lambda each: not each[2])


def _telling(series: Series) -> list[Point]:
    points = series.points
    lowest, highest = min(points, key=lambda p: p.y), max(points, key=lambda p: p.y)
    return list(dict.fromkeys([points[-1], points[0], highest, lowest]))


def _add_name(
    figure: go.Figure, panel: Panel, series: Series, taken: Sequence[Box], *, tone: str, look: Look, say: Words
) -> Box:
    last, text = series.points[-1], name_text(series, say)
    edge = last.span[1] if last.span else last.x
    across, down = panel.px(edge, last.y)
    left, width = across + MARK / 2 + 1, text_px(text, NAME_SIZE)
    # straight beside the mark, else the nearest free place above or below it
    shifts = sorted(range(-5 * LINE_HEIGHT, 5 * LINE_HEIGHT + 1, 4), key=abs)
    boxes = [Box(left, down + s - LINE_HEIGHT / 2, left + width, down + s + LINE_HEIGHT / 2) for s in shifts]
    box = first_free(boxes, taken) or boxes[0]
    _annotate(figure, panel, (edge, last.y), escaped(text), xanchor="left", xshift=MARK,
              yshift=down - (box.top + box.bottom) / 2, size=NAME_SIZE, colour=tone, look=look)  # fmt: skip
    return box


def _add_value(figure: go.Figure, panel: Panel, point: Point, text: str, box: Box, *, colour: str, look: Look) -> None:
    shift = panel.px(point.x, point.y)[1] - (box.top + box.bottom) / 2
    _annotate(figure, panel, (point.x, point.y), text, xanchor="center", xshift=0, yshift=shift,
              size=VALUE_SIZE, colour=colour, look=look)  # fmt: skip


def _annotate(
    figure: go.Figure, panel: Panel, at: tuple[float, float], text: str, *,
    xanchor: str, xshift: float, yshift: float, size: int, colour: str, look: Look,
) -> None:  # fmt: skip
    figure.add_annotation(
        text=text, x=at[0], y=at[1], xref=panel.x, yref=panel.y, xanchor=xanchor, yanchor="middle", xshift=xshift,
        yshift=yshift, showarrow=False, borderpad=0, font={"size": size, "color": colour, "shadow": look.halo},
    )  # fmt: skip


def _lines(panel: Panel, series: Series) -> list[Box]:
    pairs = zip(series.points, series.points[1:], strict=False)
    return [box for a, b in pairs if b.year - a.year == 1 for box in along(panel.px(a.x, a.y), panel.px(b.x, b.y))]


def _spots(panel: Panel, point: Point, series: Series, text: str) -> list[Box]:
    """Above and below the point, first the side away from the line's neighbours."""
    i = series.points.index(point)
    beside = [p.y for p in series.points[max(0, i - 1) : i + 2] if p is not point]
    dips = bool(beside) and sum(beside) / len(beside) > point.y
    across, down = panel.px(point.x, point.y)
    width, height = text_px(text, VALUE_SIZE), VALUE_SIZE + 2
    return [_box(across, down + side * _OFFSET, width, height) for side in ((1, -1) if dips else (-1, 1))]


def _box(x: float, y: float, width: float, height: float) -> Box:
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
