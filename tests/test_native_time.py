"""Native charts over the years: what covers several years stands apart, and the key names what is drawn."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from chart_rows import EN, ZH, cell, count
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from faheng.briefing.made_briefing import briefing_of
from faheng.briefing.plan import BriefingPlan, PlannedView
from faheng.charts.shown import Shown
from faheng.exports.document.file import docx_bytes
from faheng.exports.slides.file import pptx_bytes
from faheng.exports.workbook.file import xlsx_bytes
from faheng.native.chart import NativeChart
from faheng.native.ranking import ranking_chart
from faheng.native.trend import trend_chart
from faheng.native.xml import chart_xml

NAMES = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}


def spanning(first, last, value, *, kind="multi_year", end="", **more):
    """A count over several years, to the end of the last unless told otherwise."""
    return count(year=last, value=value, period_kind=kind, period_start=f"{first}-01-01",
                 period_end=end or f"{last}-12-31", verdicts=["other_period"], **more)  # fmt: skip


def trended(*cells):
    return trend_chart(Shown(cells, "440308"), ZH)


def by_category(chart: NativeChart) -> dict[str, list[float]]:
    """The values that stand at each category, of all series."""
    marks = zip(*(series.marks for series in chart.series), strict=True)
    return {
        name: [mark.value for mark in each if mark] for name, each in zip(chart.categories, marks, strict=True)
    }  # fmt: skip


def test_a_value_over_several_years_has_a_category_of_its_own_behind_the_years():
    chart = trended(count(year=2021, value=10.0), count(year=2022, value=12.0), spanning(2023, 2024, 106.0))

    assert {"2021": [10.0], "2022": [12.0], "跨多年": [], "2023—\n2024": [106.0]} == by_category(chart)
    assert [True] == [mark.hollow for series in chart.series for mark in series.marks if mark and mark.value == 106]


def test_where_every_value_covers_several_years_there_are_no_years():
    chart = trended(spanning(2021, 2022, 29.0), spanning(2023, 2024, 106.0))

    assert {"2021—\n2022": [29.0], "2023—\n2024": [106.0]} == by_category(chart)
    assert ("○ 仅为下限或上限，或期间不是一年",) == chart.key


def test_two_places_share_the_category_of_the_same_years():
    chart = trended(spanning(2021, 2022, 29.0), spanning(2021, 2022, 40.0, locality_code="1"), count(year=2022))

    assert {"2022": [100.0], "跨多年": [], "2021—\n2022": [29.0, 40.0]} == by_category(chart)


def test_a_part_of_one_year_stays_at_its_year_and_is_hollow():
    chart = trended(count(year=2021), count(year=2022, period_kind="part_year", period_end="2022-05-31"))

    assert ("2021", "2022") == chart.categories
    assert [False, True] == [mark.hollow for series in chart.series for mark in series.marks if mark]


def test_no_line_runs_from_a_year_to_a_span_and_every_span_is_named():
    chart = trended(*(count(year=year) for year in range(2010, 2024)), spanning(2023, 2024, 106.0))

    assert all(len([mark for mark in series.marks if mark]) == 1 or series.lined for series in chart.series)
    assert [False] == [series.lined for series in chart.series if series.marks[-1]]
    assert 'tickLblSkip val="1"' in chart_xml(chart, size=12, width=120).decode()


@pytest.mark.parametrize(
    ("end", "name"), [("2023-07-12", "2021年1月—2023年7月12日"), ("2023-06-30", "2021年1月—2023年6月")]
)
def test_a_period_that_ends_within_a_year_is_named_by_its_days(end, name):
    chart = trended(count(year=2020), spanning(2021, 2023, 7.0, kind="since", end=end))

    assert name == chart.categories[-1].replace("\n", "").replace(" ", "")


ORIGINS = st.sampled_from(["reported", "derived", "implied"])
BOUNDS = st.sampled_from(["exact", "at_least", "at_most", "about"])
VERDICTS = st.sampled_from([("compared",), ("other_definition",), ("other_period",), ("disputed",)])
PERIODS = st.sampled_from(["year", "as_of", "part_year", "multi_year", "since"])


@st.composite
def a_cell(draw, make, year, code):
    kind = draw(PERIODS)
    since = year - draw(st.integers(1, 3)) if kind in ("multi_year", "since") else year
    period = {
        "period_kind": kind,
        "period_start": None if kind == "as_of" else f"{since}-01-01",
        "period_end": f"{year}-05-31" if kind == "part_year" else f"{year}-12-31",
    }
    scope, verdicts = draw(st.sampled_from(["", "x"])), list(draw(VERDICTS))
    stated = {"origin": draw(ORIGINS), "bound": draw(BOUNDS), "verdicts": verdicts, "scope": scope}
    return make(code, year, float(draw(st.integers(0, 100))), **stated, **period)


@st.composite
def many_cells(draw, make, *, years):
    codes = draw(st.lists(st.sampled_from("123456"), unique=True, min_size=1, max_size=4))
    return tuple(draw(a_cell(make, year, code)) for code in codes for year in range(2018, 2018 + years))


def signs(chart: NativeChart) -> set[str]:
    """The shapes that are drawn, as a key prints them."""
    drawn = {(each.shape, mark.hollow) for each in chart.series if each.shape != "none" for mark in each.marks if mark}
    return {{"circle": "○" if hollow else "●", "diamond": "◇", "square": "□"}[shape] for shape, hollow in drawn}


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 4).flatmap(lambda years: many_cells(count, years=years)))
def test_the_key_of_a_trend_names_the_shapes_that_are_drawn(cells):
    chart = trend_chart(Shown(cells, "1"), EN)

    assert {"●"} == signs(chart) if not chart.key else {entry[0] for entry in chart.key} == signs(chart)


@settings(max_examples=60, deadline=None)
@given(many_cells(cell, years=1))
def test_the_key_of_a_ranking_names_the_shapes_that_are_drawn(cells):
    chart = ranking_chart(Shown(cells, "1"), EN)
    plain = {"Comparable": "●", "Not directly comparable": "○"}

    if chart.key:
        assert {entry[0] for entry in chart.key} == signs(chart)
    else:  # the chart's own key says it by the names of its series
        assert {plain[each.name] for each in chart.series} == signs(chart)


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 4).flatmap(lambda years: many_cells(count, years=years)))
def test_at_a_year_stands_nothing_that_covers_more_than_it(cells):
    chart = trend_chart(Shown(cells, "1"), EN)
    at_years = {name: values for name, values in by_category(chart).items() if name.isdigit()}
    own = [each for each in cells if each.period_start is None or each.period_start.year == each.period_end.year]

    assert {(name, value) for name, values in at_years.items() for value in values} == {
        (str(each.year), each.value) for each in own
    }


@pytest.fixture(scope="module")
def of_kaiyuan(shipped_folder):
    """A briefing of Kaiyuan, whose article speaks of two years together, beside a place with single years."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FAHENG_STORE", str(shipped_folder))
        shown = ("reconsideration_accepted", "congress_proposals", "congress_proposals.reconsideration_accepted")
        views = (PlannedView("trends", {"place": "211282", "with": "440308", "show": each}) for each in shown)
        yield briefing_of(BriefingPlan(views=tuple(views)), "zh", today=date(2026, 1, 2))


