"""Sentence and mentions -> links: which mention is a figure of which indicator.

The sentence is matched with its mentions replaced by holes (see mask.py). Where two wordings claim one number the
surer tier has it, then nobody (the indicator none), then the nearer words. A rate list (办结率、满意率均为100%) shares
one number on purpose.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from faheng.data.wording.indicators import NO_INDICATOR
from faheng.reading.figures.ellipsis import goes_on
from faheng.reading.figures.lexicon import FigureLexicon
from faheng.reading.figures.mask import Masked, masks
from faheng.reading.figures.patterns import COUNT, HOLES, IndicatorWording
from faheng.reading.figures.subjects import Teller, is_foreign, places_item
from faheng.reading.figures.topics import Topics
from faheng.reading.mentions.mention import Mention
from faheng.reading.sentences.lexicon import SentenceLexicon
from faheng.reading.sentences.split import Sentence

LIST_SIGNS = re.compile(r"[、和及与]")
LIST_MARKS = ("、", "和", "及", ",")
# How far before a colon its clause may name a target: 2023年目标值:出庭率98.5%.
COLON_REACH = 8
MOST_ALONE = 2
HOLE_LAST = re.compile(rf"[{HOLES}].*$", re.DOTALL)
IN_TURN = "分别"
LOOK_BACK, LOOK_AHEAD = 14, 8
SHARED = re.compile(
    r"[率度比][^,]{0,12}?[、和及与][^,]{0,16}?[率度比][^,]{0,6}?(?:均|都|两个|三个|三项|双双|分别|实现|达|为|继续|保持|全部|首次)"
)
RATE_LISTED = re.compile(r"[^,]{0,12}?[率度比](?=[、和及与][^,]{0,16}?[率度比])")
CLAUSE_MARKS = ",;。:"
# A subject of its own behind a sign of a list; a name that ends at one; a number right before the noun that it counts.
OWN_SUBJECT = re.compile(r"[、,](?:全部|所有|其余|其他)")
LISTED_BEHIND = re.compile(r"[”’]?[、和及与]")
# 新闻发布会1条“政策解读”28条: a quoted name behind a number is the next item.
NEXT_BEHIND = re.compile(r"[”’]?[、和及与]|“")
NUMBER_BEHIND = re.compile(f"[”’]?{COUNT}")
NUMBER_FIRST = re.compile(rf"{COUNT}[^,;。:、{HOLES}]{{0,6}}$")
ITEM_MARKS, PARTS = re.compile("[,;。:、]|(?<=率)[和及与]"), re.compile("[,;。:]")
# 在完成13个事项基础上又推出10个: what was there before.
BASE_BEHIND = re.compile(rf"[^,;。:、{HOLES}]{{0,6}}基础上")


@dataclass(frozen=True)
class Link:
    """A mention read as a figure of an indicator; from_ and to are where its wording stands in the sentence's text."""

    wording: IndicatorWording
    mention: Mention
    from_: int
    to: int
    between: str

    @property
    def strength(self) -> tuple[tuple[int, bool], int]:
        """What settles a quarrel over one number: the tier, then how near the words stand."""
        return self.wording.rank, self.from_


def links(sentence: Sentence, mentions: Sequence[Mention], own: Teller, lexicon: FigureLexicon) -> list[Link]:
    """The links of one sentence, in the order of the numbers. own: whose report it is (subjects.py)."""
    won = winners(sentence, mentions, own, lexicon)
    kept = ([link for link in each if link.wording.indicator_id != NO_INDICATOR] for each in won)
    return [link for each in kept for link in in_turn(each, mentions, sentence)]


def winners(
    sentence: Sentence, mentions: Sequence[Mention], own: Teller, lexicon: FigureLexicon
) -> Iterator[list[Link]]:
    """The links that have each number which a wording claims, in the order of the numbers; also those to no indicator.

    own: whose report it is (subjects.py).
    """
    told = {each.start for each in mentions if not (each.previous or aims(sentence, each, lexicon.aims))}
    claims: dict[int, list[Link]] = defaultdict(list)
    first, last = places_item(sentence.text, sentence.before, own)
    for form in masks(sentence, mentions, lexicon.statements) if told else ():
        for link in all_matches(form, sentence, lexicon):
            number = link.mention.start - sentence.start
            if link.mention.start not in told or first < number < last:
                continue
            clause = sentence.text[clause_start(sentence.text, number) : number]
            if is_foreign(sentence.text[: link.from_], clause, own, lexicon.subjects):
                continue
            claims[link.mention.start].append(link)
    return (settled(claims[start]) for start in sorted(claims))


