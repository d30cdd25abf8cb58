"""Charts, tables and lines that say in words what they are: for a reader of screens, and for one at arm's length."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from briefings import RATES, briefing, count_view, rate_view, table_view, years_view
from chart_rows import EN, ZH, benchmarks, cell, count
from docx import Document
from docx.oxml.ns import qn
from pptx import Presentation

from faheng.briefing.table import Head, ViewTable
from faheng.briefing.tables import trend_table
from faheng.charts.shown import Shown
from faheng.exports.document.file import docx_bytes
from faheng.exports.slides.file import pptx_bytes
from faheng.exports.unbroken import unbroken
from faheng.exports.workbook.file import xlsx_bytes
from faheng.native.ranking import ranking_chart

ALT = "点图：出庭应诉率，各地。城东 72.7%，低于青海省 85.6%。"


def slides(made, say=ZH):
    return list(Presentation(io.BytesIO(pptx_bytes(made, say))).slides)


def document(made, say=ZH):
    return Document(io.BytesIO(docx_bytes(made, say)))


def described(element, tag):
    return [each.get("descr") for each in element.iter(tag)]


def test_a_chart_says_its_kind_its_finding_and_its_values_in_every_file():
    made = briefing(rate_view())
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(made, ZH))) as archive:
        drawing = archive.read("xl/drawings/drawing1.xml").decode()
    told = [
        next(shape for shape in slides(made)[2].shapes if shape.has_chart).element.nvGraphicFramePr.cNvPr.get("descr"),
        *described(document(made).element, qn("wp:docPr")),
    ]

    assert all(each.startswith(ALT) for each in told)
    assert ALT in drawing
    assert all("沈阳 98.3%" in each and "参考线：青海 85.6%" in each for each in (*told, drawing))


@pytest.mark.parametrize("view", [rate_view(), count_view(), years_view(), table_view()], ids=lambda view: view.title)
def test_every_table_says_what_it_is_of(view):
    made = briefing(view)
    frames = [shape for slide in slides(made) for shape in slide.shapes if shape.has_table]
    tables = document(made).tables

    assert [] == [shape.name for shape in frames if not shape.element.nvGraphicFramePr.cNvPr.get("descr")]
    assert [] == [table for table in tables if table._tbl.tblPr.find(qn("w:tblDescription")) is None]


def test_a_reference_line_is_named_along_itself_and_not_in_a_key():
    chart = ranking_chart(Shown(RATES, "630102", (), benchmarks(("青海", "2020", 85.6))), ZH)
    line = chart.series[-1]

    assert ["青海 85.6%（2020年）"] == [mark.text for mark in line.marks if mark.shown]
    assert not line.in_key


def test_a_reference_line_is_named_at_the_end_that_is_farther_from_the_marks():
    def named_at(*values):
        cells = tuple(cell(str(i), value=value) for i, value in enumerate(values))
        chart = ranking_chart(Shown(cells, "0", (), benchmarks(("青海", "2020", 85.0))), ZH)
        return [mark.shown for mark in chart.series[-1].marks].index(True)

    assert 0 == named_at(99.0, 98.0, 97.0, 86.0)
    assert 3 == named_at(86.0, 84.0, 60.0, 50.0)


def test_a_value_in_a_table_stands_over_its_period_and_verdict_which_are_smaller():
    made = briefing(table_view())
    table = next(shape.table for shape in slides(made)[2].shapes if shape.has_table)
    cells = [each for each in table.iter_cells() if each.text.startswith("≥99%")]
    value, below = cells[0].text_frame.paragraphs
    runs = next(c for c in document(made).tables[0]._cells if c.text.startswith("≥99%")).paragraphs[0].runs

    assert ("≥99%", "2020年1—5月、期间不同") == (value.text, below.text)
    assert below.runs[0].font.size < value.runs[0].font.size
    assert runs[1].font.size < runs[0].font.size


def test_a_trend_without_a_value_says_why_for_each_report():
    cells = [
        count(year=2023, value=None, verdicts=["not_reported"]),
        count(year=2024, value=None, verdicts=["not_read"]),
    ]
    none = [count(year=2022, value=None, verdicts=["no_report"]), *cells]

    assert [("2023年", "未披露"), ("2024年", "未核读")] == [(row[0], row[2]) for row in trend_table(none, ZH).rows]
    assert () == trend_table(none[:1], ZH).rows


def test_a_total_over_two_years_has_a_row_of_its_own_in_tables():
    total = count(year=2024, value=106.0, period_kind="multi_year", period_start="2023-01-01", period_end="2024-12-31")
    alone = trend_table((count(year=2022), total), ZH)
    beside = trend_table((count(year=2022), total, count("1", 2024, 7.0), count("1", 2022, 5.0)), ZH)
    rows = {row[0]: row[1:] for row in beside.rows}

    assert ["2022年", "2023—2024年"] == [row[0] for row in alone.rows]
    assert ["2022年", "2023年", "2024年", "2023—2024年"] == [row[0] for row in beside.rows]
    assert ("", 7.0) == (rows["2024年"][0], rows["2024年"][1].value)
    assert (106.0, "") == (rows["2023—2024年"][0].value, rows["2023—2024年"][1])


@pytest.mark.parametrize(
    ("text", "held"),
    [("共 24 件", "共 24\u00a0件"), ("升 4.7 个百分点", "升 4.7\u00a0个百分点"), ("≥99% 以上", "≥99%\u00a0以上"),
     ("102 proposals, 5 fewer", "102\u00a0proposals, 5\u00a0fewer"), ("共 24 — 25", "共 24 — 25")],
)  # fmt: skip
def test_no_line_ends_between_a_value_and_its_unit(text, held):
    assert held == unbroken(text)


def test_the_note_holds_values_and_units_together_in_text_tables_and_footnotes():
    view = replace(count_view(message="各地从 100 件到 103 件。"), note="取 4 地的数。")
    with zipfile.ZipFile(io.BytesIO(docx_bytes(briefing(view), ZH))) as archive:
        text, notes = (archive.read(f"word/{name}.xml").decode() for name in ("document", "footnotes"))

    assert "100\u00a0件到 103\u00a0件" in text
    assert "103 件</w:t>" not in text
    assert "取 4\u00a0地的数" in notes


def test_the_note_is_signed_before_what_follows_it():
    told = [p.text for p in document(briefing()).paragraphs]
    short = [p.text for p in document(briefing(appendix=False)).paragraphs]

    assert told.index("2026年11月25日") < told.index("附表") < told.index("三、指标定义")
    assert short.index("三、会前须核实") < short.index("2026年11月25日") < short.index("四、资料来源")
    assert "附表" not in short


def test_a_table_without_rows_is_its_head():
    """No place has anything to say: the slide still does."""
    bare = replace(table_view(), table=ViewTable((Head("地区", 10), Head("数值", 10)), ()))
    shape = next(shape for shape in slides(briefing(bare))[2].shapes if shape.has_table)

    assert ["地区", "数值"] == [cell.text for cell in shape.table.iter_cells()]


def test_no_title_stands_twice_in_an_appendix():
    rows = tuple((str(i), "1") for i in range(40))
    long = replace(years_view(), table=ViewTable((Head("地区", 10), Head("数值", 10)), rows))
    titles = [slide.shapes.title.text_frame.text for slide in slides(briefing(long, replace(long, message="另一句")))]

    assert len(titles) == len(set(titles))
    assert {"出庭应诉率，历年（续）", "出庭应诉率，历年（续2）", "出庭应诉率，历年（2）"} <= set(titles)


@pytest.mark.parametrize("say", [ZH, EN])
def test_the_note_speaks_chinese_and_brings_nothing_of_another_document(say):
    content = docx_bytes(briefing(), say)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        text = b"".join(archive.read(name) for name in names if name.endswith(".xml")).decode()

    assert {"word/stylesWithEffects.xml", "docProps/thumbnail.jpeg"}.isdisjoint(names)
    assert "ja-JP" not in text
    assert 'w:eastAsia="zh-CN"' in text
