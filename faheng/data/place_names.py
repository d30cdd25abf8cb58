"""The other names of a place, by rule from its full one: short, English, and what one types to find it.

The rules follow the official romanisation: the stem as one word of Hanyu Pinyin, then the kind of place in English
(GB/T 16159-2012, section 6.2; UNGEGN for places with names in other languages). What no rule gives (Xizang, Hohhot,
readings such as Lu'an) stands in data/reference/places_known.csv and place_pinyin.csv, the kinds and the peoples of
autonomous places in place_kinds.csv and peoples.csv.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from faheng.model import Locality

LEAST_STEM = 2
VOWELS = ("a", "e", "o")
NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True)
class PlaceNames:
    """The rules with their exceptions.

    kinds: the word that a name ends in -> its English, the longest first, so that 自治县 is not taken for 县. peoples:
    those of autonomous places; bare: those whose names are written without 族. english: code -> English name. readings:
    words of names -> their syllables.
    """

    kinds: Mapping[str, str] = field(default_factory=dict)
    peoples: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    english: Mapping[str, str] = field(default_factory=dict)
    readings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def short(self, name: str) -> str:
        """The name without the kind of place and the peoples of an autonomous one: 秀山土家族苗族自治县 -> 秀山.

        A name of one character keeps its kind (赵县, 东区), for nobody calls it otherwise.
        """
        stem = self.stem_of(name)
        return stem if len(stem) >= LEAST_STEM else name

    def english_of(self, place: Locality) -> str:
        """The English name: Wanyuan, Fangcheng County, Xiushan Autonomous County, Tuchengzi Township."""
        if place.code in self.english:
            return self.english[place.code]
        kind = self.kind_of(place.name_zh)
        spelt = self.word(self.short(place.name_zh))
        return (f"{spelt} {self.kinds[kind]}".strip() if kind else spelt).replace("lv", "lü").replace("Lv", "Lü")

    def search_of(self, place: Locality) -> str:
        """What one types to find it: initials and letters of its names, of those it had before too, and the English."""
        former = [name for name, _ in place.former_names]
        spelt = [self.syllables(name) for name in (place.short_zh, place.name_zh, *former)]
        initials = ["".join(each[:1] for each in part) for part in spelt]
        english = [self.english[place.code].lower().replace(" ", "")] if place.code in self.english else []
        return " ".join(dict.fromkeys([*initials, *("".join(part) for part in spelt), *english, *former]))

    def word(self, name: str) -> str:
        """The name as one word of pinyin, an apostrophe before a vowel that could be read with what stands before."""
        first, *rest = self.syllables(name) or [""]
        return (first + "".join(f"'{each}" if each.startswith(VOWELS) else each for each in rest)).capitalize()

    def syllables(self, name: str) -> list[str]:
        """The syllables of the name without tones; a sign that has none is left out."""
        from pypinyin import lazy_pinyin  # noqa: PLC0415 (builds alone need it, and it takes long to import)

        parts: list[str] = []
        for known, other in self._parted(name):
            parts += self.readings[known] if known else [each for each in lazy_pinyin(other) if each.isalpha()]
        return [each.lower() for each in parts]

    def kind_of(self, name: str) -> str:
        """The word of the kind that the name ends in, "" for none."""
        for kind in self._kinds_by_end.get(name[-1:], ()):
            if name.endswith(kind) and name != kind:
                return kind
        return ""

    def stem_of(self, name: str) -> str:
        """The name without the peoples and the kind; a people stays where nothing else would be left: 东乡族自治县."""
        found = self._peoples.search(name)
        if found and found.start() > 0:
            return name[: found.start()]
        if found:
            return found[0].removesuffix("族")
        return name.removesuffix(self.kind_of(name))

    @cached_property
    def _kinds_by_end(self) -> Mapping[str, tuple[str, ...]]:
        """The last character of a kind -> the kinds that end in it, the longest first."""
        ends = {kind[-1:] for kind in self.kinds}
        return {end: tuple(kind for kind in self.kinds if kind.endswith(end)) for end in ends}

    @cached_property
    def _peoples(self) -> re.Pattern[str]:
        """The peoples before the kind: 蒙古自治州 leaves the 族 out, 回族乡 does not."""
        if not self.peoples:
            return NOTHING
        peoples, bare = ("|".join(map(re.escape, names)) for names in (self.peoples, self.bare))
        return re.compile(rf"(?:(?:{peoples})族|{bare or '(?!)'})+(?=自治|乡$|镇$)")

    def _parted(self, name: str) -> list[tuple[str, str]]:
        """The name as words with a reading of their own, and what stands between them."""
        if not self.readings:
            return [("", name)]
        return [(part[1] or "", part[2] or "") for part in self._words.finditer(name)]

    @cached_property
    def _words(self) -> re.Pattern[str]:
        words = "|".join(map(re.escape, sorted(self.readings, key=len, reverse=True)))
        return re.compile(rf"({words})|((?:(?!{words}).)+)")
