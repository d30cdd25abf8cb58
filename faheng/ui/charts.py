"""A chart as a page shows it: the sentence in words, the figure with its frame and downloads, its table."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from faheng.briefing.plan import PlannedView
from faheng.charts.peers import peers_sentence
from faheng.ui.beneath import benchmark_list, findings_list, missing_list, reasons
from faheng.ui.downloads import chart
from faheng.ui.links import briefing_link, evidence_href
from faheng.ui.markup import NOTHING, Markup, rendered
from faheng.ui.outside import literal
from faheng.ui.tables import linked_column
from faheng.views.chart import MOST_UNFOLDED, ChartView
from faheng.views.view import View
from faheng.words.values import units

__all__ = ["ShownChart", "show_chart", "shown_chart"]


@dataclass(frozen=True)
class ShownChart:
    """A chart and the HTML beneath it. Made whole before it is sent, so that the browser draws it in one go."""

    view: ChartView
    beneath: Markup


def shown_chart(made: ChartView | str, view: View, *, folded: bool = False) -> ShownChart | str:
    """The chart with its table and reasons as HTML; a sentence stays as it is.

    folded: the table waits folded, as a long one does, where it would push something else off the screen.
    """
    if isinstance(made, str):
        return made
    if made.cells is None or made.table is None:
        return ShownChart(made, NOTHING)
    hrefs = [evidence_href(cell.observation_id or cell.proposed_observation_id) for cell in made.cells]
    hrefs = hrefs if made.linked else [""] * len(made.table)
    table = rendered(
        "table_folded",
        table=linked_column(made.table, view.say("Value"), hrefs),
        summary=view.say("The figures as a table"),
        open=not folded and len(hrefs) <= MOST_UNFOLDED,
    )
    parts = (
        _peers(made, view), findings_list(made.cells, view), table, missing_list(made.cells, view),
        reasons(made.cells, view), benchmark_list(made.benchmarks, view),
    )  # fmt: skip
    return ShownChart(made, NOTHING.join(parts))


def _peers(made: ChartView, view: View) -> Markup:
    """What the band of the peers is, or why none is drawn."""
    if not made.peers or not made.cells:
        return NOTHING
    return rendered("note", note=peers_sentence(made.peers, units()[made.cells[0].unit], view.say))


def show_chart(shown: ShownChart | str, page: View, planned: PlannedView | None = None, *, place: int = 0) -> None:
    """Sentence, figure and downloads, then the table and what is told beneath it; a sentence in place of a chart.

    planned: the view as a briefing keeps it, where it can hold it.
    place: which chart of the page it is; a chart that keeps its place is changed in the browser and not built anew.
    """
    if isinstance(shown, str):
        st.info(literal(shown))
        return
    st.html(rendered("lead", text=shown.view.sentence))
    chart(shown.view, page.say, f"fh-chart-{place}", (briefing_link(planned, page),) if planned else ())
    if shown.beneath:
        st.html(shown.beneath)
