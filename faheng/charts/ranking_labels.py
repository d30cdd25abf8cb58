"""The value labels of a ranking, each on the side where nothing is in its way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from faheng.charts import marks
from faheng.charts.brush import Brush
from faheng.charts.measure import text_px
from faheng.charts.ranking_marks import Canvas, ids_of
from faheng.charts.ranking_rows import NAME_SIZE, RankedRow
from faheng.charts.sketch import Sketch
from faheng.charts.slips import Slip, add_slip
from faheng.words.catalogue import Words
from faheng.words.values import cell_value_text

Side = Literal["left", "right"]
LEFT: Side = "left"
RIGHT: Side = "right"
_ANCHORS: dict[Side, str] = {"right": "middle right", "left": "middle left"}
_GAP = 9
_CUT = "//"
_LABEL_ROOM, _CUT_ROOM, _LEAST_PLOT, _LEAST_BARS = 12, 20, 60, 10
_PAD = "\u00a0\u00a0\u00a0"
_SLIP = 9
# The arrow of a bound and what is between it and the value.
_ARROW = text_px("→ ", NAME_SIZE)


@dataclass(frozen=True)
class RowLabel:
    """The text at a mark: from which value it starts, and in which colour."""

    row: RankedRow
    at: float
    text: str
    tone: str


@dataclass(frozen=True)
class BarLabels:
    """How the bars are labelled: with the unit or without, and the pixels that the longest label takes."""

    with_unit: bool = True
    room: float = 0


def bar_labels(rows: Sequence[RankedRow], say: Words, length: float, *, cut: bool) -> BarLabels:
    """The labels that leave room for the bars: without their unit, which stands above the figure, where it must be.

    The room is in the margin, where a wider figure does not stretch it. length: of plot and labels together.
    """
    beside = _LABEL_ROOM + (_CUT_ROOM if cut else 0)
    for with_unit in (True, False):
        room = beside + max((_width(row, say, with_unit=with_unit) for row in rows), default=0.0)
        if room <= length - _LEAST_PLOT:
            return BarLabels(with_unit, room)
    return BarLabels(with_unit=False, room=min(room, length - _LEAST_BARS))


def _width(row: RankedRow, say: Words, *, with_unit: bool) -> float:
    """Pixels of the value with the arrow of its bound."""
    arrow = marks.ARROWS.get(row.cell.bound or "", "")
    text = cell_value_text(row.cell, say, compact=True, with_unit=with_unit)
    return text_px(text, NAME_SIZE) + (text_px(f"{arrow} ", NAME_SIZE) if arrow else 0)


def add_labels(figure: Sketch, rows: Sequence[RankedRow], canvas: Canvas, brush: Brush) -> None:
    """The value beside each mark, and the arrow of a bound on the side to which the bound is open."""
    struck: list[tuple[RowLabel, Side]] = []
    for side in (RIGHT, LEFT):
        own = [row for row in rows if (label_side(row, canvas, brush.say) if canvas.rate else RIGHT) == side]
        labels = [_label(row, canvas, brush, side) for row in own]
        _add_texts(figure, labels, side, brush)
        struck += [(label, side) for label in labels if _is_struck(label, canvas, side)]
    for label, side in struck:
        add_slip(figure, ("x", "y"), (label.at, label.row.y), _slip(label, side), brush.look.paper)
    if canvas.rate:
        _add_arrows(figure, [row for row in rows if label_side(row, canvas, brush.say) != _open_side(row)], brush)


def _open_side(row: RankedRow) -> Side | None:
    """The side to which the bound of the value is open; None where it has none."""
    return {"at_least": RIGHT, "at_most": LEFT}.get(row.cell.bound or "")


def label_side(row: RankedRow, canvas: Canvas, say: Words) -> Side:
    """The side on which the label stays inside the plot, clear of the reference lines, and of the arrow if it can."""
    low, high = (canvas.px(end) for end in marks.extent(row.cell))
    room = _GAP + text_px(cell_value_text(row.cell, say, compact=True), NAME_SIZE)
    if row.cell.bound == "at_least":
        return "left" if low - room >= 0 or high + room + _ARROW > canvas.length + _GAP else "right"
    if row.cell.bound == "at_most":
        return "right" if high + room <= canvas.length + _GAP or low - room - _ARROW < 0 else "left"
    at = [canvas.px(value) for value in canvas.lines]
    right = sum(high < x < high + room for x in at) + 10 * (high + room > canvas.length + _GAP)
    left = sum(low - room < x < low for x in at) + 10 * (low - room < 0)
    return "left" if left < right else "right"


def _label(row: RankedRow, canvas: Canvas, brush: Brush, side: Side) -> RowLabel:
    text = cell_value_text(row.cell, brush.say, compact=True, with_unit=canvas.with_unit)
    if row.cell.locality_code == brush.ours:
        text = f"<b>{text}</b>"
    arrow = marks.ARROWS.get(row.cell.bound or "", "") if not canvas.rate or side == _open_side(row) else ""
    if canvas.is_cut(row):
        padded = f"{_PAD[:1]}{_CUT}{_PAD[:2]}{text}"
    elif side == "right":
        padded = _PAD + " ".join(filter(None, (arrow, text)))
    else:
        padded = " ".join(filter(None, (text, arrow))) + _PAD
    end = canvas.drawn(marks.extent(row.cell)[side == "right"])
    return RowLabel(row, end, padded, brush.look.ink if row.comparable else brush.look.muted)


def _is_struck(label: RowLabel, canvas: Canvas, side: Side) -> bool:
    """Whether a reference line would run through the label.

    At a greater width lines only move away from the ends of the marks: what is free when narrowest stays free.
    """
    away = 1 if side == "right" else -1
    reach = text_px(label.text, NAME_SIZE) + 4
    return any(0 < (canvas.px(value) - canvas.px(label.at)) * away < reach for value in canvas.lines)


def _slip(label: RowLabel, side: Side) -> Slip:
    """A slip that covers the line behind a label."""
    away = 1 if side == "right" else -1
    near, far = sorted((away * (_GAP - 2), away * (text_px(label.text, NAME_SIZE) + 4)))
    return Slip(near, far, -_SLIP, _SLIP)


def _add_arrows(figure: Sketch, rows: Sequence[RankedRow], brush: Brush) -> None:
    for bound, arrow in marks.ARROWS.items():
        side = RIGHT if bound == "at_least" else LEFT
        text = _PAD[:2] + arrow if side == "right" else arrow + _PAD[:2]
        bounded = [row for row in rows if row.cell.bound == bound]
        arrows = [RowLabel(row, marks.position(row.cell), text, brush.look.muted) for row in bounded]
        _add_texts(figure, arrows, side, brush)


def _add_texts(figure: Sketch, labels: Sequence[RowLabel], side: Side, brush: Brush) -> None:
    if not labels:
        return
    tones, rows = [label.tone for label in labels], [label.row for label in labels]
    figure.add_scatter(
        x=[label.at for label in labels], y=[row.y for row in rows], mode="text",
        text=[label.text for label in labels], textposition=_ANCHORS[side], cliponaxis=False,
        textfont={"size": NAME_SIZE, "color": tones, "shadow": brush.look.halo}, customdata=ids_of(rows),
        name="labels", hovertext=[marks.hover(row.cell, brush.say) for row in rows],
        hovertemplate="%{hovertext}<extra></extra>",
    )  # fmt: skip
