"""The note: page and type of an official document, native charts, three-line tables, real footnotes, sources."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from briefings import HARMLESS, HOSTILE, briefing, hostile, rate_view
from chart_rows import EN, ZH
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from lxml import etree

from faheng.briefing.annex import left_beside_text
from faheng.briefing.table import BriefTable, Head, ViewTable, upright
from faheng.charts.measure import text_px
from faheng.exports.column_widths import BOLD, words_widths
from faheng.exports.document.file import docx_bytes
from faheng.exports.document.note_tables import fitted_in_note
from faheng.exports.document.numerals import numeral
from faheng.exports.document.tables import NOTE

W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


def parts(made, say=ZH):
    with zipfile.ZipFile(io.BytesIO(docx_bytes(made, say))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def opened(made, say=ZH):
    return Document(io.BytesIO(docx_bytes(made, say)))


def footnotes(made):
    root = etree.fromstring(parts(made)["word/footnotes.xml"])
    return ["".join(note.itertext()).strip() for note in root if note.get(qn("w:type")) is None]


def test_the_page_is_that_of_an_official_document():
    section = opened(briefing()).sections[0]

    margins = section.top_margin, section.bottom_margin, section.left_margin, section.right_margin

    assert [210, 297] == [round(section.page_width.mm), round(section.page_height.mm)]
    assert [37, 35, 28, 26] == [round(each.mm) for each in margins]
    assert "PAGE" in "".join(section.footer._element.itertext())


@pytest.mark.parametrize(
    ("style", "font", "size"),
    [
        ("Title", "方正小标宋简体", 22),
        ("Normal", "仿宋_GB2312", 16),
        ("Heading 1", "黑体", 16),
        ("Heading 2", "楷体_GB2312", 16),
    ],
)
def test_each_level_has_its_type(style, font, size):
    found = opened(briefing()).styles[style]

    assert font == found.element.rPr.rFonts.get(qn("w:eastAsia"))
    assert Pt(size) == found.font.size


def test_headings_are_counted_in_chinese_numerals():
    headings = [p.text for p in opened(briefing()).paragraphs if p.style.name.startswith("Heading")]

    assert ["一、主要情况", "二、分项情况", "（一）出庭应诉率，各地", "（二）建议件数，各地"] == headings[:4]
    assert "七、资料来源" == headings[-1]


def test_the_messages_come_first_and_in_their_order():
    told = [p.text for p in opened(briefing()).paragraphs]

    assert "1．城东 72.7%，低于青海省 85.6%。" == told[told.index("一、主要情况") + 1]


def test_a_message_without_its_indicator_is_told_with_it():
    """Among other messages nobody knows what 72.7% is of; what was written by hand stays as it was written."""
    made = briefing(rate_view(action="城东 72.7%"), rate_view(message="另一句"))
    told = [p.text for p in opened(made).paragraphs]
    (name,) = {fact.indicator for fact in made.views[0].facts}
    first, second = told[told.index("一、主要情况") + 1 :][:2]

    assert f"1．{name}，城东 72.7%，低于青海省 85.6%。" == first
    assert "2．另一句。" == second


def test_charts_are_native_with_a_workbook_each():
    made = parts(briefing())
    held = [name for name in made if name.startswith("word/charts/") and name.endswith(".xml")]

    assert 3 == len(held)
    assert all(b"externalData" in made[name] for name in held)
    assert 3 == len([name for name in made if name.startswith("word/embeddings/")])
    assert 3 == made["word/document.xml"].count(b"<c:chart ")
    assert b"<c:v>0.727</c:v>" in made["word/charts/chart1.xml"]


def test_footnotes_are_real_and_say_why_a_value_is_not_compared():
    told = footnotes(briefing(rate_view()))
    marks = re.findall(rb'footnoteReference w:id="(\d+)"', parts(briefing(rate_view()))["word/document.xml"])

    assert "期间不同的不排名。未披露：地120000。" == told[0]
    assert "地110000：只含2020年1—5月，不足一年，不与全年数比较。" == told[1]
    assert [b"1", b"2"] == marks


def test_tables_have_three_lines_and_a_head_that_is_repeated():
    table = opened(briefing(rate_view())).tables[0]
    edges = [
        {each.tag.split("}")[1]: each.get(qn("w:sz")) for each in row.cells[0]._tc.tcPr.find(qn("w:tcBorders"))}
        for row in table.rows
    ]

    assert ["地区", "数值"] == [cell.text for cell in table.rows[0].cells][:2]
    assert [{"top": "12", "bottom": "4"}, {}, {}, {}, {"bottom": "12"}] == edges
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_a_missing_value_is_a_word_in_the_table():
    rows = [[cell.text for cell in row.cells] for row in opened(briefing(rate_view())).tables[0].rows]

    assert ["地120000", "未披露"] == rows[-1][:2]


def test_a_hostile_text_is_written_as_it_reads():
    told = "\n".join(p.text.replace("\n", "") for p in opened(hostile()).paragraphs)

    assert HARMLESS in told
    assert HOSTILE not in told
    assert any(HARMLESS in note for note in footnotes(hostile()))


def test_it_ends_with_who_issues_it_and_what_made_it():
    made = briefing(appendix=False, sources_listed=False)
    told = [p.text for p in opened(made).paragraphs]

    assert ["某区司法局", "2026年11月25日", "法衡制作　数据版本 7　2026年11月25日"] == told[-3:]


@pytest.mark.parametrize(
    ("number", "zh"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (35, "三十五"), (99, "九十九"), (100, "100")]
)
def test_numerals(number, zh):
    assert [zh, str(number)] == [numeral(number, ZH), numeral(number, EN)]


def test_headings_are_counted_as_each_language_counts_them():
    zh, en = (
        [p.text for p in opened(briefing(), say).paragraphs if p.style.name.startswith("Heading")] for say in (ZH, EN)
    )

    assert ["一、主要情况", "二、分项情况", "（一）出庭应诉率，各地"] == zh[:3]
    assert ["1. In short", "2. In detail", "2.1 出庭应诉率，各地"] == en[:3]


def test_what_two_views_say_is_said_once_in_short():
    told = [
        p.text for p in opened(briefing(rate_view(), rate_view(title="乙"), rate_view(message="另一句"))).paragraphs
    ]
    between = told[told.index("一、主要情况") + 1 : told.index("二、分项情况")]

    assert ["1．城东 72.7%，低于青海省 85.6%。", "2．另一句。"] == between


def test_a_table_of_many_places_stands_upright_on_a_page():
    rows = (("甲率", "1%", "2%", "3%", "4%", "5%"), ("乙率", "6%", "7%", "8%", "9%", "10%"))
    wide = ViewTable((Head("指标", 16), *(Head(f"地{i}", 9, number=True) for i in range(5))), rows)
    table = opened(briefing(replace(rate_view(), table=wide))).tables[0]

    assert ["", "甲率", "乙率"] == [cell.text for cell in table.rows[0].cells]
    assert ["地4", "5%", "10%"] == [cell.text for cell in table.rows[5].cells]
    assert wide == upright(wide, 6)


def test_a_table_whose_rows_have_two_names_is_turned_with_both():
    heads = (Head("地区", 8), Head("年度", 5), *(Head(f"主题{i}", 7, number=True) for i in range(6)))
    rows = (("开原", "2024", *"123456"), ("万源", "2022", *"789012"))

    turned = upright(ViewTable(heads, rows), 5)

    assert ["", "开原 2024", "万源 2022"] == [head.name for head in turned.columns]
    assert ("主题0", "1", "7") == turned.rows[0]
    assert ("主题5", "6", "2") == turned.rows[5]


def test_a_note_leaves_columns_out_before_it_breaks_a_word():
    long = "Reconsideration" * 2
    heads = (Head("Place", 8), *(Head(f"{long}{i}", 8, number=True) for i in range(7)))
    wide = ViewTable(heads, tuple((f"place {i}", *("1" * 7)) for i in range(9)))

    placed = fitted_in_note(BriefTable(wide), 300.0)

    assert placed is not None
    shown = placed.fit.table.columns
    assert 2 <= placed.columns == len(shown) < 8
    least = words_widths(shown, placed.fit.table.rows, placed.fit.size, NOTE.beside)
    assert all(given >= asked for given, asked in zip(placed.fit.wide, least, strict=True))
    assert f"共 7 列，此处列前 {placed.columns - 1} 列；全部见电子表格（XLSX）。" == left_beside_text(
        wide, placed.columns, ZH
    )
    assert "" == left_beside_text(wide, 8, ZH)


def test_a_table_of_few_rows_stands_whole_in_a_note():
    """Whatever its share of the pages is."""
    tall = ViewTable((Head("指标", 8), Head("说明", 8)), tuple((f"项{i}", "长" * 200) for i in range(5)))

    placed = fitted_in_note(BriefTable(tall), 60.0)

    assert placed is not None
    assert 5 == placed.fit.rows


def test_a_short_head_is_not_broken_by_narrow_values():
    table = ViewTable(
        (Head("年度", 5), Head("数值", 5, number=True), Head("报告", 30)),
        tuple((f"20{i}年", "—", "报告" * 30) for i in range(10, 18)),
    )

    placed = fitted_in_note(BriefTable(table), 330.0)

    assert placed is not None
    size = placed.fit.size
    assert placed.fit.wide[1] - NOTE.beside >= text_px("数值", size) * BOLD
