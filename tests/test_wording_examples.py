"""The sentences beside each wording of an indicator: the example is read by its row, the silent one is not.

The sentences are our own; each is read as a report of one paragraph.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from shipped_reading import SHIPPED, read_report

from faheng.data.wording.indicators import NO_INDICATOR
from faheng.model import PeriodBasis
from faheng.reading.about.about import ReportAbout
from faheng.reading.figures.link import Link, matches
from faheng.reading.figures.mask import masks
from faheng.reading.figures.patterns import Wording
from faheng.reading.flow import Reading
from faheng.reading.texts.original import Original
from faheng.reading.used import won

ABOUT = ReportAbout("example", None, "annual_report", date(2023, 1, 1), date(2023, 12, 31), PeriodBasis.STATED)
ROWS = [
    pytest.param(each, id=f"{each.row.file.split('/')[-1]}:{each.row.line}") for each in SHIPPED.figures.wordings.known
]
BLOCKED = [row for row in ROWS if row.values[0].unless]


def read(text: str) -> Reading:
    return read_report(Original("example", text, "txt", ""), ABOUT)


def found_by(wording: Wording, text: str) -> list[Link]:
    """Where the pattern stands in the text, whatever stronger wordings say."""
    figures = SHIPPED.figures
    return [
        link
        for each in read(text).told
        for form in masks(each.sentence, each.mentions, figures.statements)
        for link in matches(wording, form, each.sentence, figures.topics)
    ]


@pytest.mark.parametrize("wording", ROWS)
def test_the_row_has_the_number_of_its_example(wording: Wording) -> None:
    """With the value and the scope that it says; a row of no indicator keeps the number from all others."""
    row, reading = wording.row, read(wording.row.example)
    told = [(link.wording.row, link.mention.value) for link in won(reading)]
    values = [(each.indicator_id, each.value) for each in reading.observations]

    assert (row, row.reads) in told, f"{row.example} is read by {[(r.file, r.line, str(v)) for r, v in told]}"
    if row.indicator_id == NO_INDICATOR:
        assert row.reads not in [value for _, value in values]
    else:
        assert (row.indicator_id, row.reads) in values


@pytest.mark.parametrize("wording", BLOCKED)
def test_the_row_is_silent_because_of_its_blocker(wording: Wording) -> None:
    """Without its blockers the row would claim a number of the sentence; with them it claims none."""
    silent = wording.row.silent

    assert [] == found_by(wording, silent)
    assert [] != found_by(replace(wording, unless=None), silent), silent
