"""The numerals of headings: 一, 十二, 二十 in Chinese, 1, 12, 20 in English."""

from __future__ import annotations

from faheng.words.catalogue import Words

_SIGNS = "〇一二三四五六七八九十"
_TEN = 10


def numeral(number: int, say: Words) -> str:
    """A number from 1 to 99 as headings are counted; beyond it digits."""
    if not 0 < number < _TEN * _TEN:
        return str(number)
    tens, ones = divmod(number, _TEN)
    before = "" if tens <= 1 else _SIGNS[tens]
    chinese = before + _SIGNS[_TEN] * (tens > 0) + (_SIGNS[ones] if ones else "")
    return say.pick(chinese, str(number))
