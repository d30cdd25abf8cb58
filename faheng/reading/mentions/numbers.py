"""Numerals: their shape in the clean text and their value.

Every pattern is linear: a run of digits or numerals is taken possessively and only from its beginning.
Left out on purpose: 数百 and 几十, which name no number.
"""

from __future__ import annotations

import re
from decimal import Decimal

DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
CHINESE = "".join([*DIGITS, *SMALL, *LARGE])
MULTIPLIERS = {"万亿": 10**12, "亿": 10**8, "千万": 10**7, "百万": 10**6, "万": 10**4, "千": 1000, "百": 100}
# 5百分点, 30千瓦 and 2千米 are no hundreds and thousands.
MULTIPLIER = re.compile(r"万亿|亿|千万|百万|万|千(?![克米瓦伏卡帕赫])|百(?!分)")
ARABIC = r"(?<![0-9])(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}(?!,?[0-9])|[0-9]++)(?:\.[0-9]++)?"
ARABIC_NUMERAL = re.compile(ARABIC)
# Longer than this is no number that anybody printed; Decimal would round it.
MOST_DIGITS = 24
HUNDRED = 100
ASCII_DIGITS = frozenset("0123456789")
# Neighbouring digits name a span: 七八件, 二三十件; 三五件 is the one with a gap.
SPAN = re.compile(r"([一二两三四五六七八])([二两三四五六七八九])([十百千万]?)")
TENS_SPAN = re.compile(r"([一二三四五六七八九]?)十([一二三四五六七八])([二三四五六七八九])")


def arabic_value(text: str) -> Decimal:
    """The value of "1,234" or "98.30"; the printed places stay."""
    return Decimal(text.replace(",", ""))


def chinese_value(text: str) -> Decimal | None:
    """The value of 一千八百零五, 二〇二二, 九十八点五; None for what is no numeral (十百, 三三十)."""
    whole, _, places = text.partition("点")
    value = _whole(whole)
    if value is None or not places:
        return value
    if any(character not in DIGITS for character in places):
        return None
    return Decimal(f"{value}.{''.join(str(DIGITS[character]) for character in places)}")


def _whole(text: str) -> Decimal | None:
    """The value of a numeral without places."""
    if len(text) > MOST_DIGITS:
        return None
    if len(text) > 1 and all(character in DIGITS for character in text):
        return Decimal("".join(str(DIGITS[character]) for character in text)) if "零" in text or "〇" in text else None
    total, section, digit, last = 0, 0, None, 0
    for character in text:
        if character in DIGITS:
            if digit:
                return None
            digit = DIGITS[character]
        elif character in SMALL:
            if last and SMALL[character] >= last:
                return None
            last = SMALL[character]
            section += (1 if digit is None else digit) * last
            digit = None
        else:
            total = (total + section + (digit or 0) or 1) * LARGE[character]
            section, digit, last = 0, None, 0
    return Decimal(total + section + (digit or 0))


def span_values(text: str) -> tuple[Decimal, Decimal] | None:
    """The two ends of 七八, 二三十, 十五六, 三五; None for any other numeral."""
    found = SPAN.fullmatch(text)
    if found:
        low, high, scale = DIGITS[found[1]], DIGITS[found[2]], (SMALL | LARGE).get(found[3], 1)
        return (Decimal(low * scale), Decimal(high * scale)) if _neighbours(low, high) else None
    found = TENS_SPAN.fullmatch(text)
    if not found:
        return None
    tens, low, high = DIGITS.get(found[1], 1) * 10, DIGITS[found[2]], DIGITS[found[3]]
    return (Decimal(tens + low), Decimal(tens + high)) if _neighbours(low, high) else None


def _neighbours(low: int, high: int) -> bool:
    """Whether two digits side by side name a span."""
    return high == low + 1 or (low, high) == (3, 5)


def is_rounded(denominator: str, numerator: str) -> bool:
    """Whether the percentage of a fraction does not come out even (三分之二)."""
    below, above = _ends(denominator, numerator)
    if not below or above is None or below == HUNDRED:
        return False
    return (above * HUNDRED * HUNDRED) % below != 0


def _ends(denominator: str, numerator: str) -> tuple[Decimal | None, Decimal | None]:
    """Both numerals of a fraction, None for what is too long to be one."""
    if len(numerator) > MOST_DIGITS:
        return None, None
    below = arabic_value(denominator) if denominator[0] in ASCII_DIGITS else chinese_value(denominator)
    return below, arabic_value(numerator) if numerator[0] in ASCII_DIGITS else chinese_value(numerator)


def fraction_percent(denominator: str, numerator: str) -> Decimal | None:
    """三分之二 as a percentage, to two places where it does not divide evenly; 百分之九十八点五 keeps its places."""
    below, above = _ends(denominator, numerator)
    if not below or above is None:
        return None
    percent = above * 100 / below
    rounded = round(percent, 2)
    return (rounded if percent != rounded else percent) if below != HUNDRED else above
