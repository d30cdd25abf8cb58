"""A series over a change of its place: it goes on over a new name, code or kind, and breaks where the area changed."""

from __future__ import annotations

import pytest
from chart_rows import EN, FRAME, ZH, cell, record, texts_in

from faheng.charts.look import LIGHT
from faheng.charts.notes import change_note
from faheng.charts.sentences import trend_sentence, trends_sentence
from faheng.charts.series import breaks, series_of
from faheng.charts.shown import ChartFrame, Shown, Style
from faheng.charts.trend import small_multiples, trend
from faheng.model import ChangeKind, PlaceChange
from faheng.native.trend import trend_chart
from faheng.views.selection import Selection
from faheng.views.tables import export_rows, table_rows
from faheng.views.view import view_of
from faheng.words.areas import change_label, change_texts

CODE = "511703"


def change(year=2013, kind=ChangeKind.TO_DISTRICT, old_name="达县", *, code=CODE, joined=True):
    return record(PlaceChange, locality_code=code, year=year, kind=kind, old_code="513021", old_name=old_name,
                  joined=joined)  # fmt: skip


BECAME = change()
MERGED = change(2013, ChangeKind.MERGED, "甲县", joined=False)
CELLS = tuple(cell(CODE, year, value, locality="达川") for year, value in ((2011, 70.0), (2012, 75.0), (2013, 80.0)))


def figure_of(changes, cells=CELLS, draw=trend, **framed):
    return draw(Shown(cells, CODE, changes=changes), ChartFrame(**FRAME, **framed), Style(LIGHT, ZH))


def test_a_line_goes_on_over_a_change_that_left_the_area_as_it_was():
    (series,) = series_of(CELLS, [BECAME])

    assert [False, False, False] == breaks(series.points)
    assert (BECAME,) == series.changes


@pytest.mark.parametrize("kind", [ChangeKind.MERGED, ChangeKind.REDRAWN])
def test_a_line_breaks_where_the_area_changed(kind):
    (series,) = series_of(CELLS, [change(kind=kind, joined=False)])

    assert [False, False, True] == breaks(series.points)


@pytest.mark.parametrize("year", [2010, 2011, 2014])
def test_a_change_outside_the_series_is_not_told(year):
    """Before the first value, in its year, and after the last: all values are of one area."""
    outside = change(year, ChangeKind.MERGED, joined=False)
    (series,) = series_of(CELLS, [outside, change(code="1")])

    assert () == series.changes
    assert [False, False, False] == breaks(series.points)
    assert "" == change_note(CELLS, [outside], ZH)


@pytest.mark.parametrize(
    ("one", "zh", "en"),
    [
        (BECAME, "2013年设区，原达县，区域相同", "a district since 2013, formerly 达县, the same area"),
        (change(2016, ChangeKind.RENAMED, "旧名"), "2016年更名，原旧名，区域相同",
         "renamed in 2016, formerly 旧名, the same area"),
        (change(2017, ChangeKind.TO_CITY, "某县"), "2017年设市，原某县，区域相同",
         "a city since 2017, formerly 某县, the same area"),
        (change(2000, ChangeKind.RECODED), "2000年改代码，区域相同", "new code in 2000, the same area"),
        (MERGED, "2013年甲县并入，区域不同，前后不相连", "甲县 joined in 2013, another area since"),
        (change(2011, ChangeKind.REDRAWN, "", joined=False), "2011年区划调整，区域不同，前后不相连",
         "its area was redrawn in 2011, another area since"),
    ],
)  # fmt: skip
def test_each_change_has_its_words(one, zh, en):
    assert ([zh], [en]) == (change_texts([one], ZH), change_texts([one], EN))


def test_those_that_merged_in_one_year_share_a_clause():
    both = [MERGED, change(2013, ChangeKind.MERGED, "乙县", joined=False)]

    assert ["2013年甲县、乙县并入，区域不同，前后不相连"] == change_texts(both, ZH)
    assert "2013区域变动" == change_label(both, ZH)


def test_the_figure_marks_the_year_with_the_old_name():
    """A dotted line between the two years, and its words at the top."""
    figure = figure_of([BECAME])
    (line,) = [shape for shape in figure.layout.shapes if shape.name == "change"]

    assert (2012.5, 2012.5, "dot") == (line.x0, line.x1, line.line.dash)
    assert "2013原达县" in texts_in(figure)
    assert not [shape for shape in figure_of([]).layout.shapes if shape.name == "change"]


def test_a_figure_of_several_panels_marks_each():
    other = tuple(cell(CODE, each.year, 10.0, locality="达川", indicator_id="x", indicator="另一项") for each in CELLS)
    figure = figure_of([BECAME], (*CELLS, *other), small_multiples)

    assert 2 == texts_in(figure).count("2013原达县")


def test_the_sentence_says_over_what_it_compares_and_why_it_does_not():
    assert trend_sentence(CELLS, ZH, [BECAME]).endswith("比上年提高 5 个百分点（2013年设区，原达县，区域相同）。")
    assert "甲县并入，区域不同，前后不相连" in trend_sentence(CELLS, ZH, [MERGED])
    assert "提高" not in trend_sentence(CELLS, ZH, [MERGED])
    assert "原达县" in trends_sentence(CELLS, CODE, ZH, [BECAME])


def test_the_note_says_it_once_a_place():
    other = tuple(cell(CODE, each.year, 10.0, locality="达川", indicator_id="x") for each in CELLS)

    assert "达川：2013年设区，原达县，区域相同。" == change_note((*CELLS, *other), [BECAME], ZH)


def test_the_table_says_it_at_the_first_value_after():
    view = view_of(Selection(place=CODE, beside=("630102",)), CODE)
    areas = table_rows(CELLS, None, view, [BECAME])["区域"].tolist()

    assert ["", "", "2013年设区，原达县，区域相同"] == areas == export_rows(CELLS, view, [BECAME])["区域"].tolist()
    assert "区域" not in table_rows(CELLS, None, view)


def test_the_native_chart_says_it_at_its_mark_and_breaks_too():
    one, two = (trend_chart(Shown(CELLS, CODE, changes=(each,)), ZH) for each in (BECAME, MERGED))

    assert 1 == len(one.series)
    assert "（2013原达县）" in one.series[0].marks[-1].text
    assert one.series[0].marks[-1].shown
    assert 2 == len(two.series)
    assert [[True, True, False], [False, False, True]] == [[bool(m) for m in each.marks] for each in two.series]
