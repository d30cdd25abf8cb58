"""Titles of slides: the finding in one line, never more than the verdicts allow."""

from __future__ import annotations

import pytest
from chart_rows import EN, ZH, cell, count

from faheng.briefing.action_titles import LONGEST_TITLE, ranking_title, trend_title
from faheng.model import Cell

OURS = "630102"
OTHERS = (cell("1", value=90.0), cell("2", value=80.0))


@pytest.mark.parametrize(
    ("own", "title"),
    [
        (cell(), "出庭应诉率 72.7%，3 地中第 3"),
        (cell(value=90.0), "出庭应诉率 90%，3 地中第 1—2"),
        (cell(verdicts=["other_period"]), "出庭应诉率 72.7%（期间不同）"),
        (cell(value=None, verdicts=["not_reported"]), "出庭应诉率 未披露"),
        (cell(indicator="名" * 20), "名" * 20 + " 72.7%"),
        (cell(indicator="名" * 40), "名" * 28),
    ],
)
def test_a_comparison_says_value_and_rank(own: Cell, title: str) -> None:
    """A range where values tie; the verdict where ours is not compared; what is too long is left out."""
    assert title == ranking_title([own, *OTHERS], OURS, ZH)
    assert len(title) <= LONGEST_TITLE


def test_figures_of_several_indicators_have_no_rank_in_a_title() -> None:
    """Our place by its indicators, each among its own peers, is no order of places."""
    cells = [cell(OURS), cell(OURS, indicator_id="x"), cell("1", indicator_id="x", value=90.0)]

    assert "" == ranking_title(cells, OURS, ZH)


def test_where_nothing_is_better_there_is_no_rank() -> None:
    cells = [count(OURS, value=3.0), count("1", value=2.0), count("2", value=1.0)]

    assert "出庭应诉率 3 件" == ranking_title(cells, OURS, ZH)


def test_a_comparison_without_ours_has_no_title_of_its_own() -> None:
    assert "" == ranking_title(OTHERS, OURS, ZH)


@pytest.mark.parametrize(
    ("years", "title"),
    [
        ((cell(year=2019, value=68.0), cell()), "出庭应诉率 72.7%，比上年升 4.7 个百分点"),
        ((cell(year=2019, value=80.0), cell()), "出庭应诉率 72.7%，比上年降 7.3 个百分点"),
        ((cell(year=2019), cell()), "出庭应诉率 72.7%，与上年持平"),
        ((cell(year=2018, value=68.0), cell()), "出庭应诉率 72.7%"),
        ((cell(year=2019, value=68.0, bound="at_least"), cell()), "出庭应诉率 72.7%"),
        ((cell(year=2019, scope="x"), cell()), "出庭应诉率 72.7%"),
        ((cell(), cell(indicator_id="other")), ""),
    ],
)
def test_a_trend_says_value_and_change(years: tuple[Cell, ...], title: str) -> None:
    """Only on the year before, of exact values of one definition."""
    assert title == trend_title(years, OURS, ZH)


def test_both_languages_say_the_same() -> None:
    assert "出庭应诉率 72.7%, 3 of 3" == ranking_title([cell(), *OTHERS], OURS, EN)
    assert "出庭应诉率 72.7%, up 4.7 percentage points" == trend_title((cell(year=2019, value=68.0), cell()), OURS, EN)


def test_a_value_that_is_not_there_is_no_value_in_english() -> None:
    unread = cell(value=None, verdicts=["not_read"])

    assert "出庭应诉率: not read for this" == ranking_title([unread, *OTHERS], OURS, EN)
    assert "出庭应诉率 未核读" == ranking_title([unread, *OTHERS], OURS, ZH)
