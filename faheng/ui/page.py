"""A page around its content: navigation, style, language; one clear sentence when the content cannot be made."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextvars import ContextVar

import streamlit as st

from faheng.errors import (
    BadSetting,
    LedgerTooNew,
    LedgerTooOld,
    LedgerUnavailable,
    StoreDamaged,
    StoreMissing,
    StoreTooNew,
)
from faheng.log import note
from faheng.ui.links import language_switch
from faheng.ui.markup import rendered
from faheng.ui.metrics import page_took
from faheng.ui.outside import literal
from faheng.ui.requests import take_request
from faheng.ui.session import language, settle
from faheng.ui.theme import shell
from faheng.ui.troubles import told_trouble
from faheng.ui.turns import turn
from faheng.ui.uploads import page_of_fields
from faheng.views.pages import PAGES, page_entry
from faheng.words.catalogue import words

__all__ = ["finally_draw", "navigation", "run", "show"]

_BY_APP = "faheng.by_app"
_SHOWN = "faheng.shown"
_LAST: ContextVar[list[Callable[[], None]]] = ContextVar("faheng.last")


def navigation() -> list[st.Page]:
    """The pages in their order, titled in the reader's language."""
    say = words(language())
    return [
        st.Page(f"pages/{page.name}.py", title=page.title(say), url_path=page.name, default=page is PAGES[0])
        for page in PAGES
    ]


def run(page: st.Page) -> None:
    """What ``app.py`` does: all that stays while filters change, then the page."""
    st.session_state[_BY_APP], st.session_state[_SHOWN] = True, page.url_path or PAGES[0].name
    say = words(language())
    shell(say.language)
    language_switch(say)
    # The first page is that of the bare address.
    if not page_entry(page.url_path or PAGES[0].name).headed:
        st.html(rendered("hidden_title", title=page.title))
    page.run()


@st.fragment
def show(content: Callable[[], None]) -> None:
    """Run the content of the page, or a part that a filter inside runs again; say it where the store cannot be read."""
    if _BY_APP not in st.session_state:
        _start_by_app()
    last: list[Callable[[], None]] = []
    _LAST.set(last)
    say = words(language())
    take_request()
    began = time.perf_counter()
    try:
        with turn(), page_of_fields():
            content()
    except StoreMissing:
        _warn(say("There is no data yet. Run “faheng build” in the project's folder, then reload this page."))
    except StoreTooNew:
        _warn(say("The data was written by a newer Faheng. Update Faheng, then reload this page."))
    except StoreDamaged:
        _warn(say("The data file is damaged. Run “faheng build” in the project's folder, then reload this page."))
    except (LedgerUnavailable, LedgerTooNew, LedgerTooOld, BadSetting) as fault:
        _warn(say("This cannot be done now: {why}.", why=told_trouble(fault, say)))
    finally:
        # Also where the content stops early: a widget that a run leaves out would lose its value.
        for draw in last:
            draw()
        settle()
        _took(time.perf_counter() - began)


def _took(seconds: float) -> None:
    page = str(st.session_state.get(_SHOWN, ""))
    page_took(page, seconds)
    note("page", page=page, seconds=round(seconds, 4))


def finally_draw(part: Callable[[], None]) -> None:
    """Draw this part of the page after its content: the reader waits for the content, and this part looks as it did."""
    _LAST.get().append(part)


def _warn(sentence: str) -> None:
    st.warning(literal(sentence))


def _start_by_app() -> None:
    """Until app.py has run once in a new server, Streamlit opens a deep link's page file alone, without app.py.

    Naming the pages ends that for the whole server; then the browser asks again. Happens once a server at most.
    """
    st.navigation(navigation(), position="hidden")
    st.html(rendered("reload"), unsafe_allow_javascript=True)
    st.stop()
