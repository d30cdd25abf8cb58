"""Sentences made by a seeded draw, a maker for each kind of sentence, and what is right for each.

A maker gives a text and the figures that stand in it: indicator, value, scope and further attributes. What surrounds
the figures (openings, fields without figures, other nouns) is drawn as well.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

Draw = random.Random


@dataclass(frozen=True)
class Figure:
    """What a sentence says: an indicator, its value and scope, and attributes of the observation as text."""

    indicator: str
    value: float
    scope: str = ""
    said: dict[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Made:
    """A sentence with the figures that stand in it. kind: of the report that it stands in."""

    text: str
    figures: tuple[Figure, ...] = ()
    kind: str = "annual_report"


COUNTS = (
    ("受理行政复议案件", "reconsideration_accepted", "件"),
    ("办理法律援助案件", "legal_aid_cases", "件"),
    ("开展应急演练", "emergency_drills", "场"),
    ("办理政协提案", "consultative_proposals", "件"),
    ("收到行政复议申请", "reconsideration_applications", "件"),
    ("新增市场主体", "market_entities_new", "户"),
)
RATES = (
    ("负责人出庭应诉率", "court_appearance_rate"),
    ("人民调解成功率", "mediation_success_rate"),
    ("政务服务好评率", "service_satisfaction_rate"),
    ("行政案件败诉率", "litigation_loss_rate"),
    ("网上可办率", "online_handling_rate"),
)
# Nouns that no indicator counts.
OTHERS = (("新建口袋公园", "个"), ("修复古树", "株"), ("举办招聘会", "场"), ("引进项目", "个"), ("建成安置房", "套"))
OPENINGS = ("", "", "一年来,", "全年", "我们坚持依法行政,", "扎实推进各项工作,")
ENDS = ("。", "。", ",成效明显。", ",群众反映良好。", ";各项工作有序开展。")


def framed(draw: Draw, text: str) -> str:
    """The clause in a sentence."""
    return draw.choice(OPENINGS) + text + draw.choice(ENDS)


def count(draw: Draw) -> int:
    return draw.randint(11, 990)


def rate(draw: Draw) -> float:
    return draw.choice((float(draw.randint(81, 99)), draw.randint(801, 998) / 10))


def shown(value: float) -> str:
    return f"{value:g}"


def other(draw: Draw) -> str:
    noun, unit = draw.choice(OTHERS)
    return f"{noun}{count(draw)}{unit}"


def plain_count(draw: Draw) -> Made:
    noun, indicator, unit = draw.choice(COUNTS)
    n = count(draw)
    return Made(framed(draw, f"{noun}{n}{unit}"), (Figure(indicator, n, said={"bound": "exact", "change": None}),))


def bounded_rate(draw: Draw) -> Made:
    noun, indicator = draw.choice(RATES)
    value = rate(draw)
    before, behind, bound = draw.choice((("达", "以上", "at_least"), ("超过", "", "at_least"), ("达", "", "exact")))
    return Made(
        framed(draw, f"{noun}{before}{shown(value)}%{behind}"), (Figure(indicator, value, said={"bound": bound}),)
    )


def ranged(draw: Draw) -> Made:
    noun, indicator = draw.choice(RATES)
    low = draw.randint(80, 94)
    high = low + draw.randint(1, 5)
    form = draw.choice(("在{}%—{}%之间", "保持在{}%至{}%", "介于{}%和{}%之间", "在{}-{}%之间"))
    said = {"bound": "between", "upper": str(high)}
    return Made(framed(draw, noun + form.format(low, high)), (Figure(indicator, low, said=said),))


def from_to(draw: Draw) -> Made:
    noun, indicator = draw.choice(RATES[:3])
    low = draw.randint(60, 80)
    high = low + draw.randint(3, 19)
    form = draw.choice(("从{}%提高到{}%", "由{}%提升至{}%", "由去年的{}%上升到{}%"))
    return Made(framed(draw, noun + form.format(low, high)), (Figure(indicator, high, said={"bound": "exact"}),))


def own_growth(draw: Draw) -> Made:
    noun, indicator, unit = draw.choice(COUNTS)
    n, growth = count(draw), draw.randint(2, 60)
    way, sign = draw.choice((("增长", ""), ("上升", ""), ("下降", "-")))
    form = draw.choice(("同比{}{}%", "比上年{}{}%", "{}{}%"))
    said = {"change": f"{sign}{growth}", "change_unit": "percent"}
    text = f"{noun}{n}{unit},{form.format(way, growth)}"
    return Made(draw.choice(OPENINGS) + text + "。", (Figure(indicator, n, said=said),))


def growth_of_another(draw: Draw) -> Made:
    noun, indicator, unit = draw.choice(COUNTS)
    n, subject = count(draw), draw.choice(("信访总量", "刑事警情", "群众满意度", "财政收入", "民间投资"))
    way = draw.choice(("下降", "增长", "提升"))
    text = f"{noun}{n}{unit},{subject}{way}{draw.randint(2, 40)}%"
    return Made(draw.choice(OPENINGS) + text + "。", (Figure(indicator, n, said={"change": None}),))


def multiple(draw: Draw) -> Made:
    noun, indicator, unit = draw.choice(COUNTS)
    n, tenths = count(draw), draw.randint(11, 39)
    text = f"{noun}{n}{unit},{draw.choice(('增加', '同比增长'))}{shown(tenths / 10)}倍"
    grown = {"change_unit": "percent", "change_text": f"{shown(tenths / 10)}倍"}
    return Made(draw.choice(OPENINGS) + text + "。", (Figure(indicator, n, said=grown),))


def new_subject(draw: Draw) -> Made:
    n, total = draw.randint(1100, 9900), draw.randint(11000, 99000)
    noun, unit = draw.choice((("上市企业", "家"), ("科技孵化器", "个"), ("专精特新企业", "家")))
    text = f"新登记市场主体{n}户,总量{total}户;新增{noun}{draw.randint(2, 30)}{unit},总量{count(draw)}{unit}。"
    return Made(text, (Figure("market_entities_new", n), Figure("market_entities_total", total)))


def net_increase(draw: Draw) -> Made:
    n = draw.randint(1100, 9900)
    subject = draw.choice(("市场主体", "经营主体", "商事主体"))
    text = draw.choice((f"净增{subject}{n}户", f"{subject}净增{n}户"))
    return Made(framed(draw, text), (Figure("market_entities_new", n, "net_increase"),))


def zero(draw: Draw) -> Made:
    text, indicator = draw.choice((
        ("未收到行政复议申请", "reconsideration_applications"),
        ("没有收到行政复议申请", "reconsideration_applications"),
        ("无行政诉讼案件", "litigation_cases"), ("未发生行政诉讼案件", "litigation_cases"),
        ("未收到政府信息公开申请", "disclosure_requests"),
    ))  # fmt: skip
    return Made(draw.choice(("全年", "", "报告期内", "本镇")) + text + "。", (Figure(indicator, 0),))


def plan(draw: Draw) -> Made:
    noun, _, unit = draw.choice(COUNTS)
    what = f"{noun}{count(draw)}{unit}"
    form = draw.choice((
        "2024年主要工作\n{}。", "对2024年工作的建议\n{}。", "下一步,{}。", "工作安排\n{}。", "力争{}。", "计划{}。",
        "二、下一步工作打算\n(一)抓落实。{}。", "2024年,我们将{}。",
    ))  # fmt: skip
    return Made(form.format(what))


def aim_and_result(draw: Draw) -> Made:
    noun, indicator = draw.choice(RATES[:3])
    aim, value = draw.randint(80, 90), rate(draw)
    form = draw.choice(("目标值为{}%,实际达到{}%", "目标值{}%,实际完成{}%", "目标{}%,完成{}%"))
    return Made(noun + form.format(aim, shown(value)) + "。", (Figure(indicator, value),))


def whole_term(draw: Draw) -> Made:
    noun, indicator, unit = draw.choice(COUNTS)
    n = count(draw)
    form = draw.choice(
        ("五年回顾\n{}。", "过去五年成绩显著。{}。", "一、过去五年工作回顾\n(一)依法行政。{}。", "五年来,{}。")
    )
    said = {"period_kind": "multi_year", "period_start": "2019-01-01"}
    return Made(form.format(f"{noun}{n}{unit}"), (Figure(indicator, n, said=said),))


def back_to_the_year(draw: Draw) -> Made:
    noun, indicator, unit = draw.choice(COUNTS)
    n = count(draw)
    text = f"过去五年成绩显著。{draw.choice(('2023年,', '全年'))}{noun}{n}{unit}。"
    return Made(text, (Figure(indicator, n, said={"period_kind": "year", "period_start": "2023-01-01"}),))


def last_year(draw: Draw) -> Made:
    noun, indicator, unit = draw.choice(COUNTS)
    n, kind = count(draw), draw.choice(("work_report", "annual_report"))
    start = "2023-01-01" if kind == "work_report" else "2022-01-01"
    text = f"{draw.choice(('去年,', '去年全年', '上年,'))}{noun}{n}{unit}。"
    return Made(text, (Figure(indicator, n, said={"period_start": start}),), kind)


def in_turn(draw: Draw) -> Made:
    noun, indicator, unit = draw.choice(COUNTS[:2])
    values = [count(draw) for _ in range(draw.choice((2, 3)))]
    years = {2: "两", 3: "三"}[len(values)]
    if len(set(values)) < len(values):
        values = list(range(20, 20 + len(values)))
    text = f"近{years}年分别{noun}{'、'.join(f'{n}{unit}' for n in values)}。"
    starts = [f"{2024 - len(values) + at}-01-01" for at in range(len(values))]
    said = [{"period_kind": "year", "period_start": start} for start in starts]
    return Made(text, tuple(Figure(indicator, n, said=each) for n, each in zip(values, said, strict=True)))


def proposals(draw: Draw) -> Made:
    a, b = count(draw), count(draw)
    figures = Figure("congress_proposals", a), Figure("consultative_proposals", b)
    form = draw.choice((
        "自觉接受人大、政协监督,办理建议{}件、提案{}件。", "办理人大代表建议{}件、政协提案{}件。",
        "办结人大代表建议{}件,政协委员提案{}件。",
    ))  # fmt: skip
    return Made(form.format(a, b), figures)


def joint_proposals(draw: Draw) -> Made:
    n = count(draw)
    form = draw.choice(("办理代表建议和委员提案共{}件", "办理人大代表建议和政协提案{}件", "办理建议提案共计{}件"))
    return Made(framed(draw, form.format(n)), (Figure("proposals_total", n),))


def levels(draw: Draw) -> Made:
    a, b = count(draw), count(draw)
    body, indicator = draw.choice((("政协提案", "consultative_proposals"), ("人大代表建议", "congress_proposals")))
    text = f"办理全国{body}{a}件、省{body}{b}件。"
    return Made(text, (Figure(indicator, a, "national_level"), Figure(indicator, b, "provincial_level")))


def number_first(draw: Draw) -> Made:
    n = count(draw)
    text = f"办理{n}{draw.choice(('件', '宗'))}以{draw.choice('区县市')}政府为被告的行政诉讼案件"
    return Made(text + "。", (Figure("litigation_cases", n, "government_defendant"),))


def neighbour(draw: Draw) -> Made:
    """What lies beside an indicator and is none: nothing is read."""
    n = count(draw)
    form = draw.choice((
        "企业满意率{r}%。", "签订合同{n}件。", "支持{n}家企业开展技术攻关。", "不予公开{n}条。", "公布失效文件{n}件。",
        "“一件事”专窗累计办理{n}件。", "招投标不见面开标率{r}%。", "全年接待外宾{n}批。", "涉稳纠纷化解率{r}%。",
        "受理民生诉求{n}件,群众满意率{r}%。", "重点建议满意率{r}%。", "净地出让审批时限压减{r}%。",
        "成功化解旧改等{n}宗信访积案。", "民营经营主体{n}户。",
    ))  # fmt: skip
    return Made(form.format(n=n, r=shown(rate(draw))))


def nothing(draw: Draw) -> Made:
    return Made(framed(draw, draw.choice((",", "、")).join(other(draw) for _ in range(draw.randint(1, 4)))))


def joint_statement(draw: Draw) -> Made:
    chosen = draw.sample(RATES[:3], 2)
    value = draw.choice((99, 100))
    text = f"{'、'.join(noun for noun, _ in chosen)}等{draw.randint(3, 9)}项指标均达{value}%。"
    return Made(text, tuple(Figure(indicator, value) for _, indicator in chosen))


def paragraph(draw: Draw) -> Made:
    """Several kinds that need no context of their own, in one paragraph, each of another indicator."""
    taken: set[str] = set()
    texts, figures = [], []
    for maker in draw.sample((plain_count, bounded_rate, own_growth, growth_of_another, nothing, ranged), 4):
        made = maker(draw)
        names = {each.indicator for each in made.figures}
        if not names & taken:
            taken |= names
            texts.append(made.text)
            figures += made.figures
    return Made("".join(texts), tuple(figures))


MAKERS: tuple[Callable[[Draw], Made], ...] = (
    plain_count, bounded_rate, ranged, from_to, own_growth, growth_of_another, multiple, new_subject, net_increase,
    zero, plan, aim_and_result, whole_term, back_to_the_year, last_year, in_turn, proposals, joint_proposals, levels,
    number_first, neighbour, nothing, joint_statement, paragraph,
)  # fmt: skip
