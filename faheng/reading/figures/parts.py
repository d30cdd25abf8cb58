"""Parts behind a whole: 出庭应诉46宗(其中正职25宗,副职21宗) is a whole and two figures with a scope.

The words that name a part stand in data/wording/part_scopes.csv. A figure of the same indicator behind 其中 that no
word names is a part all the same, and no second whole. The scope `itself` says that the part is the figure, and the
whole is none: 执法人员1256人,其中持有执法证1109人.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from faheng.data.wording.figures import ITSELF, PartScope
from faheng.reading.figures.link import Link
from faheng.reading.mentions.mention import Mention
from faheng.reading.sentences.split import Sentence

OPENS = re.compile(r"[,;]?其中[::,]?|\((?:其中[::,]?)?|[,;]?包括")
RATES = ("%", "个百分点")
CLAUSES = re.compile(r"[,;:]|其中")
ENDS = re.compile(r"[,;、:(]")
BRACKETED = re.compile(r"\([^()]*\)")
LONGEST_NAME = 12


def with_parts(
    links: Sequence[Link], mentions: Sequence[Mention], sentence: Sentence, parts: Mapping[str, Sequence[PartScope]]
) -> list[Link]:
    """The links of a sentence with the parts of its wholes, and without what only looked like a second whole.

    parts: an indicator -> what names its parts.
    """
    claimed = {link.mention.start: link for link in links}
    named: dict[int, Link] = {}
    unnamed: set[int] = set()
    for whole in links:
        if whole.wording.scope or whole.wording.units is None or whole.mention.start in {*named, *unnamed}:
            continue
        known = parts.get(whole.wording.indicator_id, ())
        for mention, name in behind(whole, mentions, sentence, known):
            other = claimed.get(mention.start)
            if other is not None and other.wording.indicator_id != whole.wording.indicator_id:
                continue
            scope = scope_of(known, name)
            if scope == ITSELF and not scope_of(known, name_before_whole(whole, sentence)):
                named[mention.start] = part(whole, mention, "", sentence)
                unnamed.add(whole.mention.start)
            elif scope not in ("", ITSELF) and fits(mention, whole):
                named[mention.start] = part(whole, mention, scope, sentence)
            elif other is not None and not other.wording.scope:
                unnamed.add(mention.start)
    kept = [link for link in links if link.mention.start not in named and link.mention.start not in unnamed]
    return sorted([*kept, *named.values()], key=lambda link: link.mention.start)


def behind(
    whole: Link, mentions: Sequence[Mention], sentence: Sentence, known: Sequence[PartScope]
) -> Iterator[tuple[Mention, str]]:
    """The numbers that 其中 or a bracket right behind the whole brings, each with the words before it.

    Without either, those of a list whose items are the bare names of parts: 法律援助案件407件,民事86件,刑事321件.
    """
    text, at = sentence.text, whole.mention.end - sentence.start
    opened = OPENS.match(text, past_rates(at, mentions, sentence))
    first = opened.end() if opened else at
    last = text.find(")", at) if opened and opened.group().startswith("(") else len(text)
    for mention in mentions:
        start = mention.number_start - sentence.start
        if not first <= start < last or mention.change:
            continue
        name = name_before(text, first, start)
        if opened is None and not is_listed(known, text[at:start], name):
            return
        yield mention, name
        at = mention.end - sentence.start


def past_rates(at: int, mentions: Sequence[Mention], sentence: Sentence) -> int:
    """Where the clauses end that only say rates of the whole: 出庭应诉46宗,出庭应诉率95.7%,其中…."""
    for mention in mentions:
        start, end = mention.start - sentence.start, mention.end - sentence.start
        if start < at:
            continue
        if mention.unit not in RATES or CLAUSES.search(sentence.text[at:start].lstrip(",")):
            break
        at = end
    return at


def is_listed(known: Sequence[PartScope], between: str, name: str) -> bool:
    """Whether only a comma and the bare name of a part stand between a number and the one before it."""
    bare = name.removesuffix("案件").removesuffix("类")
    return between == "," + name and any(part.words.fullmatch(bare) for part in known)


def name_before(text: str, first: int, place: int) -> str:
    """What a number counts: the words before it, back to the last sign that parts a list."""
    return ENDS.split(BRACKETED.sub("", text[first:place]))[-1]


def name_before_whole(whole: Link, sentence: Sentence) -> str:
    """What the whole counts."""
    return name_before(sentence.text, 0, whole.mention.number_start - sentence.start)


def scope_of(known: Sequence[PartScope], name: str) -> str:
    """The scope that the words name; "" where they name none."""
    short = known if len(name) <= LONGEST_NAME else ()
    return next((part.scope for part in short if part.words.search(name)), "")


def fits(mention: Mention, whole: Link) -> bool:
    """Whether a number can be a part of the whole: counted in the same way, and no more of it."""
    return mention.unit in (whole.wording.units or ()) and mention.value <= whole.mention.value


def part(whole: Link, mention: Mention, scope: str, sentence: Sentence) -> Link:
    """The whole's link for one of its parts."""
    at = mention.start - sentence.start
    words = at - len(name_before(sentence.text, whole.mention.end - sentence.start, at))
    return replace(
        whole,
        wording=replace(whole.wording, scope=scope),
        mention=mention,
        from_=words,
        to=mention.end - sentence.start,
    )
