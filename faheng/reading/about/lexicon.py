"""What recognising a report goes by: the phrases of recognition.csv, compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from faheng.data.wording.about import MEANINGS, AboutPhrase
from faheng.data.wording.read import Wording

LONGEST_SOURCE = 16
_MONTH_AND_DAY = r"(?P<m>\d{1,2}) ?月(?:份)?(?P<d>\d{1,2}(?= ?日))?"


@dataclass(frozen=True)
class AboutLexicon:
    """The look-ups of this stage.

    at: place in a report -> its phrases, the low priorities first. Patterns: caption is a line with a source or a day
    of publication, published what stands before such a day; source the name behind 来源, outlet how a paper's name
    ends; statement introduces the year; months are the parts of a year that titles name; the others are what a meaning
    of recognition.csv says.
    """

    at: Mapping[str, tuple[AboutPhrase, ...]]
    months: tuple[AboutPhrase, ...]
    caption: re.Pattern[str]
    published: re.Pattern[str]
    source: re.Pattern[str]
    outlet: re.Pattern[str]
    statement: re.Pattern[str]
    now: re.Pattern[str]
    as_of: re.Pattern[str]
    department: re.Pattern[str]
    department_name: re.Pattern[str]
    whole: re.Pattern[str]
    signs_for_all: re.Pattern[str]
    zone_committee: re.Pattern[str]
    zone_speaks: re.Pattern[str]
    superior_before: re.Pattern[str]
    superior_after: re.Pattern[str]
    another_name: re.Pattern[str]
    congress: re.Pattern[str]

    @staticmethod
    def of(wording: Wording) -> AboutLexicon:
        """The lexicon of these files."""
        phrases = sorted(wording.recognition, key=lambda phrase: phrase.priority)

        def said(meaning: str) -> str:
            return any_of(each.text for each in phrases if each.meaning == meaning)

        published, source = said("published"), said("source")
        zone, party = said("zone"), said("zone_party")
        return AboutLexicon(
            at={place: tuple(each for each in phrases if each.place == place) for place in MEANINGS},
            months=tuple(each for each in phrases if each.meaning == "months"),
            caption=re.compile(rf"(?:{published}|{source}) ?:"),
            published=re.compile(rf"(?:{published}) ?: ?|^(?=\()"),
            source=re.compile(rf"(?:{source}) ?: ?(?P<name>[一-龥A-Za-z]{{2,{LONGEST_SOURCE}}})"),
            outlet=re.compile(said("outlet")),
            statement=re.compile(said("statement")),
            now=re.compile(said("now")),
            as_of=re.compile(rf"(?:{said('as_of')})到? ?(?:(?P<y>20\d\d) ?年)? ?(?:年[底末]|{_MONTH_AND_DAY})"),
            department=re.compile(
                rf"[一-龥)](?:{said('department')})"
                "(?= ?(?:20\\d\\d|关于|法治|推进|依法|年度|工作|政府信息|信息公开|政务公开))"
            ),
            department_name=re.compile(rf"[一-龥]+(?:{said('department')})"),
            whole=re.compile(said("whole")),
            signs_for_all=re.compile(rf"(?:{said('signs_for_all')})$"),
            zone_committee=re.compile(rf"(?:{zone})$"),
            zone_speaks=re.compile(
                rf"代表 ?(?:[一-龥]{{2,20}}(?:{party})[、和])?"
                rf"(?P<name>[一-龥]{{2,20}}?)(?:(?:{party})[、和])?(?P<body>{zone})"
            ),
            superior_before=re.compile(said("superior_before")),
            superior_after=re.compile(said("superior_after")),
            another_name=re.compile(said("another_name")),
            congress=re.compile(rf"(?:\s{{0,3}}第[一二三四五六七八九十百\d]{{1,4}}届)?\s{{0,3}}(?:{said('congress')})"),
        )


def any_of(texts: Iterable[str]) -> str:
    """The texts as the inside of a regular expression, longer ones first; what never matches for none."""
    return "|".join(map(re.escape, sorted(texts, key=len, reverse=True))) or "(?!)"
