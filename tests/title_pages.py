"""Reports as PDF pages, by a seeded draw: titles of one to four lines under what official documents set there."""

from __future__ import annotations

import random
from dataclasses import dataclass

from report_files import pdf

Draw = random.Random
PLACES = (
    *(("开原市", "211282", "开政发"), ("万源市", "511781", "万府发"), ("青川县", "510822", "青府发")),
    *(("永嘉县", "330324", "永政发"), ("新兴县", "445321", "新府"), ("高淳区", "320118", "高政发")),
)
TITLES = (
    "{p}人民政府\n关于{y}年度法治政府建设工作情况的报告",
    "{p}人民政府关于{y}年\n法治政府建设情况的报告",
    "{p}{y}年度推进法治政府建设工作\n情况报告",
    "中共{p}委 {p}人民政府\n关于{y}年度法治政府建设情况的\n报告",
    "{p}人民政府关于贯彻落实《法治政府建设实施纲要\n（2021—2025年）》{y}年度法治政府建设\n工作情况的报告",
    "{p}{y}年法治政府建设\n年度报告",
    "{p}人民政府{y}年度法治政府建设年度工作报告",
    "{p}人民政府办公室关于印发《{p}{y}年\n法治政府建设工作情况报告》的通知",
)
OPENINGS = (
    "{y}年，{p}坚持以习近平新时代中国特色社会主义思想为指导，扎实推进法治政府建设各项工作。现将有关情况报告如下：",
    "根据《法治政府建设与责任落实督察工作规定》要求，现将我{k}{y}年度法治政府建设情况报告如下：",
)
RESULTS = "（一）依法化解行政争议。全年受理行政复议案件118件，办结112件，法治政府建设年度报告按要求公开。"
PLAN = "下一步将继续推进法治政府建设，力争行政复议按时办结率保持100%。"


@dataclass(frozen=True)
class TitledReport:
    """A report and what it is."""

    data: bytes
    code: str
    year: int


def wrapped(text: str, width: int) -> list[str]:
    """A paragraph with its first line indented, broken at the margin."""
    indented = "\u3000\u3000" + text
    return [indented[at : at + width] for at in range(0, len(indented), width)]


def title_lines(draw: Draw, title: str) -> list[str]:
    """The title in its lines, or broken anywhere."""
    if draw.random() < 0.3:
        whole, width = title.replace("\n", ""), draw.choice((16, 18, 20, 22))
        return [whole[at : at + width] for at in range(0, len(whole), width)]
    return title.split("\n")


def titled_report(number: int) -> TitledReport:
    """The report of a number: head, number of the document, title, day, body, signature, contents and page numbers."""
    draw = random.Random(number)  # noqa: S311 (a seeded draw, no secret)
    (place, code, sign), year = PLACES[number % len(PLACES)], draw.randint(2019, 2024)
    width, said = draw.choice((26, 30, 34)), {"p": place, "y": year, "k": place[-1]}
    head = [f"{sign}〔{year + 1}〕{draw.randint(1, 60)}号"] if draw.random() < 0.4 else []
    head = [f"{place}人民政府文件", *head] if draw.random() < 0.2 else head
    title = title_lines(draw, TITLES[number % len(TITLES)].format(**said))
    title += [f"（{year + 1}年1月{draw.randint(5, 28)}日）"] if draw.random() < 0.3 else []
    opening = wrapped(draw.choice(OPENINGS).format(**said), width)
    first = [*head, "", *title, "", *opening, "一、主要工作举措和成效", *wrapped(RESULTS, width)]
    last = ["二、存在的问题和不足", *wrapped("一年来还存在不少差距。", width)]
    last += [f"三、{year + 1}年工作打算", *wrapped(PLAN, width)]
    if draw.random() < 0.6:
        last += ["", f"{place}人民政府".rjust(width), f"{year + 1}年{draw.randint(1, 3)}月{draw.randint(1, 28)}日"]
    pages = [first, last]
    if draw.random() < 0.25:
        pages.insert(0, ["目  录", "一、主要工作举措和成效……………………1", f"三、{year + 1}年工作打算……………………7"])
    if draw.random() < 0.6:
        pages = [[*page, "", f"— {at} —"] for at, page in enumerate(pages, 1)]
    if draw.random() < 0.3:
        pages = [[f"{place}{year}年法治政府建设报告", *page] for page in pages]
    return TitledReport(pdf(pages), code, year)
