"""The level of the congress or the conference that a number of proposals is of: 省政协提案15件 in a city's report.

The indicators count the proposals of every level, so those of one level are a part: of a level above the reporting
government, of one of several levels that the sentence counts apart, or of the own level of a county or district, which
answers the city's proposals too. 市、区人大代表建议196件 names both together and is the whole, and so is a number of a
city's or a province's own level that stands alone, because their reports print no other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from faheng.reading.figures.link import Link
from faheng.reading.sentences.split import Sentence

OF_PROPOSALS = frozenset(("congress_proposals", "consultative_proposals", "proposals_total"))
SCOPES = {
    "全国": "national_level", "国家": "national_level", "省": "provincial_level", "自治区": "provincial_level",
    "市": "municipal_level", "州": "municipal_level", "盟": "municipal_level", "区": "county_level",
    "县": "county_level", "旗": "county_level",
}  # fmt: skip
LEVEL = "全国|国家|自治区|[省市州盟区县旗]"
# What follows a level in the name of its congress or conference, and what follows the level of bare proposals.
BODY = re.compile(
    rf"(?P<levels>(?:(?:{LEVEL})级?[、和及与][\u4e00-\u9fff]{{0,3}}?)*(?:{LEVEL}))级?(?:人大|政协|(?:建议|提案|议案))"
)
# How far before the words of a wording its level may stand.
REACH = 8
ABOVE = ("national_level", "provincial_level", "municipal_level", "county_level")


def with_levels(links: Sequence[Link], sentence: Sentence, own: str) -> list[Link]:
    """The links of a sentence, those of one level of proposals with its scope. own: the kind of the government."""
    named = {
        link.mention.start: level_of(link, sentence) for link in links if link.wording.indicator_id in OF_PROPOSALS
    }
    counted: dict[str, set[str]] = defaultdict(set)
    for link in links:
        if level := named.get(link.mention.start):
            counted[link.wording.indicator_id].add(level)
    return [
        replace(link, wording=replace(link.wording, scope=level))
        if (level := named.get(link.mention.start, ""))
        and (len(counted[link.wording.indicator_id]) > 1 or is_above(level, own) or is_own_county(level, own))
        else link
        for link in links
    ]


def level_of(link: Link, sentence: Sentence) -> str:
    """The scope of the one level that the words of a link name last; "" for none, and for several together."""
    last = link.mention.end - sentence.start
    first = max(0, link.from_ - REACH)
    found = [each for each in BODY.finditer(sentence.text, first, max(last, link.to)) if each.end() > link.from_]
    return SCOPES.get(found[-1]["levels"], "") if found else ""


def is_own_county(level: str, own: str) -> bool:
    """Whether a level is that of the county or district that reports."""
    return level == ABOVE[-1] == SCOPES.get(own)


def is_above(level: str, own: str) -> bool:
    """Whether a level is above the reporting government's; the nation's is above all of them."""
    if level == ABOVE[0]:
        return True
    return own in SCOPES and ABOVE.index(level) < ABOVE.index(SCOPES[own])
