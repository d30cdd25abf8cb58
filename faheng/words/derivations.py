"""How a derived or implied value was worked out, as arithmetic that a reader can follow: 367 ÷ 374 = 98.1%.

Left out on purpose: deciding. The values are those of the store; only the steps between them are written out here.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from faheng.words.catalogue import Words
from faheng.words.rows import Row, number_of, text_of
from faheng.words.values import PERCENT, interval_text, plain, row_value_text, units, value_text

__all__ = ["arithmetic", "sum_of_parts"]

_MOST_DECIMALS = 2
_MARKS = {"at_least": "≥", "at_most": "≤"}


def arithmetic(row: Row, inputs: Sequence[Row], say: Words) -> list[str]:
    """The steps from the inputs to the value of the row, a line each; none for a reported value."""
    origin = text_of(row, "origin")
    if origin == "derived":
        return [_share(row, inputs, say)]
    return _worked_back(row, inputs[0], say) if origin == "implied" and inputs else []


def sum_of_parts(row: Row, say: Words) -> str:
    """1 + 73 = 74: a figure that was added up from numbers of the text; "" for one that stands there itself."""
    parts = text_of(row, "value_text").split("+")
    if len(parts) == 1:
        return ""
    return f"{' + '.join(parts)} = {row_value_text(row, say)}"


def _share(row: Row, inputs: Sequence[Row], say: Words) -> str:
    sides = [
        " + ".join(_number(one, say) for one in inputs if text_of(one, "role") == side)
        for side in ("numerator", "denominator")
    ]
    above, below = (f"({side})" if " + " in side else side for side in sides)
    return f"{above} ÷ {below} = {row_value_text(row, say)}"


def _worked_back(row: Row, after: Row, say: Words) -> list[str]:
    """Backwards from the value after: both readings where the report leaves the growth's open."""
    way = text_of(after, "change_unit")
    if way == "points":
        return [_less_points(after, say)]
    if way == "points_or_percent":
        return [
            say("If the growth is in percentage points: {sum}", sum=_less_points(after, say)),
            say("If it is relative: {sum}", sum=_divided(after, say)),
        ]
    fitting = _fitting(row, say)
    return [_divided(after, say), *([fitting] if fitting else [])]


def _less_points(after: Row, say: Words) -> str:
    change = _change(after)
    sign = "−" if change >= 0 else "+"
    rest = _trimmed(_value(after) - change)
    points = say("{n} percentage points", n=_trimmed(abs(change)))
    growth = _bounded(text_of(after, "change_bound"), points, say)
    before = _bounded(text_of(after, "bound"), f"{rest}%", say)
    gives = "=" if text_of(after, "bound") == "exact" else "→"
    return f"{row_value_text(after, say)} {sign} {growth} {gives} {before}"


def _divided(after: Row, say: Words) -> str:
    change, value = _change(after), _value(after)
    sign = "+" if change >= 0 else "−"
    exact = value / (1 + change / 100)
    quotient = round(exact, _MOST_DECIMALS)
    equals = "=" if quotient == exact else "≈"
    percent = "%" if text_of(after, "unit") == PERCENT else ""
    growth = _bounded(text_of(after, "change_bound"), f"{_trimmed(abs(change))}%", say)
    return f"{_number(after, say)} ÷ (1 {sign} {growth}) {equals} {_trimmed(quotient)}{percent}"


def _fitting(row: Row, say: Words) -> str:
    """The whole number, or numbers, that give the growth as printed; "" for a rate, and where it is left open."""
    unit = units()[text_of(row, "unit")]
    value, low, high = (number_of(row, name) for name in ("value", "value_low", "value_high"))
    if unit.id == PERCENT or low is None or high is None:
        return ""
    if low == high:
        return say(
            "The whole number that gives the growth as printed: {value}",
            value=value_text(value, unit, "exact", say),
        )
    # Where no whole number gives it exactly as printed the interval is that of the two nearest.
    return say("In whole numbers: {interval}", interval=interval_text(low, high, unit, say))


def _number(row: Row, say: Words) -> str:
    return row_value_text(row, say, with_unit=False)


def _bounded(bound: str, number: str, say: Words) -> str:
    return say("about {value}", value=number) if bound == "about" else _MARKS.get(bound, "") + number


def _value(row: Row) -> Decimal:
    return Decimal(str(number_of(row, "value") or 0))


def _change(row: Row) -> Decimal:
    return Decimal(str(number_of(row, "change") or 0))


def _trimmed(number: Decimal) -> str:
    return plain(number, _MOST_DECIMALS).rstrip("0").rstrip(".")
