"""简报: the views put together for a meeting, and the files made of them."""

import streamlit as st

from faheng.briefing.made_briefing import standing_cover
from faheng.briefing.made_view import made_view
from faheng.ui.briefing import choices, counted, cover, empty_note, listed, note_fault, on_paper, opened, others, saved
from faheng.ui.briefing_files import files, pictures, template
from faheng.ui.briefing_slides import shown_slides
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
    options, main = st.columns([1, 3], gap="large")
    with options:
        cover(plan, view, standing_cover(plan, made, say))
        choices(plan, view)
        own = template(view)
        saved(plan, view)
    with main:
        slides = shown_slides(plan, view, own)
        counted(slides, view)
        files(plan, view, own)
        listed(plan, made, slides, view)
        others(slides, view)
        pictures(plan, view)
        st.html(on_paper(slides))


show(content)
