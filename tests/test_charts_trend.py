"""Trends break where they must; coverage says what it counts."""

from __future__ import annotations

from dataclasses import replace

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
from faheng.charts.notes import trend_note
from faheng.charts.shown import ChartFrame, Shown, Style
from faheng.charts.trend import MOST_PANELS, small_multiples, trend

STYLE = Style(LIGHT, ZH)


def trended(*cells, selected=(), **frame):
    return trend(Shown(frame_of(*cells), "440308", selected), ChartFrame(**(FRAME | frame)), STYLE)


def multiplied(*cells, ours="440308", **frame):
    return small_multiples(Shown(frame_of(*cells), ours), ChartFrame(**(FRAME | frame)), STYLE)


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


@pytest.mark.parametrize("odd", [{"scope": "district_congress"}, {"verdicts": ["other_definition"]}])
def test_a_value_of_another_definition_is_an_open_square_with_its_key(odd):
    figure = trended(*(count(year=2019 + i) for i in range(4)), count(year=2023, value=380.0, **odd))
    marker = figure.data[0].marker

    assert ["circle", "square"] == [marker.symbol[0], marker.symbol[-1]]
    assert LIGHT.paper == marker.color[-1] != marker.color[0]
    assert any("□ 口径不同" in text for text in texts_in(figure))


@pytest.mark.parametrize("values", [YANTIAN, [116, 135, 147, 199, 380], [1, 0, 1, 0, 1], [99.0]])
def test_ticks_reach_the_maximum_and_every_value_is_labelled(values):
    figure = multiplied(*(count(year=2014 + i, value=float(v)) for i, v in enumerate(values)), framed=False)

    assert figure.layout.yaxis.tickvals[-1] >= max(values)
    assert {f"{v:g}" for v in values} <= set(texts_in(figure))


def test_labels_keep_off_the_axis_and_are_on_paper_where_a_reference_runs():
    figure = trended(*(count(year=2019 + i, value=float(v)) for i, v in enumerate([40, 0, 50])))
    (zero,) = [note for note in figure.layout.annotations if note.text == "0"]

    assert zero.yshift > 0


def test_without_its_frame_a_trend_keeps_its_unit():
    assert "单位：件" in texts_in(trended(count(), framed=False))
    assert not trended(count(), framed=False).layout.title.text


def test_the_note_counts_the_points_that_are_no_plain_yearly_values():
    cells = [cell(verdicts=["implied"]), cell(verdicts=["other_definition", "other_period"]), cell()]

    assert trend_note(frame_of(*cells), ZH) == "有 2 个点为反推值或口径、期间不同，见下。"
    assert not trend_note(frame_of(cell()), ZH)


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
    figure = trended(*cells, selected=("440311",))

    assert {"地440308 100", "地440311 380"} <= set(texts_in(figure))
    assert [LIGHT.accent, LIGHT.selected[0]] == [trace.line.color for trace in figure.data]


def test_rates_near_full_show_the_hundred():
    low, high = trended(cell(year=2019, value=95.0), cell(year=2020, value=98.0)).layout.yaxis.range

    assert low < 95
    assert high > 100


def test_small_multiples_have_a_panel_and_a_heading_each():
    figure = multiplied(count(), cell(), ours="630102")

    assert {"<b>出庭应诉率（件）</b>", "<b>出庭应诉率（%）</b>"} <= set(texts_in(figure))
    assert {"x", "x2"} == {trace.xaxis for trace in figure.data}


def test_small_multiples_say_what_they_leave_out():
    cells = [count(str(i)) for i in range(MOST_PANELS + 2)]
    figure = multiplied(*cells, ours="0")

    assert any("另有 2 图未画出" in text for text in texts_in(figure))


def test_coverage_is_counts_in_a_table():
    """Themes down, reports across."""
    (table,) = coverage(covered(), ChartFrame(**FRAME), STYLE).data

    assert [list(line) for line in table.text] == [["12/26", "4/26"], ["3/10", ""]]
    assert pytest.approx(table.z[0][0]) == 12 / 26
    assert list(table.meta) == ["a", "b"]
    assert table.customdata is None


def test_coverage_leaves_blank_what_is_not_stated():
    nothing = tuple(replace(each, reported=0) for each in covered())
    (table,) = coverage(nothing, ChartFrame(**FRAME, framed=False), STYLE).data

    assert {""} == {text for line in table.text for text in line}
    assert {None} == {share for line in table.z for share in line}
