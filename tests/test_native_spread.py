"""A distribution in an office program: a bar a class, nobody lost, ours dark."""

from __future__ import annotations

from chart_rows import EN, ZH
from test_charts_spread import some, spread_of

from faheng.charts.look import LIGHT
from faheng.charts.spread_of import bins_of
from faheng.native.spread import spread_chart


def test_the_bars_are_the_classes_with_the_highest_on_top():
    shown = spread_of(some(60))
    chart = spread_chart(shown, ZH)
    (series,) = chart.series

    assert [len(one.values) for one in bins_of(shown.values)][::-1] == [mark.value for mark in series.marks]
    assert 60 == sum(mark.value for mark in series.marks)
    assert [LIGHT.accent] == [mark.colour for mark in series.marks if mark.bold]
    assert chart.high >= max(mark.value for mark in series.marks)


def test_what_is_dark_and_where_the_middle_lies_is_said():
    chart = spread_chart(spread_of([80.0, 90.0, *[100.0] * 10]), EN)

    assert ("Bars: number of places", "dark: the class of 城东",
            "median 100%, middle half from 100% to 100%") == chart.key  # fmt: skip
