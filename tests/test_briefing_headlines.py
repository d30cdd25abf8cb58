"""The titles of a deck: each at most a line, none twice, each with its place where several places speak."""

from __future__ import annotations

from dataclasses import replace

import pytest
from briefings import count_view, rate_view
from chart_rows import EN, ZH, cell, count
from hypothesis import given
from hypothesis import strategies as st

from faheng.briefing.action_titles import (
    beside_text,
    findings_title,
    longest,
    matrix_title,
    profile_title,
    ranking_title,
)
from faheng.briefing.headlines import TitledView, told_apart

NAMES = st.sampled_from(["盐田", "城东", "某某市经济技术开发区", ""])
ACTIONS = st.sampled_from(["建议 89 件", "建议 89 件，低于同级中位数", "名" * 28, "应诉率 72.7%，6 地中第 4"])


def titled(*pairs, written=False):
    return [TitledView(rate_view(title="各地", action=action), place, written) for action, place in pairs]


def titles(views, say=ZH):
    return [view.headline for view in told_apart(views, say)]


def test_of_one_place_the_titles_stay_as_they_are():
    assert ["建议 89 件", "提案 3 件"] == titles(titled(("建议 89 件", "盐田"), ("提案 3 件", "盐田")))


def test_of_several_places_each_is_named_once():
    pairs = (("建议 89 件", "盐田"), ("建议 89 件", "城东"), ("城东：3 项", "城东"))

    assert ["盐田建议 89 件", "城东建议 89 件", "城东：3 项"] == titles(titled(*pairs))


def test_two_views_that_say_the_same_are_told_apart_by_their_place_and_period():
    first, second, third = titles(titled(*[("建议 89 件", "盐田")] * 3))

    assert ("建议 89 件", "盐田建议 89 件") == (first, second)
    assert third not in (first, second)


def test_a_title_loses_its_spaces_before_it_loses_what_it_finds():
    pairs = (("行政机关负责人出庭应诉率 80.98%，4 地中第 3", "云南"), ("建议 3 件", "城东"))

    assert "云南行政机关负责人出庭应诉率80.98%，4地中第3" == titles(titled(*pairs))[0]


def test_what_a_person_wrote_stays_also_where_it_is_there_twice():
    assert ["同题", "同题"] == titles(titled(("同题", "盐田"), ("同题", "城东"), written=True))


def test_a_view_of_several_places_names_none():
    assert ["3 份报告", "盐田建议 89 件", "城东建议 3 件"] == titles(
        titled(("3 份报告", ""), ("建议 89 件", "盐田"), ("建议 3 件", "城东"))
    )


def test_a_view_without_a_finding_keeps_its_message():
    assert ["各地从 100 件到 103 件。"] == [v.headline for v in told_apart([TitledView(count_view(), "盐田")], ZH)]


@given(st.lists(st.tuples(ACTIONS, NAMES), min_size=1, max_size=12), st.sampled_from([ZH, EN]))
def test_no_title_is_there_twice_or_longer_than_a_line(pairs, say):
    made = titles(titled(*pairs), say)

    assert len(made) == len(set(made))
    assert max(map(len, made)) <= longest(say)


ACROSS = {"interval_low": 80.0, "interval_high": 95.0}


@pytest.mark.parametrize(
    ("value", "more", "told"),
    [
        (72.7, {}, "低于青海"),
        (90.0, {}, "高于青海"),
        (85.6, {}, ""),
        (90.0, ACROSS, ""),
        (90.0, {"bound": "at_least"}, ""),
        (90.0, {"verdicts": ["other_period"]}, ""),
        (None, {}, ""),
    ],
)
def test_a_title_says_how_ours_stands_to_a_line_only_where_it_is_known(value, more, told):
    assert told == beside_text(cell(value=value, **more), 85.6, "青海", ZH)


def test_what_stands_beside_is_left_out_where_a_rank_is_known_or_the_line_is_full():
    own, others = cell(), (cell("1", value=90.0), cell("2", value=80.0))

    assert "出庭应诉率 72.7%，低于青海" == ranking_title([own], "630102", ZH, "低于青海")
    assert "出庭应诉率 72.7%，3 地中第 3" == ranking_title([own, *others], "630102", ZH, "低于青海")
    assert "名" * 20 + " 72.7%" == ranking_title([replace(own, indicator="名" * 20)], "630102", ZH, "低于青海")


def test_tables_have_titles_that_say_how_much_is_known():
    cells = [cell(), count("630102", value=None, verdicts=["not_reported"]), cell("210100")]

    assert "城东 2 项指标有数 1 项，可比 1 项" == matrix_title(cells, "630102", ZH)
    assert "" == matrix_title(cells, "999999", ZH)
    assert ["核对：矛盾 1 处，待核 2 处", "核对：待核 2 处，无矛盾", "核对未见矛盾和疑点"] == [
        findings_title(*found, ZH) for found in ((1, 2), (0, 2), (0, 0))
    ]
    assert longest(ZH) >= len(profile_title("某某回族自治县经济技术开发区管理委员会辖区", 13, 5, ZH))
