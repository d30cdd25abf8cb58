"""Files of a briefing of twelve views: how long each takes on one core, and the memory of the process that makes them.

Pictures are measured where a Chrome is installed: the first starts it.
"""

from __future__ import annotations

import os
import resource
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from faheng.briefing.contents import Briefing
from faheng.briefing.made_briefing import briefing_of
from faheng.briefing.plan import BriefingPlan, PlannedView
from faheng.errors import FahengError
from faheng.exports.document.file import docx_bytes
from faheng.exports.pictures import picture
from faheng.exports.slides.file import pptx_bytes
from faheng.exports.store_package import store_package
from faheng.exports.workbook.file import xlsx_bytes
from faheng.store.read import Reader
from faheng.words.catalogue import words

from . import figures

VIEWS, ROUNDS, MEMORY_MB = 12, 5, 500
BUDGET_MS = {"PPTX": 3000, "XLSX": 2000, "DOCX": 4000}
PICTURE_MS = 300


def measure_exports(folder: Path, size: str) -> None:
    """A line a kind of file; processor time, which is that of one core."""
    os.environ["FAHENG_STORE"] = str(folder)
    plan, say = twelve_views(folder), words("zh")
    briefing = briefing_of(plan, "zh", today=date.today())
    makers: dict[str, Callable[[], object]] = {
        "PPTX": lambda: pptx_bytes(briefing, say),
        "XLSX": lambda: xlsx_bytes(briefing, say),
        "DOCX": lambda: docx_bytes(briefing, say),
        "data package": lambda: b"".join(store_package("zh")),
    }
    figures.title(f"Files of {len(briefing.views)} views, {size}: processor time")
    figures.head()
    for name, make in makers.items():
        figures.line(name, [processor_ms(make) for _ in range(ROUNDS)], budget=BUDGET_MS.get(name))
    figures.single("memory", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "MB", MEMORY_MB)
    measure_pictures(briefing)


def measure_pictures(briefing: Briefing) -> None:
    """The first picture and those after it, on the clock: the browser works beside us."""
    drawn = [view.figure() for view in briefing.views if view.figure is not None]
    try:
        first = clock_ms(lambda: picture(drawn[0], "png"))
    except FahengError as fault:
        print(fault)
        return
    figures.single("first picture (starts Chrome)", first, "ms")
    figures.line("pictures after it (PNG)", [clock_ms(lambda each=each: picture(each, "png")) for each in drawn[1:]],
                 budget=PICTURE_MS)  # fmt: skip


def twelve_views(folder: Path) -> BriefingPlan:
    """Comparisons of the indicators that most places state, and trends of the one richest place."""
    snapshot = Reader(folder).snapshot()
    places = list(snapshot.rows("pages/compare__places", locality="", province=None, level="county", limit=1)["code"])
    every = snapshot.rows("pages/filters__indicators", language="zh").sort_values("localities", ascending=False)
    shown = [str(each) for each in every["id"][: VIEWS - 4]]
    compared = [PlannedView("compare", {"place": places[0], "show": each}) for each in shown]
    trends = [PlannedView("trends", {"place": places[0], "show": each}) for each in shown[:3]]
    return BriefingPlan(views=(*compared, *trends, PlannedView("overview", {"place": places[0]})))


def processor_ms(make: Callable[[], object]) -> float:
    started = time.process_time()
    make()
    return 1000 * (time.process_time() - started)


def clock_ms(make: Callable[[], object]) -> float:
    started = time.perf_counter()
    make()
    return 1000 * (time.perf_counter() - started)
