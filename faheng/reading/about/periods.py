"""The first and the last day a report covers, and on what ground.

A full year, unless the title names a part of it, the report was signed before the year was over, or its figures are
said to run to a day of the last quarter and "up to now": then that day was about now.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from faheng.model import PeriodBasis, Span
from faheng.reading.about.dates import day_of
from faheng.reading.about.layout import Layout, is_heading
from faheng.reading.about.lexicon import AboutLexicon
from faheng.reading.about.meetings import told_to
from faheng.reading.about.places import without_books
from faheng.reading.about.sighting import Sighting
from faheng.reading.about.years import RANGE, since, years_in_title

# Reports are written for the year's end: a figure as of spring is one clause's date, not the report's.
FIRST_MONTH_OF_CLOSING = 10
LAST_MONTH = 12


@dataclass(frozen=True)
class Covered:
    """The days a report covers; end is None while it is open. span says the year, until says where it stops."""

    start: date
    end: date | None
    basis: PeriodBasis
    span: Span | None = None
    until: Span | None = None


def period_of(
    layout: Layout, year: Sighting[int] | None, kind: str | None, published: Sighting[date] | None
) -> Covered | None:
    """What the report covers; None where nothing says so."""
    if year:
        return of_year(layout, year, kind, published)
    years = RANGE.search(layout.titled)
    if years:
        first, last = int(years["first"]), int(years["last"])
        return Covered(date(first, 1, 1), date(last, 12, 31), PeriodBasis.STATED) if first < last else None
    told = told_to(layout) if kind == "work_report" and not years_in_title(layout) else None
    if told:
        return Covered(told.start, told.end, told.basis, told.span)
    begun = since(layout)
    if begun and kind != "work_report":
        end = published.value if published and published.value.year >= begun.value else None
        return Covered(
            date(begun.value, 1, 1), end, PeriodBasis.STATED, begun.span, published.span if published else None
        )
    return None


def of_year(layout: Layout, year: Sighting[int], kind: str | None, published: Sighting[date] | None) -> Covered:
    """The year, or the part of it that the report covers."""
    first, last = date(year.value, 1, 1), date(year.value, 12, 31)
    months = months_of_title(layout)
    if months:
        end = month_end(year.value, months[1])
        return Covered(date(year.value, months[0], 1), end, PeriodBasis.STATED, year.span, year.span)
    if kind == "work_report":
        return Covered(first, last, PeriodBasis.STATED, year.span, year.span)
    if published:
        signed_early = first <= published.value < last
        end, until = (published.value, published.span) if signed_early else (last, year.span)
        return Covered(first, end, PeriodBasis.STATED, year.span, until)
    closing = closed(layout, year.value)
    if closing:
        first_told = layout.body and closing.span and closing.span.end <= layout.body.span.end
        basis = PeriodBasis.STATED if first_told else PeriodBasis.INFERRED
        return Covered(first, closing.value, basis, year.span, closing.span)
    return Covered(first, last, PeriodBasis.STATED, year.span, year.span)


def months_of_title(layout: Layout) -> tuple[int, int] | None:
    """First and last month of 上半年, 第三季度 … in the title, or in the first line where that has none."""
    title = layout.titled or "".join(line.text for line in layout.opening_lines[:1] if is_heading(line.text))
    phrase = next((each for each in layout.lexicon.months if each.text in title), None)
    if phrase is None:
        return None
    first, last = phrase.also[0].split("-")
    return int(first), int(last)


def closed(layout: Layout, year: int) -> Sighting[date] | None:
    """The last day named by an unsigned report that says "up to now"; None where none is late in the year."""
    text = without_books(layout.text)
    if not layout.lexicon.now.search(text):
        return None
    days = [each for each in as_of_days(text, year, layout.lexicon) if each.value.month >= FIRST_MONTH_OF_CLOSING]
    return max(days, key=lambda each: each.value, default=None)


def as_of_days(text: str, year: int, lexicon: AboutLexicon) -> Iterator[Sighting[date]]:
    """The days of 截至2022年11月30日, 截止到11月, 截至10月底, 截至年底 that lie in the year."""
    for match in lexicon.as_of.finditer(text):
        month = int(match["m"] or LAST_MONTH)
        if int(match["y"] or year) == year and 1 <= month <= LAST_MONTH:
            day = day_of(year, month, int(match["d"])) if match["d"] else month_end(year, month)
            if day:
                yield Sighting(day, Span(match.start(), match.end()))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])
