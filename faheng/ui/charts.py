"""A chart as a page shows it: the sentence in words, the figure, its downloads, its table."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from faheng.charts.look import Look
from faheng.ui.downloads import chart
from faheng.words.catalogue import Words

__all__ = ["show_chart"]

MOST_UNFOLDED = 12


def show_chart(
    name: str, draw: Callable[[Look], go.Figure], table: pd.DataFrame, say: Words, *, sentence: str, html: str = ""
) -> None:
    """Sentence, figure and downloads; then its table as `html`, where given. draw: the figure in a look."""
    st.html(f'<p class="fh-lead">{escape(sentence)}</p>')
    chart(name, draw, table, say, alt=sentence)
    if html:
        title = escape(say("The figures as a table"))
        # A long table would push everything else off the screen: it waits folded.
        opened = " open" if len(table) <= MOST_UNFOLDED else ""
        st.html(f'<details class="fh-reasons"{opened}><summary>{title}</summary>{html}</details>')
