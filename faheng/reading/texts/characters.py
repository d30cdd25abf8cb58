"""Steps that look at single characters: full-width forms, invisible characters, traditional characters.

Left out on purpose: NFKC over the whole text. It turns "2①" into "21" and "㎡" into "m2".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

import numpy as np
from opencc import OpenCC

from faheng.reading.texts.lexicon import BMP, TextLexicon
from faheng.reading.texts.offsets import PIECE, CleanText, Codes, Mask, codes_of, in_pieces, text_of

# Elsewhere 乾 is 干, but 乾县 is no 干县: names of places keep some characters.
_NAMES = re.compile("乾(?=[县安佑务塘潭])|於(?=潜)|濛(?=[江洲阳])")
_RETURN = re.compile(r"\r(?=\n)")
_KEPT_CONTROLS = (0x09, 0x0A, 0x0C)
_TAGS = (0xE0000, 0xE0200)  # language tags and further variation selectors
_IDEOGRAPHS = ((0x3007, 0x3008), (0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00))


@cache
def _invisible() -> Mask:
    """Which code points below 0x10000 print nothing: controls, joiners, direction marks, variation selectors."""
    silent = [unicodedata.category(chr(code)) in {"Cc", "Cf"} for code in range(BMP)]
    silent[0xFE00:0xFE10] = [True] * 16
    for code in _KEPT_CONTROLS:
        silent[code] = False
    return np.array(silent)


def _looked_up(text: str, table: Codes) -> str:
    """Each character through the table of code points; what lies above it stays."""
    return "".join(_piece_looked_up(codes_of(piece), table) for _, piece in in_pieces(text))


def _piece_looked_up(codes: Codes, table: Codes) -> str:
    return text_of(np.where(codes < BMP, table[np.minimum(codes, BMP - 1)], codes))


def plain_forms(clean: CleanText, lexicon: TextLexicon) -> CleanText:
    """Full-width letters, digits and punctuation, odd spaces and line ends in their plain form, one for one."""
    returns = (match.span() for match in _RETURN.finditer(clean.text))
    return clean.rewritten(_looked_up(clean.text, lexicon.forms)).without_spans(returns)


def visible(clean: CleanText) -> CleanText:
    """The text less the characters that print nothing."""
    doomed = np.zeros(len(clean.text), dtype=np.bool_)
    for at, piece in in_pieces(clean.text):
        codes = codes_of(piece)
        above = (codes >= _TAGS[0]) & (codes < _TAGS[1])
        doomed[at : at + PIECE] = _invisible()[np.minimum(codes, BMP - 1)] & (codes < BMP) | above
    return clean.without(doomed)


@cache
def _converter() -> OpenCC:
    """Traditional to simplified, phrases before characters; loaded once a process."""
    return OpenCC("t2s")


@cache
def _simple() -> Codes:
    """Code point -> its simplified character, below 0x10000."""
    table = np.arange(BMP, dtype=np.uint32)
    codes = [code for first, end in _IDEOGRAPHS for code in range(first, end)]
    characters = "\n".join(map(chr, codes))
    table[codes] = codes_of(_converter().convert(characters))[::2]
    return table


def simplified_lines(lines: Sequence[str]) -> list[str]:
    """Each line with simplified characters, by phrases."""
    converted: str = _converter().convert("\n".join(lines))
    return converted.split("\n") if lines else []


def _with_names(converted: str, text: str) -> str:
    """The converted text with the characters that names of places keep, as the text has them."""
    kept = [found.start() for found in _NAMES.finditer(text)]
    if not kept:
        return converted
    codes, own = codes_of(converted).copy(), codes_of(text)
    codes[kept] = own[kept]
    return text_of(codes)


def simplified(clean: CleanText, lexicon: TextLexicon) -> CleanText:
    """Traditional characters as simplified ones; a line whose length would change goes character by character."""
    by_character = _looked_up(clean.text, _simple())
    if by_character != clean.text:
        lines = zip(_converter().convert(clean.text).split("\n"), by_character.split("\n"), strict=True)
        by_character = "\n".join(phrase if len(phrase) == len(line) else line for phrase, line in lines)
        by_character = _with_names(by_character, clean.text)
    return clean.rewritten(lexicon.variants.sub(lambda found: lexicon.variant_of[found[0]], by_character))
