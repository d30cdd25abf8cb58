"""Lines into paragraphs: one a line, blank lines dropped, lines that a margin broke joined again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from faheng.reading.texts.lexicon import TextLexicon
from faheng.reading.texts.offsets import CleanText, Mask, codes_of, marked, text_of

# 网上可办率 / 99.6%: a name on one line and its number on the next, as posters print them; no year of a title.
_NAME_OVER_NUMBER = re.compile(
    r"^[^\n0-9。;!?:,]{1,15}[\u4e00-\u9fff”)](\n)(?=(?!20[0-9]{2}年)[0-9][0-9.,]{0,11}[%\u4e00-\u9fff][^\n。;!?]{0,20}$)",
    re.MULTILINE,
)
# A title as wide as the margin; in 现将2022年情况报告 / 如下 the sentence goes on.
_TITLE, _STATED = re.compile(r"[^,。;:、!?]*20\d\d ?年[^,。;:、!?]*报告"), "如下"
_TITLE_LINES = 12
_ENDS_SENTENCE = "。!?;:"
_NEVER_ENDS = ",、"
_BLANK_LINES = re.compile(r"\A\n+|(?<=\n)\n+|\n+\Z")
_FEWEST_LINES = 4
_MANY, _MOST = 0.4, 0.6  # shares of lines that reach the margin, and of those that stop inside a sentence
_NINE_OF_TEN, _HALF = 0.9, 0.5
_RAGGED, _FEWEST_FULL, _NEARLY_ALL = 4, 3, 0.75
_INSIDE = re.compile("[,。;:、]")
# 受理 1 / 187件: the margin tore a number. A year begins a line of its own.
_DIGIT_ENDS, _DIGITS_GO_ON = (
    re.compile(r"[0-9][,.]?$"),
    re.compile(r"[0-9](?:[0-9,.]{0,10}[0-9])? ?(?!年)[%‰\u4e00-\u9fff]"),
)
_LONG, _NEARLY = 0.7, 0.9  # of the longest lines of prose, and of a line that tears a number
_MARGINS = range(20, 161)  # columns, a Chinese character taking two


@dataclass(frozen=True)
class Shape:
    """The lines of a text that are not blank, and whether a margin made them."""

    lines: list[str]
    places: list[int]  # of each line's first character
    parted: list[bool]  # a blank line stands before it
    full: list[bool]  # reaches the margin; all false when no margin made the lines
    indented: bool  # paragraphs show by their indentation
    heading: re.Pattern[str]  # what begins a paragraph


def _width(line: str) -> int:
    """Columns that the line takes in print."""
    return len(line) if line.isascii() else 2 * len(line) - sum(map(line.count, " ,.;:()%0123456789"))


def _is_row(line: str) -> bool:
    """Whether the line is a row of a table: cells parted by tabs or by bars."""
    return "\t" in line or line.count("|") > 1


def _reaching(measures: list[int], share: float) -> Mask:
    """Which lines come near the longest ones, by one measure of length."""
    lengths = np.array(measures)
    return np.asarray(lengths >= share * _ninetieth(measures))


def _ninetieth(measures: list[int]) -> float:
    """The 90th percentile, in proportion between two measures; that of numpy would load its masked arrays for it."""
    ordered, at = sorted(measures), _NINE_OF_TEN * (len(measures) - 1)
    low, high, share = ordered[int(at)], ordered[min(int(at) + 1, len(measures) - 1)], at % 1
    return low + (high - low) * share if share < _HALF else high - (high - low) * (1 - share)


def _is_broken(line: str) -> bool:
    return line.rstrip()[-1] not in _ENDS_SENTENCE + "”)"


def _full(lines: list[str], heading: re.Pattern[str]) -> list[bool]:
    """Which lines reach the margin. That there is one, many lines of one width show that end inside a sentence."""
    none = [False] * len(lines)
    widths = [_width(line.strip()) if len(line) < max(_MARGINS) else max(_MARGINS) + 1 for line in lines]
    if len(lines) < _FEWEST_LINES or int(_ninetieth(widths)) not in _MARGINS:
        return none
    # A margin in columns or, with programs that count characters, in characters.
    full = _reaching(widths, 0.8) | _reaching([len(line) for line in lines], 0.9)
    broken = np.array([_is_broken(line) for line in lines])
    if full.mean() < _MANY or broken[full].mean() < _MOST:
        return _at_margin(lines, widths)
    numbered = np.array([bool(heading.match(line.lstrip())) for line in lines])
    full |= broken & ~numbered & _reaching(widths, 0.6)
    return [bool(each) and not _is_row(line) for each, line in zip(full, lines, strict=True)]


def _at_margin(lines: list[str], widths: list[int]) -> list[bool]:
    """Which lines end at the margin of a text with few full lines: its longest ones, as they are prose that breaks off.

    All of them end within a character or two of each other, by their columns or by their characters.
    """
    for measures in (widths, [len(line) for line in lines]):
        longest = max(measures)
        near = [longest - each < _RAGGED and not _is_row(line) for each, line in zip(measures, lines, strict=True)]
        told = [line for line, is_near in zip(lines, near, strict=True) if is_near]
        prose = sum(_is_broken(line) and _INSIDE.search(line) is not None for line in told)
        if prose >= _FEWEST_FULL and prose >= _NEARLY_ALL * len(told):
            return near
    return [False] * len(lines)


def _shape(text: str, heading: re.Pattern[str]) -> Shape:
    every = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in every)]
    kept = [at for at, line in enumerate(every) if line.strip()]
    lines = [every[at] for at in kept]
    blanks = len(every) - len(kept)
    doubled = blanks >= 0.8 * (len(kept) - 1)  # a blank line after every line parts nothing
    parted = [not doubled and at > 0 and not every[at - 1].strip() for at in kept]
    full = _full(lines, heading)
    shown = sum(line.startswith("  ") for line in lines)
    indented = 0 < shown < 0.7 * len(lines)
    return Shape(lines, [starts[at] for at in kept], parted, full, indented, heading)


def _joined(shape: Shape) -> Iterator[int]:
    """The lines that go on in the next one."""
    margin, ended = any(shape.full), False
    # A number that is torn proves a margin, though too few lines are long for one to show.
    torn = set() if margin else _torn(shape)
    edge = _NEARLY * min((_width(shape.lines[at].strip()) for at in torn), default=2 * max(_MARGINS))
    for at, line in enumerate(shape.lines[:-1]):
        ended = ended or "。" in line
        # 通过政府网站发布 / 相关信息近7000余篇: behind a full stop no heading ends, only what must not be parted broke.
        full = shape.full[at] or (margin and ended and _is_broken(line)) or _reaches(line, edge)
        if at in torn or _continues(shape, at, full=full):
            yield at
        else:
            ended = False


def _reaches(line: str, edge: float) -> bool:
    """Whether a line of prose breaks off at the margin."""
    return _width(line.strip()) >= edge and _is_broken(line) and _INSIDE.search(line) is not None


def _torn(shape: Shape) -> set[int]:
    """Long lines of prose that end inside a number."""
    ends = [
        at for at, line in enumerate(shape.lines[:-1]) if _DIGIT_ENDS.search(line.rstrip()) and _INSIDE.search(line)
    ]
    if not ends:
        return set()
    longest = max((_width(line.strip()) for line in shape.lines if not _is_row(line)), default=0)
    long = [at for at in ends if _LONG * longest <= _width(shape.lines[at].strip()) <= max(_MARGINS)]
    return {
        at
        for at in long
        if _DIGITS_GO_ON.match(following := shape.lines[at + 1].lstrip())
        and not (shape.parted[at + 1] or shape.heading.match(following))
        and not _is_row(shape.lines[at]) and not _is_row(shape.lines[at + 1])
    }  # fmt: skip


def _continues(shape: Shape, at: int, *, full: bool) -> bool:
    """Whether line `at` goes on in the next one. full: it reaches the margin, or stops where no paragraph does."""
    line, following = shape.lines[at].rstrip(), shape.lines[at + 1]
    if _is_row(line) or _is_row(following) or shape.heading.match(following.lstrip()):
        return False
    if at < _TITLE_LINES and _TITLE.fullmatch(line.strip()) and not following.lstrip().startswith(_STATED):
        return False
    if line[-1] in _NEVER_ENDS:
        return True
    if not full or shape.parted[at + 1] or (shape.indented and following.startswith("  ")):
        return False
    return shape.indented or line[-1] not in _ENDS_SENTENCE


def _margins(shape: Shape, length: int) -> Mask:
    """Everything between the paragraphs: indentation, blank lines, line breaks."""
    spans, end = [], 0
    for place, line in zip(shape.places, shape.lines, strict=True):
        body = line.strip(" ") if line.strip().count("\t") else line.strip()
        start = place + line.index(body)
        spans.append((end, start))
        end = start + len(body)
    return marked(length, [*spans, (end, length)])


def paragraphs(clean: CleanText, lexicon: TextLexicon) -> CleanText:
    """One paragraph a line, nothing before, between or after them but a single line break."""
    shape = _shape(clean.text, lexicon.heading)
    doomed = _margins(shape, len(clean.text))
    codes = codes_of(clean.text).copy()
    joined = set(_joined(shape))
    for at in range(len(shape.lines) - 1):
        line_break = shape.places[at] + len(shape.lines[at])
        doomed[line_break] = False
        if at in joined:
            before, after = shape.lines[at].rstrip()[-1], shape.lines[at + 1].lstrip()[0]
            doomed[line_break] = not (_is_latin(before) and _is_latin(after))
            codes[line_break] = ord(" ")
    return clean.rewritten(text_of(codes)).without(doomed)


def named_numbers(clean: CleanText) -> CleanText:
    """A name and the number on the line below it as two cells of one line."""
    places = [match.start(1) for match in _NAME_OVER_NUMBER.finditer(clean.text)]
    if not places:
        return clean
    codes = codes_of(clean.text).copy()
    codes[places] = ord("\t")
    return clean.rewritten(text_of(codes))


def without_blank_lines(clean: CleanText) -> CleanText:
    """The text less the lines that later steps left empty."""
    return clean.without_spans(match.span() for match in _BLANK_LINES.finditer(clean.text))


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()
