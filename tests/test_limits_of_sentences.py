"""Whatever stands before a figure, and however much of it: the same figures are read around every limit."""

from __future__ import annotations

import random
from datetime import date

import pytest
from damaged import WHOLE
from shipped_reading import read_report

from faheng.model import PeriodBasis
from faheng.reading.about.about import ReportAbout
from faheng.reading.texts.original import Original

ABOUT = ReportAbout("report", None, "annual_report", date(2022, 1, 1), date(2022, 12, 31), PeriodBasis.STATED)
# What the reader counts in characters: lines, phrases, headings, sentences, openings, samples.
LIMITS = (
    24, 30, 40, 45, 60, 80, 120, 150, 160, 200, 400, 500, 600, 700, 800, 1_000, 1_200, 2_000, 2_200, 3_000, 4_096,
    8_000, 32_768,
)  # fmt: skip
FIGURES = {
    "受理行政复议案件127件": [("reconsideration_accepted", 127, "")],
    "行政机关负责人出庭应诉率100%": [("court_appearance_rate", 100, "")],
    "受理行政复议案件127件,审结100件": [("reconsideration_accepted", 127, ""), ("reconsideration_concluded", 100, "")],
    "以市政府为被告的行政诉讼案件61件,败诉7件": [
        ("litigation_cases", 61, "government_defendant"), ("litigation_lost", 7, "government_defendant"),
    ],
    "行政机关负责人出庭应诉率和行政诉讼案件败诉率分别为98.5%、3%": [
        ("court_appearance_rate", 98.5, ""), ("litigation_loss_rate", 3, ""),
    ],
}  # fmt: skip
FILLERS = (
    "甲", "甲乙丙,", "工作有序、", "甲乙\t", "(甲)", "甲 ", "甲乙|",
    "修复古桥15座,", "古桥15座、", "15\t", "古桥|15|", "修复古桥,",
)  # fmt: skip
pytestmark = pytest.mark.stress
DRAWS = 2_000 if WHOLE else 300


def figures(text: str) -> list[tuple[str, float, str]]:
    """Indicator, value and scope of what is read."""
    reading = read_report(Original("report", text, "txt", ""), ABOUT)
    return sorted((one.indicator_id, float(one.value), one.scope) for one in reading.observations)


def lengths() -> list[tuple[str, str, int]]:
    """A seeded draw: a filler, a figure, and how much stands before it; half of them around a limit."""
    draw = random.Random(1_000)  # noqa: S311 (a seeded draw, no secret)
    around = [max(0, draw.choice(LIMITS) + draw.randint(-25, 5)) for _ in range(DRAWS // 2)]
    anywhere = [draw.randint(0, 3_000) for _ in range(DRAWS - len(around))]
    return [(draw.choice(FILLERS), draw.choice(list(FIGURES)), length) for length in (*around, *anywhere)]


@pytest.mark.parametrize(("filler", "figure", "length"), lengths())
def test_the_same_figures_behind_any_length(filler: str, figure: str, length: int) -> None:
    whole, rest = divmod(length, len(filler))
    text = filler * whole + "甲" * rest + "," + figure

    assert sorted(FIGURES[figure]) == figures(text + "。")
    assert sorted(FIGURES[figure]) == figures(f"{text},{filler * whole}。")
