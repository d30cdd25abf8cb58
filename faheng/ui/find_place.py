"""Finding a place among all of the country: what one typed into a chooser, and a search of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from faheng.model import Level
from faheng.ui.links import link
from faheng.ui.markup import Markup, rendered
from faheng.ui.outside import literal
from faheng.ui.session import change, kept
from faheng.views.cached import keep
from faheng.views.places import (
    FoundPlace,
    OtherPlace,
    chosen_label,
    find_places,
    found_place,
    instead_of,
    meant_place,
    place_label,
    place_text,
)
from faheng.views.selection import MOST_BESIDE
from faheng.words.catalogue import Words

__all__ = ["PlaceFinder", "asked_for", "draw_found", "find_popover", "next_steps"]

MOST_FOUND = 8
MOST_PROVINCES = 60
_ASKED = "fh-asked"
ALL = ""


@dataclass(frozen=True)
class PlaceFinder:
    """Finds places in the language of the page; the server answers, a list of at most so many is sent."""

    say: Words

    def best(self, province: str | None, level: str | None, most: int) -> dict[str, str]:
        """The labels by code of the places with reports that province and level leave, the richest first."""
        return keep(partial(self._best, province, level, most), "best places", province, level, most,
                        self.say.language)  # fmt: skip

    def _best(self, province: str | None, level: str | None, most: int) -> dict[str, str]:
        hits = find_places("", self.say.language, province=province, level=level, limit=most)
        return {hit.code: place_label(hit, self.say) for hit in hits if hit.has_reports}

    def places_of(self, text: str, province: str | None = None, level: str | None = None) -> Sequence[FoundPlace]:
        """The few best hits of a text."""
        return find_places(text, self.say.language, province=province, level=level, limit=MOST_FOUND)

    def label(self, code: str) -> str:
        """What stands in the box for a place that is chosen."""
        place = found_place(code, self.say.language)
        return chosen_label(place, self.say) if place else code

    def meant(self, text: str) -> str:
        """The code of the one place that the text can mean, "" where that is open."""
        return meant_place(text, self.say.language)

    def provinces(self) -> dict[str, str]:
        """The names of all provinces by code."""
        hits = find_places("", self.say.language, level=Level.PROVINCE, limit=MOST_PROVINCES)
        return {hit.code: hit.name for hit in hits}


@dataclass(frozen=True)
class _Asked:
    """What was typed and left open, where, and beside which choice it holds."""

    text: str
    beside: bool
    chosen: tuple[str | None, tuple[str, ...]]


def asked_for(text: str, *, beside: bool) -> None:
    """Remember a text that no entry held, for draw_found(): until another place is chosen."""
    selection = change()
    st.session_state[_ASKED] = _Asked(text, beside, (selection.place, selection.beside))


def draw_found(finder: PlaceFinder) -> Markup | None:
    """The places that the text found that was typed last, as links; None where nothing is open."""
    asked: _Asked | None = st.session_state.get(_ASKED)
    selection, say = kept(), finder.say
    if asked is None or asked.chosen != (selection.place, selection.beside):
        return None
    hits = finder.places_of(asked.text)
    if not hits:
        return rendered("note", note=say("No place of the country is called “{text}”.", text=asked.text[:40]))
    if asked.beside:
        links = [link(place_text(hit, say), **{"with": ".".join((*selection.beside, hit.code))}) for hit in hits]
    else:
        links = [link(place_text(hit, say), place=hit.code) for hit in hits]
    found = say("“{text}” may be one of these; choose:", text=asked.text[:40])
    return rendered("note", note=found) + rendered("actions", lines=[[each] for each in links])


def next_steps(code: str, name: str, say: Words) -> Markup | None:
    """For a place without a report: what became of it, what to do, and where something is held; None for others."""
    others = instead_of(code, say.language)
    if not others:
        return None
    after = [each for each in others if each.followed]
    if after:
        year = others[0].ended
        note = say("{place} was a place of its own until {year}; its area went on as:", place=name, year=year)
        return rendered("note", note=note) + _links(after)
    note = say(
        "No report of {place} is held yet. Add its annual report under data/ and run “faheng build”; "
        "meanwhile look at:",
        place=name,
    )
    return rendered("note", note=note) + _links(others)


def _links(places: Sequence[OtherPlace]) -> Markup:
    return rendered("actions", lines=[[link(each.name, place=each.code) for each in places]])


@st.fragment
def find_popover(finder: PlaceFinder, levels: Mapping[str, str], say: Words, *, with_beside: bool) -> None:
    """Search on the server: only these few elements run again while the reader looks for a place."""
    text = st.text_input(say("Name, former name, pinyin, initials or code"), key="fh-find-text", live=True)
    provinces = finder.provinces()
    with st.container(horizontal=True):
        province = st.selectbox(
            say("Province"), [ALL, *provinces], key="fh-find-province",
            format_func=lambda code: provinces.get(code, say("All provinces")),
        )  # fmt: skip
        level = st.selectbox(
            say("Level"), [ALL, *levels], key="fh-find-level",
            format_func=lambda code: levels.get(code, say("All levels")),
        )  # fmt: skip
    hits = {hit.code: place_text(hit, say) for hit in finder.places_of(text, province or None, level or None)}
    if not hits:
        st.caption(literal(say("No place of this name. Try fewer characters, or all provinces.")))
        return
    st.radio(say("Found"), list(hits), format_func=lambda code: literal(hits[code]), key="fh-found", index=None)
    with st.container(horizontal=True):
        if st.button(say("Make it our place"), key="fh-found-place", type="primary"):
            _take_found(as_place=True)
        if with_beside and st.button(say("Set it beside ours"), key="fh-found-beside"):
            _take_found(as_place=False)


def _take_found(*, as_place: bool) -> None:
    code = st.session_state.get("fh-found")
    if code is None:
        return
    if as_place:
        change(place=code)
    else:
        change(beside=tuple(dict.fromkeys((*kept().beside, code)))[-MOST_BESIDE:])
    st.rerun()
