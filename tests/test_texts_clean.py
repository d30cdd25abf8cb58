"""Cleaning: what each step takes away, and above all what it leaves."""

from __future__ import annotations

import pytest
from shipped_reading import clean_text

CASES = {
    "full-width forms": ("受理１，４８２件；办结率９８．３％（含调解）：无！", "受理1,482件;办结率98.3%(含调解):无!"),
    "circled numbers stay apart": ("项目2①道路②桥梁", "项目2①道路②桥梁"),
    "Chinese punctuation stays": ("《办法》〔2022〕8号、“三项”—‘一’·。", "《办法》〔2022〕8号、“三项”—‘一’·。"),
    "pinyin": ("學(xué)習(xí)近平，機(jī)關(guān)", "学习近平,机关"),
    "pinyin in full-width brackets": ("氿（guǐ）滨河", "氿滨河"),
    "no pinyin": ("应用(app)、街道(社区)、(一)总体、生产总值(GDP)", "应用(app)、街道(社区)、(一)总体、生产总值(GDP)"),
    "traditional": ("開展行政覆議應訴，著力化解糾紛，餘下10餘件", "开展行政复议应诉,着力化解纠纷,余下10余件"),
    "simplified is left alone": ("著名专著，覆盖率，乾隆年间，答复", "著名专著,覆盖率,乾隆年间,答复"),
    "doubled and misplaced commas": ("审结，，3件，。同时,、复议、，应诉。。", "审结,3件。同时、复议、应诉。"),
    "commas in brackets": ("(，其中5件，)《，办法》", "(其中5件)《办法》"),
    "exclamations stay": ("好！！真的？！", "好!!真的?!"),
    "invisible": ("行\u200b政\ufeff复\u00ad议12\u200d件", "行政复议12件"),
    "lost indentation": ("? ? ? ? 近年来,办结3件\n? ? ?1.加强", "近年来,办结3件\n1.加强"),
    "lost characters": ("□本报讯 办结�案件", "本报讯办结案件"),
    "a lost digit is not papered over": ("办结1�5件，达9?.5%，率为□%", "办结1�5件,达9?.5%,率为□%"),
    "letter-spaced": ("工 作 情　　况", "工作情况"),
    "spaces around figures": ("办结 127 件 , 同比增长 12.5 %", "办结127件,同比增长12.5%"),
    "thousands": ("共投入 1 500 万元,惠及 12 345 678 人", "共投入1500万元,惠及12345678人"),
    "digits apart": ("２ ０ ２ ２ 年", "2022年"),
    "a decimal apart": ("满意率达98. 3%", "满意率达98.3%"),
    "a heading number is no decimal": ("1. 30%的事项已下放", "1. 30%的事项已下放"),
    "figures of different cells": ("118 36 52", "118 36 52"),
    "figures of three digits in a row": ("2020 150 300", "2020 150 300"),
    "Latin words": ("推进 Internet Plus 服务，GDP 增长5%", "推进Internet Plus服务,GDP增长5%"),
    "cells": ("复议\t118\t36\n应诉 \t 41\t", "复议\t118\t36\n应诉\t41\t"),
    "blank lines": ("甲乙。\r\n\r\n \u3000\r\n丙丁。\r\n", "甲乙。\n丙丁。"),
    "a lost line break": ("全面完成。　　二、存在的问题", "全面完成。\n二、存在的问题"),
    "a line that ends with a comma": ("受理12件，\n办结11件。", "受理12件,\n办结11件。".replace("\n", "")),
    "corner brackets": ("推行「最多跑一次」", "推行“最多跑一次”"),
    "radicals of a PDF font": ("⼈⺠政府⾏政", "人民政府行政"),
    "nothing": ("", ""),
}
NOISE = [
    "- 3 -",
    "— 12 —",
    "第 3 页 共 10 页",
    "第三页",
    "打印 关闭",
    "【字体：大 中 小】",
    "分享到：微信 微博",
    "浏览次数：1256",
]
NOISE += [
    "首页 > 政务公开 > 法治政府",
    "您现在的位置：首页",
    "上一篇：关于某事的通知",
    "版权所有：某某人民政府",
    "|",
    "————",
    "下转第三版 上接第一版",
]
NO_NOISE = [
    "打印机12台。",
    "首页改版3次。",
    "大中小学42所。",
    "小微企业",
    "2",
    "共3页材料12件。",
    "关闭企业5家",
    "阅读活动12场。",
]


@pytest.mark.parametrize("name", CASES)
def test_cleaning(name: str) -> None:
    """Each kind of damage by itself."""
    original, expected = CASES[name]

    assert expected == clean_text(original).text


@pytest.mark.parametrize("line", NOISE)
def test_a_line_of_the_page_goes(line: str) -> None:
    """Page numbers and the furniture of web pages are no report."""
    assert "甲县办结12件。\n乙县办结8件。" == clean_text(f"甲县办结12件。\n{line}\n乙县办结8件。").text


@pytest.mark.parametrize("line", NO_NOISE)
def test_a_line_of_the_report_stays(line: str) -> None:
    """The same words in a sentence or a cell are the report's own."""
    assert f"甲县。\n{line}\n乙县。" == clean_text(f"甲县。\n{line}\n乙县。").text


def test_a_span_covers_what_was_dropped_inside() -> None:
    """The evidence of a cleaned numeral is the numeral as printed, its spaces included."""
    original = "共 １ ５００ 件。"
    clean = clean_text(original)
    start = clean.text.index("1500")
    span = clean.span(start, start + 4)

    assert "１ ５００" == original[span.start : span.end]


def test_a_running_head_goes_but_its_first_occurrence_stays() -> None:
    """A head that stands on every page is the title the first time and noise ever after."""
    pages = [f"青禾县法治政府建设报告\n{n}月办结{n}件,事项很多很多。\n又审{n}件。\n{n}" for n in range(1, 5)]
    text = clean_text("\f".join(pages)).text

    assert 1 == text.count("青禾县法治政府建设报告")
    assert [f"又审{n}件。" for n in range(1, 5)] == [line for line in text.split("\n") if line.startswith("又审")]
    assert not [line for line in text.split("\n") if line.isdigit()]


def test_an_article_that_stands_twice_stays_twice() -> None:
    """Both are evidence."""
    article = "办结案件12件。\n审结3件。"

    assert f"{article}\n{article}" == clean_text(f"{article}\n{article}").text
