"""Counts as sentences and titles say them: 680 万户, and never fewer digits than there are."""

from __future__ import annotations

from decimal import Decimal

import pytest
from chart_rows import EN, ZH, count
from hypothesis import given
from hypothesis import strategies as st

from faheng.briefing.action_titles import trend_title
from faheng.words.values import Amount, units, value_text

CASE, PERCENT = units()["case"], units()["percent"]


@pytest.mark.parametrize(
    ("value", "bound", "zh", "en"),
    [
        (6_800_000.0, "exact", "680 万件", "6.8 million cases"),
        (81_000.0, "exact", "8.1 万件", "81,000 cases"),
        (10_000.0, "at_least", "≥1 万件", "≥10,000 cases"),
        (121_300.0, "about", "约 12.13 万件", "about 121,300 cases"),
        (12_603.0, "exact", "12,603 件", "12,603 cases"),
        (9_900.0, "exact", "9,900 件", "9,900 cases"),
        (150_000_000.0, "exact", "1.5 亿件", "150 million cases"),
        (123_450_000.0, "exact", "12,345 万件", "123.45 million cases"),
        (-20_000.0, "exact", "−2 万件", "−20,000 cases"),
        (0.0, "exact", "0 件", "0 cases"),
    ],
)
def test_large_round_counts_take_a_word_of_scale(value: float, bound: str, zh: str, en: str) -> None:
    assert (zh, en) == tuple(value_text(Amount(value, CASE, bound), say, told=True) for say in (ZH, EN))


def test_a_rate_keeps_its_numeral() -> None:
    assert "20,000%" == value_text(Amount(20_000.0, PERCENT), ZH, told=True)


@given(st.integers(-(10**11), 10**11))
def test_what_is_told_can_be_read_back(number: int) -> None:
    """Nothing is rounded away, whatever the word."""
    text = value_text(Amount(float(number), CASE), ZH, told=True).removesuffix("件").strip().replace("−", "-")
    scale = {"万": 10**4, "亿": 10**8}.get(text[-1], 1)

    assert number == Decimal(text.rstrip("万亿 ").replace(",", "")) * scale


def test_the_title_of_a_trend_says_by_how_many_of_what_a_count_changed() -> None:
    years = [count(year=2023, value=5_800_000.0), count(year=2024, value=6_800_000.0)]
    fewer = [count(year=2023, value=1_234_570.0), count(year=2024, value=3.0)]

    assert "出庭应诉率 680 万件，比上年多 100 万件" == trend_title(years, years[0].locality_code, ZH)
    assert "出庭应诉率 3 件，比上年少 1,234,567 件" == trend_title(fewer, fewer[0].locality_code, ZH)
