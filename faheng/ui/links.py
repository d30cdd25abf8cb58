"""Links to other pages in our own HTML; ``page.js`` follows them without a reload and keeps the shared filters."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from faheng.briefing.basket import plan_in
from faheng.briefing.plan import PlannedView
from faheng.briefing.plan_text import packed
from faheng.ui.markup import rendered
from faheng.views.view import View
from faheng.words.catalogue import Words

__all__ = ["Hyperlink", "briefing_link", "evidence_href", "evidence_link", "language_switch", "link"]


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A text that leads to one of our pages or, in a new window, to a source elsewhere; href "" is the text alone."""

    text: str
    href: str = ""

    @property
    def elsewhere(self) -> bool:
        """True where it leads out of the dashboard."""
        return self.href.startswith(("http://", "https://"))


def evidence_href(observation_id: str) -> str:
    """The address of an observation's evidence, seen from any page; "" where there is no observation."""
    return "evidence?" + urlencode({"obs": observation_id}) if observation_id else ""


def evidence_link(text: str, observation_id: str) -> Hyperlink:
    """The text as a link to an observation's evidence."""
    return Hyperlink(text, evidence_href(observation_id))


def link(text: str, page: str = "", /, **params: str) -> Hyperlink:
    """A link to a page by its ``url_path`` ("" is this page); an empty parameter is taken away."""
    return Hyperlink(text, f"{page}?{urlencode(params)}")


def briefing_link(planned: PlannedView, view: View) -> Hyperlink:
    """Puts the view into the briefing, which the address holds; leads to the briefing where it is in it already."""
    say, plan = view.say, plan_in(view)
    longer = plan.with_view(planned)
    if longer == plan:
        full = say.count("In the briefing (one view) ›", "In the briefing ({n} views) ›", len(plan.views))
        return link(full, "briefing")
    return link(say("Add to the briefing"), briefing=packed(longer))


def language_switch(say: Words) -> None:
    """中文 and English at the right end of the navigation line."""
    names = {"zh": "中文", "en": "English"}
    ways = [Hyperlink(name) if say.language == code else link(name, lang=code) for code, name in names.items()]
    label, paper = say("Language"), say("Print this page")
    st.html(rendered("language", label=label, paper=paper, languages=ways))
