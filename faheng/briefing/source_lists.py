"""The reports of a briefing in few lines: those that differ by their year alone share a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from faheng.words.catalogue import Words

__all__ = ["SourceGroup", "number_ranges", "source_groups", "without_unknown_date"]

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True)
class SourceGroup:
    """A line of a list of sources. lines: the reports that it stands for, as views name them."""

    text: str
    lines: tuple[str, ...]


def source_groups(sources: Sequence[str], say: Words) -> tuple[SourceGroup, ...]:
    """The sources in the order of their first, those that differ in one year joined into one line.

    A line with two years in it, as one whose report has a date, stays by itself.
    """
    groups: dict[tuple[str, ...], list[str]] = {}
    for line in sources:
        years = _YEAR.findall(line)
        groups.setdefault(tuple(_YEAR.split(line)) if len(years) == 1 else (line,), []).append(line)
    return tuple(SourceGroup(_joined(around, lines, say), tuple(lines)) for around, lines in groups.items())


def _joined(around: Sequence[str], lines: Sequence[str], say: Words) -> str:
    if len(lines) == 1:
        return lines[0]
    before, after = around
    return before + number_ranges([int(year) for line in lines for year in _YEAR.findall(line)], say) + after


def number_ranges(years: Sequence[int], say: Words) -> str:
    """Numbers in rising order, three and more that follow each other as a range: "2015—2018、2022"."""
    return say(", ").join(_ranges(sorted(set(years)), say))


def _ranges(rising: Sequence[int], say: Words) -> Iterator[str]:
    starts = [0, *(i for i, (one, next_one) in enumerate(pairwise(rising), start=1) if next_one != one + 1)]
    for start, end in zip(starts, [*starts[1:], len(rising)], strict=True):
        run = rising[start:end]
        if len(run) > 2:  # noqa: PLR2004 (two are said one by one)
            yield say("{low}–{high}", low=run[0], high=run[-1])
        else:
            yield from map(str, run)


def without_unknown_date(line: str, say: Words) -> str:
    """A line of sources (contents.source_line) that does not say that its date is unknown."""
    alone = say("{report}, {day}", report="", day=say("date not stated"))
    return line.replace(alone, "").replace(say(", date not stated"), "")
