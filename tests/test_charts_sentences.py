"""The sentence above a chart claims only what the verdicts allow."""

from __future__ import annotations

import pytest
from chart_rows import (
    ZH,
    benchmarks,
    cell,
    count,
    covered,
    frame_of,
    part_of_2022,
    record,
)

from faheng.charts.sentences import brief_change, coverage_sentence, trend_sentence, trends_sentence
from faheng.charts.standing import Background, ranking_sentence, year_before
from faheng.model import Peers


def test_coverage_sentence_names_most_and_least():
    expected = "披露指标最多的是城东 2020年报告（36 项中 15 项），最少的是沈阳 2022年报告（26 项中 4 项）。"

    assert expected == coverage_sentence(covered(), ZH)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([cell()], "城东 72.7%（2020年），低于青海 85.59%（2023年）。"),
        ([cell(value=90.0)], "城东 90%（2020年），高于青海 85.59%（2023年）。"),
        ([cell(interval_low=60.0, interval_high=88.0)], "城东 72.7%（2020年），与青海 85.59%（2023年）不可区分。"),
        ([cell(bound="at_least")], "城东 ≥72.7%（2020年），不是确数，无法与青海 85.59%（2023年）比高低。"),
        ([part_of_2022(locality_code="630102")], "沈阳 98.3%：只含2022年1—5月，不足一年，不与全年数比较。"),
        ([cell(value=None, verdicts=["not_reported"])], "城东：2020年度报告未披露此项。"),
        ([part_of_2022()], "所选各地的口径或期间互不相同，均不可直接比较。"),
    ],
)
def test_ranking_sentence(cells, expected):
    marks = benchmarks(("全国", "2020", 41.8), ("青海", "2023", 85.59))

    assert expected == ranking_sentence(frame_of(*cells), marks, "630102", ZH, home=["青海", "全国"])


@pytest.mark.parametrize(("home", "named"), [((), "全国"), (("广东",), ""), (("广东", "全国"), "全国")])
def test_a_region_in_which_our_locality_does_not_lie_is_never_named(home, named):
    marks = benchmarks(("青海", "2023", 98.0), ("全国", "2020", 41.8))
    sentence = ranking_sentence(frame_of(cell()), marks, "630102", ZH, home=home)

    assert "青海" not in sentence
    assert named in sentence
    assert ("高于" in sentence) == bool(named)


def test_without_the_country_no_benchmark_is_named():
    sentence = ranking_sentence(frame_of(cell()), benchmarks(("青海", "2023", 98.0)), "630102", ZH)

    assert sentence == "城东 72.7%（2020年）。"


def test_trends_say_what_is_missing_in_all_years_and_what_waits_in_the_table():
    held = [cell(indicator_id=str(i), indicator=f"指标{i}") for i in range(5)]
    missing = [
        cell(year=year, value=None, indicator_id=name, indicator=name, verdicts=["not_reported"])
        for name in ("甲", "乙")
        for year in (2019, 2020)
    ]
    sentence = trends_sentence(frame_of(*held, *missing), "630102", ZH)

    assert sentence.endswith("其余 2 项见表。甲、乙：未披露。")
    assert "指标2：" in sentence
    assert "指标3：" not in sentence


