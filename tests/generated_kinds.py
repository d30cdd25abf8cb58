"""More kinds of sentences made by a seeded draw, and the clothes that any of them may wear.

Clothes: digits and signs of full width, thousands parted by signs, blanks between a number and its noun, sentences
without figures before and behind.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generated_sentences import COUNTS, RATES, Draw, Figure, Made, count, framed, nothing, rate, shown

MORE_COUNTS = (
    *COUNTS,
    ("审结行政复议案件", "reconsideration_concluded", "件"),
    ("办理行政应诉案件", "litigation_cases", "件"),
    ("调解矛盾纠纷", "mediation_cases", "件"),
    ("审查行政规范性文件", "normative_documents_reviewed", "件"),
    ("制定行政规范性文件", "normative_documents_issued", "件"),
    ("备案行政规范性文件", "normative_documents_filed", "件"),
    ("评查行政执法案卷", "case_files_reviewed", "卷"),
    ("办理人大代表建议", "congress_proposals", "件"),
    ("12345热线受理群众诉求", "hotline_requests", "件"),
    ("主动公开政府信息", "information_disclosed", "条"),
    ("受理政府信息公开申请", "disclosure_requests", "件"),
    ("发布政策解读", "policy_interpretations", "条"),
    ("开展集中学法", "law_study_sessions", "次"),
    ("开展普法宣传活动", "legal_publicity_events", "场次"),
    ("受理劳动争议案件", "labour_arbitration_cases", "件"),
)
MORE_RATES = (
    *RATES,
    ("政务服务事项按时办结率", "on_time_rate"),
    ("企业登记全程电子化率", "registration_online_rate"),
    ("12345热线满意率", "hotline_satisfaction_rate"),
    ("行政复议纠错率", "reconsideration_correction_rate"),
)
FULL_WIDTH = {ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789%,;:()"}
SIGNS = {ord(","): "，", ord(";"): "；", ord(":"): "："}
LONG_NUMBER = re.compile(r"(?<![\d.年])(?!20\d\d年|12345)\d{4,}(?![\d.]|年)")
BEFORE_NUMBER = re.compile(r"(?<=[一-鿿])(?=\d)|(?<=\d)(?=[件户场条次份卷])")


def dressed(draw: Draw, text: str) -> str:
    """The same sentence as another hand types it, among others."""
    if draw.random() < 0.3:
        text = LONG_NUMBER.sub(lambda found: f"{int(found[0]):,}", text)
    if draw.random() < 0.2:
        text = BEFORE_NUMBER.sub(" ", text)
    text = text.translate(draw.choice(({}, FULL_WIDTH, SIGNS, SIGNS)))
    if draw.random() < 0.3:
        text = f"{text}{draw.choice(('', chr(10)))}{nothing(draw).text}"
    if draw.random() < 0.3 and "\n" not in text:
        text = f"{nothing(draw).text}\n{text}"
    return text


def any_count(draw: Draw) -> Made:
    """A count, its verb before or its number in the middle."""
    noun, indicator, unit = draw.choice(MORE_COUNTS)
    n = draw.choice((count(draw), draw.randint(1001, 9899)))
    form = draw.choice(("{}{}{}", "共{}{}{}", "累计{}{}{}", "{}共计{}{}", "{}达{}{}"))
    return Made(framed(draw, form.format(noun, n, unit)), (Figure(indicator, n, said={"change": None}),))


def any_rate(draw: Draw) -> Made:
    """A rate in any of the words for reaching it."""
    noun, indicator = draw.choice(MORE_RATES)
    value = rate(draw)
    form = draw.choice(("{}{}%", "{}达{}%", "{}为{}%", "{}达到{}%", "{}保持在{}%", "{}稳定在{}%", "{}提升至{}%"))
    return Made(framed(draw, form.format(noun, shown(value))), (Figure(indicator, value, said={"bound": "exact"}),))


def several(draw: Draw) -> Made:
    """Counts of several indicators in one sentence, with figures of others between them."""
    rows = draw.sample(MORE_COUNTS, draw.randint(2, 4))
    kept = list({indicator: (noun, indicator, unit) for noun, indicator, unit in rows}.values())
    figures, clauses = [], []
    for noun, indicator, unit in kept:
        n = count(draw)
        clauses.append(f"{noun}{n}{unit}")
        figures.append(Figure(indicator, n))
        if draw.random() < 0.3:
            clauses.append(nothing(draw).text.strip("。").split(",")[-1].split(";")[0])
    return Made(draw.choice((",", ";")).join(clauses) + "。", tuple(figures))


def growth_over_years(draw: Draw) -> Made:
    """A growth over several years is none on the year before; of a whole term it is the term's."""
    noun, indicator, unit = draw.choice(MORE_COUNTS[:12])
    n, growth = count(draw), draw.randint(11, 80)
    what = f"{noun}{n}{unit}"
    form, change = draw.choice((
        ("{},五年增长{}%。", None), ("{},年均增长{}%。", None), ("{},较2019年增长{}%。", None),
        ("{},比2018年增长{}%。", None), ("{},较2022年增长{}%。", str(growth)), ("{},比2022年下降{}%。", f"-{growth}"),
    ))  # fmt: skip
    return Made(form.format(what, growth), (Figure(indicator, n, said={"change": change}),))


