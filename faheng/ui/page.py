"""A page around its content: navigation, style, language; one clear sentence when the content cannot be made."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from html import escape

import streamlit as st

from faheng.errors import StoreDamaged, StoreMissing, StoreTooNew
from faheng.ui.links import language_switch
from faheng.ui.session import language, settle
from faheng.ui.theme import shell
from faheng.words.catalogue import Words, words

__all__ = ["finally_draw", "navigation", "page_name", "run", "show"]

_BY_APP = "faheng.by_app"
# These begin with a heading that is seen.
_HEADED = ("evidence", "briefing", "methods")
_LAST: ContextVar[list[Callable[[], None]]] = ContextVar("faheng.last")


def navigation() -> list[st.Page]:
    """The pages in their order, titled in the reader's language."""
    titles = _titles(words(language()))
    return [
        st.Page(f"pages/{name}.py", title=title, url_path=name, default=name == "overview")
        for name, title in titles.items()
    ]


def page_name(name: str, say: Words) -> str:
    """The title of a page by its address."""
    return _titles(say)[name]


def _titles(say: Words) -> dict[str, str]:
    """The pages in the order of the navigation, by the address of each."""
    return {
        "overview": say("Overview"),
        "compare": say("Compare"),
        "trends": say("Trends"),
        "checks": say("Checks"),
        "evidence": say("Evidence"),
        "briefing": say("Briefing"),
        "methods": say("Methods"),
    }


def run(page: st.Page) -> None:
    """What ``app.py`` does: all that stays while filters change, then the page."""
    st.session_state[_BY_APP] = True
    say = words(language())
    shell(say.language)
    language_switch(say)
    if page.url_path not in _HEADED:
        st.html(f'<h1 class="fh-sr-only">{escape(page.title)}</h1>')
    page.run()


@st.fragment
def show(content: Callable[[], None]) -> None:
    """Run the page's content, or a part of it: a filter inside runs this alone. A store that cannot be read is told."""
    if _BY_APP not in st.session_state:
        _start_by_app()
    last: list[Callable[[], None]] = []
    _LAST.set(last)
    say = words(language())
    try:
        content()
    except StoreMissing:
        st.warning(say("There is no data yet. Run “faheng build” in the project's folder, then reload this page."))
    except StoreTooNew:
        st.warning(say("The data was written by a newer Faheng. Update Faheng, then reload this page."))
    except StoreDamaged:
        st.warning(say("The data file is damaged. Run “faheng build” in the project's folder, then reload this page."))
    finally:
        # Also where the content stops early: a widget that a run leaves out would lose its value.
        for draw in last:
            draw()
        settle()


def finally_draw(part: Callable[[], None]) -> None:
    """Draw this part of the page after its content: what looks as it did can wait, the reader waits for the content."""
    _LAST.get().append(part)


def _start_by_app() -> None:
    """Until app.py has run once in a new server, Streamlit opens a deep link's page file alone, without app.py.

    Naming the pages ends that for the whole server; then the browser asks again. Happens once a server at most.
    """
    st.navigation(navigation(), position="hidden")
    st.html("<script>location.reload()</script>", unsafe_allow_javascript=True)
    st.stop()
