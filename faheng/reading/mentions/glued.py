"""Signs that grew into a numeral: notes (1²7), fractions (1½7), circled digits (1①7), strokes (1⁄27), marks that bad
recognition left for a digit (1○7), digits of other scripts, a note in brackets (12[1]7).

What the file printed cannot be told: 1²7 may be 127, or 1 and a note on it. So nothing of it is read as whole.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from faheng.reading.mentions.numbers import ASCII_DIGITS
from faheng.reading.texts.raised import LOWERED, RAISED

# A numeral with what grew into it; longer runs are ornament.
LONGEST = 40
# Numbers but for 0-9, accents, ornaments, raised letters, characters that only one font knows.
CATEGORIES = frozenset({"Nd", "Nl", "No", "Mn", "Me", "So", "Sk", "Lm", "Co"})
MARKS = frozenset("ªº'\"’`^\\…‥․‧•・‚′″︰˸※†‡⁄∕⁺⁻⁼₊₋")
STROKES = frozenset("⁄∕")
# 3℃, 12㎡: signs that are units themselves.
UNIT_SIGNS = frozenset({"°", "℃", "℉", "№", *map(chr, range(0x3371, 0x33E0))})
# │ and ─ of tables that are drawn with characters.
RULES = frozenset(map(chr, range(0x2500, 0x2580)))
# Between two digits only: elsewhere they are numerals or a unit, and 一 is often a dash.
SPOKEN = frozenset("°零一二三四五六七八九")
ZEROS = frozenset("零〇○◯")
NOTE = re.compile(rf"[\[(〔【<][0-9{RAISED}]{{1,3}}[\])〕】>](?=[0-9])")
NOTE_ENDS = frozenset("])〕】>")
LONGEST_NOTE = 5


@dataclass(frozen=True)
class Glued:
    """A numeral with what grew into it: where it stands, its likeliest value, and whether no part of it may be read.

    whole is False where only a mark stands behind the digits (12①): without a unit that is a note on 12.
    """

    start: int
    end: int
    value: Decimal
    whole: bool


@cache
def is_sign(sign: str) -> bool:
    """Whether a character can only have grown into a numeral that it touches."""
    if sign in UNIT_SIGNS or sign in RULES or sign in ASCII_DIGITS:
        return False
    return sign in MARKS or unicodedata.category(sign) in CATEGORIES


def is_fraction(sign: str) -> bool:
    """Whether a character is ½, ⅓ or the stroke of a fraction."""
    return sign != "" and (sign in STROKES or unicodedata.decomposition(sign).startswith("<fraction>"))


def grown(text: str, start: int, end: int) -> Glued | None:
    """The numeral that text[start:end] is only the first or the last digits of; None where nothing touches them."""
    last = _end(text, end)
    if last > end:
        piece = text[start:last]
        open_end = piece[-1] not in ASCII_DIGITS and not any(map(_is_level, piece))
        # 112¹件: marks behind the last digit are a note on the number or a power, and no digits of it.
        return Glued(start, last, _value(piece.rstrip(RAISED + LOWERED)), not open_end)
    first = _start(text, start)
    if first == start and not _is_note(text, start):
        return None
    return Glued(first, end, _value(text[first:end]), True)


def _is_note(text: str, start: int) -> bool:
    """Whether the digits are those of a note inside a numeral: the 2 of 1[2]7."""
    return start > 1 and text[start - 2] in ASCII_DIGITS and NOTE.match(text, start - 1) is not None


def _is_level(sign: str) -> bool:
    """Whether a sign leaves no reading of the digits before it: a power, a fraction."""
    return sign in RAISED or sign in LOWERED or is_fraction(sign)


def _end(text: str, end: int) -> int:
    """Where the digits end with what grew into them."""
    limit = end + LONGEST
    while end < limit and end < len(text):
        note = NOTE.match(text, end)
        if note:
            end = note.end()
        elif text[end] in ASCII_DIGITS or _goes_on(text, end):
            end += 1
        else:
            break
    return end


def _goes_on(text: str, place: int) -> bool:
    """Whether the sign at the place belongs to the numeral before it; a point does before a fraction."""
    if text[place] in ".,":
        return is_fraction(text[place + 1 : place + 2])
    return is_sign(text[place]) or _is_spoken_between(text, place)


def _is_spoken_between(text: str, place: int) -> bool:
    """Whether a Chinese digit stands between two others: 1零7, 1一7."""
    return text[place] in SPOKEN and text[place - 1] in ASCII_DIGITS and text[place + 1 : place + 2] in ASCII_DIGITS


def _start(text: str, start: int) -> int:
    """Where what stands before the digits begins, if it belongs to them: after other digits, or a fraction.

    ①27件 and ²27件 are an item and a note on the word before; they leave the digits alone.
    """
    first, fraction = start, False
    while first > 0 and start - first < LONGEST:
        before = text[first - 1]
        if before in ASCII_DIGITS:
            return first
        if is_sign(before) or _is_spoken_between(text, first - 1):
            fraction = fraction or is_fraction(before)
            first -= 1
        elif opening := _note_before(text, first):
            first = opening
        else:
            break
    return first if fraction else start


def _note_before(text: str, end: int) -> int:
    """Where a note in brackets begins that ends here; 0 for none."""
    if text[end - 1] not in NOTE_ENDS:
        return 0
    for first in range(max(1, end - LONGEST_NOTE), end - 1):
        note = NOTE.match(text, first)
        if note and note.end() == end:
            return first
    return 0


def _value(piece: str) -> Decimal:
    """The digits, raised ones and those of other scripts among them, less all that is no digit."""
    digits = []
    for sign in NOTE.sub("", piece):
        if sign in ZEROS:
            digits.append("0")
        elif sign.isdecimal() or sign in RAISED or sign in LOWERED:
            digits.append(str(unicodedata.digit(sign)))
    return Decimal("".join(digits) or "0")
