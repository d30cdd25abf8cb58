"""Which numbers of a table are of the report's own period: by the years, months and words of their headers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from faheng.reading.about.about import ReportAbout
from faheng.reading.tables.headers import WHOLE_YEAR, Header
from faheng.reading.tables.layout import Entered


@dataclass(frozen=True)
class PeriodOfTable:
    """The report's own year and months, as far as they are known, and whether the table has the whole of it.

    stated: the year stands in headers alone, so that a figure has to say it.
    """

    year: int | None
    months: tuple[int, int]
    stated: bool
    has_whole: bool

    @staticmethod
    def of(about: ReportAbout, entries: Sequence[Entered], captions: Sequence[Header]) -> PeriodOfTable:
        """The period of a table in a report. Where the report's is unknown it is the last year of the headers."""
        headers = [header for each in entries for header in (*each.rows, *each.columns)]
        first, last = about.period_start, about.period_end
        years = [year for header in (*headers, *captions) for year in header.years]
        year = last.year if last else max(years, default=None)
        within = first is not None and last is not None and first.year == last.year
        months = (first.month, last.month) if first is not None and last is not None and within else WHOLE_YEAR
        parts = {header.text for header in headers if is_part_of_year(header, months)}
        told = any(not is_part_of_year(header, months) and header.dated for header in headers)
        return PeriodOfTable(year, months, not within, told or len(parts) > 1)

    def is_own(self, header: Header) -> bool:
        """Whether a header names no other time than the report's."""
        other_year = any(year != self.year for year in header.years)
        part = is_part_of_year(header, self.months) and self.has_whole
        return not (other_year or part or "last" in header.marks)

    def holds(self, entered: Entered) -> bool:
        """Whether a number is of the report's period, or of the only part of it that the table speaks of."""
        return all(map(self.is_own, (*entered.rows, *entered.columns)))

    def said(self, entered: Entered) -> str:
        """The words of the period that have to stand before a number; "" where it is the report's own."""
        headers = (*entered.rows, *entered.columns)
        part = next((header for header in headers if is_part_of_year(header, self.months)), None)
        if part is not None:
            return f"{words_of(part)},"
        return next((f"{year}年," for year in years_of(headers)), "") if self.stated else ""


def is_part_of_year(header: Header, own: tuple[int, int]) -> bool:
    """Whether a header names months that are not the report's own."""
    if header.months is not None:
        return header.months != own
    return "quarter" in header.marks


def years_of(headers: Iterable[Header]) -> list[int]:
    """The years that headers name."""
    return [year for header in headers for year in header.years]


def words_of(part: Header) -> str:
    """A part of a year in the words of prose."""
    year = f"{part.years[0]}年" if part.years else ""
    if part.months is None:
        return part.text
    first, last = part.months
    return f"{year}{first}月" if first == last else f"{year}{first}月至{last}月"
