"""Facts and tables: every number with its words, its phrase and its source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from briefings import PHRASES, RATES, evidence
from chart_rows import ZH

from faheng.briefing.annex import shortened_table
from faheng.briefing.facts import facts_of, sources_of
from faheng.briefing.table import Head, ViewTable


def test_a_fact_holds_all_that_goes_along_with_a_number():
    fact = facts_of(RATES, PHRASES, ZH)[0]

    assert ("城东", "出庭应诉率", 2020, 72.7, True, "72.7%") == (
        fact.place, fact.indicator, fact.year, fact.value, fact.percent, fact.shown
    )  # fmt: skip
    assert (60.0, 82.5, "可比", "2020年") == (fact.low, fact.high, fact.verdict, fact.period)
    assert ("被诉行政机关负责人出庭率72.7%",) == fact.phrases
    assert ("2020年法治政府建设情况报告", "某区人民政府", date(2021, 1, 20), "https://example.org/r") == (
        fact.report, fact.publisher, fact.published_on, fact.url
    )  # fmt: skip


def test_a_missing_value_is_a_word_and_no_number():
    fact = facts_of(RATES, PHRASES, ZH)[-1]

    assert (None, "未披露", "未披露", ()) == (fact.value, fact.shown, fact.verdict, fact.phrases)


def test_a_derived_value_rests_on_several_phrases_each_said_once():
    told = evidence(("630102-2020", "开庭56件"), ("630102-2020", "出庭41件"), ("630102-2020", "开庭56件"))

    assert ("开庭56件", "出庭41件") == facts_of(RATES, told, ZH)[0].phrases


def test_sources_name_report_publisher_and_date_once():
    undated = tuple(replace(cell, published_on=None) for cell in RATES)

    told = [sources_of(facts_of(cells, PHRASES, ZH), ZH) for cells in (RATES, undated)]

    assert ("2020年法治政府建设情况报告（某区人民政府，2021年1月20日）",) == told[0]
    assert ("2020年法治政府建设情况报告（某区人民政府，日期未注明）",) == told[1]


def test_a_shortened_table_keeps_our_row():
    rows = tuple((str(i),) for i in range(10))
    table, told = shortened_table(ViewTable((Head("a", 1),), rows, ours=7), 3, ZH)

    assert ((("0",), ("1",), ("7",)), 2) == (table.rows, table.ours)
    assert "共 10 行，此处列前 3 行并含本地；全部见电子表格（XLSX、CSV）。" == told
