"""Numbers as the interface prints them: 98.3%, 22,909 件, 2.3 万名, ≥99%, 约 300 件.

Sentences and titles say 680 万户 where a table has 6,800,000 户, as official prose does; nothing is rounded for it.

Left out on purpose: rounding what a report printed. Only what Faheng computes is rounded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from faheng.data.reference import read_units
from faheng.model import Unit
from faheng.paths import DATA
from faheng.words.catalogue import Words
from faheng.words.protocols import JudgedValue, Valued
from faheng.words.verdict_names import strictest_label

PERCENT = "percent"
COMPACT_FROM = 100_000
DERIVED_DECIMALS = 1
# From where on a sentence says a word of scale, largest first.
_SCALES_ZH = (Decimal(100_000_000), " 亿"), (Decimal(10_000), " 万")
_SCALES_EN = ((Decimal(1_000_000), " million"),)
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


@dataclass(frozen=True, slots=True)
class Amount:
    """A value that is printed with its bound and unit.

    value is None where only the interval from low to high is known; beside a value the two, where they differ, make it
    "约 69%". printed is the numeral as the report has it and settles the decimals unless `decimals` does.
    """

    value: float | Decimal | None
    unit: Unit
    bound: str | None = "exact"
    low: float | None = None
    high: float | None = None
    printed: str = ""
    decimals: int | None = None

    @property
    def shown_bound(self) -> str | None:
        """The bound; "about" where exact bounds of an interval differ."""
        spread = self.low is not None and self.high is not None and self.low != self.high
        return "about" if spread and self.bound == "exact" else self.bound

    @property
    def places(self) -> int:
        """How many decimals are printed."""
        return 0 if self.value is None else _decimals(self.value, self.printed, self.decimals)


def value_text(amount: Amount, say: Words, *, compact: bool = False, told: bool = False) -> str:
    """The value with its bound and unit: "98.3%", "约 300 件"; the interval where there is no single value.

    compact allows 万 and 亿 (k and million) for marks on charts; told the same without rounding, for sentences and
    titles; tables leave both off. ValueError when there is nothing to print: a missing value is a verdict.
    """
    value, unit = amount.value, amount.unit
    if value is None:
        return _interval(amount.low, amount.high, unit, say)
    number = _compact(value, amount.printed, unit, say) if compact else _scaled_text(value, unit, say) if told else None
    text = number or _with_symbol(plain(value, amount.places), unit, say, one=value == 1)
    return _bounded(text, amount.shown_bound, say)


def cell_value_text(
    cell: Valued, say: Words, *, compact: bool = False, told: bool = False, with_unit: bool = True
) -> str:
    """The value of a cell. Without its unit a count is a bare number; a rate keeps its %."""
    unit = units()[cell.unit]
    unit = unit if with_unit else replace(unit, symbol_zh="", symbol_en="")
    reported = cell.origin in (None, "reported")
    amount = Amount(
        cell.value, unit, cell.bound, cell.value_low, cell.value_high,
        printed=cell.value_text if reported else "",
        decimals=_worked_out_decimals(cell, unit, reported=reported),
    )  # fmt: skip
    return value_text(amount, say, compact=compact, told=told)


def _worked_out_decimals(cell: Valued, unit: Unit, *, reported: bool) -> int | None:
    if reported or unit.id != PERCENT:
        return None
    # 99% less 30 points is about 69%: no more decimals than the growth had
    return None if cell.origin == "implied" else DERIVED_DECIMALS


def cell_text(
    cell: JudgedValue, say: Words, *, compact: bool = False, told: bool = False, with_unit: bool = True
) -> str:
    """What a table's cell says: the value, or the strictest verdict in words where there is none."""
    if cell.value is None and cell.value_low is None:
        return strictest_label(cell, say)
    return cell_value_text(cell, say, compact=compact, told=told, with_unit=with_unit)


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


def _trimmed(value: float | Decimal, decimals: int) -> str:
    text = plain(value, decimals)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _decimals(value: float | Decimal, printed: str, decimals: int | None) -> int:
    if decimals is not None:
        return decimals
    fraction = None if _MYRIADS.search(printed) else _DECIMALS.search(printed)
    if fraction:
        return len(fraction[1])
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


def _scaled_text(value: float | Decimal, unit: Unit, say: Words) -> str | None:
    """The value in words of thousands or millions, where two decimals say it whole; None for any other."""
    if unit.id == PERCENT:
        return None
    number = Decimal(str(value))
    for scale, word in _SCALES_ZH if say.language == "zh" else _SCALES_EN:
        if abs(number) >= scale and not number % (scale / 100):
            return f"{_trimmed(number / scale, 2)}{word}{say.pick(unit.symbol_zh, unit.symbol_en)}"
    return None


def _bounded(text: str, bound: str | None, say: Words) -> str:
    return say("about {value}", value=text) if bound == "about" else _MARKS.get(bound or "", "") + text
