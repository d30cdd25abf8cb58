"""Figures in lists, tables and parts, and where a plan begins; on texts of our own making."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shipped_reading import read_observations

from faheng.model import Observation, PeriodBasis
from faheng.reading.about.about import ReportAbout
from faheng.reading.texts.original import Original

YEAR = ReportAbout("report", None, "annual_report", date(2022, 1, 1), date(2022, 12, 31), PeriodBasis.STATED)
TABLE = (
    "指标名称\t单位\t2021年\t2022年\t增减\n受理行政复议案件\t件\t66\t117\t+77.3%\n"
    "出庭应诉率\t%\t98.3\t100\t+1.7个百分点\n"
)


def read(text: str) -> list[Observation]:
    """What is read in the text."""
    return read_observations(Original("report", text, "txt", ""), YEAR)


def values(text: str) -> dict[tuple[str, str], float]:
    """Value by indicator and scope."""
    return {(one.indicator_id, one.scope): float(one.value) for one in read(text)}


@pytest.mark.parametrize(
    ("header", "expected"), [("2021年\t2022年", {117: 77.3, 100: 1.7}), ("2022年\t2021年", {66: 77.3, 98.3: 1.7})]
)
def test_a_table_gives_the_column_of_the_reports_year(header: str, expected: dict[float, float]) -> None:
    """Whichever column it is; the growth stands in a cell of its own."""
    found = read(TABLE.replace("2021年\t2022年", header))

    assert expected == {float(one.value): float(one.change or 0) for one in found}


@pytest.mark.parametrize(
    "row",
    [
        "受理行政复议案件\t件\t98",
        "受理行政复议案件(件)\t98",
        "| 受理行政复议案件 | 98件 |",
        "7\t受理行政复议案件\t件\t98",
        "受理行政复议案件:98件",
        "受理行政复议案件数:98",
        "受理行政复议案件(含上年结转6件)98件",
    ],
)
def test_cells_colons_and_brackets_stand_between_a_name_and_its_number(row: str) -> None:
    """They say nothing, and the number of the row is no figure."""
    assert {("reconsideration_accepted", ""): 98} == values(row)


def test_a_cell_that_multiplies_is_not_read() -> None:
    """万件 in the cell before makes 23 something else."""
    assert {} == values("12345热线受理(万件)\t23")


def test_a_name_and_the_number_on_the_line_below() -> None:
    """As posters print them."""
    assert {("company_setup_days", ""): 0.5, ("service_satisfaction_rate", ""): 99.9} == values(
        "好评率\n99.9%\n企业开办\n0.5天\n"
    )


def test_the_lines_of_a_list_share_what_they_speak_of() -> None:
    """审结:131件 says of what only two lines above."""
    found = values("收到复议申请:175件\n受理复议案件:139件\n审结:131件\n")

    assert 131 == found["reconsideration_concluded", ""]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("负责人出庭应诉46宗(其中正职25宗,副职21宗)。", {"chief": 25, "deputy": 21}),
        ("行政机关负责人出庭应诉46宗,出庭应诉率98%,其中主要负责人出庭25宗。", {"chief": 25}),
        ("办理法律援助案件407件,民事86件,刑事321件。", {"civil": 86, "criminal": 321}),
        ("建立人民调解委员会62个,其中村(社区)调委会51个,行业性专业性调委会3个。", {"village": 51, "trade": 3}),
        ("实有市场主体3215户,其中企业812户。", {"companies": 812}),
        ("实有市场主体3215户,其中注册资本1亿元以上的企业12户。", {}),
        ("行政应诉案件61件,其中一审43件。", {"first_instance": 43}),
    ],
)
def test_parts_behind_a_whole_have_a_scope(text: str, parts: dict[str, float]) -> None:
    """Never a second figure of the whole."""
    found = read(text)

    assert parts == {one.scope: float(one.value) for one in found if one.scope}
    assert 1 == len([one for one in found if not one.scope and one.unit != "percent"])


def test_a_part_stands_in_its_own_words() -> None:
    """Evidence of a part is the part's phrase, and the number stands at its place."""
    text = "负责人出庭应诉46宗(其中正职25宗,副职21宗)。"
    part = next(one for one in read(text) if one.scope == "deputy")

    assert "副职21宗" == part.evidence.phrase == text[part.evidence.span.start : part.evidence.span.end]


