"""A scope that a figure takes over from the one it goes with: 以市政府为被告的案件61件,败诉7件.

data/wording/carried_scopes.csv says which figure follows which. Left out on purpose: a leader that is itself a part
(行政诉讼案件200件,其中以市政府为被告61件,败诉30件), because what follows may be said of either.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from faheng.data.wording.figures import Carry
from faheng.reading.figures.link import Link
from faheng.reading.sentences.split import Sentence


def with_carried_scopes(links: Sequence[Link], sentence: Sentence, carries: Mapping[str, Carry]) -> list[Link]:
    """The links of a sentence, in the order of the numbers, with the scopes that they take over."""
    return [carried(link, links, sentence, carries.get(link.wording.indicator_id)) for link in links]


def carried(link: Link, links: Sequence[Link], sentence: Sentence, carry: Carry | None) -> Link:
    """The link, with its leader's scope where all leaders in the sentence have it and nothing parts the two."""
    if carry is None or link.wording.scope:
        return link
    leaders = [each for each in links if each.wording.indicator_id == carry.leader_id]
    before = [each.mention.end - sentence.start for each in leaders if each.mention.end <= link.mention.start]
    if not before or any(each.wording.scope != carry.scope for each in leaders):
        return link
    between = sentence.text[before[-1] : link.mention.start - sentence.start]
    if any(word in between for word in carry.unless):
        return link
    return replace(link, wording=replace(link.wording, scope=carry.scope))
