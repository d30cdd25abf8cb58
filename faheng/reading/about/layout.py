"""The places of a report that tell what it is: title, opening lines, headings, closing lines.

Only these are looked at, so recognising a report takes the same time however long it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from faheng.model import Span
from faheng.reading.about.lexicon import AboutLexicon
from faheng.reading.about.sighting import Sighting

OPENING = 700
CLOSING = 500
SAMPLE = 8000
LONGEST_HEADING = 45
LONGEST_CAPTION = 80
SHORTEST_BODY = 60
SENTENCE_END = re.compile(r"[。;!?]")


@dataclass(frozen=True)
class Line:
    """One line of the clean text without its outer blanks, and where it begins."""

    text: str
    start: int

    @property
    def span(self) -> Span:
        """Its place in the clean text."""
        return Span(self.start, self.start + len(self.text))


@dataclass(frozen=True)
class Layout:
    """A clean text, the phrases that tell what it is, and its title if it has one."""

    text: str
    lexicon: AboutLexicon
    title: Sighting[str] | None = None

    @property
    def titled(self) -> str:
        """The title, "" where there is none."""
        return self.title.value if self.title else ""

    @property
    def title_span(self) -> Span | None:
        """Where the title stands; None where it is not in the text."""
        return self.title.span if self.title else None

    @property
    def opening(self) -> str:
        """The beginning of the text; its offsets are those of the text."""
        return self.text[:OPENING]

    @cached_property
    def body(self) -> Line | None:
        """The first paragraph: the first line too long for a heading."""
        return next((line for line in self.opening_lines if len(line.text) >= SHORTEST_BODY), None)

    @property
    def sample(self) -> str:
        """A longer beginning, enough to count how often a name is used."""
        return self.text[:SAMPLE]

    @cached_property
    def opening_lines(self) -> tuple[Line, ...]:
        """The lines that begin in the opening."""
        return tuple(lines(self.text, 0, OPENING))

    @cached_property
    def captions(self) -> tuple[tuple[str, Line], ...]:
        """The short lines with a source or a date of publication, wherever they stand, each with the line above."""
        label = self.lexicon.caption
        every = [Line("", 0), *lines(self.text, 0, len(self.text))]
        return tuple(
            (above.text, line)
            for above, line in pairwise(every)
            if len(line.text) <= LONGEST_CAPTION and label.search(line.text)
        )

    @cached_property
    def closing_lines(self) -> tuple[Line, ...]:
        """The lines of the last characters, where a report is signed and dated."""
        return tuple(lines(self.text, max(0, len(self.text) - CLOSING), len(self.text)))

    @cached_property
    def headings(self) -> tuple[Line, ...]:
        """The short lines without an end of sentence."""
        every = lines(self.text, 0, len(self.text))
        return tuple(each for each in every if len(each.text) <= LONGEST_HEADING and is_heading(each.text))


def is_heading(line: str) -> bool:
    """Whether a line has no end of sentence and does not break off at a comma."""
    return not SENTENCE_END.search(line) and not line.endswith((",", ":"))


def lines(text: str, first: int, last: int) -> Iterator[Line]:
    """The lines with something on them that begin at or after `first` and before `last`."""
    start = first
    while start < min(last, len(text)):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        bare = text[start:end].strip()
        if bare:
            yield Line(bare, start + text[start:end].index(bare))
        start = end + 1
