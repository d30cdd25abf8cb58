"""The checks on the shared reports and on published rates: everything to be found is found, nothing silent is said."""

from __future__ import annotations

import csv
import json
import os
from collections import defaultdict
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from conftest import shipped_dataset
from shipped_reading import SHIPPED, catalogue, read_described, read_reports

from faheng.checks.arithmetic.whole_numbers import predecessors
from faheng.checks.figures.report import ReportFigures
from faheng.checks.reading import checked, without_repetition
from faheng.checks.registry import findings_of, findings_of_text
from faheng.checks.text.checked_text import CheckedText
from faheng.data.findings import finding_cells
from faheng.model import Finding, Observation, Printed, Severity
from faheng.model.printed import Fit, point
from faheng.paths import DATA, ROOT
from faheng.reading.about.given import read_given
from faheng.reading.files import files_in
from faheng.reading.flow import Reading
from faheng.store.findings import findings_of_dataset

SHARED = Path(os.environ.get("FAHENG_SHARED") or ROOT.parent / "shared")
FIVE, SIXTEEN = SHARED / "reports", SHARED / "reports/trends"
pytestmark = pytest.mark.skipif(
    not (SHARED / "gold/findings.jsonl").is_file(), reason=f"no gold in {SHARED} (set FAHENG_SHARED)"
)
# What a careful reader was shown and agreed with; whoever changes a check reads the text before changing this.
CONTRADICTIONS = {("kaiyuan", "attainability", "99%"), ("wanyuan-2022", "stated_rate", ">=98%")}
SAID = (Severity.CONTRADICTION, Severity.DOUBTFUL, Severity.NOTE)


def gold(name: str) -> list[dict]:
    """The lines of a gold file; none where it is missing, so that the module can be collected."""
    file = SHARED / "gold" / name
    return [json.loads(line) for line in file.open(encoding="utf-8")] if file.is_file() else []


@cache
def readings() -> dict[str, tuple[Reading, str | None]]:
    """Every shared report as it is read, and its place."""
    found = {}
    for folder in (FIVE, SIXTEEN):
        given = read_given(folder / "reports.csv", SHIPPED.reference.places.codes)
        for path in files_in(sorted(folder.glob("*.txt"))):
            for original in read_reports(path)[0]:
                reading = read_described(original, given.get(original.name))
                found[original.name] = reading, reading.about.locality_code
    return found


@cache
def from_texts() -> tuple[Finding, ...]:
    """What `faheng check` says of the shared reports."""
    return tuple(each for reading, place in readings().values() for each in checked(reading, place, catalogue()))


@cache
def from_data() -> tuple[Finding, ...]:
    """What a build says of the shipped figures."""
    return tuple(findings_of_dataset(shipped_dataset()))


@pytest.mark.parametrize("found_in", [from_texts, from_data], ids=["texts", "data"])
@pytest.mark.parametrize("line", gold("findings.jsonl"), ids=lambda line: f"{line['report']}-{line['check']}")
def test_every_finding_of_the_gold(line: dict, found_in) -> None:
    """Found is contradiction, doubtful or note; silent is none of them, though it may be said to hold."""
    said = [
        each
        for each in found_in()
        if (each.report_id, each.check) == (line["report"], line["check"])
        and line["indicator"] in each.indicators
        and each.severity in SAID
    ]

    assert (line["expect"] == "found") == bool(said)


@pytest.mark.parametrize("found_in", [from_texts, from_data], ids=["texts", "data"])
def test_the_contradictions_are_those_that_were_read(found_in) -> None:
    """No other is claimed on the five reports and the sixteen work reports."""
    claimed = {
        (each.report_id, str(each.check), each.stated) for each in found_in() if each.severity is Severity.CONTRADICTION
    }

    assert claimed == CONTRADICTIONS


@pytest.mark.parametrize("line", gold("published_rates.jsonl"), ids=lambda line: line["name"])
def test_published_rates(line: dict) -> None:
    """Each agrees, disagrees, or was cut off, as annotated."""
    stated = line["stated"]
    step = Fraction(1, 10 ** len(stated.partition(".")[2]))
    fit = Printed(Fraction(stated), step).fits(point(Fraction(100 * line["numerator"], line["denominator"])))

    assert line["expect"] == {Fit.ROUNDED: "agrees", Fit.CUT: "truncated", Fit.NONE: "disagrees"}[fit]


@pytest.mark.parametrize("line", gold("published_growth.jsonl"), ids=lambda line: line["name"])
def test_published_growth(line: dict) -> None:
    """The published value before is among those that give the growth, cut off only where the note says so."""
    stated = line["stated_percent"]
    step = Fraction(1, 10 ** len(stated.partition(".")[2]))
    fit, before = predecessors(line["value"], Printed(Fraction(stated), step))

    assert line["previous"] in before
    assert (Fit.CUT if "cut" in line["note"] else Fit.ROUNDED) is fit


def text_only(reading: Reading, place: str | None, figures: list[Observation]) -> list[Finding]:
    """What the text of a report adds to the findings of its annotated figures: what data/findings keeps."""
    report = ReportFigures(reading.original.name, place, figures, catalogue())
    known = without_repetition(findings_of(report))
    added = findings_of_text(CheckedText(reading, report))
    return without_repetition([*known, *added])[len(known) :]


def test_the_shipped_findings_are_those_of_the_texts() -> None:
    """data/findings holds what the texts show beside the shipped figures, line by line, and nothing else."""
    observations = defaultdict(list)
    for each in shipped_dataset().observations:
        observations[each.report_id].append(each)
    seen = {
        name: [lines_of(each) for each in text_only(reading, place, observations[name])]
        for name, (reading, place) in readings().items()
    }
    shipped = {
        path.stem: list(csv.DictReader(path.open(encoding="utf-8"))) for path in (DATA / "findings").glob("*.csv")
    }

    assert shipped == {name: lines for name, lines in seen.items() if lines}


def lines_of(found: Finding) -> dict[str, str]:
    """A finding as a line of data/findings, all cells texts."""
    return {name: str(cell) for name, cell in finding_cells(found).items()}


def test_reviewed_findings_touch_the_shipped_figures() -> None:
    """The damaged numeral is the shipped figure that waits for a person."""
    (damaged,) = [each for each in from_data() if each.check == "corrupt_numeral"]
    (figure,) = [each for each in shipped_dataset().observations if each.id in damaged.observation_ids]

    assert "case_files_reviewed" == figure.indicator_id
