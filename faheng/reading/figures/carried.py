"""A scope that a figure takes over from the one it goes with: 以市政府为被告的案件61件,败诉7件.

data/wording/carried_scopes.csv says which figure follows which. Left out on purpose: a leader that is itself a part
(行政诉讼案件200件,其中以市政府为被告61件,败诉30件), because what follows may be said of either.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from faheng.paths import WORDING
from faheng.reading.figures.link import Link
from faheng.reading.sentences.split import Sentence


@dataclass(frozen=True)
class Carry:
    """One line of the file: where words of `unless` stand between the two, another subject has begun."""

    indicator_id: str
    leader_id: str
    scope: str
    unless: re.Pattern[str]


@cache
def carries() -> dict[str, Carry]:
    """The lines of carried_scopes.csv by the indicator that follows."""
    with (WORDING / "carried_scopes.csv").open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    return {
        row["indicator"]: Carry(row["indicator"], row["leader"], row["scope"], re.compile(row["unless"]))
        for row in rows
    }


def with_carried_scopes(links: Sequence[Link], sentence: Sentence) -> list[Link]:
    """The links of a sentence, in the order of the numbers, with the scopes that they take over."""
    return [carried(link, links, sentence) for link in links]


def carried(link: Link, links: Sequence[Link], sentence: Sentence) -> Link:
    """The link, with its leader's scope where all leaders in the sentence have it and nothing parts the two."""
    carry = carries().get(link.wording.indicator_id)
    if carry is None or link.wording.scope:
        return link
    leaders = [each for each in links if each.wording.indicator_id == carry.leader_id]
    before = [each.mention.end - sentence.start for each in leaders if each.mention.end <= link.mention.start]
    if not before or any(each.wording.scope != carry.scope for each in leaders):
        return link
    if carry.unless.search(sentence.text, before[-1], link.mention.start - sentence.start):
        return link
    return replace(link, wording=replace(link.wording, scope=carry.scope))
