"""Dates that a report carries: signed at its end, or printed beside a label or in brackets under its title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from faheng.model import Span
from faheng.reading.about.layout import Layout, Line
from faheng.reading.about.sighting import Sighting, only

DIGIT = "[0-9〇零○O一二三四五六七八九]"
NUMBER = "[0-9一二三四五六七八九十]{1,3}"
DAY = re.compile(rf"(?P<y>{DIGIT}{{4}}) ?年 ?(?P<m>{NUMBER}) ?月 ?(?P<d>{NUMBER}) ?日")
ISO_DAY = re.compile(r"(?<!\d)(?P<y>20\d\d)([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?!\d)")
# What may stand on a dated line beside the date: brackets, and the name of who signs.
BESIDE = re.compile(r"[\s()\[\]【】]*")
NUMERALS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "O": 0}
TEN = 10


def published_on(layout: Layout) -> Sighting[date] | None:
    """The day a report was signed or published; None where it has none, or several that are not one day."""
    return only(signed(layout)) or only(labelled(layout)) or only(bracketed(layout.opening_lines))


def signed(layout: Layout) -> Iterator[Sighting[date]]:
    """Dates that are the whole of one of the last lines, or its end after the name of who signs."""
    for line in layout.closing_lines:
        for found in days_in(line):
            before = line.text[: found.span.start - line.start] if found.span else ""
            after = line.text[found.span.end - line.start :] if found.span else ""
            if BESIDE.fullmatch(after) and (BESIDE.fullmatch(before) or before.strip().endswith(("政府", "委员会"))):
                yield found


def labelled(layout: Layout) -> Iterator[Sighting[date]]:
    """Dates after 发布时间 and the like, or in brackets at the head of a line that names the source."""
    for _, line in layout.captions:
        for match in layout.lexicon.published.finditer(line.text):
            found = next(days_in(Line(line.text[match.end() :][:20], line.start + match.end())), None)
            if found:
                yield found


def bracketed(lines: tuple[Line, ...]) -> Iterator[Sighting[date]]:
    """Dates in brackets that begin a short line: (2022年11月25日), ( 2022-07-12 )."""
    for line in lines:
        if line.text.startswith("("):
            found = next(days_in(Line(line.text[:20], line.start)), None)
            if found:
                yield found


def days_in(line: Line) -> Iterator[Sighting[date]]:
    """The full dates of a line, written in any of three ways."""
    for pattern in (DAY, ISO_DAY):
        for match in pattern.finditer(line.text):
            day = day_of(*(number(match[part]) for part in "ymd"))
            if day:
                yield Sighting(day, Span(line.start + match.start(), line.start + match.end()))


def day_of(year: int | None, month: int | None, day: int | None) -> date | None:
    """The day, None where the calendar has none such."""
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def number(text: str) -> int | None:
    """2022, 二〇二二, 十一, 二十五 as a number; None for what is neither."""
    if text.isdecimal():
        return int(text)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return both(NUMERALS.get(tens or "一"), NUMERALS.get(ones or "零"))
    digits = [NUMERALS.get(character) for character in text]
    return None if None in digits else int("".join(map(str, digits)))


def both(tens: int | None, ones: int | None) -> int | None:
    """Two digits as a number."""
    return None if tens is None or ones is None else tens * TEN + ones
