"""The figures of single links -> the observations of a report: said twice is one, parts of a whole are added up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from faheng.data.wording.figures import Sum
from faheng.model import Bound, Evidence, Observation


def merged(found: Iterable[Observation], sums: Iterable[Sum]) -> list[Observation]:
    """One record a fact, in the order of the text, each with every place that says it."""
    facts: dict[tuple[object, ...], Observation] = {}
    further: dict[tuple[object, ...], list[Evidence]] = defaultdict(list)
    for one in added_up(list(found), sums):
        key = (one.indicator_id, one.scope, one.value, one.upper, one.bound, *one.period)
        if key not in facts:
            facts[key] = one
        elif one.evidence.span != facts[key].evidence.span:
            further[key].append(one.evidence)
            facts[key] = grown(surer(facts[key], one), one)
    return [replace(one, also=(*one.also, *further[key])) if key in further else one for key, one in facts.items()]


def surer(first: Observation, again: Observation) -> Observation:
    """What is said twice, as sure as the surer of the two."""
    if again.confidence <= first.confidence:
        return first
    return replace(first, confidence=again.confidence, status=again.status, reason=again.reason)


def grown(first: Observation, again: Observation) -> Observation:
    """What is said twice, with the growth that only the second place states: a headline gives none."""
    if first.change is not None or again.change is None:
        return first
    return replace(
        first, change=again.change, change_text=again.change_text, change_unit=again.change_unit,
        change_bound=again.change_bound,
    )  # fmt: skip


def added_up(found: list[Observation], sums: Iterable[Sum]) -> list[Observation]:
    """The figures with the sums of parts that stand side by side; a part without its fellows is the whole."""
    for rule in sums:
        groups: dict[str, list[int]] = defaultdict(list)
        wholes = set()
        for at, one in enumerate(found):
            if one.indicator_id == rule.indicator_id and one.scope in rule.parts:
                groups[one.evidence.section].append(at)
            elif one.indicator_id == rule.indicator_id:
                wholes.add(one.evidence.section)
        instead: dict[int, tuple[Observation, ...]] = {}
        for section, places in groups.items():
            if rule.summed or (len(places) == 1 and section not in wholes):
                instead |= standing_at(places, found, rule)
            else:
                instead |= dict.fromkeys(places, ())
        found = [each for at, one in enumerate(found) for each in instead.get(at, (one,))]
    return found


def standing_at(places: list[int], found: list[Observation], rule: Sum) -> dict[int, tuple[Observation, ...]]:
    """What stands in place of a group's parts: their sum before them, or each as the whole where parts are missing.

    What says a part again stays a part: 议案2件、建议52件,…办复议案2件、建议52件.
    """
    told = {(found[at].scope, found[at].value): at for at in reversed(places)}
    group = [found[at] for at in sorted(told.values())]
    if {one.scope for one in group} != set(rule.parts) or len(group) != len(rule.parts):
        return {at: (replace(found[at], scope=""),) for at in places}
    return {places[0]: (sum_of(group), group[0])}


def sum_of(group: list[Observation]) -> Observation:
    """The whole of the parts, with the numeral and the place of each."""
    first, doubtful = group[0], min(group, key=lambda one: one.confidence)
    return replace(
        first,
        confidence=doubtful.confidence,
        status=doubtful.status,
        reason=doubtful.reason,
        scope="",
        value=sum((one.value for one in group), start=first.value * 0),
        value_text="+".join(one.value_text for one in group),
        bound=first.bound if {one.bound for one in group} == {first.bound} - {Bound.BETWEEN} else Bound.ABOUT,
        upper=None,
        also=tuple(one.evidence for one in group[1:]),
    )
