"""简报: the views put together for a meeting, and the files made of them."""

import streamlit as st

from faheng.briefing.make import standing_cover
from faheng.briefing.planned import made_view
from faheng.ui.briefing import cover, empty_note, listed, on_paper, opened, saved, told_fault
from faheng.ui.briefing_files import files, pictures, template
from faheng.ui.page import show
from faheng.ui.view import begin


def content() -> None:
    view = begin("briefing")
    say, plan = view.say, opened(view)
    made = [made_view(each, view.selection.language) for each in plan.views]
    st.title(say("Briefing"))
    told_fault(view)
    if not plan.views:
        st.html(empty_note(view))
        saved(plan, view)
        return
    options, main = st.columns([1, 2], gap="large")
    with options:
        cover(plan, view, standing_cover(plan, made, say))
        own = template(view)
        saved(plan, view)
    with main:
        files(plan, view, own)
        pictures(plan, view)
        listed(plan, made, view)
        st.html(on_paper(made))


show(content)
