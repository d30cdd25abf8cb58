"""The order of a briefing's views, changed by dragging a slide or by Alt and an arrow key."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files

import streamlit as st

__all__ = ["ordered"]

_KEY = "fh-briefing-order"
# What the page's script knows is in order.js; there is nothing to see of it.
_component = st.components.v2.component(
    "faheng.order", js=files("faheng.ui").joinpath("order.js").read_text("utf-8"), isolate_styles=False
)


def ordered(many: int, move: Callable[[int, int], None]) -> None:
    """Listen for a view of so many that is moved; move(from, to) is called with two places among them."""
    _component(key=_KEY, on_moved_change=lambda: _take(many, move))


def _take(many: int, move: Callable[[int, int], None]) -> None:
    """What the browser says is not trusted: two places of the briefing, or nothing happens."""
    said = st.session_state[_KEY].moved
    start, _, end = str(said).partition(">")
    if start.isdecimal() and end.isdecimal() and int(start) < many and int(end) < many:
        move(int(start), int(end))
