"""Any text -> text that a file may hold: one line of characters that are seen, never a formula, never broken XML.

Reports and titles come from outside. What cannot stand in XML 1.0 is left out; so are the marks that turn the
direction of writing (Unicode TR 36, section 2.5), with which a text can be made to read otherwise than it is written.
"""

from __future__ import annotations

import re
import unicodedata

# XML 1.0, production 2: everything else may not stand in a document, not even escaped.
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# The wide space of Chinese typesetting sets parts of a line apart, and stays.
_SPACES = re.compile(r"[^\S\u3000]+")
# What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), full width forms too.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_UNSEEN = re.compile("^[\\s\u200b-\u200d\u2060\ufeff]*")
_NOT_IN_A_FILE_NAME = re.compile(r'[\\/:*?"<>|\s]+')


def plain_text(text: str) -> str:
    """The text on one line, without what XML forbids and without marks that turn the direction of writing."""
    return _SPACES.sub(" ", _TURNING.sub("", _NOT_IN_XML.sub("", text))).strip()


def spreadsheet_text(text: str) -> str:
    """The text as a CSV file may hold it: an apostrophe stands before what would be run as a formula.

    A spreadsheet may pass over spaces and signs that are not seen before it decides, so this does too.
    """
    cleaned = _NOT_IN_XML.sub("", _TURNING.sub("", text))
    seen = _UNSEEN.sub("", cleaned)
    risky = seen.startswith(FORMULA_STARTS) or cleaned.startswith(FORMULA_STARTS)
    return "'" + cleaned if risky else cleaned


def file_name(text: str, most: int = 60) -> str:
    """The text as the name of a file on any system, without an ending; "" where nothing is left of it."""
    return _NOT_IN_A_FILE_NAME.sub("-", plain_text(text))[:most].strip("-. ")


def seen_characters(text: str) -> set[str]:
    """The characters of the text that need a glyph: no spaces, no joiners and selectors."""
    unseen = ("Z", "C", "Mn", "Me")
    return {sign for sign in text if not unicodedata.category(sign).startswith(unseen)}
