"""Damage to tables and to the XML of files, by a seeded draw: pieces are cut out, doubled, exchanged, emptied."""

from __future__ import annotations

import io
import random
import re
import zipfile

from table_files import Shown

Draw = random.Random
CELLS = (
    *(
        "指标",
        "项目",
        "单位",
        "统计数",
        "受理行政复议案件(件)",
        "行政机关负责人出庭应诉率(%)",
        "自然人",
        "总计",
        "其中",
    ),
    *("2022年", "2023年", "上年", "目标值", "完成值", "一季度", "全年", "同比增长", "序号", "合计", "（一）收到申请数"),
    *("12", "1,234", "98%", "3.5万件", "0", "-", "——", "", " ", "无", "增长5.2%", "112¹", "90%—95%", "共12件", "1"),
    *("|", "\t", "全年受理行政复议案件118件，同比增长5.2%。", "〇", "１２", "20\u3000件", "\ufeff", "𠮷12件"),
)
# A tag with all that it says, or the text between two.
PIECE = re.compile(r"<[^<>]*>|[^<>]+")
NUMBER = re.compile(r'"-?\d+"')
ODD = ('"0"', '"-1"', '"999999999"', '"1e9"', '""', '"NaN"')


def mutated_rows(draw: Draw) -> list[list[Shown]]:
    """A table of any cells, some of them over several rows and columns."""
    wide, ways = draw.randint(1, 6), (1, 1, 1, 1, 2, 3)
    return [
        [Shown(draw.choice(CELLS), draw.choice(ways), draw.choice(ways)) for _ in range(wide)]
        for _ in range(draw.randint(1, 8))
    ]


def mutated_xml(draw: Draw, text: str) -> str:
    """The text of a page or of a part with its pieces cut out, doubled, exchanged, and numbers made odd."""
    pieces = PIECE.findall(text)
    for _ in range(draw.randint(1, 6)):
        at, to = draw.randrange(len(pieces)), draw.randrange(len(pieces))
        way = draw.randrange(6)
        if way == 0:
            del pieces[at : at + draw.randint(1, 12)]
        elif way == 1:
            pieces[at:at] = pieces[to : to + draw.randint(1, 12)]
        elif way == 2:
            pieces[at], pieces[to] = pieces[to], pieces[at]
        elif way == 3:
            pieces[at] = NUMBER.sub(lambda _: draw.choice(ODD), pieces[at])
        elif way == 4:
            pieces[at] = draw.choice(CELLS)
        else:
            pieces[at] = pieces[at][: draw.randrange(len(pieces[at]) + 1)]
        pieces = pieces or [""]
    return "".join(pieces)


def mutated_package(draw: Draw, data: bytes) -> bytes:
    """A zip file with one of its parts of XML mutated."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as archive:
        names = source.namelist()
        doomed = draw.choice(names)
        for name in names:
            part = source.read(name)
            archive.writestr(name, mutated_xml(draw, part.decode()).encode() if name == doomed else part)
    return target.getvalue()
