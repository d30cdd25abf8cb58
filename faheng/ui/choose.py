"""Choosers that pages share: indicators by theme, name, other wordings and pinyin initials."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from faheng.measures import Footing
from faheng.ui.bar import ALL
from faheng.ui.cached import rows
from faheng.ui.session import change, change_own, set_widget
from faheng.ui.view import View
from faheng.words.catalogue import Words

__all__ = [
    "choose_family",
    "choose_footing",
    "choose_indicator",
    "choose_indicators",
    "choose_span",
    "chosen_family",
    "chosen_footing",
    "chosen_indicator",
    "footing_title",
]

# One chart a screen: a family is shown as this many charts at most, the indicator asked for first.
MOST_OF_A_FAMILY = 4


def choose_indicators(label: str, view: View, *, most: int, leave_out: Sequence[str] = ()) -> list[str]:
    """Several indicators of the catalogue, kept in the address; at most `most`."""
    catalogue = _catalogue(view)
    names = dict(zip(catalogue["id"], catalogue["name"], strict=True))
    chosen = [one for one in view.selection.indicators if one not in leave_out][:most]
    offered = [one for one in names if one not in leave_out]
    st.multiselect(
        label,
        offered,
        format_func=lambda one: names.get(one, one),
        key=set_widget("fh-show-many", chosen, label, offered, view.language),
        placeholder=view.say("Add indicators"),
        max_selections=most,
        on_change=_take_many,
        filter_mode="contains",
        select_all=False,
    )
    return chosen


def chosen_indicator(view: View, default: str) -> str:
    """The one indicator that the selection names first."""
    return view.selection.indicators[0] if view.selection.indicators else default


def choose_indicator(view: View, chosen: str) -> None:
    """One indicator, narrowed by theme and by a search that knows other wordings and initials."""
    say = view.say
    catalogue = _catalogue(view)
    themes = dict(zip(catalogue["theme"], catalogue["theme_name"], strict=True))
    st.selectbox(
        say("Theme"),
        [ALL, *themes],
        format_func=lambda theme: themes.get(theme, say("All themes")),
        key=set_widget("fh-theme", view.selection.theme or ALL, view.language),
        on_change=_take_theme,
    )
    text = st.text_input(say("Search"), key="fh-search", placeholder=say("Name or pinyin initials"))
    found = matching(catalogue, text, view.selection.theme)
    if found.empty:
        st.caption(say("No indicator matches. Try fewer characters, or all themes."))
    names = dict(zip(catalogue["id"], catalogue["name"], strict=True))
    options = list(dict.fromkeys([*found["id"], chosen]))
    st.selectbox(
        say("Indicator"),
        options,
        format_func=lambda one: names.get(one, one),
        key=set_widget("fh-show-one", chosen, options, view.language),
        on_change=_take_one,
        filter_mode="contains",
    )


def chosen_family(view: View, chosen: str) -> list[str]:
    """The indicator alone, or with its neighbours where the selection asks for them."""
    with_family = view.selection.own.get("family") == "1"
    return [chosen, *_neighbours(view, chosen)][:MOST_OF_A_FAMILY] if with_family else [chosen]


def choose_family(view: View, chosen: str) -> None:
    """Whether the neighbours of the indicator are shown too; nothing where it has none."""
    others = _neighbours(view, chosen)
    if others:
        st.checkbox(
            view.say.count("With the neighbouring indicator", "With {n} neighbouring indicators", len(others)),
            key=set_widget("fh-family", view.selection.own.get("family") == "1", others, view.language),
            on_change=_take_own,
            args=("family", "fh-family"),
        )


def _neighbours(view: View, chosen: str) -> list[str]:
    """The indicators of the same family and kind that some place states."""
    catalogue = _catalogue(view)
    about = _about(view, chosen)
    same = (catalogue["family"] == about["family"]) & (catalogue["kind"] == about["kind"])
    return [one for one in catalogue.loc[same & (catalogue["localities"] > 0), "id"] if one != chosen]


def chosen_footing(view: View, chosen: str) -> Footing:
    """What the counts of the indicator are divided by, as the selection asks; rates are left as they are."""
    own, possible = view.selection.own, _footings(view, chosen)
    return Footing(
        "residents" in possible and own.get("residents") == "1", "yearly" in possible and own.get("yearly") == "1"
    )


def choose_footing(view: View, chosen: str) -> None:
    """Counts per 10,000 residents and, for flows, per year."""
    for name, label in _footings(view, chosen).items():
        st.checkbox(
            label,
            key=set_widget(f"fh-{name}", view.selection.own.get(name) == "1", view.language),
            on_change=_take_own,
            args=(name, f"fh-{name}"),
        )


def _footings(view: View, chosen: str) -> dict[str, str]:
    """What a value of the indicator can be divided by, with its label."""
    about = _about(view, chosen)
    if about["kind"] != "count":
        return {}
    labels = {"residents": view.say("Per 10,000 residents")}
    return labels | {"yearly": view.say("Per year")} if about["measure"] == "flow" else labels


def _about(view: View, indicator: str) -> pd.Series:
    catalogue = _catalogue(view)
    return catalogue[catalogue["id"] == indicator].iloc[0]


def footing_title(name: str, footing: Footing, say: Words) -> str:
    """The title of a comparison, with what its counts were divided by."""
    if footing.per_residents and footing.per_year:
        return say("{indicator} by place, per 10,000 residents and year", indicator=name)
    if footing.per_residents:
        return say("{indicator} by place, per 10,000 residents", indicator=name)
    if footing.per_year:
        return say("{indicator} by place, per year", indicator=name)
    return say("{indicator} by place", indicator=name)


def choose_span(view: View) -> list[int]:
    """The years from and to which a trend runs; all that the store holds by default."""
    held = sorted(int(year) for year in rows("pages/filters__years")["year"])
    if len(held) < 2:  # noqa: PLR2004 (one year is no span)
        return held
    first, last = view.selection.years or (held[0], held[-1])
    st.slider(
        view.say("Years"),
        held[0],
        held[-1],
        key=set_widget("fh-span", (max(first, held[0]), min(last, held[-1])), held, view.language),
        on_change=_take_span,
        args=(held[0], held[-1]),
    )
    return list(range(first, last + 1))


def matching(catalogue: pd.DataFrame, text: str, theme: str | None) -> pd.DataFrame:
    """The indicators of the theme whose name, wordings or initials hold the text; those with values first."""
    wanted = text.strip().lower()
    found = catalogue if theme is None else catalogue[catalogue["theme"] == theme]
    held = (found["name"].str.lower() + " " + found["search"].str.lower()).str.contains(wanted, regex=False)
    return found[held].sort_values("localities", ascending=False, kind="stable")


def _catalogue(view: View) -> pd.DataFrame:
    return rows("pages/filters__indicators", language=view.language)


def _take_many() -> None:
    change(indicators=tuple(st.session_state["fh-show-many"]))


def _take_one() -> None:
    change(indicators=(st.session_state["fh-show-one"],))


def _take_theme() -> None:
    change(theme=st.session_state["fh-theme"] or None)


def _take_own(name: str, key: str) -> None:
    change_own(name, "1" if st.session_state[key] else "")


def _take_span(first: int, last: int) -> None:
    chosen = tuple(st.session_state["fh-span"])
    change(years=None if chosen == (first, last) else chosen)
