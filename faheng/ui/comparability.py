"""The limits of comparability and the groups of peers as HTML tables, each line with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from faheng.ui.held import ExplainedPeers, Limit, StandIn
from faheng.ui.markup import Markup, rendered
from faheng.ui.tables import table_markup, table_of
from faheng.views.view import View
from faheng.words.catalogue import Words

__all__ = ["limits_tables", "peer_groups_table"]


def limits_tables(limits: Sequence[Limit], stand_ins: Sequence[StandIn], view: View) -> Markup:
    """The limits that hold for all, those that an indicator has of its own, and what may stand in for what."""
    say = view.say
    shared = table_of(
        (say("Limit"), say("Value"), say("Reason")),
        ((each.name, limit_text(each, say), each.reason) for each in limits if not each.indicator),
    )
    own = table_of(
        (say("Indicator"), say("Limit of its own"), say("Value"), say("Reason")),
        ((each.indicator, each.name, limit_text(each, say), each.reason) for each in limits if each.indicator),
    )
    instead = table_of(
        (say("Indicator"), say("Where missing, shown instead"), say("Difference")),
        ((each.indicator, each.neighbour, each.reason) for each in stand_ins),
    )
    return rendered("tables", tables=(shared, own, instead))


def limit_text(limit: Limit, say: Words) -> str:
    """What a limit says: days, years, cases, places, or in words."""
    name, value = limit.id, limit.value
    if name.startswith("across_levels"):
        return {
            "yes": say("compared"),
            "per_resident": say("per 10,000 residents only"),
            "no": say("not compared"),
        }[value]
    if name == "compared_scopes":
        scopes = say(", ").join(limit.scopes.split("|"))
        common = {"own": say("the indicator's own definition only"), "any": say("any scope")}
        return common.get(value) or say("the indicator's own definition, and {scopes}", scopes=scopes)
    return _amount(name, int(value), say)


def _amount(name: str, n: int, say: Words) -> str:
    """A limit that is a number, in what it counts."""
    if "min_days" in name:
        return say.count("{n} day", "{n} days", n)
    if name in ("latest_window_years", "ceiling_run", "jump_least_years"):
        return say.count("{n} year", "{n} years", n)
    if name in ("too_few_cases", "jump_least_cases"):
        return say.count("{n} case", "{n} cases", n)
    if name == "jump_times":
        return say("{n} times", n=n)
    if name == "jump_points":
        return say.count("{n} percentage point", "{n} percentage points", n)
    return say.count("{n} place", "{n} places", n)


def peer_groups_table(groups: Sequence[ExplainedPeers], view: View) -> Markup:
    """Each group of peers with its rule and the reason."""
    say = view.say
    rows = ((each.name, _rule(each, say), each.reason) for each in groups)
    return table_markup(table_of((say("Peers"), say("Rule"), say("Reason")), rows))


def _rule(group: ExplainedPeers, say: Words) -> str:
    if group.rule == "level":
        return say("all places of the same level")
    if group.rule == "province":
        return say("all places of the same level in the same province")
    return say(
        "the {k} places of the same level nearest in population, at most {times} times as large or small",
        k=group.k,
        times=f"{group.times:g}",
    )
