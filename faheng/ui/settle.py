"""What an imported report is, put right by a person: place, year or days, kind, title, publisher, day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from faheng.errors import CannotDecide, FahengError, Overtaken
from faheng.intake.decide import DecidedMeanwhile, Editor
from faheng.intake.described import json_of
from faheng.intake.state import ReportState
from faheng.model import PeriodBasis
from faheng.reading.about.about import ReportAbout
from faheng.ui.add_zone import add_zone
from faheng.ui.intake import same_text
from faheng.ui.markup import rendered
from faheng.ui.outside import literal, seen
from faheng.ui.place_field import place_field
from faheng.ui.review_parts import decision_text
from faheng.ui.rights import allowed
from faheng.ui.roles import UserRole
from faheng.ui.session import change_own
from faheng.ui.troubles import told_trouble
from faheng.views.desk import has_ledger, intake_now
from faheng.views.reports_taken import place_name
from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.doubts import field_name
from faheng.words.reports import kind_text

__all__ = ["settle_form"]

KINDS = ("annual_report", "work_report", "disclosure_report", "white_paper", "statistics", "article", "news")
EARLIEST = date(1985, 1, 1)
_FAULT = "faheng.settle.fault"


def settle_form(name: str, view: View) -> None:
    """The form of one report; nothing where the ledger has no such report."""
    state = intake_now().state().report(name) if has_ledger() else ReportState(name)
    if state.document is None:
        st.warning(literal(view.say("There is no imported report “{id}”.", id=name[:40])))
        return
    say, about = view.say, state.about
    with st.container(border=True, key="fh-settle"):
        st.html(rendered("note", note=say("What is “{file}”?", file=seen(state.document.name))))
        _fault()
        first, second = st.columns(2, gap="medium")
        with first:
            standing = place_name(about.locality_code, view.language) or say("not recognised")
            code = place_field(say("Place (now: {place})", place=standing), f"fh-settle-place-{name}", say)
            add_zone(state, view)
            kind = st.selectbox(
                say("Kind"), KINDS, index=KINDS.index(about.kind) if about.kind in KINDS else None,
                format_func=lambda each: kind_text(each, say), key=f"fh-settle-kind-{name}",
            )  # fmt: skip
        with second:
            start = _day(say("Period from"), about.period_start, f"fh-settle-start-{name}")
            end = _day(say("Period to"), about.period_end, f"fh-settle-end-{name}")
            published = _day(say("Published on"), about.published_on, f"fh-settle-published-{name}")
        title = st.text_input(say("Title"), value=about.title or "", key=f"fh-settle-title-{name}")
        publisher = st.text_input(say("Publisher"), value=about.publisher or "", key=f"fh-settle-publisher-{name}")
        after = replace(
            about, locality_code=code or about.locality_code, kind=kind, period_start=start, period_end=end,
            published_on=published, title=title.strip() or None, publisher=publisher.strip() or None,
        )  # fmt: skip
        _buttons(state, after, say)


def _day(label: str, value: date | None, key: str) -> date | None:
    found = st.date_input(
        label, value=value, min_value=EARLIEST, max_value=date(date.today().year + 1, 12, 31), key=key,
        format="YYYY-MM-DD",
    )  # fmt: skip
    return found if isinstance(found, date) else None


def _buttons(state: ReportState, after: ReportAbout, say: Words) -> None:
    with st.container(horizontal=True):
        st.button(say("Save"), key="fh-settle-save", type="primary", on_click=_settle, args=(state, after, say))
        if state.same is not None:
            st.caption(literal(same_text(state.same, say)))
            st.button(say("No, it is a report of its own"), key="fh-settle-beside", on_click=_beside, args=(state, say))
        if state.withdrawn:
            st.button(say("Let it count again"), key="fh-settle-restore", on_click=_withdraw, args=(state, False, say))
        else:
            st.button(say("Withdraw the report"), key="fh-settle-withdraw", on_click=_withdraw, args=(state, True, say))
        st.button(say("Close"), key="fh-settle-close", type="tertiary", on_click=_close)


def _close() -> None:
    change_own("report", "")


@allowed(UserRole.EDITOR, "settle what a report is")
def _settle(who: str, state: ReportState, after: ReportAbout, say: Words) -> None:
    """Note what differs from what was known; a period that a person gave is stated."""
    changes = changed_fields(state.about, after)
    try:
        if changes:
            Editor(intake_now(), who).settle(state, changes)
        change_own("report", "")
    except FahengError as fault:
        st.session_state[_FAULT] = decision_fault(fault, say)


def changed_fields(before: ReportAbout, after: ReportAbout) -> dict[str, str | None]:
    """The fields that differ, as texts; both days of a period where one does."""
    if (before.period_start, before.period_end) != (after.period_start, after.period_end):
        after = replace(after, period_basis=PeriodBasis.STATED)
    known, wanted = json_of(before), json_of(after)
    return {name: text for name, text in wanted.items() if text != known[name]}


@allowed(UserRole.EDITOR, "keep a report beside another")
def _beside(who: str, state: ReportState, say: Words) -> None:
    try:
        Editor(intake_now(), who).keep_beside(state)
    except FahengError as fault:
        st.session_state[_FAULT] = decision_fault(fault, say)


@allowed(UserRole.EDITOR, "withdraw or restore a report")
def _withdraw(who: str, state: ReportState, away: bool, say: Words) -> None:
    try:
        editor = Editor(intake_now(), who)
        editor.withdraw(state) if away else editor.restore(state)
    except FahengError as fault:
        st.session_state[_FAULT] = decision_fault(fault, say)


def decision_fault(fault: FahengError, say: Words) -> str:
    """Why a decision was not noted, in a sentence."""
    if isinstance(fault, DecidedMeanwhile):
        return say("Not noted: meanwhile {decision}. What you entered is kept; look again, then decide.",
                   decision=decision_text(fault.event, say))  # fmt: skip
    if isinstance(fault, Overtaken):
        return say("Somebody else decided on this report meanwhile. Look at it again, then decide.")
    if isinstance(fault, CannotDecide) and ": " in fault.fault:
        field = field_name(fault.fault.partition(":")[0], say)
        return say("It was not noted: “{field}” cannot be so. Look at the value, its bound and its period again.",
                   field=field)  # fmt: skip
    return say("It was not noted: {why}.", why=told_trouble(fault, say))


def _fault() -> None:
    fault = st.session_state.pop(_FAULT, "")
    if fault:
        st.warning(literal(fault))
