"""溯源: an observation beside the phrase it came from, what it was made from, and a search over all phrases."""

import streamlit as st

from faheng.ui.evidence import found_table, observation_page
from faheng.ui.page import show
from faheng.ui.session import change_own, set_widget
from faheng.ui.view import begin
from faheng.views.cached import rows

MOST_FOUND = 30


def take_search() -> None:
    change_own("q", st.session_state["fh-evidence-search"].strip())


def content() -> None:
    view = begin("evidence")
    say = view.say
    wanted = view.selection.own.get("obs", "")
    if wanted:
        found = rows("pages/evidence__observation", id=wanted, language=view.language)
        if found.empty:
            st.warning(say("This store holds no observation “{id}”. Search for it below.", id=wanted[:40]))
        else:
            st.html(observation_page(found.iloc[0], view))

    st.subheader(say("Search indicators and phrases"))
    text = st.text_input(
        say("Search"),
        key=set_widget("fh-evidence-search", view.selection.own.get("q", "")),
        on_change=take_search,
        placeholder=say("Indicator, place, words of the phrase, or pinyin initials"),
        label_visibility="collapsed",
    ).strip()
    hits = rows("pages/evidence__search", text=text, first=view.ours, limit=MOST_FOUND, language=view.language)
    if hits.empty:
        st.info(say("Nothing matches “{text}”. Try fewer characters.", text=text[:40]))
    else:
        st.html(found_table(hits, view, cut=len(hits) == MOST_FOUND))


show(content)
