"""A value and its unit on one line: the space between them is one at which no program breaks."""

from __future__ import annotations

import re

__all__ = ["NO_BREAK", "unbroken"]

NO_BREAK = "\u00a0"
# A number, with what may follow it within a value, before the word that counts it.
_PARTED = re.compile(r"(?<=[0-9%‰]) (?=[^\W\d_])")


def unbroken(text: str) -> str:
    """The text with its values and units held together; "24 件", "4.7 个百分点", "102 proposals"."""
    return _PARTED.sub(NO_BREAK, text)
