"""复核: what is doubtful in the reports that were imported, one thing after the other."""

import streamlit as st

from faheng.ui.markup import rendered
from faheng.ui.outside import literal
from faheng.ui.page import show
from faheng.ui.review import (
    add_form,
    decide_on,
    decisions_to_undo,
    next_doubt,
    queue_head,
    rest_above,
    undo_of_all,
)
from faheng.ui.rights import shown_rights
from faheng.ui.roles import UserRole
from faheng.ui.view import begin
from faheng.views.desk import queue_now


def content() -> None:
    view = begin("review")
    say = view.say
    st.title(literal(say("Review")))
    if not shown_rights(UserRole.EDITOR, say):
        return
    st.html(rendered("note", note=say(
        "Left the report, right what was read of it. Keys: A accepts, X rejects, N leaves it for later, U takes the "
        "last decision back; change a field, leave it, and S saves the correction. Every decision can be taken back."
    )))  # fmt: skip
    queue = queue_now()
    queue_head(queue, view)
    doubt = next_doubt(queue)
    if doubt is not None:
        decide_on(doubt, view)
    else:
        undo_of_all(view)
    with st.expander(say("Accept the rest")):
        rest_above(queue, view)
    with st.expander(say("Add a figure that was missed")):
        add_form(queue, view)
    with st.expander(say("Decisions made, each with its way back")):
        decisions_to_undo(view)


show(content)
