"""One report of our own making as every kind of file: the observations are the same, and each points at its words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import opencc
import pytest
from report_files import docx, paragraph, pdf, web_report, word_table, wrapped
from shipped_reading import read_observations, read_reports

from faheng.model import Observation, PeriodBasis
from faheng.reading.about.about import ReportAbout
from faheng.reading.texts.original import Original

REPORT = """青禾县2022年法治政府建设年度报告
一、主要举措和成效
(一)优化政务服务。全县权责清单共2,874项,政务服务事项网上可办率达97.6%,实际网办率为81.4%。审批时限平均压缩72.5%。新登记市场主体3,215户,同比增长12.8%。
(二)规范决策和文件。制定出台行政规范性文件9件,合法性审查规范性文件14件,现行有效的规范性文件共86件。全年审查各类合同132份。
(三)依法化解行政争议。今年以来收到行政复议申请127件,受理118件,审结109件。行政应诉案件46件,行政机关负责人出庭应诉率达98%以上,无一宗行政诉讼案件败诉。
(四)化解矛盾纠纷。1月至10月,各级人民调解组织共受理矛盾纠纷2300余件,调解成功2265件,调解成功率98.3%。近两年办理法律援助案件1.2万件。
(五)接受监督。办理人大代表建议73件、政协提案61件,办结率、满意率均为100%。主动公开政府信息5,480条,受理依申请公开事项35件。
(六)规范行政执法。全县持有行政执法证的人员共有654人,开展“双随机”抽查,检查市场主体1,482户。评查行政处罚案卷210卷。
二、下一步工作打算
力争行政机关负责人出庭应诉率达到100%,行政规范性文件备案15件。"""
TABLE = (("项目", "2022年"), ("12345热线受理诉求", "8640件"), ("组织开展应急演练", "57场次"))
ABOUT = ReportAbout("report", None, "annual_report", date(2022, 1, 1), date(2022, 12, 31), PeriodBasis.STATED)
PAGE, PAGE_LINES = 34, 12
ROWS = "\n".join("\t".join(row) for row in TABLE)
RESULTS, PLAN = REPORT.split("\n二、")
PLAIN = f"{RESULTS}\n{ROWS}\n二、{PLAN}"


def web() -> str:
    """As a web page; the table stands behind the last chapter's words there, so the chapter is left out."""
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in TABLE)
    return web_report(RESULTS, f"<table>{cells}</table><p>二、{PLAN.replace(chr(10), '</p><p>')}</p>")


def word() -> bytes:
    """As a Word file with its table between the chapters."""
    body = [*map(paragraph, RESULTS.split("\n")), word_table(TABLE), *map(paragraph, f"二、{PLAN}".split("\n"))]
    return docx("".join(body))


def printed() -> bytes:
    """As a PDF whose lines are broken at the margin, on pages of 12 lines; the table's cells stand side by side."""
    lines = wrapped(PLAIN.replace("\t", " "), PAGE)
    return pdf([lines[at : at + PAGE_LINES] for at in range(0, len(lines), PAGE_LINES)])


