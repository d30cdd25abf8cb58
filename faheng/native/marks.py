"""What the native charts of a ranking and of a trend share: a mark for a cell, the axis, the format of numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import floor

from faheng.charts import marks
from faheng.charts.look import LIGHT
from faheng.charts.references import ReferenceLine
from faheng.charts.scale import Scale, covered
from faheng.model import Cell
from faheng.native.chart import NativeChart, NativeMark, NativeSeries, Shape
from faheng.words.catalogue import Words
from faheng.words.findings import badge
from faheng.words.values import PERCENT, cell_value_text

# A line of another pattern each: they share one colour, and the key tells them apart.
_DASHES = ("dash", "sysDot", "dashDot", "lgDash", "sysDash", "lgDashDot")
_NEARLY = 1e-9
# A label reaches this share of the axis above and below its mark.
_REACH = 0.1
# Categories along which the name of a line stands.
_NAMED_ALONG = 2
# The share of all values within which a mark would stand under the name of a line.
_COVERED = 0.06
_DECIMALS = re.compile(r"\d\.(\d+)")


def mark_of(cell: Cell, colour: str, say: Words, *, hollow: bool) -> NativeMark:
    """The mark of a cell that has a value, or an interval in whose middle it then stands."""
    text = cell_value_text(cell, say, compact=True, with_unit=False)
    low, high = (cell.value_low, cell.value_high) if marks.is_range(cell) else (cell.interval_low, cell.interval_high)
    return NativeMark(marks.position(cell), text, colour, hollow, low, high)


def is_implied(cell: Cell) -> bool:
    """Whether no report states the value, but a later growth gives it."""
    return cell.origin == "implied"


def shape_of(cell: Cell) -> Shape:
    """The shape of the cell's mark, which says its origin as on a page."""
    return "diamond" if is_implied(cell) else "circle"


def is_bounded(cell: Cell) -> bool:
    """Whether only a bound of the value is known."""
    return cell.bound in ("at_least", "at_most", "between")


def doubted(text: str, cell: Cell, say: Words) -> str:
    """The text with the word of what was found against the cell behind it, where something was."""
    remark = badge(cell, say)
    return say("{value} ({remark})", value=text, remark=remark) if remark else text


def shapes_key(entries: Sequence[tuple[bool, str]], say: Words, *, full: bool) -> tuple[str, ...]:
    """What the shapes of the marks that are drawn mean; nothing where all are full circles.

    entries: whether a meaning is drawn, and its words. full: whether any mark is a full circle.
    """
    said = [text for needed, text in entries if needed]
    return (say("● reported"), *said) if said and full else tuple(said)


def axis_of(scale: Scale) -> tuple[float, float, float]:
    """Lowest and highest value of an axis, and the step of its grid."""
    reach, at = covered(scale)
    step = at[1] - at[0] if len(at) > 1 else reach.high - reach.low
    # an office program counts its grid from the lowest value, so that must be one of the grid
    return floor(reach.low / step + _NEARLY) * step, reach.high, step


def levels(lines: Sequence[ReferenceLine], drawn: Sequence[NativeSeries], length: int) -> list[NativeSeries]:
    """Published values as lines through all categories, the highest first, as it stands in the chart.

    drawn: the series with marks. A line is named at that of its ends from which the marks are farther, if any is free.
    """
    highest = sorted(lines, key=lambda line: -line.value)
    made = []
    for i, line in enumerate(highest):
        tone, at = LIGHT.muted if line.of_peers else LIGHT.reference, _freer_place(line.value, drawn, length)
        held = tuple(NativeMark(line.value, line.label, tone, shown=j == at) for j in range(length))
        dash = _DASHES[i % len(_DASHES)]
        made.append(NativeSeries(line.label, tone, held, shape="none", joined=True, dash=dash, in_key=False))
    return made


def _freer_place(value: float, drawn: Sequence[NativeSeries], length: int) -> int:
    """The first or the last category: the one whose marks, and those of the next to it, keep more away from a line.

    Where at both ends a mark is so near that the name would cover it, the freest category between them.
    """

    def room(categories: range) -> float:
        held = (each.marks[j] for each in drawn for j in categories)
        return min((abs(mark.value - value) for mark in held if mark is not None), default=float("inf"))

    near = min(_NAMED_ALONG, max(length // 2, 1))
    ends = {0: range(near), length - 1: range(length - near, length)}
    best = max(ends, key=lambda j: room(ends[j]))
    values = [mark.value for each in drawn for mark in each.marks if mark is not None]
    if not values or room(ends[best]) >= (max(*values, value) - min(*values, value)) * _COVERED:
        return best
    # such a name stands to the left of its category
    between = {j: range(j - near + 1, j + 1) for j in range(near, length - 1)}
    return max([best, *between], key=lambda j: room((ends | between)[j]))


def is_crossed(chart: NativeChart, mark: NativeMark) -> bool:
    """Whether a line without marks passes so near the mark that it may strike its label through."""
    near = (chart.high - chart.low) * _REACH
    lines = (each for each in chart.series if each.shape == "none")
    return any(abs(other.value - mark.value) <= near for each in lines for other in each.marks if other is not None)


def number_format(cells: Sequence[Cell], say: Words) -> str:
    """The spreadsheet format with which most of the numbers read as pages print them."""
    return format_of([cell_value_text(cell, say, with_unit=False) for cell in cells], cells[0].unit)


def format_of(texts: Sequence[str], unit: str) -> str:
    """The format with the decimals that most of the texts have; the more of two that are as frequent."""
    places = [len(match[1]) if (match := _DECIMALS.search(text)) else 0 for text in texts]
    most = max(places, key=lambda one: (places.count(one), one), default=0)
    decimals = "." + "0" * most if most else ""
    return f"0{decimals}%" if unit == PERCENT else f"#,##0{decimals}"


def formatted(value: float, form: str) -> str:
    """The value as an office program prints it in this format; a rate's value is a fraction."""
    decimals = len(form.rstrip("%").partition(".")[2])
    return f"{value * 100:.{decimals}f}%" if form.endswith("%") else f"{value:,.{decimals}f}"
