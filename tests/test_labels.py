"""Figures of work reports that were judged one by one, against what is read there and what is shipped.

The labels hold figures with offsets and no text, so the reports themselves must be at hand.
"""

from __future__ import annotations

import csv
import json
import os
from functools import cache
from pathlib import Path

import pytest
from shipped_reading import SHIPPED, read_file

from faheng.evaluation.annotation import annotation, read_annotations
from faheng.evaluation.score import Evaluation, evaluate
from faheng.paths import DATA, GOLD, ROOT
from faheng.reading.about.given import read_given
from faheng.reading.files import files_in, read_all

LABELS = GOLD / "labels"
SHARED = Path(os.environ.get("FAHENG_SHARED") or ROOT.parent / "shared")
FOLDERS = ("districts", "provinces")
# F1 that is reached; what is missed and what is wrong is printed, so that the next reader of it knows where to begin.
FLOORS = {"districts": 0.985, "provinces": 0.985}
ATTRIBUTE_FLOOR = 0.97
LONGEST_TEXT = 60
pytestmark = pytest.mark.skipif(
    not all((SHARED / "reports" / name / "reports.csv").is_file() for name in FOLDERS),
    reason=f"no reports of districts and provinces in {SHARED} (set FAHENG_SHARED)",
)


@cache
def texts(folder: str) -> dict[str, str]:
    """The decoded text of every report of the folder by its name."""
    return {each.name: each.text for path in files_in([SHARED / "reports" / folder]) for each in read_file(path)}


@cache
def scored(folder: str) -> Evaluation:
    """What is read in the reports of the folder, against their labels."""
    place = SHARED / "reports" / folder
    given = read_given(place / "reports.csv", SHIPPED.reference.places.codes)
    outcomes = list(read_all(files_in([place]), given, jobs=1))
    assert [] == [fault for each in outcomes for fault in each.faults]
    said = [annotation(json.loads(line)) for each in outcomes for line in each.lines]
    return evaluate(read_annotations(LABELS / f"{folder}.jsonl"), said)


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_is_found_does_not_fall(folder: str) -> None:
    """F1 over all reports of the folder; a failure lists what is missed and what is wrong."""
    score = scored(folder)
    faults = [f"missed {each.key}" for each in score.missed] + [f"wrong {each.key}" for each in score.wrong]
    print(f"{folder}: F1 {score.total.f1:.3f}", *faults, sep="\n")

    assert score.total.f1 >= FLOORS[folder], "\n".join(faults)


@pytest.mark.parametrize("folder", FOLDERS)
def test_attributes_are_read(folder: str) -> None:
    """Bound, period and growth of what is found."""
    assert {} == {name: share for name, share in scored(folder).attributes.items() if share < ATTRIBUTE_FLOOR}


@pytest.mark.parametrize("folder", FOLDERS)
def test_labels_point_at_their_numbers(folder: str) -> None:
    """Every label has offsets into the text of its report, and holds no text itself."""
    for line in (LABELS / f"{folder}.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        clause = texts(folder)[label["report"]][label["start"] : label["end"]]
        assert any(character in "0123456789零半一二两三四五六七八九十" for character in clause), line
        assert not [word for word in map(str, label.values()) if len(word) > LONGEST_TEXT], line


@pytest.mark.parametrize("folder", FOLDERS)
def test_shipped_phrases_stand_in_their_reports(folder: str) -> None:
    """The phrase of every shipped figure is the text between its offsets."""
    shipped = 0
    for name, text in texts(folder).items():
        path = DATA / f"observations/{name}.csv"
        rows = list(csv.DictReader(path.open(encoding="utf-8", newline=""))) if path.is_file() else []
        shipped += len(rows)
        assert [row["phrase"] for row in rows] == [text[int(row["start"]) : int(row["end"])] for row in rows], name
    assert shipped > 0


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_is_shipped_is_labelled(folder: str) -> None:
    """Every shipped figure of these reports has a label with its value, its scope and its place in the text."""
    labelled = set()
    for line in (LABELS / f"{folder}.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        labelled.add((label["report"], label["indicator"], float(label["value"]), label["scope"], label["start"]))
    for name in texts(folder):
        path = DATA / f"observations/{name}.csv"
        for row in csv.DictReader(path.open(encoding="utf-8", newline="")) if path.is_file() else ():
            assert (name, row["indicator"], float(row["value"]), row["scope"], int(row["start"])) in labelled
