"""Benchmarks as thin dashed lines, their labels as flags above the plot, staggered so that none overlaps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from faheng.charts.frame import SMALL_SIZE
from faheng.charts.look import Look
from faheng.charts.measure import escaped, text_px
from faheng.charts.sketch import Sketch
from faheng.model import Unit
from faheng.words.catalogue import Words
from faheng.words.periods import as_date, is_full_year, period_text, year_text
from faheng.words.rows import Row, number_of, text_of
from faheng.words.values import value_text

LEVEL = 17
LINE_WIDTH = 1.5
# Above the grid, below the marks; Plotly has this layer only for shapes in the coordinates of both axes.
OVER_GRID = "between"
_FLAG_GAP = 4


@dataclass(frozen=True)
class Reference:
    """One benchmark: its value, its label "全国 41.8%（2020年）", and the label without its period.

    of_peers: the median of our peers, which is grey and dotted, and no benchmark.
    """

    value: float
    label: str
    short: str
    of_peers: bool = False

    def tone(self, look: Look) -> str:
        """The colour of its line."""
        return look.peer if self.of_peers else look.reference

    @property
    def dash(self) -> str:
        """The dash of its line."""
        return "dot" if self.of_peers else "dash"


def references(benchmarks: pd.DataFrame | None, unit: Unit, say: Words) -> list[Reference]:
    """The benchmarks that may be drawn, by value."""
    return sorted(in_order(benchmarks, unit, say), key=lambda each: each.value)


def in_order(benchmarks: pd.DataFrame | None, unit: Unit, say: Words) -> list[Reference]:
    """The benchmarks that may be drawn, in the order in which the page gave them."""
    if benchmarks is None or benchmarks.empty:
        return []
    rows = (row for _, row in benchmarks.iterrows() if bool(row["drawn"]) and pd.notna(row["value"]))
    return [reference(row, unit, say) for row in rows]


def reference(row: Row, unit: Unit, say: Words) -> Reference:
    """One benchmark, drawn or not; its period is said by its dates where the row has them."""
    value = number_of(row, "value") or 0.0
    short = f"{text_of(row, 'region')} {value_text(value, unit, text_of(row, 'bound'), say)}"
    period = _period(row, say)
    return Reference(value, say("{benchmark} ({period})", benchmark=short, period=period) if period else short, short)


def _period(row: Row, say: Words) -> str:
    start, end, period = as_date(row.get("period_start")), as_date(row.get("period_end")), text_of(row, "period")
    if start and end and not is_full_year(start, end):
        return period_text("multi_year" if start.year != end.year else "part_year", start, end, "stated", say)
    return year_text(int(period), say) if period.isdigit() else period


def levels(ends: Sequence[float], widths: Sequence[float]) -> list[int]:
    """The level of each flag, given in rising order of its right end.

    A flag hangs to the left of its stem, so stems of higher flags stand to the right of all lower labels: no
    label is crossed and none overlaps.
    """
    placed: list[int] = []
    for i, (end, width) in enumerate(zip(ends, widths, strict=True)):
        touched = [placed[j] for j in range(i) if ends[j] > end - width]
        placed.append(max(touched) + 1 if touched else 0)
    return placed


def flag_levels(found: Sequence[Reference], to_px: Callable[[float], float], left: float) -> list[int]:
    """Levels of the labels where value v stands at pixel to_px(v); a flag may lean out over `left` pixels."""
    ends = [max(to_px(each.value), _width(each) - left) for each in found]
    return levels(ends, [_width(each) + 2 * _FLAG_GAP for each in found])


def add_references(
    figure: Sketch,
    found: Sequence[Reference],
    placed: Sequence[int],
    shifts: Sequence[float],
    *,
    look: Look,
    depth: float,
) -> None:
    """Draw the lines and their flags.

    shifts move labels that would leave the figure on its left. depth: where the lines end on the axis of the rows.
    """
    for each, level, shift in zip(found, placed, shifts, strict=True):
        figure.add_shape(
            type="line", x0=each.value, x1=each.value, y0=0, y1=depth, xref="x", yref="y", layer=OVER_GRID,
            line={"color": each.tone(look), "width": LINE_WIDTH, "dash": each.dash},
        )  # fmt: skip
        _add_stem(figure, each, level * LEVEL if shift else (level + 1) * LEVEL, look)
        figure.add_annotation(
            text=escaped(each.label), x=each.value, xref="x", y=1, yref="paper", xanchor="right", yanchor="bottom",
            xshift=shift - _FLAG_GAP, yshift=level * LEVEL + 1, showarrow=False, borderpad=0,
            font={"size": SMALL_SIZE, "color": look.text(each.tone(look))},
        )  # fmt: skip


def flag_shifts(found: Sequence[Reference], to_px: Callable[[float], float], left: float) -> list[float]:
    """How far to the right a label moves so as not to leave the figure on its left."""
    return [max(0.0, _width(each) - left - to_px(each.value)) for each in found]


def height(placed: Sequence[int]) -> float:
    """Pixels that the flags take above the plot."""
    return (max(placed) + 1) * LEVEL + _FLAG_GAP if placed else 0


def _add_stem(figure: Sketch, each: Reference, height: float, look: Look) -> None:
    figure.add_shape(
        type="line", x0=each.value, x1=each.value, xref="x", yref="paper", ysizemode="pixel", yanchor=1,
        y0=0, y1=height, line={"color": each.tone(look), "width": LINE_WIDTH},
    )  # fmt: skip


def _width(each: Reference) -> float:
    return text_px(each.label, SMALL_SIZE)
