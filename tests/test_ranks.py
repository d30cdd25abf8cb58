"""faheng/ranks: ranges of ranks, among cells that may be compared, of one level."""

from __future__ import annotations

import random

import pytest
from chart_rows import cell

from faheng.model import Cell
from faheng.ranks import RankRange, rank_ranges


def ends(cells: list[Cell]) -> list[tuple[int, int] | None]:
    return [each and (each.low, each.high) for each in rank_ranges(cells)]


def test_values_that_tie_share_a_range() -> None:
    cells = [cell("1", value=72.7), cell("2", value=90.0), cell("3", value=72.7), cell("4", value=10.0)]

    assert [(2, 3), (1, 1), (2, 3), (4, 4)] == ends(cells)
    assert {4} == {each.ranked for each in rank_ranges(cells) if each}


def test_intervals_that_overlap_share_a_range() -> None:
    """80 from 70 to 90 is not surely below 88; 60 from 50 to 69 is below both."""
    cells = [cell("1", value=88.0), cell("2", value=80.0, interval_low=70.0, interval_high=90.0),
             cell("3", value=60.0, interval_low=50.0, interval_high=69.0)]  # fmt: skip

    assert [(1, 2), (1, 2), (3, 3)] == ends(cells)


def test_fewer_may_be_better() -> None:
    cells = [cell("1", value=5.0, better="lower"), cell("2", value=2.0, better="lower")]

    assert [(2, 2), (1, 1)] == ends(cells)


def test_a_stated_range_may_be_any_of_its_values() -> None:
    """90 to 95 is surely below 96, and not to be told apart from 92."""
    cells = [cell("1", value=96.0), cell("2", value=None, bound="between", value_low=90.0, value_high=95.0),
             cell("3", value=92.0)]  # fmt: skip

    assert [(1, 1), (2, 3), (2, 3)] == ends(cells)


def test_what_cannot_be_ranked_is_left_out() -> None:
    """Neither a missing value nor one that may not be compared, a place alone of its level, or without a direction."""
    cells = [cell("1", value=5.0), cell("2", value=None, verdicts=["not_reported"]), cell("3", value=9.0),
             cell("4", value=7.0, verdicts=["other_period"]), cell("5", value=99.0, level="township")]  # fmt: skip

    assert [(2, 2), None, (1, 1), None, None] == ends(cells)
    assert (None, None) == rank_ranges([cell("1", better=""), cell("2", better="")])
    assert () == rank_ranges([])


@pytest.mark.parametrize("seed", range(20))
def test_ranks_are_those_of_a_plain_count(seed: int) -> None:
    """Against the definition: 1 + how many are surely better, and how many may be at least as good."""
    draw = random.Random(seed)  # noqa: S311
    spans = [sorted(draw.sample(range(30), 2)) for _ in range(draw.randint(2, 30))]
    cells = [
        cell(str(n), value=(low + high) / 2, interval_low=float(low), interval_high=float(high))
        for n, (low, high) in enumerate(spans)
    ]

    plain = [
        RankRange(
            1 + sum(other > high for other, _ in spans), sum(other >= low for _, other in spans), len(spans)
        )
        for low, high in spans
    ]  # fmt: skip
    assert plain == list(rank_ranges(cells))
