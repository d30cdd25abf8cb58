"""The marks of a ranking: dots with their intervals for rates, bars from zero for counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from faheng.charts import marks
from faheng.charts.brush import Brush
from faheng.charts.look import mix
from faheng.charts.ranking_rows import ROW, RankedRow
from faheng.charts.sketch import Sketch

_FADE = 0.4
CUT_FROM = 3.0
STUB = 14
_BAR_WIDTH = ROW * 0.62


@dataclass(frozen=True)
class Canvas:
    """The value axis: its ends, its length in pixels at the narrowest width, and the value above which bars are cut.

    top is the greatest value drawn to scale. rate: whether values are dots. lines: the values of reference lines.
    with_unit: whether the labels carry the unit, which the figure says once in any case.
    """

    low: float
    high: float
    length: float
    ceiling: float = float("inf")
    top: float = float("inf")
    rate: bool = True
    lines: tuple[float, ...] = ()
    with_unit: bool = True

    def px(self, value: float) -> float:
        """Pixels from the left end of the axis."""
        return (value - self.low) / (self.high - self.low) * self.length

    def drawn(self, value: float) -> float:
        """Where a mark of this value ends: a cut one a little beyond the longest drawn to scale."""
        if value <= self.ceiling:
            return value
        return self.top + STUB * (self.high - self.low) / self.length

    def is_cut(self, row: RankedRow) -> bool:
        """Whether the bar of the row is cut."""
        return marks.extent(row.cell)[1] > self.ceiling


def cut_above(rows: Sequence[RankedRow]) -> float:
    """The value above which a bar is cut; infinite where none has to be.

    A count gathered over years may squeeze the comparable bars to nothing: beyond CUT_FROM times the longest of them
    it is cut. What is less is drawn to scale, comparable or not.
    """
    longest = max((marks.extent(row.cell)[1] for row in rows if row.comparable), default=0.0)
    limit = longest * CUT_FROM
    return limit if longest > 0 and any(marks.extent(row.cell)[1] > limit for row in rows) else float("inf")


def add_marks(figure: Sketch, rows: Sequence[RankedRow], canvas: Canvas, brush: Brush) -> None:
    """Dots with their intervals for rates, bars from zero for counts; customdata[0] is the observation."""
    if not rows:
        return
    paints = [_paint(row, brush) for row in rows]
    _add_intervals(figure, rows, paints)
    fills = [marks.fill(row.cell, paint, brush.look) for row, paint in zip(rows, paints, strict=True)]
    shared = {
        "x": [canvas.drawn(marks.position(row.cell)) for row in rows],
        "y": [row.y for row in rows],
        "customdata": ids_of(rows),
        "hovertext": [marks.hover(row.cell, brush.say) for row in rows],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "name": "values",
    }
    if canvas.rate:
        marker = {"symbol": [marks.symbol(row.cell) for row in rows], "size": marks.MARK_SIZE, "color": fills,
                  "opacity": 1, "line": {"color": paints, "width": 2}}  # fmt: skip
        figure.add_scatter(mode="markers", marker=marker, cliponaxis=False, **shared)
    else:
        bar = {"color": fills, "line": {"color": paints, "width": 1.5}, "cornerradius": 2}
        figure.add_bar(orientation="h", marker=bar, width=_BAR_WIDTH, cliponaxis=True, **shared)


def ids_of(rows: Sequence[RankedRow]) -> list[list[str]]:
    """The observation of each row, as a trace carries it."""
    return [[row.cell.observation_id] for row in rows]


def _paint(row: RankedRow, brush: Brush) -> str:
    colour = brush.tones[row.cell.locality_code]
    return colour if row.comparable else mix(colour, brush.look.paper, _FADE)


def _add_intervals(figure: Sketch, rows: Sequence[RankedRow], paints: Sequence[str]) -> None:
    """One trace for all intervals of a kind and a colour: hundreds of traces would make the browser wait."""
    for name, dash, width in (("interval", "solid", 2), ("value", "dot", 2), ("range", "solid", marks.RANGE_WIDTH)):
        for paint in dict.fromkeys(paints):
            own = [row for row, tone in zip(rows, paints, strict=True) if tone == paint]
            wide = [(row, *_ends(row, name)) for row in own if _is_wide(*_ends(row, name))]
            if wide:
                x = [end for _, low, high in wide for end in (low, high, None)]
                y = [end for row, _, _ in wide for end in (row.y, row.y, None)]
                ids = [each for row, _, _ in wide for each in (*ids_of([row]) * 2, [""])]
                figure.add_scatter(
                    x=x[:-1], y=y[:-1], customdata=ids[:-1], mode="lines", hoverinfo="skip", connectgaps=False,
                    line={"color": paint, "width": width, "dash": dash}, name=name,
                )  # fmt: skip


def _ends(row: RankedRow, name: str) -> tuple[float | None, float | None]:
    """Both ends of the 95% interval, of the interval in which an implied value lies, or of a stated range."""
    cell = row.cell
    if name == "interval":
        return cell.interval_low, cell.interval_high
    return (cell.value_low, cell.value_high) if marks.is_range(cell) == (name == "range") else (None, None)


def _is_wide(low: float | None, high: float | None) -> bool:
    return low is not None and high is not None and low != high
