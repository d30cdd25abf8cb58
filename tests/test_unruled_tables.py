"""Tables of PDF and OFD pages that no lines rule: read by where their numbers stand, or not at all."""

from __future__ import annotations

import os
import random
from datetime import date
from pathlib import Path

import pytest
from damaged import WHOLE
from report_files import pdf_of
from shipped_reading import read_observations, read_reports
from table_files import drawn_line

from faheng.model import PeriodBasis
from faheng.reading.about.about import ReportAbout
from faheng.reading.texts.readers.glyphs import Glyph
from faheng.reading.texts.readers.pages import page_blocks
from faheng.reading.texts.table import laid_out

ABOUT = ReportAbout("case", None, "annual_report", date(2023, 1, 1), date(2023, 12, 31), PeriodBasis.STATED)
Words = tuple[str, float, float]
_EM = 10.0
TOP = 700.0


def middle(text: str, x: float, y: float) -> Words:
    """A text set to the middle of its cell, as it is drawn: where it begins."""
    return text, x - _EM * len(text) / 2, y


def found(folder: Path, words: list[Words]) -> tuple[list[tuple[str, float]], str]:
    """What is read on a page with these words, and its text."""
    path = folder / "page.pdf"
    path.write_bytes(pdf_of(["".join(drawn_line(text, x, y) for text, x, y in words)]))
    (original,), problems = read_reports(path)
    assert [] == list(problems)
    read = read_observations(original, ABOUT)
    for one in read:
        span = one.evidence.span
        assert span is not None
        assert one.evidence.phrase == original.text[span.start : span.end]
    return sorted((one.indicator_id, float(one.value)) for one in read), original.text


def row(y: float, label: str, numbers: list[str], xs: tuple[float, ...] = (250, 330, 410, 490)) -> list[Words]:
    """A row: its label and its numbers, each in the middle of its column."""
    return [middle(label, 130, y), *(middle(number, x, y) for number, x in zip(numbers, xs, strict=False))]


HEAD = row(TOP, "指标", ["2022年", "2023年", "增减(件)"])
REVIEWS = row(TOP - 24, "受理行政复议案件(件)", ["98", "118", "20"])
SUITS = row(TOP - 48, "行政应诉案件(件)", ["31", "36", "5"])
BOTH = [("litigation_cases", 36.0), ("reconsideration_accepted", 118.0)]


