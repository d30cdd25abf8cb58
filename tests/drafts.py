"""A draft of a place that the shipped data hold a report before of, with faults of every sort, as Word and as text."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import pytest
from docx import Document

from faheng.intake.draft import CheckedDraft, DraftFile, ReadDraft, checked_file
from faheng.paths import DATA
from faheng.reading.about.about import ReportAbout
from faheng.reading.lexicon import state_of
from faheng.views.selection import Selection
from faheng.views.view import View
from faheng.words.catalogue import words

ZH = words("zh")

# 98%以上 of 1749 of 1805 cannot be; 35 of 36 is not 97.3%; more completed than accepted; a target among results.
PARAGRAPHS = (
    "光明区2025年法治政府建设年度报告",
    "光明区人民政府",
    "2026年3月2日",
    "一、2025年工作情况",
    "（一）依法化解行政争议。全年共收到行政复议申请215件，受理198件，办结203件，其中调解和解68件。"
    "行政机关负责人出庭应诉率为97.3%，全区行政应诉案件共36件，负责人出庭35件。",
    "（二）人民调解。人民调解委员会共受理纠纷1805件，调解成功1749件，调解成功率98%以上。",
    "二、2026年工作安排",
    "到2026年，行政机关负责人出庭应诉率达到100%。",
)
TEXT = "\n".join(PARAGRAPHS)
HOSTILE = "<script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"


def word_draft(*more: str) -> bytes:
    """The draft as Word itself would write it, with a table and a line that is half bold; more: further paragraphs."""
    document = Document()
    for each in (*PARAGRAPHS[:6], *more):
        document.add_paragraph(each)
    table = document.add_table(rows=2, cols=3)
    for row, cells in zip(table.rows, (("项目", "2024年", "2025年"), ("开展执法培训（场）", "21", "23")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    line = document.add_paragraph("全区政务服务事项")
    line.add_run("网上可办率").bold = True
    line.add_run("为99.2%，一网通办事项1,024项。")
    for each in PARAGRAPHS[6:]:
        document.add_paragraph(each)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def read_here(name: str, data: bytes, given: Mapping[str, ReportAbout] | None = None) -> CheckedDraft:
    """What check_draft gives, without a process of its own: that takes a second, and some tests are about it."""
    return checked_file(DraftFile(Path(Path(name).name), data, given or {}, state_of(DATA)))


@pytest.fixture(scope="module")
def draft() -> ReadDraft:
    """The Word draft, read once."""
    return read_here("草稿.docx", word_draft()).drafts[0]


@pytest.fixture
def published(shipped_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a draft is held against: the shipped data."""
    monkeypatch.setenv("FAHENG_STORE", str(shipped_folder))


def view() -> View:
    """Of the place that the draft is of."""
    return View(Selection(), ZH, "440311", ("440311",))
