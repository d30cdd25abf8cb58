"""说明: definitions, verdicts, the period rule, intervals, sources, and what Faheng does not do."""

from collections.abc import Iterator
from functools import partial

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
from faheng.ui.markup import NOTHING, Markup
from faheng.ui.methods import (
    MethodsSection,
    benchmarks_table,
    contents,
    indicators_table,
    principles,
    reports_table,
    section_markup,
    snapshot_line,
)
from faheng.ui.outside import literal
from faheng.ui.page import show
from faheng.ui.view import begin
from faheng.views.cached import records, remember
from faheng.views.held import SnapshotLine, VerdictMeaning
from faheng.views.view import View

MOST_REPORTS = 60


def content() -> None:
    view = begin("methods")
    plain = view.of_any_indicator
    st.title(literal(view.say("Methods")))
    st.html(snapshot_line(records(SnapshotLine, "pages/methods__snapshot")[0], view))
    for each in remember(partial(written, plain), "methods", *plain.seen):
        st.html(each)


def written(view: View) -> tuple[Markup, ...]:
    """The list of contents, what is open, and each part that folds away."""
    opened = principles(records(VerdictMeaning, "pages/methods__verdicts", language=view.language), view)
    folded = list(tables(view))
    return (
        contents([*opened, *folded], view.say),
        NOTHING.join(section_markup(each) for each in opened),
        *(section_markup(each, folded=True) for each in folded),
    )


def tables(view: View) -> Iterator[MethodsSection]:
    """What folds away: the tables, each with how many lines it has."""
    say, language = view.say, view.language
    limits = records(Limit, "pages/methods__settings", language=language)
    stand_ins = records(StandIn, "pages/methods__neighbours", language=language)
    yield MethodsSection("limits", say("Limits of comparability"), limits_tables(limits, stand_ins, view))
    yield MethodsSection("checks", say("What is checked"), checks_table(view))
    groups = records(ExplainedPeers, "pages/methods__peer_groups", language=language)
    yield MethodsSection("peers", say("Groups of peers"), peer_groups_table(groups, view))
    indicators = records(CataloguedIndicator, "pages/methods__indicators", language=language)
    yield MethodsSection("indicators", say("Definitions of the indicators"), indicators_table(indicators, view),
                         say("{n} indicators", n=len(indicators)))  # fmt: skip
    reports = records(HeldReport, "pages/methods__reports", first=view.ours, limit=MOST_REPORTS, language=language)
    yield MethodsSection("reports", say("Reports held"), reports_table(reports, view),
                         say("{n} reports", n=max((each.held for each in reports), default=0)))  # fmt: skip
    benchmarks = records(PublishedBenchmark, "pages/methods__benchmarks", language=language)
    yield MethodsSection("published", say("Published reference values"), benchmarks_table(benchmarks, view),
                         say("{n} values", n=len(benchmarks)))  # fmt: skip


show(content)
