"""Keeping labels off each other: stacked upwards, or left out where there is no room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """A rectangle on the figure in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Box) -> bool:
        """Whether the two share any area."""
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)


def stacked(wanted: Sequence[float], gap: float) -> list[float]:
    """The wanted places in their order, in pixels from the top; what is too close moves up to `gap` pixels apart."""
    places = list(wanted)
    ceiling = float("inf")
    for i in sorted(range(len(wanted)), key=lambda i: wanted[i], reverse=True):
        places[i] = min(places[i], ceiling)
        ceiling = places[i] - gap
    return places


def first_free(candidates: Iterable[Box], taken: Sequence[Box]) -> Box | None:
    """The first candidate that touches nothing taken; None where every candidate touches something."""
    return next((each for each in candidates if not any(each.touches(box) for box in taken)), None)


def along(start: tuple[float, float], end: tuple[float, float], step: float = 6) -> list[Box]:
    """Small boxes that cover a straight line, so that labels can keep clear of it."""
    across, down = end[0] - start[0], end[1] - start[1]
    count = max(1, int(max(abs(across), abs(down)) / step))
    spots = [(start[0] + across * i / count, start[1] + down * i / count) for i in range(count + 1)]
    return [Box(x - 1, y - 1, x + 1, y + 1) for x, y in spots]
