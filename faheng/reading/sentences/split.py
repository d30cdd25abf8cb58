"""CleanText -> sentences with their section; a sentence ends at 。;!? and before 一是, 二是 … even without a stop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from faheng.reading.sentences.lexicon import SentenceLexicon
from faheng.reading.sentences.sections import CHAPTER, PART, POINT, Section, first_words, outlined, role_of

# "72.7%二是加强…": conversion lost the stop, the enumeration still begins a sentence.
BREAK = re.compile(r"[。;!?]+[”’)]?|(?<=[^\s])(?=[一二三四五六七八九十]{1,2}是(?!否|非|指|一))|\n")
# How much of what stands before a sentence can say what it is about.
MOST_BEFORE = 400
LONGEST_ITEM = 30
LONGEST_SENTENCE = 1_000


@dataclass(frozen=True)
class Sentence:
    """One sentence: text with its place in the clean text, its section, and what its paragraph says before it."""

    text: str
    start: int
    section: Section
    before: str

    @property
    def end(self) -> int:
        """Where it ends in the clean text."""
        return self.start + len(self.text)


def sentences_of(text: str, lexicon: SentenceLexicon) -> Iterator[Sentence]:
    """The sentences of a clean text in order, without empty ones."""
    before = ""
    for start, end, section in outlined(text, lexicon):
        role = section.role
        # The lines of a list go on with what the lines above speak of.
        before = before if end - start <= LONGEST_ITEM else ""
        for first, last in pieces(text, start, end):
            piece = text[first:last]
            within = first > start
            role = role_at(piece, role if within else section.role, lexicon, within=within)
            yield Sentence(piece, first, replace(section, role=role), before)
            before = (before + piece)[-MOST_BEFORE:]


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


def pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of the sentences between start and end."""
    at = start
    for match in BREAK.finditer(text, start, end):
        if text[at : match.end()].strip():
            yield from bearable(text, at, match.end())
            at = match.end()
    if text[at:end].strip():
        yield from bearable(text, at, end)


def bearable(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentence, in parts where it is longer than anybody writes.

    Looking at all of it for each of its numbers would cost the square of its length.
    """
    while end - start > LONGEST_SENTENCE:
        comma = 1 + max(text.rfind(mark, start, start + LONGEST_SENTENCE) for mark in ",、")
        middle = comma if comma > start else start + LONGEST_SENTENCE
        yield start, middle
        start = middle
    yield start, end
