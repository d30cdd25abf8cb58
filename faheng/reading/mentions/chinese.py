"""A Chinese numeral right before a unit: 十二个, 二三十件, 近千万元, 九成, 无一宗.

Left out on purpose: 一 and 二 as articles and ordinals (一项, 二期), names (三项制度), anything in quotes.
"""

from __future__ import annotations

from decimal import Decimal

from faheng.model import Bound
from faheng.reading.mentions.arabic import Numeral
from faheng.reading.mentions.lexicon import MentionLexicon
from faheng.reading.mentions.numbers import CHINESE, DIGITS, chinese_value, span_values
from faheng.reading.mentions.silences import in_quotes
from faheng.reading.mentions.units import SILENT, PrintedUnit

BARE_SCALES = frozenset("百千万亿")
VAGUE_SCALES = BARE_SCALES | {"十"}
CLAUSE_END = frozenset(",.;。:、!?)\n")
# The units that a single 一 still counts with, at the end of a clause: 驳回一件, 执法车辆一台。
COUNTED_ONCE = frozenset(("case", "thing", "body"))
TO = frozenset("至到—")


def read_chinese(text: str, start: int, end: int, lexicon: MentionLexicon) -> Numeral | None:
    """The numeral text[start:end]; None where it counts nothing."""
    bounds = lexicon.bounds
    bound, place = bounds.within(text, end)
    unit = lexicon.units.at(text, place, chinese=True)
    if not unit.word or unit.meaning == SILENT or bounds.is_ordinal(text, start) or in_quotes(text, start):
        return None
    numeral = text[start:end]
    if unit.meaning == "tenths":
        return _tenths(text, start, numeral, unit)
    if numeral == "一":
        return _single(text, start, unit, bound, bounds.negation_before(text, start))
    # 零 begins words (零部件, 零件); statements such as 零败诉 are read elsewhere.
    if numeral in ("二", "零", "〇") or (numeral[0] in VAGUE_SCALES and bounds.is_vague(text, start)):
        return None
    if numeral[0] in BARE_SCALES and not bound and bounds.before(text, start, hundreds=True)[0] is None:
        return None
    return _counted(text, (start, end), unit, bound)


def _counted(text: str, span: tuple[int, int], unit: PrintedUnit, bound: Bound | None) -> Numeral | None:
    """十二件, 七八件, 三至五件."""
    start, end = span
    numeral = text[start:end]
    hundreds = numeral[0] in BARE_SCALES
    ends = span_values(numeral)
    if ends:
        return Numeral(start, unit.end, start, end, ends[0], ends[1], unit.word, Bound.ABOUT, False, hundreds)
    value = chinese_value(_ones(numeral) if hundreds else numeral)
    if value is None:
        return None
    grown = text[start - 1 : start].isdigit()
    low_start = _low_start(text, start)
    low = chinese_value(text[low_start : start - 1]) if low_start < start else None
    if low is not None and low < value:
        return Numeral(low_start, unit.end, low_start, start - 1, low, value, unit.word, bound, False)
    return Numeral(start, unit.end, start, end, value, None, unit.word, bound, grown, hundreds)


def _ones(numeral: str) -> str:
    """千万 means one thousand times ten thousand: a scale without a digit counts once."""
    return "一" + numeral


def _low_start(text: str, start: int) -> int:
    """Where the lower end of 三至五件 begins; start where there is none."""
    place = start - 1
    if place < 1 or text[place] not in TO:
        return start
    first = place
    while first > 0 and place - first < len(CHINESE) and text[first - 1] in CHINESE:
        first -= 1
    return first if first < place else start


def _single(text: str, start: int, unit: PrintedUnit, bound: Bound | None, none: int) -> Numeral | None:
    """无一宗 is none; 一件 counts only at the end of a clause, elsewhere 一 is an article.

    none: where the negation right before it begins, start where there is none.
    """
    if none < start and unit.meaning in COUNTED_ONCE:
        return Numeral(none, unit.end, none, start + 1, Decimal(0), None, unit.word, None, False)
    behind = text[unit.end : unit.end + 1]
    if bound is None and unit.meaning in COUNTED_ONCE and unit.word != "起" and (not behind or behind in CLAUSE_END):
        return Numeral(start, unit.end, start, start + 1, Decimal(1), None, unit.word, None, False)
    return None


def _tenths(text: str, start: int, numeral: str, unit: PrintedUnit) -> Numeral | None:
    """九成 and 八成五 as a percentage."""
    if len(numeral) != 1 or numeral not in DIGITS:
        return None
    end, value = unit.end, Decimal(DIGITS[numeral] * 10)
    behind = text[end : end + 1]
    if behind == "半" or (behind in DIGITS and text[end + 1 : end + 2] not in BARE_SCALES):
        value += 5 if behind == "半" else DIGITS[behind]
        end += 1
    return Numeral(start, end, start, end, value, None, "%", None, False)