def field_of_work(draw: Draw) -> Made:
    """Figures of one field are not those of the whole."""
    n = count(draw)
    field = draw.choice(("征地拆迁", "市场监管", "信息公开", "工伤认定", "治安管理", "自然资源"))
    form = draw.choice((
        "涉{f}行政复议案件{n}件。", "{f}类行政复议案件{n}件。", "办理{f}类行政诉讼案件{n}件。",
        "{f}领域行政复议案件{n}件。", "受理涉{f}行政复议案件{n}件。",
        "外资市场主体总量{n}户。", "民营经营主体{n}户。", "净地出让审批时限压减{r}%。", "重点建议满意率{r}%。",
        "用地规划许可审批时限压缩{r}%。",
    ))  # fmt: skip
    return Made(form.format(f=field, n=n, r=shown(rate(draw))))


def who_appears(draw: Draw) -> Made:
    """The government's own heads and those of its departments, each with its number."""
    a, b, place = draw.randint(1, 30), draw.randint(31, 90), draw.choice(("区", "县", "市"))
    form = draw.choice(
        ("{p}政府领导出庭{a}人次,部门负责人{b}人次。", "{p}政府领导出庭应诉{a}件,部门负责人出庭应诉{b}件。")
    )
    figures = Figure("court_appearances", a, "government_only"), Figure("court_appearances", b, "departments")
    return Made(form.format(p=place, a=a, b=b), figures)


def online(draw: Draw) -> Made:
    """Each wording of the family with its own indicator."""
    value = shown(rate(draw))
    form, indicator, scope = draw.choice((
        ("网上全流程办理率{}%", "online_handling_rate", "base_unstated"),
        ("政务服务事项{}%实现网上申办", "online_handling_rate", ""),
        ("{}%的事项可网上办理", "online_handling_rate", ""),
        ("网上可办率{}%", "online_handling_rate", ""), ("政务服务事项网上可办率达{}%以上", "online_handling_rate", ""),
        ("实际网办率提升至{}%", "online_actual_rate", ""),
        ("企业登记全程电子化率达{}%", "registration_online_rate", ""),
    ))  # fmt: skip
    if form.startswith("{"):
        return Made(form.format(value) + "。", (Figure(indicator, float(value), scope),))
    return Made(framed(draw, form.format(value)), (Figure(indicator, float(value), scope),))


def number_before(draw: Draw) -> Made:
    """The number before its noun, with the zero behind it."""
    n, court = draw.randint(3, 40), draw.choice(("区", "县", "市"))
    noun = draw.choice(("行政诉讼案件", "行政应诉案件"))
    verb = draw.choice(("办理", "处理", "应诉"))
    figure = Figure("litigation_cases", n, "government_defendant")
    zero = draw.choice(("", ",零败诉"))
    lost = (Figure("litigation_lost", 0, "government_defendant"),) if zero else ()
    return Made(f"{verb}{n}{draw.choice('件宗')}以{court}政府为被告的{noun}{zero}。", (figure, *lost))


def intake_and_outcome(draw: Draw) -> Made:
    """What comes in is counted, not what is done of it."""
    n = draw.randint(200, 9000)
    done = n - draw.randint(1, 100)
    form = draw.choice((
        "12345热线收到诉求{}件,已办结{}件。", "市民热线受理诉求{}件,办结{}件。",
        "12345平台受理群众诉求{}件,已办结{}件。",
        "12345热线共接到诉求{}件,办结{}件。", "12345热线受理各类诉求{}件,按期办结{}件。",
    ))  # fmt: skip
    return Made(form.format(n, done), (Figure("hotline_requests", n),))


