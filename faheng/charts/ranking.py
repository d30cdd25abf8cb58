"""One indicator across localities: dots for rates, zero-based bars for counts, the incomparable below a divider."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

import pandas as pd
import plotly.graph_objects as go

from faheng.charts import marks, references
from faheng.charts.frame import AXIS_BAND, EDGE, KEY_GAP, PHONE, SMALL_SIZE, Margins, axis, frame, texts_for
from faheng.charts.look import Look, colours
from faheng.charts.measure import escaped, text_px
from faheng.charts.peers import add_band, ends_of, median_line
from faheng.charts.ranking_marks import CUT_ROOM, STUB, Canvas, add_labels, add_marks, cut_above
from faheng.charts.ranking_rows import BELOW_SIZE, BESIDE_GAP, NAME_SIZE, Line, Rows, lay_out
from faheng.charts.references import Reference
from faheng.charts.scale import Scale, most_ticks, ticks, value_scale
from faheng.charts.sketch import Sketch
from faheng.model import Unit
from faheng.words.catalogue import Words
from faheng.words.rows import text_of, verdicts_of
from faheng.words.values import PERCENT, plain, row_value_text, units

LEAST_HEIGHT, LEAST_UNFRAMED = 260, 160
_DOT_ROOM, _LABEL_ROOM, _LEAST_PLOT = 14, 12, 60


def ranking(
    cells: pd.DataFrame,
    benchmarks: pd.DataFrame | None,
    *,
    look: Look,
    say: Words,
    ours: str,
    title: str,
    note: str,
    source: str,
    peers: pd.DataFrame | None = None,
    selected: Sequence[str] = (),
    width: int = PHONE,
    framed: bool = True,
) -> go.Figure:
    """The localities of one indicator, best first, with benchmarks as dashed lines and the range of peers as a band.

    cells: one row a locality, the columns of a page query; rows without a value are left to the page. ours: a
    locality code. peers: the one row of shared__peers. selected: codes that get a colour of their own, in order.
    width: the narrowest it must stand. framed: with title, note and source, which a page prints itself.
    """
    shown = marks.drawable(cells)
    unit = units()[text_of(cells.iloc[0], "unit")]
    rate = text_of(cells.iloc[0], "kind") == "rate"
    rows = lay_out(shown, say, width, title)
    found = _lines(benchmarks, peers, unit, say)
    ceiling = inf if rate else cut_above(rows.lines)
    key = _key(shown, ceiling, say)
    texts = texts_for(title, unit, note, source, say, key=key, framed=framed).wrapped(width)
    left, right = _sides(rows, say, ceiling, width, rate=rate)
    scale = value_scale([*_ruling_values(rows, found, ceiling), *ends_of(peers)], rate=rate)
    canvas = _canvas(scale, width - left - right, ceiling, rate=rate)
    placed = references.flag_levels(found, canvas.px, left - EDGE)
    margins = Margins(left, right, texts.head + references.height(placed), texts.foot + AXIS_BAND)
    rows = rows.stretched((LEAST_HEIGHT if framed else LEAST_UNFRAMED) - margins.top - margins.bottom)
    figure = Sketch()
    tones = colours([text_of(line.cell, "locality_code") for line in rows.lines], ours, selected, look)
    _set_axes(figure, rows, scale, canvas, unit=unit, look=look, say=say, ours=ours)
    add_band(figure, peers, look, depth=rows.height)
    shifts = references.flag_shifts(found, canvas.px, left - EDGE)
    references.add_references(figure, found, placed, shifts, look=look, depth=rows.height)
    add_marks(figure, rows.lines, tones, canvas, look=look, say=say, rate=rate)
    add_labels(figure, rows.lines, canvas, [each.value for each in found], look=look, say=say, ours=ours, rate=rate)
    frame(figure, texts, margins, look=look, plot_height=rows.height)
    return figure.figure()


def _key(shown: pd.DataFrame, ceiling: float, say: Words) -> str:
    return KEY_GAP.join(filter(None, (marks.key(shown, say), say("// beyond the figure") if ceiling < inf else "")))


def _sides(rows: Rows, say: Words, ceiling: float, width: float, *, rate: bool) -> tuple[float, float]:
    """Room left and right of the plot."""
    left = _left(rows, say)
    return left, EDGE if rate else _right(rows, say, ceiling, width - left)


def _lines(benchmarks: pd.DataFrame | None, peers: pd.DataFrame | None, unit: Unit, say: Words) -> list[Reference]:
    """The benchmarks that may be drawn and the median of the peers, by value."""
    lines = [*references.in_order(benchmarks, unit, say), *median_line(peers, unit, say)]
    return sorted(lines, key=lambda each: each.value)


def _canvas(scale: Scale, length: float, ceiling: float, *, rate: bool) -> Canvas:
    """The value axis with room for what stands at its ends."""
    room = _DOT_ROOM if rate else 0
    return Canvas(*scale.padded(length, room, room if ceiling == inf else STUB), length, ceiling, scale.high)


def _ruling_values(rows: Rows, found: Sequence[Reference], ceiling: float) -> list[float]:
    ends = [end for line in rows.lines for end in marks.extent(line.cell) if end <= ceiling]
    return ends + [each.value for each in found]


def _right(rows: Rows, say: Words, ceiling: float, length: float) -> float:
    """Room for the label of the longest bar: in the margin, where a wider figure does not stretch it.

    length: of plot and margin together; some of it is left to the bars whatever the labels want.
    """
    widths = [text_px(row_value_text(line.cell, say, compact=True), NAME_SIZE) for line in rows.lines]
    wanted = EDGE + max(widths, default=0.0) + _LABEL_ROOM + (CUT_ROOM if ceiling < inf else 0)
    return max(EDGE, min(wanted, length - _LEAST_PLOT))


def _left(rows: Rows, say: Words) -> float:
    labels = [text_px(line.name, NAME_SIZE) * 1.05 + text_px(_beside(line), BELOW_SIZE) for line in rows.lines]
    labels += [text_px(text, BELOW_SIZE) for line in rows.lines for text in line.below]
    if rows.divider is not None:
        labels.append(text_px(say("Not directly comparable"), BELOW_SIZE))
    return EDGE + max(labels, default=0) + EDGE


def _set_axes(
    figure: Sketch, rows: Rows, scale: Scale, canvas: Canvas, *, unit: Unit, look: Look, say: Words, ours: str
) -> None:
    sign = "%" if unit.id == PERCENT else ""
    widest = text_px(_tick(scale.high) + sign, SMALL_SIZE)
    at = ticks(scale, most_ticks(canvas.length, widest))
    labels = [_tick(each) + sign for each in at]
    figure.update_xaxes(axis(look, range=[canvas.low, canvas.high], tickvals=at, ticktext=labels, tickangle=0))
    places = [line.y for line in rows.lines]
    labels = [_row_label(line, look, ours) for line in rows.lines]
    if rows.divider is not None:
        places.append(rows.divider)
        labels.append(_small(say("Not directly comparable"), look.muted))
        figure.add_shape(
            type="line", x0=0, x1=1, xref="paper", y0=rows.divider, y1=rows.divider, yref="y",
            line={"color": look.line, "width": 1.5},
        )  # fmt: skip
    figure.update_yaxes(
        axis(look, range=[rows.height, 0], tickvals=places, ticktext=labels, showgrid=False, ticks="",
             ticklabelstandoff=8, tickfont={"size": NAME_SIZE, "color": look.ink})
    )  # fmt: skip


def _tick(value: float) -> str:
    return plain(value, 0 if value == int(value) else 1)


def _row_label(line: Line, look: Look, ours: str) -> str:
    name = escaped(line.name)
    if text_of(line.cell, "locality_code") == ours:
        name = f"<b>{name}</b>"
    tone = look.text(look.disputed if "disputed" in verdicts_of(line.cell) else look.muted)
    beside = _small(_beside(line), tone) if line.beside else ""
    return "<br>".join([name + beside, *(_small(text, tone) for text in line.below)])


def _beside(line: Line) -> str:
    return BESIDE_GAP + line.beside if line.beside else ""


def _small(text: str, colour: str) -> str:
    return f'<span style="font-size:{BELOW_SIZE}px;color:{colour}">{escaped(text)}</span>'
