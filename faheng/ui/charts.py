"""A chart as a page shows it: the sentence in words, the figure with its frame and downloads, its table."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import streamlit as st

from faheng.briefing.plan import PlannedView
from faheng.charts.peers import peers_sentence
from faheng.ui.downloads import chart
from faheng.ui.links import briefing_link
from faheng.ui.tables import benchmark_list, cell_table, findings_list, missing_list, reasons
from faheng.views.chart import MOST_UNFOLDED, ChartView
from faheng.views.view import View
from faheng.words.rows import text_of
from faheng.words.values import units

__all__ = ["ShownChart", "show_chart", "shown_chart"]


@dataclass(frozen=True)
class ShownChart:
    """A chart and the HTML beneath it. Made whole before it is sent, so that the browser draws it in one go."""

    view: ChartView
    told: str


def shown_chart(made: ChartView | str, view: View, *, folded: bool = False) -> ShownChart | str:
    """The chart with its table and reasons as HTML; a sentence stays as it is.

    folded: the table waits folded, as a long one does, where it would push something else off the screen.
    """
    if isinstance(made, str):
        return made
    cells, told = made.cells, ""
    if cells is None or made.table is None:
        return ShownChart(made, told)
    summary = escape(view.say("The figures as a table"))
    opened = "" if folded or len(cells) > MOST_UNFOLDED else " open"
    table = cell_table(made.table, cells, view)
    told = _peers(made, view) + findings_list(cells, view)
    told += f'<details class="fh-reasons"{opened}><summary>{summary}</summary>{table}</details>'
    told += missing_list(cells, view) + reasons(cells, view)
    return ShownChart(made, told + (benchmark_list(made.benchmarks, view) if made.benchmarks is not None else ""))


def _peers(made: ChartView, view: View) -> str:
    """What the band of the peers is, or why none is drawn, as HTML."""
    if made.peers is None or made.cells is None:
        return ""
    unit = units()[text_of(made.cells.iloc[0], "unit")]
    return f'<p class="fh-note">{escape(peers_sentence(made.peers, unit, view.say))}</p>'


def show_chart(shown: ShownChart | str, page: View, planned: PlannedView | None = None, *, place: int = 0) -> None:
    """Sentence, figure and downloads, then the table and what is told beneath it; a sentence in place of a chart.

    planned: the view as a briefing keeps it, where it can hold it.
    place: which chart of the page it is; a chart that keeps its place is changed in the browser and not built anew.
    """
    if isinstance(shown, str):
        st.info(shown)
        return
    view, say = shown.view, page.say
    st.html(f'<p class="fh-lead">{escape(view.sentence)}</p>')
    chart(
        view.frame.title, view.figure, view.rows, say, alt=view.sentence, key=f"chart-{place}",
        links=briefing_link(planned, page) if planned else "", **vars(view.frame),
    )  # fmt: skip
    if shown.told:
        st.html(shown.told)
