"""What an address asks a view to show: the indicator, its family, what counts are divided by."""

from __future__ import annotations

import pandas as pd

from faheng.measures import Footing
from faheng.views.cached import rows
from faheng.views.view import View
from faheng.words.catalogue import Words

__all__ = [
    "catalogue",
    "chosen_family",
    "chosen_footing",
    "chosen_indicator",
    "footing_title",
    "footings",
    "matching",
    "neighbours",
]

# One chart a screen: a family is shown as this many charts at most, the indicator asked for first.
MOST_OF_A_FAMILY = 4


def chosen_indicator(view: View, default: str) -> str:
    """The one indicator that the selection names first."""
    return view.selection.indicators[0] if view.selection.indicators else default


def chosen_family(view: View, chosen: str) -> list[str]:
    """The indicator alone, or with its neighbours where the selection asks for them."""
    with_family = view.selection.own.get("family") == "1"
    return [chosen, *neighbours(view, chosen)][:MOST_OF_A_FAMILY] if with_family else [chosen]


def neighbours(view: View, chosen: str) -> list[str]:
    """The indicators of the same family and kind that some place states."""
    every = catalogue(view)
    about = _about(view, chosen)
    same = (every["family"] == about["family"]) & (every["kind"] == about["kind"])
    return [one for one in every.loc[same & (every["localities"] > 0), "id"] if one != chosen]


def chosen_footing(view: View, chosen: str) -> Footing:
    """What the counts of the indicator are divided by, as the selection asks; rates are left as they are."""
    own, possible = view.selection.own, footings(view, chosen)
    return Footing(
        "residents" in possible and own.get("residents") == "1", "yearly" in possible and own.get("yearly") == "1"
    )


def footings(view: View, chosen: str) -> dict[str, str]:
    """What a value of the indicator can be divided by, with its label."""
    about = _about(view, chosen)
    if about["kind"] != "count":
        return {}
    labels = {"residents": view.say("Per 10,000 residents")}
    return labels | {"yearly": view.say("Per year")} if about["measure"] == "flow" else labels


def _about(view: View, indicator: str) -> pd.Series:
    every = catalogue(view)
    return every[every["id"] == indicator].iloc[0]


def footing_title(name: str, footing: Footing, say: Words) -> str:
    """The title of a comparison, with what its counts were divided by."""
    if footing.per_residents and footing.per_year:
        return say("{indicator} by place, per 10,000 residents and year", indicator=name)
    if footing.per_residents:
        return say("{indicator} by place, per 10,000 residents", indicator=name)
    if footing.per_year:
        return say("{indicator} by place, per year", indicator=name)
    return say("{indicator} by place", indicator=name)


def matching(catalogue: pd.DataFrame, text: str, theme: str | None) -> pd.DataFrame:
    """The indicators of the theme whose name, wordings or initials hold the text; those with values first."""
    wanted = text.strip().lower()
    found = catalogue if theme is None else catalogue[catalogue["theme"] == theme]
    held = (found["name"].str.lower() + " " + found["search"].str.lower()).str.contains(wanted, regex=False)
    return found[held].sort_values("localities", ascending=False, kind="stable")


def catalogue(view: View) -> pd.DataFrame:
    """The indicators, one a row, with their theme, and how many places state each."""
    return rows("pages/filters__indicators", language=view.language)
