"""Links to other pages in our own HTML; ``page.js`` follows them without a reload and keeps the shared filters."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from faheng.briefing.plan import PlannedView, packed, plan_in
from faheng.views.view import View
from faheng.words.catalogue import Words

__all__ = ["briefing_link", "evidence_href", "language_switch", "link"]


def evidence_href(observation_id: str) -> str:
    """The address of an observation's evidence, seen from any page."""
    return "evidence?" + urlencode({"obs": observation_id})


def link(text: str, page: str = "", **params: str) -> str:
    """HTML of a link to a page by its ``url_path`` ("" is this page); an empty parameter is taken away."""
    return f'<a class="fh-link" href="{escape(page + "?" + urlencode(params))}">{escape(text)}</a>'


def briefing_link(planned: PlannedView, view: View) -> str:
    """Puts the view into the briefing, which the address holds; leads to the briefing where it is in it already."""
    say, plan = view.say, plan_in(view)
    longer = plan.with_view(planned)
    if longer == plan:
        full = say.count("In the briefing (one view) ›", "In the briefing ({n} views) ›", len(plan.views))
        return link(full, "briefing")
    return link(say("Add to the briefing"), briefing=packed(longer))


def language_switch(say: Words) -> None:
    """中文 and English at the right end of the navigation line."""
    zh, en = (
        f'<span aria-current="true">{name}</span>' if say.language == code else link(name, lang=code)
        for code, name in (("zh", "中文"), ("en", "English"))
    )
    paper = f'<button type="button" class="fh-print">{escape(say("Print this page"))}</button>'
    st.html(f'<nav class="fh-language" aria-label="{escape(say("Language"))}">{paper}{zh}{en}</nav>')
