"""Several years that govern more than their own sentence: what stands under 五年回顾 or behind 过去五年成绩显著。

They end where the text returns to a year (全年, 2023年), and with the section or the paragraph that they opened.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from faheng.reading.mentions.numbers import DIGITS
from faheng.reading.mentions.period import PeriodMention
from faheng.reading.sentences.split import Sentence

YEARS = "[两三四五]"
NAMED = re.compile(
    rf"(?:过去|近|这|回顾|本届政府(?:任期)?)的?({YEARS})年|({YEARS})年(?:来|间)|({YEARS})年(?:工作|成就|发展)?的?(?:回顾|成就)"
)
# A term whose years are not counted: 本届政府工作回顾.
TERM = re.compile(r"本届政府(?:任期)?(?:以来|内)?(?:主要)?的?(?:工作|成就)?(?:回顾|总结|成就)")
VAGUE = -1
# Years that a sentence begins with are of its paragraph; further on they are of a clause.
OPENING = 8
# 近三年分别受理41件、52件、66件 tells each year, and opens none.
EACH_YEAR = re.compile(r"[^。;]{0,30}?分别")
A_YEAR = re.compile(r"20\d\d年")
# A period of these kinds returns to the year.
OF_A_YEAR = ("year", "part_year")
# 全年 behind a year that was named is that year.
AGAIN = "whole_year"
RETURNS = ("whole_year", "this_year", "last_year", "so_far", "months")


@dataclass
class Eras:
    """The years that govern at a place of the text: those of the section's headings, and those of the paragraph.

    text: of the report. own: its year. past: the year of the past that the paragraph begins with.
    """

    text: str = ""
    own: int | None = None
    path: tuple[str, ...] = ()
    of_section: int = 0
    of_paragraph: int = 0
    past: PeriodMention | None = None

    def governing(self, sentence: Sentence, times: list[PeriodMention]) -> list[PeriodMention]:
        """The periods of a sentence, and the years that it takes over from the text before it.

        times: the periods that the sentence names itself. Sentences must come in the order of the text.
        """
        if sentence.section.path != self.path:
            self.path, self.of_paragraph = sentence.section.path, 0
            self.of_section = next((n for each in reversed(self.path) if (n := years_named(each))), 0)
        if not sentence.before:
            self.of_paragraph, self.past = 0, None
        if year := self.year_governing(sentence, times):
            return [year, *times]
        own = any(each.kind in OF_A_YEAR or each.relative in RETURNS for each in times)
        if own:
            self.of_section = self.of_paragraph = 0
        years = self.of_paragraph or self.of_section
        opened = 0 if own else years_named(sentence.text[:OPENING])
        if opened and EACH_YEAR.match(sentence.text) is None:
            self.of_paragraph = opened
        if own or not years or times:
            return times
        if years == VAGUE:
            return [PeriodMention(sentence.start, sentence.start, "multi_year", relative="vague")]
        return [PeriodMention(sentence.start, sentence.start, "multi_year", relative="last_n_years", years=years)]

    def year_governing(self, sentence: Sentence, times: list[PeriodMention]) -> PeriodMention | None:
        """The year of the past that the sentence takes over from the one that its paragraph begins with."""
        if not sentence.before:
            begins = times and times[0].start == sentence.opens and times[0].kind == "year"
            led = begins and sentence.text.startswith(",", times[0].end - sentence.start)
            self.past = times[0] if led and times[0].year not in (None, self.own) else None
            return None
        new = self.past is not None and "\n" in self.text[self.past.start : sentence.start]
        if new or any(each.relative != AGAIN for each in times):
            self.past = None
        return self.past and replace(self.past, start=sentence.start, end=sentence.start)


def years_named(text: str) -> int:
    """How many years a heading or a sentence speaks of; VAGUE for a term without a count, 0 where of none."""
    named = None if "年" not in text or A_YEAR.search(text) else NAMED.search(text)
    if named:
        return DIGITS[next(filter(None, named.groups()))]
    return VAGUE if TERM.search(text) else 0
