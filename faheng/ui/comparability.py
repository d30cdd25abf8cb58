"""The limits of comparability and the groups of peers as HTML tables, each line with its reason."""

from __future__ import annotations

import pandas as pd

from faheng.ui.tables import plain_table
from faheng.views.tables import each
from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.rows import number_of, text_of

__all__ = ["limits_tables", "peer_groups_table"]


def limits_tables(limits: pd.DataFrame, neighbours: pd.DataFrame, view: View) -> str:
    """The limits that hold for all, those that an indicator has of its own, and what may stand in for what."""
    say = view.say
    common, own = limits[limits["indicator"].isna()], limits[limits["indicator"].notna()]
    shared = {
        say("Limit"): common["name"],
        say("Value"): [limit_text(row, say) for _, row in each(common)],
        say("Reason"): common["reason"],
    }
    apart = {
        say("Indicator"): own["indicator"],
        say("Limit of its own"): own["name"],
        say("Value"): [limit_text(row, say) for _, row in each(own)],
        say("Reason"): own["reason"],
    }
    stand_ins = {
        say("Indicator"): neighbours["indicator"],
        say("Where missing, shown instead"): neighbours["neighbour"],
        say("Difference"): neighbours["reason"],
    }
    return "<br>".join(plain_table(pd.DataFrame(table)) for table in (shared, apart, stand_ins))


def limit_text(row: pd.Series, say: Words) -> str:
    """What a limit says: days, years, cases, places, or in words; row: of methods__settings."""
    name, value = text_of(row, "id"), text_of(row, "value")
    if name.startswith("across_levels"):
        return {
            "yes": say("compared"),
            "per_resident": say("per 10,000 residents only"),
            "no": say("not compared"),
        }[value]
    if name == "compared_scopes":
        scopes = say(", ").join(text_of(row, "scopes").split("|"))
        common = {"own": say("the indicator's own definition only"), "any": say("any scope")}
        return common.get(value) or say("the indicator's own definition, and {scopes}", scopes=scopes)
    return _amount(name, int(value), say)


def _amount(name: str, n: int, say: Words) -> str:
    """A limit that is a number, in what it counts."""
    if name.startswith("full_year"):
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


def peer_groups_table(groups: pd.DataFrame, view: View) -> str:
    """Each group of peers with its rule and the reason; groups: of methods__peer_groups."""
    say = view.say
    table = {
        say("Peers"): groups["name"],
        say("Rule"): [_rule(row, say) for _, row in each(groups)],
        say("Reason"): groups["reason"],
    }
    return plain_table(pd.DataFrame(table))


def _rule(row: pd.Series, say: Words) -> str:
    rule = text_of(row, "rule")
    if rule == "level":
        return say("all places of the same level")
    if rule == "province":
        return say("all places of the same level in the same province")
    return say(
        "the {k} places of the same level nearest in population, at most {times} times as large or small",
        k=int(row["k"]),
        times=f"{number_of(row, 'times'):g}",
    )
