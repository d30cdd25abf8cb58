"""A period as a clause states it, before the report's own period is known."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PeriodMention:
    """The words of a period at [start, end) of the clean text.

    kind: year, part_year, multi_year, since or as_of. first, last: its days where the words alone give them.
    relative: how it hangs on the report where they do not: whole_year, this_year, last_year, so_far (no other period
    than the report's), last_n_years and over_n_years (years says how many), months (a part of the report's year), day,
    or vague.
    first_day, day: of a day or a stretch of days (1月1日至11月15日: 1 and 15); 截至11月18日 has only the last one.
    """

    start: int
    end: int
    kind: str
    first: date | None = None
    last: date | None = None
    relative: str = ""
    year: int | None = None
    first_month: int | None = None
    last_month: int | None = None
    first_day: int | None = None
    day: int | None = None
    years: int | None = None


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def day_or_month_end(year: int, month: int, day: int | None) -> date | None:
    """The day, or the end of the month where no day is given; None for 31 June."""
    if day is None:
        return last_day(year, month)
    return date(year, month, day) if 1 <= day <= last_day(year, month).day else None
