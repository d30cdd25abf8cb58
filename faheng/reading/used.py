"""Texts -> which rows of the wordings have a number in them: what a row is good for can only be seen in texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from faheng.data.wording.indicators import IndicatorPhrase
from faheng.reading.figures.link import Link, winners
from faheng.reading.flow import Reading


def won(reading: Reading) -> Iterator[Link]:
    """The links that have a number of the report, in the order of its text; also those that keep it from all others."""
    for each in reading.results:
        for links in winners(each.sentence, each.mentions, reading.own, reading.lexicon.figures):
            yield from links


def reports_using(readings: Iterable[Reading]) -> Counter[IndicatorPhrase]:
    """In how many of the reports each row has a number."""
    counted: Counter[IndicatorPhrase] = Counter()
    for reading in readings:
        counted.update({link.wording.row for link in won(reading)})
    return counted
