"""The order of a briefing's views, changed by dragging a slide or by Alt and an arrow key.

page.js writes what was moved where into a field that nobody sees. Not a component of Streamlit's: its script comes from
an address that the pages' own rules (Content-Security-Policy) refuse, and these are worth more.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import streamlit as st

__all__ = ["ordered"]

_KEY = "fh-briefing-order"
_MOVED = re.compile(r"([0-9]{1,3})>([0-9]{1,3})")


def ordered(label: str, many: int, move: Callable[[int, int], None]) -> None:
    """Listen for a view of so many that is moved; move(from, to) is called with two places among them."""
    st.text_input(label, key=_KEY, max_chars=9, on_change=lambda: _take(many, move))


def _take(many: int, move: Callable[[int, int], None]) -> None:
    """What the browser says is not trusted: two places of the briefing, or nothing happens."""
    said = _MOVED.fullmatch(st.session_state[_KEY])
    st.session_state[_KEY] = ""
    if said and max(map(int, said.groups())) < many:
        move(int(said[1]), int(said[2]))
