"""What this stage hands on: a number with its unit, its bound and its place in the clean text.

Offsets are half-open [start, end) in the clean text; the texts stage turns them into offsets of the original.
Left out on purpose: which indicator a number belongs to, and whether it is a result or a target.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from faheng.model import Bound


@dataclass(frozen=True)
class Mention:
    """A number as it stands in a sentence.

    start, end: the whole expression with its bound words, numeral and unit ("近7000余篇").
    number_start, number_end: the numeral alone ("7000", "2.1万", "百分之九十八"); the lower one of a range.
    value: 2.1万 is 21000, 百分之九十八 is 98. high: the upper end of a range, then value is the lower one.
    unit: "%", "个百分点", the unit word as printed, or "" where none stands.
    change: "up" or "down" for a stated growth, "" for a level. previous: the level before (由47宗降至3宗: 47).
    corrupt: the numeral looks damaged, its value is only the likeliest reading.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: Decimal
    high: Decimal | None
    text: str
    unit: str
    bound: Bound
    change: str
    corrupt: bool
    previous: bool = False
