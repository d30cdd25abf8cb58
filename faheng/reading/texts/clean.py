"""The original of a report in the form that everything later reads, each character still pointing at its source.

Simplified characters; plain digits, letters and , ; : ( ) % ! ? . - ; one paragraph a line, cells parted by tabs; no
pinyin, no conversion dirt, no surplus stops, no spaces but between Latin words and between numbers. ① and the like
stay as printed.

Left out on purpose: repairing numerals. What looks damaged stays damaged, so that later parts can say so.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from faheng.reading.texts.characters import plain_forms, simplified, visible
from faheng.reading.texts.dirt import settled_stops, without_dirt, without_glosses
from faheng.reading.texts.lexicon import TextLexicon
from faheng.reading.texts.lines import named_numbers, paragraphs, without_blank_lines
from faheng.reading.texts.offsets import CleanText
from faheng.reading.texts.pages import without_page_lines
from faheng.reading.texts.spaces import closed, lost_breaks

Step = Callable[[CleanText], CleanText]


def steps(lexicon: TextLexicon) -> tuple[Step, ...]:
    """The steps of cleaning in their order."""
    return (
        partial(plain_forms, lexicon=lexicon),
        visible,
        without_dirt,
        lost_breaks,
        closed,
        without_glosses,
        partial(simplified, lexicon=lexicon),
        partial(without_page_lines, lexicon=lexicon),
        partial(paragraphs, lexicon=lexicon),
        settled_stops,
        closed,
        without_blank_lines,
        named_numbers,
    )


def clean_text(original: str, lexicon: TextLexicon) -> CleanText:
    """Every step in its order. Time grows linearly with the text, whatever it holds."""
    clean = CleanText.of(original)
    for step in steps(lexicon):
        clean = step(clean)
    return clean