def test_ranks_are_ranges_where_values_tie():
    peers = [cell("1", value=90.0), cell("2", value=72.7), cell(), cell("3", value=10.0)]

    assert ranking_sentence(frame_of(*peers), (), "630102", ZH).endswith("在可比的 4 地中列第 2—3 位。")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([count(year=2023, value=107.0), count(year=2024, value=102.0)],
         "地4403082024年 102 件，比上年减少 5 件（−4.7%）。"),
        ([cell(year=2019, value=68.0), cell()], "城东2020年 72.7%，比上年提高 4.7 个百分点。"),
        ([cell(year=2019, value=68.0, interval_low=55.0, interval_high=79.0),
          cell(interval_low=60.0, interval_high=83.0)],
         "城东2020年 72.7%，比上年提高 4.7 个百分点，95% 区间重叠，两年不可区分。"),
        ([count(year=2020, value=21.0), count(year=2023, value=170.0)],
         "地4403082023年 170 件；没有上年数，不计增减。"),
        ([count(year=2019, value=0.0), count(year=2020, value=3.0)], "地4403082020年 3 件，比上年增加 3 件。"),
        ([cell(year=2019, scope="x"), cell()], "城东2020年 72.7%；与前一数口径不同，不计增减。"),
    ],
)  # fmt: skip
def test_trend_sentence(cells, expected):
    assert expected == trend_sentence(frame_of(*cells), ZH)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([count(year=2023, value=107.0), count(year=2024, value=102.0)], "−5 件（−4.7%）"),
        ([count(year=2019, value=0.0), count(year=2020, value=3.0)], "+3 件"),
        ([count(year=2023, value=107.0), count(year=2024, value=107.0)], "持平"),
        ([count(year=2023, value=107.0), count(year=2024, value=110.0, bound="at_least")], "有一年不是确数"),
        ([cell(year=2019, value=68.0), cell()], "+4.7 个百分点"),
        ([cell(year=2019, value=68.0, interval_low=55.0, interval_high=79.0),
          cell(interval_low=60.0, interval_high=83.0)], "+4.7 个百分点，95% 区间重叠，两年不可区分"),
        ([count(year=2020, value=21.0), count(year=2023, value=170.0)], None),
    ],
)  # fmt: skip
def test_a_change_in_brief_says_what_the_sentence_says(cells, expected):
    """Under a head that names the year before; None where the two may not be set against each other."""
    pair = year_before(cells[-1], Background(history=cells))

    assert expected == (pair and brief_change(*pair, ZH))


def test_equal_values_have_no_highest_and_no_lowest():
    """Of two places at 100% none stands above the other."""
    equal = [cell("1", value=100.0), cell("2", value=100.0)]

    assert "可比的 2 地均为 100%。" == ranking_sentence(frame_of(*equal), (), "630102", ZH)


def test_a_change_on_an_implied_value_says_so():
    """The base was worked back from the growth itself, and proves nothing."""
    implied = count(year=2019, value=80.0, origin="implied", verdicts=["implied"])
    sentence = trend_sentence(frame_of(implied, count(year=2020, value=100.0)), ZH)

    assert sentence.endswith("比上年增加 20 件（+25.0%）（上年数由增幅反推）。")


def test_a_card_ranks_among_the_whole_level():
    """The few places beside ours are examples there; of too few peers the places shown are told."""
    others = [cell(value=70.0, locality_code="1"), cell(value=60.0, locality_code="2")]
    ends = {"more_surely": 12, "more_perhaps": 17, "less_surely": 0, "less_perhaps": 5}
    many = record(Peers, peers="同级", places=17, least_peers=3, population_unknown=False, median=80.0, **ends)
    few = record(Peers, peers="同级", places=2, least_peers=3, population_unknown=False, **ends)
    told = [
        ranking_sentence(frame_of(cell(), *others), (), "630102", ZH, background=Background((each,), whole_level=True))
        for each in (many, few)
    ]

    assert "同级 18 地中列第 13—18 位" in told[0]
    assert "在可比的 3 地中列第 1 位" in told[1]


def test_a_rank_says_that_other_levels_are_not_counted():
    """Where a city stands comparable beside districts, the number of the sentence is not that of the dots."""
    districts = [cell(), cell(value=70.0, locality_code="1"), cell(value=60.0, locality_code="2")]
    city = cell(value=99.0, locality_code="3", level="prefecture")

    alone = ranking_sentence(frame_of(*districts), (), "630102", ZH)
    mixed = ranking_sentence(frame_of(*districts, city), (), "630102", ZH)

    assert "在可比的 3 地中列第 1 位" in alone
    assert "在可比的同级 3 地中列第 1 位" in mixed
