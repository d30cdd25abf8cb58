"""A cell of the store as it stands in a table of a briefing: its value, and with it what must be said of it."""

from __future__ import annotations

from dataclasses import replace

from faheng.briefing.table import Number, TableCell
from faheng.model import Cell
from faheng.words.catalogue import Words
from faheng.words.findings import badge
from faheng.words.periods import cell_period_text
from faheng.words.reports import reprint_label
from faheng.words.values import PERCENT, cell_text, unit_symbol, units
from faheng.words.verdict_names import strictest_label, verdict_labels

__all__ = ["measured_name", "number_cell", "one_of_two", "remarked_cell"]

_OF_A_YEAR = ("year", "as_of")


def number_cell(cell: Cell, say: Words, *, with_unit: bool = True) -> TableCell:
    """The value as a number, or the word that stands in its place: never 0 for a missing one."""
    text = cell_text(cell, say, with_unit=with_unit)
    return text if cell.value is None else Number(cell.value, text, cell.unit == PERCENT)


def remarked_cell(
    cell: Cell | None, say: Words, *, dated: bool, with_unit: bool = False, strictest: bool = False
) -> TableCell:
    """The cell with its period and verdicts behind it, in a table that has no column for them.

    dated: the period is said of every value; else of those alone whose row of one year does not say it. with_unit: the
    unit too, where no head says it. strictest: of several verdicts the first alone.
    """
    if cell is None:
        return ""
    number = number_cell(cell, say, with_unit=with_unit)
    period = cell_period_text(cell, say) if dated or cell.period_kind not in _OF_A_YEAR else ""
    verdicts = verdict_labels(cell, say, separator=say(", "))
    # many columns have room for the verdict that is shown first
    verdicts = strictest_label(cell, say) if verdicts and strictest else verdicts
    labels = (period, verdicts, badge(cell, say), reprint_label(cell, say))
    remark = say(", ").join(filter(None, labels))
    if not remark or (isinstance(number, str) and cell.value_low is None):
        return number
    if isinstance(number, str):
        return say("{value} ({remark})", value=number, remark=remark)
    whole = say("{value} ({remark})", value=number.text, remark=remark)
    return replace(number, text=whole, short=number.text, below=remark)


def measured_name(cell: Cell, say: Words) -> str:
    """An indicator among others carries its unit, unless its values do."""
    unit = unit_symbol(units()[cell.unit], say)
    return cell.indicator if unit == "%" else say("{name} ({unit})", name=cell.indicator, unit=unit)


def one_of_two(cell: Cell, say: Words) -> TableCell:
    """One of two values: on a line with its period where nothing is to be remarked, else over period and verdict."""
    told = remarked_cell(cell, say, dated=True)
    plainly = cell.comparable and not badge(cell, say) and not reprint_label(cell, say)
    return replace(told, short="", below="") if plainly and isinstance(told, Number) else told
