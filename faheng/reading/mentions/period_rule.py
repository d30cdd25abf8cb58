"""resolve: which days a figure is about, from what its clause says and from the report's own period.

A flow takes the report's period unless its clause names another; a stock is as of the report's last day unless
截至 names another. Whatever cannot be known stays None. Cases: tests/specs/periods.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from faheng.model import Measure, PeriodBasis, PeriodKind
from faheng.reading.mentions.period import PeriodMention, day_or_month_end

THREE_QUARTERS = 9
# Reports on several years are written before the last of them is over.
NEARLY_WHOLE = 11
# Days of a year that begins in any month, with what a day of survey may differ.
LEAST_OF_YEAR, MOST_OF_YEAR = 355, 375
Resolved = tuple[PeriodKind, date | None, date | None, PeriodBasis]


@dataclass(frozen=True)
class Frame:
    """The report's own period. basis is INFERRED where the report does not state it."""

    start: date | None
    end: date | None
    inferred: bool

    @property
    def resting(self) -> PeriodBasis:
        """The basis of what rests on the report's dates."""
        return PeriodBasis.INFERRED if self.inferred else PeriodBasis.REPORT

    @property
    def stated(self) -> PeriodBasis:
        """The basis of a stated part whose year comes from the report."""
        return PeriodBasis.INFERRED if self.inferred else PeriodBasis.STATED


def resolve(
    period: PeriodMention | None,
    report_start: date | None,
    report_end: date | None,
    measure: str,
    report_basis: str = "stated",
) -> Resolved:
    """Kind, first day, last day and basis of a figure in a clause that names period (None: names none).

    measure: "flow" or "stock". report_basis "inferred": the report's own dates are not stated by it.
    """
    frame = Frame(report_start, report_end, report_basis == PeriodBasis.INFERRED)
    if measure == Measure.STOCK:
        return _stock(period, frame)
    if period is None or period.relative == "so_far":
        return own_period(frame)
    resolved = _flow(period, frame)
    own = own_period(frame)
    return own if resolved[:3] == own[:3] and own[2] else resolved


def own_period(frame: Frame) -> Resolved:
    """The report's period: a year (if only up to its last quarter), several years, a part of one, or since a day."""
    start, end = frame.start, frame.end
    if start is None or end is None:
        return PeriodKind.YEAR, start, end, frame.resting
    from_new_year = (start.month, start.day) == (1, 1)
    if start.year == end.year:
        kind = PeriodKind.YEAR if from_new_year and end.month > THREE_QUARTERS else PeriodKind.PART_YEAR
    else:
        whole = from_new_year and end.month >= NEARLY_WHOLE
        kind = PeriodKind.MULTI_YEAR if whole else PeriodKind.SINCE
    return kind, start, end, frame.resting


def _stock(period: PeriodMention | None, frame: Frame) -> Resolved:
    """As of the day that 截至 names, else of the report's last day."""
    day = _day_of(period, frame) if period and period.kind == "as_of" else None
    if day is None or period is None:
        return PeriodKind.AS_OF, None, frame.end, frame.resting
    return PeriodKind.AS_OF, None, day, PeriodBasis.STATED if period.year else frame.stated


def _year_of(period: PeriodMention, frame: Frame) -> int | None:
    """The year that the words mean: stated, the report's last one, or the one before it."""
    if period.year or frame.end is None:
        return period.year
    return frame.end.year - (period.relative == "last_year")


def _day_of(period: PeriodMention, frame: Frame) -> date | None:
    """The day of 截至11月18日."""
    year = _year_of(period, frame)
    return day_or_month_end(year, period.last_month or 12, period.day) if year else None


def _flow(period: PeriodMention, frame: Frame) -> Resolved:
    """A flow in a clause with a period of its own."""
    if period.kind == "year":
        return _whole_year(period, frame)
    if period.kind == "part_year":
        return _part_year(period, frame)
    if period.kind == "multi_year":
        return _several_years(period, frame)
    return _since(period, frame) if period.kind == "since" else _until(period, frame)


