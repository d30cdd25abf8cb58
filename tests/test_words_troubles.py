"""Why something could not be done is said in Chinese on a Chinese page, whatever the error: no English detail."""

from __future__ import annotations

import re

import pytest

from faheng import errors
from faheng.paths import AddressUnusable
from faheng.words.catalogue import words
from faheng.words.troubles import trouble_text

ZH, EN = words("zh"), words("en")
PROBLEM = errors.Problem("data/observations/a.csv", 7, "value", "'x' is no number", "write a number")
# What a page may meet -> a part of what it says.
TROUBLES: list[tuple[Exception | str, str]] = [
    (errors.NothingToRead(["/srv/空"], [".docx", ".pdf"]), "/srv/空 中没有报告；报告文件的扩展名为 .docx、.pdf"),
    (errors.LedgerUnavailable("sqlite:////x", "database or disk is full", "free some space"), "磁盘是否已满"),
    (errors.LedgerTooNew("sqlite:////x", 3, 1), "请升级法衡"),
    (errors.StoreTooNew("/s/faheng-3.duckdb follows schema 99, this Faheng knows 17: update Faheng"), "请升级法衡"),
    (errors.StoreBusy("others are at work in /s: try again in a minute"), "请一分钟后再试"),
    (errors.StoreBusy("other writers are at work in /s: try again in a minute"), "请一分钟后再试"),
    (errors.UnwritableFile("/s/documents", "Read-only file system"), "无法写入 /s/documents"),
    (errors.DocumentDamaged("0" * 64, "not there"), "请重新导入"),
    (errors.ReadingDamaged("/s/readings/x", "torn"), "faheng import --again"),
    (errors.CannotDecide("x", "its document cannot be read again", "import it anew"), "请重新导入"),
    (errors.BadSetting("FAHENG_READ_SECONDS", "x", "write a whole number"), "设置项 FAHENG_READ_SECONDS 有误"),
    (errors.UnknownSnapshot("no snapshot 4 in /s; kept are: 5, 6"), "第 4 版已不再保存"),
    (errors.StoreDamaged("/s/faheng-3.duckdb cannot be read (IO Error): restore another"), "数据文件已损坏"),
    (errors.StoreDamaged("a and b cannot be compared (IO Error)"), "无法比较"),
    (errors.DataProblems([PROBLEM]), "数据文件有误（data/observations/a.csv:7）"),
    (errors.ShelfUnavailable("/mnt/x", "not there", "mount it"), "存放处无法使用"),
    (errors.ShelfOvertaken("/mnt/x"), "重新发布"),
    (AddressUnusable("s3://x/y", "not there", "look whether it can be reached"), "原文存放处无法使用"),
    (errors.CannotDecide("x", "its period ends before it begins", "exchange the two days"), "请互换"),
    (errors.CannotDecide("x", "there is no place '9'", "give a code"), "没有这个地区"),
    (errors.CannotDecide("event 9", "there is no such decision", "see history"), "已不存在"),
    (errors.UnreadableFile("/s/a.pdf", "is protected by a password", "save it without one"), "“a.pdf”"),
    ("something that nobody foresaw", "原因见服务端日志"),
    ("", "原因见服务端日志"),
]


@pytest.mark.parametrize(("fault", "said"), TROUBLES, ids=lambda each: type(each).__name__)
def test_every_trouble_is_chinese(fault: Exception | str, said: str) -> None:
    """Words in Latin letters are names of files, settings and commands alone; English pages have it in English."""
    text = trouble_text(str(fault), ZH)

    assert said in text
    named = re.sub(r"(?:/|data/)[\w./-]+|“[^”]*”|FAHENG_\w+|\.(?:docx|pdf)|README", "", text)
    assert not re.search("[A-Za-z]", named), named
    assert not re.search("[\u4e00-\u9fff]", trouble_text(str(fault).replace("空", "x"), EN))


def test_all_lines_of_the_table_are_met() -> None:
    """Each error above goes its own way; those of zones are met where zones are added."""
    kinds = {trouble_text(str(fault), EN) for fault, _ in TROUBLES}

    assert len(kinds) >= 17
