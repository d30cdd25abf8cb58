"""Reading of reports: MB a second beside jieba's word splitting, memory over many files, and one very large text.

The texts are made from pieces by a seeded draw: numbers, names and the order of sentences differ throughout, so that
nothing profits from seeing the same text again. Both sides read the same text, by turns, in one process.
"""

from __future__ import annotations

import importlib.util
import os
import random
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

import psutil

from faheng.model import PeriodBasis
from faheng.reading.about.about import ReportAbout
from faheng.reading.files import read_all
from faheng.reading.texts.original import Original

from ..shipped_reading import read_observations
from . import figures

ROUNDS = 5
SEED = 20220101
FEW, MANY, SMALL_FILE = 200, 10_000, 4_000
LARGE_FILE = 50_000_000
ROWS = (
    "办理法律援助案件12件,",
    "出庭应诉率98%、",
    "\t",
    "|",
    "(",
    "12\t",
    "受理、",
    "其中",
    "出庭应诉率、",
    "1 ",
    "分别12件、",
    ":",
    "行政复议",
)
ABOUT = ReportAbout("report", None, "annual_report", date(2022, 1, 1), date(2022, 12, 31), PeriodBasis.STATED)

SUBJECTS = (
    "全县", "各乡镇", "县司法局", "市直各部门", "县政务服务中心", "行政复议机构", "各级人民调解组织",
    "综合执法队伍", "县信访局", "法律援助中心", "县人社局", "市场监管部门", "县应急管理局", "各执法单位",
    "县政府办公室",
)  # fmt: skip
PROSE = (
    "坚持以习近平新时代中国特色社会主义思想为指导,深入学习贯彻党的二十大精神,把法治政府建设摆在全局工作的突出位置",
    "健全依法决策机制,严格落实公众参与、专家论证、风险评估、合法性审查和集体讨论决定程序",
    "严格落实行政执法公示、全过程记录和重大执法决定法制审核制度,规范执法流程,提升执法质量",
    "主要负责人切实履行推进法治建设第一责任人职责,定期听取汇报,及时研究解决重大问题",
    "持续深化简政放权、放管结合、优化服务改革,营造稳定、公平、透明、可预期的营商环境",
    "完善矛盾纠纷多元预防调处化解机制,推动人民调解、行政调解和司法调解衔接联动",
    "加强法治宣传教育,落实谁执法谁普法责任制,引导群众办事依法、遇事找法、解决问题用法",
    "自觉接受人大法律监督、政协民主监督和社会舆论监督,认真听取各方面意见建议",
    "一些单位运用法治思维解决问题的能力还不够强,基层执法力量相对薄弱,执法装备有待改善",
    "加强对领导干部和执法人员的教育培训,把法律知识作为任职考察和年度考核的重要内容",
)
FIGURES = (
    "收到行政复议申请{n}件,受理{m}件,审结{k}件", "行政机关负责人出庭应诉率达{p}%",
    "办理行政应诉案件{n}件,其中败诉{k}件", "受理矛盾纠纷{n}余件,调解成功率{p}%",
    "办理法律援助案件{n}件,接待咨询{m}人次", "办理人大代表建议{k}件、政协提案{k}件,办结率、满意率均为{p}%",
    "政务服务事项网上可办率达{p}%以上,审批时限压缩{p}%", "开展双随机抽查{k}次,检查市场主体{n}户",
    "新登记市场主体{n}户,同比增长{p}%", "组织开展应急演练{k}场次,参加群众{n}人次",
    "审查各类合同{n}份,合法性审查规范性文件{k}件", "主动公开政府信息{n}条,受理依申请公开事项{k}件",
    "12345热线受理诉求{n}件,满意率{p}%", "举办法治宣传活动{k}场,发放资料{n}份", "立案查处违法行为{n}起,罚没{m}万元",
)  # fmt: skip
TIMES = ("", "", "", "今年以来,", "近两年,", "1月至10月,", "全年", "截至11月底,")
HEADINGS = (
    "主要举措和成效",
    "依法履行政府职能",
    "规范行政执法",
    "化解矛盾纠纷",
    "监督",
    "存在的问题",
    "下一步工作打算",
)


def report_text(draw: random.Random, characters: int) -> str:
    """A report of about so many characters: chapters, prose, and a sentence with figures in every third place."""
    parts = [f"青禾县{draw.randint(2010, 2025)}年法治政府建设年度报告\n"]
    size = 0
    while size < characters:
        chapter = f"{draw.choice('一二三四五六七八九')}、{draw.choice(HEADINGS)}\n"
        parts += [chapter, "".join(sentences(draw)), "\n"]
        size += sum(map(len, parts[-3:]))
    return "".join(parts)


