"""质检: what does not add up in the reports, what must be asked, and what was found right; the same of a draft."""

from functools import partial

import streamlit as st

from faheng.briefing.basket import planned
from faheng.exports.csv_file import csv_bytes
from faheng.model import Severity
from faheng.ui.checks import finding_list, findings_summary, held_table
from faheng.ui.choose import choose_check, choose_everywhere, choose_severity
from faheng.ui.draft import choose_subject, draft_page, drafting
from faheng.ui.links import briefing_link
from faheng.ui.markup import Markup, rendered
from faheng.ui.outside import literal
from faheng.ui.page import show
from faheng.ui.view import begin
from faheng.views.cached import remember
from faheng.views.findings import chosen_findings, counted_findings, findings_table
from faheng.views.view import View


def content() -> None:
    view = begin("checks", *(() if drafting() else ("beside", "level", "province")))
    choose_subject(view)
    if drafting():
        draft_page(view)
    else:
        published(view)


def listed(view: View) -> Markup:
    """What does not add up or must be asked, then what was found right."""
    findings = chosen_findings(view)
    held = [each for each in findings if each.severity == Severity.HOLDS]
    open_ones = [each for each in findings if each.severity != Severity.HOLDS]
    return finding_list(open_ones, view) + held_table(held, view)


def published(view: View) -> None:
    say, findings, plain = view.say, chosen_findings(view), view.of_any_indicator
    st.html(findings_summary(counted_findings(view), view))
    options, main = st.columns([1, 3], gap="large")
    with main:
        if findings:
            st.html(remember(partial(listed, plain), "findings", *plain.seen))
        else:
            st.info(literal(say("Nothing was found for these places. Choose other places, or all checks.")))
    with options:
        choose_everywhere(view)
        choose_severity(view)
        choose_check(view)
        with st.container(key="fh-downloads-findings", horizontal=True):
            name = f"{say('Checks')}.csv"
            st.download_button(
                say("Table (CSV)"), lambda: csv_bytes(findings_table(findings, view)), name, "text/csv",
                key="fh-findings-csv", on_click="ignore", type="tertiary",
            )  # fmt: skip
            st.html(rendered("pictures", links=[briefing_link(planned(view, "checks"), view)]))


show(content)
