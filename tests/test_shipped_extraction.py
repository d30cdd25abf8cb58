"""The shipped observations, read again from the shared documents: every difference is known and has its reason."""

from __future__ import annotations

import csv
import json
import os
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from shipped_reading import SHIPPED

from faheng.data.wording.confidence import Sign
from faheng.evaluation.annotation import annotation, read_annotations
from faheng.evaluation.score import Evaluation, evaluate
from faheng.paths import DATA, ROOT
from faheng.reading.about.given import read_given
from faheng.reading.files import files_in, read_all

SHARED = Path(os.environ.get("FAHENG_SHARED") or ROOT.parent / "shared")
FOLDERS = (SHARED / "reports", SHARED / "reports/trends")
pytestmark = pytest.mark.skipif(
    not (SHARED / "reports/reports.csv").is_file(), reason=f"no reports in {SHARED} (set FAHENG_SHARED)"
)

Row = tuple[str, str, float, str, str, str, str, str]
Short = tuple[str, str, float]

NOT_READ: dict[Short, str] = {
    ("kaiyuan", "documents_reviewed", 30.0): "兩辦發文 is a part that a person gave the scope office_documents",
    ("shenyang-2022", "mediation_succeeded", 48000.0): "化解 at 评理说事点 is read as cases, see READ_ALONE",
    ("wanyuan-2022", "reconsideration_corrected", 3.0): "a sum that the report does not print; a person worked it out",
    ("wanyuan-2022", "legal_aid_cases", 271.0): "a part of the parts, in a sentence of its own",
    ("wanyuan-2022", "legal_aid_cases", 136.0): "a part of the parts, in a sentence of its own",
}
PARTLY = "of the work reports only some indicators were annotated, and this is none of them"
READ_ALONE: dict[Short, str] = {
    ("guangming-2020", "mediation_cases", 9500.0): "disputes at service points; the gold leaves it open",
    ("guangming-2025", "one_stop_items", 109.0): PARTLY,
    ("shenyang-2022", "mediation_cases", 48000.0): "one figure, annotated as mediation_succeeded; both can be meant",
    ("wanyuan-2022", "proposals_total", 151.0): "the report says so; what is shipped works it out from its three parts",
    ("yantian-2015", "power_list_items", 2985.0): PARTLY,
    ("yantian-2017", "market_entities_new", 4358.0): "the report says so; the annotation leaves it out",
}


def row(report: str, said: dict[str, object]) -> Row:
    """What is compared of an observation; a missing cell and null are the same."""
    words = (str(said[name] or "") for name in ("bound", "period_kind", "period_start", "period_end"))
    bound, kind, start, end = words
    change = "" if said["change"] in (None, "") else f"{float(str(said['change'])):g}"
    return report, str(said["indicator"]), float(str(said["value"])), bound, kind, start, end, change


@cache
def lines() -> tuple[str, ...]:
    """What `faheng extract` prints of all the shared reports, described by their reports.csv."""
    codes = SHIPPED.reference.places.codes
    given = {name: about for folder in FOLDERS for name, about in read_given(folder / "reports.csv", codes).items()}
    files = [path for path in files_in([FOLDERS[0]]) if path.stem in given]
    outcomes = list(read_all(files, given, jobs=1))
    assert [] == [fault for each in outcomes for fault in each.faults]
    return tuple(line for each in outcomes for line in each.lines)


def is_damaged(one: dict[str, object]) -> bool:
    """Whether the figure is proposed because its numeral looks damaged."""
    damaged = SHIPPED.scale.phrases[Sign.DAMAGED]
    return one.get("reason") == {"zh": damaged.reason_zh, "en": damaged.reason_en}


def read() -> Counter[Row]:
    """The observations read now, but for damaged numerals."""
    said = map(json.loads, lines())
    return Counter(row(str(one["report"]), one) for one in said if not is_damaged(one))


def shipped() -> Counter[Row]:
    """The accepted observations of data/observations that come from the reports of these folders."""
    found: Counter[Row] = Counter()
    for path in [DATA / f"observations/{report.stem}.csv" for folder in FOLDERS for report in folder.glob("*.txt")]:
        with path.open(encoding="utf-8", newline="") as source:
            found.update(row(path.stem, one) for one in csv.DictReader(source) if one["status"] != "proposed")
    return found


def test_every_shipped_observation_is_read_again_but_those_explained() -> None:
    """A new difference fails, and so does one that has closed: then its line must go."""
    differences = shipped() - read()

    assert sorted(NOT_READ) == sorted(short[:3] for short in differences.elements())


def test_nothing_else_is_read_but_what_is_explained() -> None:
    """The other way round; a misreading that is repaired must lose its line here."""
    differences = read() - shipped()

    assert sorted(READ_ALONE) == sorted(short[:3] for short in differences.elements())


def test_nearly_all_is_reproduced() -> None:
    """The lists of differences stay short beside what agrees."""
    assert (shipped() & read()).total() >= 200


def test_the_damaged_numeral_is_proposed_by_both() -> None:
    """The one row that a person must decide is proposed by the reading too."""
    proposed = [one for one in map(json.loads, lines()) if is_damaged(one)]

    assert [("chengdong-2020", "case_files_reviewed", 172, "proposed")] == [
        (one["report"], one["indicator"], one["value"], one["status"]) for one in proposed
    ]


def scored(gold: str, *, closed: bool) -> Evaluation:
    """The outcome against a shared gold file."""
    said = [json.loads(line) for line in lines()]
    facts = [annotation(one) for one in said]
    return evaluate(read_annotations(SHARED / "gold" / gold), facts, closed_to_gold=closed)


@pytest.mark.parametrize(
    ("gold", "closed", "need"), [("observations.jsonl", False, 0.98), ("trends.jsonl", True, 0.97)]
)
def test_the_shared_gold_is_found(gold: str, closed: bool, need: float) -> None:
    """Enough of it, nearly nothing besides, attributes right, and none of the traps."""
    score = scored(gold, closed=closed)

    assert score.total.f1 >= need
    assert {} == {name: share for name, share in score.attributes.items() if share < 0.97}
    assert 0 == score.traps
