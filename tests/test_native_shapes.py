"""A native chart as plain shapes: each mark once, where its value lies, and nothing outside its room."""

from __future__ import annotations

from itertools import pairwise

import pytest
from briefings import count_view, rate_view, years_view
from hypothesis import given
from hypothesis import strategies as st

from faheng.native.chart import NativeChart, NativeMark, NativeSeries
from faheng.native.shapes import chart_shapes


def chart(kind, values, low=0.0, high=100.0):
    marks = tuple(None if value is None else NativeMark(value, f"{value:g}", "#1F4E79") for value in values)
    names = tuple(f"地{i}" for i in range(len(values)))
    series = NativeSeries("可比", "#1F4E79", marks, joined=kind == "line")
    return NativeChart(kind, names, (series,), percent=False, low=low, high=high, step=20, format="0")


def test_bars_are_as_long_as_their_values():
    """From zero, the first category on top."""
    strips = chart_shapes(chart("bar", [20, 40, 80]), 600, 300, 12).strips

    assert [2.0, 2.0] == [round(b.width / a.width, 6) for a, b in pairwise(strips)]
    assert sorted(strips, key=lambda each: each.top) == list(strips)


def test_a_missing_year_is_a_gap():
    """The line stops before it and goes on after it; no mark stands at nothing."""
    shapes = chart_shapes(chart("line", [10, 20, None, 30, 40]), 600, 300, 12)
    lines = [each for each in shapes.lines if each.width == 2]

    assert [2, 2] == [len(each.points) for each in lines]
    assert 4 == len(shapes.dots)


@pytest.mark.parametrize("make", [rate_view, count_view, years_view])
def test_the_texts_are_those_of_the_chart(make):
    """A value is said as the chart says it."""
    native = make().chart
    said = {text.text for text in chart_shapes(native, 800, 300, 12).texts}
    labelled = {m.text for s in native.series for m in s.marks if m and m.shown and s.shape != "none"}

    assert labelled
    assert labelled <= said


@given(
    st.sampled_from(["bar", "dot", "line"]),
    st.lists(st.one_of(st.none(), st.floats(-50, 500)), min_size=1, max_size=16),
    st.floats(120, 900),
    st.floats(90, 500),
)
def test_no_mark_leaves_its_room(kind, values, width, height):
    """Also a value beyond the axis, which lies on its end."""
    shapes = chart_shapes(chart(kind, values), width, height, 9)

    for dot in shapes.dots:
        assert 0 <= dot.x <= width
        assert 0 <= dot.y <= height
    for strip in shapes.strips:
        assert -1 <= strip.left <= strip.left + strip.width <= width + 1
