"""导入: reports that somebody brings, what each was taken for, and the way to put that right."""

import streamlit as st

from faheng.ui.intake import bring, held_reports, progress
from faheng.ui.markup import rendered
from faheng.ui.outside import literal
from faheng.ui.page import show
from faheng.ui.rights import shown_rights
from faheng.ui.roles import UserRole
from faheng.ui.settle import settle_form
from faheng.ui.view import begin


def content() -> None:
    view = begin("intake")
    st.title(literal(view.say("Import")))
    if not shown_rights(UserRole.EDITOR, view.say):
        return
    st.html(rendered("note", note=view.say(
        "Each report is read, and shown with what it was taken for and the words that say so; put right what is wrong. "
        "What was read surely is accepted, the rest waits on “Review”; nothing is seen by others before “Publish”."
    )))  # fmt: skip
    wanted = view.selection.own.get("report", "")
    if wanted:
        settle_form(wanted, view)
    bring(view)
    progress(view)
    held = held_reports(view)
    if held is not None:
        with st.container(key="fh-intake-held"):
            st.html(held)


show(content)
