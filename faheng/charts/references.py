"""Benchmarks as thin dashed lines, their labels as flags above the plot, staggered so that none overlaps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from faheng.charts.frame import SMALL_SIZE
from faheng.charts.look import Look
from faheng.charts.measure import escaped, shortened, text_px
from faheng.charts.sketch import Sketch
from faheng.model import Bound, Unit
from faheng.words.catalogue import Words
from faheng.words.periods import is_full_year, period_text, year_text
from faheng.words.values import Amount, value_text

LEVEL = 17
LINE_WIDTH = 1.5
# Above the grid, below the marks; Plotly has this layer only for shapes in the coordinates of both axes.
OVER_GRID = "between"
_FLAG_GAP = 4


class PublishedValue(Protocol):
    """What the label of a reference line says: a published value of a region and a period."""

    @property
    def region(self) -> str:
        """The region's name."""

    @property
    def period(self) -> str:
        """The period as the source names it."""

    @property
    def period_start(self) -> date:
        """The first day of the period."""

    @property
    def period_end(self) -> date:
        """The last day of the period."""

    @property
    def value(self) -> float:
        """The value, a rate in per cent."""

    @property
    def bound(self) -> Bound:
        """Whether the value is exact."""


class DrawnValue(PublishedValue, Protocol):
    """A published value of which it is known whether it may be drawn."""

    @property
    def drawn(self) -> bool:
        """True where it may stand as a line beside the cells."""


@dataclass(frozen=True)
class ReferenceLine:
    """One benchmark: its value, its label "全国 41.8%（2020年）", and the label without its period.

    of_peers: the median of our peers, which is grey and dotted, and no benchmark. of_ours: the value of our place.
    """

    value: float
    label: str
    short: str
    of_peers: bool = False
    of_ours: bool = False

    def fitting(self, room: float, size: float) -> str:
        """The label, without its period or with less of its name where only that fits into so many pixels."""
        for text in (self.label, self.short):
            if text_px(text, size) <= room:
                return text
        name, _, value = self.short.rpartition(" ")
        return f"{shortened(name, room - text_px(f' {value}', size), size)} {value}"

    def tone(self, look: Look) -> str:
        """The colour of its line."""
        if self.of_ours:
            return look.accent
        return look.peer if self.of_peers else look.reference

    @property
    def dash(self) -> str:
        """The dash of its line."""
        if self.of_ours:
            return "solid"
        return "dot" if self.of_peers else "dash"


def references(benchmarks: Sequence[DrawnValue], unit: Unit, say: Words) -> list[ReferenceLine]:
    """The benchmarks that may be drawn, by value."""
    return sorted(in_order(benchmarks, unit, say), key=lambda line: line.value)


def in_order(benchmarks: Sequence[DrawnValue], unit: Unit, say: Words) -> list[ReferenceLine]:
    """The benchmarks that may be drawn, in the order in which the page gave them."""
    return [reference(benchmark, unit, say) for benchmark in benchmarks if benchmark.drawn]


def reference(published: PublishedValue, unit: Unit, say: Words) -> ReferenceLine:
    """One benchmark, drawn or not, with its period."""
    short = f"{published.region} {value_text(Amount(published.value, unit, published.bound), say, told=True)}"
    label = say("{benchmark} ({period})", benchmark=short, period=_period(published, say))
    return ReferenceLine(published.value, label, short)


def _period(published: PublishedValue, say: Words) -> str:
    start, end = published.period_start, published.period_end
    if not is_full_year(start, end):
        return period_text("multi_year" if start.year != end.year else "part_year", start, end, "stated", say)
    return year_text(int(published.period), say) if published.period.isdigit() else published.period


def levels(ends: Sequence[float], widths: Sequence[float]) -> list[int]:
    """The level of each flag; the flags come in the order of their right ends, the leftmost first.

    A flag hangs to the left of its stem, so stems of higher flags stand to the right of all lower labels: no
    label is crossed and none overlaps.
    """
    placed: list[int] = []
    for i, (end, width) in enumerate(zip(ends, widths, strict=True)):
        touched = [placed[j] for j in range(i) if ends[j] > end - width]
        placed.append(max(touched) + 1 if touched else 0)
    return placed


@dataclass(frozen=True)
class Flag:
    """The label of a line above the plot. level: its row, 0 the lowest. shift: pixels that it has moved inwards.

    A label hangs to the left of its stem, or to the right, and moves where it would leave the figure there.
    """

    line: ReferenceLine
    text: str
    level: int
    shift: float
    rightward: bool = False


def flags_of(lines: Sequence[ReferenceLine], to_px: Callable[[float], float], left: float, length: float) -> list[Flag]:
    """The flags of lines by value, where value v stands at pixel to_px(v) of a plot this long.

    A flag may lean out over `left` pixels; one that is longer than both is shortened.
    """
    texts = [line.fitting(left + length, SMALL_SIZE) for line in lines]
    widths = [text_px(text, SMALL_SIZE) for text in texts]
    at = [to_px(line.value) for line in lines]
    ends = [max(place, width - left) for place, width in zip(at, widths, strict=True)]
    rows = levels(ends, [width + 2 * _FLAG_GAP for width in widths])
    return [
        Flag(line, text, row, end - place)
        for line, text, row, end, place in zip(lines, texts, rows, ends, at, strict=True)
    ]


def flags_inside(lines: Sequence[ReferenceLine], to_px: Callable[[float], float], length: float) -> list[Flag]:
    """The flags of lines by value that stay over a plot this long: all to the left of their stems, or all to the right.

    Lines that stand close at one end have the room for their names on the other side.
    """
    leftward = flags_of(lines, to_px, 0, length)
    mirrored = flags_of(lines[::-1], lambda value: length - to_px(value), 0, length)
    if sum(flag.shift for flag in leftward) <= sum(flag.shift for flag in mirrored):
        return leftward
    return [replace(flag, rightward=True) for flag in mirrored]


def add_references(figure: Sketch, flags: Sequence[Flag], look: Look, *, depth: float) -> None:
    """Draw the lines and their flags. depth: where the lines end on the axis of the rows."""
    for flag in flags:
        line = flag.line
        figure.add_shape(
            type="line", x0=line.value, x1=line.value, y0=0, y1=depth, xref="x", yref="y", layer=OVER_GRID,
            line={"color": line.tone(look), "width": LINE_WIDTH, "dash": line.dash},
        )  # fmt: skip
        _add_stem(figure, line, (flag.level if flag.shift else flag.level + 1) * LEVEL, look)
        side = -1 if flag.rightward else 1
        figure.add_annotation(
            text=escaped(flag.text), x=line.value, xref="x", y=1, yref="paper", yanchor="bottom",
            xanchor="left" if flag.rightward else "right", xshift=(flag.shift - _FLAG_GAP) * side,
            yshift=flag.level * LEVEL + 1, showarrow=False, borderpad=0,
            font={"size": SMALL_SIZE, "color": look.text(line.tone(look))},
        )  # fmt: skip


def height(flags: Sequence[Flag]) -> float:
    """Pixels that the flags take above the plot."""
    return (max(flag.level for flag in flags) + 1) * LEVEL + _FLAG_GAP if flags else 0


def _add_stem(figure: Sketch, line: ReferenceLine, height: float, look: Look) -> None:
    figure.add_shape(
        type="line", x0=line.value, x1=line.value, xref="x", yref="paper", ysizemode="pixel", yanchor=1,
        y0=0, y1=height, line={"color": line.tone(look), "width": LINE_WIDTH},
    )  # fmt: skip
