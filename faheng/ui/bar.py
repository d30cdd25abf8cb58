"""The filter bar: our place, places beside it, year, level, province and the only-comparable switch.

A list sent to the browser never holds more than ``MOST_OPTIONS`` places; a store with more of them gets a
search that runs on the server.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from faheng.ui.markup import rendered
from faheng.ui.outside import literal
from faheng.ui.session import change, kept, set_widget
from faheng.views.selection import MOST_BESIDE, Selection, years_text
from faheng.words.catalogue import Words

__all__ = ["ALL", "MOST_OPTIONS", "Choices", "filter_bar"]

MOST_OPTIONS = 60
MOST_FOUND = 8
ALL = ""
Part = Literal["beside", "years", "level", "province", "comparable"]


@dataclass(frozen=True)
class Choices:
    """What the bar offers, in the language of the page.

    ``find(text, province, level, limit)`` gives (code, label) pairs, best first; with an empty text the places
    that have reports, then the others. ``label(code)`` is the label of one place. ``places`` counts all.
    """

    find: Callable[[str, str | None, str | None, int], Sequence[tuple[str, str]]]
    label: Callable[[str], str]
    places: int
    provinces: Mapping[str, str]
    levels: Mapping[str, str]
    years: Sequence[int]


def filter_bar(bar: DeltaGenerator, selection: Selection, choices: Choices, say: Words, *parts: Part) -> None:
    """Fill the bar; our place always, the other parts as the page names them, in the order of the bar."""
    with bar:
        options = _options(selection, choices)
        _place(selection, options, say)
        st.html(rendered("fold", label=say("Filters")))
        if "beside" in parts:
            _beside(selection, options, say)
        if choices.places > MOST_OPTIONS:
            with st.popover(say("Find a place"), key="fh-find"):
                _find(choices, say, "beside" in parts)
        if "years" in parts:
            _years(selection, choices, say)
        if "level" in parts:
            _narrow("level", selection.level, choices.levels, say("Level"), say("All levels"))
        if "province" in parts:
            _narrow("province", selection.province, choices.provinces, say("Province"), say("All provinces"))
        if "comparable" in parts:
            label = say("Only comparable")
            key = set_widget("fh-comparable", selection.comparable_only, label)
            st.checkbox(label, key=key, on_change=_take_comparable)


def _options(selection: Selection, choices: Choices) -> dict[str, str]:
    """The chosen places first found by code, then the best others, ``MOST_OPTIONS`` at most."""
    chosen = [code for code in (selection.place, *selection.beside) if code]
    offered = dict(choices.find("", selection.province, selection.level, MOST_OPTIONS - len(chosen)))
    return offered | {code: choices.label(code) for code in chosen if code not in offered}


def _place(selection: Selection, options: Mapping[str, str], say: Words) -> None:
    st.selectbox(
        say("Our place"),
        list(options),
        format_func=lambda code: options.get(code, code),
        key=set_widget("fh-place", selection.place, say.language, options),
        index=None,
        placeholder=say("Choose a place"),
        on_change=_take_place,
        filter_mode="contains",
        width=210,
    )


def _beside(selection: Selection, options: Mapping[str, str], say: Words) -> None:
    st.multiselect(
        say("Beside it"),
        [code for code in options if code != selection.place],
        format_func=lambda code: options.get(code, code),
        key=set_widget("fh-beside", list(selection.beside), say.language, selection.place, options),
        placeholder=say("Add places"),
        max_selections=MOST_BESIDE,
        on_change=_take_beside,
        filter_mode="contains",
        select_all=False,
        width=300,
    )


def _years(selection: Selection, choices: Choices, say: Words) -> None:
    chosen = years_text(selection.years)
    # A span of years is chosen on the trend page; here it is shown as what it is.
    options = list(dict.fromkeys([ALL, *map(str, choices.years), chosen]))
    st.selectbox(
        say("Year"),
        options,
        format_func=lambda text: text.replace("-", "—") or say("Latest"),
        key=set_widget("fh-years", chosen, say.language, options),
        on_change=_take_years,
        width=110,
    )


def _narrow(field: str, value: str | None, names: Mapping[str, str], label: str, everything: str) -> None:
    st.selectbox(
        label,
        [ALL, *names],
        format_func=lambda code: names.get(code, everything),
        key=set_widget(f"fh-{field}", value or ALL, label, list(names)),
        on_change=_take_narrow,
        args=(field,),
        width=130,
    )


@st.fragment
def _find(choices: Choices, say: Words, with_beside: bool) -> None:
    """Search on the server: only these few elements run again while the reader looks for a place."""
    text = st.text_input(say("Name, initials of its pinyin, or code"), key="fh-find-text")
    with st.container(horizontal=True):
        province = st.selectbox(
            say("Province"),
            [ALL, *choices.provinces],
            format_func=lambda code: choices.provinces.get(code, say("All provinces")),
            key="fh-find-province",
        )
        level = st.selectbox(
            say("Level"),
            [ALL, *choices.levels],
            format_func=lambda code: choices.levels.get(code, say("All levels")),
            key="fh-find-level",
        )
    hits = dict(choices.find(text.strip(), province or None, level or None, MOST_FOUND))
    if not hits:
        st.caption(literal(say("No place of this name. Try fewer characters, or all provinces.")))
        return
    st.radio(say("Found"), list(hits), format_func=lambda code: literal(hits[code]), key="fh-found", index=None)
    with st.container(horizontal=True):
        if st.button(say("Make it our place"), key="fh-found-place", type="primary"):
            _take_found(as_place=True)
        if with_beside and st.button(say("Set it beside ours"), key="fh-found-beside"):
            _take_found(as_place=False)


def _take_found(as_place: bool) -> None:
    code = st.session_state.get("fh-found")
    if code is None:
        return
    if as_place:
        change(place=code)
    else:
        change(beside=tuple(dict.fromkeys((*kept().beside, code)))[-MOST_BESIDE:])
    st.rerun()


def _take_place() -> None:
    change(place=st.session_state["fh-place"])


def _take_beside() -> None:
    change(beside=tuple(st.session_state["fh-beside"]))


def _take_years() -> None:
    first, _, last = st.session_state["fh-years"].partition("-")
    change(years=(int(first), int(last or first)) if first else None)


def _take_narrow(field: str) -> None:
    change(**{field: st.session_state[f"fh-{field}"] or None})


def _take_comparable() -> None:
    change(comparable_only=st.session_state["fh-comparable"])
