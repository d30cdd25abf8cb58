"""溯源: an observation beside the phrase it came from, what it was made from, and a search over all phrases."""

import streamlit as st

from faheng.ui.cached import rows
from faheng.ui.evidence import found_table, observation_page
from faheng.ui.page import begin

MOST_FOUND = 30

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
    key="fh-evidence-search",
    placeholder=say("Indicator, place, words of the phrase, or pinyin initials"),
    label_visibility="collapsed",
)
hits = rows("pages/evidence__search", text=text.strip(), localities=None, limit=MOST_FOUND, language=view.language)
if hits.empty:
    st.info(say("Nothing matches “{text}”. Try fewer characters.", text=text[:40]))
else:
    st.html(found_table(hits, view))
