"""The median and range of peers on a ranking and on a trend."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chart_rows import EN, FRAME, ZH, cell, frame_of, record, traced

from faheng.charts.look import LIGHT
from faheng.charts.peers import peers_sentence
from faheng.charts.ranking import ranking
from faheng.charts.shown import ChartFrame, Shown, Style
from faheng.charts.trend import trend
from faheng.model import Peers
from faheng.words.values import units

PERCENT = units()["percent"]


def peers(*years, median=81.0, low=70.0, high=90.0, places=5, **fields):
    """A row of shared__peers for each year, or one of the latest values."""
    row = {"peers": "同级", "places": places, "least_peers": 3, "spread": "extremes", "median": median, "low": low,
           "high": high, "population_unknown": False} | fields  # fmt: skip
    return tuple(record(Peers, **row, year=year) for year in years or (None,))


def ranked(given, *cells):
    return ranking(Shown(frame_of(*cells), "630102", peers=given), ChartFrame(**FRAME), Style(LIGHT, ZH))


def test_the_median_is_a_dotted_line_with_its_label_and_the_range_a_band():
    figure = ranked(peers(), cell())

    assert "同级中位数 81%（5 地）" in [each.text for each in figure.layout.annotations]
    assert [81.0] == [each.x0 for each in figure.layout.shapes if each.type == "line" and each.line.dash == "dot"]
    assert [(70.0, 90.0)] == [(each.x0, each.x1) for each in figure.layout.shapes if each.name == "peers"]


def test_the_axis_reaches_the_band():
    low, high = ranked(peers(low=12.0, high=99.0), cell()).layout.xaxis.range

    assert low <= 12.0
    assert high >= 99.0


def test_too_few_peers_draw_nothing():
    figure = ranked(peers(median=None, low=None, high=None, places=2), cell())

    assert [] == [each for each in figure.layout.shapes if each.name == "peers"]
    assert not [each for each in figure.layout.annotations if "中位数" in each.text]


def test_a_year_with_too_few_peers_leaves_a_gap():
    first, few, last = peers(2019, 2020, 2021)
    given = (first, replace(few, median=None, low=None, high=None), last)
    shown = Shown(frame_of(cell(year=2019), cell(year=2021)), "630102", peers=given)
    figure = trend(shown, ChartFrame(**FRAME), Style(LIGHT, ZH))
    (line,) = traced(figure, "peers")

    assert ((2019, 2020, 2021), (81.0, None, 81.0)) == (line.x, line.y)
    assert any("┄ 同级中位数和区间" in (each.text or "") for each in figure.layout.annotations)
    assert [2018.5, 2020.5] == [each.x0 for each in figure.layout.shapes if each.name == "peers"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (peers(), "同级：可比的 5 地在 70% 至 90% 之间（灰色带）。"),
        (peers(spread="quartiles", places=9), "同级：可比的 9 地中，居中的一半在 70% 至 90% 之间（灰色带）。"),
        (peers(median=None, places=2), "同级：有可比数值的 2 地，不足 3 地，不给出中位数。"),
        (peers(population_unknown=True), "本地人口数未知，无法确定人口相近的地区。"),
    ],
    ids=["range", "quartiles", "few", "unknown"],
)
def test_the_band_is_told_in_words(given, said):
    assert said == peers_sentence(given, PERCENT, ZH)


def test_an_unknown_group_is_told_by_nothing():
    assert "" == peers_sentence((), PERCENT, EN)


def test_over_the_years_it_speaks_of_the_newest_with_a_median() -> None:
    """The last year has too few: the sentence names the year before, whose band is drawn."""
    first, few = peers(2019, 2020)

    said = peers_sentence((first, replace(few, median=None, low=None, high=None, places=0)), PERCENT, ZH)

    assert "同级（2019年）：可比的 5 地在 70% 至 90% 之间（灰色带）。" == said
