"""How the work of reading grows with a text that says the same again and again: with its length, and no faster.

Work is counted in calls, which no other process disturbs; tests/benchmarks/growth.py takes the time.
"""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from shipped_reading import catalogue, read_report

from faheng.checks.reading import checked
from faheng.reading.about.about import ReportAbout
from faheng.reading.leftovers import leftovers_of
from faheng.reading.texts.original import Original

KNOWN = catalogue()
SHORT, TIMES = 120, 4
# A quadratic step would make it TIMES times as much again.
ALLOWED = TIMES * 1.25
SHAPES = (
    "全年受理行政复议案件127件。",
    "全年受理行政复议案件127件",
    "全年受理行政复议案件127件\n",
    "2022年受理、审结行政复议案件分别为56件、52件,",
    "行政复议案件\t127\t件\n",
    "其中出庭应诉率100%;",
    "受理案件1²7件,办结120件,办结率94.5%。",
    "同比增长5%,2021年为20192020172件。\n",
)


def calls(text: str) -> int:
    """How many functions the reading of a text calls, with its leftovers and its findings."""
    original, counted = Original("report", text, "txt", ""), 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        reading = read_report(original, ReportAbout("report"))
        leftovers_of(reading)
        checked(reading, None, KNOWN)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize("shape", SHAPES)
def test_a_text_four_times_as_long_costs_four_times_as_much(shape: str) -> None:
    calls(shape * 3)

    assert calls(shape * SHORT * TIMES) <= ALLOWED * calls(shape * SHORT)
