"""总览: where our place stands on the headline indicators, and what cannot be compared."""

from functools import partial

import streamlit as st

from faheng.charts import coverage, sentences
from faheng.ui.cached import remember, rows
from faheng.ui.charts import ChartView, Frame, show_chart
from faheng.ui.choose import choose_indicators
from faheng.ui.headlines import headline_cards
from faheng.ui.page import show
from faheng.ui.tables import cell_matrix, coverage_table, reasons
from faheng.ui.view import View, begin

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
    made = remember(partial(coverage_view, view), "coverage", *view.seen)
    if isinstance(made, ChartView):
        show_chart(made, say)
    else:
        st.info(made)


def matrix(indicators: list[str], view: View) -> str:
    """The indicators by place, and why some are not compared, as HTML."""
    cells = view.cells(indicators)
    return cell_matrix(cells, view) + reasons(cells, view)


def coverage_view(view: View) -> ChartView | str:
    """The chart with its words; a sentence where no report was read whole."""
    say = view.say
    covered = rows("pages/overview__coverage", localities=list(view.places), language=view.language)
    if covered.empty:
        return say("None of the reports of these places was read whole, so nothing can be said of what they leave out.")
    frame = Frame(
        say("How much of the catalogue each report states"),
        say("Indicators stated, out of those that apply to a government of this level; reports read whole."),
        say("The reports listed under Methods; counted by Faheng."),
    )
    return ChartView(
        frame=frame,
        draw=lambda look: coverage.coverage(covered, look=look, say=say, framed=False, **vars(frame)),
        rows=lambda: coverage_table(covered, say),
        sentence=sentences.coverage_sentence(covered, say),
    )


show(content)
