"""One panel of a trend: lines, spans, intervals and reference lines; its labels are in panel_labels.py."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from faheng.charts import marks
from faheng.charts.brush import Brush
from faheng.charts.labels import Box, first_free, stacked
from faheng.charts.look import Look, faded
from faheng.charts.measure import escaped, text_px
from faheng.charts.references import LINE_WIDTH, OVER_GRID, ReferenceLine
from faheng.charts.series import Point, Series, breaks
from faheng.charts.sketch import Sketch
from faheng.charts.slips import Slip, add_slip

VALUE_SIZE = 11
LINE_HEIGHT = 16
_SPAN_WIDTH = 9
MARK = 8


@dataclass(frozen=True)
class Panel:
    """Where a panel stands in the figure: its axes, their ranges, and its size in pixels when narrowest.

    left, right: the pixels beside it, into which a label may lean.
    """

    x: str
    y: str
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    length: float
    height: float
    left: float = 0
    right: float = 0

    def px(self, x: float, y: float) -> tuple[float, float]:
        """Pixels from the left and from the top of the panel."""
        across = (x - self.x_range[0]) / (self.x_range[1] - self.x_range[0]) * self.length
        return across, (self.y_range[1] - y) / (self.y_range[1] - self.y_range[0]) * self.height

    @property
    def axes(self) -> dict[str, str]:
        """The axes as a trace names them."""
        return {"xaxis": self.x, "yaxis": self.y}


def add_series(figure: Sketch, panel: Panel, drawn: Sequence[Series], brush: Brush) -> None:
    """Draw every series; customdata[0] of every mark is its observation."""
    for series in drawn:
        tone = brush.tones[series.code]
        _add_spans(figure, panel, series, tone)
        _add_uncertainty(figure, panel, series, tone)
        _add_dotted(figure, panel, series, tone)
        _add_line(figure, panel, series, brush)


def add_levels(
    figure: Sketch, panel: Panel, levels: Sequence[ReferenceLine], avoid: Sequence[Box], look: Look
) -> list[Box]:
    """Dashed lines across the panel, labelled where they hide no mark; returns where the labels are."""
    wanted = [panel.px(panel.x_range[0], each.value)[1] - VALUE_SIZE for each in levels]
    taken: list[Box] = []
    for each, want, got in zip(levels, wanted, stacked(wanted, LINE_HEIGHT), strict=True):
        figure.add_shape(
            type="line", x0=panel.x_range[0], x1=panel.x_range[1], y0=each.value, y1=each.value, xref=panel.x,
            yref=panel.y, layer=OVER_GRID, line={"color": look.reference, "width": LINE_WIDTH, "dash": "dash"},
        )  # fmt: skip
        text, box = _level_label(panel, each, got, [*avoid, *taken])
        taken.append(box)
        # an end of the panel stays an end at any width; a place within it moves with the marks
        at = panel.x_range[0] + box.left / panel.length * (panel.x_range[1] - panel.x_range[0])
        up = VALUE_SIZE + want - got
        slip = Slip(2, 2 + box.right - box.left, up - VALUE_SIZE / 2 - 1, up + VALUE_SIZE / 2 + 1)
        add_slip(figure, (panel.x, panel.y), (at, each.value), slip, look.paper)
        figure.add_annotation(
            text=escaped(text), x=at, y=each.value, xref=panel.x, yref=panel.y, xanchor="left",
            yanchor="middle", yshift=up, xshift=2, showarrow=False, borderpad=0,
            font={"size": VALUE_SIZE, "color": look.text(look.reference), "shadow": look.halo},
        )  # fmt: skip
    return taken


def _level_label(panel: Panel, each: ReferenceLine, middle: float, avoid: Sequence[Box]) -> tuple[str, Box]:
    """The label and its place along the line, from the left; without its period where only that fits."""
    half, longest = LINE_HEIGHT / 2 - 1, each.fitting(panel.length, VALUE_SIZE)
    for text in dict.fromkeys((longest, each.short if longest == each.label else longest)):
        width = text_px(text, VALUE_SIZE)
        lefts = range(0, max(1, int(panel.length - width)), 6)
        box = first_free([Box(x, middle - half, x + width, middle + half) for x in lefts], avoid)
        if box is not None:
            return text, box
    return text, Box(0, middle - half, width, middle + half)


def mark_boxes(panel: Panel, drawn: Sequence[Series]) -> list[Box]:
    """Where the marks and the spans are, for labels to keep off."""
    boxes = []
    for point in (point for series in drawn for point in series.points):
        first, last = point.span or (point.x, point.x)
        (left, y), (right, _) = panel.px(first, point.y), panel.px(last, point.y)
        boxes.append(Box(left - MARK / 2, y - MARK / 2, right + MARK / 2, y + MARK / 2))
    return boxes


def _add_line(figure: Sketch, panel: Panel, series: Series, brush: Brush) -> None:
    """Points with their line; None between two points is where the line breaks."""
    points, tone = _with_gaps(series.points), brush.tones[series.code]
    marker = {
        "size": MARK, "opacity": 1, "line": {"color": tone, "width": 2},
        "symbol": [_symbol(point) if point else "circle" for point in points],
        "color": [_fill(point, tone, brush.look) if point else tone for point in points],
    }  # fmt: skip
    figure.add_scatter(
        x=[point.x if point else None for point in points], y=[point.y if point else None for point in points],
        mode="lines+markers", connectgaps=False, cliponaxis=False, name=series.name, marker=marker,
        line={"color": tone, "width": 2}, hovertemplate="%{hovertext}<extra></extra>",
        hovertext=[marks.hover(point.cell, brush.say) if point else "" for point in points],
        customdata=[[point.cell.observation_id] if point else [""] for point in points], **panel.axes,
    )  # fmt: skip


def _symbol(point: Point) -> str:
    return "square" if point.odd else marks.symbol(point.cell)


def _fill(point: Point, tone: str, look: Look) -> str:
    # at this size only a hollow square is told from a dot
    return look.paper if point.odd else marks.fill(point.cell, tone, look)


def _with_gaps(points: Sequence[Point]) -> list[Point | None]:
    """The points with None where the full line stops: before a break, and on both sides of an implied value."""
    spaced: list[Point | None] = []
    for i, (point, stops) in enumerate(zip(points, breaks(points), strict=True)):
        if stops or (i > 0 and (point.implied or points[i - 1].implied)):
            spaced.append(None)
        spaced.append(point)
    return spaced


def _add_dotted(figure: Sketch, panel: Panel, series: Series, tone: str) -> None:
    stops = breaks(series.points)
    for i, (before, after) in enumerate(zip(series.points, series.points[1:], strict=False)):
        if (before.implied or after.implied) and not stops[i + 1]:
            figure.add_scatter(
                x=[before.x, after.x], y=[before.y, after.y], mode="lines", hoverinfo="skip", name="implied line",
                line={"color": tone, "width": 1.5, "dash": "dot"}, customdata=_ids(before, after), **panel.axes,
            )  # fmt: skip


def _add_spans(figure: Sketch, panel: Panel, series: Series, tone: str) -> None:
    for point in series.points:
        if point.span is not None:
            figure.add_scatter(
                x=list(point.span), y=[point.y, point.y], mode="lines", hoverinfo="skip", name="span",
                line={"color": faded(tone, 0.28), "width": _SPAN_WIDTH}, customdata=_ids(point, point), **panel.axes,
            )  # fmt: skip


def _add_uncertainty(figure: Sketch, panel: Panel, series: Series, tone: str) -> None:
    for point in series.points:
        cell = point.cell
        stated = ("range", "solid", marks.RANGE_WIDTH) if marks.is_range(cell) else ("value", "dot", 1.5)
        for low, high, (name, dash, width) in (
            (cell.interval_low, cell.interval_high, ("interval", "solid", 1.5)),
            (cell.value_low, cell.value_high, stated),
        ):
            if low is not None and high is not None and low != high:
                figure.add_scatter(
                    x=[point.x, point.x], y=[low, high], mode="lines", hoverinfo="skip", name=name,
                    line={"color": faded(tone, 0.6), "width": width, "dash": dash}, customdata=_ids(point, point),
                    **panel.axes,
                )  # fmt: skip


def _ids(*points: Point) -> list[list[str]]:
    return [[point.cell.observation_id] for point in points]
