"""A numeral in digits with its multiplier, unit, span and damage.

Damage is flagged, never silently read: runs that hold two years, more than eight digits before a unit, letters for
digits (1O0件), stray points and commas (12.件, 98..5%), and what grew into a numeral (glued).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from faheng.model import Bound
from faheng.reading.mentions.glued import Glued, grown
from faheng.reading.mentions.lexicon import MentionLexicon
from faheng.reading.mentions.numbers import (
    ARABIC_NUMERAL,
    ASCII_DIGITS,
    MOST_DIGITS,
    MULTIPLIER,
    MULTIPLIERS,
    arabic_value,
)
from faheng.reading.mentions.silences import ROW_DIGITS, is_code, is_heading, is_joined, opens_quote
from faheng.reading.mentions.units import SILENT, PrintedUnit

PER_MILLE = "‰"
TO = re.compile(r"(?:至|到|[-—–~]{1,2})(?=[0-9])")
# 90%和95%之间: of two numerals with 和 only what stands behind them makes a range.
AND, WITHIN = re.compile(r"[和与](?=[0-9])"), "之间"
LIST = re.compile(r"(?:(?:[、和及]|至|到|[-—–~]{1,2})[0-9]{1,8}){1,9}")
# The letters that stand for digits in badly recognised text.
LETTERS = str.maketrans("OoIl", "0011")
LETTERED = re.compile(r"[0-9]{1,12}[OoIl][0-9OoIl]{0,8}")
STRAY = re.compile(r"\.{1,3}[0-9]{0,8}%?")
TWO_YEARS = re.compile(r"(?:19|20)[0-9]{2}(?:19|20)[0-9]{2}[0-9]+")
LONGEST_COUNT = 8
# 2万3千, 1亿2000万, 2万3456: what follows a scale in the same numeral.
LESSER = re.compile(r"([0-9]{1,4})(万|千|百|(?<=[0-9]{4})(?![0-9.,]))")
DAYS_WITHIN = ("内", "以内", "之内", "前", "为", "左右", "以上", "以下")


@dataclass(frozen=True)
class Numeral:
    """A numeral with its unit: what read_arabic and read_chinese hand to find. start, end without outer bounds."""

    start: int
    end: int
    number_start: int
    number_end: int
    value: Decimal
    high: Decimal | None
    unit: str
    bound: Bound | None
    corrupt: bool
    hundreds: bool = False


@dataclass(frozen=True)
class Scaled:
    """Digits with their multiplier and the bound inside: 2.1万余."""

    value: Decimal
    number_end: int
    end: int
    bound: Bound | None
    factor: int


def read_arabic(text: str, start: int, end: int, lexicon: MentionLexicon) -> Numeral | None:
    """The numeral whose digits are text[start:end]; None where it counts nothing."""
    if end - start > MOST_DIGITS:
        return None
    glued = grown(text, start, end)
    damaged = _damaged(text, start, end, glued, lexicon)
    if damaged or (glued and glued.whole):
        return damaged
    if is_joined(text, start, end, lexicon.bounds) or is_heading(text, start, end):
        return None
    scaled = _scaled(text, start, end, lexicon)
    unit = lexicon.units.at(text, scaled.end)
    ranged = _range(text, start, scaled, unit, lexicon)
    if ranged:
        return ranged
    if _counts_nothing(text, (start, end), scaled, unit, lexicon):
        return None
    parts = unit.word == PER_MILLE or unit.meaning == "tenths"
    return _of_a_hundred(start, scaled, unit) if parts else _plain(text, start, end, scaled, unit)


def _plain(text: str, start: int, end: int, scaled: Scaled, unit: PrintedUnit) -> Numeral:
    """12件, 2.1万余件, and digits without a unit."""
    corrupt = _is_grown_together(text, start, end, unit)
    return Numeral(start, unit.end, start, scaled.number_end, scaled.value, None, unit.word, scaled.bound, corrupt)


def _of_a_hundred(start: int, scaled: Scaled, unit: PrintedUnit) -> Numeral:
    """9成 is 90 per cent, 3‰ is 0.3 per cent."""
    value = scaled.value / 10 if unit.word == PER_MILLE else scaled.value * 10
    return Numeral(start, unit.end, start, unit.end, value, None, "%", scaled.bound, False)


def _scaled(text: str, start: int, end: int, lexicon: MentionLexicon) -> Scaled:
    """Value with 万, 亿, and 余 or 多 on either side of it."""
    value, factor = arabic_value(text[start:end]), 1
    bound, place = lexicon.bounds.within(text, end)
    number_end = end
    scale = MULTIPLIER.match(text, place)
    if scale:
        factor, number_end = MULTIPLIERS[scale[0]], scale.end()
        inner, place = lexicon.bounds.within(text, number_end)
        bound = bound or inner
    value *= factor
    lesser = LESSER.match(text, number_end) if factor > 1 else None
    if lesser and (rest := int(lesser[1]) * MULTIPLIERS.get(lesser[2], 1)) < factor:
        bound, place = lexicon.bounds.within(text, lesser.end())
        value, number_end = value + rest, lesser.end()
    whole = value == value.to_integral_value() and factor > 1
    return Scaled(value.to_integral_value() if whole else value, number_end, place, bound, factor)


def _counts_nothing(
    text: str, digits: tuple[int, int], scaled: Scaled, unit: PrintedUnit, lexicon: MentionLexicon
) -> bool:
    """Codes, years, names, ordinals and days of a month. digits: where they begin and end."""
    start, end = digits
    if unit.meaning == SILENT:
        return True
    if opens_quote(text, start) and unit.meaning != "percent":
        return True
    if unit.word == "日":
        return not text.startswith(DAYS_WITHIN, unit.end)
    if unit.word or scaled.factor > 1:
        return False
    return is_code(text, start, end) or _is_listed_code(text, end, lexicon)


def _is_listed_code(text: str, end: int, lexicon: MentionLexicon) -> bool:
    """Whether the bare digits are the first of a span or list that counts nothing: 7、8号地块, 50-260℃."""
    listed = LIST.match(text, end)
    if not listed:
        return False
    return TO.match(text, end) is not None or lexicon.units.at(text, listed.end()).meaning == SILENT


def _range(text: str, start: int, low: Scaled, unit: PrintedUnit, lexicon: MentionLexicon) -> Numeral | None:
    """3至5件, 10—15%, 10%至15%, 1至2万元: one numeral with two ends."""
    to = TO.match(text, unit.end) or AND.match(text, unit.end)
    digits = to and ARABIC_NUMERAL.match(text, to.end())
    if not digits or digits.end() - digits.start() > MOST_DIGITS:
        return None
    high = _scaled(text, digits.start(), digits.end(), lexicon)
    upper = lexicon.units.at(text, high.end)
    if to and to[0] in "和与" and not text.startswith(WITHIN, upper.end):
        return None
    if not upper.word or upper.meaning == SILENT or upper.word == "日" or unit.word not in ("", upper.word):
        return None
    value = low.value * high.factor if low.factor == 1 and low.value < high.value / high.factor else low.value
    if value >= high.value or opens_quote(text, start):
        return None
    return Numeral(
        start, upper.end, start, low.number_end, value, high.value, upper.word, low.bound or high.bound, False
    )


def _is_grown_together(text: str, start: int, end: int, unit: PrintedUnit) -> bool:
    """Whether digits before a unit are more than one numeral: 20192020172件, 12,3456件."""
    if not unit.word:
        return text[end : end + 1] == "," and text[end + 1 : end + 2] in ASCII_DIGITS
    digits = text[start:end]
    whole = digits.partition(".")[0]
    if len(whole.replace(",", "")) > LONGEST_COUNT or TWO_YEARS.fullmatch(whole):
        return True
    if len(whole) > 1 and whole[0] == "0":
        return True
    return text[start - 1 : start] in (",", ".") and text[max(0, start - 2) : start - 1].isdigit()


def _damaged(text: str, start: int, end: int, glued: Glued | None, lexicon: MentionLexicon) -> Numeral | None:
    """A numeral with signs, letters or stray points in it, where a unit shows that it is one: 1½7件, 1O0件, 98..5%."""
    if glued:
        return _flagged(text, (glued.start, glued.end), glued.value, lexicon)
    behind = text[end : end + 1]
    if behind in ("O", "o", "I", "l"):
        lettered = LETTERED.match(text, start)
        if lettered:
            return _flagged(text, (start, lettered.end()), Decimal(lettered[0].translate(LETTERS)), lexicon)
    if behind == "." and not is_heading_point(text, start, end):
        stray = STRAY.match(text, end)
        if stray:
            ends = stray.end() - stray[0].count("%")
            return _flagged(text, (start, ends), arabic_value(text[start:end]), lexicon)
    return None


def is_heading_point(text: str, start: int, end: int) -> bool:
    """Whether the point behind the numeral is that of a heading at the head of a line."""
    return end - start <= ROW_DIGITS and (start == 0 or text[start - 1] in "\n。;:!?")


def _flagged(text: str, place: tuple[int, int], value: Decimal, lexicon: MentionLexicon) -> Numeral | None:
    """The damaged numeral between the two places if a unit stands behind it."""
    start, end = place
    unit = lexicon.units.at(text, end)
    if not unit.word or (unit.meaning == SILENT and unit.word not in ("月", "月份")):
        return None
    return Numeral(start, unit.end, start, end, value, None, unit.word, None, True)
