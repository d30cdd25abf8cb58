"""A chart as a page shows it: the sentence in words, the figure with its frame and downloads, its table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from faheng.charts.look import Look
from faheng.ui.downloads import chart
from faheng.words.catalogue import Words

__all__ = ["MOST_UNFOLDED", "ChartView", "Frame", "show_chart"]

# Rows of a table that is still open beside its chart.
MOST_UNFOLDED = 12


@dataclass(frozen=True)
class Frame:
    """What a figure says around its marks: the page prints it, and a downloaded picture carries it."""

    title: str
    note: str
    source: str


@dataclass(frozen=True)
class ChartView:
    """All that a page shows of one chart. Made whole before it is sent, so that the browser draws it in one go.

    draw: the figure in a look, without its frame; drawn once for each look.
    rows: what the CSV holds, made on a click.
    table, beneath: HTML below the figure.
    folded: a table that would push everything else off the screen waits folded.
    """

    frame: Frame
    draw: Callable[[Look], go.Figure]
    rows: Callable[[], pd.DataFrame]
    sentence: str
    table: str = ""
    beneath: str = ""
    folded: bool = False
    figure: Callable[[Look], go.Figure] = field(init=False)

    def __post_init__(self) -> None:
        """Remember what was drawn, for as long as the view itself is kept."""
        object.__setattr__(self, "figure", lru_cache(maxsize=2)(self.draw))


def show_chart(view: ChartView, say: Words, *, place: int = 0) -> None:
    """Sentence, figure and downloads, then the table and what is told beneath it.

    place: which chart of the page it is; a chart that keeps its place is changed in the browser and not built anew.
    """
    st.html(f'<p class="fh-lead">{escape(view.sentence)}</p>')
    chart(view.frame.title, view.figure, view.rows, say, alt=view.sentence, key=f"chart-{place}", **vars(view.frame))
    told = view.beneath
    if view.table:
        summary = escape(say("The figures as a table"))
        opened = "" if view.folded else " open"
        told = f'<details class="fh-reasons"{opened}><summary>{summary}</summary>{view.table}</details>' + told
    if told:
        st.html(told)
