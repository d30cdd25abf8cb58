"""说明: definitions, verdicts, the period rule, intervals, sources, and what Faheng does not do."""

import streamlit as st

from faheng.ui.checks import checks_table
from faheng.ui.comparability import limits_tables, peer_groups_table
from faheng.ui.methods import (
    benchmarks_table,
    indicators_table,
    principles,
    reports_table,
    snapshot_line,
)
from faheng.ui.page import show
from faheng.ui.view import begin
from faheng.views.cached import rows

MOST_REPORTS = 60


def content() -> None:
    view = begin("methods")
    say = view.say
    st.title(say("Methods"))
    st.html(snapshot_line(rows("pages/methods__snapshot").iloc[0], view))
    st.html(principles(rows("pages/methods__verdicts", language=view.language), view))
    st.subheader(say("Limits of comparability"))
    st.html(
        limits_tables(
            rows("pages/methods__settings", language=view.language),
            rows("pages/methods__neighbours", language=view.language),
            view,
        )
    )
    st.subheader(say("What is checked"))
    st.html(checks_table(view))
    st.subheader(say("Groups of peers"))
    st.html(peer_groups_table(rows("pages/methods__peer_groups", language=view.language), view))
    st.subheader(say("Definitions of the indicators"))
    st.html(indicators_table(rows("pages/methods__indicators", language=view.language), view))
    st.subheader(say("Reports held"))
    st.html(
        reports_table(rows("pages/methods__reports", first=view.ours, limit=MOST_REPORTS, language=view.language), view)
    )
    st.subheader(say("Published reference values"))
    st.html(benchmarks_table(rows("pages/methods__benchmarks", language=view.language), view))


show(content)
