"""说明: definitions, verdicts, the period rule, intervals, sources, and what Faheng does not do."""

import streamlit as st

from faheng.ui.checks import checks_table
from faheng.ui.comparability import limits_tables, peer_groups_table
from faheng.ui.held import (
    CataloguedIndicator,
    ExplainedPeers,
    HeldReport,
    Limit,
    PublishedBenchmark,
    StandIn,
)
from faheng.ui.methods import benchmarks_table, indicators_table, principles, reports_table, snapshot_line
from faheng.ui.outside import literal
from faheng.ui.page import show
from faheng.ui.view import begin
from faheng.views.cached import records
from faheng.views.held import SnapshotLine, VerdictMeaning

MOST_REPORTS = 60


def content() -> None:
    view = begin("methods")
    say, language = view.say, view.language
    st.title(literal(say("Methods")))
    st.html(snapshot_line(records(SnapshotLine, "pages/methods__snapshot")[0], view))
    st.html(principles(records(VerdictMeaning, "pages/methods__verdicts", language=language), view))
    st.header(literal(say("Limits of comparability")))
    limits = records(Limit, "pages/methods__settings", language=language)
    st.html(limits_tables(limits, records(StandIn, "pages/methods__neighbours", language=language), view))
    st.header(literal(say("What is checked")))
    st.html(checks_table(view))
    st.header(literal(say("Groups of peers")))
    st.html(peer_groups_table(records(ExplainedPeers, "pages/methods__peer_groups", language=language), view))
    st.header(literal(say("Definitions of the indicators")))
    st.html(indicators_table(records(CataloguedIndicator, "pages/methods__indicators", language=language), view))
    st.header(literal(say("Reports held")))
    reports = records(HeldReport, "pages/methods__reports", first=view.ours, limit=MOST_REPORTS, language=language)
    st.html(reports_table(reports, view))
    st.header(literal(say("Published reference values")))
    st.html(benchmarks_table(records(PublishedBenchmark, "pages/methods__benchmarks", language=language), view))


show(content)
