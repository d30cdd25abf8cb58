"""总览 lists what the published version changed, as a leader reads it; each line leads to its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from drawn import text
from intakes import one
from intakes import opened as report_of
from own_reports import text_file

from faheng.intake.decide import Editor
from faheng.intake.intake import Intake
from faheng.intake.publish import publish
from faheng.ui.overview import changed_lately
from faheng.views.selection import Selection
from faheng.views.view import view_of

CHENGDONG, WANYUAN = "630102", "511781"


def news_of(place: str) -> list[tuple[str, str]]:
    """Text and address of each line for a reader of this place."""
    markup = str(changed_lately(view_of(Selection(), place)))
    lines = re.findall(r'<li><a class="fh-link" href="([^"]*)">(.*?)</a></li>', markup)
    return [(text(said), href) for href, said in lines]


def test_what_changed_is_listed(intake: Intake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of a first version; then what came and what was corrected, our place's first, each with its way."""
    monkeypatch.setenv("FAHENG_STORE", str(intake.folder))
    first = one(intake, text_file(tmp_path, WANYUAN, 2023))
    publish(intake.folder, "李四")
    assert [] == news_of(CHENGDONG)

    for place, year in (("210100", 2019), (CHENGDONG, 2023)):
        one(intake, text_file(tmp_path, place, year))
    held = report_of(intake, first)
    figure = next(each for each in held.figures.every if each.now.indicator_id == "normative_documents_reviewed")
    Editor(intake, "李四").correct(held.state, figure, {"bound": "at_least"}, held.judge)
    publish(intake.folder, "李四")

    said = news_of(CHENGDONG)
    ours, theirs = f"profile?place={CHENGDONG}", "profile?place=210100"
    assert [("新增城东区2023年报告", ours), ("新增沈阳市2019年报告", theirs)] == said[:2]
    (corrected,) = [each for each in said if "更正为" in each[0]]
    assert corrected[0].startswith("万源市")
    assert corrected[1].startswith("evidence?obs=")
    assert ("新增沈阳市2019年报告", theirs) == news_of("210100")[0]
