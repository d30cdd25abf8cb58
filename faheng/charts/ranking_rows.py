"""Which rows a ranking has, in what order and where, and what their labels say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from faheng.charts import marks
from faheng.charts.measure import evenly_broken, text_px
from faheng.model import Cell
from faheng.words.catalogue import Words
from faheng.words.findings import badge
from faheng.words.periods import cell_period_text
from faheng.words.verdict_names import cell_label

ROW, TALL_ROW, DIVIDER = 28, 40, 34
NAME_SIZE, NAME_LINE, BELOW_SIZE, BELOW_LINE = 13, 17, 11, 14
# How much wider bold letters are.
BOLD = 1.05
MOST_BELOW = 3
_WIDEST_LABEL, _WIDEST_LABEL_PX, _WIDEST_NAME = 0.44, 240, 0.5
_DOT = " · "
BESIDE_GAP = "\u2002"


@dataclass(frozen=True, eq=False)
class RankedRow:
    """One row: its cell, its middle in pixels below the top of the plot, and its label.

    The label is the name in its lines, small words beside it, and small lines below it.
    """

    cell: Cell
    y: float
    name: tuple[str, ...]
    beside: str
    below: tuple[str, ...]

    @property
    def comparable(self) -> bool:
        """Whether it stands above the divider."""
        return self.cell.comparable


@dataclass(frozen=True)
class RankedRows:
    """All rows with the divider's place (None when nothing is incomparable) and the height they take."""

    rows: list[RankedRow]
    divider: float | None
    height: float

    def stretched(self, height: float) -> RankedRows:
        """The same rows spread over a greater height; never squeezed."""
        factor = max(1.0, height / self.height) if self.height else 1.0
        rows = [replace(row, y=row.y * factor) for row in self.rows]
        divider = None if self.divider is None else self.divider * factor
        return RankedRows(rows, divider, max(height, self.height))


def lay_out(cells: Sequence[Cell], say: Words, width: float, title: str) -> RankedRows:
    """The comparable rows by value, then the divider, then the others, in the order given and without a rank.

    A row that is not comparable says its period; a comparable one does where the title leaves it open.
    """
    above = by_value([cell for cell in cells if cell.comparable])
    below = [cell for cell in cells if not cell.comparable]
    dated = _left_open(above, title, say)
    room, name_room = min(width * _WIDEST_LABEL, _WIDEST_LABEL_PX), width * _WIDEST_NAME / BOLD
    rows: list[RankedRow] = []
    top, divider = 0.0, None
    for cell in [*above, *below]:
        if divider is None and not cell.comparable:
            divider = top + DIVIDER / 2
            top += DIVIDER
        row = _row(cell, say, room, dated=dated or not cell.comparable)
        row = replace(row, name=tuple(evenly_broken(cell.locality, name_room, NAME_SIZE)))
        height = TALL_ROW + BELOW_LINE * (len(row.below) - 1) if row.below else ROW
        height += NAME_LINE * (len(row.name) - 1)
        rows.append(replace(row, y=top + height / 2))
        top += height
    return RankedRows(rows, divider, top)


def _left_open(cells: Sequence[Cell], title: str, say: Words) -> bool:
    """Whether the periods of these rows differ, or are of a year that the title does not name."""
    periods = {cell_period_text(cell, say) for cell in cells}
    years = {cell.year for cell in cells if cell.year is not None}
    return len(periods) > 1 or not all(str(year) in title for year in years)


def by_value(cells: Sequence[Cell]) -> list[Cell]:
    """The cells from the best value to the worst; from the greatest where the indicator has no better direction."""
    lower_is_better = bool(cells) and cells[0].better == "lower"
    return sorted(cells, key=marks.position, reverse=not lower_is_better)


def _row(cell: Cell, say: Words, room: float, *, dated: bool) -> RankedRow:
    """The row's label: its period beside the name where nothing else is to be said and it fits, else below it."""
    when = cell_period_text(cell, say) if dated else ""
    beside = text_px(cell.locality, NAME_SIZE) + text_px(BESIDE_GAP + when, BELOW_SIZE)
    if when and not _barring(cell) and not badge(cell, say) and beside <= room:
        return RankedRow(cell, 0, (cell.locality,), when, ())
    return RankedRow(cell, 0, (cell.locality,), "", _below(cell, when, say, room))


def _below(cell: Cell, when: str, say: Words, room: float) -> tuple[str, ...]:
    """Verdicts and period in as few lines as they take: the verdicts in full where that is not too many."""
    rest = (badge(cell, say), when)
    verdicts = _barring(cell)
    full = _packed([*(text for each in verdicts for text in _verdict_texts(cell, each, say, room)), *rest], room)
    if len(full) <= MOST_BELOW:
        return full
    return _packed([*(cell_label(cell, each, say) for each in verdicts), *rest], room)


def _barring(cell: Cell) -> list[str]:
    """The verdicts of the cell without the one that says it is comparable."""
    return [verdict for verdict in cell.verdicts if verdict != "compared"]


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


def _verdict_texts(cell: Cell, verdict: str, say: Words, room: float) -> list[str]:
    """The verdict, with the indicator that stands in; the two apart where they do not fit on a line."""
    label, source = cell_label(cell, verdict, say), cell.source_indicator
    if verdict != "other_definition" or not source or cell.own_definition:
        return [label]
    named = say("{verdict}: {indicator}", verdict=label, indicator=source)
    return [named] if text_px(named, BELOW_SIZE) <= room else [label, source]
