"""Which year a report is about, as its title, its opening statement or its headings say, in that order.

A work report looks back on the year before the one in its title. Left out on purpose: the year most often named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from faheng.model import Span
from faheng.reading.about.dates import DIGIT, number
from faheng.reading.about.layout import Layout, Line
from faheng.reading.about.lexicon import AboutLexicon
from faheng.reading.about.places import without_books
from faheng.reading.about.sighting import Sighting, only

# 2021-2025年, 2021年至2022年: a range is the term of a plan or a report on several years.
YEAR = re.compile(r"(?<![\d\-—~至])(?P<year>20\d\d) ?年(?!\d|至|[-—~])")
RANGE = re.compile(r"(?P<first>20\d\d) ?年? ?[-—~至] ?(?P<last>20\d\d) ?年")
# The form of disclosure reports: 统计期限自2022年1月1日起至12月31日止; its title may stand over a year in brackets.
WHOLE_YEAR = re.compile(r"(?P<year>20\d\d) ?年1月1日起?(?:至|到|-|—)(?:(?P=year) ?年)?12月31日")
UNDER_TITLE = re.compile(r"\(?(?P<year>20\d\d) ?年(?:度)?\)?")
RECAP = re.compile(rf"(?P<year>20\d\d|二[零〇○O]{DIGIT}{{2}}) ?年(?:度|以来)?(?:主要)?工作回顾")
BEGINS = re.compile(r"(?P<year>20\d\d) ?年(?:度)?(?=[,以来我在全,])")


def year_of(layout: Layout, kind: str | None) -> Sighting[int] | None:
    """The year; None when nothing says it or two good places differ."""
    if kind == "work_report":
        return looked_back_on(layout)
    if kind == "article":
        return only(years_in_title(layout))
    title, stated = only(years_in_title(layout)), only(stated_years(layout))
    if title or stated:
        return only(filter(None, (title, stated)))
    if whole := only(whole_years(layout)):
        return whole
    return only(years_of_headings(layout))


def years_in_title(layout: Layout) -> list[Sighting[int]]:
    """The years in the title; none for a range."""
    if RANGE.search(layout.titled):
        return []
    return years_in(layout.titled, layout.title_span)


def years_in(text: str, at: Span | None) -> list[Sighting[int]]:
    """The single years of a text that stands at a place."""
    return [
        Sighting(int(each["year"]), at and Span(at.start + each.start(), at.start + each.end()))
        for each in YEAR.finditer(text)
    ]


def stated_years(layout: Layout) -> Iterator[Sighting[int]]:
    """The years of the opening's statement: 现将…2022年度…报告如下, or 2022年, at the head of the first paragraph."""
    match = BEGINS.match(layout.body.text) if layout.body else None
    if match and layout.body:
        yield Sighting(int(match["year"]), Span(layout.body.start, layout.body.start + match.end()))
    opening = without_books(layout.opening)
    for match in layout.lexicon.statement.finditer(opening):
        start = max(opening.rfind(stop, 0, match.start()) for stop in "。\n;") + 1
        yield from years_in(opening[start : match.start()], Span(start, match.start()))


def whole_years(layout: Layout) -> Iterator[Sighting[int]]:
    """The years that the opening covers from the first day to the last, and one alone on a line under the title."""
    for match in WHOLE_YEAR.finditer(layout.opening):
        yield Sighting(int(match["year"]), Span(match.start(), match.end()))
    for above, line in pairwise(layout.opening_lines):
        if above.text == layout.titled and (alone := UNDER_TITLE.fullmatch(line.text)):
            yield Sighting(int(alone["year"]), line.span)


def years_of_headings(layout: Layout) -> list[Sighting[int]]:
    """The year of headings that look back, and the one before the year of headings that plan."""
    return [found for line in layout.headings for found in year_of_heading(line, layout.lexicon)]


def year_of_heading(line: Line, lexicon: AboutLexicon) -> Iterator[Sighting[int]]:
    """The year that one heading gives: 2022年…不足 and 2023年…打算 both give 2022."""
    for match in YEAR.finditer(line.text):
        meaning = meaning_after(line.text[match.end() :], lexicon)
        if meaning:
            span = Span(line.start + match.start(), line.start + match.end())
            yield Sighting(int(match["year"]) - (meaning == "plan"), span)


def meaning_after(text: str, lexicon: AboutLexicon) -> str:
    """Whether the first telling phrase of a heading looks back or plans; "" for neither."""
    telling = [each for each in lexicon.at["heading"] if each.meaning in ("recap", "plan") and each.text in text]
    return min(telling, key=lambda each: (each.priority, text.index(each.text))).meaning if telling else ""


def looked_back_on(layout: Layout) -> Sighting[int] | None:
    """The year a work report recapitulates: its recap heading, which must fit the title, or the year before either."""
    recap = only(each for line in layout.headings for each in recaps(line))
    title = only(years_in_title(layout))
    if recap:
        return recap if title is None or title.value - recap.value in (0, 1) else None
    plan = only(years_of_headings(layout))
    before = Sighting(title.value - 1, title.span) if title else None
    return only(each for each in (before, plan) if each)


def recaps(line: Line) -> Iterator[Sighting[int]]:
    """The year of a heading such as 2021年以来工作回顾."""
    for match in RECAP.finditer(line.text):
        year = number(match["year"])
        if year:
            yield Sighting(year, Span(line.start + match.start(), line.start + match.end()))


def since(layout: Layout) -> Sighting[int] | None:
    """The year of 2020年以来 in the opening of a text that is about no single year."""
    found: Iterable[re.Match[str]] = re.finditer(r"(?<!\d)(20\d\d) ?年以来", without_books(layout.opening))
    return only(Sighting(int(each[1]), Span(each.start(), each.end())) for each in found)
