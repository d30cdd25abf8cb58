"""复核: a report that was taken for another form or edition of one that is there: a key for each answer."""

from __future__ import annotations

import streamlit as st

from faheng.intake.review import Doubt
from faheng.intake.state import ReportState
from faheng.model.doubt import Reason
from faheng.ui.review import note_decision
from faheng.ui.rights import allowed
from faheng.ui.roles import UserRole
from faheng.views.desk import intake_now
from faheng.words.catalogue import Words

__all__ = ["same_answers"]


def same_answers(doubt: Doubt, say: Words) -> None:
    """What a report that was taken for a form or an edition of another one is: a key for each answer."""
    state = doubt.report.state
    if doubt.reason is Reason.FORMAT:
        st.button(say("Yes, count it once (A)"), key="fh-review-once", type="primary", shortcut="A",
                  on_click=_keep_once, args=(state, say))  # fmt: skip
        st.button(say("No, count it too (X)"), key="fh-review-too", shortcut="X", on_click=_count_too,
                  args=(state, say))  # fmt: skip
        return
    other = intake_now().state().report(doubt.detail)
    if other.document is not None:  # what is shipped cannot be withdrawn
        st.button(say("Take this edition (A)"), key="fh-review-newer", type="primary", shortcut="A",
                  on_click=_take_edition, args=(state, other, say))  # fmt: skip
    st.button(say("Keep the earlier one (X)"), key="fh-review-earlier", shortcut="X", on_click=_leave,
              args=(state, say))  # fmt: skip
    st.button(say("Count both (B)"), key="fh-review-too", shortcut="B", on_click=_count_too,
              args=(state, say))  # fmt: skip


@allowed(UserRole.EDITOR, "say what a report is a form of")
def _keep_once(who: str, state: ReportState, say: Words) -> None:
    note_decision(lambda editor: editor.keep_once(state), who, 1, say)


@allowed(UserRole.EDITOR, "keep a report beside another")
def _count_too(who: str, state: ReportState, say: Words) -> None:
    note_decision(lambda editor: editor.keep_beside(state), who, 1, say)


@allowed(UserRole.EDITOR, "take one edition of a report")
def _take_edition(who: str, state: ReportState, other: ReportState, say: Words) -> None:
    note_decision(lambda editor: editor.take_edition(state, other), who, 2, say)


@allowed(UserRole.EDITOR, "withdraw a report")
def _leave(who: str, state: ReportState, say: Words) -> None:
    note_decision(lambda editor: editor.withdraw(state), who, 1, say)
