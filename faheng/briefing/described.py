"""What a chart or a table shows, in words, for those who cannot see it."""

from __future__ import annotations

from faheng.briefing.table import Number, TableCell, ViewTable
from faheng.native.chart import NativeChart, NativeSeries
from faheng.words.catalogue import Words
from faheng.words.clean import plain_text

__all__ = ["chart_alt", "table_alt"]

# A reader of screens reads all of it aloud: the table holds the rest.
_MOST_VALUES, _MOST_ROWS = 24, 12


def chart_alt(title: str, chart: NativeChart, message: str, say: Words) -> str:
    """The kind of chart, what it is of, what it shows, and its values with their names."""
    kind = {
        "bar": say("Bar chart"), "dot": say("Dot plot"), "line": say("Line chart"),
    }[chart.kind]  # fmt: skip
    told = [_series_text(series, chart, say) for series in chart.series if _is_seen(series)]
    head = say("{kind}: {title}.", kind=kind, title=chart.title or title)
    values = say("{statement}.", statement=say("; ").join(filter(None, told)))
    return say.pick("", " ").join(filter(None, (head, message, values if any(told) else "")))


def table_alt(title: str, table: ViewTable, say: Words) -> str:
    """What the table is of, its columns, and how many rows it has; of ours what it says."""
    names = say(", ").join(filter(None, (column.name for column in table.columns)))
    head = say.count(
        "Table: {title}. Columns: {columns}. One row.", "Table: {title}. Columns: {columns}. {n} rows.",
        len(table.rows), title=title, columns=names,
    )  # fmt: skip
    if table.ours is None:
        return head
    ours = say("Our row: {cells}.", cells=say(", ").join(filter(None, map(_text, table.rows[table.ours]))))
    return say.pick("", " ").join((head, ours))


def _is_seen(series: NativeSeries) -> bool:
    """Whether it has marks, or is a line with a name; a line that only joins marks says nothing."""
    return series.shape != "none" or any(mark is not None and mark.shown for mark in series.marks)


def _series_text(series: NativeSeries, chart: NativeChart, say: Words) -> str:
    """The values of a series by category; of a level line its name, which holds its value."""
    if series.shape == "none" and len({mark.value for mark in series.marks if mark}) == 1:
        return say("Line: {name}", name=series.name)
    held = [(name, mark.text) for name, mark in zip(chart.categories, series.marks, strict=True) if mark]
    if not held or series.shape == "none":
        return ""
    listed = [say("{name} {value}", name=plain_text(name), value=text) for name, text in held]
    values = say(", ").join(listed[:_MOST_VALUES])
    if len(held) > _MOST_VALUES:
        values = say("{places} and others, {n} in all", places=values, n=len(held))
    named = len({each.name for each in chart.series if each.shape != "none"}) > 1
    return say("{name}: {values}", name=series.name, values=values) if named else values


def _text(cell: TableCell) -> str:
    return cell.text if isinstance(cell, Number) else cell
