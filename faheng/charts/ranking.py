"""One indicator across localities: dots for rates, zero-based bars for counts, the incomparable below a divider."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

import plotly.graph_objects as go

from faheng.charts import marks, references
from faheng.charts.brush import Brush, brush_for
from faheng.charts.frame import AXIS_BAND, EDGE, KEY_GAP, SMALL_SIZE, Margins, add_frame, axis, texts_for
from faheng.charts.look import Look
from faheng.charts.measure import escaped, text_px
from faheng.charts.peers import add_band, ends_of, median_line
from faheng.charts.ranking_labels import BarLabels, add_labels, bar_labels
from faheng.charts.ranking_marks import STUB, Canvas, add_marks, cut_above
from faheng.charts.ranking_rows import BELOW_SIZE, BESIDE_GAP, BOLD, NAME_SIZE, RankedRow, RankedRows, lay_out
from faheng.charts.references import ReferenceLine
from faheng.charts.scale import Scale, most_ticks, ticks, value_scale
from faheng.charts.shown import ChartFrame, Shown, Style
from faheng.charts.sketch import Sketch
from faheng.model import Unit
from faheng.words.catalogue import Words
from faheng.words.values import PERCENT, plain

LEAST_HEIGHT, LEAST_UNFRAMED = 260, 160
_DOT_ROOM = 14


@dataclass(frozen=True)
class _Layout:
    """Where everything of a ranking stands: its rows, its value axis, and the room left and right of the plot."""

    rows: RankedRows
    lines: list[ReferenceLine]
    scale: Scale
    canvas: Canvas
    left: float
    right: float

    @property
    def flags(self) -> list[references.Flag]:
        """The labels of the reference lines."""
        return references.flags_of(self.lines, self.canvas.px, self.left - EDGE, self.canvas.length)

    def margins(self, texts_head: float, texts_foot: float) -> Margins:
        """The room around the plot, with that of the flags above it."""
        return Margins(self.left, self.right, texts_head + references.height(self.flags), texts_foot + AXIS_BAND)


def ranking(shown: Shown, frame: ChartFrame, style: Style) -> go.Figure:
    """The localities of one indicator, best first, with benchmarks as dashed lines and the range of peers as a band.

    Cells without a value are left to the page.
    """
    layout = _layout(shown, frame, style.say)
    texts = texts_for(frame, shown.unit, style.say, key=_key(shown, layout.canvas.ceiling, style.say))
    margins = layout.margins(texts.head, texts.foot)
    rows = layout.rows.stretched((LEAST_HEIGHT if frame.framed else LEAST_UNFRAMED) - margins.top - margins.bottom)
    brush = brush_for((row.cell for row in rows.rows), shown.ours, shown.selected, style)
    figure = Sketch()
    _set_value_axis(figure, layout.scale, layout.canvas, shown.unit, style.look)
    _set_rows(figure, rows, brush)
    references.add_references(figure, layout.flags, style.look, depth=rows.height)
    add_marks(figure, rows.rows, layout.canvas, brush)
    add_labels(figure, rows.rows, layout.canvas, brush)
    add_band(figure, shown.peers, style.look, depth=rows.height)
    add_frame(figure, texts, margins, look=style.look, plot_height=rows.height)
    return figure.figure()


def _layout(shown: Shown, frame: ChartFrame, say: Words) -> _Layout:
    rows = lay_out(shown.drawable, say, frame.width, frame.title)
    lines = sorted(
        [*references.in_order(shown.benchmarks, shown.unit, say), *median_line(shown.peers, shown.unit, say)],
        key=lambda line: line.value,
    )
    ceiling = inf if shown.rate else cut_above(rows.rows)
    left = _left(rows, say)
    labels = BarLabels() if shown.rate else bar_labels(rows.rows, say, frame.width - left - EDGE, cut=ceiling < inf)
    right = EDGE + labels.room
    ends = [end for row in rows.rows for end in marks.extent(row.cell) if end <= ceiling]
    scale = value_scale([*ends, *(line.value for line in lines), *ends_of(shown.peers)], rate=shown.rate)
    length, room = frame.width - left - right, _DOT_ROOM if shown.rate else 0
    low, high = scale.padded(length, room, room if ceiling == inf else STUB)
    values = tuple(line.value for line in lines)
    canvas = Canvas(low, high, length, ceiling, scale.high, shown.rate, values, labels.with_unit)
    return _Layout(rows, lines, scale, canvas, left, right)


def _key(shown: Shown, ceiling: float, say: Words) -> str:
    cells, cut = shown.drawable, [say("// beyond the figure")] if ceiling < inf else []
    return KEY_GAP.join([*marks.shapes(cells, say), *marks.arrows(cells, say), *marks.whiskers(cells, say), *cut])


def _left(rows: RankedRows, say: Words) -> float:
    labels = [text_px("<br>".join(row.name), NAME_SIZE) * BOLD + text_px(_beside(row), BELOW_SIZE) for row in rows.rows]
    labels += [text_px(text, BELOW_SIZE) for row in rows.rows for text in row.below]
    if rows.divider is not None:
        labels.append(text_px(say("Not directly comparable"), BELOW_SIZE))
    return EDGE + max(labels, default=0) + EDGE


def _set_value_axis(figure: Sketch, scale: Scale, canvas: Canvas, unit: Unit, look: Look) -> None:
    sign = "%" if unit.id == PERCENT else ""
    widest = text_px(_tick(scale.high) + sign, SMALL_SIZE)
    at = ticks(scale, most_ticks(canvas.length, widest))
    labels = [_tick(each) + sign for each in at]
    figure.update_xaxes(axis(look, range=[canvas.low, canvas.high], tickvals=at, ticktext=labels, tickangle=0))


def _set_rows(figure: Sketch, rows: RankedRows, brush: Brush) -> None:
    look = brush.look
    places = [row.y for row in rows.rows]
    labels = [_row_label(row, brush) for row in rows.rows]
    if rows.divider is not None:
        places.append(rows.divider)
        labels.append(_small(brush.say("Not directly comparable"), look.muted))
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


def _row_label(row: RankedRow, brush: Brush) -> str:
    name = "<br>".join(map(escaped, row.name))
    if row.cell.locality_code == brush.ours:
        name = f"<b>{name}</b>"
    tone = brush.look.text(brush.look.disputed if "disputed" in row.cell.verdicts else brush.look.muted)
    beside = _small(_beside(row), tone) if row.beside else ""
    return "<br>".join([name + beside, *(_small(text, tone) for text in row.below)])


def _beside(row: RankedRow) -> str:
    return BESIDE_GAP + row.beside if row.beside else ""


def _small(text: str, colour: str) -> str:
    return f'<span style="font-size:{BELOW_SIZE}px;color:{colour}">{escaped(text)}</span>'
