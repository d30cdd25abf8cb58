"""Steps that look at single characters: full-width forms, invisible characters, traditional characters.

Left out on purpose: NFKC over the whole text. It turns "2①" into "21" and "㎡" into "m2".
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import numpy as np
from opencc import OpenCC

from faheng.reading.texts.lists import rows
from faheng.reading.texts.offsets import CleanText, Codes, Mask, codes_of, text_of

_BMP = 0x10000
# Forms of a character that only its width, its place in a vertical line or its coding sets apart.
_FORMS = (
    (0x00A0, 0x00A1), (0x2000, 0x2010), (0x202F, 0x2030), (0x205F, 0x2060), (0x2F00, 0x2FE0), (0x3000, 0x3001),
    (0xF900, 0xFB00), (0xFE10, 0xFE70), (0xFF00, 0xFFEF),
)  # fmt: skip
_LINE_ENDS = (0x0B, 0x0D, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029)
_KEPT_CONTROLS = (0x09, 0x0A, 0x0C)
_TAGS = (0xE0000, 0xE0200)  # language tags and further variation selectors
_IDEOGRAPHS = ((0x3007, 0x3008), (0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00))


@cache
def _forms() -> Codes:
    """Code point -> code point of the plain form, below 0x10000."""
    table = np.arange(_BMP, dtype=np.uint32)
    for first, end in _FORMS:
        for code in range(first, end):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1:
                table[code] = ord(plain)
    for row in rows("characters"):
        table[ord(row["character"])] = ord(row["becomes"])
    table[list(_LINE_ENDS)] = ord("\n")
    table[0xD800:0xE000] = 0xFFFD  # half of a character says no more than a lost one, and no encoder takes it
    return table


@cache
def _invisible() -> Mask:
    """Which code points below 0x10000 print nothing: controls, joiners, direction marks, variation selectors."""
    silent = [unicodedata.category(chr(code)) in {"Cc", "Cf"} for code in range(_BMP)]
    silent[0xFE00:0xFE10] = [True] * 16
    for code in _KEPT_CONTROLS:
        silent[code] = False
    return np.array(silent)


def _looked_up(codes: Codes, table: Codes) -> Codes:
    """Each code point through the table; what lies above it stays."""
    return np.where(codes < _BMP, table[np.minimum(codes, _BMP - 1)], codes)


def plain_forms(clean: CleanText) -> CleanText:
    """Full-width letters, digits and punctuation, odd spaces and line ends in their plain form, one for one."""
    codes = codes_of(clean.text)
    first_of_pair = np.zeros(len(codes), dtype=bool)
    first_of_pair[:-1] = (codes[:-1] == ord("\r")) & (codes[1:] == ord("\n"))
    return clean.rewritten(text_of(_looked_up(codes, _forms()))).without(first_of_pair)


def visible(clean: CleanText) -> CleanText:
    """The text less the characters that print nothing."""
    codes = codes_of(clean.text)
    above = (codes >= _TAGS[0]) & (codes < _TAGS[1])
    return clean.without(_invisible()[np.minimum(codes, _BMP - 1)] & (codes < _BMP) | above)


@cache
def _converter() -> OpenCC:
    """Traditional to simplified, phrases before characters; loaded once a process."""
    return OpenCC("t2s")


@cache
def _simple() -> Codes:
    """Code point -> its simplified character, below 0x10000."""
    table = np.arange(_BMP, dtype=np.uint32)
    codes = [code for first, end in _IDEOGRAPHS for code in range(first, end)]
    characters = "\n".join(map(chr, codes))
    table[codes] = codes_of(_converter().convert(characters))[::2]
    return table


@cache
def _variants() -> tuple[re.Pattern[str], dict[str, str]]:
    """What the converter leaves, as one pattern and its replacements, each as long as what it replaces."""
    becomes = {row["phrase"]: row["becomes"] for row in rows("variants")}
    return re.compile("|".join(sorted(map(re.escape, becomes), key=len, reverse=True))), becomes


def simplified(clean: CleanText) -> CleanText:
    """Traditional characters as simplified ones; a line whose length would change goes character by character."""
    by_character = text_of(_looked_up(codes_of(clean.text), _simple()))
    if by_character != clean.text:
        lines = zip(_converter().convert(clean.text).split("\n"), by_character.split("\n"), strict=True)
        by_character = "\n".join(phrase if len(phrase) == len(line) else line for phrase, line in lines)
    pattern, becomes = _variants()
    return clean.rewritten(pattern.sub(lambda found: becomes[found[0]], by_character))
