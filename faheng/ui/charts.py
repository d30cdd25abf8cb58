"""A chart as a page shows it: the sentence in words, the figure with its frame and downloads, its table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from html import escape

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from faheng.charts.look import Look
from faheng.ui.cached import snapshot_name
from faheng.ui.downloads import chart
from faheng.words.catalogue import Words

__all__ = ["MOST_UNFOLDED", "Frame", "show_chart"]

# Rows of a table that is still open beside its chart.
MOST_UNFOLDED = 12


@dataclass(frozen=True)
class Frame:
    """What a figure says around its marks: the page prints it, and a downloaded picture carries it."""

    title: str
    note: str
    source: str


@st.cache_resource(show_spinner=False, max_entries=200)
def _remembered(
    seen: tuple[object, ...],  # noqa: ARG001 (the key)
    look: Look,
    _draw: Callable[[Look], go.Figure],
) -> go.Figure:
    return _draw(look)


def show_chart(
    draw: Callable[[Look], go.Figure],
    rows: Callable[[], pd.DataFrame],
    say: Words,
    *,
    frame: Frame,
    sentence: str,
    table: Callable[[], str] | None = None,
    folded: bool = False,
    place: int = 0,
    seen: tuple[object, ...] = (),
) -> None:
    """Sentence, figure and downloads, then the table as HTML where given; rows: what the CSV holds, made on a click.

    draw: the figure in a look, without its frame. table: made after the figure has been sent. `folded`: a table that
    would push everything else off the screen waits folded. place: which chart of the page it is; a chart that keeps its
    place is changed in the browser and not built anew.
    """
    st.html(f'<p class="fh-lead">{escape(sentence)}</p>')
    remembered = partial(_remembered, (snapshot_name(), frame, *seen), _draw=draw) if seen else draw
    key, texts = f"chart-{place}", vars(frame)
    chart(frame.title, remembered, rows, say, alt=sentence, key=key, **texts)
    if table is not None:
        summary = escape(say("The figures as a table"))
        opened = "" if folded else " open"
        st.html(f'<details class="fh-reasons"{opened}><summary>{summary}</summary>{table()}</details>')
