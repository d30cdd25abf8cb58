"""Numbers as the interface prints them: 98.3%, 22,909 件, 2.3 万名, ≥99%, 约 300 件.

Left out on purpose: rounding what a report printed. Only what Faheng computes is rounded.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from faheng.data.reference import read_units
from faheng.model import Unit
from faheng.paths import DATA
from faheng.words.catalogue import Words
from faheng.words.rows import Row, number_of, text_of
from faheng.words.verdict_names import strictest_label

PERCENT = "percent"
COMPACT_FROM = 100_000
DERIVED_DECIMALS = 1
_MARKS = {"at_least": "≥", "at_most": "≤"}
_DECIMALS = re.compile(r"\d[.．](\d+)")
_MYRIADS = re.compile(r"[万萬亿億]")


@cache
def units() -> dict[str, Unit]:
    """Every unit of data/reference by its id, and the counts divided by residents or years as "case:per_10k"."""
    plain_units = {unit.id: unit for unit in read_units(DATA)}
    footings = [unit for unit in plain_units.values() if unit.id.startswith("per_")]
    return plain_units | {f"{unit.id}:{by.id}": divided(unit, by) for unit in plain_units.values() for by in footings}


def divided(unit: Unit, by: Unit) -> Unit:
    """Cases per 10,000 residents: the unit of a count that was divided."""
    return Unit(f"{unit.id}:{by.id}", unit.name_zh + by.name_zh, f"{unit.name_en} {by.name_en}",
                unit.symbol_zh + by.symbol_zh, unit.symbol_en + by.symbol_en)  # fmt: skip


def value_text(
    value: float | Decimal | None,
    unit: Unit,
    bound: str,
    say: Words,
    *,
    low: float | None = None,
    high: float | None = None,
    printed: str = "",
    decimals: int | None = None,
    compact: bool = False,
) -> str:
    """The value with its bound and unit.

    printed is the numeral as the report has it and settles the decimals unless `decimals` does. compact
    allows 万 and 亿 (k and million) for marks on charts; tables leave it off. low and high, when they differ,
    make an implied value "约 69%", or the interval itself where there is no single value. ValueError when
    there is nothing to print: a missing value is a verdict, not a number.
    """
    if value is None:
        return _interval(low, high, unit, say)
    spread = low is not None and high is not None and low != high
    places = _decimals(value, printed, decimals)
    number = _compact(value, printed, unit, say) if compact else None
    text = number or _with_symbol(plain(value, places), unit, say, one=value == 1)
    return _bounded(text, "about" if spread and bound == "exact" else bound, say)


def row_value_text(row: Row, say: Words, *, compact: bool = False, with_unit: bool = True) -> str:
    """The value of a cell. Without its unit a count is a bare number; a rate keeps its %."""
    unit = units()[text_of(row, "unit")]
    unit = unit if with_unit else replace(unit, symbol_zh="", symbol_en="")
    reported = text_of(row, "origin") in ("", "reported")
    return value_text(
        number_of(row, "value"), unit, text_of(row, "bound"), say,
        low=number_of(row, "value_low"), high=number_of(row, "value_high"),
        printed=text_of(row, "value_text") if reported else "",
        decimals=_row_decimals(row, unit, reported=reported),
        compact=compact,
    )  # fmt: skip


def _row_decimals(row: Row, unit: Unit, *, reported: bool) -> int | None:
    if reported or unit.id != PERCENT:
        return None
    # 99% less 30 points is about 69%: no more decimals than the growth had
    return None if text_of(row, "origin") == "implied" else DERIVED_DECIMALS


def cell_text(row: Row, say: Words, *, compact: bool = False) -> str:
    """What a table's cell says: the value, or the strictest verdict in words where there is none."""
    if number_of(row, "value") is None and number_of(row, "value_low") is None:
        return strictest_label(row, say)
    return row_value_text(row, say, compact=compact)


def plain(value: float | Decimal, decimals: int) -> str:
    """The number alone, halves rounded up, with thousands separators."""
    exact = Decimal(str(value))
    return f"{exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):,}".replace("-", "−")


def signed(value: float, decimals: int = DERIVED_DECIMALS) -> str:
    """+4.7, −4.7 or 0, always with the true minus sign."""
    text = plain(abs(value), decimals)
    if not text.strip("0.,"):
        return "0"
    return ("+" if value > 0 else "−") + text


def points_text(difference: float, say: Words, *, decimals: int = DERIVED_DECIMALS) -> str:
    """A difference of two rates, without its sign: "4.7 个百分点"."""
    return say("{n} percentage points", n=_trimmed(abs(difference), decimals))


def change_text(ratio: float) -> str:
    """A relative change, given as a fraction: −0.0467 is "−4.7%"."""
    return signed(ratio * 100) + "%"


def interval_text(low: float, high: float, unit: Unit, say: Words) -> str:
    """An interval, its unit once: "61.9%—81.1%", "28—29 件"."""
    first = _number(low, unit, say) if unit.id == PERCENT else _trimmed(low, DERIVED_DECIMALS)
    return say("{low}–{high}", low=first, high=_number(high, unit, say))


def unit_symbol(unit: Unit, say: Words) -> str:
    """The unit alone, for a column's or an axis's heading: "%", "件", "cases"."""
    return say.pick(unit.symbol_zh, unit.symbol_en).strip()


def _interval(low: float | None, high: float | None, unit: Unit, say: Words) -> str:
    if low is None or high is None:
        raise ValueError("no value to print: say the cell's verdict instead")
    return _number(low, unit, say) if low == high else interval_text(low, high, unit, say)


def _number(value: float, unit: Unit, say: Words) -> str:
    return _with_symbol(_trimmed(value, DERIVED_DECIMALS), unit, say, one=value == 1)


def _trimmed(value: float, decimals: int) -> str:
    text = plain(value, decimals)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _decimals(value: float | Decimal, printed: str, decimals: int | None) -> int:
    if decimals is not None:
        return decimals
    found = None if _MYRIADS.search(printed) else _DECIMALS.search(printed)
    if found:
        return len(found[1])
    shortest = Decimal(str(value)).quantize(Decimal("0.01"), ROUND_HALF_UP).normalize()
    return max(0, -int(shortest.as_tuple().exponent))


def _with_symbol(number: str, unit: Unit, say: Words, *, one: bool = False) -> str:
    if unit.id == PERCENT:
        return number + "%"
    if say.language == "zh":
        return f"{number} {unit.symbol_zh}".rstrip()
    # units.csv has plurals; a unit's id is its singular
    return number + (f" {unit.id}" if one and unit.symbol_en.strip() else unit.symbol_en)


def _compact(value: float | Decimal, printed: str, unit: Unit, say: Words) -> str | None:
    if unit.id == PERCENT or (abs(float(value)) < COMPACT_FROM and not _MYRIADS.search(printed)):
        return None
    number = float(value)
    # a value that would round up to the next word takes that word: 99,999,999 is 1 亿, not 10,000 万
    if say.language == "zh":
        scale, word = (1e8, "亿") if abs(number) >= 1e8 - 500 else (1e4, "万")
        return f"{_trimmed(number / scale, 1)} {word}{unit.symbol_zh}"
    scale, word = (1e6, " million") if abs(number) >= 1e6 - 50 else (1e3, "k")
    return f"{_trimmed(number / scale, 1)}{word}{unit.symbol_en}"


def _bounded(text: str, bound: str, say: Words) -> str:
    return say("about {value}", value=text) if bound == "about" else _MARKS.get(bound, "") + text
