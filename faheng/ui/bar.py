"""The filter bar: our place, places beside it, year, level, province and the only-comparable switch.

A list sent to the browser never holds more than ``MOST_OPTIONS`` entries. What one types and no entry holds is searched
for on the server among all places: one that is meant beyond doubt is chosen, else what was found stands under the bar.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from faheng.ui.find_place import PlaceFinder, asked_for, find_popover
from faheng.ui.markup import rendered
from faheng.ui.session import change, kept, page_memory, set_widget
from faheng.views.selection import MOST_BESIDE, WHICH, Selection, Which, years_text
from faheng.words.catalogue import Words

__all__ = ["ALL", "MOST_OPTIONS", "Choices", "filter_bar"]

MOST_OPTIONS = 60
ALL = ""
# Stands for the years that are folded.
_MORE, _UNFOLDED = "more", 2
Part = Literal["beside", "years", "level", "province", "comparable"]


@dataclass(frozen=True)
class Choices:
    """What the bar offers, in the language of the page.

    name(code): what a place is called, in short. which: the years that the page shows by itself. held: of how many
    indicators our place states something in a year, for the years in which it does.
    """

    finder: PlaceFinder
    name: Callable[[str], str]
    provinces: Mapping[str, str]
    levels: Mapping[str, str]
    years: Sequence[int]
    which: Which
    held: Mapping[int, int]


def filter_bar(bar: DeltaGenerator, selection: Selection, choices: Choices, say: Words, *parts: Part) -> None:
    """Fill the bar; our place always, the other parts as the page names them, in the order of the bar."""
    with bar:
        options = _options(selection, choices)
        _place(selection, options, choices, say)
        st.html(rendered("fold", label=say("Filters")))
        if "beside" in parts:
            _beside(selection, options, choices, say)
        with st.popover(say("Find a place"), key="fh-find"):
            find_popover(choices.finder, choices.levels, say, with_beside="beside" in parts)
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
    """The places that are chosen and the best others, ``MOST_OPTIONS`` at most, each with what it has."""
    chosen = [code for code in (selection.place, *selection.beside) if code]
    offered = choices.finder.best(selection.province, selection.level, MOST_OPTIONS - len(chosen))
    return offered | {code: choices.finder.label(code) for code in chosen}


def _place(selection: Selection, options: Mapping[str, str], choices: Choices, say: Words) -> None:
    st.selectbox(
        say("Our place"),
        list(options),
        format_func=lambda code: options.get(code, code),
        key=set_widget("fh-place", selection.place, say.language, options),
        index=None,
        placeholder=say("Choose a place"),
        on_change=_take_place,
        args=(options, choices.finder),
        accept_new_options=True,
        filter_mode="contains",
        width=280,
    )


def _beside(selection: Selection, options: Mapping[str, str], choices: Choices, say: Words) -> None:
    chosen = {code: choices.name(code) for code in selection.beside}
    st.multiselect(
        say("Beside it"),
        [code for code in options if code != selection.place],
        # One that is chosen is found no more, so it needs no more than its name.
        format_func=lambda code: chosen.get(code) or options.get(code, code),
        key=set_widget("fh-beside", list(selection.beside), say.language, selection.place, options, chosen),
        placeholder=say("Add places"),
        max_selections=MOST_BESIDE,
        on_change=_take_beside,
        args=(options, choices.finder),
        accept_new_options=True,
        filter_mode="contains",
        select_all=False,
        width=300,
    )


@dataclass
class _FoldedYears:
    """Whether the reader asked for the years that the list folds; until the next page.

    Those are the years without figures of our place, but the newest; of a place without any figure none.
    """

    unfolded: bool = False


def _years(selection: Selection, choices: Choices, say: Words) -> None:
    chosen = years_text(selection.years)
    # A span of years is chosen on the trend page; here it is shown as what it is.
    shown = chosen or selection.which or choices.which
    names = {"latest": say("Latest"), "most": say("Most comparable year")}
    names |= {str(year): say("{year} · {n} here", year=year, n=n) for year, n in choices.held.items()}
    empty = [str(year) for year in choices.years if year not in choices.held]
    folded = empty[_UNFOLDED:] if choices.held and not page_memory(_FoldedYears).unfolded else []
    if len(folded) > 1:
        names[_MORE] = say("{n} more years without figures here ›", n=len(folded))
        empty = [*empty[:_UNFOLDED], _MORE]
    options = list(dict.fromkeys([*(each for each in names if each != _MORE), shown, *empty]))
    st.selectbox(
        say("Year"),
        options,
        format_func=lambda text: names.get(text) or text.replace("-", "—"),
        key=set_widget("fh-years", shown, say.language, options, choices.held),
        on_change=_take_years,
        args=(choices.which,),
        width=130,
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


def _take_place(options: Mapping[str, str], finder: PlaceFinder) -> None:
    given = st.session_state["fh-place"]
    code = given if given in options or given is None else finder.meant(given)
    if code == "":
        asked_for(given, beside=False)
    else:
        change(place=code)


def _take_beside(options: Mapping[str, str], finder: PlaceFinder) -> None:
    given = list(st.session_state["fh-beside"])
    typed = next((each for each in given if each not in options), None)
    code = finder.meant(typed) if typed is not None else None
    if code == "":
        asked_for(typed or "", beside=True)
    taken = (code if each == typed else each for each in given)
    change(beside=tuple(dict.fromkeys(each for each in taken if each and each != kept().place)))


def _take_years(by_itself: Which) -> None:
    text = st.session_state["fh-years"]
    if text == _MORE:
        page_memory(_FoldedYears).unfolded = True
        return
    if text in WHICH:
        change(years=None, which="" if text == by_itself else WHICH[text])
        return
    first, _, last = text.partition("-")
    change(years=(int(first), int(last or first)), which="")


def _take_narrow(field: str) -> None:
    change(**{field: st.session_state[f"fh-{field}"] or None})


def _take_comparable() -> None:
    change(comparable_only=st.session_state["fh-comparable"])
