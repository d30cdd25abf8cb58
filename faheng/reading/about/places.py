"""Names of localities in a text, and what speaks against taking one for the locality a report is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from faheng.data.place_table import PlaceTable
from faheng.model import Level, Locality, Span
from faheng.reading.about.lexicon import AboutLexicon
from faheng.reading.about.namings import LEAST_NAME, PlaceNamings

# The word a full name ends in: 区 in 某某区. An autonomous county says 我县 of itself, a banner 我旗.
TYPES = "省市区县旗州盟乡镇"
UNITS_OF_PLACE = f"(?:[{TYPES}]|街道)"
BOOK = re.compile(r"《[^《》\n]{0,80}》")
# 某某市和平区2022年…: the name before only says where the place is that the sentence is about.
CLAUSE = re.compile(r"[,。;:!?\n]")
CLAUSE_REACH = 30


@dataclass(frozen=True)
class Named:
    """A place where a text says the full or the short name of one or more localities."""

    codes: frozenset[str]
    span: Span
    full: bool


@dataclass(frozen=True)
class Gazetteer:
    """Localities by name. Several may share one; the country itself is no locality that reports.

    names: how the localities are called, of which those alone are looked up that a text may name.
    """

    localities: Mapping[str, Locality]
    names: PlaceNamings

    @staticmethod
    def of(localities: Iterable[Locality]) -> Gazetteer:
        """The look-up of these localities."""
        held = {each.code: each for each in localities if each.level != Level.COUNTRY}
        return Gazetteer(held, PlaceNamings.of(list(held.values())))

    @staticmethod
    def over(places: Mapping[str, Locality]) -> Gazetteer:
        """The look-up of all places of the country, of which it makes those alone that a text names."""
        if not isinstance(places, PlaceTable):
            return Gazetteer.of(places.values())
        return Gazetteer(places, PlaceNamings.over(places))

    def prepare(self) -> None:
        """Make the look-ups now, which the first text would make otherwise."""
        self.names.learn("")

    @property
    def full(self) -> Mapping[str, frozenset[str]]:
        """Every full name -> codes, of today and of before."""
        return self.names.every().full

    @property
    def short(self) -> Mapping[str, frozenset[str]]:
        """Every short name -> codes, where it is another than the full name."""
        return self.names.every().short

    def held_in(self, code: str, name: str, year: int | None) -> bool:
        """Whether the place had this name in the year of a report; without a year, whether it has it now.

        A year of change counts for both names, and so does the year before for the new one: a report on it is
        published after the change.
        """
        place = self.localities[code]
        if not place.changes and place.valid_from is None and place.valid_to is None:
            return True
        former = [until for old, until in place.former_names if old == name]
        if year is None:
            return place.valid_to is None and not former
        if former and name not in {place.name_zh, place.short_zh}:
            return year <= max(former)
        return (place.valid_from or year) <= year + 1 and year <= (place.valid_to or year)

    def ancestors(self, code: str) -> tuple[Locality, ...]:
        """The localities that contain the one with this code, the nearest first; the province where levels lack."""
        place = self.localities[code]
        chain = []
        while place.parent_code in self.localities:
            place = self.localities[place.parent_code]
            if place.level != Level.COUNTRY:
                chain.append(place)
        return tuple(chain)

    def named_in(self, text: str, offset: int = 0) -> Iterator[Named]:
        """The names in a text from left to right, at each place the longest."""
        self.names.learn(text)
        after, lengths = 0, self.names.lengths
        for at in [at for at in range(len(text) - 1) if text[at : at + LEAST_NAME] in lengths]:
            named = self.name_at(text, at) if at >= after else None
            if named and (named.full or not self._crossed(text, named.span)):
                yield Named(named.codes, Span(offset + at, offset + named.span.end), named.full)
                after = named.span.end

    def _crossed(self, text: str, span: Span) -> bool:
        """Whether a full name begins inside a short one: 会宁 in 委员会宁德市 is none."""
        within = range(span.start + 1, min(span.end, len(text)))
        inside = (self.name_at(text, at) for at in within)
        return any(each is not None and each.full for each in inside)

    def name_at(self, text: str, at: int) -> Named | None:
        """The longest name that begins at a place of the text."""
        names_of = self.names
        for length in names_of.lengths.get(text[at : at + LEAST_NAME], ()):
            name = text[at : at + length]
            for names, full in ((names_of.full, True), (names_of.short, False)):
                if name in names:
                    return Named(names[name], Span(at, at + length), full)
        return None


def without_books(text: str) -> str:
    """The text with the titles of laws and documents blanked out; offsets stay."""
    return BOOK.sub(lambda match: " " * len(match[0]), text)


def is_superior(text: str, span: Span, lexicon: AboutLexicon) -> bool:
    """Whether a name is that of a government above: 在某某市委坚强领导下, 按照某某省部署."""
    before = CLAUSE.split(text[max(0, span.start - CLAUSE_REACH) : span.start])[-1]
    after = CLAUSE.split(text[span.end : span.end + CLAUSE_REACH])[0]
    return bool(lexicon.superior_before.search(before) and lexicon.superior_after.search(after))


def is_only_context(text: str, span: Span) -> bool:
    """Whether another place's name follows at once: 某某市和平区人民政府 is not about the city."""
    after = text[span.end : span.end + 16]
    if after.startswith(("委", "党委")):
        return False
    return bool(re.match(rf"[一-龥]{{1,7}}?{UNITS_OF_PLACE}(?=人民政府|20\d\d|法治|党|政府|关于)", after))


def is_elsewhere(text: str, named: Named, gazetteer: Gazetteer) -> bool:
    """Whether a place of another chain stands right before: a namesake in a city that does not contain this one."""
    before = text[max(0, named.span.start - 12) : named.span.start]
    if not named.full or not re.search(rf"[一-龥]{{2}}[{TYPES}]$", before):
        return False
    chain = {place.name_zh for code in named.codes for place in gazetteer.ancestors(code)}
    # "全市", "我市", "推动城市" before a name are words, not places: only a chain of "省…市" counts as one.
    return not any(before.endswith(name) for name in chain) and not re.search(r"[全我本城各]市$|[我全]省$", before)
