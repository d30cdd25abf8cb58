"""发布: what a new version changes, before it is published, and the versions that are kept."""

import streamlit as st

from faheng.ui.markup import rendered
from faheng.ui.outside import literal
from faheng.ui.page import show
from faheng.ui.publish import history, publishing
from faheng.ui.rights import shown_rights
from faheng.ui.roles import UserRole
from faheng.ui.view import begin


def content() -> None:
    view = begin("publish")
    st.title(literal(view.say("Publish")))
    st.html(rendered("note", note=view.say(
        "What was imported and decided is seen by readers once it is published. Look first at what changes for whom; "
        "the last ten versions are kept, any two can be compared, and an earlier one can be shown again."
    )))  # fmt: skip
    if shown_rights(UserRole.PUBLISHER, view.say):
        publishing(view)
    st.header(literal(view.say("Versions")))
    history(view)


show(content)
