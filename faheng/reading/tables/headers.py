"""What a header says besides a name: unit, year, months, and words of table_headers.csv (目标值, 上年, 合计, 占比)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from faheng.data.wording.tables import HeaderPhrase
from faheng.reading.mentions.units import SILENT, Units

NUMBERING = re.compile(
    r"(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d))"
)
BRACKET = re.compile(r"\(([^()]*)\)$")
SLASHED = re.compile(r"(?<=[\u4e00-\u9fff])/([^/]{1,4})$")
STATED_UNIT = re.compile(r"单位:?\(?([^,;。\s()]{1,6})\)?")
SEVERAL_YEARS = re.compile(r"20\d\d年?[-—~至到](?:20)?\d\d年?")
YEAR = r"(20\d\d)(?:年度?)?"
LEADING_YEAR, TRAILING_YEAR = re.compile(f"^{YEAR}"), re.compile(f"(?<!\\d){YEAR}$")
MONTHS = r"(1?\d)月?份?(?:[-—~至到](1?\d)月?份?)?"
LEADING_MONTHS = re.compile(rf"^{MONTHS}(?<=[月份])")
TRAILING_MONTHS = re.compile(rf"(?<!\d){MONTHS}(?<=[月份])$")
FORMULA = re.compile(r"[\dA-Za-z一二三四五六七八九十+\-=×/÷*%第项之和加减于等]*")
SIGNS = " 、,:;的/-—·*#"
LONGEST_HEADER = 60
PERCENT_WORDS = ("百分比", "百分数", "%")
WHOLE_YEAR = (1, 12)
OVER_DISCLOSURE = "over_disclosure"


@dataclass(frozen=True)
class Header:
    """What a cell of a header says.

    text: the whole; name: what is left of it, "" where nothing is; unit: "件", "万件", "%"; marks: meanings of
    table_headers.csv; years; months: first and last.
    """

    text: str
    name: str
    unit: str
    marks: frozenset[str]
    years: tuple[int, ...]
    months: tuple[int, int] | None

    @property
    def dated(self) -> bool:
        """Whether it names a time."""
        return bool(self.years or self.months or self.marks & {"this", "last", "quarter"})


@dataclass
class Remainder:
    """A header in the reading: what is left, and what was taken off."""

    text: str
    unit: str = ""
    marks: set[str] = field(default_factory=set)
    years: list[int] = field(default_factory=list)
    months: tuple[int, int] | None = None


@dataclass(frozen=True)
class HeaderLexicon:
    """The phrases of table_headers.csv by where they count, the longest first, and the units."""

    alone: Mapping[str, str]
    starts: tuple[HeaderPhrase, ...]
    ends: tuple[HeaderPhrase, ...]
    within: tuple[HeaderPhrase, ...]
    units: Units

    @staticmethod
    def of(phrases: Iterable[HeaderPhrase], units: Units) -> HeaderLexicon:
        """The look-ups of these rows."""
        ordered = sorted(phrases, key=lambda each: -len(each.phrase))
        return HeaderLexicon(
            {each.phrase: each.meaning for each in ordered},
            tuple(each for each in ordered if each.place in ("start", "edge")),
            tuple(each for each in ordered if each.place == "edge"),
            tuple(each for each in ordered if each.place == "within"),
            units,
        )

    def read(self, text: str) -> Header:
        """What the clean text of a header says."""
        left = Remainder("".join(text[:LONGEST_HEADER].split()))
        left.text = NUMBERING.sub("", left.text, count=1) if NUMBERING.match(left.text) else left.text
        left.marks |= {each.meaning for each in self.within if each.phrase in left.text}
        while self._shortened(left):
            pass
        return Header(text, left.text, left.unit, frozenset(left.marks), tuple(left.years), left.months)

    @cached_property
    def over_disclosure(self) -> tuple[str, ...]:
        """What a table of a disclosure report says over its reviews and suits."""
        return tuple(each.phrase for each in self.within if each.meaning == OVER_DISCLOSURE)

    def unit_of(self, word: str) -> str:
        """The word as a unit, with its scale (万件); "" where it is none."""
        word = word.strip(" :")
        if word in PERCENT_WORDS:
            return "%"
        for each in re.split("[、,/]", word)[:1]:
            meaning = self.units.meaning(each) or self.units.meaning(each.lstrip("万亿"))
            if meaning and meaning not in (SILENT, "none"):
                return each
        return ""

    def stated_unit(self, text: str) -> str:
        """The unit that a caption states: 单位:万件."""
        found = STATED_UNIT.search(text)
        return self.unit_of(found[1]) if found else ""

    def _shortened(self, left: Remainder) -> bool:
        """Take off one thing that is no name; whether there was any."""
        before = left.text
        left.text = left.text.strip(SIGNS)
        if not left.text:
            return False
        return self._without_unit(left) or self._without_time(left) or self._without_phrase(left) or left.text != before

    def _without_unit(self, left: Remainder) -> bool:
        bracket = BRACKET.search(left.text) or SLASHED.search(left.text)
        if bracket is None:
            return False
        unit = self.unit_of(bracket[1].removeprefix("单位"))
        inner = self.alone.get(bracket[1], "")
        if not (unit or inner or FORMULA.fullmatch(bracket[1])):
            return False
        left.unit = left.unit or unit
        left.marks |= {inner} if inner else set()
        left.text = left.text[: bracket.start()]
        return True

    def _without_time(self, left: Remainder) -> bool:
        if several := SEVERAL_YEARS.search(left.text):
            left.text = left.text[: several.start()] + left.text[several.end() :]
            left.marks.add("other")
            return True
        if year := LEADING_YEAR.search(left.text) or TRAILING_YEAR.search(left.text):
            left.years.append(int(year[1]))
            left.text = left.text[: year.start()] + left.text[year.end() :]
            return True
        if found := LEADING_MONTHS.search(left.text) or TRAILING_MONTHS.search(left.text):
            months = (int(found[1]), int(found[2] or found[1]))
            left.months = left.months if months == WHOLE_YEAR else months
            left.marks |= {"this"} if months == WHOLE_YEAR else set()
            left.text = left.text[: found.start()] + left.text[found.end() :]
            return True
        return False

    def _without_phrase(self, left: Remainder) -> bool:
        if meaning := self.alone.get(left.text):
            left.marks.add(meaning)
            left.text = ""
            return True
        for each in self.starts:
            if left.text.startswith(each.phrase):
                left.marks.add(each.meaning)
                left.text = left.text.removeprefix(each.phrase)
                return True
        for each in self.ends:
            if left.text.endswith(each.phrase):
                left.marks.add(each.meaning)
                left.text = left.text.removesuffix(each.phrase)
                return True
        return False
