"""Words that limit a number: before it (超过, 近), inside it (余, 多), behind it (以上, 左右).

What stands before decides over what stands behind: 近7000余篇 is about. Wording: data/wording/bounds.csv.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from faheng.data.wording.mentions import PlacedPhrase
from faheng.model import Bound
from faheng.reading.mentions.lookups import Ahead, Behind


@dataclass(frozen=True)
class Bounds:
    """The phrases of bounds.csv by where they stand beside a number."""

    in_front: Behind[PlacedPhrase]
    inside: Ahead[PlacedPhrase]
    behind: Ahead[PlacedPhrase]
    hundreds: Behind[PlacedPhrase]
    ordinal: Behind[PlacedPhrase]
    vague: Behind[PlacedPhrase]
    negation: Behind[PlacedPhrase]

    @staticmethod
    def of(rows: Iterable[PlacedPhrase]) -> Bounds:
        """The look-up of these rows."""
        rows = tuple(rows)

        def at(*places: str) -> list[PlacedPhrase]:
            return [row for row in rows if row.place in places]

        return Bounds(
            in_front=Behind(at("before")),
            inside=Ahead(at("inside")),
            behind=Ahead(at("after")),
            hundreds=Behind([*at("hundreds"), *at("before")]),
            ordinal=Behind(at("ordinal")),
            vague=Behind(at("vague")),
            negation=Behind(at("negation")),
        )

    def before(self, text: str, place: int, hundreds: bool = False) -> tuple[Bound | None, int]:
        """The bound word that ends at text[place] and where it begins; None and place where there is none."""
        found = (self.hundreds if hundreds else self.in_front).before(text, place)
        if found is None or found.meaning == "none":
            return None, place
        return Bound(found.meaning), place - len(found.phrase)

    def within(self, text: str, place: int) -> tuple[Bound | None, int]:
        """余, 多 between numeral and unit, and where it ends."""
        return _ahead(self.inside, text, place)

    def after(self, text: str, place: int) -> tuple[Bound | None, int]:
        """以上, 左右 behind the unit, and where it ends."""
        return _ahead(self.behind, text, place)

    def is_ordinal(self, text: str, place: int) -> bool:
        """Whether what ends at text[place] makes the numeral a place in a row or a rate per unit (第, 届, 每)."""
        return self.ordinal.before(text, place) is not None

    def is_vague(self, text: str, place: int) -> bool:
        """Whether 几 or 数 ends at text[place]: before 十, 百, 千 it leaves the number open."""
        found = self.vague.before(text, place)
        return found is not None and found.meaning == "vague"

    def negation_before(self, text: str, place: int) -> int:
        """Where 无 or 没有 that ends at text[place] begins; place where none stands."""
        found = self.negation.before(text, place)
        return place - len(found.phrase) if found else place


def _ahead(words: Ahead[PlacedPhrase], text: str, place: int) -> tuple[Bound | None, int]:
    found = words.at(text, place)
    if found is None or found.meaning == "none":
        return None, place
    return Bound(found.meaning), place + len(found.phrase)