FILES = {
    "utf-8.txt": PLAIN.encode(),
    "gb18030.txt": PLAIN.encode("gb18030"),
    "utf-16.txt": PLAIN.encode("utf-16"),
    "windows-lines.txt": PLAIN.replace("\n", "\r\n").encode("utf-8-sig"),
    "traditional.txt": opencc.OpenCC("s2t").convert(PLAIN).encode(),
    "big5.txt": opencc.OpenCC("s2tw").convert(PLAIN).encode("big5"),
    "full-width.txt": PLAIN.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789%"}).encode(),
    "wrapped.txt": "\n".join(wrapped(PLAIN, PAGE)).encode(),
    "page.html": web().encode(),
    "traditional.html": opencc.OpenCC("s2t").convert(web()).encode(),
    "report.docx": word(),
    "report.pdf": printed(),
}
YEAR, AS_OF = ("year", "2022-01-01", "2022-12-31"), ("as_of", None, "2022-12-31")
TEN_MONTHS, TWO_YEARS = ("part_year", "2022-01-01", "2022-10-31"), ("multi_year", "2021-01-01", "2022-12-31")
EXPECTED = [
    ("power_list_items", 2874, "exact", AS_OF, None),
    ("online_handling_rate", 97.6, "exact", AS_OF, None),
    ("online_actual_rate", 81.4, "exact", AS_OF, None),
    ("approval_time_reduction", 72.5, "exact", AS_OF, None),
    ("market_entities_new", 3215, "exact", YEAR, 12.8),
    ("normative_documents_issued", 9, "exact", YEAR, None),
    ("normative_documents_reviewed", 14, "exact", YEAR, None),
    ("normative_documents_in_force", 86, "exact", AS_OF, None),
    ("contracts_reviewed", 132, "exact", YEAR, None),
    ("reconsideration_applications", 127, "exact", YEAR, None),
    ("reconsideration_accepted", 118, "exact", YEAR, None),
    ("reconsideration_concluded", 109, "exact", YEAR, None),
    ("litigation_cases", 46, "exact", YEAR, None),
    ("court_appearance_rate", 98, "at_least", YEAR, None),
    ("litigation_lost", 0, "exact", YEAR, None),
    ("mediation_cases", 2300, "at_least", TEN_MONTHS, None),
    ("mediation_succeeded", 2265, "exact", TEN_MONTHS, None),
    ("mediation_success_rate", 98.3, "exact", TEN_MONTHS, None),
    ("legal_aid_cases", 12000, "exact", TWO_YEARS, None),
    ("congress_proposals", 73, "exact", YEAR, None),
    ("consultative_proposals", 61, "exact", YEAR, None),
    ("proposals_completion_rate", 100, "exact", YEAR, None),
    ("proposals_satisfaction_rate", 100, "exact", YEAR, None),
    ("information_disclosed", 5480, "exact", YEAR, None),
    ("disclosure_requests", 35, "exact", YEAR, None),
    ("enforcement_officers", 654, "exact", AS_OF, None),
    ("entities_inspected", 1482, "exact", YEAR, None),
    ("case_files_reviewed", 210, "exact", YEAR, None),
    ("hotline_requests", 8640, "exact", YEAR, None),
    ("emergency_drills", 57, "exact", YEAR, None),
]


def read(folder: Path, name: str) -> tuple[Original, list[Observation]]:
    """The one report in a file of this name, and what is read in it."""
    (folder / name).write_bytes(FILES[name])
    (original,), problems = read_reports(folder / name)
    assert [] == list(problems)
    return original, read_observations(original, ABOUT)


def fact(one: Observation) -> tuple[object, ...]:
    """What must not depend on the format."""
    said = one.as_json()
    period = tuple(said[name] for name in ("period_kind", "period_start", "period_end"))
    return one.indicator_id, said["value"], one.bound, period, said["change"]


@pytest.mark.parametrize("name", FILES)
def test_a_report_says_the_same_in_every_format(tmp_path: Path, name: str) -> None:
    """Thirty observations, of prose and of a table, and none from the chapter of plans."""
    _, observations = read(tmp_path, name)

    assert sorted(EXPECTED) == sorted(fact(one) for one in observations)
    assert {"accepted"} == {one.status for one in observations}
    assert {""} == {one.scope for one in observations}


@pytest.mark.parametrize("name", FILES)
def test_evidence_is_the_text_of_its_own_file(tmp_path: Path, name: str) -> None:
    """text[start:end] is the phrase, holds the number as this very file prints it, and is at most 60 characters."""
    original, observations = read(tmp_path, name)

    for one in observations:
        span = one.evidence.span
        assert one.evidence.phrase == original.text[span.start : span.end]
        assert one.value_text in one.evidence.phrase
        assert span.end - span.start <= 60


def test_the_printed_number_is_that_of_the_file(tmp_path: Path) -> None:
    """Full-width digits stay full-width in value_text; the value is the same."""
    _, observations = read(tmp_path, "full-width.txt")

    assert ("２,８７４", 2874) == (observations[0].value_text, observations[0].value)
