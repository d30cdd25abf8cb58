"""Where a report is divided, and which of its parts tell of results."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shipped_reading import role_of, sentences_of

REPORT = """某区2023年法治政府建设情况
一、主要举措和成效
(一)依法履职。一是加强审查,审查文件12件。出庭率81.5%二是化解纠纷30件;三是开展宣传。
(二)规范执法。评查案卷40宗。
二、存在的不足和原因
一是案卷质量不高,抽查20宗发现问题6个。
三、党政主要负责人履行推进法治建设第一责任人职责情况
区政府常务会议学法4次。
四、2024年工作安排
力争出庭应诉率达到95%。
(一)继续加强宣传,开展活动20场。
"""


def roles(text: str) -> dict[str, str]:
    """The role of each sentence of a text."""
    return {sentence.text: sentence.section.role for sentence in sentences_of(text)}


def test_an_enumeration_begins_a_sentence_even_where_the_stop_was_lost():
    """81.5%二是 … are two sentences."""
    texts = [sentence.text for sentence in sentences_of("出庭率81.5%二是化解纠纷30件;三是宣传。")]

    assert ["出庭率81.5%", "二是化解纠纷30件;", "三是宣传。"] == texts


def test_results_go_on_after_the_problems_and_end_with_the_plan():
    """The chapter on the leaders' duties stands behind the problems and is results again; the plan is not."""
    found = roles(REPORT)

    assert "results" == found["评查案卷40宗。"]
    assert "problem" == found["一是案卷质量不高,抽查20宗发现问题6个。"]
    assert "results" == found["区政府常务会议学法4次。"]
    assert "plan" == found["力争出庭应诉率达到95%。"]
    assert "plan" == found["(一)继续加强宣传,开展活动20场。"]


def test_a_plan_stays_a_plan_in_its_last_chapter():
    """A work report's plan ends with a chapter whose heading does not say so."""
    plan = "二、2023年工作安排\n新建学校3所。\n三、加强政府自身建设\n办理建议全部按时。\n"
    text = f"一、2022年工作回顾\n办理建议9件。\n{plan}"

    assert "plan" == roles(text)["办理建议全部按时。"]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("二、2023年重点工作安排", "plan"),
        ("下一步工作打算", "plan"),
        ("三、存在的问题和不足", "problem"),
        ("名词解释", "glossary"),
        ("一、加强组织领导", ""),
    ],
)
def test_headings_name_their_role(heading: str, role: str):
    """The words of a heading decide; without such words it decides nothing."""
    assert role == role_of(heading)


def test_sentences_know_their_headings():
    """The path of headings, outermost first."""
    by_text = {sentence.text: sentence.section.path for sentence in sentences_of(REPORT)}

    assert ("一、主要举措和成效", "(二)规范执法") == by_text["评查案卷40宗。"]


@given(st.text(alphabet="一二三、。;(是工作安排12年\n件", max_size=200))
def test_sentences_are_slices_in_order(text: str):
    """Every sentence stands in the text where it says, after the one before, and nothing printed is lost."""
    found = list(sentences_of(text))

    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert "".join(text.split()) == "".join("".join(one.text for one in found).split())


@pytest.mark.parametrize("piece", ["办理案件12件,", "率98%、", "办"])
def test_an_endless_sentence_is_cut_and_nothing_of_it_lost(piece: str) -> None:
    """At a comma where there is one; the parts are the text."""
    text = piece * 3_000
    parts = [sentence.text for sentence in sentences_of(text)]

    assert text == "".join(parts)
    assert max(map(len, parts)) <= 1_000
    assert all(part.endswith(piece[-1]) for part in parts)