def stages(draw: Draw) -> Made:
    """The stages of a reconsideration, each under its own indicator."""
    a = draw.randint(100, 900)
    b = a - draw.randint(1, 20)
    c = b - draw.randint(1, 20)
    form = draw.choice((
        "收到行政复议申请{}件,受理{}件,审结{}件", "共收到行政复议申请{}件,依法受理{}件,审结{}件",
        "收到行政复议申请{}件、受理{}件、审结{}件",
    ))  # fmt: skip
    names = "reconsideration_applications", "reconsideration_accepted", "reconsideration_concluded"
    return Made(framed(draw, form.format(a, b, c)), tuple(map(Figure, names, (a, b, c))))


def days(draw: Draw) -> Made:
    """What the days came down to."""
    form, value = draw.choice((("半天", 0.5), ("0.5个工作日", 0.5), ("1个工作日", 1), ("1天", 1), ("4小时", None)))
    low = draw.randint(2, 9)
    how = draw.choice(("从{}个工作日缩减至{}", "由{}个工作日压缩至{}", "从{}天缩短到{}", "由{}个工作日压减到{}"))
    figures = () if value is None else (Figure("company_setup_days", value),)
    return Made(framed(draw, "企业开办时间" + how.format(low, form)), figures)


def per_mille(draw: Draw) -> Made:
    """Thousandths are tenths of percent."""
    noun, indicator = draw.choice((RATES[3], ("行政复议纠错率", "reconsideration_correction_rate")))
    n = draw.randint(11, 99)
    return Made(framed(draw, f"{noun}{draw.choice(('', '为', '仅为'))}{n / 10:g}‰"), (Figure(indicator, n / 100),))


def bills(draw: Draw) -> Made:
    """Bills and suggestions are parts of what deputies put forward, and their sum is that."""
    a, b, c = draw.randint(1, 9), draw.randint(50, 400), draw.randint(50, 400)
    form = draw.choice(("办理人大建议案{}件、建议{}件,政协提案{}件。", "办理人大议案{}件,建议{}件,政协提案{}件。"))
    figures = (
        Figure("congress_proposals", a, "bills"), Figure("congress_proposals", b, "suggestions"),
        Figure("congress_proposals", a + b), Figure("consultative_proposals", c),
    )  # fmt: skip
    return Made(form.format(a, b, c), figures)


def in_ten_thousands(draw: Draw) -> Made:
    """万 and 亿 are part of the number."""
    noun, indicator, unit = draw.choice((
        ("新增市场主体", "market_entities_new", "户"), ("市场主体总量达", "market_entities_total", "户"),
        ("12345热线受理群众诉求", "hotline_requests", "件"), ("主动公开政府信息", "information_disclosed", "条"),
    ))  # fmt: skip
    tenths = draw.randint(11, 999)
    behind, bound = draw.choice((("", "exact"), ("余", "at_least")))
    value = tenths * 1000
    return Made(
        framed(draw, f"{noun}{tenths / 10:g}万{behind}{unit}"), (Figure(indicator, value, said={"bound": bound}),)
    )


def one_after_another(draw: Draw) -> Made:
    """Two nouns, then their two numbers."""
    a, b = count(draw), count(draw)
    form, names = draw.choice((
        ("受理、审结行政复议案件分别为{}件、{}件。", ("reconsideration_accepted", "reconsideration_concluded")),
        ("办理人大代表建议、政协提案分别为{}件和{}件。", ("congress_proposals", "consultative_proposals")),
        ("办理人大代表建议和政协提案分别为{}件、{}件。", ("congress_proposals", "consultative_proposals")),
    ))  # fmt: skip
    return Made(form.format(a, b), tuple(map(Figure, names, (a, b))))


MORE_MAKERS: tuple[Callable[[Draw], Made], ...] = (
    any_count, any_rate, several, growth_over_years, field_of_work, who_appears, online, number_before,
    intake_and_outcome, stages, days, per_mille, bills, in_ten_thousands, one_after_another,
)  # fmt: skip
