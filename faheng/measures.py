"""Counts of places of unlike size, or of periods of unlike length, set on one footing.

Per 10,000 residents uses the population of the 2020 census; per year divides by the years that the period spans. Only
flows are divided by years: a stock belongs to a day. Verdicts stay as they are: an average year is still no year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from faheng.model import Benchmark, Cell, Kind, Level, Measure

PER = 10_000
DAYS_OF_A_YEAR = 365.25
# A period that misses whole years by less than this is whole years (leap days).
NEARLY_WHOLE = 0.01
DECIMALS = 2


@dataclass(frozen=True)
class Footing:
    """Which of the two divisions to make; none of them leaves the cells as they are."""

    per_residents: bool = False
    per_year: bool = False

    @property
    def as_reported(self) -> bool:
        """True when nothing is divided."""
        return not (self.per_residents or self.per_year)

    @property
    def unit(self) -> str:
        """What the unit is divided by: its id in data/reference/units.csv, behind that of the counted thing."""
        return "_".join(filter(None, ("per_10k" * self.per_residents, "per_year" * self.per_year)))

    def fitting(self, cell: Cell) -> Footing:
        """The divisions that suit the cell's indicator: a rate has none, and a stock is never divided by years."""
        counted = cell.kind is Kind.COUNT
        return Footing(self.per_residents and counted, self.per_year and counted and cell.measure is Measure.FLOW)

    def of(self, cells: Sequence[Cell]) -> tuple[Cell, ...]:
        """The cells, each divided as it suits its indicator; a place of unknown population has no value then."""
        return tuple(self.fitting(cell)._divided(cell) for cell in cells)

    def _divided(self, cell: Cell) -> Cell:
        if self.as_reported:
            return cell
        divisor = self._divisor(cell)
        value, low, high = (
            None if number is None or not divisor else number / divisor
            for number in (cell.value, cell.value_low, cell.value_high)
        )
        unit = f"{cell.unit}:{self.unit}"
        return replace(cell, value=value, value_low=low, value_high=high, value_text=printed(value), unit=unit)

    def _divisor(self, cell: Cell) -> float | None:
        """What the value is divided by; None where that is not known."""
        residents = (cell.population or 0) / PER if self.per_residents else 1.0
        return residents * (years_spanned(cell) if self.per_year else 1.0) or None

    def benchmarks(self, published: Sequence[Benchmark]) -> tuple[Benchmark, ...]:
        """The published values: none may be drawn beside divided counts."""
        if self.as_reported:
            return tuple(published)
        return tuple(replace(each, drawn=False, reason="footing") for each in published)


def beside(cells: Sequence[Cell], level: str, footing: Footing) -> tuple[Cell, ...]:
    """The cells as a place of this level is set beside them: some may not be compared across levels.

    A count that may be compared per resident is, on that footing. A functional zone is a level of its own, with duties
    and people that are also its parent's: nothing of it is compared across levels.
    """
    barred = {"no"} if footing.per_residents else {"no", "per_resident"}
    zoned = (
        replace(cell, across_levels="no") if cell.level != level and Level.ZONE in {cell.level, level} else cell
        for cell in cells
    )
    return tuple(
        replace(cell, verdicts=cell.verdicts_apart) if cell.level != level and cell.across_levels in barred else cell
        for cell in zoned
    )


def printed(value: float | None) -> str:
    """The value to two places, a whole one without; "" for a missing one."""
    if value is None:
        return ""
    return f"{value:.0f}" if value.is_integer() else f"{value:.{DECIMALS}f}"


def years_spanned(cell: Cell) -> float:
    """The years that the cell's period spans: 1 for a full year, 0.41 for January to May; 1 without a start."""
    if cell.period_start is None or cell.period_end is None:
        return 1.0
    years = ((cell.period_end - cell.period_start).days + 1) / DAYS_OF_A_YEAR
    whole = round(years)
    return float(whole) if abs(years - whole) <= NEARLY_WHOLE else years