@pytest.mark.parametrize(
    ("make", "parts"),
    [(pptx_bytes, "ppt/charts/chart"), (docx_bytes, "word/charts/chart")],
    ids=["pptx", "docx"],
)
def test_files_put_two_year_totals_at_their_two_years(of_kaiyuan, make, parts):
    """The totals are 29 and 106 cases, and 24 proposals."""
    with zipfile.ZipFile(io.BytesIO(make(of_kaiyuan, ZH))) as archive:
        charts = [etree.fromstring(archive.read(name)) for name in archive.namelist() if name.startswith(parts)]
    points = {pair for chart in charts for pair in drawn_points(chart)}

    assert {("2021—\n2022", 29.0), ("2023—\n2024", 106.0), ("2023—\n2024", 24.0), ("2024", 102.0)} <= points
    assert not {name for name, value in points if value in (29.0, 106.0, 24.0)} & {"2021", "2022", "2023", "2024"}


def drawn_points(chart):
    """Category and value of every mark of a chart part."""
    for series in chart.iterfind(".//c:ser", NAMES):
        names = [each.text for each in series.iterfind("c:cat//c:v", NAMES)]
        for point in series.iterfind("c:val//c:pt", NAMES):
            yield names[int(point.get("idx"))], float(point.findtext("c:v", namespaces=NAMES))


def test_the_workbook_has_two_year_totals_in_rows_of_their_own(of_kaiyuan):
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(of_kaiyuan, ZH))) as archive:
        charts = [etree.fromstring(archive.read(n)) for n in archive.namelist() if n.startswith("xl/charts/chart")]
    points = {pair for chart in charts for pair in drawn_points(chart)}

    assert {("2021—\n2022", 29.0), ("2023—\n2024", 106.0)} <= points
    assert not {name for name, value in points if value in (29.0, 106.0, 24.0)} & {"2021", "2022", "2023", "2024"}
