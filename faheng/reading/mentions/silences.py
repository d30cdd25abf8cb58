"""Numerals that count nothing: headings, codes, years, hotline numbers, names in quotes.

Only what stands right beside the numeral is looked at, so that this costs the same for every text.
"""

from __future__ import annotations

import re

from faheng.reading.mentions.bounds import Bounds

HEADING_BEFORE = frozenset("\n\t 。;:!?(")
# N+1, 3×24, 1/3, 5·18, #3, A-1: a numeral beside one of these is part of a longer sign.
CELL_MARKS = "\t|"
JOINED = frozenset("+×*/·_#@&=<>")
# A year that stands without 年 (春雷行动2022, 2023工作计划).
PLAUSIBLE_YEARS = range(1950, 2101)
# 12345, 12348, 96110: service numbers are codes unless a unit stands behind them.
HOTLINE = re.compile(r"12[0-9]{3}|100(?:00|10|86)|9[56][0-9]{3}")
# Bare digits of this length are telephone, registration or postal numbers.
CODE_DIGITS = 8
# Headings and rows are numbered up to 99.
ROW_DIGITS = 2
YEAR_DIGITS = 4
QUOTE_REACH = 30
# 11333矛盾纠纷多元调解模式, 321基层治理机制: digits that name a way of working.
WAY = re.compile("[\u4e00-\u9fff]{2,12}?(?:模式|机制|工作法|体系|工程|格局)")


def is_joined(text: str, start: int, end: int, bounds: Bounds) -> bool:
    """Whether the numeral is part of a sign or a Latin word (G102, 5G, N+1, 12·4, 第16, 每3)."""
    before, behind = text[start - 1 : start] if start else "", text[end : end + 1]
    if before in JOINED and before and not (before == "+" and is_sign(text, start)):
        return True
    if (before.isascii() and before.isalpha()) or (behind.isascii() and behind.isalpha()):
        return True
    if behind in JOINED and behind:
        return True
    if before == "-" and not is_sign(text, start):
        return True
    if (before == ":" and text[start - 2 : start - 1].isdigit()) or (
        behind == ":" and text[end + 1 : end + 2].isdigit()
    ):
        return True
    return bounds.is_ordinal(text, start)


def is_sign(text: str, start: int) -> bool:
    """Whether the + or - right before text[start] is a sign: it follows a Chinese character or begins a cell."""
    return start > 1 and ("\u4e00" <= text[start - 2] <= "\u9fff" or text[start - 2] in CELL_MARKS)


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether the numeral is "1." "(1)" "1、" at the head of a line or a sentence."""
    if end - start > ROW_DIGITS or not text[start:end].isdigit():
        return False
    behind = text[end : end + 1]
    opens = start == 0 or text[start - 1] in HEADING_BEFORE
    if behind == ")" or (behind == "、" and opens):
        return opens
    return behind == "." and not text[end + 1 : end + 2].isdigit()


def is_code(text: str, start: int, end: int) -> bool:
    """Whether digits without a unit are a year, a hotline, a code, or stand alone in quotes or brackets."""
    digits = text[start:end]
    if digits.isdigit():
        if len(digits) == YEAR_DIGITS and int(digits) in PLAUSIBLE_YEARS:
            return True
        if len(digits) >= CODE_DIGITS or HOTLINE.fullmatch(digits) or (digits[0] == "0" and len(digits) > 1):
            return True
        if WAY.match(text, end):
            return True
    before, behind = text[start - 1 : start] if start else "\n", text[end : end + 1] or "\n"
    # Alone on its line: the number of a row or a page.
    return (before in "(〔[《" and behind in ")〕]》") or (before == behind == "\n" and end - start <= ROW_DIGITS)


def opens_quote(text: str, start: int) -> bool:
    """Whether the numeral is the first in quotes: “15分钟养老圈” is a name."""
    return start > 0 and text[start - 1] in "“‘"


def in_quotes(text: str, start: int) -> bool:
    """Whether text[start] stands between quotes that opened at most QUOTE_REACH characters before."""
    window = text[max(0, start - QUOTE_REACH) : start]
    return max(window.rfind("“"), window.rfind("‘")) > max(window.rfind("”"), window.rfind("’"))
