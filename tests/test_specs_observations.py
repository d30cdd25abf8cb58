"""The cases of tests/specs/observations: one sentence each, and the indicators a reader finds in it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from shipped_reading import read_observations

from faheng.model import PeriodBasis
from faheng.reading.about.about import ReportAbout
from faheng.reading.texts.original import Original

CASES = [
    json.loads(line)
    for path in sorted((Path(__file__).parent / "specs" / "observations").glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]
ABOUT = ReportAbout(
    name="case",
    kind="annual_report",
    period_start=date(2023, 1, 1),
    period_end=date(2023, 12, 31),
    period_basis=PeriodBasis.STATED,
)


def about(case: dict) -> ReportAbout:
    """The report on 2023 that a case stands in, an annual report unless the case says otherwise."""
    return replace(ABOUT, kind=case.get("kind", ABOUT.kind))


def found(case: dict) -> list[tuple[str, float, str]]:
    """Indicator, value and scope of each observation in the text."""
    original = Original(name="case", text=case["input"], reader="txt", sha256="", title="", published_on=None)
    return sorted((one.indicator_id, float(one.value), one.scope) for one in read_observations(original, about(case)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["input"][:30])
def test_a_sentence_gives_its_observations(case: dict, request: pytest.FixtureRequest) -> None:
    """Exactly the expected observations; a known gap must be unmarked when it closes."""
    if "gap" in case:
        request.applymarker(pytest.mark.xfail(strict=True, reason=case["gap"]))
    expected = sorted((one[0], float(one[1]), one[2] if len(one) > 2 else "") for one in case["observations"])

    assert expected == found(case)


@pytest.mark.parametrize("case", [each for each in CASES if "said" in each], ids=lambda case: case["input"][:30])
def test_a_sentence_says_more_of_its_observations(case: dict) -> None:
    """Attributes of the observation of an indicator: its growth, bound, period; null says that it has none."""
    original = Original(name="case", text=case["input"], reader="txt", sha256="", title="", published_on=None)
    read = {(one.indicator_id, str(one.value)): one for one in read_observations(original, about(case))}
    of_indicator = {name: one for (name, _), one in read.items()}

    for name, said in case["said"].items():
        one = of_indicator[name]
        values = {field: getattr(one, field) for field in said}
        assert said == {field: None if value is None else str(value) for field, value in values.items()}


def test_a_quarter_of_the_cases_expect_nothing() -> None:
    """Silence is a result too: without such cases a reader that finds too much would pass."""
    assert len([case for case in CASES if not case["observations"]]) * 4 >= len(CASES)
