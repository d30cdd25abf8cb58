"""The rules by which a report's sentences become observations, on sentences of our own making."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shipped_reading import read_observations

from faheng.model import Observation, PeriodBasis, Status
from faheng.reading.about.about import ReportAbout
from faheng.reading.figures.confidence import ACCEPTED_FROM
from faheng.reading.texts.original import Original

YEAR = ReportAbout("report", None, "annual_report", date(2022, 1, 1), date(2022, 12, 31), PeriodBasis.STATED)
TWO_YEARS = replace(YEAR, kind="article", period_start=date(2021, 1, 1), period_basis=PeriodBasis.INFERRED)
UNKNOWN = ReportAbout("report")


def read(text: str, about: ReportAbout = YEAR) -> list[Observation]:
    """What is read in the text."""
    return read_observations(Original("report", text, "txt", ""), about)


def only(text: str, about: ReportAbout = YEAR) -> Observation:
    """The one observation of the text."""
    (found,) = read(text, about)
    return found


def values(text: str) -> dict[tuple[str, str], float]:
    """Value by indicator and scope."""
    return {(one.indicator_id, one.scope): float(one.value) for one in read(text)}


@pytest.mark.parametrize(
    "text",
    [
        "力争行政机关负责人出庭应诉率达到100%。",
        "确保行政机关负责人出庭应诉率不低于98%。",
        "行政机关负责人出庭应诉率必须达到100%。",
        "行政机关负责人出庭应诉率要达到100%。",
        "计划开展应急演练12场。",
        "拟制定行政规范性文件5件。",
        "应急演练不得低于12场。",
        "下一步,全面提升能力。推动负责人出庭应诉率达到98%。",
        "工作目标:办理法律援助案件600件。",
        "到2025年行政机关负责人出庭应诉率达到100%。",
        "下一步工作打算\n办理法律援助案件600件。",
        "二、2023年工作安排\n办理法律援助案件600件。\n三、保障措施\n开展应急演练12场。",
        "三、名词解释\n1.出庭应诉率:行政机关负责人出庭应诉率为100%即每案必出。",
    ],
)
def test_a_plan_or_target_is_no_observation(text: str) -> None:
    """What is aimed at has not happened; a plan's chapter reaches to the end."""
    assert [] == read(text)


def test_a_target_among_results_takes_nothing_from_the_others() -> None:
    """Only the clause that aims is left out."""
    text = "办理法律援助案件488件,力争明年调解成功率达99%,检查市场主体1482户。"

    assert {("legal_aid_cases", ""): 488, ("entities_inspected", ""): 1482} == values(text)


def test_said_twice_is_one_observation_with_two_places() -> None:
    """The second place is kept as further evidence, in the order of the text."""
    text = "一、成效\n办理法律援助案件488件。\n二、做法\n全年办理法律援助案件488件,群众满意。"

    found = only(text)

    assert [text.index("办理"), text.rindex("办理")] == [found.evidence.span.start, found.also[0].span.start]
    assert ["一、成效", "二、做法"] == [found.evidence.section, found.also[0].section]


@pytest.mark.parametrize("again", ["490件", "488余件"])
def test_another_value_or_bound_is_another_observation(again: str) -> None:
    """A report that contradicts itself must show both figures."""
    assert 2 == len(read(f"办理法律援助案件488件。全年办理法律援助案件{again}。"))


def test_bills_and_suggestions_are_added_up() -> None:
    """The sum shows both numerals and both places; the parts stay, with their scopes."""
    whole, *parts = read("办理人大议案1件、人大代表建议73件。")

    assert (74, "1+73", "") == (whole.value, whole.value_text, whole.scope)
    assert ["人大议案1件", "人大代表建议73件"] == [whole.evidence.phrase, *(one.phrase for one in whole.also)]
    assert [(1, "bills"), (73, "suggestions")] == [(one.value, one.scope) for one in parts]


@pytest.mark.parametrize("text", ["办理人大代表建议73件。", "办理人大议案73件。"])
def test_a_part_without_its_fellow_is_the_whole(text: str) -> None:
    """Suggestions alone are the report's figure for the indicator."""
    assert {("congress_proposals", ""): 73} == values(text)