def sentences(draw: random.Random) -> Iterator[str]:
    """The sentences of a paragraph."""
    for _ in range(draw.randint(4, 9)):
        subject = draw.choice(SUBJECTS)
        if draw.random() < 1 / 3:
            yield f"{draw.choice(TIMES)}{subject}{filled(draw)};{draw.choice(PROSE)},{filled(draw)}。"
        else:
            yield f"{subject}{draw.choice(PROSE)},{draw.choice(PROSE)}。"


def filled(draw: random.Random) -> str:
    """A wording with numbers of this draw."""
    numbers = {"n": f"{draw.randint(100, 99_999)}", "m": draw.randint(100, 9_999), "k": draw.randint(2, 400)}
    return draw.choice(FIGURES).format(p=round(draw.uniform(40, 100), draw.choice((0, 1, 2))), **numbers)


def measure_reading(folder: Path) -> None:
    """All three parts."""
    draw = random.Random(SEED)  # noqa: S311 (a repeatable draw, no secret)
    measure_speed(joined(draw, 1_000_000))
    measure_many_files(folder / "reports", draw)
    measure_large_text(joined(draw, LARGE_FILE))
    measure_long_rows()


def joined(draw: random.Random, size: int) -> str:
    """Reports one after another, about so many bytes of UTF-8."""
    texts: list[str] = []
    held = 0
    while held < size:
        texts.append(report_text(draw, 6_000))
        held += len(texts[-1].encode())
    return "\n".join(texts)


def measure_speed(text: str) -> None:
    """MB a second of reading and of jieba.lcut, by turns, and the ratio of their medians."""
    megabytes = len(text.encode()) / 1e6
    figures.title(f"Reading {megabytes:.2f} MB of generated reports, one core")
    sides: dict[str, Callable[[], object]] = {"read_observations": lambda: read(text)}
    if importlib.util.find_spec("jieba") is None:
        print("jieba is not installed (pip install -e '.[dev]'): no comparison")
    else:
        sides["jieba.lcut"] = jieba_split(text)
    rates: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(ROUNDS):
        for name, side in sides.items():
            rates[name].append(megabytes / seconds(side))
    figures.head()
    for name, values in rates.items():
        figures.line(name, values, "MB/s")
    if "jieba.lcut" in rates:
        figures.single("ratio of medians (at least 1)", *ratio(rates))
    figures.single("observations found", float(len(read(text))), "")


def ratio(rates: dict[str, list[float]]) -> tuple[float, str]:
    return median(rates["read_observations"]) / median(rates["jieba.lcut"]), "x"


def read(text: str) -> list[object]:
    return list(read_observations(Original("report", text, "txt", ""), ABOUT))


def jieba_split(text: str) -> Callable[[], object]:
    """The comparison, its dictionary already loaded."""
    import jieba  # noqa: PLC0415 (only here, and only where it is installed)

    jieba.setLogLevel("ERROR")
    jieba.initialize()
    return lambda: jieba.lcut(text)


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def measure_many_files(folder: Path, draw: random.Random) -> None:
    """Memory of this process after few and after many small files, read one after another."""
    figures.title(f"Memory over many files of about {3 * SMALL_FILE / 1000:.0f} kB, one process")
    folder.mkdir(parents=True)
    paths = [folder / f"{number:05}.txt" for number in range(MANY)]
    for path in paths:
        path.write_text(report_text(draw, SMALL_FILE), encoding="utf-8")
    process = psutil.Process(os.getpid())
    started = time.perf_counter()
    for number, outcome in enumerate(read_all(paths, {}, jobs=1), start=1):
        assert not outcome.faults
        if number in (FEW, MANY):
            figures.single(f"resident after {number:,} files", process.memory_info().rss / 1e6, "MB")
    figures.single("seconds", time.perf_counter() - started, "s")


def measure_large_text(text: str) -> None:
    """One text of 50 MB: it must end."""
    figures.title(f"One text of {len(text.encode()) / 1e6:.0f} MB")
    figures.single("seconds", seconds(lambda: read(text)), "s")
    figures.single("resident", psutil.Process(os.getpid()).memory_info().rss / 1e6, "MB")


def measure_long_rows() -> None:
    """One sentence of the same piece again and again, ten times as long: linear is 10, quadratic 100."""
    figures.title("One sentence, 20,000 pieces against 2,000")
    for piece in ROWS:
        short, long = (f"受理行政复议案件{piece * times}98件" for times in (2_000, 20_000))
        times = [seconds(partial(read, text)) for text in (short, long)]
        figures.single(f"{piece!r}", times[1] / times[0], "x")
