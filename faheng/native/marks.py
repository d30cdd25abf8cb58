"""What the native charts of a ranking and of a trend share: a mark for a cell, the axis, the format of numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import floor

import pandas as pd

from faheng.charts import marks
from faheng.charts.look import LIGHT
from faheng.charts.references import Reference
from faheng.charts.scale import Scale, covered
from faheng.native.chart import Mark, NativeChart, NativeSeries, Shape
from faheng.words.catalogue import Words
from faheng.words.findings import badge
from faheng.words.rows import Row, number_of, text_of
from faheng.words.values import PERCENT, row_value_text

# A line of another pattern each: they share one colour, and the key tells them apart.
_DASHES = ("dash", "sysDot", "dashDot", "lgDash", "sysDash", "lgDashDot")
_NEARLY = 1e-9
# What keeps the entries of a key apart.
WIDE = "　"
# A label reaches this share of the axis above and below its mark.
_REACH = 0.1
_DECIMALS = re.compile(r"\d\.(\d+)")


def mark_of(row: Row, colour: str, say: Words, *, hollow: bool, shown: bool = True, bold: bool = False) -> Mark:
    """The mark of a cell that has a value, or an interval in whose middle it then stands."""
    low, high = (number_of(row, name) for name in ("interval_low", "interval_high"))
    text = row_value_text(row, say, compact=True, with_unit=False)
    return Mark(marks.position(row), text, colour, hollow, low, high, shown, bold)


def is_implied(row: Row) -> bool:
    """Whether no report states the value, but a later growth gives it."""
    return text_of(row, "origin") == "implied"


def shape_of(row: Row) -> Shape:
    """The shape of the row's mark, which says its origin as on a page."""
    return "diamond" if is_implied(row) else "circle"


def is_bounded(row: Row) -> bool:
    """Whether only a bound of the value is known."""
    return text_of(row, "bound") in ("at_least", "at_most")


def doubted(text: str, row: Row, say: Words) -> str:
    """The text with the word of what was found against the row behind it, where something was."""
    found = badge(row, say)
    return say("{value} ({remark})", value=text, remark=found) if found else text


def shapes_key(rows: Sequence[Row], say: Words) -> tuple[str, ...]:
    """What each shape of the rows' marks means, as a page says it; nothing where all are plainly reported."""
    origins = {"origin": [text_of(row, "origin") for row in rows], "bound": "exact", "interval_low": None}
    told = marks.key(pd.DataFrame(origins), say, arrows=False)
    return tuple(filter(None, told.split(WIDE)))


def axis_of(scale: Scale) -> tuple[float, float, float]:
    """Lowest and highest value of an axis, and the step of its grid."""
    reach, at = covered(scale)
    step = at[1] - at[0] if len(at) > 1 else reach.high - reach.low
    # an office program counts its grid from the lowest value, so that must be one of the grid
    return floor(reach.low / step + _NEARLY) * step, reach.high, step


def levels(lines: Sequence[Reference], length: int) -> list[NativeSeries]:
    """Published values as lines through all categories, the highest first, as it stands in the chart."""
    highest = sorted(lines, key=lambda line: -line.value)
    return [
        NativeSeries(
            line.label, tone, (Mark(line.value, line.label, tone, shown=False),) * length,
            shape="none", joined=True, dash=_DASHES[i % len(_DASHES)],
        )
        for i, line in enumerate(highest)
        for tone in [LIGHT.muted if line.of_peers else LIGHT.reference]
    ]  # fmt: skip


def is_crossed(chart: NativeChart, mark: Mark) -> bool:
    """Whether a line without marks passes so near the mark that it may strike its label through."""
    near = (chart.high - chart.low) * _REACH
    lines = (each for each in chart.series if each.shape == "none")
    return any(abs(other.value - mark.value) <= near for each in lines for other in each.marks if other is not None)


def number_format(rows: Sequence[Row], say: Words) -> str:
    """The spreadsheet format with which most of the numbers read as pages print them."""
    return format_of([row_value_text(row, say, with_unit=False) for row in rows], text_of(rows[0], "unit"))


def format_of(texts: Sequence[str], unit: str) -> str:
    """The format with the decimals that most of the texts have; the more of two that are as frequent."""
    places = [len(found[1]) if (found := _DECIMALS.search(text)) else 0 for text in texts]
    most = max(places, key=lambda one: (places.count(one), one), default=0)
    decimals = "." + "0" * most if most else ""
    return f"0{decimals}%" if unit == PERCENT else f"#,##0{decimals}"


def formatted(value: float, form: str) -> str:
    """The value as an office program prints it in this format; a rate's value is a fraction."""
    decimals = len(form.rstrip("%").partition(".")[2])
    return f"{value * 100:.{decimals}f}%" if form.endswith("%") else f"{value:,.{decimals}f}"
