"""The cases of tests/specs: one a line, an input and what is expected of it.

A case names only what is not ordinary: bound exact, no change, not corrupt. A "gap" says what is not read yet; such a
case must fail, so that closing the gap means unmarking it.
"""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from shipped_reading import mentions_in, period_mentions

from faheng.reading.mentions import resolve

SPECS = Path(__file__).parent / "specs"
ORDINARY = {"high": None, "unit": "", "bound": "exact", "change": "", "corrupt": False, "previous": False}


def cases(stage: str, gaps: bool = True) -> list[object]:
    """Every case of a stage as a pytest parameter, with or without those that are not read yet."""
    found = []
    for path in sorted((SPECS / stage).glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            case = json.loads(line)
            if "gap" in case and not gaps:
                continue
            marks = [pytest.mark.xfail(strict=True, reason=case["gap"])] if "gap" in case else []
            found.append(pytest.param(case, id=f"{path.stem}:{number}:{case['input'][:16]}", marks=marks))
    return found


@pytest.mark.parametrize("case", cases("mentions"))
def test_mentions(case):
    """The mentions of a sentence are these and no others."""
    expected = [{**ORDINARY, **mention} for mention in case["mentions"]]
    found = [
        {
            "start": each.start,
            "end": each.end,
            "value": str(each.value),
            "high": None if each.high is None else str(each.high),
            "unit": each.unit,
            "bound": each.bound,
            "change": each.change,
            "corrupt": each.corrupt,
            "previous": each.previous,
        }
        for each in mentions_in(case["input"])
    ]

    assert expected == found


def day(text):
    return None if text is None else date.fromisoformat(text)


@pytest.mark.parametrize("case", cases("periods"))
def test_periods(case):
    """The clause names this period (or none), and a figure in it is about these days."""
    periods = period_mentions(case["input"])
    start, end = map(day, case["report"])
    resolved = resolve(periods[0] if periods else None, start, end, case["measure"], case.get("basis", "stated"))
    kind, first, last, basis = case["expected"]

    assert case["period"] == [case["input"][each.start : each.end] for each in periods]
    assert (kind, day(first), day(last), basis) == resolved


def test_a_quarter_of_the_cases_expects_nothing():
    """Silence is as much a decision as a number."""
    mentions = [case.values[0]["mentions"] for case in cases("mentions")]

    assert len(mentions) >= 330
    assert 4 * sum(not each for each in mentions) >= len(mentions)


@pytest.mark.parametrize("case", cases("mentions", gaps=False))
def test_what_stands_around_a_case_does_not_change_it(case):
    """The same sentence between others gives the same mentions, moved."""
    before = "会议听取了汇报。\n"
    alone = [(each.start, each.end, each.value, each.unit, each.bound) for each in mentions_in(case["input"])]
    within = mentions_in(before + case["input"] + "。\n会议结束。")
    moved = [(each.start - len(before), each.end - len(before), each.value, each.unit, each.bound) for each in within]

    assert alone == moved
    assert all(isinstance(each.value, Decimal) for each in within)
