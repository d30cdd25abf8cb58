"""How a derived or implied value was worked out, as arithmetic that a reader can follow: 367 ÷ 374 = 98.1%,
267 + 165 = 432.

Left out on purpose: deciding. The values are those of the store; only the steps between them are written out here.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from faheng.words.catalogue import Words
from faheng.words.protocols import Ingredient, Valued
from faheng.words.values import PERCENT, Amount, cell_value_text, interval_text, plain, units, value_text

__all__ = ["arithmetic", "sum_of_parts"]

_MOST_DECIMALS = 2
_MARKS = {"at_least": "≥", "at_most": "≤"}


def arithmetic(cell: Valued, inputs: Sequence[Ingredient], say: Words) -> list[str]:
    """The steps from the inputs to the value of the cell, a line each; none for a reported value."""
    if cell.origin == "derived":
        summed = any(one.role == "summand" for one in inputs)
        return [_sum(cell, inputs, say) if summed else _share(cell, inputs, say)]
    return _worked_back(cell, inputs[0], say) if cell.origin == "implied" and inputs else []


def sum_of_parts(cell: Valued, say: Words) -> str:
    """1 + 73 = 74: a figure that was added up from numbers of the text; "" for one that stands there itself."""
    parts = cell.value_text.split("+")
    if len(parts) == 1:
        return ""
    return f"{' + '.join(parts)} = {cell_value_text(cell, say)}"


def _sum(cell: Valued, inputs: Sequence[Ingredient], say: Words) -> str:
    return f"{' + '.join(_number(one, say) for one in inputs)} = {cell_value_text(cell, say)}"


def _share(cell: Valued, inputs: Sequence[Ingredient], say: Words) -> str:
    sides = [
        " + ".join(_number(one, say) for one in inputs if one.role == side) for side in ("numerator", "denominator")
    ]
    above, below = (f"({side})" if " + " in side else side for side in sides)
    return f"{above} ÷ {below} = {cell_value_text(cell, say)}"


def _worked_back(cell: Valued, after: Ingredient, say: Words) -> list[str]:
    """Backwards from the value after: both readings where the report leaves the growth's open."""
    way = after.change_unit
    if way == "points":
        return [_less_points(after, say)]
    if way == "points_or_percent":
        return [
            say("If the growth is in percentage points: {sum}", sum=_less_points(after, say)),
            say("If it is relative: {sum}", sum=_divided(after, say)),
        ]
    fitting = _fitting(cell, say)
    return [_divided(after, say), *([fitting] if fitting else [])]


def _less_points(after: Ingredient, say: Words) -> str:
    change = _change(after)
    sign = "−" if change >= 0 else "+"
    rest = _trimmed(_value(after) - change)
    points = say("{n} percentage points", n=_trimmed(abs(change)))
    growth = _bounded(after.change_bound, points, say)
    before = _bounded(after.bound, f"{rest}%", say)
    gives = "=" if after.bound == "exact" else "→"
    return f"{cell_value_text(after, say)} {sign} {growth} {gives} {before}"


def _divided(after: Ingredient, say: Words) -> str:
    change, value = _change(after), _value(after)
    sign = "+" if change >= 0 else "−"
    exact = value / (1 + change / 100)
    quotient = round(exact, _MOST_DECIMALS)
    equals = "=" if quotient == exact else "≈"
    percent = "%" if after.unit == PERCENT else ""
    growth = _bounded(after.change_bound, f"{_trimmed(abs(change))}%", say)
    return f"{_number(after, say)} ÷ (1 {sign} {growth}) {equals} {_trimmed(quotient)}{percent}"


def _fitting(cell: Valued, say: Words) -> str:
    """The whole number, or numbers, that give the growth as printed; "" for a rate, and where it is left open."""
    unit = units()[cell.unit]
    value, low, high = cell.value, cell.value_low, cell.value_high
    if unit.id == PERCENT or low is None or high is None:
        return ""
    if low == high:
        return say(
            "The whole number that gives the growth as printed: {value}",
            value=value_text(Amount(value, unit), say),
        )
    # Where no whole number gives it exactly as printed the interval is that of the two nearest.
    return say("In whole numbers: {interval}", interval=interval_text(low, high, unit, say))


def _number(cell: Valued, say: Words) -> str:
    return cell_value_text(cell, say, with_unit=False)


def _bounded(bound: str | None, number: str, say: Words) -> str:
    return say("about {value}", value=number) if bound == "about" else _MARKS.get(bound or "", "") + number


def _value(cell: Valued) -> Decimal:
    return Decimal(str(cell.value or 0))


def _change(cell: Ingredient) -> Decimal:
    return Decimal(str(cell.change or 0))


def _trimmed(number: Decimal) -> str:
    return plain(number, _MOST_DECIMALS).rstrip("0").rstrip(".")
