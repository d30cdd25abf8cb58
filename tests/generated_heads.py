"""Titles of bodies and of zones' committees, and marks of Word files, by a seeded draw."""

from __future__ import annotations

import random
from dataclasses import dataclass

from report_files import docx, paragraph

Draw = random.Random
# A place as titles write it -> its code in tests/test_recognition.py.
CODES = {"临江市": "910100", "临江市溪口县": "910121", "溪口县": "910121", "临江市明亮区": "910103"}
BODIES = (
    "卫生健康委员会", "卫健委", "发展和改革委员会", "发改委", "档案馆", "综合行政执法队", "残疾人联合会", "残联",
    "卫生健康监督所", "总工会", "红十字会", "妇联", "司法局", "公安局", "教育局", "水利局", "应急管理局", "税务局",
    "市场监督管理局", "人力资源和社会保障局", "供销合作社联合社", "医疗保障局", "行政审批服务局",
)  # fmt: skip
TITLES = (
    "{who}{year}年法治政府建设年度报告", "{who}{year}年法治政府建设情况报告",
    "{who}关于{year}年度法治政府建设情况的报告",
    "{who}{year}年度法治政府建设工作总结", "{who}关于{year}年法治政府建设工作情况的报告",
)  # fmt: skip
FIRST = (
    "{year}年,{where}各项工作推进,{where}领导重视。", "{year}年,在{where}的正确领导下,我们认真履职。",
    "{year}年,{who}坚持依法行政,服务{where}发展。",
)  # fmt: skip
FILLER = "各部门按照分工认真抓好落实,工作有序开展,取得了新的进展。"


@dataclass(frozen=True)
class Headed:
    """A text, the code of its place, and who publishes it."""

    text: str
    code: str | None
    publisher: str | None


def of_a_body(draw: Draw) -> Headed:
    """A report of one body is of no place, whatever place it names."""
    where, year = draw.choice(sorted(CODES)), draw.randint(2019, 2024)
    who = where + draw.choice(BODIES)
    title, first = (each.format(who=who, where=where, year=year) for each in (draw.choice(TITLES), draw.choice(FIRST)))
    return Headed(f"{title}\n{first}{FILLER * draw.randint(1, 4)}\n", None, who)


def of_a_street(draw: Draw) -> Headed:
    """An office of a street that no list has is a body too."""
    year = draw.randint(2019, 2024)
    name = draw.choice("白黑青红") + draw.choice("塔桥河山") + "街道办事处"
    who = f"临江市明亮区{name}"
    title = draw.choice(TITLES).format(who=who, year=year)
    return Headed(f"{title}\n{draw.choice(FIRST).format(who=name, where='明亮区', year=year)}{FILLER}\n", None, who)


def of_a_place(draw: Draw) -> Headed:
    """The government's own report is the place's."""
    where, year = draw.choice(sorted(CODES)), draw.randint(2019, 2024)
    title = draw.choice(TITLES).format(who=f"{where}人民政府", year=year)
    text = f"{title}\n{year}年,{where}坚持依法行政。{FILLER * draw.randint(1, 3)}\n"
    return Headed(text, CODES[where], f"{where}人民政府")


def of_a_zone(draw: Draw) -> Headed:
    """Whoever speaks for a zone's committee reports for the zone, and for none where it has no name."""
    year = draw.randint(2019, 2024)
    speaker, code = draw.choice((
        ("清溪新区管理委员会", "910100-清溪新区"), ("清溪新区党工委、管委会", "910100-清溪新区"),
        ("中共清溪新区工作委员会、清溪新区管理委员会", "910100-清溪新区"), ("清溪新区管委会", "910100-清溪新区"),
        ("新区管理委员会", None), ("高新区管委会", None), ("经济技术开发区管委会", None), ("新区党工委、管委会", None),
    ))  # fmt: skip
    called = draw.choice(("各位代表:现在,我代表", "各位代表:我代表", "同志们:现在,我代表"))
    above = draw.choice(("临江市支持我区,临江市发展。", "在临江市委的领导下,临江市发展。"))
    text = f"{called}{speaker},向大会报告工作。\n{year}年工作回顾\n{above * draw.randint(1, 8)}"
    return Headed(text, code, None)


MAKERS = (of_a_body, of_a_street, of_a_place, of_a_zone)
RAISED = '<w:vertAlign w:val="superscript"/>'
GONE = ("<w:strike/>", "<w:vanish/>", '<w:dstrike w:val="1"/>')


def run(text: str, properties: str = "") -> str:
    """A run of a Word file."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


@dataclass(frozen=True)
class Marked:
    """A Word file, and the numbers of its three figures."""

    data: bytes
    values: tuple[int, int, int]


def word_with_marks(draw: Draw) -> Marked:
    """Numbers with the marks of notes, and beside struck-out or hidden ones; runs break them anywhere."""
    values = draw.randint(11, 999), draw.randint(11, 9999), draw.randint(11, 999)
    said = []
    forms = (("全年审查各类合同", "份"), ("办理法律援助案件", "件"), ("受理行政复议案件", "件"))
    for value, (before, behind) in zip(values, forms, strict=True):
        digits = str(value)
        cut = draw.randint(0, len(digits))
        parts = [run(before)]
        if draw.random() < 0.5:
            parts.append(run(str(draw.randint(1, 999)), draw.choice(GONE)))
        parts += [run(digits[:cut]), run(digits[cut:])]
        if draw.random() < 0.5:
            parts.append(run(str(draw.randint(1, 20)), RAISED))
        if draw.random() < 0.3:
            parts.append(run(str(draw.randint(1, 999)), draw.choice(GONE)))
        said.append("".join(parts) + run(behind + "。"))
    body = paragraph("青禾县2023年法治政府建设年度报告") + "".join(f"<w:p>{each}</w:p>" for each in said)
    return Marked(docx(body), values)
