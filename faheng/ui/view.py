"""The view of the running page: the address read, the filter bar over it, and what could not be used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from faheng.model import Level
from faheng.ui.bar import Choices, Part, filter_bar
from faheng.ui.page import finally_draw
from faheng.ui.session import current, kept
from faheng.views.cached import rows
from faheng.views.selection import Selection, problem_sentence
from faheng.views.view import View, example, known, view_of
from faheng.words.catalogue import Words, words

__all__ = ["begin", "level_name", "renewed"]


def begin(page: str, *parts: Part, alone: bool = False) -> View:
    """Read the address, leave room for the filter bar with the parts the page uses, and say what could not be used.

    alone: with nothing set beside our place, show it by itself instead of among its peers.
    """
    selection, problems = current(page, known())
    say = words(selection.language)
    if parts:
        bar = st.container(key="fh-bar", horizontal=True, vertical_alignment="center")
        finally_draw(lambda: filter_bar(bar, selection, _choices(selection, say), say, *parts))
    if problems:
        st.warning(problem_sentence(problems, say))
    ours = selection.place or _example(selection, say, told=bool(parts))
    return view_of(selection, ours, alone=alone)


def renewed(view: View) -> View:
    """The view with the selection as it is now: for a fragment, which runs again without the page around it."""
    return replace(view, selection=kept())


def _choices(selection: Selection, say: Words) -> Choices:
    def find(text: str, province: str | None, level: str | None, limit: int) -> Sequence[tuple[str, str]]:
        found = rows(
            "pages/filters__localities",
            text=text or None,
            province=province,
            level=level,
            limit=limit,
            only_reports=not text,
            language=selection.language,
        )
        return list(zip(found["code"], found["name"], strict=True))

    def label(code: str) -> str:
        return str(rows("pages/filters__named", codes=[code], language=selection.language)["name"].iloc[0])

    provinces = rows("pages/filters__provinces", language=selection.language)
    return Choices(
        find=find,
        label=label,
        places=int(rows("pages/filters__count")["localities"].iloc[0]),
        provinces=dict(zip(provinces["code"], provinces["name"], strict=True)),
        levels={level.value: level_name(level, say) for level in Level if level != Level.COUNTRY},
        years=[int(year) for year in rows("pages/filters__years")["year"]],
    )


def level_name(level: str, say: Words) -> str:
    """A level of government in words."""
    return {
        Level.COUNTRY: say("Country"),
        Level.PROVINCE: say("Provinces"),
        Level.PREFECTURE: say("Cities"),
        Level.COUNTY: say("Counties"),
        Level.TOWNSHIP: say("Townships"),
    }[Level(level)]


def _example(selection: Selection, say: Words, *, told: bool) -> str:
    """With no place chosen the view is of the one that shows most, and says so."""
    first = example(selection.language)
    if first.empty:
        st.info(say("The store holds no report yet. Add one under data/ and run “faheng build”."))
        st.stop()
    if told:
        sentence = say("No place is chosen yet; {place} is shown as an example. Choose yours above.",
                       place=first["name"].iloc[0])  # fmt: skip
        st.html(f'<p class="fh-note">{escape(sentence)}</p>')
    return str(first["code"].iloc[0])
