"""总览: where our place stands on the headline indicators, and what cannot be compared."""

import streamlit as st

from faheng.briefing.basket import planned
from faheng.ui.charts import show_chart
from faheng.ui.choose import choose_indicators
from faheng.ui.links import briefing_link
from faheng.ui.markup import rendered
from faheng.ui.outside import literal
from faheng.ui.overview import changed_lately, coverage, first_sentences, headlines, matrix
from faheng.ui.page import show
from faheng.ui.view import begin, whose
from faheng.views.catalogue import headlines as headline_indicators
from faheng.views.pages import COVERAGE
from faheng.views.years import in_comparable_year

MOST_ROWS = 12


def content() -> None:
    view = begin("overview", "beside", "years", "level", "province", "comparable")
    say, shown = view.say, in_comparable_year(view, headline_indicators())
    if shown.span_note:
        st.html(rendered("note", note=shown.span_note))
    if view.selection.place:
        st.html(rendered("note", note=whose(say)))
    told = first_sentences(view)
    if told:
        st.html(told)
    st.html(headlines(shown))
    news = changed_lately(view)
    if news:
        st.html(news)
    st.header(literal(say("Indicators by place")))
    chosen = choose_indicators(say("More indicators"), view, most=MOST_ROWS, leave_out=headline_indicators())
    st.html(matrix(chosen, shown))
    st.html(rendered("actions", lines=[[briefing_link(planned(view, "overview"), view)]]))
    st.header(literal(say("What the reports cover")))
    show_chart(coverage(view), view, planned(view, "overview", part=COVERAGE))


show(content)
