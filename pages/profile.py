"""一地一档: one place whole, by the chapters of the outline, each figure among its peers."""

import streamlit as st

from faheng.briefing.basket import planned
from faheng.ui.links import briefing_link
from faheng.ui.markup import rendered
from faheng.ui.page import show
from faheng.ui.profile import profile_markup
from faheng.ui.view import begin
from faheng.views.cached import remember
from faheng.views.profile import profile


def content() -> None:
    view = begin("profile", "years")
    plain = view.of_any_indicator
    st.html(remember(lambda: profile_markup(profile(plain), plain), "profile", *plain.seen))
    st.html(rendered("actions", lines=[[briefing_link(planned(view, "profile"), view)]]))


show(content)
