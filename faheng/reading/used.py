"""Texts -> which rows of the wordings have a number in them: what a row is good for can only be seen in texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from faheng.data.wording.indicators import IndicatorPhrase
from faheng.reading.figures.link import Link, winners
from faheng.reading.flow import Reading, read_report
from faheng.reading.lexicon import Lexicon
from faheng.reading.texts.files import read_reports


def won(reading: Reading) -> Iterator[Link]:
    """The links that have a number of the report, in the order of its text; also those that keep it from all others."""
    for each in reading.results:
        for links in winners(each.sentence, each.mentions, reading.own, reading.lexicon.figures):
            yield from links


def seldom_used(paths: Iterable[Path], lexicon: Lexicon) -> tuple[int, list[tuple[IndicatorPhrase, int]]]:
    """How many reports the files hold, and each row that has a number in none of them (0) or in one (1).

    Raises UnreadableFile at the first file that no report can be read from.
    """
    reports, used = 0, Counter[IndicatorPhrase]()
    for path in paths:
        originals, problems = read_reports(path, lexicon.texts)
        if problems:
            raise problems[0]
        for original in originals:
            reports += 1
            used.update({link.wording.row for link in won(read_report(original, None, lexicon))})
    rows = ((each.row, used[each.row]) for each in lexicon.figures.wordings.known)
    return reports, [(row, times) for row, times in rows if times <= 1]
