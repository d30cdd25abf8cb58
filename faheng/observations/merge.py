"""Extracted -> the observations of a report: said twice is one, and parts that belong together are added up."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from faheng.model import Bound
from faheng.observations.record import Evidence, Extracted
from faheng.paths import WORDING


@dataclass(frozen=True)
class Sum:
    """Scopes of an indicator that together are the whole; one of them alone stands for the whole."""

    indicator_id: str
    parts: tuple[str, ...]


@cache
def sums() -> tuple[Sum, ...]:
    """The lines of data/wording/sums.csv."""
    with (WORDING / "sums.csv").open(encoding="utf-8", newline="") as source:
        return tuple(Sum(row["indicator"], tuple(row["parts"].split("|"))) for row in csv.DictReader(source))


def merged(found: Iterable[Extracted]) -> list[Extracted]:
    """One record a fact, in the order of the text, each with every place that says it."""
    facts: dict[tuple[object, ...], Extracted] = {}
    for one in added_up(list(found)):
        key = (one.indicator_id, one.scope, one.value, one.bound, one.period_kind, one.period_start, one.period_end)
        known = facts.get(key)
        facts[key] = one if known is None else with_evidence(known, one.evidence)
    return list(facts.values())


def with_evidence(known: Extracted, further: Evidence) -> Extracted:
    """The fact with one more place that says it."""
    if further.span == known.evidence.span:
        return known
    return replace(known, also=(*known.also, further))


def added_up(found: list[Extracted]) -> list[Extracted]:
    """The figures with the sums of parts that stand side by side; a part without its fellows is the whole."""
    for rule in sums():
        parts = [one for one in found if one.indicator_id == rule.indicator_id and one.scope in rule.parts]
        groups: dict[str, list[Extracted]] = defaultdict(list)
        for one in parts:
            groups[one.evidence.section].append(one)
        for group in groups.values():
            found = with_sum(found, group, rule)
    return found


def with_sum(found: list[Extracted], group: list[Extracted], rule: Sum) -> list[Extracted]:
    """The figures with the group's sum before it, or with the group as the whole where parts are missing."""
    if {one.scope for one in group} != set(rule.parts) or len(group) != len(rule.parts):
        return [replace(one, scope="") if one in group else one for one in found]
    first = group[0]
    whole = replace(
        first,
        scope="",
        value=sum((one.value for one in group), start=first.value * 0),
        value_text="+".join(one.value_text for one in group),
        bound=first.bound if len({one.bound for one in group}) == 1 else Bound.ABOUT,
        also=tuple(one.evidence for one in group[1:]),
    )
    at = found.index(first)
    return [*found[:at], whole, *found[at:]]
