"""The style sheet and script that every page carries, and which look its charts have."""

import json
from functools import cache
from importlib.resources import files

import streamlit as st

from faheng.charts.look import DARK, LIGHT, Look
from faheng.ui.markup import Markup, rendered
from faheng.views.selection import SHARED_NAMES

__all__ = ["screen_look", "shell"]


def screen_look() -> Look:
    """The look of charts in the theme that the reader sees."""
    return DARK if st.context.theme.type == "dark" else LIGHT


@cache
def _shell_html(language: str) -> Markup:
    own = files("faheng.ui")
    script = own.joinpath("page.js").read_text("utf-8").replace("/*SHARED*/[]", json.dumps(SHARED_NAMES))
    style = own.joinpath("style.css").read_text("utf-8")
    # Both are files of ours, and no HTML: an escaped quotation mark would end what they say.
    return rendered("shell", language="zh-CN" if language == "zh" else "en", style=Markup(style), script=Markup(script))


def shell(language: str) -> None:
    """Give the page its style sheet and script; called once a run, before the page, by ``app.py``."""
    st.html(_shell_html(language), unsafe_allow_javascript=True)
