"""The sentence above a spine chart: in how much our place is better than the median of its peers, in how much not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import Enum, auto

from faheng.charts.marks import interval
from faheng.charts.spine import SpineRow, standing_among
from faheng.words.catalogue import Words
from faheng.words.peers import ends_among
from faheng.words.values import cell_value_text

__all__ = ["spine_sentence"]


class Side(Enum):
    """Where a value surely lies to a median; more and less where neither is better."""

    BETTER = auto()
    WORSE = auto()
    LEVEL = auto()
    MORE = auto()
    LESS = auto()


def spine_sentence(rows: Sequence[SpineRow], place: str, say: Words) -> str:
    """How many indicators stand better, behind and level, and the one that stands foremost among peers."""
    held = [row for row in rows if row.own is not None]
    if not held:
        return say("{place}: no indicator stands among three peers or more.", place=place)
    sides = Counter(_side(row) for row in held)
    parts = [
        say("better than the median in {n}", n=sides[Side.BETTER]) if sides[Side.BETTER] else "",
        say("worse than the median in {n}", n=sides[Side.WORSE]) if sides[Side.WORSE] else "",
        say("level with the median or too close to tell in {n}", n=sides[Side.LEVEL]) if sides[Side.LEVEL] else "",
        say("above the median in {n}, where neither side is better", n=sides[Side.MORE]) if sides[Side.MORE] else "",
        say("below the median in {n}, where neither side is better", n=sides[Side.LESS]) if sides[Side.LESS] else "",
    ]  # fmt: skip
    counted = say.count("{place}: one indicator stands among its peers", "{place}: {n} indicators stand among peers",
                        len(held), place=place)  # fmt: skip
    told = say("{counted}: {parts}", counted=counted, parts=say(", ").join(filter(None, parts)))
    return say("{statement}.", statement=say("; ").join(filter(None, (told, _foremost(held, say)))))


def _side(row: SpineRow) -> Side:
    """On which side of the median our value surely lies."""
    low, high = interval(row.cell)
    if low <= row.median <= high:
        return Side.LEVEL
    more, better = low > row.median, row.cell.better
    if not better:
        return Side.MORE if more else Side.LESS
    return Side.BETTER if more == (better == "higher") else Side.WORSE


def _foremost(held: Sequence[SpineRow], say: Words) -> str:
    """The indicator with a better side in which our place stands best; "" where it is better in none."""
    judged = [(ends, row) for row in held if row.cell.better and _side(row) is Side.BETTER
              for ends in [ends_among(row.peers, row.cell.better)] if ends]  # fmt: skip
    if not judged:
        return ""
    _, best = min(judged, key=lambda each: (each[0][1] / (each[1].peers.places + 1), each[0]))
    return say(
        "foremost: {indicator} {value}, {standing}",
        indicator=best.cell.indicator, value=cell_value_text(best.cell, say, told=True),
        standing=standing_among(best, say),
    )  # fmt: skip
