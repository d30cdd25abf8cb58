"""What the checks say of short texts in the style of reports, and where they stay silent."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from shipped_reading import catalogue, read_report

from faheng.checks.reading import checked
from faheng.model import Finding, PeriodBasis, Severity
from faheng.reading.about.about import ReportAbout
from faheng.reading.texts.original import Original

ABOUT = ReportAbout(
    "report", "630102", period_start=date(2022, 1, 1), period_end=date(2022, 12, 31), period_basis=PeriodBasis.STATED
)
SPECS = [json.loads(line) for line in (Path(__file__).parent / "specs/checks/texts.jsonl").open(encoding="utf-8")]


def findings(text: str, about: ReportAbout = ABOUT) -> list[Finding]:
    return checked(read_report(Original("report", text, "txt", ""), about), about.locality_code, catalogue())


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec["why"])
def test_the_checks_of_a_text(spec: dict) -> None:
    """Each case says every finding: check, severity, stated, computed."""
    found = [[each.check, each.severity, each.stated, each.computed] for each in findings(spec["text"])]

    assert sorted(spec["found"]) == sorted(found)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec["why"])
def test_marks_and_phrases_stand_in_the_text(spec: dict) -> None:
    """Every mark with a place is the numeral there, and the phrase is the text as it stands."""
    text = spec["text"]
    for each in findings(text):
        numerals = [(mark, text[mark.span.start : mark.span.end]) for mark in each.marks if mark.span is not None]
        assert numerals
        plain = [(mark, numeral.replace("万", "e4").replace(",", "")) for mark, numeral in numerals]
        assert all(float(numeral) == float(mark.value) for mark, numeral in plain)
        assert each.span is None or each.phrase == text[each.span.start : each.span.end]
        assert len(each.phrase) <= 60


def test_a_letter_among_the_digits_leaves_one_numeral() -> None:
    """2,3l6 is told once, not as 2 and as 3l6."""
    found = findings("办理行政处罚案件2,3l6宗。")

    assert [("corrupt_numeral", "2,3l6", "2316")] == [(each.check, each.stated, each.computed) for each in found]


def test_an_undated_report_is_inferred() -> None:
    """One note for all figures of a period."""
    about = ReportAbout(
        "report", "630102", period_start=date(2022, 1, 1), period_end=date(2022, 12, 31),
        period_basis=PeriodBasis.INFERRED,
    )  # fmt: skip
    found = findings("近两年,办理人大代表建议88件、政协提案20件。", about)

    assert [("inferred_period", Severity.NOTE, "2021-01-01/2022-12-31")] == [
        (each.check, each.severity, each.computed) for each in found
    ]
    assert ("congress_proposals", "consultative_proposals") == found[0].indicators


def test_the_sentence_gives_the_arithmetic_in_both_languages() -> None:
    """The likely explanation stands in it."""
    (found,) = findings("全区各级行政应诉案件20件,被诉行政机关负责人出庭率66.7%。")

    assert found.explanation_zh == (
        "由 20 件得不出报告所写的 66.7%：13 ÷ 20 = 65.00%、14 ÷ 20 = 70.00%。"
        "20 件以内，基数为 3、6、9、12、15、18 时才能得出；如以 18 件为基数，则为 12 件。"
    )
    assert "it is 12 of 18 if taken over 18 cases." in found.explanation_en


def test_checking_twice_gives_the_same_ids() -> None:
    text = SPECS[14]["text"]

    assert [each.id for each in findings(text)] == [each.id for each in findings(text)]
    assert len({each.id for each in findings(text)}) == len(findings(text))
