"""Reports on open government information: a kind of their own, with the year, the place and the publisher they name."""

from __future__ import annotations

import pytest
from test_recognition import FILLER, read

FORM = "本年度报告中所列数据的统计期限自2022年1月1日起至2022年12月31日止。"
REGULATION = "根据《中华人民共和国政府信息公开条例》规定,"


@pytest.mark.parametrize(
    "title",
    [
        "溪口县人民政府2022年政府信息公开工作年度报告",
        "2022年溪口县政府信息公开年度报告",
        "溪口县2022年度政府信息公开年报",
        "溪口县2022年政务公开工作年度报告",
    ],
)
def test_a_report_on_open_information_is_of_its_own_kind(title):
    """Never an annual report on law-based government, with which it stands in one list."""
    found = read(f"{title}\n{REGULATION}编制本报告。{FORM}\n一、总体情况\n溪口县{FILLER}")

    assert ("disclosure_report", "910121", 2022, title) == (found.kind, found.locality_code, found.year, found.title)


def test_without_a_title_the_announcement_names_the_report():
    text = f"{REGULATION}现公布溪口县人民政府2022年政府信息公开工作年度报告。{FORM}\n一、总体情况\n溪口县{FILLER}"
    found = read(text)

    assert ("disclosure_report", "910121", 2022) == (found.kind, found.locality_code, found.year)
    assert "溪口县人民政府2022年政府信息公开工作年度报告" == found.title
    span = found.evidence["title"]
    assert found.title == text[span.start : span.end]


@pytest.mark.parametrize(
    "text",
    [
        f"溪口县政府信息公开工作年度报告\n{FORM}\n一、总体情况\n{FILLER}",
        f"溪口县政府信息公开工作年度报告\n(2022年度)\n{FILLER}\n",
        f"溪口县政府信息公开工作年度报告\n统计期限为2022年1月1日至12月31日。{FILLER}\n",
    ],
)
def test_the_year_may_stand_below_the_title_or_in_the_period_that_is_counted(text):
    assert 2022 == read(text).year


@pytest.mark.parametrize(
    ("first", "body"),
    [
        ("溪口县人民政府办公室2022年政府信息公开工作年度报告", "溪口县人民政府办公室"),
        ("2022年临江市卫生健康委员会政府信息公开工作年度报告", "临江市卫生健康委员会"),
        ("临江市卫生健康委员会 关于2022年法治政府建设情况的报告", "临江市卫生健康委员会"),
        ("临江市工业和信息化局\n政府信息公开工作年度报告", "临江市工业和信息化局"),
        ("溪口县档案馆信息公开工作年度报告", "溪口县档案馆"),
    ],
)
def test_the_report_of_a_body_on_open_information_is_of_no_place(first, body):
    found = read(f"{first}\n{REGULATION}我局编制本报告。{FORM}\n一、总体情况\n临江市{FILLER}溪口县" * 2)

    assert (None, body, 2022) == (found.locality_code, found.publisher, found.year)


def test_the_way_to_a_page_is_no_title():
    """首页>…>法治政府建设年度报告 names no report beside the one that the page holds."""
    way = "首页>区政府部门>政务公开>法定主动公开内容>法治政府建设年度报告"
    title = "溪口县2022年法治政府建设情况报告"

    assert title == read(f"{way}\n{title}\n2022年,溪口县{FILLER}").title


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("一、主动公开政府信息情况\n二、收到和处理政府信息公开申请情况\n" + FILLER, "disclosure_report"),
        ("本报告所列数据由各单位提供,电子版可以下载。\n" + FILLER, "disclosure_report"),
        ("溪口县2022年法治政府建设年度报告\n一、主动公开政府信息情况\n" + FILLER, "annual_report"),
        ("溪口县政务公开工作要点\n" + FILLER, None),
    ],
)
def test_headings_and_the_prescribed_sentence_say_the_kind_where_no_title_does(text, kind):
    assert kind == read(text).kind
