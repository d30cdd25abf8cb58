"""One locality's values through the years as drawable points, and which of them a line may join."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from faheng.charts import marks
from faheng.model import Cell, PlaceChange

_SPANS = ("multi_year", "since", "part_year")
_HALF_YEAR = 0.5
_DAYS = 366


@dataclass(frozen=True, eq=False)
class Point:
    """A cell with its place: x in years (a whole number is the middle of that year), y its value.

    odd: its definition or scope is not the indicator's, or not that of most of its series. era: how often the area of
    its place had changed by then.
    """

    cell: Cell
    year: int
    x: float
    y: float
    span: tuple[float, float] | None
    odd: bool = False
    era: int = 0

    @property
    def implied(self) -> bool:
        """Whether no report states the value, but a later growth gives it."""
        return self.cell.origin == "implied"

    @property
    def definition(self) -> tuple[str, str]:
        """What a line must not cross: the indicator really shown and its scope."""
        return self.cell.source_indicator_id, self.cell.scope


@dataclass(frozen=True)
class Series:
    """One line of a trend: a locality and an indicator, its points in order of time.

    changes: what happened to the place between its first point and its last.
    """

    code: str
    name: str
    points: list[Point]
    changes: tuple[PlaceChange, ...] = ()

    @property
    def changes_by_year(self) -> list[tuple[PlaceChange, ...]]:
        """The changes, those of one year together."""
        years = dict.fromkeys(each.year for each in self.changes)
        return [tuple(each for each in self.changes if each.year == year) for year in years]


def series_of(cells: Sequence[Cell], changes: Sequence[PlaceChange] = ()) -> list[Series]:
    """The series of one indicator, in the order in which the localities first appear.

    changes: of all their places; a line goes on over one that left the area as it was, and breaks at the others.
    """
    by_place: dict[str, list[Point]] = {}
    for cell in marks.drawable(cells):
        if cell.year is not None:
            by_place.setdefault(cell.locality_code, []).append(_point(cell, cell.year))
    return [_series(code, _in_order(points), changes) for code, points in by_place.items()]


def _series(code: str, points: list[Point], changes: Sequence[PlaceChange]) -> Series:
    """The series of one place, its points in order of time."""
    first, last = points[0].year, points[-1].year
    own = tuple(each for each in changes if each.locality_code == code and first < each.year <= last)
    cuts = sorted({each.year for each in own if not each.joined})
    in_eras = [replace(point, era=sum(cut <= point.year for cut in cuts)) for point in points] if cuts else points
    return Series(code, points[0].cell.locality, in_eras, own)


def joined(before: Point, after: Point) -> bool:
    """Whether a line may run between two points: the next year, definition and area the same, both a year or a day."""
    whole = before.span is None and after.span is None
    alike = before.definition == after.definition and before.odd == after.odd and before.era == after.era
    return whole and after.year - before.year == 1 and alike


def breaks(points: Sequence[Point]) -> list[bool]:
    """For each point, whether the line stops before it."""
    return [i > 0 and not joined(points[i - 1], point) for i, point in enumerate(points)]


def decimal_year(day: date) -> float:
    """The day on an axis on which the middle of a year is its number: 1 January 2022 is 2021.5."""
    return day.year - _HALF_YEAR + (day.timetuple().tm_yday - 1) / _DAYS


def _in_order(points: Sequence[Point]) -> list[Point]:
    """The points of one place by year, with those that differ from the rest marked as odd."""
    counts = Counter(point.definition for point in points)
    most = max(counts.values())
    return [
        replace(point, odd="other_definition" in point.cell.verdicts or counts[point.definition] < most)
        for point in sorted(points, key=lambda point: point.year)
    ]


def _point(cell: Cell, year: int) -> Point:
    span = _span(cell)
    x = float(year) if span is None else (span[0] + span[1]) / 2
    return Point(cell, year, x, marks.position(cell), span)


def _span(cell: Cell) -> tuple[float, float] | None:
    start, end = cell.period_start, cell.period_end
    if cell.period_kind not in _SPANS or start is None or end is None:
        return None
    return decimal_year(start), decimal_year(end) + 1 / _DAYS