def test_numbers_are_dealt_out_to_the_names_of_a_list() -> None:
    """受理、审结分别为56件、52件; evidence holds the right number."""
    found = {one.indicator_id: one for one in read("全年受理、审结行政复议案件分别为56件、52件。")}

    assert {"reconsideration_accepted": 56, "reconsideration_concluded": 52} == {
        name: one.value for name, one in found.items()
    }
    assert all(one.value_text in one.evidence.phrase for one in found.values())


def test_a_last_resort_counts_only_where_nothing_else_does() -> None:
    """行政复议案件37件 says neither received nor accepted."""
    alone, beside = "行政复议案件37件。", "行政复议案件37件。受理行政复议案件31件。"

    assert ({37}, {31}) == ({one.value for one in read(alone)}, {one.value for one in read(beside)})
    assert read(alone)[0].confidence < read(beside)[0].confidence


@pytest.mark.parametrize(
    "text",
    [
        "一、成效。成绩明显。二、2023年思路。负责人出庭应诉率100%。",
        "我们将推动负责人出庭应诉率稳定在98%,败诉率降至8%以下。",
        "2023年,负责人出庭应诉率达到98%以上。",
        "2023年预期目标:败诉率3%以内、出庭应诉率98%。",
        "明确来年目标\n负责人出庭应诉率提升至98%。",
        "2023年政府工作建议\n负责人出庭应诉率提升至98%。",
        "然而,对照先进仍有差距:2个县区败诉率超过20%。",
        "推动负责人出庭应诉率达到98%的目标落实。",
        "出庭应诉率未达到80%的单位由2个降至0个。",
    ],
)
def test_what_is_to_come_or_falls_short_is_no_result(text: str) -> None:
    """Chapters within a paragraph, plans that spread over clauses, years to come, marks that something lies beside."""
    assert [] == read(text)


def test_a_title_that_names_results_and_plans_begins_with_results() -> None:
    """2022年工作总结和2023年工作安排 is the title of both."""
    title = "某某县司法局2022年工作总结和2023年工作安排"
    text = f"{title}\n办理法律援助案件488件。\n二、2023年工作安排\n办理法律援助案件500件。"

    assert {("legal_aid_cases", ""): 488} == values(text)


@pytest.mark.parametrize(("said", "expected"), [("全县", {7.9}), ("全市", set()), ("全省", set())])
def test_the_title_says_whose_figures_are_ours(said: str, expected: set[float]) -> None:
    """A county's report that writes more of 全市 than of 全县 is a county's all the same."""
    text = f"青禾县司法局2022年工作情况\n全市一盘棋。全市推进。全市联动。{said}一审败诉率为7.9%。"

    assert expected == {float(one.value) for one in read(text)}


PIECES = st.sampled_from(
    (
        *"0123456789+-%|\t\n():,、", "2021年", "2022年", "件", "宗", "万件", "分别为", "分别", "其中", "正职", "受理",
        "审结", "行政复议案件", "出庭应诉率", "负责人出庭应诉", "突破", "达", "由", "提高到", "下一步", "将推动",
        "三、", "和", "的",
    )
)  # fmt: skip


@settings(deadline=None, max_examples=300)
@given(st.lists(PIECES, max_size=80).map("".join))
def test_any_table_or_list_can_be_read(text: str) -> None:
    """No crash, and evidence always stands in the text with its numeral."""
    for one in read(text):
        assert one.evidence.phrase == text[one.evidence.span.start : one.evidence.span.end]
        assert one.value_text.split("+")[0] in one.evidence.phrase
