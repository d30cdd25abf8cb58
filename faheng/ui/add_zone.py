"""A functional zone that the tables do not know, added where a report is of it."""

from __future__ import annotations

import streamlit as st

from faheng.errors import FahengError
from faheng.intake.decide import Editor
from faheng.intake.state import ReportState
from faheng.ui.outside import literal, seen
from faheng.ui.place_field import place_field
from faheng.ui.rights import allowed
from faheng.ui.roles import UserRole
from faheng.ui.troubles import told_trouble
from faheng.views.desk import intake_now
from faheng.views.view import View
from faheng.words.catalogue import Words

__all__ = ["add_zone"]

_FAULT = "faheng.zone.fault"
LONGEST_NAME = 40


def add_zone(state: ReportState, view: View) -> None:
    """The place that it lies in, its name, and the button that makes it the report's place."""
    say, name = view.say, f"fh-zone-name-{state.id}"
    with st.popover(say("A zone that the search does not find")):
        st.caption(literal(say(
            "A development zone or new area with a report of its own. It counts as a place at once, and is among the "
            "places that everybody finds after the next publish."
        )))  # fmt: skip
        st.text_input(say("Name of the zone"), key=name, max_chars=LONGEST_NAME)
        parent = place_field(say("It lies in"), f"fh-zone-parent-{state.id}", say)
        st.button(say("Add it as the place of this report"), key="fh-zone-add", type="primary", on_click=_add,
                  args=(state, parent, name, say))  # fmt: skip
    fault = st.session_state.pop(_FAULT, "")
    if fault:
        st.warning(literal(fault))


@allowed(UserRole.EDITOR, "add a zone")
def _add(who: str, state: ReportState, parent: str, name: str, say: Words) -> None:
    try:
        editor = Editor(intake_now(), who)
        zone = editor.add_zone(parent, seen(st.session_state.get(name, "")))
        editor.settle(state, {"locality_code": zone.code})
    except FahengError as fault:
        st.session_state[_FAULT] = say("It was not noted: {why}.", why=told_trouble(fault, say))
