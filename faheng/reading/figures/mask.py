"""A sentence with its numbers replaced by holes and less what only stands between a name and its number.

So the wordings of data/wording/indicators/ see words and holes only, and need not foresee every year, colon,
bracket or table cell that can stand between the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from faheng.reading.figures.patterns import CHANGE, COUNT, HOLES, OTHER, PERCENT, STATED
from faheng.reading.mentions.mention import Mention
from faheng.reading.sentences.split import Sentence

# "两个100%" is one percentage for two rates, not a number and a percentage.
PAIRS = ("两", "双", "二", "三", "2", "3")
# How far before a percentage the name of its rate ends.
RATE_REACH = 12
LEVEL_FOLLOWS = re.compile(
    r"[,、]?(?:已)?(?:[降升增减]|下降|上升|提升|提高|增长|增加|减少|压减|攀升|回落)?(?:至|到|达|达到|为)"
)
# An aim and what came of it: 目标值为95%,实际达到97.2%.
AIMED, RESULT_FOLLOWS = (
    re.compile(r"目标值?(?:为|是|:)?$"),
    re.compile(r"[,;、](?:实际(?:完成|达到|达|为|完成值)?|已?完成|已?达到?)(?:为|是|:)?"),
)
# 由97%稳步提高,达到98.6%: where something came from, and what it is now.
CAME_FROM, NOW_FOLLOWS = (
    re.compile(r"[由从](?:[^,;。:]{0,8}的)?$"),
    re.compile(
        r"[^。;,:]{0,6}(?:[提上攀]升|提高|增[长加至]|下降|降低|减少|[压缩][缩减短])[^。;,:]{0,2}[,、](?:目前|现|已)?(?:达到|达|为)"
    ),
)
PASSED, FIGURE_FOLLOWS = ("突破", "跨越", "超过"), re.compile(r"(?:大关)?,(?:已)?(?:达到|达|为)")
# What a wording need not foresee: brackets, titles (制定《某某办法》等规范性文件2件), where a change began (由精简至).
BARE_OF = re.compile(
    rf"\([^()]{{0,60}}\)|《[^《》]{{1,60}}》|[由从][^,;。:{HOLES}]{{0,8}}[至到为]的?(?=[{HOLES}])|等{COUNT}(?:[^,;。:、{HOLES}]{{0,8}}指标|数据|指数)?"
    rf"|(?<=率){COUNT}[^,;。:、{HOLES}]{{0,8}}指标"
)
# 受理行政复议案件\t件\t98, 出庭应诉率(%)|98.5: the cells between the name of a figure and its number.
CELL = re.compile(
    r"(?:[\t |]*[\t|][\t |]*|\()(?P<unit>%|[万亿]?[\u4e00-\u9fff]{1,2})?(?(unit)(?:[\t |]*[\t|)][\t |:]*)|)$"
)
LISTED = "、,和及与"
SCALES, CELL_REACH = "万亿", 16
# 受理、审结行政复议案件分别为56件、52件: names in a list, then as many numbers.
IN_TURN = "分别"
DEALT = re.compile(
    rf"(?P<names>[^,;。:{HOLES}]{{2,60}}?){IN_TURN}(?:为|达到|达|是|有|共|实现)?"
    rf"(?:{COUNT}(?:[、,和及与]{COUNT}){{1,5}}|{PERCENT}(?:[、,和及与]{PERCENT}){{1,5}})"
)
NAME = re.compile(r"[^、和及与]+")
# 其次为甲市和乙市,分别新设主体5.1万户、4.3万户: behind a subject that has gone before each number is of one of several.
EACH_OF_SEVERAL = re.compile(
    rf"(?<=[,;:]){IN_TURN}(?![为是有达共])[^,;。:、和及与{HOLES}]{{2,14}}{COUNT}(?:[、,和及与]{COUNT})+(?![^,;。]*率)"
)
# 建议、提案满意率分别为98%、99%: a rate that several kinds or bodies share is of none the whole; 办结、满意率 are two.
RATE_NAMED = re.compile("[率度比]")
KIND_NAMED = re.compile("(?:[议提]案|建议|[级府门院位关]|事项|案件|企业|[省市县区州旗盟镇乡])$")
# What stands between a name and its number says nothing: 受理:498, 受理数498, 目录,共6项, 从2016年的提高到.
ASIDE = re.compile(
    r":(?=[^,;。:]{0,4}$)|,(?=已?(?:达到|达|为|共计|共|合计|总计|累计)$)|(?<![总批人次])数量?(?=[”’]?:?$)|(?<!\d)20\d\d年度?底?"
)


@dataclass(frozen=True)
class Masked:
    """A sentence whose mentions are holes: text, and for each of its places the place in the sentence."""

    text: str
    places: list[int]
    holes: dict[int, Mention]
    statements: frozenset[str]

    @property
    def words(self) -> str:
        """The text with the statements that its holes stand for: what wordings are looked up by."""
        stated = [mention.text for mention in self.holes.values() if mention.text in self.statements]
        return "\n".join([self.text, *stated]) if stated else self.text


@dataclass
class Draft:
    """A mask in the making: what has been kept of the sentence, and up to where it has been read."""

    sentence: Sentence
    statements: frozenset[str]
    parts: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    holes: dict[int, Mention] = field(default_factory=dict)
    at: int = 0
    cell: str | None = None

    def keep(self, end: int) -> None:
        """Keep the words up to end, less their asides."""
        text = self.sentence.text[self.at : end]
        for first, last in told_of(text):
            self.parts.append(text[first:last])
            self.places.extend(range(self.at + first, self.at + last))
        self.at = end

    def replace(self, mention: Mention) -> None:
        """Keep the words before a mention, less the cells of a table, and put a hole in its place."""
        unit = self.keep_before(mention)
        self.holes[len(self.places)] = mention
        self.parts.append(
            hole(mention, self.sentence, self.statements) if unit is None or mention.unit else cell_hole(unit)
        )
        self.places.append(mention.start - self.sentence.start)
        self.at = mention.end - self.sentence.start

    def keep_before(self, mention: Mention) -> str | None:
        """Keep the words before a mention; the unit in the cell before it, "" for a cell without, None for no cell."""
        first = mention.start - self.sentence.start
        label = CELL.search(self.sentence.text, max(self.at, first - CELL_REACH), first)
        # The cells of a row share the unit that stands before the first of them.
        unit = (
            self.cell if label and label.start() == self.at and not label["unit"] else label and (label["unit"] or "")
        )
        self.keep(label.start() if label else first)
        self.cell = unit
        return unit

    def drop(self, mention: Mention, end: int) -> None:
        """Keep the words before a mention, and nothing of it up to end."""
        self.keep_before(mention)
        self.at = end

    def finished(self) -> Masked:
        """The mask of the whole sentence."""
        self.parts.append(self.sentence.text[self.at :])
        self.places.extend(range(self.at, len(self.sentence.text) + 1))
        return Masked("".join(self.parts), self.places, self.holes, self.statements)


def masks(sentence: Sentence, mentions: Sequence[Mention], statements: frozenset[str]) -> list[Masked]:
    """The sentence with one hole for each of its mentions, and where it has brackets or titles once more without.

    statements: the words that are numbers themselves.
    """
    whole = dealt(mask(sentence, mentions, statements))
    return [whole, bare(whole)] if BARE_OF.search(whole.text) else [whole]


def mask(sentence: Sentence, mentions: Sequence[Mention], statements: frozenset[str]) -> Masked:
    """The sentence with one hole for each of its mentions."""
    draft = Draft(sentence, statements)
    for mention, following in zip(mentions, [*mentions[1:], None], strict=True):
        if following is not None and stands_aside(mention, following, sentence):
            continue
        # 由47宗降至3宗, 同比下降0.9个百分点至5.45%: the number before is no figure of this period.
        if mention.previous or (following is not None and leads_to(mention, following, sentence)):
            last = (
                past_list_mark(mention, following, sentence)
                if mention.previous
                else following_start(following, sentence)
            )
            draft.drop(mention, last)
            continue
        draft.replace(mention)
    return draft.finished()


def dealt(masked: Masked) -> Masked:
    """The same with the numbers of a list dealt out to its names: 受理、审结分别为56件、52件 as 受理56件、审结52件."""
    text, places, holes = masked.text, masked.places, masked.holes
    if IN_TURN not in text:
        return masked
    text = EACH_OF_SEVERAL.sub(lambda each: each[0].replace(COUNT, OTHER), text)
    for match in reversed(list(DEALT.finditer(text))):
        names = [each.span() for each in NAME.finditer(text, match.start("names"), match.end("names"))]
        numbers = [at for at in range(match.end("names"), match.end()) if at in holes]
        if len(names) != len(numbers):
            continue
        if shares_rate([text[first:last] for first, last in names]):
            for at in numbers:
                text = text[:at] + OTHER + text[at + 1 :]
            continue
        # The signs between the names stay, so that the words of one do not speak against its neighbour.
        ends = [first for first, _ in names[1:]] + [names[-1][1]]
        items = zip(names, numbers, ends, strict=True)
        order = [at for (first, last), number, end in items for at in (*range(first, last), number, *range(last, end))]
        kept = [*range(names[0][0]), *order, *range(match.end(), len(text))]
        holes = {new: holes[old] for new, old in enumerate(kept) if old in holes}
        text, places = "".join(text[at] for at in kept), [places[at] for at in [*kept, len(text)]]
    return Masked(text, places, holes, masked.statements)


def shares_rate(names: Sequence[str]) -> bool:
    """Whether the last of the names that numbers are dealt out to holds the rate of all: 建议、提案满意率."""
    *kinds, last = names
    return RATE_NAMED.search(last) is not None and all(
        KIND_NAMED.search(each) and not RATE_NAMED.search(each) for each in kinds
    )


def past_list_mark(mention: Mention, following: Mention | None, sentence: Sentence) -> int:
    """Where a mention ends, with the sign that parts it from the next of its list: 610卷、745卷."""
    end = mention.end - sentence.start
    listed = following is not None and following.start == mention.end + 1 and sentence.text[end] in LISTED
    return end + 1 if listed else end


def following_start(following: Mention | None, sentence: Sentence) -> int:
    """Where the next number begins; the end of the sentence where there is none."""
    return len(sentence.text) if following is None else following.start - sentence.start


def told_of(text: str) -> Iterator[tuple[int, int]]:
    """The pieces of what stands before a number, less its asides."""
    at = 0
    for match in ASIDE.finditer(text):
        yield at, match.start()
        at = match.end()
    yield at, len(text)


def bare(masked: Masked) -> Masked:
    """The same without what stands in brackets, titles and where changes began: 审结(含上年结转37件)487件."""
    kept = [*range(len(masked.text))]
    for match in reversed(list(BARE_OF.finditer(masked.text))):
        del kept[match.start() : match.end()]
    holes = {new: masked.holes[old] for new, old in enumerate(kept) if old in masked.holes}
    places = [masked.places[at] for at in [*kept, len(masked.text)]]
    return Masked("".join(masked.text[at] for at in kept), places, holes, masked.statements)


def stands_aside(mention: Mention, following: Mention, sentence: Sentence) -> bool:
    """Whether a number only goes with the one right behind it: 两个100%, 12%34件 where no rate is spoken of."""
    if following.start != mention.end:
        return False
    if mention.text in PAIRS:
        return True
    at = mention.start - sentence.start
    return mention.corrupt and mention.unit == "%" and "率" not in sentence.text[max(0, at - RATE_REACH) : at]


def leads_to(mention: Mention, following: Mention, sentence: Sentence) -> bool:
    """Whether a number only leads to the one behind it: 同比下降0.9个百分点至5.45%, 突破600万户,达612.3万户,

    目标值为95%,实际达到97.2%.
    """
    between = sentence.text[mention.end - sentence.start : following.start - sentence.start]
    if mention.change:
        return LEVEL_FOLLOWS.fullmatch(between) is not None
    before = sentence.text[: mention.start - sentence.start]
    if mention.unit == following.unit and NOW_FOLLOWS.fullmatch(between) and CAME_FROM.search(before):
        return True
    if RESULT_FOLLOWS.fullmatch(between) and AIMED.search(before):
        return mention.unit == following.unit
    passed = sentence.text.startswith(PASSED, mention.start - sentence.start) and mention.unit == following.unit
    return passed and FIGURE_FOLLOWS.fullmatch(between) is not None


def cell_hole(unit: str) -> str:
    """The character for a bare number in a table, whose unit stands in the cell or the brackets before it."""
    if unit == "%":
        return PERCENT
    return OTHER if unit[:1] and unit[0] in SCALES else COUNT


def hole(mention: Mention, sentence: Sentence, statements: frozenset[str]) -> str:
    """The character that stands for a mention."""
    if mention.change:
        return CHANGE
    if mention.unit == "%":
        return PERCENT
    if mention.text in statements and not mention.value:
        return STATED
    if mention.unit:
        return COUNT
    behind = sentence.text[mention.end - sentence.start :][:3]
    # "4\t政府合同审查", "指标36(合同管理)": the number of a row or a point; 受理498(件) is a count.
    numbers = (behind[:1] == "\t" and mention.start == sentence.start) or (behind[:1] == "(" and behind[2:] != ")")
    return OTHER if mention.corrupt or numbers else COUNT
