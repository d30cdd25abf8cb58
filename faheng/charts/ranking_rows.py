"""Which rows a ranking has, in what order and where, and what their labels say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from faheng.charts import marks
from faheng.charts.measure import evenly_broken, text_px
from faheng.words.catalogue import Words
from faheng.words.findings import badge
from faheng.words.periods import row_period_text
from faheng.words.rows import Row, is_comparable, is_own_definition, text_of, verdicts_of
from faheng.words.verdict_names import row_label

ROW, TALL_ROW, DIVIDER = 28, 40, 34
NAME_SIZE, BELOW_SIZE, BELOW_LINE = 13, 11, 14
MOST_BELOW = 3
_WIDEST_LABEL, _WIDEST_LABEL_PX = 0.44, 240
_DOT = " · "
BESIDE_GAP = "\u2002"


@dataclass(frozen=True, eq=False)
class Line:
    """One row: its cell, its middle in pixels below the top of the plot, and its label.

    The label is the name, small words beside it, and small lines below it.
    """

    cell: Row
    y: float
    name: str
    beside: str
    below: tuple[str, ...]

    @property
    def comparable(self) -> bool:
        """Whether it stands above the divider."""
        return is_comparable(self.cell)


@dataclass(frozen=True)
class Rows:
    """All rows with the divider's place (None when nothing is incomparable) and the height they take."""

    lines: list[Line]
    divider: float | None
    height: float

    def stretched(self, height: float) -> Rows:
        """The same rows spread over a greater height; never squeezed."""
        factor = max(1.0, height / self.height) if self.height else 1.0
        lines = [replace(line, y=line.y * factor) for line in self.lines]
        divider = None if self.divider is None else self.divider * factor
        return Rows(lines, divider, max(height, self.height))


def lay_out(cells: pd.DataFrame, say: Words, width: float, title: str) -> Rows:
    """Comparable rows by value, then the divider, then the others in the order given: no rank is read into them.

    A row that is not comparable says its period; a comparable one does where the title leaves it open.
    """
    # plain records: reading hundreds of rows field by field as pandas Series takes ten times as long
    rows: list[Row] = cells.to_dict("records")  # type: ignore[assignment]
    above = _by_value([row for row in rows if is_comparable(row)])
    below = [row for row in rows if not is_comparable(row)]
    dated = _left_open(above, title, say)
    room = min(width * _WIDEST_LABEL, _WIDEST_LABEL_PX)
    lines: list[Line] = []
    top, divider = 0.0, None
    for cell in [*above, *below]:
        if divider is None and not is_comparable(cell):
            divider = top + DIVIDER / 2
            top += DIVIDER
        line = _line(cell, say, room, dated=dated or not is_comparable(cell))
        height = TALL_ROW + BELOW_LINE * (len(line.below) - 1) if line.below else ROW
        lines.append(replace(line, y=top + height / 2))
        top += height
    return Rows(lines, divider, top)


def _left_open(cells: Sequence[Row], title: str, say: Words) -> bool:
    """Whether the periods of these rows differ, or are of a year that the title does not name."""
    periods = {row_period_text(cell, say) for cell in cells}
    years = {text_of(cell, "year") for cell in cells}
    return len(periods) > 1 or not all(year in title for year in years)


def _by_value(cells: Sequence[Row]) -> list[Row]:
    lower_is_better = bool(cells) and text_of(cells[0], "better") == "lower"
    return sorted(cells, key=marks.position, reverse=not lower_is_better)


def _line(cell: Row, say: Words, room: float, *, dated: bool) -> Line:
    """The row's label: its period beside the name where nothing else is to be said and it fits, else below it."""
    name, verdicts = text_of(cell, "locality"), [each for each in verdicts_of(cell) if each != "compared"]
    when = row_period_text(cell, say) if dated else ""
    beside = text_px(name, NAME_SIZE) + text_px(BESIDE_GAP + when, BELOW_SIZE)
    if when and not verdicts and not badge(cell, say) and beside <= room:
        return Line(cell, 0, name, when, ())
    return Line(cell, 0, name, "", _below(cell, verdicts, when, say, room))


def _below(cell: Row, verdicts: Sequence[str], when: str, say: Words, room: float) -> tuple[str, ...]:
    """Verdicts and period in as few lines as they take: the verdicts in full where that is not too many."""
    found = badge(cell, say)
    full = _packed([*(text for each in verdicts for text in _verdict_texts(cell, each, say, room)), found, when], room)
    if len(full) <= MOST_BELOW:
        return full
    return _packed([*(row_label(cell, each, say) for each in verdicts), found, when], room)


def _packed(parts: Sequence[str], room: float) -> tuple[str, ...]:
    """The parts, as many on a line as fit; one that is wider than a line is broken within."""
    lines: list[str] = []
    for part in filter(None, parts):
        joined = lines[-1] + _DOT + part if lines else part
        if lines and text_px(joined, BELOW_SIZE) <= room:
            lines[-1] = joined
        else:
            lines += evenly_broken(part, room, BELOW_SIZE)
    return tuple(lines)


def _verdict_texts(cell: Row, verdict: str, say: Words, room: float) -> list[str]:
    """The verdict, with the indicator that stands in; the two apart where they do not fit on a line."""
    label, source = row_label(cell, verdict, say), text_of(cell, "source_indicator")
    if verdict != "other_definition" or not source or is_own_definition(cell):
        return [label]
    named = say("{verdict}: {indicator}", verdict=label, indicator=source)
    return [named] if text_px(named, BELOW_SIZE) <= room else [label, source]