def in_turn(kept: list[Link], mentions: Sequence[Mention], sentence: Sentence) -> list[Link]:
    """Rates listed before as many numbers take one each, in order: A率、B率分别为100%、98.5%."""
    if not kept or (len(kept) < MOST_ALONE and IN_TURN not in kept[0].between):
        return kept
    first = next(n for n, mention in enumerate(mentions) if mention.start == kept[0].mention.start)
    series = [mentions[first]]
    for mention in mentions[first + 1 :]:
        between = sentence.text[series[-1].end - sentence.start : mention.start - sentence.start]
        if between not in LIST_MARKS or mention.unit != "%" or mention.change:
            break
        series.append(mention)
    ordered = sorted(kept, key=lambda link: link.from_)
    places = [*range(len(kept))] if len(series) == len(kept) else places_in_list(ordered, series, sentence)
    if len(set(places)) != len(kept):
        return kept
    return [replace(link, mention=series[place]) for link, place in zip(ordered, places, strict=True)]


def places_in_list(ordered: list[Link], series: list[Mention], sentence: Sentence) -> list[int]:
    """Which item of the list before the numbers each link is: A率、B率、C率分别达…, where B is no indicator.

    Nothing where there are not as many items as numbers.
    """
    text, last = sentence.text, series[0].start - sentence.start
    start = clause_start(text, ordered[0].from_)
    if len(LIST_SIGNS.findall(text, start, last)) + 1 != len(series):
        return []
    return [len(LIST_SIGNS.findall(text, start, min(name_end(link), last))) for link in ordered]


def name_end(link: Link) -> int:
    """Where the name of a figure ends: before the next of a list of rates, or where its number stood in the mask."""
    listed = RATE_LISTED.match(link.between)
    return link.from_ + (listed.end() if listed else len(HOLE_LAST.sub("", link.between)))


def all_matches(masked: Masked, sentence: Sentence, lexicon: FigureLexicon) -> Iterator[Link]:
    """Where any wording stands in the sentence."""
    for wording in lexicon.wordings.of_text(masked.words):
        yield from matches(wording, masked, sentence, lexicon.topics)


def matches(wording: IndicatorWording, masked: Masked, sentence: Sentence, topics: Topics) -> Iterator[Link]:
    """Where the wording stands in the sentence, with a number of a fitting unit, and nothing speaks against it.

    A match that is refused may hide one that begins later, so the search goes on right behind its beginning.
    """
    match = wording.pattern.search(masked.text)
    while match:
        mention = masked.holes.get(match.start("hole"))
        stands = (
            mention is not None
            and not is_neighbours(match, masked.text)
            and not is_remark(match)
            and is_meant(wording, match, mention, masked)
            and suits(wording, sentence, masked.places[own_end(wording, match)], topics)
            and goes_on(wording, match, masked.text, topics)
        )
        if mention is not None and stands:
            first, last = masked.places[match.start()], masked.places[match.end()]
            yield Link(wording, mention, first, last, match.group())
        match = wording.pattern.search(masked.text, match.end() if stands else match.start() + 1)


def is_neighbours(match: re.Match[str], text: str) -> bool:
    """Whether number and name are of two items of a list.

    522项事项一次办、300项事项通办: a name that its own number precedes takes none from behind.
    120个事项秒批、全部事项最多跑一次 or 48项、网上可办592项: a name with a subject or a number of its own takes
    none from before.
    """
    hole = match.start("hole")
    if hole == match.start():
        own = OWN_SUBJECT.search(text, hole, match.end()) is not None
        return own or (
            NEXT_BEHIND.match(text, hole + 1) is not None and NUMBER_BEHIND.match(text, match.end()) is not None
        )
    item = LISTED_BEHIND.search(text, match.start(), hole)
    return item is not None and item.end() == hole and NUMBER_FIRST.search(text, 0, match.start()) is not None


def is_remark(match: re.Match[str]) -> bool:
    """Whether the name stands in brackets that close before the number: 结案(包括案前调解、不予受理)86件."""
    between = match.group()[: match.start("hole") - match.start()]
    return ")" in between and between.find(")") < (between + "(").find("(")


