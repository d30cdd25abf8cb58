"""The original of a report in the form that everything later reads, each character still pointing at its source.

Simplified characters; plain digits, letters and , ; : ( ) % ! ? . - ; one paragraph a line, cells parted by tabs; no
pinyin, no conversion dirt, no surplus stops, no spaces but between Latin words and between numbers. ① and the like
stay as printed.

Left out on purpose: repairing numerals. What looks damaged stays damaged, so that later parts can say so.
"""

from __future__ import annotations

from collections.abc import Callable

from faheng.reading.texts.characters import plain_forms, simplified, visible
from faheng.reading.texts.dirt import settled_stops, without_dirt, without_glosses
from faheng.reading.texts.lines import named_numbers, paragraphs, without_blank_lines
from faheng.reading.texts.offsets import CleanText
from faheng.reading.texts.pages import without_page_lines
from faheng.reading.texts.spaces import closed, lost_breaks

STEPS: tuple[Callable[[CleanText], CleanText], ...] = (
    plain_forms,
    visible,
    without_dirt,
    lost_breaks,
    closed,
    without_glosses,
    simplified,
    without_page_lines,
    paragraphs,
    settled_stops,
    closed,
    without_blank_lines,
    named_numbers,
)


def clean_text(original: str) -> CleanText:
    """Every step in its order. Time grows linearly with the text, whatever it holds."""
    clean = CleanText.of(original)
    for step in STEPS:
        clean = step(clean)
    return clean
