"""Whether a total without a subject of its own (总量22.4万户) is still of what the text spoke of.

净增商事主体3.1万户,总量22.4万户 is; behind 新增上市企业2家 a total is of those, and 孵化器达到9个 names what it
counts.
"""

from __future__ import annotations

import re

from faheng.reading.figures.patterns import COUNT, IndicatorWording
from faheng.reading.figures.topics import Topics, last_topic

TOTAL = re.compile(r"总量|总数|累计|实有|存量|达到|达|增至")
CLAUSE = re.compile(r"[,;。:、]")
SAID = re.compile(
    r"截[至止]|目前|(?:\d+月)?[年月期]?[底末初]|\d+月|全[国省市县区旗州盟镇乡]|[共已现又再约累计均]|户数|数量|历史性?|新增|登记|注册|设立|发展|在[册营]|突破|快速|持续|不断|增长|壮大"
)
# 累计设立24家金融驿站: what a number counts stands behind it.
COUNTED = re.compile(
    r"(?!以上|左右|上下|[以之][内下]|其中|[占居列位排]|[同环较比]|[增上下减提][长升降加少高]|[并且而是为为约的和及与]|实现|突破)[\u4e00-\u9fff]{2}"
)
NOUN = re.compile(r"[\u4e00-\u9fff]{2}")


def behind_topic(clause: str, wording: IndicatorWording, topics: Topics) -> str:
    """What a clause says behind the name of the wording's topic; all of it where it does not name that last."""
    named = (
        [each.end() for each in topics.words.finditer(clause)] if last_topic(clause, topics) in wording.topics else []
    )
    return clause[named[-1] :] if named else clause


def goes_on(wording: IndicatorWording, match: re.Match[str], text: str, topics: Topics) -> bool:
    """Whether the topic of a wording still is the subject of a total that begins at the match in the masked text.

    A noun of its clause before it, or a number counted since of something else, is a new subject.
    """
    if not wording.topics or not TOTAL.match(match.group()):
        return True
    if NOUN.search(
        SAID.sub("", topics.words.sub("", TOTAL.sub("", match.group()[: match.start("hole") - match.start()], 1)))
    ):
        return False
    *past, own = CLAUSE.split(text[: match.start()])
    if NOUN.search(SAID.sub("", behind_topic(own, wording, topics))) or COUNTED.match(text, match.end()):
        return False
    counted = next((clause for clause in reversed(past) if COUNT in clause), "")
    return not counted or last_topic(counted, topics) in wording.topics
