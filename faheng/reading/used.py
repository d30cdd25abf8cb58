"""Texts -> which rows of the wordings have a number in them: what a row is good for can only be seen in texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from faheng.data.wording.indicators import IndicatorPhrase
from faheng.reading.about.about import ReportAbout
from faheng.reading.figures.assemble import locality_name
from faheng.reading.figures.link import Link, winners
from faheng.reading.figures.patterns import wordings
from faheng.reading.figures.subjects import own_kind
from faheng.reading.flow import RESULTS, numbered
from faheng.reading.mentions.find import mentions_in
from faheng.reading.mentions.periods import period_mentions
from faheng.reading.texts.clean import clean_text
from faheng.reading.texts.original import Original


def won(original: Original, about: ReportAbout) -> Iterator[Link]:
    """The links that have a number of the report, in the order of its text; also those that keep it from all others."""
    text = clean_text(original.text).text
    own = own_kind(locality_name(about.locality_code), text)
    year = about.period_end.year if about.period_end else None
    for each in numbered(text, mentions_in(text), period_mentions(text), year):
        if each.sentence.section.role == RESULTS:
            for links in winners(each.sentence, each.mentions, own):
                yield from links


def times_used(reports: Iterable[tuple[Original, ReportAbout]]) -> dict[IndicatorPhrase, int]:
    """Every row, in the order of the files, and in how many of the reports it has a number."""
    reports_of: Counter[IndicatorPhrase] = Counter()
    for original, about in reports:
        reports_of.update({link.wording.row for link in won(original, about)})
    return {each.row: reports_of[each.row] for each in wordings()}
