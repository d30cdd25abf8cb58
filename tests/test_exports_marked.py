"""What is no plain figure says so in every chart and table: implied values, bounds, findings, other periods."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from briefings import PHRASES, RATES, SOURCE, YEARS, briefing, rate_view, with_sources
from chart_rows import ZH, benchmarks, cell, count, frame_of, record
from lxml import etree

from faheng.briefing.contents import ViewTexts, note_lines
from faheng.briefing.facts import facts_of
from faheng.briefing.findings import findings_view
from faheng.briefing.table import Head
from faheng.briefing.tables import matrix_table, ranking_table, trend_table
from faheng.briefing.views import trend_view
from faheng.charts.notes import trend_reasons
from faheng.charts.shown import Shown
from faheng.exports.column_widths import column_widths
from faheng.exports.document.file import docx_bytes
from faheng.exports.slides.deck import Room
from faheng.exports.slides.tables import MOST_ROWS, row_height, sheets, size_for, widths
from faheng.exports.workbook.file import xlsx_bytes
from faheng.native.ranking import ranking_chart
from faheng.native.trend import trend_chart
from faheng.native.xml import chart_xml
from faheng.views.findings import ListedFinding

NAMES = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
         "a": "http://schemas.openxmlformats.org/drawingml/2006/main"}  # fmt: skip
ROOM = Room(0, 0, 870, 700)
IMPLIED = {"origin": "implied", "verdicts": ["implied"], "change": 10.0, "change_unit": "percent"}
DOUBTED = frame_of(cell(finding_severity="doubtful", finding="算式不符。"), cell("210100", value=98.3))
CHAIN = frame_of(
    count(year=2018, value=90.0, bound="at_least", verdicts=["bounded"]),
    count(year=2019, value=100.0, **IMPLIED), count(year=2020, value=110.0), count(year=2021, value=120.0),
    count(year=2023, value=130.0, **IMPLIED),
)  # fmt: skip


def chain():
    return trend_chart(Shown(with_sources(CHAIN), "440308"), ZH)


def years_of(series, chart):
    return [year for year, mark in zip(chart.categories, series.marks, strict=True) if mark]


def test_an_implied_value_is_a_hollow_diamond_of_its_own_between_dotted_lines():
    chart = chain()
    full, dotted = ([each for each in chart.series if bool(each.dash) is broken] for broken in (False, True))

    assert [["2018"], ["2019"], ["2020", "2021"], ["2023"]] == [years_of(each, chart) for each in full]
    assert ["circle", "diamond", "circle", "diamond"] == [each.shape for each in full]
    assert [["2018", "2019", "2020"]] == [years_of(each, chart) for each in dotted]
    assert all(mark.hollow for each in full if each.shape == "diamond" for mark in each.marks if mark)


def test_the_dotted_line_has_no_mark_label_or_entry_in_the_key():
    (dotted,) = [each for each in chain().series if each.dash]

    assert ("none", "sysDot", False) == (dotted.shape, dotted.dash, dotted.in_key)
    assert [False] * 3 == [mark.shown for mark in dotted.marks if mark]


def test_the_key_names_a_full_stretch_and_the_note_says_what_the_shapes_mean():
    chart = chain()

    assert ["circle"] == [each.shape for each in chart.series if each.in_key]
    assert ("● 报告所载", "◇ 由增幅反推", "○ 仅为下限或上限，或期间不是一年") == chart.key


def test_a_bound_is_hollow_and_labelled_among_many_lines_too():
    cells = (*with_sources(CHAIN), *with_sources(frame_of(count("440303", 2021), count("440303", 2020))))
    bound = trend_chart(Shown(cells, "440308"), ZH).series[0].marks[0]

    assert ("≥90", True, True) == (bound.text, bound.hollow, bound.shown)


def test_parts_draw_the_shape_and_the_dots():
    part = etree.fromstring(chart_xml(chain(), size=12, width=800))
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(briefing(trend_of(with_sources(CHAIN))), ZH))) as archive:
        sheet = etree.fromstring(archive.read("xl/charts/chart1.xml"))

    for root in (part, sheet):
        assert "diamond" in [each.get("val") for each in root.iterfind(".//c:ser/c:marker/c:symbol", NAMES)]
        assert {"sysDot"} == {each.get("val") for each in root.iterfind(".//c:ser/c:spPr/a:ln/a:prstDash", NAMES)}


def trend_of(cells):
    return trend_view(Shown(cells, "440308"), PHRASES, ViewTexts("历年", "有升。"), ZH)


def test_in_a_ranking_implied_places_are_diamonds_with_their_name_in_the_key():
    cells = with_sources(frame_of(cell(), cell("210100", value=90.0, **IMPLIED)))
    chart = ranking_chart(Shown(cells, "630102"), ZH)

    assert [("可比", "circle"), ("由增幅反推", "diamond")] == [(each.name, each.shape) for each in chart.series]


def test_what_stands_alone_gives_the_reasons_and_promises_nothing_below():
    told = trend_reasons(frame_of(*(count(year=year, value=100.0, **IMPLIED) for year in range(2015, 2021))), ZH)

    assert told.startswith("2015")
    assert "见下" not in told
    assert "2015、2016" in told


def test_of_many_reasons_three_are_given_and_the_rest_is_counted():
    part = {"period_kind": "part_year", "verdicts": ["other_period"]}
    cells = [
        cell(year=year, period_start=f"{year}-01-01", period_end=f"{year}-05-31", **part) for year in range(2015, 2021)
    ]

    assert trend_reasons(frame_of(*cells), ZH).endswith("另有 3 个点属此类。")


def test_every_indicator_of_a_trend_stands_in_the_table_by_its_name():
    other = [replace(cell, indicator_id="x", indicator="另一率", value=50.0) for cell in YEARS]
    elsewhere = [replace(cell, locality_code="210100", locality="沈阳") for cell in other]
    table = trend_table([*YEARS, *other, *elsewhere], ZH)
    named = {(row[0], row[1]) for row in table.rows}

    assert ["指标", "年度", "城东", "沈阳"] == [column.name for column in table.columns]
    assert {("出庭应诉率", "2020年"), ("另一率", "2020年")} <= named
    assert ("出庭应诉率", "2018年") not in named
    assert 8 == len(table.rows)


def test_what_was_found_stands_beside_the_verdict_in_tables_facts_and_charts():
    facts = facts_of(DOUBTED, PHRASES, ZH)
    chart = ranking_chart(Shown(DOUBTED, "630102"), ZH)
    line = trend_chart(Shown(DOUBTED[:1], "630102"), ZH)

    assert ["可比 · 待核", "可比"] == [fact.verdict for fact in facts]
    assert facts[0].reason.endswith("待核：算式不符。")
    assert "可比 · 待核" in ranking_table(DOUBTED, ZH, "630102").rows[1]
    assert ("沈阳", "城东\n待核") == chart.categories
    assert ["72.7%（待核）"] == [mark.text for mark in line.series[0].marks]
    assert ["72.7%（待核）", "98.3%"] == [each.text for each in matrix_table(DOUBTED, ZH).rows[0][1:]]


def test_a_matrix_says_the_period_of_each_value_where_they_differ_and_that_one_is_at_its_ceiling():
    cells = frame_of(cell(), cell("210100", 2022, 100.0, verdicts=["at_ceiling", "compared"]))
    texts = [each.text for each in matrix_table(cells, ZH).rows[0][1:]]

    assert ["72.7%（2020年）", "100%（2022年、已达上限）"] == texts


def test_a_label_that_a_line_would_strike_through_stands_on_paper():
    lines = benchmarks(("青海", "2020", 98.0))
    part = etree.fromstring(chart_xml(ranking_chart(Shown(RATES, "630102", benchmarks=lines), ZH), size=12, width=800))
    marked = [each for each in part.iterfind(".//c:ser", NAMES) if each.find("c:marker/c:spPr", NAMES) is not None]
    found = (ground for each in marked for ground in each.iterfind(".//c:dLbl/c:spPr", NAMES))
    grounds = [each[0].tag.rpartition("}")[2] for each in found]

    assert ["solidFill", "noFill", "solidFill"] == grounds


@pytest.mark.parametrize("rows", [1, 12, 13, 25, 37])
def test_rows_are_balanced_over_slides(rows):
    parts = [len(part.rows) for part in sheets((Head("地区", 10),), tuple((f"地{i}",) for i in range(rows)), ROOM)]

    assert rows == sum(parts)
    assert min(parts) > max(parts) / 2
    assert len(parts) == -(-rows // MOST_ROWS)


def test_no_part_is_higher_than_its_room_in_the_tallest_font():
    columns = (Head("指标", 6), Head("原文", 10))
    rows = tuple(("某项指标", "很长的原文" * (i % 9)) for i in range(60))
    wide = widths(columns, 870)
    for part in sheets(columns, rows, replace(ROOM, height=300)):
        heights = [row_height(list(row), wide, size_for(columns)) for row in [("指标", "原文"), *part.rows]]
        assert sum(heights) <= 300
        assert min(heights) >= 12 * 1.448


def test_no_word_is_broken_where_smaller_letters_or_another_share_give_it_room():
    columns = (
        Head("Indicator", 16),
        *(Head(name, 9) for name in ("Shenyang", "Chengdong", "Wanyuan", "Kaiyuan")),
    )
    wide, size = column_widths(columns, [], 200, (10.5, 9, 8, 7.5, 7), 7)

    assert size < 10.5
    assert 200 == pytest.approx(sum(wide))
    assert min(wide[1:3]) > len("Shenyang") * size * 0.55


def test_a_note_names_each_shape_once_for_several_panels():
    cells = (*CHAIN, *(replace(cell, indicator_id="x", indicator="另一项") for cell in CHAIN))
    (note,) = [line for line in note_lines(trend_of(with_sources(cells)), ZH) if "◇" in line]

    assert 1 == note.count("◇ 由增幅反推")


def test_a_ranking_of_plain_values_has_no_key():
    assert () == rate_view(RATES[:2]).chart.key


def test_a_note_explains_what_was_found_against_a_comparable_value():
    with zipfile.ZipFile(io.BytesIO(docx_bytes(briefing(rate_view(with_sources(DOUBTED))), ZH))) as archive:
        notes = "".join(etree.fromstring(archive.read("word/footnotes.xml")).itertext())

    assert "待核：算式不符。" in notes


def test_sources_of_findings_are_named_as_those_of_figures_are():
    """Else a report that both rest on would stand twice among the sources."""
    about = {"severity": "doubtful", "check": "growth", "explanation": "不符。", "report_year": 2020}
    findings = [record(ListedFinding, **about, **SOURCE) for _ in RATES]
    view = findings_view(findings, ViewTexts("核对", "有。"), ZH)

    assert rate_view().sources == view.sources
