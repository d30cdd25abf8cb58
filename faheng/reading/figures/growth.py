"""The growth that a report states with a figure: which number it is, its sign and its unit.

A growth is of its own clause: 受理83件,信访总量下降12.5% is no fall of the 83.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from faheng.model import Bound, ChangeUnit, Indicator
from faheng.reading.mentions.mention import Mention

CHANGE_GAP = 14
# 618.2万户,超过甲省,跃居全国第二位,同比增长17.6%: ranks between the two name no other subject.
RANKED = re.compile(r",(?:超过|[位跃稳仍]?居|位列|排名|列)[^,;。]{1,12}(?=,)")
BASE_OF_GROWTH = re.compile(r"[较比][^,]{0,10}$|[日月年]均[^,]{0,4}$")
GROWTH_AGAIN = re.compile(r"[,、(]?(?:同比|环比|比上年|较上年)?[增上下减提降][长升降加少高幅涨]?(?:了|达|为)?")
# 增加1.5倍 is a growth of 150%; a fall by multiples is none.
MULTIPLE = "倍"
PERCENT_OF_MULTIPLE = 100
GROWTH_UNITS = ("%", "个百分点", MULTIPLE)
CLAUSE = re.compile(r"[,、;(\t|]")
# What may stand before a growth in its clause without being a subject of its own: comparisons, adverbs, 总量.
COMPARED = re.compile(
    r"[较比与同][^,]{0,12}?(?:[年期月季底末初比](?:同期)?|[以之][前往])(?:的[\d,.]+[万亿]?[\u4e00-\u9fff]{1,3})?"
)
SAID = re.compile(
    r"[上去前今]年|[\d两三五十]+年来?|[日月年]均|[总数]量|总[数体]|案件数?|受[理案]量|分别|连续|持续|大幅|小幅|明显|显著|逆势|实现"
    r"|比[增减升降]|增[长加幅速]|[上提]升|提高|[下再]?降低?|减少|[上攀]涨|回落|[同环]比|[均各又再约近超达到为了略仍净微]|\d[\d,.]*"
)
SUBJECT = re.compile(r"[\u4e00-\u9fff]{2}")
# 建议801件、提案686件,总数比上年增加17.1% is a growth of the two together.
OF_THE_SUM = re.compile(r"(?:两[项者]|二者)?总[数量体]")
LISTED_BEFORE = re.compile(r"[^,;。:]*[、和及与][^,;。:]*")
# 建议192件、提案259件,同比分别增长5%、8%: as many growths as figures, in their order.
IN_TURN, FEWEST_IN_TURN = "分别", 2
NEXT_IN_TURN = re.compile(r"[、,和及与](?:同比|比上年|较上年)?[增上下减提降长升加少高幅涨了达为]*")
REACHED = re.compile(r"[,、]?(?:总[量数])?(?:[达升增降]?[到至]|达|为)?")
ENDS_TURN = re.compile(r"[。;]")
# 建议801件、提案686件,总数比上年增加17.1% is a growth of the two together.
OF_THE_SUM = re.compile(r"(?:两[项者]|二者)?(?:总[数量体]|合计|总计)")
LISTED = re.compile(r"[、和及与][^,;。:、\d]{0,14}")
# 办结建议192件、提案259件,同比分别增长5%、8%: as many growths as figures, in their order.
IN_TURN, FEWEST_IN_TURN = "分别", 2
TURN_MARKS = ("、", ",", "和", "及", "与")
BASE_YEAR, SEVERAL_YEARS = (
    re.compile(r"[较比与](20\d\d)年"),
    re.compile(r"年均|(?<![\d第])[两三四五六七八九十2-9]年来?[^年]{0,4}$"),
)


def is_of_the_figure(stated: str) -> bool:
    """Whether the words of a growth's clause before it name no other subject: 群众满意度提升2个百分点 names one."""
    return SUBJECT.search(SAID.sub("", COMPARED.sub("", stated))) is None


def is_yearly(stated: str, last: date | None) -> bool:
    """Whether a growth rests on the period before: neither on an earlier year (较2015年) nor on a mean (年均)."""
    base = BASE_YEAR.search(stated)
    if base is not None and last is not None and int(base[1]) != last.year - 1:
        return False
    return SEVERAL_YEARS.search(stated) is None


