"""Comparable cells -> ranges of ranks: never one league table.

Ranks are given among cells that may be compared, of one level of government, of one indicator whose direction is
known. Values that tie share a range; so do values whose 95% intervals overlap, because their order is not known
(Goldstein & Spiegelhalter 1996, on league tables and their limitations).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from faheng.model import Cell, PlaceValue

__all__ = ["RankRange", "place_values_rank", "places_from_most", "rank_ranges"]


@dataclass(frozen=True, slots=True)
class RankRange:
    """The ranks that a cell may have, 1 = best, both ends inclusive; ranked: among how many cells."""

    low: int
    high: int
    ranked: int


def rank_ranges(cells: Sequence[Cell]) -> tuple[RankRange | None, ...]:
    """The ranks of the cells of one indicator, in their order; None for a cell that is not ranked."""
    if not cells or not cells[0].better:
        return (None,) * len(cells)
    return _ranges(cells, 1 if cells[0].better == "higher" else -1)


def places_from_most(cells: Sequence[Cell]) -> tuple[RankRange | None, ...]:
    """Which place each cell has from the most to the least, whatever is better; None for a cell that is not ranked."""
    return _ranges(cells, 1)


def place_values_rank(values: Sequence[PlaceValue], ours: str, better: str) -> RankRange | None:
    """The ranks that our place may have among the values of one level; None where it is not among them, or alone.

    better: "higher" or "lower"; where neither is better the places are counted from the most.
    """
    sign = -1 if better == "lower" else 1
    ends = [(min(sign * each.low, sign * each.high), max(sign * each.low, sign * each.high)) for each in values]
    own = next((pair for each, pair in zip(values, ends, strict=True) if each.locality_code == ours), None)
    return own and _range(own, sorted(low for low, _ in ends), sorted(high for _, high in ends))


def _ranges(cells: Sequence[Cell], sign: int) -> tuple[RankRange | None, ...]:
    """sign: 1 where more comes first, -1 where less does."""
    ends = [_ends(cell, sign) if cell.comparable else None for cell in cells]
    peers: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for cell, pair in zip(cells, ends, strict=True):
        if pair is not None:
            peers[cell.level].append(pair)
    worst = {level: sorted(low for low, _ in pairs) for level, pairs in peers.items()}
    best = {level: sorted(high for _, high in pairs) for level, pairs in peers.items()}
    return tuple(
        None if pair is None else _range(pair, worst[cell.level], best[cell.level])
        for cell, pair in zip(cells, ends, strict=True)
    )


def _range(ends: tuple[float, float], worst: Sequence[float], best: Sequence[float]) -> RankRange | None:
    """worst, best: the ends of all peers in rising order; a cell alone is not ranked."""
    ranked = len(worst)
    if ranked == 1:
        return None
    low, high = ends
    surely_better = ranked - bisect_right(worst, high)
    perhaps_better = ranked - bisect_left(best, low)
    return RankRange(surely_better + 1, perhaps_better, ranked)


def _ends(cell: Cell, sign: int) -> tuple[float, float] | None:
    """The worst and the best that the value may be, turned so that more is better; None without a value.

    A stated range may be either of its ends and all between.
    """
    if cell.value is None:
        low, high = cell.value_low, cell.value_high
    else:
        low, high = (cell.value if end is None else end for end in (cell.interval_low, cell.interval_high))
    if low is None or high is None:
        return None
    return min(sign * low, sign * high), max(sign * low, sign * high)
