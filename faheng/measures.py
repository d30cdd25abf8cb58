"""Counts of places of unlike size, or of periods of unlike length, set on one footing.

Per 10,000 residents uses the population of the 2020 census; per year divides by the years that the period spans. Only
flows are divided by years: a stock belongs to a day. Verdicts stay as they are: an average year is still no year.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

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

    def of(self, cells: pd.DataFrame) -> pd.DataFrame:
        """The cells of one count indicator divided; a place of unknown population has no value then."""
        if self.as_reported or cells.empty:
            return cells
        divisor = pd.Series(1.0, index=cells.index)
        if self.per_residents:
            divisor *= pd.to_numeric(cells["population"]) / PER
        if self.per_year:
            divisor *= years_spanned(cells)
        divided = cells.copy()
        for column in ("value", "value_low", "value_high"):
            divided[column] = pd.to_numeric(divided[column]) / divisor
        divided["value_text"] = [printed(value) for value in divided["value"]]
        divided["unit"] = divided["unit"] + ":" + self.unit
        return divided

    def benchmarks(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The published values: none may be drawn beside divided counts."""
        return rows if self.as_reported else rows.assign(drawn=False, reason="footing")


def beside(cells: pd.DataFrame, level: str, footing: Footing) -> pd.DataFrame:
    """The cells as a place of this level is set beside them: some may not be compared across levels.

    cells: rows of shared__cells. A count that may be compared per resident is, on that footing.
    """
    apart = (cells["across_levels"] == "no") | (
        (cells["across_levels"] == "per_resident") & (not footing.per_residents)
    )
    apart &= cells["level"] != level
    if not apart.any():
        return cells
    return cells.assign(verdicts=cells["verdicts"].where(~apart, cells["verdicts_apart"]))


def printed(value: float) -> str:
    """The value to two places, a whole one without; "" for a missing one."""
    if pd.isna(value):
        return ""
    return f"{value:.0f}" if float(value).is_integer() else f"{value:.{DECIMALS}f}"


def years_spanned(cells: pd.DataFrame) -> pd.Series:
    """The years each cell's period spans: 1 for a full year, 0.41 for January to May; 1 where there is no start."""
    days = (pd.to_datetime(cells["period_end"]) - pd.to_datetime(cells["period_start"])).dt.days + 1
    years = days / DAYS_OF_A_YEAR
    whole = years.round()
    return years.where((years - whole).abs() > NEARLY_WHOLE, whole).fillna(1.0)
