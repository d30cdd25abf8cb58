"""The selection of the running page: the address first, what the session remembers only when it is silent.

Not Streamlit's bind="query-params": it drops the parameters when the page changes and a value that it does not know
without a word, and it writes a list as a repeated name, which addresses handed on today do not have.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

import streamlit as st

from faheng.views.selection import LANGUAGES, Known, Language, LeftOut, Selection, read

__all__ = [
    "asked", "browser_language", "change", "change_own", "current", "forget", "kept", "language", "page_memory",
    "set_widget", "settle",
]  # fmt: skip

_KEPT = "faheng.selection"
_PAGE = "faheng.page"
_AHEAD = "faheng.ahead"
_MEMORY = "faheng.memory"
_ABSENT = object()
Remembered = TypeVar("Remembered")


def browser_language() -> Language:
    """The browser's language: any Chinese is Chinese, all others English."""
    locale = st.context.locale
    return "zh" if locale is None or locale.lower().startswith("zh") else "en"


def language() -> Language:
    """The language of the run before its page has read the address: for titles of the navigation."""
    kept: Selection | None = st.session_state.get(_KEPT)
    asked = LANGUAGES.get(st.query_params.get("lang", ""))
    if asked is not None:
        return asked
    # Streamlit's own page change empties the address; the reader's language stays until current() writes it back.
    return kept.language if kept is not None and not st.query_params else browser_language()


def current(page: str, known: Known) -> tuple[Selection, Sequence[LeftOut]]:
    """The selection at the start of a run of the page named by its address (``st.Page.url_path``).

    A page change through Streamlit itself empties the address; then the shared filters are taken from
    the session and written back; after a widget's callback the selection is ahead of the address. In every other
    case the address is right, also after Back and Forward; only a briefing that it does not name stays.
    """
    params = st.query_params.to_dict()
    if st.session_state.get(_AHEAD) == params:
        params = kept().to_params(browser_language())
    if not params and _KEPT in st.session_state and st.session_state.get(_PAGE) != page:
        selection, problems = kept().without_own(), list[LeftOut]()
        st.session_state[_AHEAD] = {}
    else:
        selection, problems = read(params, known, browser_language())
        basket = kept().briefing
        if basket and not selection.briefing:
            # Back to a page from before a view was added must not take it out again.
            selection = replace(selection, briefing=basket)
            st.session_state[_AHEAD] = params
    if st.session_state.get(_PAGE) != page:
        st.session_state.pop(_MEMORY, None)
    st.session_state[_KEPT], st.session_state[_PAGE] = selection, page
    return selection, problems


def asked(name: str) -> str:
    """What the address asks of the page by this name, before current() has read it; "" where it is silent."""
    params = st.query_params.to_dict()
    ahead = st.session_state.get(_AHEAD) == params and bool(kept().own)
    return kept().own.get(name, "") if ahead else params.get(name, "")


def page_memory(kind: type[Remembered]) -> Remembered:
    """What the running page remembers of this session, one of a kind: forgotten when the reader opens another page."""
    memory: dict[type[Any], Any] = st.session_state.setdefault(_MEMORY, {})
    remembered: Remembered = memory.setdefault(kind, kind())
    return remembered


def forget() -> None:
    """Forget what the page remembers."""
    st.session_state.pop(_MEMORY, None)


def kept() -> Selection:
    """The selection of this session as the last run or callback left it."""
    selection: Selection = st.session_state.get(_KEPT, Selection())
    return selection


def change(**fields: Any) -> Selection:
    """Change fields of the selection: for the callbacks of widgets. The address follows with ``settle``."""
    st.session_state[_KEPT] = selection = replace(kept(), **fields)
    st.session_state[_AHEAD] = st.query_params.to_dict()
    return selection


def settle() -> None:
    """Write the selection into the address, last in a run: the browser takes as long for it as for a chart."""
    if st.session_state.pop(_AHEAD, None) is None:
        return
    params = kept().to_params(browser_language())
    if params != st.query_params.to_dict():
        st.query_params.from_dict(params)


def change_own(name: str, value: str) -> Selection:
    """Change one parameter of the page itself; an empty value takes it away."""
    return change(own={**kept().own, name: value})


def set_widget(key: str, value: object, *drawn_with: object) -> str:
    """Make a widget show the selection's value; call before the widget, which then takes only ``key``.

    ``drawn_with`` is what else the widget is made of (label, options). On another page, or made of something
    else, it is a new widget to the browser, which would show its default although the session still holds
    the value. Written on each run it would cost the page a sixth of its speed.
    """
    made = (st.session_state.get(_PAGE), drawn_with)
    if st.session_state.get(key, _ABSENT) != value or st.session_state.get(f"{key}.made") != made:
        st.session_state[key] = value
        st.session_state[f"{key}.made"] = made
    return key
