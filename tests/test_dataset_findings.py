"""data/findings and the rules of the checks: how a slip is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from test_dataset import edit, problems

FINDINGS = "findings/wanyuan-2022.csv"
FINDING_FAULTS = [
    ("check", "part", "unknown 'part'", "stated_rate, attainability, parts"),
    ("severity", "wrong", "unknown 'wrong'", "contradiction, doubtful, note, holds"),
    ("indicators", "congress_proposal", "unknown indicator 'congress_proposal'", "join ids of"),
    ("explanation_zh", "", "is empty", "write a value"),
    ("explanation_en", "", "is empty", "write a value"),
    ("phrase", "八" * 61, "has 61 characters", "1 to 60"),
    ("start", "3535", "start and end are 29 apart, the phrase has 30", "correct the offsets"),
    ("end", "99999", "lies behind the text of", "correct the offsets"),
    ("marks", "[", "not JSON", "--format csv"),
    ("marks", '{"role": "part"}', "is no list of numbers", "bound, end, label_en"),
    ("marks", '[{"role": "part"}]', "is no list of numbers", "bound, end, label_en"),
]
MARK = {
    "role": "part", "label_zh": "甲", "label_en": "a", "value": "1", "unit": "case", "bound": "exact", "start": 3,
    "end": 4,
}  # fmt: skip
MARK_FAULTS = [
    ({"role": "piece"}, "unknown role, bound or unit"),
    ({"unit": "cases"}, "unknown role, bound or unit"),
    ({"bound": "over"}, "unknown role, bound or unit"),
    ({"value": "1e9"}, "'1e9' is not a number"),
    ({"start": 9}, "9:4 is no place of the text"),
    ({"end": None}, "3:None is no place of the text"),
    ({"end": 999999}, "3:999999 is no place of the text"),
]


@pytest.mark.parametrize(("column", "cell", "fault", "instead"), FINDING_FAULTS)
def test_a_bad_cell_of_a_finding_is_named(data: Path, column: str, cell: str, fault: str, instead: str) -> None:
    """The problem stands in the right file and line and says what to write instead."""
    edit(data / FINDINGS, 2, column, cell)

    found = [each for each in problems(data) if fault in each.fault]

    assert [((data / FINDINGS).as_posix(), 2)] == [(each.file, each.line) for each in found]
    assert instead in found[0].instead


@pytest.mark.parametrize(("change", "fault"), MARK_FAULTS, ids=str)
def test_a_bad_number_of_a_finding_is_named(data: Path, change: dict, fault: str) -> None:
    """Each field of a mark."""
    edit(data / FINDINGS, 2, "marks", json.dumps([MARK | change]))

    assert [(2, "marks", True)] == [(each.line, each.column, fault in each.fault) for each in problems(data)]


def test_findings_belong_to_a_report(data: Path) -> None:
    (data / FINDINGS).rename(data / "findings/nowhere.csv")

    assert ["no report of this name"] == [each.fault for each in problems(data)]


ARITHMETIC_FAULTS = [
    ("flows", "first", "mediation_case", "unknown 'mediation_case'"),
    ("flows", "reason_zh", "", "is empty"),
    ("parts", "indicator", "legal_aid", "unknown 'legal_aid'"),
    ("parts", "whole", "crime", "unknown 'crime'"),
    ("parts", "parts", "civil|crime", "unknown scope 'crime'"),
    ("parts", "complete", "maybe", "unknown 'maybe'"),
    ("rate_bases", "base", "cases", "unknown 'cases'"),
]


@pytest.mark.parametrize(("name", "column", "cell", "fault"), ARITHMETIC_FAULTS)
def test_a_bad_rule_of_the_checks_is_named(data: Path, name: str, column: str, cell: str, fault: str) -> None:
    """flows.csv, parts.csv and rate_bases.csv."""
    edit(data / f"reference/{name}.csv", 2, column, cell)

    assert [(2, column, fault)] == [(each.line, each.column, each.fault) for each in problems(data)]


@pytest.mark.parametrize("name", ["flows", "parts", "rate_bases"])
def test_a_rule_of_the_checks_stands_once(data: Path, name: str) -> None:
    file = data / f"reference/{name}.csv"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join([*lines, lines[1]]), encoding="utf-8")

    assert ["the same rule as line 2"] == [each.fault for each in problems(data)]
