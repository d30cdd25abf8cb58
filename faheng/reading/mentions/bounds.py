"""Words that limit a number: before it (超过, 近), inside it (余, 多), behind it (以上, 左右).

What stands before decides over what stands behind: 近7000余篇 is about. Wording: data/wording/bounds.csv.
"""

from __future__ import annotations

from faheng.model import Bound
from faheng.reading.mentions.lookups import Ahead, Behind, phrases, table

HEADER = ("phrase", "meaning", "place", "priority", "note")
ROWS = table("bounds.csv", HEADER)


def _placed(*places: str) -> list[dict[str, str]]:
    return [row for row in ROWS if row["place"] in places]


BEFORE = Behind(phrases(_placed("before")))
# A pseudo-term such as 多部门 keeps 多 from matching wherever 多 can stand.
AFTER_PSEUDO = [row for row in _placed("after") if row["meaning"] == "none"]
INSIDE = Ahead(phrases([*_placed("inside"), *AFTER_PSEUDO]))
AFTER = Ahead(phrases(_placed("after")))
HUNDREDS = Behind(phrases([*_placed("hundreds"), *_placed("before")]))
ORDINAL = Behind(phrases(_placed("ordinal")))
VAGUE = Behind(phrases(_placed("vague")))
NEGATION = Behind(phrases(_placed("negation")))


def bound_before(text: str, place: int, hundreds: bool = False) -> tuple[Bound | None, int]:
    """The bound word that ends at text[place] and where it begins; None and place where there is none."""
    found = (HUNDREDS if hundreds else BEFORE).before(text, place)
    if found is None or found.meaning == "none":
        return None, place
    return Bound(found.meaning), place - len(found.phrase)


def bound_inside(text: str, place: int) -> tuple[Bound | None, int]:
    """余, 多 between numeral and unit, and where it ends."""
    return _ahead(INSIDE, text, place)


def bound_after(text: str, place: int) -> tuple[Bound | None, int]:
    """以上, 左右 behind the unit, and where it ends."""
    return _ahead(AFTER, text, place)


def _ahead(words: Ahead, text: str, place: int) -> tuple[Bound | None, int]:
    found = words.at(text, place)
    if found is None or found.meaning == "none":
        return None, place
    return Bound(found.meaning), place + len(found.phrase)


def is_ordinal(text: str, place: int) -> bool:
    """Whether what ends at text[place] makes the numeral a place in a row or a rate per unit (第, 届, 每)."""
    return ORDINAL.before(text, place) is not None


def is_vague(text: str, place: int) -> bool:
    """Whether 几 or 数 ends at text[place]: before 十, 百, 千 it leaves the number open."""
    found = VAGUE.before(text, place)
    return found is not None and found.meaning == "vague"


def negation_before(text: str, place: int) -> int:
    """Where 无 or 没有 that ends at text[place] begins; place where none stands."""
    found = NEGATION.before(text, place)
    return place - len(found.phrase) if found else place
