"""python -m tests.pictures: real pages of a real server, as README and docs/guide.zh.md show them.

The handbook's county and its reports are made for it; the places of README are those of the shipped data.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from docx import Document
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from faheng.briefing.plan import BriefingPlan, PlannedView
from faheng.briefing.plan_text import packed
from faheng.checks.registry import CHECKS
from faheng.data.read import read_dataset
from faheng.paths import DATA, ROOT
from faheng.store.write import build_store

sys.path.insert(0, str(ROOT / "tests"))
from browser import ARGUMENTS, chromium_path, serve, settled

FOLDER = ROOT / "docs" / "pictures"
SIZE = {"width": 1280, "height": 800}
# A page has few colours: this many tell each of them apart, in a third of the bytes.
COLOURS = 128
BRIEFING = BriefingPlan(
    "行政争议情况",
    views=(
        PlannedView("profile", {"place": "530000"}),
        PlannedView("compare", {"place": "530000", "show": "court_appearance_rate"}),
        PlannedView("trends", {"place": "440308", "show": "congress_proposals"}),
    ),
)
# The handbook's county: its real name, figures made up; three numerals are damaged as scans damage them.
COUNTY, CODE = "宣汉县", "511722"
YEARS = range(2013, 2025)
DAMAGED = {2016: "20152016{n}", 2019: "20182019{n}", 2022: "20212022{n}"}


def main() -> None:
    # who decided is shown: by the office, not by whoever draws the pictures
    os.environ["LOGNAME"] = f"{COUNTY}司法局"
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as kept, sync_playwright() as started:
        store = Path(kept) / "store"
        build_store(read_dataset(DATA, CHECKS), store)
        browser = started.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        for address in serve(store, Path(kept) / "server.log"):
            readme(browser, address)
            handbook(browser, address)
        browser.close()


def readme(browser: Browser, address: str) -> None:
    """What a leader sees, what compares, and what staff hand over."""
    shown(browser, f"{address}/?place=530000", "overview", ".fh-cards")
    shown(browser, f"{address}/compare?place=530000&show=court_appearance_rate", "compare", ".js-plotly-plot .main-svg")
    shown(browser, f"{address}/briefing?place=530000&briefing={packed(BRIEFING)}", "briefing", ".fh-slide")


def handbook(browser: Browser, address: str) -> None:
    """From twelve files to the first screen of a county that had none."""
    page = opened(browser, f"{address}/intake", ".st-key-fh-intake-files")
    files = [{"name": f"{COUNTY}{year}年报告.docx", "mimeType": "application/octet-stream", "buffer": word(year)}
             for year in YEARS]  # fmt: skip
    page.locator(".st-key-fh-intake-files input[type=file]").set_input_files(files)
    page.locator(".st-key-fh-intake-start button:not([disabled])").click()
    page.get_by_text("导入 12 份报告").first.wait_for(timeout=120_000)
    page.locator(".st-key-fh-intake-cancel").wait_for(state="hidden")
    saved(page, "guide-import")

    page.goto(f"{address}/review")
    page.locator("mark").first.wait_for()
    saved(page, "guide-review")
    while page.get_by_text("没有待复核的内容。").count() == 0:
        page.keyboard.press("a")
        settled(page)

    page.goto(f"{address}/publish")
    page.get_by_role("button", name="查看将有哪些变化").click()
    page.locator(".st-key-fh-publish-do button").wait_for(timeout=120_000)
    saved(page, "guide-publish")
    page.locator(".st-key-fh-publish-do button").click()
    page.get_by_text("第 2 版已发布。").wait_for(timeout=120_000)

    for name, path, seen in (
        ("guide-profile", f"profile?place={CODE}", ".fh-states"),
        ("guide-trends", f"trends?place={CODE}&show=court_appearance_rate", ".js-plotly-plot .main-svg"),
        ("guide-briefing", f"briefing?place={CODE}&briefing={packed(plan())}", ".fh-slide"),
    ):
        page.goto(f"{address}/{path}")
        page.wait_for_selector(seen)
        saved(page, name)
    page.context.close()


def plan() -> BriefingPlan:
    """The county's ten slides: cover, seven views, what to verify, sources."""
    asked = [("profile", ""), ("compare", "court_appearance_rate"), ("compare", "reconsideration_accepted"),
             ("trends", "court_appearance_rate"), ("trends", "reconsideration_accepted"),
             ("trends", "congress_proposals"), ("checks", "")]  # fmt: skip
    views = (PlannedView(name, {"place": CODE} | ({"show": show} if show else {})) for name, show in asked)
    return BriefingPlan(f"{COUNTY}法治政府建设情况", f"{COUNTY}司法局", views=tuple(views))


def word(year: int) -> bytes:
    """The county's report of a year, as an office writes it."""
    n = year - YEARS[0]
    accepted = DAMAGED.get(year, "{n}").format(n=120 + 9 * n)
    held = Document()
    for text in (
        f"{COUNTY}{year}年法治政府建设年度报告",
        f"一、{year}年工作情况",
        "（一）化解行政争议。"
        f"全年受理行政复议案件{accepted}件，审结{112 + 9 * n}件，行政机关负责人出庭应诉率{88 + n}%。",
        f"（二）接受监督。办理人大代表建议{61 + 3 * n}件、政协提案{74 + 2 * n}件，办结率100%。",
        f"（三）规范执法。开展执法培训{6 + n % 4}期，评查行政执法案卷{180 + 11 * n}卷。",
        f"（四）公共法律服务。办理法律援助案件{240 + 12 * n}件，人民调解组织调解纠纷{1500 + 40 * n}件。",
        f"{COUNTY}人民政府",
        f"{year + 1}年3月8日",
    ):
        held.add_paragraph(text)
    made = io.BytesIO()
    held.save(made)
    return made.getvalue()


def opened(browser: Browser, address: str, seen: str) -> Page:
    page = browser.new_context(viewport=SIZE, locale="zh-CN", timezone_id="Asia/Shanghai").new_page()
    page.set_default_timeout(60_000)
    page.goto(address)
    page.wait_for_selector(seen)
    settled(page)
    return page


def shown(browser: Browser, address: str, name: str, seen: str) -> None:
    page = opened(browser, address, seen)
    saved(page, name)
    page.context.close()


def saved(page: Page, name: str, settle: Callable[[Page], None] = settled) -> None:
    """The screen as it is, in few colours."""
    settle(page)
    drawn = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
    few = drawn.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(FOLDER / f"{name}.png", optimize=True)


main()
