"""The people's congress that a work report is given to: its place and its day tell whose report it is, and of when.

在溪口县第十六届人民代表大会第一次会议上 names the county in full, where the rest only says 我县 and 县人民政府.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from faheng.model import PeriodBasis, Span
from faheng.reading.about.dates import DAY, days_in
from faheng.reading.about.layout import Layout, Line
from faheng.reading.about.lexicon import AboutLexicon
from faheng.reading.about.years import RANGE

# 溪口县人民政府县长 某某, 临江市市长 某某: the office of who speaks, on a line of its own.
OFFICE = re.compile(r"\s?(?:人民政府)?\s?(?:常务)?[代副]?(?:[区市县州旗省镇乡盟]长|主席)")
LONGEST_BYLINE = 30
SENTENCE_END = re.compile(r"[。;]")
# How far behind the day of a congress its name stands.
REACH = 48
LAST_YEAR = re.compile(r"过去的?一年|一年来")
TERM = re.compile(r"五年|[三四]年来|本届政府|“?十[一二三四五六]五”?")
PLAN = re.compile(r"“?十([一二三四五六])五”?[^。]{0,16}(?:回顾|总结|成就)")
DIGITS = "一二三四五六七八九"
# The first year of the tenth plan, less ten plans of five years.
PLANS_FROM = 1951
# A report given in spring is of the year before, one of December of the year that ends; between them nothing is sure.
LAST_MONTH_OF_SPRING, LAST_MONTH = 4, 12
HALF, TEN = 6, 10
A_TERM = 5


@dataclass(frozen=True)
class LookBack:
    """The first and the last day that a report to a congress looks back on, on what ground, and where that is said."""

    start: date
    end: date
    basis: PeriodBasis
    span: Span | None


def is_of_its_congress(layout: Layout, span: Span) -> bool:
    """Whether the name of a place is that of the congress: 溪口县 in 在溪口县第十六届人民代表大会."""
    found = layout.lexicon.congress.match(layout.text, span.end)
    return found is not None and "届" in found.group()


def is_of_the_speaker(layout: Layout, span: Span) -> bool:
    """Whether the name of a place stands before the office of who speaks, on a short line of the opening."""
    line = next((each for each in layout.opening_lines if holds(each.span, span)), None)
    return line is not None and len(line.text) <= LONGEST_BYLINE and OFFICE.match(layout.text, span.end) is not None


def holds(outer: Span, inner: Span) -> bool:
    """Whether one span lies in the other."""
    return outer.start <= inner.start and inner.end <= outer.end


def told_to(layout: Layout) -> LookBack | None:
    """What a work report that names no year looks back on: a plan or a term that its headings name, or the last year.

    None where several headings differ, or the day of the meeting leaves it open.
    """
    plans = {(found[1], line.span) for line in layout.headings if (found := PLAN.search(line.text))}
    if plans:
        return of_plan(*plans.pop()) if len(plans) == 1 else None
    met = day_met(layout)
    if met is None:
        return None
    termed = any(is_of_a_term(line, layout.lexicon) for line in layout.headings)
    return of_term(layout, *met) if termed else of_last_year(layout, *met)


def of_term(layout: Layout, day: date, span: Span) -> LookBack | None:
    """The five years before the congress; None where the opening names other years."""
    last = day.year - (day.month <= HALF)
    spans = {(int(each["first"]), int(each["last"])) for each in RANGE.finditer(layout.opening)}
    if spans - {(last - A_TERM + 1, last)}:
        return None
    return LookBack(date(last - A_TERM + 1, 1, 1), date(last, 12, 31), PeriodBasis.INFERRED, span)


def of_last_year(layout: Layout, day: date, span: Span) -> LookBack | None:
    """The year that 过去一年 means in spring or in December."""
    if TERM.search(layout.opening) or not LAST_YEAR.search(layout.sample):
        return None
    if LAST_MONTH_OF_SPRING < day.month < LAST_MONTH:
        return None
    year = day.year - (day.month <= LAST_MONTH_OF_SPRING)
    return LookBack(date(year, 1, 1), date(year, 12, 31), PeriodBasis.INFERRED, span)


def of_plan(number: str, span: Span) -> LookBack:
    """The five years of a plan: “十一五” is 2006 to 2010."""
    first = PLANS_FROM + A_TERM * (TEN + DIGITS.index(number) + 1)
    return LookBack(date(first, 1, 1), date(first + A_TERM - 1, 12, 31), PeriodBasis.STATED, span)


def is_of_a_term(line: Line, lexicon: AboutLexicon) -> bool:
    """Whether a heading looks back on the five years of a term: 过去五年的工作."""
    return any(each.meaning == "several_years" and each.text in line.text for each in lexicon.at["heading"])


def day_met(layout: Layout) -> tuple[date, Span] | None:
    """The day of the congress as the opening says it, with its place."""
    text = layout.opening
    for day in DAY.finditer(text):
        found = layout.lexicon.congress.search(text, day.end(), day.end() + REACH)
        if found is None or SENTENCE_END.search(text, day.end(), found.start()):
            continue
        days = list(days_in(Line(day.group(), day.start())))
        return (days[0].value, Span(day.start(), found.end())) if days else None
    return None