def growth_after(mention: Mention, text: str, mentions: Sequence[Mention], last: date | None) -> Mention | None:
    """The growth stated right behind the number, in percent or points; what it starts from, a mean or the growth
    in units may stand between.

    2208件,较上年的1391件上升58.7%; 71.9万户,日均1970户,增长15.5%. last: the last day of the report's period, on whose
    year before a growth must rest.
    """
    figures, growths = in_turn(mention, text, mentions)
    if growths:
        return dict(zip(figures, growths, strict=True)).get(mention.start)
    end, moved = mention.end, False
    for other in mentions:
        if other.start < mention.end:
            continue
        between = text[end : other.start]
        if len(RANKED.sub("", between)) > CHANGE_GAP or "。" in between or ";" in between:
            return None
        if other.change and other.unit in GROWTH_UNITS:
            stated = CLAUSE.split(text[mention.end : other.start])[-1]
            again = not moved or GROWTH_AGAIN.fullmatch(between)
            own = is_of_the_figure(stated) and not is_of_the_sum(stated, mention, text, mentions)
            return other if again and own and is_yearly(stated, last) else None
        # 1268件,比上年增加212件,增长20.1%: the growth in cases leads to that in percent.
        moved = moved or other.change != ""
        if not other.change and not other.previous and not BASE_OF_GROWTH.search(between):
            return None
        end = other.end
    return None


def growth_before(
    words: int, mention: Mention, text: str, mentions: Sequence[Mention], last: date | None
) -> Mention | None:
    """The growth stated between the name of the figure and its number: 市场主体较上年增长8%,达3.6万户.

    words: where the name begins.
    """
    before = [each for each in mentions if words <= each.start and each.end <= mention.start]
    if len(before) != 1 or not before[0].change or before[0].unit not in GROWTH_UNITS:
        return None
    growth = before[0]
    stated = CLAUSE.split(text[words : growth.start])[-1]
    return growth if REACHED.fullmatch(text, growth.end, mention.start) and is_yearly(stated, last) else None


def in_turn(mention: Mention, text: str, mentions: Sequence[Mention]) -> tuple[list[int], list[Mention]]:
    """Where the figures begin that several growths behind the number are of, and those growths, in the same order.

    建议192件、提案259件,同比分别增长5%、8%. Both are empty where no growths are dealt out so.
    """
    behind = [each for each in mentions if each.start >= mention.end]
    first = next((n for n, each in enumerate(behind) if each.change), len(behind))
    growths: list[Mention] = []
    for each in behind[first:]:
        between = text[growths[-1].end : each.start] if growths else ""
        if not each.change or each.unit not in GROWTH_UNITS or (growths and not NEXT_IN_TURN.fullmatch(between)):
            break
        growths.append(each)
    if len(growths) < FEWEST_IN_TURN or ENDS_TURN.search(text, mention.end, growths[0].start):
        return [], []
    if IN_TURN not in CLAUSE.split(text[mention.end : growths[0].start])[-1]:
        return [], []
    opens = max(text.rfind(mark, 0, growths[0].start) for mark in "。;\n")
    told = [each.start for each in mentions if opens < each.start < growths[0].start and not each.change]
    figures = told[-len(growths) :]
    return (figures, growths) if len(figures) == len(growths) else ([], [])


def is_of_the_sum(stated: str, mention: Mention, text: str, mentions: Sequence[Mention]) -> bool:
    """Whether a growth is of the total of a list that the number ends: 建议801件、提案686件,总数增加17.1%."""
    before = [each for each in mentions if each.end <= mention.start]
    if not OF_THE_SUM.match(stated) or not before or before[-1].unit != mention.unit:
        return False
    return LISTED_BEFORE.fullmatch(text, before[-1].end, mention.start) is not None


def signed(growth: Mention) -> Decimal:
    """The growth in per cent or points, negative for a fall."""
    size = growth.value * PERCENT_OF_MULTIPLE if growth.unit == MULTIPLE else growth.value
    return -size if growth.change == "down" else size


def bound_of_growth(growth: Mention) -> Bound:
    """The bound of the growth; of a range (增长10%—15%) its lower end is at least reached."""
    return Bound.AT_LEAST if growth.high is not None and growth.bound is Bound.EXACT else growth.bound


def printed(growth: Mention) -> str:
    """The numeral of the growth as printed, with the sign that makes it a multiple."""
    return growth.text + MULTIPLE if growth.unit == MULTIPLE else growth.text


def change_unit(growth: Mention, indicator: Indicator) -> ChangeUnit:
    """Percent or points; a rate that "rose by 30%" leaves open which."""
    if growth.unit == "个百分点":
        return ChangeUnit.POINTS
    return ChangeUnit.POINTS_OR_PERCENT if indicator.unit == "percent" else ChangeUnit.PERCENT
