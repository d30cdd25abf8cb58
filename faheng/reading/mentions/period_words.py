"""The wording of periods as one pattern. Every repetition in it is bounded, so that the search is linear."""

from __future__ import annotations

import re
from functools import cache

from faheng.reading.mentions.lookups import table

HEADER = ("phrase", "meaning", "place", "priority", "note")
CHINESE = "零〇一二两三四五六七八九十"
COUNT = f"(?:[0-9]{{1,2}}|[{CHINESE}]{{1,3}})"
TO = "(?:至|到|[-—–~]{1,2})"


@cache
def meanings(place: str) -> dict[str, str]:
    """The phrases of one place with their meanings."""
    return {row["phrase"]: row["meaning"] for row in table("periods.csv", HEADER) if row["place"] == place}


@cache
def said(place: str, meaning: str = "", *, but: str = "") -> str:
    """The phrases of one place (of one meaning, or of all but one) as an alternation, longest first."""
    found = [p for p, m in meanings(place).items() if (not meaning or m == meaning) and (not but or m != but)]
    return "(?:" + "|".join(re.escape(each) for each in sorted(found, key=lambda each: (-len(each), each))) + ")"


def _part() -> str:
    """A part of a year: 1月至5月, 11月18日, 上半年, 前三季度, 前5个月."""
    months = rf"(?P<m1>{COUNT})(?:(?:月?份?{TO}(?:同年|当年)?|、)(?P<m2>{COUNT}))?月份?"
    days = rf"(?:(?P<d1>{COUNT})日?(?:{TO}(?P<m3>{COUNT}月)?(?P<d2>{COUNT}))?[日号])?"
    return rf"(?:(?<![0-9.第{CHINESE}]){months}{days}|(?P<mw>{said('months')})|[前头](?P<mn>{COUNT})个月)"


def _unnamed(pattern: str) -> str:
    """The same pattern without its names, for looking ahead."""
    return re.sub(r"\?P<\w+>", "?:", pattern)


def _first_characters() -> str:
    """What a period can begin with; one look at it spares all else for most characters."""
    places = ("whole", "until", "years_before", "months", "year")
    return "".join(sorted({phrase[0] for place in places for phrase in meanings(place)} | set("自从前头十")))


@cache
def pattern() -> re.Pattern[str]:
    """Every form of a period: spans of years, plans, n years, words, dates."""
    part = _part()
    ahead, end = _unnamed(part), said("end")
    stated = rf"(?P<y1>(?<![0-9])[0-9]{{4}}|(?<![{CHINESE}])二[{CHINESE}]{{3}})年度?"
    year, since = rf"(?:(?:{stated}|(?P<yw>{said('year')}))(?:全年)?)", said("since")
    return re.compile(
        rf"""(?=[0-9{CHINESE}“{_first_characters()}])(?:
          (?P<span>(?<![0-9])(?P<s1>[0-9]{{4}})年?度?{TO}(?P<s2>[0-9]{{4}})年度?)
        | “?十(?P<plan>[一二三四五六七八])五”?(?P<plan_end>期间|时期|以来)
        | {said("years_before")}(?P<n1>{COUNT})年(?:多?{said("years_after")})?
        | (?<![0-9{CHINESE}第])(?P<n2>{COUNT})年多?(?:来|以来|间)
        | (?P<pseudo>{said("whole", "none")})
        | (?P<whole>{said("whole", but="none")})(?!年|{ahead}|{end})
        | (?:(?P<until>{said("until")})|自|从)?(?:{year}|(?={ahead}))(?:{part})?(?P<end>{end})?(?P<since>{since})?
        )""",
        re.VERBOSE,
    )
