"""The other names of a place, by rule from its full one: short, English, and what one types to find it.

The rules follow the official romanisation: the stem as one word of Hanyu Pinyin, then the kind of place in English
(GB/T 16159-2012, section 6.2; UNGEGN for places with names in other languages). What no rule gives (Xizang, Hohhot,
readings such as Lu'an) stands in data/reference/place_names.csv and place_pinyin.csv.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pypinyin import lazy_pinyin

from faheng.model import Locality

# Kind of place -> its English name; the longest first, so that 自治县 is not taken for 县. A city that is a district or
# prefecture is called by its stem alone, as on maps.
KINDS = {
    "特别行政区": "",
    "自治区": "Autonomous Region",
    "自治州": "Autonomous Prefecture",
    "自治县": "Autonomous County",
    "自治旗": "Autonomous Banner",
    "行政区": "Administrative Area",
    "地区": "Prefecture",
    "林区": "Forestry District",
    "矿区": "Mining District",
    "特区": "Special District",
    "新区": "New Area",
    "街道": "Subdistrict",
    "民族乡": "Ethnic Township",
    "民族苏木": "Ethnic Sumu",
    "苏木": "Sumu",
    "区公所": "District Office",
    "省": "Province",
    "市": "",
    "盟": "League",
    "区": "District",
    "县": "County",
    "旗": "Banner",
    "镇": "Town",
    "乡": "Township",
}
PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|"
    "达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|"
    "赫哲|门巴|珞巴|基诺|各"
)
# 蒙古自治州 and 哈萨克自治州 leave the 族 out, 回族乡 does not.
PEOPLES_BEFORE_KIND = re.compile(rf"(?:(?:{PEOPLES})族|蒙古|维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯)+(?=自治|乡$|镇$)")
LEAST_STEM = 2
_VOWEL = ("a", "e", "o")


@dataclass(frozen=True)
class PlaceNames:
    """The rules with their exceptions: code -> English name, and words of names -> their syllables."""

    english: Mapping[str, str] = field(default_factory=dict)
    readings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def short(self, name: str) -> str:
        """The name without the kind of place and the peoples of an autonomous one: 秀山土家族苗族自治县 -> 秀山.

        A name of one character keeps its kind (赵县, 东区), for nobody calls it otherwise.
        """
        stem = stem_of(name)
        return stem if len(stem) >= LEAST_STEM else name

    def english_of(self, place: Locality) -> str:
        """The English name: Wanyuan, Fangcheng County, Xiushan Autonomous County, Tuchengzi Township."""
        if place.code in self.english:
            return self.english[place.code]
        name, stem, kind = place.name_zh, stem_of(place.name_zh), kind_of(place.name_zh)
        spelt = self.word(stem if len(stem) >= LEAST_STEM else name)
        return (f"{spelt} {KINDS[kind]}".strip() if kind else spelt).replace("lv", "lü").replace("Lv", "Lü")

    def search_of(self, place: Locality) -> str:
        """What one types to find it: initials and letters of its names, of those it had before too, and the English."""
        names = [place.short_zh, place.name_zh, *(name for name, _ in place.former_names)]
        spelt = [self.syllables(name) for name in names]
        initials = ["".join(each[:1] for each in part) for part in spelt]
        english = [self.english[place.code].lower().replace(" ", "")] if place.code in self.english else []
        former = [name for name, _ in place.former_names]
        return " ".join(dict.fromkeys([*initials, *("".join(part) for part in spelt), *english, *former]))

    def word(self, name: str) -> str:
        """The name as one word of pinyin, an apostrophe before a vowel that could be read with what stands before."""
        first, *rest = self.syllables(name) or [""]
        return (first + "".join(f"'{each}" if each.startswith(_VOWEL) else each for each in rest)).capitalize()

    def syllables(self, name: str) -> list[str]:
        """The syllables of the name without tones; a sign that has none is left out."""
        parts: list[str] = []
        for known, other in self._parted(name):
            parts += self.readings[known] if known else [each for each in lazy_pinyin(other) if each.isalpha()]
        return [each.lower() for each in parts]

    def _parted(self, name: str) -> list[tuple[str, str]]:
        """The name as words with a reading of their own, and what stands between them."""
        if not self.readings:
            return [("", name)]
        return [(found[1] or "", found[2] or "") for found in self._pattern.finditer(name)]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        words = "|".join(map(re.escape, sorted(self.readings, key=len, reverse=True)))
        return re.compile(rf"({words})|((?:(?!{words}).)+)")


def kind_of(name: str) -> str:
    """The word of the kind that the name ends in, "" for none."""
    return next((kind for kind in KINDS if name.endswith(kind) and name != kind), "")


def stem_of(name: str) -> str:
    """The name without the peoples and the kind; the peoples stay where nothing else would be left (东乡族自治县)."""
    stem = name.removesuffix(kind_of(name))
    found = PEOPLES_BEFORE_KIND.search(name)
    if found and found.start() > 0:
        return name[: found.start()]
    if found:
        return found[0].removesuffix("族")
    return stem