@pytest.mark.parametrize("said", ["均为100%", "均达100%", "双双达100%", "两个100%"])
def test_rates_share_the_number_of_a_list(said: str) -> None:
    """办结率、满意率均为100% is two figures."""
    found = values(f"办理政协提案61件,办结率、满意率{said}。")

    assert {"proposals_completion_rate": 100, "proposals_satisfaction_rate": 100} == {
        name: value for (name, _), value in found.items() if name.endswith("rate")
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "政协提案办结率和满意率分别为100%、98.5%。",
            {"proposals_completion_rate": 100, "proposals_satisfaction_rate": 98.5},
        ),
        ("调解成功率、仲裁结案率达95%、97%以上。", {"mediation_success_rate": 95, "labour_arbitration_rate": 97}),
    ],
)
def test_rates_take_the_numbers_of_a_list_in_turn(text: str, expected: dict[str, float]) -> None:
    """The first rate has the first number, the second the second."""
    assert expected == {name: value for (name, _), value in values(text).items()}


@pytest.mark.parametrize("text", ["由47宗降至3宗", "从47宗下降到3宗", "由47宗减少至3宗"])
def test_the_level_before_is_no_figure_of_this_period(text: str) -> None:
    """由47宗降至3宗: three."""
    found = only(f"行政应诉案件{text}。")

    assert ("litigation_cases", 3, "3") == (found.indicator_id, found.value, found.value_text)


def test_the_subject_carries_over_clauses() -> None:
    """受理118件,审结109件 says of what only once."""
    text = "收到行政复议申请127件,受理118件,审结109件。"

    assert {
        ("reconsideration_applications", ""): 127,
        ("reconsideration_accepted", ""): 118,
        ("reconsideration_concluded", ""): 109,
    } == values(text)


def test_a_rate_belongs_to_what_was_concluded() -> None:
    """按时办结率 of reconsideration is no figure of public services."""
    found = values("收到行政复议申请127件,受理118件,审结109件,按时办结率100%。")

    assert ("on_time_rate", "") not in found


def test_a_damaged_numeral_is_proposed_and_never_accepted() -> None:
    """Years that grew into a number leave the likeliest value; its words stand as printed, for a person to decide."""
    found = only("抽查20212022153件行政执法案卷进行评查。")

    assert (153, "20212022153", Status.PROPOSED) == (found.value, found.value_text, found.status)
    assert found.confidence < 0.8


@pytest.mark.parametrize("text", ["受理行政复议申请12%34件。", "检查市场主体13%64户。"])
def test_two_numerals_grown_together_are_never_read_silently(text: str) -> None:
    """Neither half is accepted as the figure."""
    assert [] == [one for one in read(text) if one.status is Status.ACCEPTED]


@pytest.mark.parametrize("text", ["行政机关负责人出庭应诉率达196%。", "办理法律援助案件48.5件。"])
def test_an_impossible_value_is_no_observation(text: str) -> None:
    """No rate exceeds 100, no count has halves."""
    assert [] == read(text)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("", ("year", date(2022, 1, 1), date(2022, 12, 31))),
        ("今年以来,", ("year", date(2022, 1, 1), date(2022, 12, 31))),
        ("1月至5月,", ("part_year", date(2022, 1, 1), date(2022, 5, 31))),
        ("上半年", ("part_year", date(2022, 1, 1), date(2022, 6, 30))),
        ("前三季度", ("part_year", date(2022, 1, 1), date(2022, 9, 30))),
        ("截至11月18日,", ("part_year", date(2022, 1, 1), date(2022, 11, 18))),
        ("近两年", ("multi_year", date(2021, 1, 1), date(2022, 12, 31))),
        ("2019年至2021年,", ("multi_year", date(2019, 1, 1), date(2021, 12, 31))),
        ("2020年以来,", ("since", date(2020, 1, 1), date(2022, 12, 31))),
        ("2021年,", ("year", date(2021, 1, 1), date(2021, 12, 31))),
        ("去年", ("year", date(2021, 1, 1), date(2021, 12, 31))),
    ],
)
def test_a_flow_takes_the_period_of_its_clause(said: str, expected: tuple[str, date, date]) -> None:
    """The report's own period, unless the clause says otherwise."""
    found = only(f"{said}受理行政复议申请88件。")

    assert expected == (found.period_kind, found.period_start, found.period_end)


@pytest.mark.parametrize(
    ("said", "day"), [("", date(2022, 12, 31)), ("近两年", date(2022, 12, 31)), ("截至11月18日,", date(2022, 11, 18))]
)
def test_a_stock_is_as_of_a_day(said: str, day: date) -> None:
    """The end of the report's period, or the day that is named."""
    found = only(f"{said}全县持有行政执法证的人员共有654人。")

    assert ("as_of", None, day) == (found.period_kind, found.period_start, found.period_end)


def test_a_whole_year_in_a_report_on_two() -> None:
    """全年 is the last of the two years; without it the figure covers both."""
    whole, both = only("全年受理行政复议申请88件。", TWO_YEARS), only("受理行政复议申请88件。", TWO_YEARS)

    assert ("year", date(2022, 1, 1)) == (whole.period_kind, whole.period_start)
    assert ("multi_year", date(2021, 1, 1)) == (both.period_kind, both.period_start)
    assert {PeriodBasis.INFERRED} == {whole.period_basis, both.period_basis}


