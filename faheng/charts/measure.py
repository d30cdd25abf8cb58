"""How wide a text will be drawn, without drawing it, so that nothing is clipped and nothing overlaps.

Left out on purpose: real font metrics. A Chinese sign is one em and a Latin letter little over half of one in
every font of the family list; the estimates err on the wide side.
"""

from __future__ import annotations

import html
import re
import unicodedata
from itertools import accumulate

LATIN_EM = 0.58
NARROW_EM = 0.32
_NARROW = frozenset(" \u00a0.,:;'|!il·")
_TAGS = re.compile(r"<[^>]+>")
_CLOSERS = frozenset("，。；：、）」”》%！？,.;:)")
# An opening sign goes with what it opens: none is left at the end of a line.
_WORDS = re.compile(r"[（「“《([]*(?:[0-9A-Za-z.,%≥≤−+'’\-—–]+(?:\u00a0(?:[A-Za-z]+|.))?[^\S\u00a0]?|.)")


def text_px(text: str, size: float) -> float:
    """Pixels that the widest line of a text takes at a font size; tags count nothing."""
    lines = _TAGS.sub("", text.replace("<br>", "\n")).split("\n")
    return max(sum(map(_em, html.unescape(line))) for line in lines) * size


def wrapped(text: str, width_px: float, size: float, *, whole: str = "") -> str:
    """The text, escaped, broken with <br> so that no line is wider.

    Numbers and words stay whole, and no line opens with a comma. Given a separator as `whole`, the parts between
    two of them stay whole too.
    """
    return "<br>".join(map(escaped, broken(text, width_px, size, whole=whole)))


def broken(text: str, width_px: float, size: float, *, whole: str = "") -> list[str]:
    """The lines of the text, none wider than the width in pixels; the text is not escaped."""
    pieces = [part + whole for part in text.split(whole)] if whole else _WORDS.findall(text)
    lines = [""]
    for piece in pieces:
        fits = text_px((lines[-1] + piece).rstrip(), size) <= width_px
        if fits or not lines[-1] or piece in _CLOSERS:
            lines[-1] += piece
        else:
            lines.append(piece)
    return [line.strip() for line in lines]


def evenly_broken(text: str, width_px: float, size: float) -> list[str]:
    """The text in as few lines as it takes, of much the same length: no sign is left alone on the last."""
    lines = broken(text, width_px, size)
    even = broken(text, min(width_px, text_px(text, size) / len(lines) + size), size)
    return even if len(even) == len(lines) else lines


def escaped(text: str) -> str:
    """The text so that Plotly shows its angle brackets instead of obeying them."""
    return html.escape(text, quote=False)


def line_count(text: str) -> int:
    """Lines of a wrapped text; none for an empty one."""
    return text.count("<br>") + 1 if text else 0


def shortened(text: str, width_px: float, size: float) -> str:
    """The text, or as much of it as fits before an ellipsis."""
    if text_px(text, size) <= width_px:
        return text
    widths = accumulate(_em(sign) * size for sign in text)
    kept = sum(1 for width in widths if width <= width_px - size)
    return text[: max(kept, 1)].rstrip() + "…"


def _em(sign: str) -> float:
    if unicodedata.east_asian_width(sign) in "WFA":
        return 1.0
    return NARROW_EM if sign in _NARROW else LATIN_EM
