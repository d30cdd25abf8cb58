"""Spaces: none between Chinese characters or inside a numeral, one where Latin words need it, tabs between cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from faheng.reading.texts.offsets import CleanText, Codes, Mask, codes_of, text_of

LINE_BREAK = ord("\n")
_FIRST_SIGN = 0x2000  # below it the scripts that part words by spaces, above it punctuation and Chinese

# A sentence's end and a wide gap: a new paragraph whose line break was lost, its indentation kept.
_LOST_BREAK = re.compile(r"(?<=[。!?;:”])[ ]{2,}(?=[^ \n])")
# "1 500件", "12 345 678元": groups of three before a unit. A row of figures without units stays apart.
_GROUPS = re.compile(r"(?<![\d.,%] )(?<![\d.,])[1-9]\d{0,2}(?: \d{3}){1,4}(?= ?[^\W\d_a-zA-Z%]|%)")
# "2 0 2 2年": every digit apart.
_APART = re.compile(r"(?<!\d)(?<!\d )\d(?: \d)+(?= ?[^\W\d_a-zA-Z]| ?%)")
# "98. 3%", "98 .3 %" after a word; "1. 30%" that begins a line is a heading and its number.
_DECIMAL = re.compile(r"(?<=[^\W\d_])\d{1,4}(?: \.|\. | \. )\d{1,4}(?= ?%)")
# "9 8.6%", "3 , 0 86件", "1 28.4 万件" behind a word: spaces strewn over the text have fallen into a numeral.
_STREWN = re.compile(r"(?<=[\u4e00-\u9fff])[1-9]\d{0,2}(?:(?: ?[.,] ?| )\d{1,3}){1,3}(?= ?(?:[\u4e00-\u9fff]|%))")
_STREWN_APART = re.compile(
    r"(?<=[\u4e00-\u9fff] )[1-9]\d{0,2}(?:(?: ?[.,] ?| )\d{1,3}){1,3}(?= ?(?:[\u4e00-\u9fff]|%))"
)

_NUMERALS = (_GROUPS, _APART, _DECIMAL, _STREWN, _STREWN_APART)
_BETWEEN_DIGITS = re.compile(r" (?=[0-9.,])(?<=[0-9.,] )")
_REACH = 24  # characters to either side, more than any of the patterns spans beyond its spaces


def _among(codes: Codes, characters: str) -> Mask:
    return np.isin(codes, [ord(character) for character in characters])


def _letters(codes: Codes) -> Mask:
    """Letters of scripts that part words by spaces."""
    ascii_letters = ((codes | 0x20) >= ord("a")) & ((codes | 0x20) <= ord("z"))
    return ascii_letters | ((codes >= ord("À")) & (codes < _FIRST_SIGN))


def _needed(before: Codes, after: Codes) -> Mask:
    """Where one space has to stay: beside a Latin word in Latin company, between numbers, after "1." before one."""
    digit_before, digit_after = _among(before, "0123456789"), _among(after, "0123456789")
    latin = (
        (before < _FIRST_SIGN) & (after < _FIRST_SIGN) & ~_among(before, "\t\n\f([") & ~_among(after, "\t\n\f,.;:!?)]%")
    )
    words = latin & (_letters(before) | _letters(after))
    return words | (digit_before & digit_after) | (_among(before, ".") & digit_after)


def lost_breaks(clean: CleanText) -> CleanText:
    """A wide gap after the end of a sentence becomes a line break, the rest of the gap stays as indentation."""
    places = [found.start() for found in _LOST_BREAK.finditer(clean.text)]
    if not places:
        return clean
    codes = codes_of(clean.text).copy()
    codes[places] = LINE_BREAK
    return clean.rewritten(text_of(codes))


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """The stretches around spaces between digits and points: nowhere else can a space be part of a numeral."""
    start = end = 0
    for match in _BETWEEN_DIGITS.finditer(text):
        if match.start() - _REACH > end:
            yield start, end
            start = max(match.start() - _REACH, 0)
        end = match.end() + _REACH
    yield start, end


def _inside_numerals(clean: CleanText) -> CleanText:
    """The text less the spaces inside its numerals."""
    text = clean.text
    windows = list(_windows(text))
    found = [match for window in windows for each in _NUMERALS for match in each.finditer(text, *window)]
    return clean.without_spans((at, at + 1) for match in found for at in range(*match.span()) if text[at] == " ")


def closed(clean: CleanText) -> CleanText:
    """The text less the spaces that separate nothing; spaces that begin a line stay, as its indentation."""
    if " " not in clean.text:
        return clean
    clean = _inside_numerals(clean)
    framed = codes_of(f"\n{clean.text}\n")
    changes = np.flatnonzero(np.diff((framed == ord(" ")).astype(np.int8)))
    firsts, ends = changes[0::2], changes[1::2]  # of each run of spaces, in the text
    before, after = framed[firsts], framed[ends + 1]
    indents = _among(before, "\n\f") & ~_among(after, "\n\f")
    single = _needed(before, after)
    return clean.without_spans(zip((firsts + single)[~indents].tolist(), ends[~indents].tolist(), strict=True))
