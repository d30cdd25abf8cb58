"""总览: where our place stands on the headline indicators, and what cannot be compared."""

import streamlit as st

from faheng.charts import coverage, sentences
from faheng.ui.cached import rows
from faheng.ui.charts import Frame, show_chart
from faheng.ui.choose import choose_indicators
from faheng.ui.headlines import headline_cards
from faheng.ui.page import begin
from faheng.ui.tables import cell_matrix, coverage_table, reasons

MOST_ROWS = 12

view = begin("overview", "beside", "years", "level", "province", "comparable")
say = view.say
headlines = list(rows("pages/overview__headlines")["id"])
shown = view.cells(headlines)
st.html(headline_cards(shown, headlines, view))

st.subheader(say("Indicators by place"))
chosen = choose_indicators(say("More indicators"), view, most=MOST_ROWS, leave_out=headlines)
cells = view.cells([*headlines, *chosen])
st.html(cell_matrix(cells, view) + reasons(cells, view))

st.subheader(say("What the reports cover"))
covered = rows("pages/overview__coverage", localities=list(view.places), language=view.language)
frame = Frame(
    say("How much of the catalogue each report states"),
    say("Indicators stated, out of those that apply to a government of this level; reports read whole."),
    say("The reports listed under Methods; counted by Faheng."),
)
if covered.empty:
    st.info(say("None of the reports of these places was read whole, so nothing can be said of what they leave out."))
else:
    show_chart(
        lambda look: coverage.coverage(covered, look=look, say=say, framed=False, **vars(frame)),
        lambda: coverage_table(covered, say),
        say,
        frame=frame,
        sentence=sentences.coverage_sentence(covered, say),
    )
