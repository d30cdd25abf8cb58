"""Lines that belong to the page and not to the report: page numbers, running heads, navigation (page_noise.csv).

Left out on purpose: lines that say where and when a text was published; they are read later.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import accumulate, pairwise

from faheng.reading.texts.lexicon import APART_BY, TextLexicon
from faheng.reading.texts.offsets import CleanText

_SHORT = 60
_TWO = 2
_RUNNING = 3  # a head that stands on fewer pages is none
_LONGEST_HEAD = 40
_SHORTEST_HEAD = 6  # where pages are unknown
_APART = 5  # lines between two of its occurrences at the least
_SIGNS_ONLY = re.compile(f"{APART_BY}*")
_BARE_NUMBER = re.compile(r"[-—·•~ ]*([0-9]{1,4})[-—·•~ ]*")
_DASHED_NUMBER = re.compile(r"[-—·•~]{1,4} ?[0-9]{1,4} ?[-—·•~]{1,4}")
_WHOLE_NUMBER = re.compile(r"(?<![0-9.])[0-9]++(?![0-9.])")
_BLANK = " \t\n\f"
_ENDED = "。!?;:,、”"


def _is_noise(line: str, noise: re.Pattern[str]) -> bool:
    """Whether a stripped line is nothing but signs, a dashed page number or the words of a page."""
    if not line or len(line) > _SHORT or "\t" in line:
        return False
    bare = line.replace(" ", "")
    return bool(_SIGNS_ONLY.fullmatch(bare) or _DASHED_NUMBER.fullmatch(bare) or noise.fullmatch(bare))


def _form(line: str, page: int) -> str:
    """The line with the number of its page made alike, so that the heads of two pages are the same."""
    own = str(page)
    return _WHOLE_NUMBER.sub(lambda found: "#" if found[0] == own else found[0], line)


def _edges(lines: list[str]) -> list[list[int]]:
    """For each page the places of its two first and two last lines that are not blank."""
    pages: list[list[int]] = [[]]
    for at, line in enumerate(lines):
        if line.startswith("\f"):
            pages.append([])
        if line.strip():
            pages[-1].append(at)
    return [sorted({*page[:2], *page[-2:]}) for page in pages]


def _is_head(line: str) -> bool:
    """Whether a line may stand on every page: short, no sentence, no row of a table."""
    return len(line) <= _LONGEST_HEAD and line[-1] not in _ENDED and "\t" not in line


def _paged_heads(lines: list[str]) -> Iterator[int]:
    """Where pages are known: what stands at the edge of several, and bare numbers that count them."""
    edges = [(page, at, lines[at].strip()) for page, places in enumerate(_edges(lines), start=1) for at in places]
    bare = [(page, at) for page, at, line in edges if _BARE_NUMBER.fullmatch(line)]
    counted = len({page for page, _ in bare}) >= _RUNNING
    yield from (at for page, at in bare if counted or lines[at].strip(" -—·•~") == str(page))
    places: dict[str, dict[int, int]] = defaultdict(dict)
    for page, at, line in edges:
        if _is_head(line):
            places[_form(line, page)].setdefault(page, at)
    for found in places.values():
        if len(found) >= _RUNNING:
            yield from list(found.values())[1:]
    yield from _heads_of_two(_edges(lines), lines)


def _heads_of_two(edges: list[list[int]], lines: list[str]) -> Iterator[int]:
    """Of two pages the heads or feet that both begin or end with."""
    if len(edges) != _TWO or not all(edges):
        return
    for place in (0, -1):
        first, second = (lines[page[place]].strip() for page in edges)
        if _is_head(first) and _form(first, 1) == _form(second, _TWO):
            yield edges[1][place]


def _repeated_heads(lines: list[str]) -> Iterator[int]:
    """Where pages are unknown: the same short line again and again, a good way apart; the first stays."""
    places = defaultdict(list)
    for at, line in enumerate(lines):
        stripped = line.strip()
        if len(stripped) >= _SHORTEST_HEAD and _is_head(stripped):
            places[stripped].append(at)
    for line, found in places.items():
        apart = all(later - earlier >= _APART for earlier, later in pairwise(found))
        if len(found) >= _RUNNING and apart and not re.match(r"[0-9(一二三四五六七八九十]", line):
            yield from found[1:]


def _with_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    """The line with the blank lines around it but for one line break: a page break is no end of a paragraph."""
    while start > 0 and text[start - 1] in _BLANK:
        start -= 1
    last = end
    while end < len(text) and text[end] in _BLANK:
        last = end if text[end] in "\n\f" else last
        end += 1
    return start, last


def without_page_lines(clean: CleanText, lexicon: TextLexicon) -> CleanText:
    """The text less the lines of the page; page breaks become line breaks."""
    text = clean.text
    lines = text.replace("\f", "\n\f").split("\n")
    doomed = {at for at, line in enumerate(lines) if _is_noise(line.strip(), lexicon.noise)}
    doomed.update(_paged_heads(lines) if "\f" in text else _repeated_heads(lines))
    # A form feed was a character of its own; the line break put before it was not.
    starts = [0, *accumulate(len(line) + (not after.startswith("\f")) for line, after in pairwise([*lines, ""]))]
    spans = ((starts[at] + lines[at].startswith("\f"), starts[at] + len(lines[at])) for at in doomed)
    clean = clean.without_spans([_with_blanks(text, *span) for span in spans])
    return clean.rewritten(clean.text.replace("\f", "\n"))