@pytest.mark.parametrize(
    ("said", "change", "unit"),
    [
        (",同比增长12.5%", 12.5, "percent"),
        (",较上年下降8%", -8, "percent"),
        (",增长近70%", 70, "percent"),
        (",比上年翻番", 100, "percent"),
        (",同比增加12户", None, None),
        (",比上年增加212户,增长7.1%", 7.1, "percent"),
        (",比上年减少98户,同比下降3%", -3, "percent"),
        (",比上年增加212户,办结率增长5%", None, None),
        ("。全年经济增长5.1%", None, None),
        ("", None, None),
    ],
)
def test_growth_of_a_count(said: str, change: float | None, unit: str | None) -> None:
    """Percent right behind the number; a growth in cases, or of something else, is none."""
    found = only(f"新登记市场主体3215户{said}。").as_json()

    assert (change, unit) == (found["change"], found["change_unit"])


@pytest.mark.parametrize(("said", "unit"), [("提高3.2个百分点", "points"), ("同比增长3.2%", "points_or_percent")])
def test_growth_of_a_rate(said: str, unit: str) -> None:
    """Points are points; a rate that rose by 3.2% leaves open which."""
    found = only(f"行政机关负责人出庭应诉率96%,{said}。").as_json()

    assert (3.2, unit) == (found["change"], found["change_unit"])
    assert said in found["evidence"]["phrase"]


@pytest.mark.parametrize("name", ["locality", "period_kind", "period_start", "period_end", "period_basis", "change"])
def test_what_is_not_known_of_a_report_is_null(name: str) -> None:
    """Nothing is guessed."""
    assert None is only("受理行政复议申请88件。", UNKNOWN).as_json()[name]


def test_a_year_that_a_sentence_states_needs_no_report() -> None:
    """2021年 says which days even of a report without a period."""
    found = only("2021年受理行政复议申请88件。", UNKNOWN)

    assert (date(2021, 1, 1), date(2021, 12, 31)) == (found.period_start, found.period_end)


def test_a_long_sentence_gives_a_short_phrase() -> None:
    """Where the words stand far off, the phrase begins with a later clause and ends with the number."""
    clause = "依照法定程序逐件登记并听取申请人意见,"

    found = only("行政复议申请" + clause * 4 + "受理118件。")

    assert clause * 2 + "受理118件" == found.evidence.phrase


PIECES = st.sampled_from(
    (
        *"0123456789%,;。、:()“”?□�\n\t ", "１２", "，", "％", "件", "宗", "户", "余", "近", "万", "超过", "以上",
        "由", "降至", "行政复议", "受理", "审结", "行政机关负责人出庭应诉率", "败诉", "零败诉", "全部胜诉",
        "无一宗", "调解成功率", "仲裁结案率", "矛盾纠纷", "办结率、满意率均为", "人大议案", "人大代表建议",
        "政协提案", "法律援助案件", "办理", "检查市场主体", "持有行政执法证的人员", "同比增长", "下降", "个百分点",
        "翻番", "近两年", "1月至5月", "全年", "截至11月18日", "2020年以来", "其中", "力争", "一是", "一、", "(一)",
        "下一步工作打算", "習(xí)近平", "1,234", "2.1万", "百分之九十八", "十二", "20202021153", "13%64", "发展",
    )
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=60).map("".join)


@settings(deadline=None, max_examples=300)
@given(TEXTS, st.sampled_from((YEAR, TWO_YEARS, UNKNOWN)))
def test_evidence_always_stands_in_the_text(text: str, about: ReportAbout) -> None:
    """Whatever the text: no crash; each place is inside it, short, and holds the numeral as printed."""
    for one in read(text, about):
        places = [one.evidence, *one.also]
        for place in places:
            assert place.phrase == text[place.span.start : place.span.end]
            assert 0 <= place.span.start < place.span.end <= len(text)
            assert len(place.phrase) <= 60
        for numeral, place in zip(one.value_text.split("+"), places, strict=False):
            assert numeral in place.phrase


@settings(deadline=None, max_examples=100)
@given(TEXTS)
def test_no_figure_above_its_kind(text: str) -> None:
    """No rate above 100, no confidence beyond 1, and a proposed status exactly below the threshold."""
    for one in read(text):
        assert one.unit != "percent" or one.value <= 100
        assert 0 < one.confidence <= 1
        assert (one.status is Status.PROPOSED) == (one.confidence < ACCEPTED_FROM)
