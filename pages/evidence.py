"""溯源: an observation beside the phrase it came from, what it was made from, and a search over all phrases."""

import streamlit as st

from faheng.ui.evidence import hits_table, observation_page
from faheng.ui.outside import literal
from faheng.ui.page import show
from faheng.ui.session import change_own, set_widget
from faheng.ui.view import begin
from faheng.ui.whole_text import whole_text
from faheng.views.evidence import search_hits, traced_value

MOST_HITS = 30


def take_search() -> None:
    change_own("q", st.session_state["fh-evidence-search"].strip())


def content() -> None:
    view = begin("evidence")
    say = view.say
    wanted = view.selection.own.get("obs", "")
    if wanted:
        traced = traced_value(wanted, view.language)
        if traced is None:
            lacking = say("This store holds no observation “{id}”. Search for it below.", id=wanted[:40])
            st.warning(literal(lacking))
        else:
            st.html(observation_page(traced, view) + whole_text(traced, view))

    st.header(literal(say("Search indicators and phrases")))
    text = st.text_input(
        say("Search"),
        key=set_widget("fh-evidence-search", view.selection.own.get("q", "")),
        on_change=take_search,
        placeholder=say("Indicator, place, words of the phrase, or pinyin initials"),
        label_visibility="collapsed",
    ).strip()
    hits = search_hits(text, MOST_HITS, view)
    if hits:
        st.html(hits_table(hits, view, cut=len(hits) == MOST_HITS))
    else:
        st.info(literal(say("Nothing matches “{text}”. Try fewer characters.", text=text[:40])))


show(content)
