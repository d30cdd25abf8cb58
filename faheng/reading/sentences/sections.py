"""Headings -> the part each paragraph plays: results, plan, problem or glossary.

A plan's figures are targets, so they must never be read as results; a work report is a plan from its second half on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from faheng.reading.sentences.lexicon import SentenceLexicon

NUMERAL = "[一二三四五六七八九十]{1,3}"
CHAPTER = re.compile(rf"第{NUMERAL}(?:部分|章)[、:\s]?|{NUMERAL}[、.]\s?|附:")
PART = re.compile(rf"\({NUMERAL}\)")
POINT = re.compile(r"\d{1,2}[.、](?!\d)|\(\d{1,2}\)")
YEAR_PLAN = re.compile(
    r"20\d\d年?(?:度)?(?:的)?(?:政府)?(?:主要|总体)?(?:预期|重点)?(?:工作|发展)?"
    r"(?:安排|打算|计划|思路|重点|任务|目标|设想|谋划|建议(?!案|提案|[、和及与]|办理|批评)|展望)|我们的20\d\d"
)
# A line of its own that names a year's work; whether the year is to come the report's own year tells.
YEAR_HEADING = re.compile(r"(?:对)?20\d\d年[^,;]{0,16}(?:工作|建议|意见)")
# 2024年工作总结和2025年工作安排 is no chapter of plans, 2024年重点任务完成情况 neither.
TOLD = re.compile(r"总结|情况|回顾|成效|进展")
END = re.compile(r"[。;!?]")
LONGEST_HEADING = 60
LONGEST_PLAIN_HEADING = 30
LONGEST_PART_HEADING = 25


@dataclass(frozen=True)
class Section:
    """Where a paragraph stands: the headings above it, outermost first, and the role of its chapter."""

    path: tuple[str, ...]
    role: str


@dataclass
class Outline:
    """The headings open at a place, one a level: chapter, part, point."""

    headings: dict[int, str]
    lexicon: SentenceLexicon
    role: str = "results"
    planned: bool = False

    def enter(self, level: int, heading: str) -> None:
        """Open a heading and close those below it; a chapter, and any heading that names a role, sets the role."""
        self.headings = {above: text for above, text in self.headings.items() if above < level} | {level: heading}
        if level == 1:
            self.chapter(role_of(heading, self.lexicon))
        elif len(heading) <= LONGEST_PART_HEADING:
            role = edge_role(heading, self.lexicon)
            self.role = role if role in ("plan", "problem", "glossary") else self.role

    def chapter(self, named: str) -> None:
        """A chapter without a role of its own goes on with the results, or with the plan once that has begun."""
        if named:
            self.role = named
        elif self.role in ("problem", "results"):
            self.role = "results"
        self.planned = self.planned or self.role == "plan"

    @property
    def section(self) -> Section:
        """The section of what follows."""
        return Section(tuple(self.headings[level] for level in sorted(self.headings)), self.role)


def role_of(heading: str, lexicon: SentenceLexicon) -> str:
    """The role that a chapter's heading gives, "" where it gives none.

    What it begins or ends with decides; inside it only phrases that the file marks so
    count: 抓实重点任务,提升建设成效 is no plan.
    """
    if YEAR_PLAN.search(heading) and not TOLD.search(heading):
        return "plan"
    inside = (each.role for each in lexicon.roles if each.anywhere == "yes" and each.phrase in heading)
    role = edge_role(heading, lexicon) or next(inside, "")
    both = role == "plan" and TOLD.search(heading) and YEAR_PLAN.search(heading)
    return "results" if both else role


def edge_role(heading: str, lexicon: SentenceLexicon) -> str:
    """The role of a phrase that the heading begins or ends with: inside a longer one it is only mentioned."""
    bare = POINT.sub("", PART.sub("", CHAPTER.sub("", heading, count=1), count=1), count=1).strip(" :")
    at_edge = (each.role for each in lexicon.roles if bare.startswith(each.phrase) or bare.endswith(each.phrase))
    return next(at_edge, "")


def outlined(
    text: str, lexicon: SentenceLexicon, tables: Sequence[tuple[int, int]] = ()
) -> Iterator[tuple[int, int, Section]]:
    """Start and end of each paragraph of a clean text with its section; a heading belongs to its own section.

    tables: from where to where tables stand: a row of one heads nothing.
    """
    outline = Outline({}, lexicon)
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        inside = bisect_right(tables, (start, len(text))) - 1
        found = None if inside >= 0 and start < tables[inside][1] else heading_of(paragraph, lexicon)
        if found is not None:
            outline.enter(*found)
        yield start, end, outline.section
        start = end + 1


def heading_of(paragraph: str, lexicon: SentenceLexicon) -> tuple[int, str] | None:
    """Level (1 chapter, 2 part, 3 point) and text of the heading that a paragraph is or begins with."""
    stripped = paragraph.strip()
    for level, pattern in ((1, CHAPTER), (2, PART), (3, POINT)):
        if pattern.match(stripped):
            return level, first_words(stripped)
    plain = 0 < len(stripped) <= LONGEST_PLAIN_HEADING and not END.search(stripped)
    return (1, stripped) if plain and (role_of(stripped, lexicon) or YEAR_HEADING.fullmatch(stripped)) else None


def first_words(paragraph: str) -> str:
    """The heading alone where text follows it in the same paragraph."""
    end = END.search(paragraph)
    return paragraph[: end.start() if end else len(paragraph)][:LONGEST_HEADING]