def is_meant(wording: IndicatorWording, match: re.Match[str], mention: Mention, masked: Masked) -> bool:
    """Whether the number that a match ends in has the wording's unit, and no word speaks against it."""
    if wording.units is not None and not fits(mention, wording.units):
        return False
    if wording.blockers:
        # In a list of rates the others' words speak against nothing: 调解成功率、仲裁结案率达95%、97%.
        end = own_end(wording, match)
        end = match.end() if end == match.start("hole") else end
        words = around(masked.text, match.start(), end)
        return not any(blocker in words for blocker in wording.blockers)
    return True


def own_end(wording: IndicatorWording, match: re.Match[str]) -> int:
    """Where the words of the wording itself end: its number begins there, or the next name of a list of rates."""
    listed = RATE_LISTED.match(match.group()) if wording.units is None else None
    return match.start() + listed.end() if listed else match.start("hole")


def fits(mention: Mention, units: frozenset[str]) -> bool:
    """Whether the unit, or the statement itself, is one of the wording's; a number that lost its unit fits as well."""
    return mention.unit in units or mention.text in units or (not mention.unit and not mention.corrupt)


def suits(wording: IndicatorWording, sentence: Sentence, place: int, topics: Topics) -> bool:
    """Whether the text speaks, at that place of the sentence, of what the wording is about."""
    return not (wording.topics or wording.barred) or wording.suits(topics.at(sentence, place))


def aims(sentence: Sentence, mention: Mention, lexicon: SentenceLexicon) -> bool:
    """Whether the number is aimed at (力争…, …的目标) or only a mark that something lies beside (未达到80%的)."""
    text, offset = sentence.text, sentence.start
    aimed = sentence.planned or is_target(text[: mention.number_start - offset], lexicon)
    behind = mention.end - offset
    return aimed or text.startswith(lexicon.aims_behind, behind) or is_base(text, mention.start - offset, behind)


def is_base(text: str, start: int, end: int) -> bool:
    """Whether a number only says what something came on top of: 在完成13个事项基础上."""
    return BASE_BEHIND.match(text, end) is not None and "在" in text[clause_start(text, start) : start]


def is_target(before: str, lexicon: SentenceLexicon) -> bool:
    """Whether a word of aiming (力争, 确保, 必须 …) governs the number that stands behind this text.

    It stands in the same clause, or right before its colon: 工作目标:零败诉.
    """
    at = clause_start(before, len(before))
    named = before[at - 1 : at] == ":" and lexicon.names_target(before[max(0, at - COLON_REACH) : at - 1])
    return named or lexicon.names_target(before[at:]) or lexicon.names_plan(before)


def around(text: str, start: int, end: int) -> str:
    """What words may speak against the match in: itself and a little before and behind it in its clauses."""
    before, behind = text[max(0, start - LOOK_BACK) : start], text[end : end + LOOK_AHEAD]
    # 签订技术、采购等合同400件: behind 等 the verb of the whole list speaks of the name.
    marks = PARTS if before.endswith("等") else ITEM_MARKS
    return marks.split(before)[-1] + text[start:end] + ITEM_MARKS.split(behind, maxsplit=1)[0]


def clause_start(text: str, place: int) -> int:
    """Where the clause begins that the place stands in."""
    return 1 + max(text.rfind(mark, 0, place) for mark in CLAUSE_MARKS)


def settled(claims: list[Link]) -> list[Link]:
    """The links that keep the number: the strongest, and those that share it: lists of rates, and of what was none."""
    best = max(claims, key=lambda link: link.strength)
    shared = [link for link in claims if link.wording.units is None and SHARED.search(link.between)]
    if best.wording.indicator_id == NO_INDICATOR and SHARED.search(best.between):
        return [best]
    if says_none(best) and best.wording.indicator_id != NO_INDICATOR:
        shared = [link for link in claims if says_none(link)]
    kept = {best.wording.indicator_id: best}
    for link in sorted(shared, key=lambda link: link.strength, reverse=True):
        kept.setdefault(link.wording.indicator_id, link)
    return list(kept.values())


def says_none(link: Link) -> bool:
    """Whether the number is a word that says there was none: 无行政复议、行政诉讼案件 is zero of both."""
    return not link.mention.value and link.mention.text in (link.wording.units or ())
