"""A chart as a page shows it: the sentence in words, the figure with its frame and downloads, its table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from faheng.charts.look import Look
from faheng.ui.downloads import chart
from faheng.words.catalogue import Words

__all__ = ["Frame", "show_chart"]

MOST_UNFOLDED = 12


@dataclass(frozen=True)
class Frame:
    """What a figure says around its marks: the page prints it, and a downloaded picture carries it."""

    title: str
    note: str
    source: str


def show_chart(
    draw: Callable[[Look], go.Figure],
    rows: pd.DataFrame,
    say: Words,
    *,
    frame: Frame,
    sentence: str,
    table: str = "",
    folded: bool = False,
) -> None:
    """Sentence, figure and downloads, then the table as HTML where given; rows: what the CSV holds.

    draw: the figure in a look, without its frame. A long table, and any table that is `folded`, waits folded: it would
    push everything else off the screen.
    """
    st.html(f'<p class="fh-lead">{escape(sentence)}</p>')
    chart(frame.title, draw, rows, say, alt=sentence, title=frame.title, note=frame.note, source=frame.source)
    if table:
        summary = escape(say("The figures as a table"))
        opened = "" if folded or len(rows) > MOST_UNFOLDED else " open"
        st.html(f'<details class="fh-reasons"{opened}><summary>{summary}</summary>{table}</details>')
