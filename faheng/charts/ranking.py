"""One indicator across localities: dots for rates, zero-based bars for counts, the incomparable below a divider."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from faheng.charts import marks, references
from faheng.charts.frame import AXIS_BAND, EDGE, PHONE, SMALL_SIZE, Margins, axis, frame, texts_for
from faheng.charts.look import Look, colours
from faheng.charts.measure import escaped, text_px
from faheng.charts.ranking_marks import Canvas, add_labels, add_marks
from faheng.charts.ranking_rows import BELOW_SIZE, NAME_SIZE, Line, Rows, lay_out
from faheng.charts.references import Reference
from faheng.charts.scale import Scale, most_ticks, ticks, value_scale
from faheng.words.catalogue import Words
from faheng.words.rows import text_of, verdicts_of
from faheng.words.values import PERCENT, Unit, plain, row_value_text, units

LEAST_HEIGHT = 260
_DOT_ROOM, _LABEL_ROOM = 14, 22


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
    selected: Sequence[str] = (),
    width: int = PHONE,
) -> go.Figure:
    """The localities of one indicator, best first, with benchmarks as dashed lines.

    cells: one row a locality, the columns of a page query; rows without a value are left to the page. ours: a
    locality code. selected: codes that get a colour of their own, in order. width: the narrowest it must stand.
    """
    shown = marks.drawable(cells)
    unit = units()[text_of(cells.iloc[0], "unit")]
    rate = text_of(cells.iloc[0], "kind") == "rate"
    rows = lay_out(shown, say, width)
    found = references.references(benchmarks, unit, say)
    texts = texts_for(title, unit, note, source, say, key=_key(rows, shown, say)).wrapped(width)
    left = _left(rows, say)
    scale = value_scale(_ruling_values(rows, found, rate=rate), rate=rate)
    canvas = _canvas(scale, width - left - EDGE, rows, say, rate=rate)
    placed = references.flag_levels(found, canvas.px, left - EDGE)
    margins = Margins(left, EDGE, texts.head + references.height(placed), texts.foot + AXIS_BAND)
    rows = rows.stretched(LEAST_HEIGHT - margins.top - margins.bottom)
    figure = go.Figure()
    tones = colours([text_of(line.cell, "locality_code") for line in rows.lines], ours, selected, look)
    add_marks(figure, rows.lines, tones, look, say, rate=rate)
    obstacles = [each.value for each in found]
    add_labels(figure, rows.lines, canvas, obstacles, look=look, say=say, ours=ours, rate=rate)
    _set_axes(figure, rows, scale, canvas, unit=unit, look=look, say=say, ours=ours)
    references.add_references(figure, found, placed, references.flag_shifts(found, canvas.px, left - EDGE), look)
    frame(figure, texts, margins, look=look, plot_height=rows.height)
    return figure


def _ruling_values(rows: Rows, found: Sequence[Reference], *, rate: bool) -> list[float]:
    # a count gathered over years would squeeze the comparable bars to nothing: it is cut at the edge and says so
    comparable = [line for line in rows.lines if line.comparable]
    ruling = rows.lines if rate or not comparable else comparable
    ends = [end for line in ruling for end in marks.extent(line.cell)]
    return ends + [each.value for each in found]


def _key(rows: Rows, shown: pd.DataFrame, say: Words) -> str:
    known = [line for line in rows.lines if line.comparable]
    longest = max((marks.extent(line.cell)[1] for line in known), default=float("inf"))
    rate = not shown.empty and text_of(shown.iloc[0], "kind") == "rate"
    cut = not rate and any(marks.extent(line.cell)[1] > longest for line in rows.lines)
    return "　".join(part for part in (marks.key(shown, say), say("// beyond the figure") if cut else "") if part)


def _canvas(scale: Scale, length: float, rows: Rows, say: Words, *, rate: bool) -> Canvas:
    widths = [text_px(row_value_text(line.cell, say, compact=True), NAME_SIZE) for line in rows.lines]
    widest = max(widths, default=0.0)
    before, after = (_DOT_ROOM, _DOT_ROOM) if rate else (0, widest + _LABEL_ROOM)
    return Canvas(*scale.padded(length, before, after), length, float("inf") if rate else scale.high)


def _left(rows: Rows, say: Words) -> float:
    labels = [text_px(line.name, NAME_SIZE) * 1.05 for line in rows.lines]
    labels += [text_px(line.below, BELOW_SIZE) for line in rows.lines]
    if rows.divider is not None:
        labels.append(text_px(say("Not directly comparable"), BELOW_SIZE))
    return EDGE + max(labels, default=0) + EDGE


def _set_axes(
    figure: go.Figure, rows: Rows, scale: Scale, canvas: Canvas, *, unit: Unit, look: Look, say: Words, ours: str
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
    if not line.below:
        return name
    tone = look.disputed if "disputed" in verdicts_of(line.cell) else look.muted
    return f"{name}<br>{_small(line.below, look.text(tone))}"


def _small(text: str, colour: str) -> str:
    return f'<span style="font-size:{BELOW_SIZE}px;color:{colour}">{escaped(text)}</span>'
