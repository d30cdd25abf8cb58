"""One place by several indicators among its peers: a line a row, the median of each in the middle, ours as a dot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import plotly.graph_objects as go

from faheng.charts import marks
from faheng.charts.frame import EDGE, KEY_GAP, SMALL_SIZE, Margins, add_frame, axis, texts_for
from faheng.charts.look import Look, faded
from faheng.charts.measure import escaped, evenly_broken, text_px
from faheng.charts.ranking_rows import BELOW_SIZE, NAME_SIZE
from faheng.charts.references import reference
from faheng.charts.shown import ChartFrame, Style
from faheng.charts.sketch import Sketch
from faheng.charts.slips import Slip, add_slip
from faheng.model import Benchmark, Cell, Peers
from faheng.words.catalogue import Words
from faheng.words.peers import place_among
from faheng.words.values import DERIVED_DECIMALS, Amount, cell_value_text, interval_text, units, value_text
from faheng.words.verdict_names import strictest_label

__all__ = ["SpineRow", "ends_text", "peer_amount", "spine", "standing_among"]

ROW, _HEAD, _ROW_ROOM, _LINE = 62, 20, 34, 16
_NAMES, _REACH = 0.4, 1.2
_OWN, _THICK, _TICK, _BELOW = 13, 10, 16, 8
# Plotly sets a text below a point a few pixels over it.
_RISE = 4


@dataclass(frozen=True, eq=False)
class SpineRow:
    """One indicator: what our place says, and its peers, of whom there are enough for a median."""

    cell: Cell
    peers: Peers
    benchmarks: tuple[Benchmark, ...] = ()

    @property
    def own(self) -> float | None:
        """Our value, where it may stand beside the others."""
        return self.cell.value if self.cell.comparable else None

    @property
    def median(self) -> float:
        """The median of the peers."""
        return self.peers.median or 0.0

    @property
    def ends(self) -> tuple[float, float]:
        """The least and the greatest value of the peers."""
        return self.peers.least or 0.0, self.peers.greatest or 0.0

    @property
    def middle(self) -> tuple[float, float] | None:
        """The quartiles; None where there are too few peers for them."""
        low, high = self.peers.lower_quartile, self.peers.upper_quartile
        return None if low is None or high is None else (low, high)

    def place(self, value: float) -> float:
        """Where a value stands: 0 at the median, -1 or 1 at what lies furthest from it."""
        drawn = [*self.ends, *(each.value for each in self.benchmarks), *([] if self.own is None else [self.own])]
        reach = max(abs(each - self.median) for each in drawn)
        return (value - self.median) / reach if reach else 0.0


def spine(rows: Sequence[SpineRow], frame: ChartFrame, style: Style) -> go.Figure:
    """A row an indicator, each along an axis of its own: thin all peers, thick their middle half, ours the dot.

    Left is less and right is more; what is better is said in words. A dot leads to its evidence.
    """
    say, look = style.say, style.look
    texts = texts_for(frame, None, say, key=_key(rows, say))
    labels = [_label(row, frame.width * _NAMES, style) for row in rows]
    left = EDGE + max(text_px(label, NAME_SIZE) for label in labels) + EDGE
    heights = [max(ROW, _ROW_ROOM + label.count("<br>") * _LINE) for label in labels]
    figure, height = Sketch(), float(sum(heights))
    at = [below - own / 2 for below, own in zip(accumulate(heights), heights, strict=True)]
    figure.update_xaxes(axis(look, range=[-_REACH, _REACH], showticklabels=False, showgrid=False))
    figure.update_yaxes(axis(look, range=[height, 0], tickvals=at, ticktext=labels, showgrid=False,
                             tickfont={"size": NAME_SIZE, "color": look.ink}, ticklabelstandoff=6))  # fmt: skip
    _add_median(figure, height, style)
    _add_peers(figure, rows, at, style)
    _add_ends(figure, rows, at, style, length=frame.width - left - EDGE)
    _add_references(figure, rows, at, style)
    _add_ours(figure, rows, at, style)
    margins = Margins(left, EDGE, texts.head + _HEAD, texts.foot + EDGE)
    add_frame(figure, texts, margins, look=look, plot_height=height)
    return figure.figure()


def peer_amount(value: float, cell: Cell, say: Words) -> str:
    """A median or quartile in the unit of the cell."""
    decimals = DERIVED_DECIMALS if cell.kind == "rate" else 2
    return value_text(Amount(round(value, decimals), units()[cell.unit]), say, told=True)


def standing_among(row: SpineRow, say: Words) -> str:
    """Our place among the peers; the verdict that keeps it from standing there."""
    if row.own is None:
        return strictest_label(row.cell, say)
    return place_among(row.peers, row.cell.better, say)


def _label(row: SpineRow, room: float, style: Style) -> str:
    """The indicator, the median, and our standing, in lines of at most so many pixels."""
    say, muted = style.say, style.look.muted
    median = say("median {value}", value=peer_amount(row.median, row.cell, say))
    small = [line for text in (median, standing_among(row, say)) if text for line in
             evenly_broken(text, room, BELOW_SIZE)]  # fmt: skip
    below = (f'<span style="font-size:{BELOW_SIZE}px;color:{muted}">{escaped(line)}</span>' for line in small)
    return "<br>".join([*map(escaped, evenly_broken(row.cell.indicator, room, NAME_SIZE)), *below])


def _key(rows: Sequence[SpineRow], say: Words) -> str:
    entries = [
        (any(row.own is not None for row in rows), say("● ours")),
        (True, say("─ all peers")),
        (any(row.middle for row in rows), say("▬ their middle half")),
        (any(row.benchmarks for row in rows), say("┃ province or nation")),
    ]
    return KEY_GAP.join(text for needed, text in entries if needed)


def _add_median(figure: Sketch, height: float, style: Style) -> None:
    """The line of the medians through all rows, with its name above it."""
    look = style.look
    figure.add_shape(
        type="line", x0=0, x1=0, y0=0, y1=height, xref="x", yref="y", layer="below",
        line={"color": look.peer, "width": 1.5, "dash": "dot"},
    )  # fmt: skip
    figure.add_annotation(
        text=style.say("lower ← median → higher"), x=0, xref="x", y=1, yref="paper", xanchor="center",
        yanchor="bottom", yshift=3, showarrow=False, borderpad=0, font={"size": SMALL_SIZE, "color": look.muted},
    )  # fmt: skip


def _add_peers(figure: Sketch, rows: Sequence[SpineRow], at: Sequence[float], style: Style) -> None:
    look = style.look
    whole = [(row.ends, row, y) for row, y in zip(rows, at, strict=True)]
    middle = [(row.middle, row, y) for row, y in zip(rows, at, strict=True) if row.middle]
    for name, spans, width, colour in (
        ("peers", whole, 2, look.peer), ("middle", middle, _THICK, faded(look.peer, 0.55)),
    ):  # fmt: skip
        x = [end for ends, row, _ in spans for end in (*map(row.place, ends), None)]
        y = [end for _, _, y in spans for end in (y, y, None)]
        figure.add_scatter(x=x[:-1], y=y[:-1], mode="lines", name=name, hoverinfo="skip", connectgaps=False,
                           line={"color": colour, "width": width})  # fmt: skip


def ends_text(row: SpineRow, say: Words) -> str:
    """The least and the greatest value of the peers, the unit once; one value where they are alike."""
    low, high = (round(end, DERIVED_DECIMALS) for end in row.ends)
    if low == high:
        return peer_amount(low, row.cell, say)
    return interval_text(low, high, units()[row.cell.unit], say)


def _add_ends(figure: Sketch, rows: Sequence[SpineRow], at: Sequence[float], style: Style, *, length: float) -> None:
    """What the peers reach from and to, under the middle of their line, within a plot of so many pixels."""
    texts = [ends_text(row, style.say) for row in rows]
    halves = [text_px(text, BELOW_SIZE) * _REACH / length for text in texts]
    middles = [sum(map(row.place, row.ends)) / 2 for row in rows]
    x = [max(min(middle, _REACH - half), half - _REACH) for middle, half in zip(middles, halves, strict=True)]
    for text, across, y in zip(texts, x, at, strict=True):
        half = text_px(text, BELOW_SIZE) / 2
        slip = Slip(-half - 2, half + 2, -BELOW_SIZE - 1, _RISE)
        add_slip(figure, ("x", "y"), (across, y + _BELOW), slip, style.look.paper)
    figure.add_scatter(
        x=x,
        y=[y + _BELOW for y in at], mode="text", hoverinfo="skip", name="ends", text=texts,
        textposition="bottom center", cliponaxis=False,
        textfont={"size": BELOW_SIZE, "color": style.look.muted, "shadow": style.look.halo},
    )  # fmt: skip


def _add_references(figure: Sketch, rows: Sequence[SpineRow], at: Sequence[float], style: Style) -> None:
    """Published values as upright strokes, each named when it is pointed at."""
    drawn = [(row, each, y) for row, y in zip(rows, at, strict=True) for each in row.benchmarks]
    if not drawn:
        return
    named = [reference(each, units()[row.cell.unit], style.say).label for row, each, _ in drawn]
    figure.add_scatter(
        x=[row.place(each.value) for row, each, _ in drawn], y=[y for _, _, y in drawn], mode="markers",
        name="references", hovertext=[escaped(text) for text in named], hovertemplate="%{hovertext}<extra></extra>",
        marker={"symbol": "line-ns", "size": _TICK, "color": style.look.reference,
                "line": {"color": style.look.reference, "width": 3}},
    )  # fmt: skip


def _add_ours(figure: Sketch, rows: Sequence[SpineRow], at: Sequence[float], style: Style) -> None:
    look: Look = style.look
    held = [(row, row.own, y) for row, y in zip(rows, at, strict=True) if row.own is not None]
    if not held:
        return
    figure.add_scatter(
        x=[row.place(own) for row, own, _ in held], y=[y for _, _, y in held], mode="markers+text", name="values",
        text=[f"<b>{cell_value_text(row.cell, style.say, compact=True)}</b>" for row, _, _ in held],
        textposition=[_side(row.place(own)) for row, own, _ in held], cliponaxis=False,
        textfont={"size": NAME_SIZE, "color": look.ink, "shadow": look.halo},
        customdata=[[row.cell.observation_id] for row, _, _ in held],
        hovertext=[marks.hover(row.cell, style.say) for row, _, _ in held],
        hovertemplate="%{hovertext}<extra></extra>",
        marker={"size": _OWN, "color": look.accent, "opacity": 1, "line": {"color": look.paper, "width": 1.5}},
    )  # fmt: skip


def _side(place: float) -> str:
    """Above the dot, and inwards near an end."""
    return "top right" if place < -0.6 else "top left" if place > 0.6 else "top center"  # noqa: PLR2004 (of the axis)
