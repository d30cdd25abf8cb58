"""The workbook: numbers as numbers, texts as texts, native charts, a head that stays, paper that holds it."""

from __future__ import annotations

import io
import re
import zipfile

from briefings import HARMLESS, briefing, hostile, rate_view
from chart_rows import EN, ZH
from lxml import etree

from faheng.exports.workbook.file import xlsx_bytes

M = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


class Book:
    """A workbook as a test reads it: cells by sheet and address."""

    def __init__(self, made, say=ZH):
        with zipfile.ZipFile(io.BytesIO(xlsx_bytes(made, say))) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        shared = etree.fromstring(self.parts["xl/sharedStrings.xml"])
        self.strings = ["".join(each.itertext()) for each in shared]
        names = etree.fromstring(self.parts["xl/workbook.xml"]).iterfind(".//m:sheet", M)
        self.sheets = {each.get("name"): f"xl/worksheets/sheet{i}.xml" for i, each in enumerate(names, start=1)}

    def xml(self, sheet):
        return etree.fromstring(self.parts[self.sheets[sheet]])

    def rows(self, sheet):
        return [[self._value(cell) for cell in row] for row in self.xml(sheet).iterfind(".//m:row", M)]

    def _value(self, cell):
        value = cell.findtext("m:v", namespaces=M)
        if value is None:
            return None
        return self.strings[int(value)] if cell.get("t") == "s" else float(value)

    def format_of(self, sheet, address):
        styles = etree.fromstring(self.parts["xl/styles.xml"])
        codes = {each.get("numFmtId"): each.get("formatCode") for each in styles.iterfind(".//m:numFmt", M)}
        cell = next(each for each in self.xml(sheet).iterfind(".//m:c", M) if each.get("r") == address)
        used = styles.findall("m:cellXfs/m:xf", M)[int(cell.get("s"))].get("numFmtId")
        return codes.get(used, {"9": "0%", "10": "0.00%", "1": "0"}.get(used, used))


def test_sheets_stand_in_the_order_in_which_they_are_read():
    assert ["说明", "图", "图的数据", "数据", "指标定义", "资料来源"] == list(Book(briefing()).sheets)
    assert ["About", "Charts", "Numbers of the charts", "Data", "Definitions", "Sources"] == list(
        Book(briefing(), EN).sheets
    )


def test_every_fact_is_a_row_with_numbers_words_and_evidence():
    head, first, *rest = Book(briefing(rate_view())).rows("数据")
    fact = dict(zip(head, first, strict=True))

    assert ("城东", 2020.0, 0.727, "72.7%", "可比") == tuple(
        fact[each] for each in ("地区", "年度", "数字", "数值", "判定")
    )
    assert ("“被诉行政机关负责人出庭率72.7%”", "某区人民政府") == (fact["报告原文"], fact["发布单位"])
    assert (0.6, 0.825) == (fact[ZH("95% interval from")], fact[ZH("to")])
    assert 3 == len(rest)


def test_a_missing_value_is_empty_and_its_verdict_beside_it():
    book = Book(briefing(rate_view()))
    head, *rows = book.rows("数据")
    missing = dict(zip(head, rows[-1], strict=True))

    assert (None, "未披露") == (missing["数字"], missing["数值"])


def test_rates_have_a_percent_format_with_the_decimals_that_are_printed():
    book = Book(briefing(rate_view()))

    assert ["0.0%", "0%"] == [book.format_of("数据", "D2"), book.format_of("数据", "D4")]


def test_the_data_sheet_can_be_filtered_scrolled_and_printed():
    sheet = Book(briefing()).xml("数据")

    assert "A1:S21" == sheet.find("m:autoFilter", M).get("ref")
    assert "frozen" == sheet.find(".//m:pane", M).get("state")
    assert ("landscape", "9") == (
        sheet.find("m:pageSetup", M).get("orientation"),
        sheet.find("m:pageSetup", M).get("paperSize"),
    )
    assert "1" == sheet.find(".//m:pageSetUpPr", M).get("fitToPage")
    names = Book(briefing()).parts["xl/workbook.xml"].decode()
    assert "_xlnm.Print_Titles" in names


def test_charts_are_native_and_drawn_from_the_cells():
    book = Book(briefing())
    chart = book.parts["xl/charts/chart1.xml"].decode()

    assert 3 == len([name for name in book.parts if name.startswith("xl/charts/chart")])
    assert "图的数据!$B$3:$B$6" in chart
    assert [0.983, 0.727] == [row[1] for row in book.rows("图的数据")[2:4]]


def test_no_text_is_a_formula_or_a_link_to_a_program():
    book = Book(hostile())
    sheets = b"".join(part for name, part in book.parts.items() if name.startswith("xl/worksheets/"))

    assert b"<f>" not in sheets
    assert b"javascript" not in b"".join(part for name, part in book.parts.items() if name.endswith(".rels"))
    assert HARMLESS in book.strings
    assert any(re.match("^=1", text) for text in book.strings)


def test_every_view_says_where_it_comes_from_and_when_it_was_made():
    told = [value for row in Book(briefing()).rows("说明") for value in row if value]

    assert "法衡制作　数据版本 7　2026年11月25日" in told
    assert "http://127.0.0.1:8501/compare?place=630102" in told
    assert any(text.startswith("来源：2020年法治政府建设情况报告（某区人民政府") for text in told)


def test_the_same_briefing_gives_the_same_bytes():
    assert xlsx_bytes(briefing(), ZH) == xlsx_bytes(briefing(), ZH)
