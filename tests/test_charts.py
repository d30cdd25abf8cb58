"""Rankings carry the right values, ids and words, and their labels keep off each other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from chart_rows import (
    FRAME,
    ZH,
    benchmarks,
    cell,
    count,
    frame_of,
    part_of_2022,
    texts_in,
    traced,
)

from faheng.charts.look import DARK, LIGHT
from faheng.charts.ranking import ranking
from faheng.charts.shown import ChartFrame, Shown, Style


def ranked(*cells, marks=(), look=LIGHT, **frame):
    shown = Shown(frame_of(*cells), "630102", benchmarks=marks)
    return ranking(shown, ChartFrame(**(FRAME | frame)), Style(look, ZH))


def tick_labels(figure):
    return dict(zip(figure.layout.yaxis.tickvals, figure.layout.yaxis.ticktext, strict=True))


def labels(figure):
    return [text.replace("\u00a0", "") for trace in traced(figure, "labels") for text in trace.text]


def test_ranking_sorts_the_comparable_and_keeps_the_rest_below_the_divider():
    figure = ranked(part_of_2022(), cell("1", value=60.0), cell(), cell("2", value=91.0))
    (values,) = traced(figure, "values")

    assert list(values.x) == [91.0, 72.7, 60.0, 98.3]
    assert [each[0] for each in values.customdata] == ["2-2020", "630102-2020", "1-2020", "210100-2022"]
    divider = next(y for y, text in tick_labels(figure).items() if "不可直接比较" in text)
    assert values.y[2] < divider < values.y[3]
    assert "期间不同 · 2022年1—5月" in tick_labels(figure)[values.y[3]]


def test_a_period_that_does_not_fit_takes_a_line_of_its_own():
    inferred = {"period_kind": "multi_year", "period_start": "2023-01-01", "period_end": "2024-12-31"}
    figure = ranked(cell(verdicts=["other_period"], period_basis="inferred", **inferred))
    (label,) = [text for text in figure.layout.yaxis.ticktext if "城东" in text]

    assert [line.partition(">")[2].partition("<")[0] for line in label.split("<br>")[1:]] == [
        "期间不同",
        "两年（2023—2024，推定）",
    ]


@pytest.mark.parametrize(
    ("title", "years", "said"),
    [("2020年出庭应诉率", (2020, 2020), False), ("出庭应诉率", (2020, 2020), True), ("2020年", (2020, 2021), True)],
)
def test_comparable_rows_say_their_year_where_the_title_leaves_it_open(title, years, said):
    figure = ranked(*(cell(str(year + i), year) for i, year in enumerate(years)), title=title)

    assert [said] * 2 == ["年" in text for text in figure.layout.yaxis.ticktext]


def test_lower_comes_first_where_lower_is_better():
    (values,) = traced(ranked(cell("1", value=60.0, better="lower"), cell("2", value=20.0, better="lower")), "values")

    assert list(values.x) == [20.0, 60.0]


def test_a_row_without_a_value_is_not_drawn():
    missing = cell("511781", value=None, observation_id=None, bound=None, origin=None, verdicts=["not_reported"])
    (values,) = traced(ranked(cell(), missing), "values")

    assert list(values.x) == [72.7]


def test_every_figure_stands_alone():
    figure = ranked(cell())

    assert FRAME["title"] == figure.layout.title.text
    assert {"单位：%", "说明：期间不同的不排名。", "来源：各地年度报告"} <= set(texts_in(figure))
    assert "Noto Sans CJK SC" in figure.layout.font.family


def test_shape_says_origin_and_colour_says_who():
    figure = ranked(cell(), cell("1", value=50.0, origin="derived"), cell("2", value=40.0, origin="implied"))
    (values,) = traced(figure, "values")

    assert list(values.marker.symbol) == ["circle", "circle", "diamond"]
    assert [LIGHT.accent, LIGHT.paper, LIGHT.paper] == list(values.marker.color)
    assert any("○ 由件数推算" in text and "◇ 由增幅反推" in text for text in texts_in(figure))


def test_the_key_stays_away_when_all_is_plainly_reported():
    assert not any("●" in text for text in texts_in(ranked(cell())))


def test_a_bound_has_an_arrow_and_its_sign():
    figure = ranked(cell(value=99.0, bound="at_least", verdicts=["bounded", "compared"]))

    assert labels(figure) == ["<b>≥99%</b>", "→"]


def test_a_stated_range_is_a_bar_from_one_end_to_the_other():
    ranged = cell(value=None, bound="between", value_low=90.0, value_high=95.0, verdicts=["bounded"])
    figure = ranked(ranged, cell("1", value=80.0))
    (bar,) = traced(figure, "range")

    assert list(bar.x) == [90.0, 95.0]
    assert bar.line.width > 2
    assert any("90%—95%" in label for label in labels(figure))
    assert not traced(figure, "value")
    assert any("▬ 报告所述区间" in text for text in texts_in(figure))


def test_intervals_are_lines_with_the_same_evidence():
    (line,) = traced(ranked(cell(interval_low=60.0, interval_high=83.0)), "interval")

    assert list(line.x) == [60.0, 83.0]
    assert [each[0] for each in line.customdata] == ["630102-2020"] * 2


def test_counts_are_bars_from_zero_and_an_incomparable_giant_does_not_squeeze_them():
    giant = count("210100", 2022, 22909.0, verdicts=["other_period"], period_kind="since")
    figure = ranked(count(value=300.0), count("1", value=170.0), giant)
    (bars,) = traced(figure, "values")

    assert bars.type == "bar"
    assert list(bars.x[:2]) == [300.0, 170.0]
    assert 300 < bars.x[2] == figure.layout.xaxis.range[1] < 400
    assert figure.layout.xaxis.range[0] == 0
    assert "//22,909 件" in labels(figure)
    assert any("// 超出图幅" in text for text in texts_in(figure))
    assert "22,909" in bars.hovertext[2]


def test_an_incomparable_bar_of_up_to_three_times_the_longest_is_drawn_to_scale():
    figure = ranked(count(value=102.0), count("1", value=142.0, verdicts=["other_period"]))

    assert list(traced(figure, "values")[0].x) == [102.0, 142.0]
    assert labels(figure) == ["102 件", "142 件"]
    assert not any("//" in text for text in texts_in(figure))


@pytest.mark.parametrize(("width", "with_unit"), [(240, False), (360, True), (900, True)])
def test_the_unit_of_a_bar_is_on_its_label_or_above_the_figure(width, with_unit):
    """Where it has no room no label has it, and no label loses a part of it."""
    unit = {"unit": "case:per_10k_per_year", "bound": "at_least"}
    cells = [count(str(i), value=9.36 + i, value_text=f"{9.36 + i}", **unit) for i in range(2)]
    figure = ranked(*cells, width=width, framed=False)

    assert texts_in(figure)[0].startswith("单位：件/万人·年")
    assert ["→ ≥10.36", "→ ≥9.36"] == [text.removesuffix(" 件/万人·年") for text in labels(figure)]
    assert [with_unit] * 2 == [text.endswith(" 件/万人·年") for text in labels(figure)]


def test_reference_lines_are_labelled_and_never_on_one_another():
    marks = benchmarks(
        ("全国", "2020", 41.8), ("青海", "2023", 85.59), ("四川", "2024", 96.57), ("铁岭", "2024", 100.0)
    )
    figure = ranked(cell(), marks=marks)
    flags = {a.text: a.yshift for a in figure.layout.annotations if a.xanchor == "right"}

    assert {"全国 41.8%（2020年）", "青海 85.59%（2023年）", "四川 96.57%（2024年）", "铁岭 100%（2024年）"} == set(
        flags
    )
    assert flags["青海 85.59%（2023年）"] < flags["四川 96.57%（2024年）"] < flags["铁岭 100%（2024年）"]
    lines = [shape for shape in figure.layout.shapes if shape.line.dash == "dash"]
    assert [shape.x0 for shape in lines] == [41.8, 85.59, 96.57, 100.0]
    assert {"between"} == {shape.layer for shape in lines}


def test_a_label_that_a_reference_line_would_strike_through_lies_on_paper():
    marks = benchmarks(("四川", "2024", 96.57), ("铁岭", "2024", 100.0))
    struck, free = cell(value=98.3), cell("1", value=60.0)
    shapes = ranked(struck, free, marks=marks).layout.shapes
    (slip,) = [shape for shape in shapes if shape.type == "rect"]

    assert (98.3, LIGHT.paper, "between") == (slip.xanchor, slip.fillcolor, slip.layer)
    assert max(i for i, shape in enumerate(shapes) if shape.line.dash == "dash") < list(shapes).index(slip)


def test_without_its_frame_a_figure_keeps_marks_references_and_key():
    marks = benchmarks(("青海", "2023", 85.59))
    figure = ranked(cell(), cell("1", origin="derived"), marks=marks, framed=False)

    assert not figure.layout.title.text
    assert {"● 报告所载　○ 由件数推算", "青海 85.59%（2023年）"} == set(texts_in(figure))
    assert ["单位：件"] == texts_in(ranked(count(), framed=False))


def test_a_benchmark_that_does_not_match_is_not_drawn():
    marks = tuple(replace(each, drawn=False) for each in benchmarks(("全国", "2020", 41.8)))

    assert not [shape for shape in ranked(cell(), marks=marks).layout.shapes if shape.line.dash == "dash"]


@pytest.mark.parametrize("rows", [1, 2, 40, 500])
def test_height_follows_the_rows(rows):
    figure = ranked(*(cell(str(i), value=i % 100) for i in range(rows)))

    assert max(260, rows * 28) <= figure.layout.height <= max(260, rows * 28 + 160)
    assert rows == len(traced(figure, "values")[0].x)


def test_names_with_tags_are_shown_not_obeyed():
    figure = ranked(cell(locality="<b>x</b><a href='http://x'>"))

    assert "<a href" not in "".join(figure.layout.yaxis.ticktext)
    assert "<a href" not in traced(figure, "values")[0].hovertext[0]


def test_nothing_comparable_still_makes_a_figure():
    figure = ranked(part_of_2022())

    assert [each[0] for each in traced(figure, "values")[0].customdata] == ["210100-2022"]


def test_a_dark_look():
    figure = ranked(cell(), look=DARK)

    assert figure.layout.paper_bgcolor == DARK.background
    assert DARK.ink == figure.layout.font.color
    assert [DARK.accent] == list(traced(figure, "values")[0].marker.color)


def test_many_intervals_are_one_trace_with_gaps():
    (line,) = traced(ranked(*(cell(str(i), interval_low=60.0, interval_high=83.0) for i in range(3))), "interval")

    assert list(line.x) == [60.0, 83.0, None, 60.0, 83.0, None, 60.0, 83.0]
    assert [each[0] for each in line.customdata[:3]] == ["0-2020", "0-2020", ""]
