"""A report that was read -> its paragraphs, with the headings above each: what a person reads beside a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from faheng.model import Span
from faheng.reading.flow import Reading
from faheng.reading.sentences.sections import outlined

JOINED = " › "


@dataclass(frozen=True)
class Paragraph:
    """text[start:end] of the original; section: the headings above, joined; role: results, plan, problem or glossary.

    clean: the same without what damaged it.
    """

    start: int
    end: int
    section: str
    role: str
    clean: str


def paragraphs_of(reading: Reading) -> Iterator[Paragraph]:
    """The paragraphs of the report that hold something, in the order of the text."""
    clean = reading.clean
    for start, end, section in outlined(clean.text, reading.lexicon.sentences):
        text = clean.text[start:end]
        if text.strip():
            span = clean.span(start, end)
            yield Paragraph(span.start, span.end, JOINED.join(section.path), section.role, text)


def paragraph_at(paragraphs: Sequence[Paragraph], place: Span) -> Paragraph | None:
    """The paragraph in which the place begins; None for a place outside all of them."""
    return next((each for each in paragraphs if each.start <= place.start < each.end), None)
