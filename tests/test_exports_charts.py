"""Native charts: what is drawn is what the rows say, what may not be compared stands apart, what is missing is no 0."""

from __future__ import annotations

import io
import random
import zipfile

import pytest
from briefings import COUNTS, RATES, YEARS
from chart_rows import ZH, benchmarks, cell, frame_of
from lxml import etree

from faheng.charts.look import LIGHT
from faheng.charts.shown import Shown
from faheng.native.chart import NativeChart, NativeSeries
from faheng.native.marks import format_of, formatted
from faheng.native.ranking import MOST_PLACES, ranking_chart
from faheng.native.trend import trend_chart
from faheng.native.workbook import chart_workbook
from faheng.native.xml import chart_xml

NAMES = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}


def values(series):
    return [None if mark is None else mark.value for mark in series.marks]


def ranked(cells=RATES, lines=(), selected=()):
    return ranking_chart(Shown(cells, "630102", selected, lines), ZH)


def trended(cells):
    return trend_chart(Shown(cells, "630102"), ZH)


def test_a_ranking_puts_the_best_first_and_the_incomparable_apart():
    chart = ranked()

    assert "dot" == chart.kind
    assert ("沈阳", "城东", "不可直接比较", "地110000\n期间不同\n2020年1—5月") == chart.categories
    assert [[98.3, 72.7, None, None], [None, None, None, 99.0]] == [values(each) for each in chart.series]
    assert ["可比", "不可直接比较"] == [each.name for each in chart.series]


def test_a_place_without_a_value_is_told_and_never_drawn():
    chart = ranked()

    assert "未披露：地120000。" == chart.left_out
    assert 0 not in [value for each in chart.series for value in values(each)]


def test_marks_say_what_the_page_says():
    apart = ranked().series[1].marks[-1]

    assert ("≥99%", True) == (apart.text, apart.hollow)


def test_our_place_has_the_accent_and_the_chosen_their_fixed_colour():
    comparable = ranked(selected=("210100",)).series[0].marks

    assert [LIGHT.selected[0], LIGHT.accent] == [comparable[0].colour, comparable[1].colour]
    assert [False, True] == [comparable[0].bold, comparable[1].bold]


def test_intervals_go_along():
    assert (60.0, 82.5) == (ranked().series[0].marks[1].low, ranked().series[0].marks[1].high)


def test_published_values_are_dashed_lines_through_all_categories_the_highest_first():
    chart = ranked(lines=benchmarks(("全国", "2020", 41.8), ("青海", "2020", 85.6)))

    assert [[85.6] * 4, [41.8] * 4] == [values(each) for each in chart.series[2:]]
    assert all(each.dash and each.shape == "none" for each in chart.series[2:])
    assert 2 == len({each.dash for each in chart.series[2:]})


def test_counts_are_bars_from_zero():
    chart = ranked(COUNTS)

    assert ("bar", 0.0, False, "#,##0") == (chart.kind, chart.low, chart.percent, chart.format)
    assert [103.0, 102.0, 101.0, 100.0] == values(chart.series[0])


def test_the_axis_of_a_rate_holds_every_mark_and_begins_on_its_grid():
    chart = ranked()

    assert chart.low <= 60.0
    assert chart.high == 100.0
    assert 0 == chart.low % chart.step


def test_of_many_places_ours_the_chosen_and_both_ends_are_drawn_and_the_rest_is_told():
    random.seed(1)
    every = [cell(f"{110000 + i}", 2020, round(50 + 50 * random.random(), 1)) for i in range(499)]  # noqa: S311
    chart = ranked(frame_of(cell("630102", 2020, 75.0), *every), selected=("110007",))
    drawn = values(chart.series[0])
    known = sorted([*(each.value for each in every), 75.0], reverse=True)

    assert MOST_PLACES == len(drawn)
    assert {75.0, every[7].value, known[0], known[-1]} <= set(drawn)
    assert drawn == sorted(drawn, reverse=True)
    assert f"图中为 500 地中的 {MOST_PLACES} 地" in chart.left_out
    assert "可比的 500 地中位数为" in chart.left_out


def test_nothing_to_draw_is_no_chart():
    missing = frame_of(cell(value=None, verdicts=["not_reported"]))

    assert ranked(missing) is None
    assert trended(missing) is None


