"""Which rows a ranking has, in what order and where, and what their labels say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from faheng.charts import marks
from faheng.charts.measure import text_px
from faheng.words.catalogue import Words
from faheng.words.periods import row_period_text
from faheng.words.rows import Row, is_comparable, is_own_definition, text_of, verdicts_of
from faheng.words.verdict_names import verdict_label

ROW, TALL_ROW, DIVIDER = 28, 40, 34
NAME_SIZE, BELOW_SIZE = 13, 11
_WIDEST_LABEL = 0.44


@dataclass(frozen=True, eq=False)
class Line:
    """One row: its cell, its middle in pixels below the top of the plot, and the two lines of its label."""

    cell: Row
    y: float
    name: str
    below: str

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
        lines = [Line(line.cell, line.y * factor, line.name, line.below) for line in self.lines]
        divider = None if self.divider is None else self.divider * factor
        return Rows(lines, divider, max(height, self.height))


def lay_out(cells: pd.DataFrame, say: Words, width: float) -> Rows:
    """Comparable rows by value, then the divider, then the others in the order given: no rank is read into them."""
    # plain records: reading hundreds of rows field by field as pandas Series takes ten times as long
    rows: list[Row] = cells.to_dict("records")  # type: ignore[assignment]
    above = _by_value([row for row in rows if is_comparable(row)])
    below = [row for row in rows if not is_comparable(row)]
    periods = {row_period_text(cell, say) for cell in above}
    lines: list[Line] = []
    top, divider = 0.0, None
    for cell in [*above, *below]:
        if divider is None and not is_comparable(cell):
            divider = top + DIVIDER / 2
            top += DIVIDER
        label = _below(cell, say, width, period=len(periods) > 1 or not is_comparable(cell))
        height = TALL_ROW if label else ROW
        lines.append(Line(cell, top + height / 2, text_of(cell, "locality"), label))
        top += height
    return Rows(lines, divider, top)


def _by_value(cells: Sequence[Row]) -> list[Row]:
    lower_is_better = bool(cells) and text_of(cells[0], "better") == "lower"
    return sorted(cells, key=marks.position, reverse=not lower_is_better)


def _below(cell: Row, say: Words, width: float, *, period: bool) -> str:
    """The fullest wording of verdicts and period that fits beside the plot."""
    named = [_verdict_text(cell, verdict, say) for verdict in verdicts_of(cell) if verdict != "compared"]
    short = [verdict_label(verdict, say) for verdict in verdicts_of(cell) if verdict != "compared"]
    when = [row_period_text(cell, say)] if period else []
    wordings = ([*named, *when], [*short, *when], [*short[:1], *when], named[:2], named[:1], short[:1] or when)
    texts = [" · ".join(words) for words in wordings]
    room = width * _WIDEST_LABEL
    return next((text for text in texts if text_px(text, BELOW_SIZE) <= room), texts[-1])


def _verdict_text(cell: Row, verdict: str, say: Words) -> str:
    label, source = verdict_label(verdict, say), text_of(cell, "source_indicator")
    if verdict == "other_definition" and source and not is_own_definition(cell):
        return say("{verdict}: {indicator}", verdict=label, indicator=source)
    return label