@pytest.mark.parametrize(
    ("kind", "words", "expected"),
    [
        ("a column a year", [*HEAD, *REVIEWS, *SUITS], BOTH),
        ("a header in two lines",
         [*row(TOP + 6, "", ["2022年", "2023年", "增减"]), *row(TOP - 6, "", ["(件)", "(件)", "(件)"]),
          middle("指标", 130, TOP), *row(TOP - 40, "受理行政复议案件", ["98", "118", "20"]),
          *row(TOP - 64, "行政应诉案件", ["31", "36", "5"])], BOTH),
        ("years whose digits stand a little below their character",
         [middle("指标", 130, TOP), ("2022", 225, TOP - 0.7), ("年", 269, TOP), ("2023", 305, TOP - 0.7),
          ("年", 349, TOP), *REVIEWS[:3], *SUITS[:3]], BOTH),
        ("names beside rows of labels of one to three lines",
         [*HEAD[:3], middle("全县各级人民调解", 150, TOP - 32), *row(TOP - 46, "", ["21", "22"])[1:],
          middle("组织在全年受理的", 150, TOP - 46), middle("各类调解矛盾纠纷(件)", 150, TOP - 60),
          middle("法律服务", 60, TOP - 62), middle("全县法律援助机构", 150, TOP - 79),
          *row(TOP - 86, "", ["31", "32"])[1:], middle("法律援助案件(件)", 150, TOP - 93),
          middle("代表委员", 60, TOP - 139), middle("办理人大代表建议(件)", 150, TOP - 120),
          *row(TOP - 120, "", ["41", "42"])[1:], middle("办理政协提案", 150, TOP - 146), middle("(件)", 150, TOP - 158),
          *row(TOP - 152, "", ["51", "52"])[1:]],
         [("congress_proposals", 42.0), ("consultative_proposals", 52.0), ("legal_aid_cases", 32.0),
          ("mediation_cases", 22.0)]),
        ("a label in two lines",
         [*HEAD, middle("受理行政", 130, TOP - 24), middle("复议案件(件)", 130, TOP - 36),
          *row(TOP - 30, "", ["98", "118", "20"])[1:], *row(TOP - 66, "行政应诉案件(件)", ["31", "36", "5"])], BOTH),
        ("numbers of many lengths set to the right",
         [*HEAD[:3], middle("受理行政复议案件(件)", 130, TOP - 24), ("1,198", 225, TOP - 24), ("9", 345, TOP - 24),
          middle("行政应诉案件(件)", 130, TOP - 48), ("31", 255, TOP - 48), ("36", 335, TOP - 48)],
         [("litigation_cases", 36.0), ("reconsideration_accepted", 9.0)]),
        ("dashes", [*HEAD, *row(TOP - 24, "受理行政复议案件(件)", ["98", "-", "-"]), *SUITS], [BOTH[0]]),
        ("a name beside two rows",
         [*HEAD, middle("行政复议", 60, TOP - 36), *row(TOP - 24, "受理案件", ["98", "118", "20"]),
          *row(TOP - 48, "审结案件", ["90", "110", "20"])],
         [("reconsideration_accepted", 118.0), ("reconsideration_concluded", 110.0)]),
        ("applicants and their sum",
         [*row(TOP, "申请人", ["自然人", "企业", "其他", "总计"]),
          *row(TOP - 24, "本年新收政府信息公开申请数量", ["30", "5", "1", "36"]),
          *row(TOP - 48, "上年结转政府信息公开申请数量", ["2", "0", "0", "2"])], [("disclosure_requests", 36.0)]),
    ],
)  # fmt: skip
def test_numbers_below_each_other_make_a_table(
    kind: str, words: list[Words], expected: list[tuple[str, float]], tmp_path: Path
) -> None:
    assert expected == found(tmp_path, words)[0], kind


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("applicants without a sum",
         [*row(TOP, "申请人", ["自然人", "企业", "其他"]),
          *row(TOP - 24, "本年新收政府信息公开申请数量", ["30", "5", "1"]),
          *row(TOP - 48, "上年结转政府信息公开申请数量", ["2", "0", "0"])]),
        ("other years alone",
         [*row(TOP, "指标", ["2021年", "2022年"]), *row(TOP - 24, "受理行政复议案件(件)", ["98", "118"]),
          *row(TOP - 48, "行政应诉案件(件)", ["31", "36"])]),
        ("names beside rows that they do not fit",
         [*row(TOP, "", ["2022年", "2023年"]), middle("行政复议", 60, TOP - 30), middle("行政应诉", 60, TOP - 90),
          *row(TOP - 24, "受理案件", ["98", "118"]), *row(TOP - 48, "收到案件", ["90", "110"]),
          *row(TOP - 72, "其他案件", ["3", "4"])]),
    ],
)  # fmt: skip
def test_what_the_places_do_not_say_is_not_read(kind: str, words: list[Words], tmp_path: Path) -> None:
    assert [] == found(tmp_path, words)[0], kind


def test_no_word_of_a_page_is_lost_or_said_twice(tmp_path: Path) -> None:
    """The characters of the text are those of the page."""
    words = [*HEAD, middle("行政复议", 60, TOP - 36), *row(TOP - 24, "受理案件", ["98", "118", "20", "备注"]),
             *row(TOP - 48, "审结案件", ["90", "110", "20"]), middle("全年工作有序开展。", 200, TOP - 90)]  # fmt: skip
    _, text = found(tmp_path, words)

    assert sorted("".join(word for word, _, _ in words)) == sorted("".join(text.split()).replace("；", ""))


WORDS = (
    *(
        "指标",
        "2022年",
        "2023年",
        "总计",
        "一、本年新收",
        "（三）不予公开",
        "受理行政复议案件(件)",
        "其中",
        "单位：件",
        "附表",
    ),
    *("12", "1,234", "98.5%", "-", "——", "0", "3.5万件", "全年工作有序开展。", "（一）"),
)


@pytest.mark.stress
def test_characters_anywhere_on_a_page_are_told_once() -> None:
    """Whatever stands where: no error, no character lost or told twice."""
    draw = random.Random(int(os.environ.get("FAHENG_SEED") or 12_013))  # noqa: S311 (a seeded draw, no secret)
    for _ in range(10_000 if WHOLE else 100):
        glyphs = []
        for _ in range(draw.randint(0, 40)):
            x, y = (
                draw.choice((40, 130, 250, 330, draw.random() * 500)),
                700 - draw.choice((6, 12)) * draw.randint(0, 20),
            )
            size = draw.choice((6.0, 10.0))
            for at, character in enumerate(draw.choice(WORDS)):
                glyphs.append(Glyph(character, x + at * size, x + (at + 1) * size, y, y + size))
        text, tables = laid_out(page_blocks(glyphs, []))
        assert sorted(each.character for each in glyphs) == sorted("".join(text.split()).replace("；", ""))
        assert all(0 <= cell.start <= cell.end <= len(text) for table in tables for cell in table.cells)
