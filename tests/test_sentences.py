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
)

from faheng.charts.sentences import coverage_sentence, ranking_sentence, trend_sentence


def test_coverage_sentence_names_most_and_least():
    expected = "目录 36 项指标，披露最多的是城东 2020年报告（15 项），最少的是沈阳 2022年报告（4 项）。"

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


def test_ranks_are_ranges_where_values_tie():
    peers = [cell("1", value=90.0), cell("2", value=72.7), cell(), cell("3", value=10.0)]

    assert ranking_sentence(frame_of(*peers), None, "630102", ZH).endswith("在可比的 4 地中列第 2—3 位。")


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
         "地4403082023年 170 件；上年未披露，不计增减。"),
        ([count(year=2019, value=0.0), count(year=2020, value=3.0)], "地4403082020年 3 件，比上年增加 3 件。"),
        ([cell(year=2019, scope="x"), cell()], "城东2020年 72.7%；与前一数口径不同，不计增减。"),
    ],
)  # fmt: skip
def test_trend_sentence(cells, expected):
    assert expected == trend_sentence(frame_of(*cells), ZH)
