"""Tables made by a seeded draw, a maker for each way in which reports arrange them, and the figures of 2023 in each."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from table_files import Rows, Shown

Draw = random.Random
Said = tuple[str, float]


@dataclass(frozen=True)
class MadeTable:
    """The rows, and the indicators with their values that they give for 2023."""

    rows: Rows
    said: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Line:
    """What a row counts: its words, its unit, and its indicator."""

    words: str
    unit: str
    indicator: str

    @property
    def label(self) -> str:
        """The words with their unit."""
        return f"{self.words}({self.unit})"


LINES = (
    Line("受理行政复议案件", "件", "reconsideration_accepted"),
    Line("审结行政复议案件", "件", "reconsideration_concluded"),
    Line("行政应诉案件", "件", "litigation_cases"), Line("办理法律援助案件", "件", "legal_aid_cases"),
    Line("审查行政规范性文件", "件", "normative_documents_reviewed"), Line("审查各类合同", "份", "contracts_reviewed"),
    Line("开展应急演练", "场次", "emergency_drills"), Line("调解矛盾纠纷", "件", "mediation_cases"),
    Line("办理人大代表建议", "件", "congress_proposals"), Line("办理政协提案", "件", "consultative_proposals"),
    Line("12345热线受理诉求", "件", "hotline_requests"), Line("主动公开政府信息", "条", "information_disclosed"),
    Line("评查行政执法案卷", "卷", "case_files_reviewed"),
    Line("行政机关负责人出庭应诉率", "%", "court_appearance_rate"),
    Line("人民调解成功率", "%", "mediation_success_rate"), Line("政务服务好评率", "%", "service_satisfaction_rate"),
    Line("政务服务事项按时办结率", "%", "on_time_rate"),
)  # fmt: skip
COUNTED = tuple(each for each in LINES if each.unit != "%")
OTHER_ROWS = (("新建口袋公园", "个"), ("修复古树", "株"), ("完成投资", "亿元"), ("举办招聘会", "场"))


def value(draw: Draw, line: Line) -> float:
    """A number that such a row may have."""
    return draw.choice((float(draw.randint(81, 99)), draw.randint(811, 998) / 10)) if line.unit == "%" else float(
        draw.choice((draw.randint(3, 99), draw.randint(100, 999), draw.randint(1000, 9899)))
    )  # fmt: skip


def printed(draw: Draw, number: float) -> str:
    """The number as a cell has it."""
    text = f"{number:g}"
    return f"{int(number):,}" if number >= 1000 and draw.random() < 0.4 else text


def chosen(draw: Draw, lines: tuple[Line, ...] = LINES, most: int = 5) -> list[Line]:
    """Some lines in any order."""
    return draw.sample(lines, draw.randint(2, most))


def of_columns(draw: Draw, heads: tuple[str, ...], right: int, lines: tuple[Line, ...] = LINES) -> MadeTable:
    """A row for each line, and a column of numbers for each head, of which one is right."""
    rows: list[list[str]] = []
    said = []
    numbered, apart = draw.random() < 0.3, draw.random() < 0.3
    begin = [*(["序号"] if numbered else []), draw.choice(("指标", "项目", "指标名称")), *(["单位"] if apart else [])]
    rows.append([*begin, *heads])
    for at, line in enumerate(chosen(draw, lines), 1):
        values = [value(draw, line) for _ in heads]
        name = [line.words, line.unit] if apart else [line.label]
        rows.append([*([str(at)] if numbered else []), *name, *(printed(draw, each) for each in values)])
        said.append((line.indicator, values[right]))
    if draw.random() < 0.4:
        words, unit = draw.choice(OTHER_ROWS)
        name = [words, unit] if apart else [f"{words}({unit})"]
        first = [str(len(rows))] if numbered else []
        rows.append([*first, *name, *(str(draw.randint(3, 99)) for _ in heads)])
    return MadeTable(rows, tuple(said))


def years(draw: Draw) -> MadeTable:
    """A column a year, in either order."""
    heads, right = draw.choice((
        (("2022年", "2023年"), 1), (("2023年", "2022年"), 0), (("2021年", "2022年", "2023年"), 2),
        (("2022", "2023"), 1),
        (("2023年度", "2022年度"), 0), (("2022年", "2023年", "增减"), 1),
    ))  # fmt: skip
    return of_columns(draw, heads, right)


def other_years(draw: Draw) -> MadeTable:
    """Columns of other years alone give nothing for this one."""
    heads = draw.choice((("2021年", "2022年"), ("2022年",), ("2024年计划", "2025年计划")))
    return MadeTable(of_columns(draw, heads, 0).rows)


def this_and_last(draw: Draw) -> MadeTable:
    """This year beside the last one in words."""
    heads, right = draw.choice((
        (("上年", "本年"), 1), (("本年", "上年"), 0), (("去年", "今年"), 1), (("上年同期", "本期"), 1),
        (("本年度", "上年度"), 0),
    ))  # fmt: skip
    return of_columns(draw, heads, right)


def aims(draw: Draw) -> MadeTable:
    """A target is no result."""
    heads, right = draw.choice((
        (("目标值", "完成值"), 1), (("年度目标", "实际完成"), 1), (("完成情况", "目标值"), 0),
        (("计划数", "完成数"), 1),
        (("2023年目标", "2023年完成"), 1),
    ))  # fmt: skip
    return of_columns(draw, heads, right)


def quarters(draw: Draw) -> MadeTable:
    """Parts of the year beside the whole, or alone."""
    heads, right = draw.choice((
        (("一季度", "二季度", "三季度", "四季度", "全年"), 4), (("上半年", "下半年", "合计"), 2),
        (("1-6月", "1-12月"), 1),
        (("上半年", "下半年"), None), (("一季度", "二季度", "三季度", "四季度"), None),
    ))  # fmt: skip
    made = of_columns(draw, heads, right or 0, COUNTED)
    return made if right is not None else MadeTable(made.rows)


def departments(draw: Draw) -> MadeTable:
    """A row a department, with or without the sum."""
    lines = chosen(draw, COUNTED, 3)
    names = draw.sample(("公安局", "民政局", "司法局", "城管局", "教育局", "水利局", "财政局"), draw.randint(2, 5))
    rows: list[list[str]] = [[draw.choice(("单位", "部门")), *(each.label for each in lines)]]
    numbers = [[draw.randint(1, 300) for _ in lines] for _ in names]
    rows += [[name, *map(str, each)] for name, each in zip(names, numbers, strict=True)]
    sums = [sum(column) for column in zip(*numbers, strict=True)]
    total = draw.choice(("合计", "总计", "合 计", ""))
    if not total:
        return MadeTable(rows)
    rows.append([total, *map(str, sums)])
    return MadeTable(rows, tuple((line.indicator, float(n)) for line, n in zip(lines, sums, strict=True)))


def rows_of_years(draw: Draw) -> MadeTable:
    """Indicators in the header, a row a year."""
    lines = chosen(draw, LINES, 4)
    order = [2021, 2022, 2023] if draw.random() < 0.6 else [2023, 2022, 2021]
    sign = draw.choice(("年", ""))
    values = {year: [value(draw, each) for each in lines] for year in order}
    rows = [[draw.choice(("年度", "年份")), *(each.label for each in lines)]]
    rows += [[f"{year}{sign}", *(printed(draw, each) for each in values[year])] for year in order]
    return MadeTable(rows, tuple((line.indicator, n) for line, n in zip(lines, values[2023], strict=True)))


def merged(draw: Draw) -> MadeTable:
    """A name beside several rows, above columns of years, either merged."""
    rows: list[list[Shown | str]] = [
        [Shown(draw.choice(("类别", "领域")), rows=2), Shown("指标", rows=2), Shown("办理情况", columns=2)],
        ["2022年", "2023年"],
    ]
    said = []
    groups = {
        "行政复议": (("受理", "reconsideration_accepted"), ("审结", "reconsideration_concluded")),
        "公共法律服务": (("办理法律援助案件", "legal_aid_cases"), ("调解矛盾纠纷", "mediation_cases")),
        "代表委员": (("办理人大代表建议", "congress_proposals"), ("办理政协提案", "consultative_proposals")),
    }
    for name in draw.sample(sorted(groups), draw.randint(1, 3)):
        for at, (words, indicator) in enumerate(groups[name]):
            before, now = draw.randint(20, 999), draw.randint(20, 999)
            beside = [Shown(name, rows=len(groups[name]))] if not at else []
            rows.append([*beside, f"{words}(件)", str(before), str(now)])
            said.append((indicator, float(now)))
    return MadeTable(rows, tuple(said))


def applicants(draw: Draw) -> MadeTable:
    """Kinds of applicants and their sum; without it nothing."""
    a, b = draw.randint(3, 400), draw.randint(1, 90)
    label = draw.choice(("本年新收政府信息公开申请数量", "一、本年新收政府信息公开申请数量"))
    total = draw.choice(("总计", "合计", ""))
    heads = ["申请人情况", "自然人", "法人或其他组织", *([total] if total else [])]
    rows = [heads, [label, str(a), str(b), *([str(a + b)] if total else [])]]
    rows.append(["二、上年结转政府信息公开申请数量", "2", "0", *(["2"] if total else [])])
    return MadeTable(rows, (("disclosure_requests", float(a + b)),) if total else ())


def units(draw: Draw) -> MadeTable:
    """Ten thousands in the cell of the unit, in the label, or in the header."""
    tenths = draw.randint(11, 99)
    text, n = f"{tenths / 10:g}", float(tenths * 1000)
    row = draw.choice((
        [["指标", "单位", "2023年"], ["12345热线受理诉求", "万件", text]],
        [["指标", "2023年"], ["12345热线受理诉求(万件)", text]],
        [["指标", "2023年(万件)"], ["12345热线受理诉求", text]],
        [["指标", "单位", "上年", "本年"], ["12345热线受理诉求", "万件", "1.1", text]],
    ))  # fmt: skip
    return MadeTable(row, (("hotline_requests", n),))


MAKERS: tuple[Callable[[Draw], MadeTable], ...] = (
    years, other_years, this_and_last, aims, quarters, departments, rows_of_years, merged, applicants, units,
)  # fmt: skip
