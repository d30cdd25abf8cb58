"""A field that finds one place among all of the country: typed text, then the few hits to choose from."""

from __future__ import annotations

import streamlit as st

from faheng.ui.find_place import PlaceFinder
from faheng.ui.outside import literal
from faheng.views.places import place_text
from faheng.words.catalogue import Words

__all__ = ["place_field"]


def place_field(label: str, key: str, say: Words) -> str:
    """The code of the place chosen; "" where none is yet. key: of this field alone."""
    finder = PlaceFinder(say)
    text = st.text_input(
        label, key=f"{key}-text", live=True, placeholder=say("Name, former name, pinyin, initials or code")
    )
    if not text.strip():
        return ""
    hits = {hit.code: place_text(hit, say) for hit in finder.places_of(text)}
    if not hits:
        st.caption(literal(say("No place of this name. Try fewer characters, or all provinces.")))
        return ""
    meant = finder.meant(text)
    chosen = st.radio(
        say("Found"), list(hits), format_func=lambda code: literal(hits[code]), key=f"{key}-found",
        index=list(hits).index(meant) if meant in hits else None, label_visibility="collapsed",
    )  # fmt: skip
    return chosen or ""
