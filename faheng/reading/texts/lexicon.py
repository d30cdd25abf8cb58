"""What reading a file's bytes and cleaning its text go by: the lists of data/wording, compiled once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from opencc import OpenCC

from faheng.data.wording.cleaning import CharacterForm
from faheng.data.wording.read import Wording
from faheng.reading.texts.offsets import Codes

BMP = 0x10000
# Forms of a character that only its width, its place in a vertical line or its coding sets apart.
_FORMS = (
    (0x00A0, 0x00A1), (0x2000, 0x2010), (0x202F, 0x2030), (0x205F, 0x2060), (0x2F00, 0x2FE0), (0x3000, 0x3001),
    (0xF900, 0xFB00), (0xFE10, 0xFE70), (0xFF00, 0xFFEF),
)  # fmt: skip
_LINE_ENDS = (0x0B, 0x0D, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029)
_NUMBER = "(?:[0-9]{1,4}|[零〇一二三四五六七八九十百]{1,6})"
# What begins a paragraph whatever the line before it looks like.
_NUMBERED = (
    r"[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十0-9]{1,3}\)|[0-9]{1,2}(?:\.(?![0-9])|、)"
    r"|[①-⑳⑴-⒇㈠-㈩]|——|[●◆•○]"
)
# Signs that part words of a page; those of a sentence are not among them.
APART_BY = r"[^\w\n%,。、;!?”’)》〉]"


@dataclass(frozen=True, eq=False)
class TextLexicon:
    """The look-ups of this stage.

    forms: code point -> that of its plain form. variant_of: a word -> the one that takes its place. heading: what
    begins a paragraph. noise: a short line that only a page says. published: what stands before the day of a page.
    frequent: the characters that any Chinese text is full of.
    """

    forms: Codes
    variants: re.Pattern[str]
    variant_of: Mapping[str, str]
    heading: re.Pattern[str]
    noise: re.Pattern[str]
    published: re.Pattern[str]
    frequent: str

    @cached_property
    def familiar(self) -> re.Pattern[str]:
        """One of the commonest characters, simplified or traditional; made for a text whose encoding is guessed."""
        return familiar_pattern(self.frequent)

    @staticmethod
    def of(wording: Wording) -> TextLexicon:
        """The lexicon of these files."""
        variants = {each.phrase: each.becomes for each in wording.variants}
        noise = {kind: [each.phrase for each in wording.page_noise if each.kind == kind] for kind in _KINDS}
        return TextLexicon(
            forms=plain_codes(wording.characters),
            variants=re.compile("|".join(sorted(map(re.escape, variants), key=len, reverse=True)) or "(?!)"),
            variant_of=variants,
            heading=re.compile(f"{_NUMBERED}|{either(wording.line_starts)}"),
            noise=noise_pattern(*(either(noise[kind]) for kind in _KINDS[:-1])),
            published=re.compile(rf"(?:{either(noise['published'])})\W{{0,6}}([^\n]{{6,20}})"),
            frequent="".join(wording.frequent_characters),
        )


_KINDS = ("word", "page", "counter", "start", "published")


def either(phrases: Iterable[str]) -> str:
    """The phrases as an alternation, longest first; # stands for a number; what never matches for none."""
    bare = sorted((each.replace(" ", "") for each in phrases), key=len, reverse=True)
    return "|".join(re.escape(each).replace(r"\#", _NUMBER) for each in bare) or "(?!)"


def noise_pattern(word: str, page: str, counter: str, start: str) -> re.Pattern[str]:
    """A whole short line that only a page says. Atomic groups: a failed line is never tried in another division."""
    words = rf"(?>(?>{word}|{page}){APART_BY}*)+"
    counters = rf"(?>(?:{counter}){APART_BY}*[0-9]*次?)"
    starts = rf"(?:{start}).*"
    return re.compile(rf"{APART_BY}*(?:{words}|{counters}|{starts})", re.IGNORECASE)


def familiar_pattern(simplified: str) -> re.Pattern[str]:
    """The commonest characters, simplified and traditional."""
    return re.compile("[" + re.escape("".join(sorted({*simplified, *to_traditional().convert(simplified)}))) + "]")


@cache
def to_traditional() -> OpenCC:
    """Simplified to traditional; loaded once a process."""
    return OpenCC("s2t")


@cache
def width_forms() -> Codes:
    """Code point -> code point of the plain form, below BMP, as Unicode has it; never written to."""
    table = np.arange(BMP, dtype=np.uint32)
    for first, end in _FORMS:
        for code in range(first, end):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1:
                table[code] = ord(plain)
    return table


def plain_codes(characters: Iterable[CharacterForm]) -> Codes:
    """The forms of Unicode with those of characters.csv on top."""
    table = width_forms().copy()
    for each in characters:
        table[ord(each.character)] = ord(each.becomes)
    table[list(_LINE_ENDS)] = ord("\n")
    table[0xD800:0xE000] = 0xFFFD  # half of a character says no more than a lost one, and no encoder takes it
    return table
