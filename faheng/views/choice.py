"""What an address asks a view to show: the indicator, its family, what counts are divided by."""

from __future__ import annotations

from faheng.measures import Footing
from faheng.views.catalogue import catalogue, entry
from faheng.views.view import View, lesson
from faheng.words.catalogue import Words

__all__ = [
    "chosen_family",
    "chosen_footing",
    "chosen_indicator",
    "footing_title",
    "footings",
    "neighbours",
]

# One chart a screen: a family is shown as this many charts at most, the indicator asked for first.
MOST_OF_A_FAMILY = 4


def chosen_indicator(view: View, default: str) -> str:
    """The one indicator that the selection names first; of an example that by which it teaches most."""
    if view.selection.indicators:
        return view.selection.indicators[0]
    taught = None if view.selection.place else lesson(view.ours)
    return taught.indicator if taught else default


def chosen_family(view: View, chosen: str) -> list[str]:
    """The indicator alone, or with its neighbours where the selection asks for them."""
    with_family = view.selection.own.get("family") == "1"
    return [chosen, *neighbours(view, chosen)][:MOST_OF_A_FAMILY] if with_family else [chosen]


def neighbours(view: View, chosen: str) -> list[str]:
    """The indicators of the same family and kind that some place states."""
    about = entry(chosen, view.language)
    return [
        each.id
        for each in catalogue(view.language)
        if (each.family, each.kind) == (about.family, about.kind) and each.localities and each.id != chosen
    ]


def chosen_footing(view: View, chosen: str) -> Footing:
    """What the counts of the indicator are divided by, as the selection asks; rates are left as they are."""
    own, possible = view.selection.own, footings(view, chosen)
    return Footing(
        "residents" in possible and own.get("residents") == "1", "yearly" in possible and own.get("yearly") == "1"
    )


def footings(view: View, chosen: str) -> dict[str, str]:
    """What a value of the indicator can be divided by, with its label."""
    about = entry(chosen, view.language)
    if about.kind != "count":
        return {}
    labels = {"residents": view.say("Per 10,000 residents")}
    return labels | {"yearly": view.say("Per year")} if about.measure == "flow" else labels


def footing_title(name: str, footing: Footing, say: Words) -> str:
    """The title of a comparison, with what its counts were divided by."""
    if footing.per_residents and footing.per_year:
        return say("{indicator} by place, per 10,000 residents and year", indicator=name)
    if footing.per_residents:
        return say("{indicator} by place, per 10,000 residents", indicator=name)
    if footing.per_year:
        return say("{indicator} by place, per year", indicator=name)
    return say("{indicator} by place", indicator=name)
