"""period_mentions: the periods that a clean text names, by the wording of data/wording/periods.csv.

Left out on purpose: years in titles and names (《2020年工作要点》, (2021-2025年)), deadlines (2025年底前), comparisons
(较上年) and 党的十八大以来, which give no figure its period.
"""

from __future__ import annotations

import re
from datetime import date

from faheng.reading.mentions.numbers import chinese_value
from faheng.reading.mentions.period import PeriodMention, day_or_month_end
from faheng.reading.mentions.period_words import PeriodWords

PLAUSIBLE_YEARS = range(1950, 2101)
TITLE_REACH = 40
# The first five-year plan began in 1953, the sixth in 1981; since then plan n begins in 1951 + 5n.
PLANS_FROM = 1951
LAST_MONTH = 12
OPENING, CLOSING = "《“(〔", "》”)〕"


def period_mentions(text: str, words: PeriodWords) -> list[PeriodMention]:
    """The periods of a sentence or paragraph, in order, never overlapping."""
    found = (_period(text, match, words) for match in words.pattern.finditer(text))
    return [each for each in found if each]


def _period(text: str, match: re.Match[str], words: PeriodWords) -> PeriodMention | None:
    """What the pattern proposed; None for titles, comparisons, deadlines and impossible dates."""
    if match["pseudo"] or _is_aside(text, match, words):
        return None
    start, end = match.span()
    if match["across"] or match["span"]:
        return _across(match) if match["across"] else _years(start, end, int(match["s1"]), int(match["s2"]))
    if match["plan"]:
        return _plan(match)
    if match["n1"] or match["n2"] or match["n3"]:
        return _last_years(start, end, _number(match["n1"] or match["n2"] or match["n3"]), over="年多" in match[0])
    if match["whole"]:
        return _worded(start, end, words.at("whole")[match["whole"]])
    return _dated(match, words)


def _worded(start: int, end: int, meaning: str) -> PeriodMention:
    """全年, 今年以来, 近年来, 截至年底."""
    if meaning == "year_end":
        return PeriodMention(start, end, "as_of", relative="months", first_month=LAST_MONTH, last_month=LAST_MONTH)
    return PeriodMention(start, end, "multi_year" if meaning == "vague" else "year", relative=meaning)


def _is_aside(text: str, match: re.Match[str], words: PeriodWords) -> bool:
    """Whether the period stands in a title, in a comparison, or is a deadline."""
    start, end = match.span()
    before, behind = text[max(0, start - TITLE_REACH) : start], text[end : end + 4]
    if before.rfind("《") > before.rfind("》") or (not match["plan"] and before.rfind("“") > before.rfind("”")):
        return True
    if match["span"] and (before.endswith("(") or behind.startswith((")", "规划", "纲要"))):
        return True
    if before.endswith(tuple(words.at("comparison"))) or behind.startswith(tuple(words.at("compared_after"))):
        return True
    return behind.startswith(tuple(words.at("deadline"))) and not match["since"] and not match["until"]


def _number(text: str | None) -> int | None:
    """A small numeral in digits or Chinese."""
    if not text:
        return None
    if text.isdigit() and text.isascii():
        return int(text)
    value = chinese_value(text)
    return None if value is None else int(value)


def _across(match: re.Match[str]) -> PeriodMention | None:
    """2021年12月至2022年11月."""
    years, months, days = ([_number(match[f"a{part}{n}"]) for n in (1, 2)] for part in ("", "m", "d"))
    if not all(year in PLAUSIBLE_YEARS for year in years) or not all(1 <= (m or 0) <= LAST_MONTH for m in months):
        return None
    first = day_or_month_end(years[0] or 0, months[0] or 0, days[0] or 1)
    last = day_or_month_end(years[1] or 0, months[1] or 0, days[1])
    if first is None or last is None or first >= last:
        return None
    return PeriodMention(*match.span(), "multi_year", first, last, year=last.year)