def test_a_line_stops_at_a_missing_year():
    chart = trended(YEARS)

    assert ("2016", "2017", "2018", "2019", "2020") == chart.categories
    assert [[61, 62, None, None, None], [None, None, None, 64, 65]] == [values(each) for each in chart.series]
    assert [True, False] == [each.in_key for each in chart.series]


def test_a_line_stops_at_another_definition_whose_mark_is_hollow():
    cells = frame_of(cell(year=2019, value=60.0), cell(year=2020, value=70.0),
                     cell(year=2021, value=80.0, scope="courts", verdicts=["other_definition"]))  # fmt: skip
    chart = trended(cells)

    assert [[60, 70, None], [None, None, 80]] == [values(each) for each in chart.series]
    assert [False, True] == [chart.series[0].marks[0].hollow, chart.series[1].marks[2].hollow]


def test_a_series_has_a_mark_or_a_gap_for_each_category():
    series = NativeSeries("a", "#000000", (None,))

    with pytest.raises(ValueError, match="1 marks for 2 categories"):
        NativeChart("dot", ("x", "y"), (series,), percent=True, low=0, high=100, step=20, format="0%")


@pytest.mark.parametrize(
    ("texts", "unit", "form"),
    [(["72.7%", "98.3%", "85%"], "percent", "0.0%"), (["85%"], "percent", "0%"), (["1,020 件"], "case", "#,##0"),
     (["96.57%", "100%"], "percent", "0.00%")],
)  # fmt: skip
def test_the_format_is_that_of_most_values(texts, unit, form):
    assert form == format_of(texts, unit)


def test_a_formatted_number_is_what_an_office_program_prints():
    assert ["72.7%", "1,020", "99%"] == [formatted(0.727, "0.0%"), formatted(1020, "#,##0"), formatted(0.99, "0%")]


def cached(chart):
    """Numbers of each series in the part, as the query has them."""
    space = etree.fromstring(chart_xml(chart, size=12, width=800))
    return [
        {int(pt.get("idx")): float(pt.findtext("c:v", namespaces=NAMES)) for pt in each.iterfind("c:val//c:pt", NAMES)}
        for each in space.iterfind(".//c:ser", NAMES)
    ]


@pytest.mark.parametrize("chart", [ranked(), ranked(COUNTS), trended(YEARS)], ids=["dot", "bar", "line"])
def test_part_and_workbook_hold_the_numbers_of_the_rows(chart):
    """The cache that is drawn and the cells that "edit data" opens agree with the marks, gaps included."""
    scale = 100 if chart.percent else 1
    held = [{i: mark.value for i, mark in enumerate(each.marks) if mark} for each in chart.series]
    cells = workbook_cells(chart_workbook(chart, ZH))

    assert held == [{i: round(value * scale, 8) for i, value in each.items()} for each in cached(chart)]
    for column, each in enumerate(chart.series, start=1):
        letter = chr(ord("A") + column)
        assert held[column - 1] == {
            i: round(cells[f"{letter}{i + 2}"] * scale, 8) for i, mark in enumerate(each.marks) if mark
        }


def workbook_cells(blob):
    """The numbers of the first sheet by their addresses."""
    with zipfile.ZipFile(io.BytesIO(blob)) as archive:
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    name = {"m": sheet.nsmap[None]}
    return {
        c.get("r"): float(c.findtext("m:v", namespaces=name))
        for c in sheet.iterfind(".//m:c", name)
        if c.get("t") is None
    }


def test_an_axis_has_no_turned_labels_and_a_gap_stays_a_gap():
    part = chart_xml(ranked(), size=12, width=800).decode()

    assert 'rot="0"' in part
    assert '<c:dispBlanksAs val="gap"/>' in part
    assert part.count("<c:errBars>") == 1


@pytest.mark.parametrize(("width", "every"), [(800, 1), (120, 2), (60, 4)])
def test_years_are_named_as_far_as_they_have_room_and_places_always(width, every):
    line = trended(YEARS)

    assert f'tickLblSkip val="{every}"' in chart_xml(line, size=12, width=width).decode()
    assert 'tickLblSkip val="1"' in chart_xml(ranked(), size=12, width=width).decode()


def test_a_label_stands_clear_of_the_line():
    """Under the lowest of three points, above all others."""
    cells = frame_of(*(cell(year=2019 + i, value=value) for i, value in enumerate((80.0, 60.0, 70.0))))
    part = etree.fromstring(chart_xml(trended(cells), size=12, width=800))

    assert ["t", "b", "t"] == [each.get("val") for each in part.iterfind(".//c:dLblPos", NAMES)]
