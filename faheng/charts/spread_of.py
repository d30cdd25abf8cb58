"""Many places of one indicator summed up: quartiles, the places at both ends, and classes of round width."""

from __future__ import annotations

import statistics
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

from faheng.charts.scale import Scale, ticks
from faheng.model import Benchmark, Cell, PlaceValue, Unit
from faheng.ranks import RankRange, place_values_rank
from faheng.words.values import units

__all__ = ["Bin", "Quartiles", "Spread", "bins_of", "quartiles_of"]

MOST_BINS = 12
# What lies further out than so many times the middle half is gathered in one class: Tukey's outer fence.
FENCE = 3.0


@dataclass(frozen=True, slots=True)
class Quartiles:
    """The median, and the ends of the middle half of the values."""

    lower: float
    median: float
    upper: float


@dataclass(frozen=True, slots=True)
class Bin:
    """A class of values from low, included, to high, excluded but in the last. open_end: all above belong to it."""

    low: float
    high: float
    values: tuple[PlaceValue, ...]
    open_end: bool = False

    @property
    def middle(self) -> float:
        """Where its bar stands."""
        return (self.low + self.high) / 2


@dataclass(frozen=True, eq=False)
class Spread:
    """Comparable values of one indicator and level, one a place, at least one, from the least to the greatest.

    own: what our place says, comparable or not, with a value or without. cells: those of the values, where they are
    few enough to be marks of their own; else none.
    """

    values: tuple[PlaceValue, ...]
    own: Cell
    cells: tuple[Cell, ...] = ()
    benchmarks: tuple[Benchmark, ...] = ()

    @property
    def ours(self) -> str:
        """The code of our place."""
        return self.own.locality_code

    @property
    def unit(self) -> Unit:
        """The unit of the values."""
        return units()[self.own.unit]

    @property
    def rate(self) -> bool:
        """True where the values are rates."""
        return self.own.kind == "rate"

    @property
    def numbers(self) -> list[float]:
        """The values alone, rising."""
        return [each.value for each in self.values]

    @property
    def own_value(self) -> PlaceValue | None:
        """That of our place among them; None where it may not stand beside the others."""
        return next((each for each in self.values if each.locality_code == self.ours), None)

    @property
    def rank(self) -> RankRange | None:
        """The rank of our place; None where it has none."""
        return place_values_rank(self.values, self.ours, self.own.better)


def quartiles_of(numbers: Sequence[float]) -> Quartiles:
    """Median and quartiles, those of DuckDB's quantile_cont: between two values in proportion (Hyndman & Fan's 7)."""
    if len(numbers) == 1:
        return Quartiles(numbers[0], numbers[0], numbers[0])
    return Quartiles(*statistics.quantiles(numbers, n=4, method="inclusive"))


def bins_of(values: Sequence[PlaceValue]) -> list[Bin]:
    """At most MOST_BINS classes of one round width that hold all values, and one more for what lies far out."""
    numbers = sorted(each.value for each in values)
    quartiles = quartiles_of(numbers)
    far = quartiles.upper + FENCE * (quartiles.upper - quartiles.lower)
    within = [number for number in numbers if number <= far] if quartiles.upper > quartiles.lower else numbers
    edges = _edges(within)
    step = edges[1] - edges[0]
    cut = numbers[-1] > edges[-1]
    filled: list[list[PlaceValue]] = [[] for _ in edges]
    for each in values:
        place = bisect_right(edges, each.value) - 1
        filled[place if cut else min(place, len(edges) - 2)].append(each)
    classes = [Bin(low, round(low + step, 9), tuple(held)) for low, held in zip(edges, filled, strict=True)]
    return [*classes[:-1], replace(classes[-1], open_end=True)] if cut else classes[:-1]


def _edges(numbers: Sequence[float]) -> list[float]:
    """Round numbers of one distance from the least value or less to the greatest or more."""
    low, high = numbers[0], numbers[-1]
    inner = ticks(Scale(low, high if high > low else low + 1), MOST_BINS - 2)
    step = inner[1] - inner[0] if len(inner) > 1 else 1.0
    edges = [inner[0]]
    while edges[0] > low:
        edges.insert(0, round(edges[0] - step, 9))
    while edges[-1] < high or len(edges) < 2:  # noqa: PLR2004 (a class has two ends)
        edges.append(round(edges[-1] + step, 9))
    return edges


def bin_of(classes: Sequence[Bin], value: float) -> Bin:
    """The class that holds the value, which lies within them."""
    return next(each for each in classes if value < (inf if each.open_end or each is classes[-1] else each.high))
