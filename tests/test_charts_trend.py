"""Trends break where they must; coverage says what it counts."""

from __future__ import annotations

import pytest
from chart_rows import (
    FRAME,
    YANTIAN,
    ZH,
    cell,
    count,
    covered,
    frame_of,
    texts_in,
    traced,
)

from faheng.charts.coverage import coverage
from faheng.charts.look import LIGHT
from faheng.charts.trend import MOST_PANELS, small_multiples, trend


def trended(*cells, **more):
    options = {"look": LIGHT, "say": ZH, "ours": "440308"} | FRAME | more
    return trend(frame_of(*cells), **options)


def test_eleven_unbroken_years():
    figure = trended(*(count(year=2014 + i, value=float(v)) for i, v in enumerate(YANTIAN)))
    line = figure.data[0]

    assert list(range(2014, 2025)) == list(line.x)
    assert list(line.y) == YANTIAN
    assert [f"440308-{year}" for year in range(2014, 2025)] == [each[0] for each in line.customdata]
    assert list(range(2014, 2025)) == list(figure.layout.xaxis.tickvals)
    assert figure.layout.yaxis.range[0] == 0
    assert {str(v) for v in YANTIAN} <= set(texts_in(figure))


def test_a_line_breaks_at_missing_years():
    line = trended(*(count(year=y, value=v) for y, v in ((2019, 49.0), (2020, 21.0), (2023, 170.0)))).data[0]

    assert list(line.y) == [49.0, 21.0, None, 170.0]
    assert line.connectgaps is False


def test_a_line_breaks_where_the_definition_or_the_scope_changes():
    cells = [count(year=2019), count(year=2020, scope="respondent"), count(year=2021, source_indicator_id="other")]

    assert list(trended(*cells).data[0].y) == [100.0, None, 100.0, None, 100.0]


def test_a_period_that_is_not_a_year_is_a_bar_along_time():
    two_years = {"period_kind": "multi_year", "period_start": "2023-01-01", "period_end": "2024-12-31"}
    figure = trended(cell(year=2022), cell(year=2024, value=99.0, **two_years))
    (span,) = traced(figure, "span")

    assert pytest.approx(list(span.x), abs=0.01) == [2022.5, 2024.5]
    assert list(span.y) == [99.0, 99.0]
    assert any("▬ 期间不是一年" in text for text in texts_in(figure))
    assert None in list(figure.data[-1].y)


def test_an_implied_value_is_hollow_with_its_interval_and_a_dotted_line():
    implied = cell(year=2019, value=69.0, origin="implied", value_low=69.0, value_high=76.2)
    figure = trended(implied, cell(year=2020))
    line = next(trace for trace in figure.data if trace.mode == "lines+markers")

    assert list(line.y) == [69.0, None, 72.7]
    assert ("diamond", LIGHT.paper) == (line.marker.symbol[0], line.marker.color[0])
    assert list(traced(figure, "value")[0].y) == [69.0, 76.2]
    assert traced(figure, "implied line")[0].line.dash == "dot"


def test_lines_are_named_at_their_ends_and_keep_their_colours():
    cells = [count(year=2020), count("440311", 2020, 380.0), count("440311", 2019, 199.0)]
    figure = trended(*cells, selected=["440311"])

    assert {"地440308 100", "地440311 380"} <= set(texts_in(figure))
    assert [LIGHT.accent, LIGHT.selected[0]] == [trace.line.color for trace in figure.data]


def test_rates_near_full_show_the_hundred():
    low, high = trended(cell(year=2019, value=95.0), cell(year=2020, value=98.0)).layout.yaxis.range

    assert low < 95
    assert high > 100


def test_small_multiples_have_a_panel_and_a_heading_each():
    figure = small_multiples(frame_of(count(), cell()), look=LIGHT, say=ZH, ours="630102", **FRAME)

    assert {"<b>出庭应诉率（件）</b>", "<b>出庭应诉率（%）</b>"} <= set(texts_in(figure))
    assert {"x", "x2"} == {trace.xaxis for trace in figure.data}


def test_small_multiples_say_what_they_leave_out():
    cells = [count(str(i)) for i in range(MOST_PANELS + 2)]
    figure = small_multiples(frame_of(*cells), look=LIGHT, say=ZH, ours="0", **FRAME)

    assert any("另有 2 图未画出" in text for text in texts_in(figure))


def test_coverage_is_counts_in_a_table():
    (table,) = coverage(covered(), look=LIGHT, say=ZH, **FRAME).data

    assert [list(line) for line in table.text] == [["12/26", "3/10"], ["4/26", ""]]
    assert pytest.approx(table.z[0][0]) == 12 / 26
    assert table.customdata[1][0][0] == "b"
