"""Lines that a margin broke become paragraphs again; lines that the author broke do not."""

from __future__ import annotations

import pytest
from shipped_reading import clean_text

from tests.report_files import REPORT, wrapped

LONG = "\n".join(
    f"{heading}全年收到行政复议申请{127 + n}件,受理{118 + n}件,其中不予受理{n}件,调解和解{20 + n}件,按时办结率为100%,"
    f"没有一件因行政复议决定不当而在行政诉讼中败诉,负责人出庭应诉率达到9{n}.{n}%,比上年提高{n}个百分点。"
    for n, heading in enumerate(
        ("(一)依法化解行政争议。", "(二)加强监督。", "", "1.普法。", "", "三、深入推进。"), start=1
    )
)


@pytest.mark.parametrize("width", [22, 30, 38])
def test_indented_paragraphs_are_joined(width: int) -> None:
    """Broken at the margin and indented: each paragraph is one line again."""
    assert clean_text(LONG).text == clean_text("\n".join(wrapped(LONG, width))).text


@pytest.mark.parametrize("width", [22, 30, 38])
def test_paragraphs_parted_by_blank_lines_are_joined(width: int) -> None:
    """No indentation, a blank line between paragraphs."""
    broken = "\n\n".join("\n".join(wrapped(each, width)).replace("\u3000", "") for each in LONG.split("\n"))

    assert clean_text(LONG).text == clean_text(broken).text


def test_headings_begin_a_paragraph_in_wrapped_text() -> None:
    """A heading stays apart even where the line before it reaches the margin."""
    lines = "\n".join(wrapped(LONG, 25)).replace("\u3000", "").split("\n")
    joined = clean_text("\n".join(lines)).text.split("\n")

    assert {"(一)依法", "(二)加强", "1.普法。", "三、深入推"} <= {line[:5] for line in joined}


@pytest.mark.parametrize("text", [REPORT, LONG])
def test_paragraphs_of_the_author_stay(text: str) -> None:
    """A text that no margin broke is left as it is."""
    assert text == clean_text(text).text


def test_a_list_of_short_lines_is_not_joined() -> None:
    """Cells that were copied one under another are of many lengths."""
    cells = "序号\n项目名称\n数量\n1\n行政复议案件\n118\n2\n行政应诉案件\n36\n3\n行政处罚\n1482"

    assert cells == clean_text(cells).text


def test_rows_of_a_table_are_not_joined() -> None:
    """Rows have tabs, whatever their widths."""
    rows = "\n".join(f"行政复议案件办理情况第{n}季度统计\t{n}18\t{n}36" for n in range(1, 9))

    assert rows == clean_text(rows).text


def test_latin_words_keep_a_space_where_the_line_broke() -> None:
    """Chinese closes up, English does not."""
    line = "推进政务服务平台建设并使用Internet"
    text = "\n".join(
        [line, "Plus模式推进线上线下相互融合发展完善", *["全面推进依法行政工作落实到位不断提升水平和能力"] * 5]
    )

    assert "Internet Plus模式" in clean_text(text).text


def test_a_line_that_broke_early_inside_a_sentence_goes_on() -> None:
    """What must not be parted went to the next line whole, so this one stops short of the margin."""
    lines = ["全面推进依法行政工作落实到位不断提升水平和能力"] * 5
    early = ["1.主动公开。通过政府网站发布", "相关信息近6200余篇。强化政策解读回应社会各方面关切"]
    text = "\n".join([*lines, "开展专项督查活动全力保障人民群众安全。", *early])

    assert "1.主动公开。通过政府网站发布相关信息近6200余篇" in clean_text(text).text


def test_a_short_heading_in_wrapped_text_stays_apart() -> None:
    """A heading ends no sentence either, but none has ended before it in its paragraph."""
    lines = ["全面推进依法行政工作落实到位不断提升水平和能力"] * 5
    text = "\n".join([*lines, "提升水平。", "(二)依法决策", "重大行政决策事项6项全部经过合法性审查和集体讨论决定"])

    assert "(二)依法决策" in clean_text(text).text.split("\n")


def test_a_title_on_two_lines_is_no_name_with_its_number() -> None:
    """冀北区人民政府 / 2021年度…报告: the year is no figure of the line above."""
    title = "冀北区人民政府\n2021年度法治政府建设情况报告"

    assert title == clean_text(title + "\n全年工作有序推进。").text[: len(title)]
    assert clean_text("网上可办率\n99.6%").text == "网上可办率\t99.6%"
