"""总览: where our place stands on the headline indicators, and what cannot be compared."""

from functools import partial

import streamlit as st

from faheng.ui.charts import ShownChart, show_chart, shown_chart
from faheng.ui.choose import choose_indicators
from faheng.ui.headlines import headline_cards
from faheng.ui.page import show
from faheng.ui.tables import cell_matrix, reasons
from faheng.ui.view import begin
from faheng.views.cached import remember, rows
from faheng.views.coverage import coverage_view
from faheng.views.view import View

MOST_ROWS = 12


def content() -> None:
    view = begin("overview", "beside", "years", "level", "province", "comparable")
    say = view.say
    headlines = list(rows("pages/overview__headlines")["id"])
    st.html(remember(partial(headline_cards, headlines, view), "headlines", *view.seen))
    st.subheader(say("Indicators by place"))
    chosen = choose_indicators(say("More indicators"), view, most=MOST_ROWS, leave_out=headlines)
    st.html(remember(partial(matrix, [*headlines, *chosen], view), "matrix", *view.seen))
    st.subheader(say("What the reports cover"))
    show_chart(remember(partial(covered, view), "coverage", *view.seen), say)


def matrix(indicators: list[str], view: View) -> str:
    """The indicators by place, and why some are not compared, as HTML."""
    cells = view.cells(indicators)
    return cell_matrix(cells, view) + reasons(cells, view)


def covered(view: View) -> ShownChart | str:
    return shown_chart(coverage_view(view), view)


show(content)
