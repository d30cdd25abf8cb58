"""Choosers that pages share: indicators by theme, name, other wordings and pinyin initials."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from faheng.charts.peers import has_median
from faheng.checks.called import checks
from faheng.model import Severity
from faheng.ui.bar import ALL, MOST_OPTIONS
from faheng.ui.links import link
from faheng.ui.markup import Markup, rendered
from faheng.ui.outside import literal
from faheng.ui.session import change, change_own, set_widget
from faheng.views.cached import records
from faheng.views.catalogue import CatalogueEntry, catalogue, comparable_places, matching
from faheng.views.choice import footings, neighbours
from faheng.views.compared import RANKING, chosen_chart, offered_charts
from faheng.views.findings import everywhere
from faheng.views.trend import chosen_span, held_years
from faheng.views.view import DEFAULT_PEERS, NO_PEERS, View
from faheng.words.findings import severity_text
from faheng.words.options import option_text

__all__ = [
    "choose_chart",
    "choose_check",
    "choose_everywhere",
    "choose_family",
    "choose_footing",
    "choose_indicator",
    "choose_indicators",
    "choose_peers",
    "choose_severity",
    "choose_span",
    "choose_theme",
]

# Hits of a search that are shown at once.
MOST_FOUND = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerChoice:
    """A group of peers that can be chosen (filters__peers)."""

    id: str
    name: str


def choose_indicators(
    label: str, view: View, *, most: int, leave_out: Sequence[str] = (), standing: Sequence[str] = ()
) -> list[str]:
    """Several indicators of the catalogue, kept in the address; at most `most`.

    standing: those that are shown where the address names none.
    """
    every = {each.id: each for each in catalogue(view.language) if each.id not in leave_out}
    chosen = [one for one in view.selection.indicators if one not in leave_out][:most] or list(standing)
    places = comparable_places(view.ours)
    offered = _offered([*chosen, *(each.id for each in matching(list(every.values()), "", None, places))])
    st.multiselect(
        label,
        list(offered),
        # One that is chosen is found no more, so it needs no more than its name.
        format_func=lambda one: every[one].name if one in chosen else _found_by(every[one], places, view),
        key=set_widget("fh-show-many", chosen, label, sorted(offered), view.language, chosen),
        placeholder=view.say("Add indicators"),
        max_selections=most,
        on_change=_take_many,
        args=(every,),
        accept_new_options=True,
        filter_mode="contains",
        select_all=False,
    )
    return chosen


def choose_indicator(view: View, chosen: str) -> None:
    """One indicator, narrowed by theme and by a search that knows other wordings and initials."""
    say = view.say
    every = catalogue(view.language)
    places = comparable_places(view.ours)
    names = {each.id: _found_by(each, places, view) for each in every}
    choose_theme(view)
    text = st.text_input(say("Search"), key="fh-search", placeholder=say("Name or pinyin initials"))
    hits = matching(every, text, view.selection.theme, places)
    if not hits:
        st.caption(literal(say("No indicator matches. Try fewer characters, or all themes.")))
    elif text.strip():
        st.html(_hits(hits))
    options = list(_offered([chosen, *(hit.id for hit in hits)]))
    options.sort(key=[*(hit.id for hit in hits), chosen].index)
    st.selectbox(
        say("Indicator"),
        options,
        format_func=lambda one: names.get(one, one),
        key=set_widget("fh-show-one", chosen, options, view.language),
        on_change=_take_one,
        args=({each.id: each for each in every},),
        accept_new_options=True,
        filter_mode="contains",
    )


def choose_theme(view: View) -> None:
    """One theme of the catalogue, or all."""
    themes = {each.theme: each.theme_name for each in catalogue(view.language)}
    st.selectbox(
        view.say("Theme"),
        [ALL, *themes],
        format_func=lambda theme: themes.get(theme, view.say("All themes")),
        key=set_widget("fh-theme", view.selection.theme or ALL, view.language),
        on_change=_take_theme,
    )


def _hits(hits: Sequence[CatalogueEntry]) -> Markup:
    """The first hits as links, so that a search shows what it found."""
    return rendered("actions", lines=[[link(hit.name, show=hit.id)] for hit in hits[:MOST_FOUND]])


def _offered(ids: Sequence[str]) -> dict[str, None]:
    """The first of the ids, as many as a list in the browser holds."""
    return dict.fromkeys(list(dict.fromkeys(ids))[:MOST_OPTIONS])


def _found_by(each: CatalogueEntry, comparable: Mapping[str, int], view: View) -> str:
    """The name with where data is, and its initials, as an entry of a list."""
    if not each.localities:
        return option_text(view.say("{indicator} · no place states it", indicator=each.name), each.initials)
    held = view.say(
        "{indicator} · {n} places, {m} comparable",
        indicator=each.name, n=each.localities, m=comparable.get(each.id, 0),
    )  # fmt: skip
    return option_text(held, each.initials)


def choose_chart(view: View, indicator: str) -> None:
    """The form of the comparison, among those that have something to show."""
    names = {each.id: each.label for each in offered_charts(indicator, view)}
    st.selectbox(
        view.say("Chart"),
        list(names),
        format_func=lambda one: names.get(one, one),
        key=set_widget("fh-chart-form", chosen_chart(view), list(names.values())),
        on_change=_take_chart,
    )


def choose_family(view: View, chosen: str) -> None:
    """Whether the neighbours of the indicator are shown too; nothing where it has none."""
    others = neighbours(view, chosen)
    if others:
        st.checkbox(
            view.say.count("With the neighbouring indicator", "With {n} neighbouring indicators", len(others)),
            key=set_widget("fh-family", view.selection.own.get("family") == "1", others, view.language),
            on_change=_take_own,
            args=("family", "fh-family"),
        )


def choose_footing(view: View, chosen: str) -> None:
    """Counts per 10,000 residents and, for flows, per year."""
    for name, label in footings(view, chosen).items():
        st.checkbox(
            label,
            key=set_widget(f"fh-{name}", view.selection.own.get(name) == "1", view.language),
            on_change=_take_own,
            args=(name, f"fh-{name}"),
        )


def choose_peers(view: View, indicator: str, years: Sequence[int] | None = None) -> None:
    """The group of peers whose median and range the chart shows: of those that have enough for a median.

    Where none has, and the address asks for none, there is nothing to choose.
    """
    chosen_group = view.selection.own.get("peers", "")
    groups = [
        each for each in records(PeerChoice, "pages/filters__peers", language=view.language)
        if each.id == chosen_group or has_median(view.of_peers(each.id).peers(indicator, years))
    ]  # fmt: skip
    names = {NO_PEERS: view.say("No peers"), **{each.id: each.name for each in groups}}
    if len(names) == 1 and chosen_group in ("", NO_PEERS):
        return
    chosen = chosen_group or DEFAULT_PEERS
    st.selectbox(
        view.say("Median of peers"),
        list(names),
        format_func=lambda group: names.get(group, group),
        key=set_widget("fh-peers", chosen if chosen in names else NO_PEERS, list(names), view.language),
        on_change=_take_peers,
    )


def choose_severity(view: View) -> None:
    """Findings of one severity, or of all."""
    names = {ALL: view.say("All")} | {each.value: severity_text(each, view.say) for each in Severity}
    _choose_own("severity", view.say("Severity"), names, view)


def choose_check(view: View) -> None:
    """Findings of one check, or of all twelve."""
    names = {ALL: view.say("All checks")} | {name: check.label(view.say) for name, check in checks().items()}
    _choose_own("check", view.say("Check"), names, view)


def choose_everywhere(view: View) -> None:
    """Findings of our place and those beside it, or of the other places of the filter too."""
    st.checkbox(
        view.say("Other places too"),
        key=set_widget("fh-everywhere", everywhere(view), view.language),
        on_change=_take_own,
        args=("everywhere", "fh-everywhere"),
    )


def _choose_own(name: str, label: str, names: Mapping[str, str], view: View) -> None:
    """One of a few values of a parameter of the page itself."""
    chosen = view.selection.own.get(name, ALL)
    st.selectbox(
        label,
        list(names),
        format_func=lambda one: names.get(one, one),
        key=set_widget(f"fh-{name}", chosen if chosen in names else ALL, list(names), view.language),
        on_change=_take_one_own,
        args=(name,),
    )


def choose_span(view: View) -> None:
    """The years from and to which a trend runs; all that the store holds by default."""
    held = held_years()
    if len(held) < 2:  # noqa: PLR2004 (one year is no span)
        return
    chosen = chosen_span(view)
    st.slider(
        view.say("Years"),
        held[0],
        held[-1],
        key=set_widget("fh-span", (max(chosen[0], held[0]), min(chosen[-1], held[-1])), held, view.language),
        on_change=_take_span,
        args=(held[0], held[-1]),
    )


def _take_many(every: Mapping[str, CatalogueEntry]) -> None:
    """What is no id was typed: an indicator by another wording, or one that the list had no room for."""
    taken = [one if one in every else _meant(one, every) for one in st.session_state["fh-show-many"]]
    change(indicators=tuple(dict.fromkeys(one for one in taken if one)))


def _meant(text: str, every: Mapping[str, CatalogueEntry]) -> str:
    """The indicator that the text finds first; "" for none."""
    return next((hit.id for hit in matching(list(every.values()), text, None)), "")


def _take_one(every: Mapping[str, CatalogueEntry]) -> None:
    """As of several; a text that finds nothing leaves what was chosen."""
    given = st.session_state["fh-show-one"]
    taken = given if given in every else _meant(given, every)
    change(**({"indicators": (taken,)} if taken else {}))


def _take_theme() -> None:
    change(theme=st.session_state["fh-theme"] or None)


def _take_own(name: str, key: str) -> None:
    change_own(name, "1" if st.session_state[key] else "")


def _take_peers() -> None:
    chosen = st.session_state["fh-peers"]
    change_own("peers", "" if chosen == DEFAULT_PEERS else chosen)


def _take_chart() -> None:
    chosen = st.session_state["fh-chart-form"]
    change_own("chart", "" if chosen == RANKING else chosen)


def _take_one_own(name: str) -> None:
    change_own(name, st.session_state[f"fh-{name}"])


def _take_span(first: int, last: int) -> None:
    chosen = tuple(st.session_state["fh-span"])
    change(years=None if chosen == (first, last) else chosen)
