"""How sure a link is: what speaks against it, and the share of links like it that persons found right.

Signs and their weights are data (data/wording/confidence.csv), fitted as tests/calibration tells. A figure is accepted
at once from where 97 of 100 were right; the others are proposed, each with the sign that counts most as its reason.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_FLOOR, Decimal
from typing import Protocol

from faheng.data.wording.confidence import ConfidenceLimit, ReadingLimit, Sign, SignPhrase
from faheng.model import Indicator, Observation, ReadingDoubt, Status
from faheng.reading.figures.link import Link, name_end
from faheng.reading.figures.patterns import HOLES
from faheng.reading.figures.topics import Topics, last_topic
from faheng.reading.mentions.mention import Mention
from faheng.reading.sentences.split import Sentence

# From here on 97 of 100 judged links were right at first sight, held out by report; from 0.90 on 96 (SCORES.md).
ACCEPTED_FROM = Decimal("0.94")
# Too few to measure; far below the threshold, so that a person sees them.
DAMAGED = Decimal("0.40")
# What was recognised in a picture: never accepted at once, whatever the words say.
PICTURED = Decimal("0.60")
SUREST, STEP = Decimal("0.99"), Decimal("0.01")
LEAST_SURE = STEP
BEFORE_GROUP, BEHIND_GROUP = "名称之前", "数字之后"
# Up to so many characters a name may mean something else; more of an attribute than that is a long one.
SHORT, FAR = 3, 3
ITEM_START = re.compile(r"[,;。:、()“”\"\s|]|(?<=[率比])[和及与]")
CLAUSE_END, LIST_SIGN = re.compile("[,;。:]"), "、"
HAN = re.compile(r"[\u4e00-\u9fff]")
NOUN = re.compile(r"[\u4e00-\u9fff“]+")
AND_OTHERS = re.compile(rf"等[{HOLES}]")
# That nothing confirms the reading is said only where nothing else can be: any other sign tells a person more.
NOTHING_SEEN = frozenset({Sign.ALONE, Sign.TABLE})
COUNTERS = r"[0-9年月日至到.一二三四五六七八九十是]"


class CountedSentence(Protocol):
    """A sentence with the numbers in it."""

    @property
    def sentence(self) -> Sentence:
        """The sentence."""

    @property
    def mentions(self) -> Sequence[Mention]:
        """Its numbers, in their order."""


@dataclass(frozen=True)
class Weighed:
    """A figure with its link and what speaks against it."""

    link: Link
    one: Observation
    signs: frozenset[Sign]


@dataclass(frozen=True)
class ConfidenceScale:
    """What links are weighed by: the weight and the reason of each sign, topics, indicators.

    before, behind: the words that narrow nothing before a name, and that are no noun behind a number.
    limits: from which confidence something is done with a reading.
    """

    phrases: Mapping[Sign, SignPhrase]
    limits: Mapping[ReadingLimit, Decimal]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    topics: Topics
    indicators: Mapping[str, Indicator]

    @staticmethod
    def of(
        phrases: Iterable[SignPhrase],
        limits: Iterable[ConfidenceLimit],
        groups: Mapping[str, Sequence[str]],
        topics: Topics,
        indicators: Mapping[str, Indicator],
    ) -> ConfidenceScale:
        """The scale of these rows, with the words of the two groups of groups.csv."""
        before, behind = (
            "|".join(map(re.escape, sorted(groups.get(name, ()), key=len, reverse=True)))
            for name in (BEFORE_GROUP, BEHIND_GROUP)
        )
        return ConfidenceScale(
            {each.sign: each for each in phrases},
            {each.limit: each.share for each in limits},
            re.compile(f"{before or '(?!)'}|{COUNTERS}"),
            re.compile(behind or "(?!)"),
            topics,
            indicators,
        )

    def weighed(self, link: Link, one: Observation, beside: Sequence[Link], told: CountedSentence) -> Weighed:
        """The figure of a link with what speaks against it in its sentence. beside: all links of the sentence."""
        text, offset = told.sentence.text, told.sentence.start
        confirmed = is_confirmed(link, beside, self.indicators)
        listed = not confirmed and is_listed(link.mention, told)
        last = max(link.mention.end - offset, link.to)
        numbers = [each.end - offset for each in told.mentions]
        signs = frozenset(
            (
                *signs_of_words(link, told.sentence, self.topics),
                *narrowing(text, link.from_, [*numbers, *(name_end(each) for each in beside)], self.before),
                *following(text, last, self.behind),
                *(() if confirmed else (Sign.ALONE,)),
                *((Sign.LISTED,) if listed else ()),
            )
        )
        return Weighed(link, one, signs)

    def weighed_in_table(self, entered: Sequence[tuple[Link, Observation]]) -> list[Weighed]:
        """The figures of a table, where a name fills a cell of its own and no words stand around it."""
        links = [link for link, _ in entered]
        weighed = []
        for link, one in entered:
            signs = {Sign.TABLE} | ({Sign.DAMAGED} if link.mention.corrupt else set())
            signs |= {Sign.LAST_RESORT} if link.wording.last_resort else set()
            signs |= set() if is_confirmed(link, links, self.indicators) else {Sign.ALONE}
            weighed.append(Weighed(link, one, frozenset(signs)))
        return weighed

    def confidence(self, signs: frozenset[Sign]) -> Decimal:
        """The share of links with these signs that is right, between 0.01 and 0.99, rounded down."""
        if Sign.DAMAGED in signs:
            return DAMAGED
        odds = self.phrases[Sign.BASE].weight + sum(self.phrases[sign].weight for sign in signs)
        share = Decimal(1 / (1 + math.exp(-odds)))
        most = PICTURED if Sign.PICTURED in signs else SUREST
        return max(LEAST_SURE, min(most, share.quantize(STEP, ROUND_FLOOR)))

    def proposes(self, signs: frozenset[Sign]) -> bool:
        """Whether a reading with these signs is shown to a person; another value in the report is no reason against it.

        A damaged numeral and one recognised in a picture always are: a person can see what it is.
        """
        seen = self.confidence(signs - {Sign.OTHER_VALUE})
        return bool(signs & {Sign.DAMAGED, Sign.PICTURED}) or seen >= self.limits[ReadingLimit.PROPOSED_FROM]

    def reason(self, signs: frozenset[Sign]) -> ReadingDoubt | None:
        """The sign that counts most in words, of those that point at something; None where there is none."""
        if not signs:
            return None
        telling = (signs & {Sign.DAMAGED}) or (signs & {Sign.PICTURED}) or (signs - NOTHING_SEEN) or signs
        most = min(sorted(telling), key=lambda sign: self.phrases[sign].weight)
        return ReadingDoubt(self.phrases[most].reason_zh, self.phrases[most].reason_en, damaged=most is Sign.DAMAGED)

    def judged_of_picture(self, each: Weighed) -> Observation:
        """The figure of a text that was recognised in a picture: proposed."""
        return self.judged(replace(each, signs=each.signs | {Sign.PICTURED}))

    def judged(self, each: Weighed) -> Observation:
        """The figure with its confidence, accepted at once or proposed with a reason."""
        confidence = self.confidence(each.signs)
        if confidence >= ACCEPTED_FROM:
            return replace(each.one, confidence=confidence, status=Status.ACCEPTED)
        reason = self.reason(each.signs)
        return replace(each.one, confidence=confidence, status=Status.PROPOSED, reason=reason)


def signs_of_words(link: Link, sentence: Sentence, topics: Topics) -> Iterator[Sign]:
    """What the wording itself and its number give."""
    if link.mention.corrupt:
        yield Sign.DAMAGED
    if link.wording.last_resort:
        yield Sign.LAST_RESORT
    if link.wording.topics and not last_topic(sentence.text[: link.from_], topics):
        yield Sign.CARRIED_SUBJECT
    if AND_OTHERS.search(link.between):
        yield Sign.AND_OTHERS
    if len(HAN.findall(link.between)) <= SHORT:
        yield Sign.SHORT_NAME


def is_listed(number: Mention, told: CountedSentence) -> bool:
    """Whether a list (、) in the clause of a number counts something else too: 120个事项秒批、45项一件事."""
    text, offset = told.sentence.text, told.sentence.start
    start = number.start - offset
    first = max((each.end() for each in CLAUSE_END.finditer(text, 0, start)), default=0)
    end = CLAUSE_END.search(text, start)
    last = end.start() if end else len(text)
    others = [each.start - offset for each in told.mentions if not each.change and each.start != number.start]
    return any(LIST_SIGN in text[min(at, start) : max(at, start)] for at in others if first <= at < last)


def narrowing(text: str, place: int, ends: Iterable[int], plain: re.Pattern[str]) -> Iterator[Sign]:
    """Whether words stand right before the name that begins at the place, behind a sign or the end of a number or name.

    plain: words that narrow nothing there.
    """
    start = max((end for end in ends if end <= place), default=0)
    start = max((match.end() for match in ITEM_START.finditer(text, start, place)), default=start)
    left = len(HAN.findall(plain.sub("", text[start:place])))
    if left:
        yield Sign.NARROWED
    if left > FAR:
        yield Sign.NARROWED_FAR


def following(text: str, place: int, plain: re.Pattern[str]) -> Iterator[Sign]:
    """Whether a noun stands right behind the number or the name that ends at the place."""
    behind = NOUN.match(text, place)
    if behind and not plain.match(behind.group()):
        yield Sign.NOUN_BEHIND


def is_confirmed(link: Link, beside: Iterable[Link], indicators: Mapping[str, Indicator]) -> bool:
    """Whether another indicator of its family has a number in the sentence: 建议 beside 提案, a rate and its cases."""
    family = indicators[link.wording.indicator_id].family
    others = {each.wording.indicator_id for each in beside} - {link.wording.indicator_id}
    return bool(family) and any(indicators[other].family == family for other in others)


def with_other_values(found: Sequence[Weighed], scale: ConfidenceScale) -> list[Weighed]:
    """The figures, with a sign on those of which the report says different values, by readings that are proposed."""
    values = defaultdict(set)
    for each in found:
        if scale.proposes(each.signs):
            values[cell_of(each.one)].add((each.one.value, each.one.upper))
    return [
        replace(each, signs=each.signs | {Sign.OTHER_VALUE})
        if values[cell_of(each.one)] - {(each.one.value, each.one.upper)}
        else each
        for each in found
    ]


def cell_of(one: Observation) -> tuple[object, ...]:
    """What two figures of a report must share to contradict each other."""
    return (one.indicator_id, one.scope, *one.period)
