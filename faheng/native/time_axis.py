"""The categories of a trend: its years, and apart from them the periods that cover several years.

A total over several years is no value of any one of them, so it never stands at a single year. An office program
cannot draw it along its axis of categories, so it gets a category of its own behind the years, named by its years.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from faheng.charts.measure import evenly_broken
from faheng.charts.series import Point
from faheng.words.catalogue import Words
from faheng.words.periods import period_text

# The signs that a line of a category's name has room for.
_NAME = 7.0
Place = int | tuple[date, date] | None


@dataclass(frozen=True)
class TimeAxis:
    """years: from the first to the last that has a value of its own. spans: first and last day of longer periods."""

    years: tuple[int, ...]
    spans: tuple[tuple[date, date], ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """What stands at each category: a year, a span, or None between years and spans."""
        return (*self.years, *([None] if self.years and self.spans else []), *self.spans)

    def names(self, say: Words) -> tuple[str, ...]:
        """The names of the categories."""
        return tuple(_name(place, say) for place in self.places)


def time_axis(points: Sequence[Point]) -> TimeAxis:
    """The axis of these points. A year without a value between two others is a category too: a gap must be seen."""
    places = [place_of(point) for point in points]
    years = [place for place in places if isinstance(place, int)]
    spans = {place for place in places if isinstance(place, tuple)}
    return TimeAxis(tuple(range(min(years), max(years) + 1)) if years else (), tuple(sorted(spans)))


def place_of(point: Point) -> Place:
    """Where the point stands: at its year, or at its span where that covers more than one year."""
    start, end = point.cell.period_start, point.cell.period_end
    if point.span is None or start is None or end is None or start.year == end.year:
        return point.year
    return start, end


def _name(place: Place, say: Words) -> str:
    if place is None:
        return say("Several years together")
    if isinstance(place, int):
        return str(place)
    start, end = place
    if (start.month, start.day) == (1, 1) and (end.month, end.day) == (12, 31):
        return say("{low}–{high}", low=f"{start.year}", high=f"\n{end.year}")
    return "\n".join(evenly_broken(period_text("since", start, end, "stated", say), _NAME, 1))
