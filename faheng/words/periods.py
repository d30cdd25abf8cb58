"""Periods in words: 2020年, 2022年1—5月, 两年（2023—2024，推定）, 2020年末, 截至2022年7月12日."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from faheng.words.catalogue import Words
from faheng.words.protocols import Dated

Day = date | str | None
DECEMBER = 12
_CHINESE_COUNTS = "〇一两三四五六七八九十"
_ENGLISH_COUNTS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def period_text(kind: str | None, start: Day, end: Day, basis: str | None, say: Words) -> str:
    """The period of a value.

    kind: year, part_year, multi_year, since, as_of. start and end: dates or ISO text, both inclusive; as_of
    has no start. An inferred period says so.
    """
    first, last = as_date(start), as_date(end)
    if last is None:
        return say("period unknown")
    inferred = basis == "inferred"
    if kind == "as_of" or first is None:
        return _inferred(_as_of(last, say), inferred, say)
    if kind == "multi_year" and _whole_years(first, last) and last.year > first.year:
        return _years(first.year, last.year, inferred, say)
    return _inferred(_from_to(first, last, say), inferred, say)


def cell_period_text(cell: Dated, say: Words) -> str:
    """The period of a cell; just its year where it carries no dates."""
    if cell.period_end is None:
        return "" if cell.year is None else year_text(cell.year, say)
    return period_text(cell.period_kind, cell.period_start, cell.period_end, cell.period_basis, say)


def year_text(year: int, say: Words) -> str:
    """One calendar year: "2020年", "2020"."""
    return say("{year}", year=year)


def date_text(day: Day, say: Words) -> str:
    """One day: "2022年7月12日", "12 July 2022"; "" for a missing one."""
    date_given = as_date(day)
    return "" if date_given is None else _day(date_given, say)


def as_date(value: Day) -> date | None:
    """A date from what a query or a file hands over, as ISO text too; None when missing."""
    if not value:
        return None
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else date.fromisoformat(value[:10])


def within_brackets(period: str, say: Words) -> str:
    """The period where it stands in brackets itself: its own brackets become a comma."""
    opened, closed = say.pick("\uff08", "("), say.pick("\uff09", ")")
    return period.replace(f" {opened}", say(", ")).replace(opened, say.pick("\uff0c", ", ")).replace(closed, "")


def is_full_year(start: Day, end: Day) -> bool:
    """True for 1 January to 31 December of one year."""
    first, last = as_date(start), as_date(end)
    return first is not None and last is not None and first.year == last.year and _whole_years(first, last)


def _whole_years(first: date, last: date) -> bool:
    return (first.month, first.day) == (1, 1) and (last.month, last.day) == (DECEMBER, 31)


def _ends_month(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1


def _inferred(text: str, inferred: bool, say: Words) -> str:
    return say("{period} (inferred)", period=text) if inferred else text


def _as_of(last: date, say: Words) -> str:
    if (last.month, last.day) == (DECEMBER, 31):
        return say("end of {year}", year=last.year)
    return say("as of {day}", day=_day(last, say))


def _years(first: int, last: int, inferred: bool, say: Words) -> str:
    count = last - first + 1
    if count >= len(_ENGLISH_COUNTS):
        count_text = str(count)
    else:
        count_text = say.pick(_CHINESE_COUNTS[count], _ENGLISH_COUNTS[count])
    if inferred:
        return say("{count} years ({first}–{last}, inferred)", count=count_text, first=first, last=last)
    return say("{count} years ({first}–{last})", count=count_text, first=first, last=last)


def _from_to(first: date, last: date, say: Words) -> str:
    by_months = first.day == 1 and _ends_month(last)
    if is_full_year(first, last):
        return year_text(first.year, say)
    if first == last:
        return _day(last, say)
    if first.year == last.year:
        return _months(first, last, say) if by_months else _days(first, last, say)
    # a start on the first of a month was printed as a month, or as a year, never as that day
    since = _month(first, say) if first.day == 1 else _day(first, say)
    until = _month(last, say) if _ends_month(last) else _day(last, say)
    return say("{since} – {until}", since=since, until=until)


def _months(first: date, last: date, say: Words) -> str:
    if first.month == last.month:
        return _month(first, say)
    return say(
        "{from_month}–{to_month} {year}",
        year=first.year, from_month=_month_name(first, say), to_month=_month_name(last, say),
    )  # fmt: skip


def _days(first: date, last: date, say: Words) -> str:
    return say(
        "{from_day} {from_month} – {to_day} {to_month} {year}",
        year=first.year, from_day=first.day, to_day=last.day,
        from_month=_month_name(first, say), to_month=_month_name(last, say),
    )  # fmt: skip


def _month(day: date, say: Words) -> str:
    return say("{month} {year}", year=day.year, month=_month_name(day, say))


def _day(day: date, say: Words) -> str:
    return say("{day} {month} {year}", year=day.year, month=_month_name(day, say), day=day.day)


def _month_name(day: date, say: Words) -> str:
    return say.pick(str(day.month), _MONTHS[day.month - 1])
