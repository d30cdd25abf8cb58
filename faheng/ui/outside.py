"""Text -> text that Streamlit shows as it is written: no link, no picture, no colour, no formula, no sign for another.

Names come from addresses, files and reports, and Streamlit takes what it is told in notices, headings and options for
Markdown: `![x](http://…)` in an address would make the reader's browser fetch that picture. Everything that is told
goes through `literal`, our own sentences too; none of them is Markdown. What Streamlit does with a text is written in
CommonMark 0.31 (escapes, section 2.4), GitHub's extensions (bare addresses) and its own signs (:red[…], :smile:, $…$).
"""

from __future__ import annotations

import re

__all__ = ["LONGEST", "literal", "seen"]

# A notice is a sentence, not a page.
LONGEST = 1000
# Not seen, or turning the direction of writing (Unicode TR 36, section 2.5), or half of a character.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_SPACES = re.compile(r"\s+")
# Signs with a meaning wherever they stand; an underscore inside a word has none.
_ACTIVE = re.compile(r"[\\`*\[\]$~|#]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
# A tag is shown as it stands unless something in it would be escaped, or it would be a link.
_TAG = re.compile(r"<(?=[^<>]*[\\`*_\[\]$~|#:@])")
_BEGINNING = re.compile(r"^(?:(?=[>+-])|(\d{1,9})(?=[.)]))")
# Addresses, :names: and arrows are looked for after escapes are taken off: a sign without width between their parts
# keeps them from being found.
_JOINER = "\u2060"
_FOUND_LATE = re.compile(
    r"(?<=:)(?=[!-~])|(?<=\bwww)(?=\.)|(?<=@)(?=\S)|(?<=(?<!\S)[<>~-])(?=(?:[-=]>?|>)(?!\S))", re.IGNORECASE
)


def literal(text: str) -> str:
    """The text, on one line and at most LONGEST long, for whatever Streamlit takes for Markdown."""
    line = _SPACES.sub(" ", seen(text)).strip()
    line = line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
    escaped = _ACTIVE.sub(lambda sign: "\\" + sign[0], _TAG.sub("\0", line)).replace("\0", "\\<")
    beginning = _BEGINNING.sub(lambda start: (start[1] or "") + "\\", escaped)
    return _FOUND_LATE.sub(_JOINER, beginning)


def seen(text: str) -> str:
    """The text with what would not be seen, or would turn what follows, as its number: \\u202e."""
    return _UNSEEN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
