"""Steps that drop what was never in the report: pinyin glosses, signs of a failed conversion, surplus punctuation.

Every pattern runs in linear time: what repeats inside a repetition is bounded or begins with a character of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from faheng.reading.texts.offsets import CleanText

_IDEOGRAPH = "[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿếềê̄ê̌\u0300\u0301\u0304\u030c"
_SYLLABLE = f"[a-zA-Z{_TONED}ɡüÜê\u0308]"
# A gloss carries a tone mark, which keeps 应用(app) and (GDP); one syllable, or several apart.
_HAS_TONE = f"(?=[a-zA-Zɡüê\u0308' ]{{0,40}}[{_TONED}])"
_GLOSS = re.compile(f"(?<={_IDEOGRAPH})(?:\\({_HAS_TONE}{_SYLLABLE}{{1,8}}(?:[ ']{_SYLLABLE}{{1,8}}){{0,7}}\\))+")

# Two question marks in a row, apart or not, stand for what could not be converted, in most texts an indentation.
_LOST_RUN = re.compile(r"\?(?:[ \t]*\?)+[ \t]*")
_APART_RUN = re.compile(r"\?(?:[ \t]+\?)+")
_LOST = re.compile("[□■▯�\ue000-\uf8ff]+")
_LOST_TOO = re.compile("[?□■▯�\ue000-\uf8ff]+")
_TEXT_IS_DIRTY = 3

_STOPS = re.compile("[,、;:。!?]{2,}")
_STRENGTH = "!?。;:、,"
_LOOSE = re.compile(r"^[,、;:。]+ *|(?<=[(“‘《〈【\[])[,、;:。]+|[,、]+(?=[)》〉】\]])", re.MULTILINE)


def without_glosses(clean: CleanText) -> CleanText:
    """习(xí)近平 without the pinyin."""
    return clean.without_spans(match.span() for match in _GLOSS.finditer(clean.text))


def _beside_number(text: str, start: int, end: int) -> bool:
    """Whether a lost character may have been a digit, a point or a unit: dropping it would make up a number."""
    before, after = text[start - 1 : start], text[end : end + 1]
    line_start = before in {"", "\n", "\f"}
    follows, leads = before.isdigit() or before in {".", "%"}, after.isdigit() or after in {"%", "‰", "."}
    return follows or (leads and not line_start)


def _lost(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of conversion dirt. A lone question mark counts only in a text that is full of runs of them."""
    for match in _LOST_RUN.finditer(text):
        if not _beside_number(text, match.start(), match.end()):
            yield match.span()
    dirty = sum(1 for _ in _APART_RUN.finditer(text)) >= _TEXT_IS_DIRTY
    for match in (_LOST_TOO if dirty else _LOST).finditer(text):
        if not _beside_number(text, *match.span()):
            yield match.span()


def without_dirt(clean: CleanText) -> CleanText:
    """The text less □, � and runs of question marks; beside a number they stay, because a digit may be lost there."""
    return clean.without_spans(_lost(clean.text))


def _surplus(text: str) -> Iterator[tuple[int, int]]:
    """Of stops in a row all but the strongest: ",," "、," ",。"; question and exclamation marks may stand together."""
    for match in _STOPS.finditer(text):
        strongest = min(match[0], key=_STRENGTH.index)
        if strongest in "!?":
            yield from ((at, at + 1) for at in range(*match.span()) if text[at] not in "!?")
            continue
        kept = match.start() + match[0].index(strongest)
        yield from ((match.start(), kept), (kept + 1, match.end()))


def settled_stops(clean: CleanText) -> CleanText:
    """One stop where several stand, none where a line or a bracket begins and no comma where a bracket ends."""
    clean = clean.without_spans(_surplus(clean.text))
    return clean.without_spans(match.span() for match in _LOOSE.finditer(clean.text))
