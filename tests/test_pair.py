"""Two places side by side: a difference only where both may be compared, else the reason."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from chart_rows import ZH, cell, count
from drawn import html, opened, served  # noqa: F401 (a fixture)

from faheng.briefing.made_briefing import briefing_of
from faheng.briefing.plan import BriefingPlan, PlannedView
from faheng.briefing.table import Number
from faheng.model import Cell
from faheng.views.pair import PairLine, line_of_two

THEIRS = {"locality": "沈阳", "locality_code": "210100"}


@pytest.mark.parametrize(
    ("ours", "theirs", "difference", "reason"),
    [
        (cell(), cell(value=70.0, **THEIRS), "比沈阳 70% 高 2.7 个百分点", ""),
        (cell(), cell(value=80.0, **THEIRS), "比沈阳 80% 低 7.3 个百分点", ""),
        (cell(), cell(**THEIRS), "相同", ""),
        (cell(interval_low=60.0, interval_high=80.0), cell(value=78.0, interval_low=70.0, interval_high=90.0, **THEIRS),
         "95% 区间重叠，不可区分", ""),
        (cell(interval_low=70.0, interval_high=74.0), cell(value=98.0, interval_low=97.0, interval_high=99.0, **THEIRS),
         "比沈阳 98% 低 25.3 个百分点", ""),
        (cell(), cell(year=2019, **THEIRS), "", "年度不同，不直接对照"),
        (cell(bound="at_least"), cell(value=70.0, **THEIRS), "", "城东：不是确数"),
    ],
)  # fmt: skip
def test_the_difference_or_why_there_is_none(ours: Cell, theirs: Cell, difference: str, reason: str) -> None:
    line = line_of_two(ours, theirs, ZH)

    assert (difference, reason) == (line.difference, line.reason)


@pytest.mark.parametrize("verdict", ["other_period", "other_definition", "not_reported"])
def test_what_is_barred_says_which_side_and_why(verdict: str) -> None:
    """Of either side; no difference is given then."""
    barred = (
        cell(verdicts=[verdict], **THEIRS)
        if verdict != "not_reported"
        else cell(value=None, verdicts=[verdict], **THEIRS)
    )
    line: PairLine = line_of_two(cell(), barred, ZH)

    assert ("", True) == (line.difference, line.reason.startswith("沈阳："))


@pytest.mark.usefixtures("served")
def test_the_page_sets_two_places_beside_each_other() -> None:
    """盐田 and 光明: the head names both in their order, and proposals, which both state, have a difference."""
    page = opened("pair", place="440308", **{"with": "440311"})
    (table,) = [each for each in html(page) if "fh-pair" in each]
    head = re.findall(r"<th scope=.col.[^>]*>([^<]*)</th>", table)
    (line,) = [each for each in re.split("<tr", table) if ">人大代表建议<" in each]

    assert not page.exception
    assert ["指标", "盐田", "光明", "差别"] == head
    assert re.search("比光明|光明：|盐田：|相同", line)


@pytest.mark.usefixtures("served")
def test_a_place_alone_of_its_kind_says_what_to_do() -> None:
    page = opened("pair", place="511722", province="510000", level="township")

    assert not page.exception
    assert ["请在“并列”中选择另一个地区：同级没有其他已收录报告的地区。"] == [each.value for each in page.info]


def test_two_places_go_into_a_briefing_as_a_table(shipped_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What may be compared first, with its difference; each value over its period; the title says how much it is."""
    monkeypatch.setenv("FAHENG_STORE", str(shipped_folder))
    planned = PlannedView("pair", {"place": "440308", "with": "440311"})
    (view,) = briefing_of(BriefingPlan(views=(planned,)), "zh", today=date(2026, 11, 25)).views
    told = [row for row in view.table.rows if row[-1] != "不可比"]

    assert ["指标", "盐田", "光明", "盐田比光明"] == [head.name for head in view.table.columns]
    assert told == list(view.table.rows[: len(told)])
    assert re.fullmatch(r"盐田与光明：\d+ 项指标，可比 \d+ 项", view.headline)
    assert view.headline == f"盐田与光明：{len(view.table.rows)} 项指标，可比 {len(told)} 项"
    assert all(isinstance(cell, Number) and "年" in cell.text and not cell.below for row in told for cell in row[1:3])
    assert "人大代表建议（件）" in [row[0] for row in told]


def test_a_difference_under_a_head_that_names_both_has_a_sign() -> None:
    rate = line_of_two(cell(), cell(value=80.0, **THEIRS), ZH)
    counts = line_of_two(count(value=500_000.0), count(value=380.0, **THEIRS), ZH)
    barred = line_of_two(cell(bound="at_least"), cell(**THEIRS), ZH)

    assert ["−7.3 个百分点", "+499,620 件", ""] == [line.brief for line in (rate, counts, barred)]


@pytest.mark.usefixtures("served")
def test_the_page_offers_its_view_to_the_briefing() -> None:
    page = opened("pair", place="440308", **{"with": "440311"})

    assert any("加入简报" in each for each in html(page))
