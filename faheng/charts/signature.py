"""The last line of a picture that stands alone: what made it from which state of the data, when, and where it is."""

from __future__ import annotations

import plotly.graph_objects as go

from faheng.charts.frame import EDGE, SMALL_SIZE
from faheng.charts.look import LIGHT
from faheng.charts.measure import line_count, wrapped
from faheng.words.clean import plain_text

_LINE = 18


def signed(figure: go.Figure, text: str, width: int) -> go.Figure:
    """The figure, drawn with its frame for this width in pixels, with the text below it."""
    lines = wrapped(plain_text(text), width - 2 * EDGE, SMALL_SIZE)
    margin, more = figure.layout.margin, line_count(lines) * _LINE
    made = go.Figure(figure)
    made.add_annotation(
        text=lines, x=0, y=0, xref="paper", yref="paper", xanchor="left", yanchor="top", align="left", borderpad=0,
        xshift=EDGE - margin.l, yshift=8 - margin.b, showarrow=False,
        font={"size": SMALL_SIZE, "color": LIGHT.muted},
    )  # fmt: skip
    made.update_layout(height=figure.layout.height + more, margin={"b": margin.b + more})
    return made
