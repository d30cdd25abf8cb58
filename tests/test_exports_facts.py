"""Facts and tables: every number with its words, its phrase and its source."""

from __future__ import annotations

from datetime import date

import pandas as pd
from briefings import COUNTS, PHRASES, RATES, YEARS, briefing, evidence, rate_view
from chart_rows import EN, ZH, cell, frame_of

from faheng.exports.annex import annex, shortened_table
from faheng.exports.briefing import Column, Number, Table, about, note_lines, source_text
from faheng.exports.facts import facts_of, matrix_table, ranking_table, sources_of, trend_table


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
    undated = RATES.assign(published_on=None)

    assert ("2020年法治政府建设情况报告（某区人民政府，2021年1月20日）",) == sources_of(facts_of(RATES, PHRASES, ZH), ZH)
    assert ("2020年法治政府建设情况报告（某区人民政府，未注明）",) == sources_of(facts_of(undated, PHRASES, ZH), ZH)


def test_a_ranking_table_stands_in_the_order_of_the_chart_with_ranks_and_verdicts():
    table = ranking_table(RATES, ZH, "630102")

    assert ["地区", "数值", "名次", "判定", "期间", "报告"] == [column.name for column in table.columns]
    assert [Number(98.3, "98.3%", percent=True), "2 地中第 1"] == list(table.rows[0][1:3])
    assert ["城东", "地110000", "地120000"] == [row[0] for row in table.rows[1:]]
    assert (1, "未披露") == (table.ours, table.rows[3][1])


def test_years_between_without_a_value_are_rows():
    cells = pd.concat([YEARS, frame_of(cell(year=2018, value=None, verdicts=["no_report"]))])
    rows = trend_table(cells, ZH).rows

    assert ["2016年", "2017年", "2018年", "2019年", "2020年"] == [row[0] for row in rows]
    assert ("未收录报告", "未收录报告") == rows[2][1:3]


def test_several_places_stand_side_by_side_and_what_is_not_compared_says_so():
    other = frame_of(cell("210100", 2016, 50.0, verdicts=["other_definition"]), cell("210100", 2017, 55.0))
    table = trend_table(pd.concat([YEARS, other]), ZH)

    assert ["年度", "城东", "沈阳"] == [column.name for column in table.columns]
    assert "50%（口径不同）" == table.rows[0][2].text
    assert "" == table.rows[-1][2]


def test_a_matrix_has_indicators_down_and_places_across():
    table = matrix_table(pd.concat([RATES, RATES.assign(indicator_id="x", indicator="另一率")]), ZH)

    assert ["指标", "城东", "沈阳", "地110000", "地120000"] == [column.name for column in table.columns]
    assert ["出庭应诉率", "另一率"] == [row[0] for row in table.rows]
    assert "≥99%（期间不同）" == table.rows[0][3].text


def test_what_is_beside_a_chart_is_said_in_one_line():
    assert "地区：城东、沈阳、地110000、地120000　期间：2020年，各数的期间见表　单位：%" == about(rate_view(), ZH)
    assert "Places: 440300" not in about(rate_view(), EN)


def test_more_than_four_sources_are_counted_and_the_annex_names_all():
    cells = pd.concat([COUNTS, COUNTS]).assign(report_title=[f"报告{i}" for i in range(8)])
    view = rate_view(cells.assign(observation_id=[f"o{i}" for i in range(8)], locality_code=[f"{i}" for i in range(8)]))
    sources = next(each for each in annex(briefing(view), ZH) if each.title == "资料来源")

    assert source_text(view, ZH).endswith("等 8 份报告")
    assert 8 == len(sources.rows)


def test_notes_are_empty_where_there_is_nothing_to_say():
    assert [] == note_lines(rate_view(RATES.assign(report_title=None, value=[1.0, 2.0, 3.0, 4.0]), note=""), ZH)


def test_a_shortened_table_keeps_our_row():
    rows = tuple((str(i),) for i in range(10))
    table, told = shortened_table(Table((Column("a", 1),), rows, ours=7), 3, ZH)

    assert ((("0",), ("1",), ("7",)), 2) == (table.rows, table.ours)
    assert "共 10 行，此处列前 3 行并含本地；全部见电子表格（XLSX、CSV）。" == told
