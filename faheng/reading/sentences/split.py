"""CleanText -> sentences with their section; a sentence ends at 。;!? and before 一是, 二是 … even without a stop."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from faheng.reading.sentences.lexicon import SentenceLexicon
from faheng.reading.sentences.sections import CHAPTER, PART, POINT, Section, first_words, outlined, role_of

# "72.7%二是加强…": conversion lost the stop, the enumeration still begins a sentence.
BREAK = re.compile(r"[。;!?]+[”’)]?|(?<=[^\s])(?=[一二三四五六七八九十]{1,2}是(?!否|非|指|一))|\n")
# How much of what stands before a sentence can say what it is about.
MOST_BEFORE = 400
LONGEST_ITEM = 30
BULLET = re.compile(r"[ \u3000]*[·•●▪◆■○◇]")
LONGEST_SENTENCE = 1_000
# Where numbers stand so close that nothing parts them, a sentence may be so much longer before it is parted anyhow.
LONGEST_DENSE = 2_000
SHORTEST_PART = 200
# How far before a number the words stand that say what it counts, and how far behind it what is said of it.
WORDS_BEFORE, WORDS_BEHIND = 160, 40
LIST_MARKS = ",、\t|"
# A clause with a name of its own: what it counts does not hang on the clause before.
OWN_NAME = re.compile(r"(?!其中|同比|环比|较|比|增|减|上升|下降|提高|占|分别)[\u4e00-\u9fff]{4}")


@dataclass(frozen=True)
class Numbers:
    """Where the numbers of a text begin and end, in order: no sentence ends inside of one."""

    starts: Sequence[int] = ()
    ends: Sequence[int] = ()

    def at(self, place: int, before: int = 0, behind: int = 0) -> tuple[int, int] | None:
        """The number that the place lies in, or within so many characters before or behind of; None for none."""
        following = bisect_left(self.starts, place)
        if following and place < self.ends[following - 1] + behind:
            return self.starts[following - 1], self.ends[following - 1]
        if following < len(self.starts) and self.starts[following] - before < place:
            return self.starts[following], self.ends[following]
        return None


NO_NUMBERS = Numbers()


@dataclass(frozen=True)
class Sentence:
    """One sentence: text with its place in the clean text, its section, and what its paragraph says before it.

    Of a sentence that is longer than anybody writes it is one part: opens is where the whole sentence begins, and
    planned whether a plan has begun in the parts before.
    """

    text: str
    start: int
    section: Section
    before: str
    opens: int
    planned: bool = False

    @property
    def end(self) -> int:
        """Where it ends in the clean text."""
        return self.start + len(self.text)


def sentences_of(
    text: str, lexicon: SentenceLexicon, numbers: Numbers = NO_NUMBERS, tables: Sequence[tuple[int, int]] = ()
) -> Iterator[Sentence]:
    """The sentences of a clean text in order, without empty ones. numbers, tables: where those of the text stand."""
    before = ""
    for start, end, section in outlined(text, lexicon, tables):
        role = section.role
        # The lines of a list go on with what the lines above speak of.
        before = before if end - start <= LONGEST_ITEM or BULLET.match(text, start) else ""
        for first, last in pieces(text, start, end, numbers):
            within = first > start
            role = role_at(text[first:last], role if within else section.role, lexicon, within=within)
            placed = section if role == section.role else replace(section, role=role)
            planned = False
            for part, until in bearable(first, last, text, numbers):
                piece = text[part:until]
                yield Sentence(piece, part, placed, before, first, planned)
                before = (before + piece)[-MOST_BEFORE:]
                planned = planned or (until < last and lexicon.names_plan(piece))


def role_at(piece: str, role: str, lexicon: SentenceLexicon, *, within: bool) -> str:
    """The part that a sentence plays and, up to the next chapter, what stands behind it in its paragraph.

    下一步,… among results begins a plan; so does a chapter's heading that stands within a paragraph.
    """
    if unnumbered(piece).startswith(lexicon.plan_openers):
        return "plan"
    if within and CHAPTER.match(piece):
        return role_of(first_words(piece), lexicon) or "results"
    return role


def unnumbered(piece: str) -> str:
    """A sentence without the number that it is a point by."""
    piece = piece.lstrip()
    number = CHAPTER.match(piece) or PART.match(piece) or POINT.match(piece)
    return piece[number.end() :] if number else piece


def pieces(text: str, start: int, end: int, numbers: Numbers) -> Iterator[tuple[int, int]]:
    """The places of the sentences between start and end."""
    at = start
    for match in BREAK.finditer(text, start, end):
        inside = numbers.at(match.end())
        if (inside is None or inside[0] == match.end()) and text[at : match.end()].strip():
            yield at, match.end()
            at = match.end()
    if text[at:end].strip():
        yield at, end


def bearable(start: int, end: int, text: str, numbers: Numbers) -> Iterator[tuple[int, int]]:
    """The sentence, in parts where it is longer than anybody writes.

    Looking at all of it for each of its numbers would cost the square of its length. Each number keeps the words that
    say what it counts: a part ends where no number is near, and in a long row of numbers before a name of its own.
    """
    while end - start > LONGEST_SENTENCE:
        cut = gap_before(start, text, numbers) or gap_behind(start, numbers)
        cut = cut or (list_mark(start, text, numbers) if start + LONGEST_DENSE < end else end)
        if cut >= end:
            break
        yield start, cut
        start = cut
    yield start, end


def gap_before(start: int, text: str, numbers: Numbers) -> int:
    """The last place of a bearable part that no number is near, behind a sign of a list where one is; 0 for none."""
    place = start + LONGEST_SENTENCE
    while place >= start + SHORTEST_PART and (number := numbers.at(place, WORDS_BEFORE, WORDS_BEHIND)):
        place = min(number[0] - WORDS_BEFORE, place - 1)
    if place < start + SHORTEST_PART:
        return 0
    mark = 1 + max(text.rfind(sign, max(start + SHORTEST_PART, place - WORDS_BEFORE), place) for sign in LIST_MARKS)
    return mark if mark and not numbers.at(mark, WORDS_BEFORE, WORDS_BEHIND) else place


def gap_behind(start: int, numbers: Numbers) -> int:
    """The first such place of a longer part; 0 for none."""
    place = start + LONGEST_SENTENCE
    while place <= start + LONGEST_DENSE and (number := numbers.at(place, WORDS_BEFORE, WORDS_BEHIND)):
        place = max(number[1] + WORDS_BEHIND, place + 1)
    return place if place <= start + LONGEST_DENSE else 0


def list_mark(start: int, text: str, numbers: Numbers) -> int:
    """Behind the last sign of a list before a name of its own; behind the last sign, or number, where there is none."""
    last = start + LONGEST_DENSE
    marks = [at + 1 for at in range(start + SHORTEST_PART, last) if text[at] in LIST_MARKS and not numbers.at(at + 1)]
    named = [at for at in marks if OWN_NAME.match(text, at)]
    inside = numbers.at(last)
    return (named or marks or [inside[0] if inside and inside[0] > start else last])[-1]