def _whole_year(period: PeriodMention, frame: Frame) -> Resolved:
    """2022年, 全年, 今年, 去年: up to the report's last day where it lies in that year."""
    year = _year_of(period, frame)
    basis = PeriodBasis.STATED if period.year else frame.stated
    if year is None:
        return PeriodKind.YEAR, None, None, basis
    end = frame.end if frame.end and frame.end.year == year else date(year, 12, 31)
    return PeriodKind.YEAR, date(year, 1, 1), end, basis


def _part_year(period: PeriodMention, frame: Frame) -> Resolved:
    """1月至5月, 上半年, 9月29日."""
    year, basis = _year_of(period, frame), PeriodBasis.STATED if period.year else frame.stated
    first, last = period.first_month or 1, period.last_month or 12
    if year is None:
        return PeriodKind.PART_YEAR, None, None, basis
    end = day_or_month_end(year, last, period.day)
    if end and frame.end and period.day is None and (end.year, end.month) == (frame.end.year, frame.end.month):
        end = frame.end
    kind = PeriodKind.YEAR if (first, last) == (1, 12) else PeriodKind.PART_YEAR
    return kind, day_or_month_end(year, first, period.first_day or 1), end, basis


def _several_years(period: PeriodMention, frame: Frame) -> Resolved:
    """2021-2023年 as stated; 近两年 counts whole years back from the report's last one."""
    if period.first and period.last:
        cut = min(frame.end, period.last) if frame.end and frame.end.year == period.last.year else period.last
        return _kind_of(period.first, cut), period.first, cut, PeriodBasis.STATED
    basis = PeriodBasis.INFERRED if frame.inferred or frame.end is None else PeriodBasis.STATED
    if frame.end is None or not period.years:
        return PeriodKind.MULTI_YEAR, None, None, basis
    if period.relative == "over_n_years" and frame.start and frame.end.year - frame.start.year == period.years:
        return own_period(frame)
    return PeriodKind.MULTI_YEAR, date(frame.end.year - period.years + 1, 1, 1), frame.end, basis


def _kind_of(first: date, last: date) -> PeriodKind:
    """What days are: 2021年12月至2022年11月 is a year, 2022年1月至2022年6月 a part of one."""
    days = (last - first).days + 1
    if days < LEAST_OF_YEAR:
        return PeriodKind.PART_YEAR
    return PeriodKind.YEAR if days <= MOST_OF_YEAR else PeriodKind.MULTI_YEAR


def _since(period: PeriodMention, frame: Frame) -> Resolved:
    """2020年以来: the report's own period where that begins there."""
    first = period.first
    if first is None:
        year = _year_of(period, frame)
        first = day_or_month_end(year, period.first_month or 1, period.first_day or 1) if year else None
    if first and first == frame.start:
        return own_period(frame)
    return PeriodKind.SINCE, first, frame.end, PeriodBasis.STATED if period.year else frame.stated


def _until(period: PeriodMention, frame: Frame) -> Resolved:
    """截至11月18日 of a flow: from the year's first day, or the report's period where that ends in the same month."""
    day, basis = _day_of(period, frame), PeriodBasis.STATED if period.year else frame.stated
    if day is None or frame.start is None or frame.end is None:
        return PeriodKind.PART_YEAR, None, day, basis
    if (day.year, day.month) == (frame.end.year, frame.end.month):
        return own_period(frame)
    if frame.start.year != frame.end.year and frame.start <= day:
        return PeriodKind.SINCE, frame.start, day, basis
    if day.year != frame.end.year:
        return PeriodKind.SINCE, None, day, basis
    year_ends = (day + timedelta(days=1)).year > day.year
    return (PeriodKind.YEAR if year_ends else PeriodKind.PART_YEAR), date(day.year, 1, 1), day, basis
