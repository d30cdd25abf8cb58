"""The sentences beside each wording of an indicator: the example is read by its row, the silent one is not.

The sentences are our own; each is read as a report of one paragraph.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from shipped_reading import SHIPPED, read_report

from faheng.cli import main
from faheng.data.wording.indicators import NO_INDICATOR, IndicatorPhrase
from faheng.model import PeriodBasis
from faheng.reading.about.about import ReportAbout
from faheng.reading.figures.link import Link, matches
from faheng.reading.figures.mask import masks
from faheng.reading.figures.patterns import IndicatorWording
from faheng.reading.flow import Reading
from faheng.reading.texts.original import Original
from faheng.reading.used import won

ABOUT = ReportAbout("example", None, "annual_report", date(2023, 1, 1), date(2023, 12, 31), PeriodBasis.STATED)
ROWS = [
    pytest.param(each, id=f"{each.row.file.split('/')[-1]}:{each.row.line}") for each in SHIPPED.figures.wordings.known
]
BLOCKED = [row for row in ROWS if row.values[0].blockers]


def read(text: str) -> Reading:
    return read_report(Original("example", text, "txt", ""), ABOUT)


def found_by(wording: IndicatorWording, text: str) -> list[Link]:
    """Where the pattern stands in the text, whatever stronger wordings say."""
    figures = SHIPPED.figures
    return [
        link
        for each in read(text).passages
        for form in masks(each.sentence, each.mentions, figures.statements)
        for link in matches(wording, form, each.sentence, figures.topics)
    ]


@pytest.mark.parametrize("wording", ROWS)
def test_the_row_has_the_number_of_its_example(wording: IndicatorWording) -> None:
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
def test_the_row_is_silent_because_of_its_blocker(wording: IndicatorWording) -> None:
    """Without its blockers the row would claim a number of the sentence; with them it claims none."""
    silent = wording.row.silent

    assert [] == found_by(wording, silent)
    assert [] != found_by(replace(wording, blockers=()), silent), silent


def test_an_indicators_rows_stand_together() -> None:
    """In one file, with nothing between them but rows that keep numbers from it: who mends one sees the others."""
    named = [each.values[0].row for each in ROWS if each.values[0].indicator_id != NO_INDICATOR]
    runs = [row.indicator_id for row, last in zip(named, [None, *named], strict=False) if not same_run(row, last)]

    assert sorted(set(runs)) == sorted(runs)


def same_run(row: IndicatorPhrase, last: IndicatorPhrase | None) -> bool:
    return last is not None and (row.indicator_id, row.file) == (last.indicator_id, last.file)


def test_seldom_used_rows_are_listed(tmp_path: Path) -> None:
    """A row that read in both reports is not listed, one that read in one is, and all others read in none."""
    for name, text in (("a", "出庭应诉率达96%。"), ("b", "出庭应诉率达97%。主动公开政府信息623条。")):
        (tmp_path / f"{name}.txt").write_text(f"某某县2022年法治政府建设情况报告\\n{text}\\n", encoding="utf-8")

    result = CliRunner().invoke(main, ["lint-data", "--used", str(tmp_path)])
    listed = result.output.splitlines()[1:-1]

    assert 0 == result.exit_code
    assert ["information_disclosed"] == [
        line.split(": ")[2].split()[0] for line in listed if ": in one report: " in line
    ]
    assert len(ROWS) - 2 == sum(": in no report: " in line for line in listed)
    assert (
        f"{len(ROWS)} wordings in 2 reports: {len(ROWS) - 2} read in none, 1 in one" == result.output.splitlines()[-1]
    )
