"""The view of the running page: the address read, the filter bar over it, and what could not be used."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st

from faheng.model import Level
from faheng.ui.bar import Choices, Part, filter_bar
from faheng.ui.find_place import PlaceFinder, draw_found, next_steps
from faheng.ui.levels import level_name
from faheng.ui.markup import rendered
from faheng.ui.outside import literal, seen
from faheng.ui.page import finally_draw
from faheng.ui.session import current, kept
from faheng.views.cached import column, records
from faheng.views.pages import PageEntry, page_entry
from faheng.views.selection import Selection, problem_sentence
from faheng.views.view import View, example, known, provinces, view_of
from faheng.views.years import indicators_by_year
from faheng.words.catalogue import Words, words

__all__ = ["begin", "renewed", "whose"]

# Parts of an address that are named where many cannot be used.
MOST_TOLD = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenPlace:
    """A place that is chosen already (filters__named)."""

    code: str
    name: str
    short: str
    level: Level
    province_code: str


def begin(page: str, *parts: Part) -> View:
    """Read the address, leave room for the filter bar with the parts the page uses, and say what could not be used."""
    entry = page_entry(page)
    selection, problems = current(page, known())
    say = words(selection.language)
    if parts:
        bar = st.container(key="fh-bar", horizontal=True, vertical_alignment="center")
        finally_draw(lambda: filter_bar(bar, selection, _choices(entry, selection, say), say, *parts))
    problems = [*problems, *entry.unknown(selection.own)]
    if problems:
        # Told as they will be seen, so that a notice has room for all that it names and for the way out.
        named = [replace(each, value=seen(each.value)) for each in problems[:MOST_TOLD]]
        st.warning(literal(problem_sentence(named, say, len(problems) - len(named))))
    if parts:
        _show_search(selection, say)
    ours = selection.place or _example(selection, say, noted=bool(parts))
    return view_of(selection, ours, alone=entry.alone)


def renewed(view: View) -> View:
    """The view with the selection as it is now: for a fragment, which runs again without the page around it."""
    return replace(view, selection=kept())


def _show_search(selection: Selection, say: Words) -> None:
    """What the bar was asked and left open, and what to do where nothing is held of the chosen place."""
    found = draw_found(PlaceFinder(say))
    if found:
        st.html(found)
    if selection.place:
        steps = next_steps(selection.place, _name(selection.place, selection.language), say)
        if steps:
            st.html(steps)


def _choices(entry: PageEntry, selection: Selection, say: Words) -> Choices:
    language = selection.language
    first = None if selection.place else example(language)
    place = selection.place or (first.code if first else "")
    return Choices(
        finder=PlaceFinder(say),
        name=lambda code: _name(code, language),
        provinces={each.code: each.name for each in provinces(language)},
        levels={level.value: level_name(level, say) for level in Level if level != Level.COUNTRY},
        years=column("pages/filters__years"),
        which=entry.which,
        held=indicators_by_year(place) if place else {},
    )


def _name(code: str, language: str) -> str:
    return records(ChosenPlace, "pages/filters__named", codes=[code], language=language)[0].name


def _example(selection: Selection, say: Words, *, noted: bool) -> str:
    """With no place chosen the view is of the one that shows most, and says so."""
    first = example(selection.language)
    if first is None:
        st.info(literal(say("The store holds no report yet. Add one under data/ and run “faheng build”.")))
        st.stop()
    if noted:
        sentence = say("No place is chosen yet; {place} is shown as an example. Choose yours above.", place=first.name)
        st.html(rendered("note", note=say.pick("", " ").join((sentence, whose(say)))))
    return first.code


def whose(say: Words) -> str:
    """What this is and whose figures it shows, in one line."""
    places = column("pages/filters__count")[0]
    return say(
        "Faheng compares what the governments of {n} places report of the rule of law themselves; every figure leads "
        "to its sentence.",
        n=places,
    )
