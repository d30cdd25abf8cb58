"""Bytes into text: byte order marks, UTF-8, UTF-16, GB18030 (with GBK and GB2312), Big5.

Left out on purpose: a general detector. It has to tell dozens of encodings apart and goes wrong on short texts; of the
few that Chinese reports come in, the right one is that which yields the characters such reports are made of.
"""

from __future__ import annotations

import codecs
import re

from faheng.errors import UnreadableFile
from faheng.reading.texts.lexicon import TextLexicon

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_SAMPLE = 1 << 15  # bytes; even, so that no UTF-16 unit is cut
_LEAST_FAMILIAR = 0.15  # of the characters that are not ASCII; real reports have 0.5 and more
_MOST_CONTROLS = 0.01
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_FAULT = "is neither text nor a report format that Faheng reads"
_INSTEAD = "give a txt, html, docx, doc, pdf or zip file"


def _familiarity(text: str, familiar: re.Pattern[str]) -> float:
    """Share of familiar characters among those that are not ASCII, less what was not decoded; 1 for plain ASCII."""
    foreign = len(_NOT_ASCII.findall(text))
    if not foreign:
        return 1.0
    return (len(familiar.findall(text)) - 5 * text.count("\ufffd")) / foreign


def _guess(data: bytes, familiar: re.Pattern[str]) -> str:
    """The candidate whose reading of the beginning is the most familiar."""
    sample = data[:_SAMPLE]
    readings = {encoding: sample.decode(encoding, "replace") for encoding in _CANDIDATES}
    # A sample may end inside a character: what its very end says is no argument.
    scores = {
        encoding: _familiarity(text.rstrip("\ufffd"), familiar) - 9 * _control_share(text)
        for encoding, text in readings.items()
    }
    return max(scores, key=lambda encoding: scores[encoding])


def _control_share(text: str) -> float:
    return len(_CONTROLS.findall(text)) / max(len(text), 1)


def _by_mark(data: bytes) -> str:
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")


def _declared(data: bytes, declared: str) -> str:
    """The encoding that a page declares, if its bytes really are in it; GB2312 is declared where GB18030 is meant."""
    name = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}.get(declared.lower(), declared.lower())
    if name not in _CANDIDATES:
        return ""
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return ""
    return name


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\0" not in data[:_SAMPLE]


def decode(data: bytes, lexicon: TextLexicon, *, name: str = "the file", declared: str = "") -> str:
    """The text of the bytes, line ends as they are; undecodable bytes of an otherwise sound text become U+FFFD.

    `declared` is what a page says about itself. UnreadableFile when no reading of the bytes is text.
    """
    encoding = _by_mark(data) or (
        "utf-8" if _is_utf8(data) else _declared(data, declared) or _guess(data, lexicon.familiar)
    )
    text = data.decode(encoding, "replace")
    sample = text[:_SAMPLE]
    marked = bool(_by_mark(data)) and sample.count("\ufffd") < 0.1 * len(sample)
    familiar = encoding == "utf-8" or marked or _familiarity(sample, lexicon.familiar) >= _LEAST_FAMILIAR
    torn = sample.count("\ufffd") > 0.1 * len(sample) + 1
    if not familiar or torn or _control_share(sample) > _MOST_CONTROLS:
        raise UnreadableFile(name, _FAULT, _INSTEAD)
    return text