def _years(start: int, end: int, first: int, last: int) -> PeriodMention | None:
    """2021-2023年."""
    if first not in PLAUSIBLE_YEARS or last not in PLAUSIBLE_YEARS or first >= last:
        return None
    days = date(first, 1, 1), date(last, 12, 31)
    return PeriodMention(start, end, "multi_year", *days, year=last, years=last - first + 1)


def _plan(match: re.Match[str]) -> PeriodMention:
    """“十四五”期间 is five years, “十四五”以来 runs from the first of them."""
    number = 10 + (_number(match["plan"]) or 0)
    first = PLANS_FROM + 5 * number
    if match["plan_end"] == "以来":
        return PeriodMention(*match.span(), "since", date(first, 1, 1), year=first)
    return PeriodMention(*match.span(), "multi_year", date(first, 1, 1), date(first + 4, 12, 31), years=5)


def _last_years(start: int, end: int, years: int | None, *, over: bool) -> PeriodMention | None:
    """近两年, 五年来, 两年多来; 一年来 is the report's own year."""
    if not years:
        return None
    if years == 1:
        return PeriodMention(start, end, "year", relative="so_far")
    return PeriodMention(start, end, "multi_year", relative="over_n_years" if over else "last_n_years", years=years)


def _dated(match: re.Match[str], words: PeriodWords) -> PeriodMention | None:
    """A year, a part of one, a day, with 截至 before or 以来 behind it."""
    year, months = _number(match["y1"]), _months(match, words)
    if (year and year not in PLAUSIBLE_YEARS) or (months and not 1 <= months[0] <= months[1] <= LAST_MONTH):
        return None
    first, last = months or (None, None)
    kind = _kind(match, first)
    if kind == "as_of" and first is None:
        # 截至2022年 and 2022年底 both mean the year's last day.
        first = last = 12
    first_day, day = _number(match["d1"]), _number(match["d2"]) or _number(match["d1"])
    days = _days(kind, year, (first, last), (first_day, day))
    if days is None:
        return None
    return PeriodMention(
        *match.span(), kind, *days, _relative(match, first, day, words), year, first, last, first_day, day
    )


def _kind(match: re.Match[str], month: int | None) -> str:
    """as_of behind 截至 or before 底, since before 以来, else a year or a part of one."""
    if match["since"]:
        return "since"
    if match["until"] or match["end"]:
        return "as_of"
    return "part_year" if month else "year"


def _relative(match: re.Match[str], month: int | None, day: int | None, words: PeriodWords) -> str:
    """How the words hang on the report: "" where they name their year."""
    if match["y1"]:
        return ""
    if match["yw"] and words.at("year")[match["yw"]] == "last":
        return "last_year"
    if day:
        return "day"
    return "months" if month else "this_year"


def _months(match: re.Match[str], words: PeriodWords) -> tuple[int, int] | None:
    """First and last month."""
    if match["mw"]:
        first, last = words.at("months")[match["mw"]].split("-")
        return int(first), int(last)
    if match["mn"]:
        return 1, _number(match["mn"]) or 0
    if not match["m1"]:
        return None
    first_month = _number(match["m1"]) or 0
    return first_month, _number(match["m2"]) or _number((match["m3"] or "").removesuffix("月")) or first_month


def _days(
    kind: str, year: int | None, months: tuple[int | None, int | None], days: tuple[int | None, int | None]
) -> tuple[date | None, date | None] | None:
    """First and last day, (None, None) where the year is not stated; None for a day that no month has."""
    # A leap year has every day that any year has.
    start = day_or_month_end(year or 2000, months[0] or 1, days[0] or 1)
    end = day_or_month_end(year or 2000, months[1] or 12, days[1])
    if start is None or end is None or start > end:
        return None
    if year is None:
        return None, None
    if kind == "as_of":
        return None, end
    return (start, None) if kind == "since" else (start, end)
