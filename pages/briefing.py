"""简报: the views put together for a meeting, and the files made of them."""

import streamlit as st

from faheng.briefing.made_briefing import standing_cover
from faheng.briefing.made_view import made_view
from faheng.ui.briefing import cover, empty_note, listed, note_fault, on_paper, opened, saved
from faheng.ui.briefing_files import files, pictures, template
from faheng.ui.outside import literal
from faheng.ui.page import show
from faheng.ui.view import begin


def content() -> None:
    view = begin("briefing")
    say, plan = view.say, opened(view)
    made = [made_view(each, view.selection.language) for each in plan.views]
    st.title(literal(say("Briefing")))
    note_fault(view)
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
