"""The wording of periods as one pattern. Every repetition in it is bounded, so that the search is linear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from faheng.data.wording.mentions import PERIOD_MEANINGS, PlacedPhrase

PLACES = (*PERIOD_MEANINGS, "months")
CHINESE = "零〇一二两三四五六七八九十"
COUNT = f"(?:[0-9]{{1,2}}|[{CHINESE}]{{1,3}})"
# 五年累计办理, 五年共受理: years that are counted together.
TOGETHER = (
    "(?=累计|累积|共计|合计|总计|共[办受新承审制调出开实接化]|办理|受理|承办|办结|审结|新增|新登记|调解|调处|制定)"
)
NOT_TOGETHER = "[第每后来续用]"
TO = "(?:至|到|[-—–~]{1,2})"


@dataclass(frozen=True)
class PeriodWords:
    """The phrases of periods.csv: place -> phrase -> meaning; and every form of a period as one pattern."""

    meanings: Mapping[str, Mapping[str, str]]
    pattern: re.Pattern[str]

    @staticmethod
    def of(rows: Iterable[PlacedPhrase]) -> PeriodWords:
        """The look-up of these rows."""
        meanings: dict[str, dict[str, str]] = {place: {} for place in PLACES}
        for row in rows:
            meanings[row.place][row.phrase] = row.meaning
        return PeriodWords(meanings, pattern_of(meanings))

    def at(self, place: str) -> Mapping[str, str]:
        """The phrases of one place with their meanings."""
        return self.meanings[place]


def alternation(meanings: Mapping[str, str], meaning: str = "", *, but: str = "") -> str:
    """The phrases of one place (of one meaning, or of all but one) as an alternation, longest first."""
    found = [p for p, m in meanings.items() if (not meaning or m == meaning) and (not but or m != but)]
    ordered = sorted(found, key=lambda each: (-len(each), each))
    return "(?:" + ("|".join(re.escape(each) for each in ordered) or "(?!)") + ")"


def _part(months_in_words: str) -> str:
    """A part of a year: 1月至5月, 11月18日, 上半年, 前三季度, 前5个月."""
    months = rf"(?P<m1>{COUNT})(?:(?:月?份?{TO}(?:同年|当年)?|、)(?P<m2>{COUNT}))?月份?"
    days = rf"(?:(?P<d1>{COUNT})日?(?:{TO}(?P<m3>{COUNT}月)?(?P<d2>{COUNT}))?[日号])?"
    return rf"(?:(?<![0-9.第{CHINESE}]){months}{days}|(?P<mw>{months_in_words})|[前头](?P<mn>{COUNT})个月)"


def _unnamed(pattern: str) -> str:
    """The same pattern without its names, for looking ahead."""
    return re.sub(r"\?P<\w+>", "?:", pattern)


def _first_characters(meanings: Mapping[str, Mapping[str, str]]) -> str:
    """What a period can begin with; one look at it spares all else for most characters."""
    places = ("whole", "until", "years_before", "months", "year")
    return "".join(sorted({phrase[0] for place in places for phrase in meanings[place]} | set("自从前头十")))


def pattern_of(meanings: Mapping[str, Mapping[str, str]]) -> re.Pattern[str]:
    """Every form of a period: spans of years, plans, n years, words, dates."""
    said = {place: alternation(phrases) for place, phrases in meanings.items()}
    part = _part(said["months"])
    ahead, whole = _unnamed(part), meanings["whole"]
    until, end, since = said["until"], said["end"], said["since"]
    stated = rf"(?P<y1>(?<![0-9])[0-9]{{4}}|(?<![{CHINESE}])二[{CHINESE}]{{3}})年度?"
    year = rf"(?:(?:{stated}|(?P<yw>{said['year']}))(?:全年)?)"
    return re.compile(
        rf"""(?=[0-9{CHINESE}“{re.escape(_first_characters(meanings))}])(?:
          (?P<across>[自从]?(?<![0-9])(?P<a1>[0-9]{{4}})年(?P<am1>[0-9]{{1,2}})月份?(?:(?P<ad1>[0-9]{{1,2}})日)?{TO}
            (?P<a2>[0-9]{{4}})年(?P<am2>[0-9]{{1,2}})月份?(?:(?P<ad2>[0-9]{{1,2}})日|[底末])?)
        | (?P<span>(?<![0-9])(?P<s1>[0-9]{{4}})年?度?{TO}(?P<s2>[0-9]{{4}})年度?)
        | “?十(?P<plan>[一二三四五六七八])五”?(?P<plan_end>期间|时期|以来)
        | {said["years_before"]}(?P<n1>{COUNT})年(?:多?{said["years_after"]})?
        | (?<![0-9{CHINESE}第])(?P<n2>{COUNT})年多?(?:来|以来|间)
        | (?<![0-9{CHINESE}])(?<!{NOT_TOGETHER})(?P<n3>{COUNT})年多?{TOGETHER}
        | (?P<pseudo>{alternation(whole, "none")})
        | (?P<whole>{alternation(whole, but="none")})(?!年|{ahead}|{end})
        | (?:(?P<until>{until})|自|从)?(?:{year}|(?={ahead}))(?:{part})?(?P<end>{end})?(?P<since>{since})?
        )""",
        re.VERBOSE,
    )
