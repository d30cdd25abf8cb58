"""The same report on pages of any width, in one column or two, with heads, feet and watermarks, says the same.

Numerals break at the margin and at the end of a page.
"""

from __future__ import annotations

import pytest
from report_files import pdf_of
from shipped_reading import SHIPPED, clean_text, read_observations
from table_files import drawn_line
from test_tables import ABOUT

from faheng.reading.texts.files import original_of
from faheng.reading.texts.original import Original

TEXT = """青禾县2023年法治政府建设年度报告
2023年，青禾县坚持依法行政，现将有关情况报告如下：
一、主要举措和成效
（一）依法化解行政争议。全年收到行政复议申请1,276件，受理1187件，审结1120件。行政应诉案件364件。
（二）规范行政执法。持证执法人员2,318人，评查执法案卷1456卷，检查市场主体1,482户。
（三）加强公共法律服务。办理法律援助案件3470件，同比增长5.2%；调解矛盾纠纷12345件，调解成功率99.12%。
（四）推进政务公开。主动公开政府信息15263条，受理依申请公开163件，发布政策解读185篇。
（五）办理人大代表建议118件、政协提案205件。开展普法宣传活动1836场次，组织应急演练1057场。
二、存在的不足
部分单位依法行政能力还需提升。"""
LINES_A_PAGE, ACROSS = 12, "".join(f"{ord(each):04x}" for each in "内部资料")
WATERMARK = f"BT /F1 40 Tf 0.7 0.7 -0.7 0.7 150 300 Tm <{ACROSS}> Tj ET\n"


def read(original: Original) -> list[tuple[str, float, float | None]]:
    """The figures of a text."""
    return sorted(
        (one.indicator_id, float(one.value), float(one.change) if one.change else None)
        for one in read_observations(original, ABOUT)
    )


def pages(width: int, columns: int, furniture: str) -> list[str]:
    """The text on pages, so many characters a line."""
    lines = []
    for paragraph in TEXT.split("\n"):
        whole = f"\u3000\u3000{paragraph}" if len(paragraph) > width // 2 else paragraph
        lines += [whole[at : at + width] for at in range(0, len(whole), width)]
    drawn = []
    for number, first in enumerate(range(0, len(lines), LINES_A_PAGE * columns), start=1):
        page = {"head": drawn_line("青禾县法治政府建设年度报告", 200, 820), "mark": WATERMARK}.get(furniture, "")
        for at, line in enumerate(lines[first : first + LINES_A_PAGE * columns]):
            column, row = divmod(at, LINES_A_PAGE)
            bare = line.lstrip("\u3000")
            page += drawn_line(bare, 40 + column * (10 * width + 25) + 10 * (len(line) - len(bare)), 780 - 16 * row)
        drawn.append(page + drawn_line(f"— {number} —", 280, 30))
    return drawn


@pytest.mark.parametrize("furniture", ["", "head", "mark"])
@pytest.mark.parametrize(("columns", "width"), [(1, each) for each in range(18, 41)] + [(2, each) for each in (19, 22)])
def test_no_numeral_is_lost_where_a_line_or_a_page_ends(columns: int, width: int, furniture: str) -> None:
    expected = read(Original("r", TEXT, "txt", ""))

    found = original_of(pdf_of(pages(width, columns, furniture)), "r.pdf", SHIPPED.texts)

    assert len(expected) >= 15
    assert expected == read(found)


SHORT = (
    "青禾县2023年法治政府建设年度报告", "一、主要工作", "（一）依法化解争议。全年收到行政复议申请1276件，受理1",
    "187件，审结1120件，同期法律援助案件立案审查后全部办结，受理依申请公", "开163件。", "二、存在的不足",
    "部分单位仍有差距。",
)  # fmt: skip


def test_a_torn_number_shows_the_margin_of_a_short_text() -> None:
    """Too few of its lines are long for a margin to show otherwise; 受理1 would be a figure."""
    found = read(Original("r", "\n".join(SHORT), "txt", ""))

    assert ("reconsideration_accepted", 1187.0, None) in found
    assert ("disclosure_requests", 163.0, None) in found


@pytest.mark.parametrize(
    "lines",
    [
        ("指标，单位：件", "受理行政复议案件，合计", "118", "36件"),
        ("联系人：某某，联系电话：0591-83220", "2023年3月2日"),
        ("附表一共三项，另见表2", "2023年3月2日"),
        ("一、受理行政复议案件情况，见附件1", "2.办理行政应诉案件情况，见附件2", "3.其他"),
    ],
)
def test_numbers_on_lines_of_their_own_stay_apart(lines: tuple[str, ...]) -> None:
    """Cells, numbers of points, and days begin a line of their own."""
    assert [clean_text(each).text for each in lines] == clean_text("\n".join(lines)).text.split("\n")


def test_long_lines_that_nobody_broke_stay_apart() -> None:
    """Three sayings of like length that break off at no sign of a sentence are lines of their own."""
    text = "办理法律援助案件一百件\n办理行政应诉案件二百件\n开展各类普法活动三百场\n" + "二、其他工作\n全年有序。\n" * 3

    assert text.split("\n")[:3] == clean_text(text).text.split("\n")[:3]
