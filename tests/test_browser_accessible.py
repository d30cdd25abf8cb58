"""axe-core on every page: nothing of serious or critical kind, light and dark, at a desk and on a phone.

Of the rules that are off by themselves one is on: what is clicked or touched has 24 pixels each way (WCAG 2.2, 2.5.8).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from browser import PHONE, SCREEN, new_page, settled
from playwright.sync_api import Browser, Page

from faheng.briefing.plan import BriefingPlan, PlannedView
from faheng.briefing.plan_text import packed
from faheng.views.pages import PAGES

RUN = 'axe.run({resultTypes: ["violations"], rules: {"target-size": {enabled: true}}})'
GRAVE = {"serious", "critical"}
# What Streamlit's own markup breaks and no style or script of ours should reach into, each with the reason.
STREAMLITS: dict[str, str] = {}
PLAN = BriefingPlan(
    "季度简报",
    views=(
        PlannedView("compare", {"place": "630102", "show": "court_appearance_rate"}, message="城东低于全省。"),
        PlannedView("checks", {"place": "630102"}),
    ),
)
ADDRESSES = {
    "overview": ["?place=440308"],
    "compare": ["compare?place=211282&with=440308&show=online_handling_rate&family=1"],
    "profile": ["profile?place=440308"],
    "pair": ["pair?place=440308&with=440311"],
    "trends": ["trends?place=440308"],
    "checks": ["checks?place=511781", "checks?of=draft"],
    "evidence": ["evidence?q=%E5%87%BA%E5%BA%AD"],
    "briefing": [f"briefing?briefing={packed(PLAN)}"],
    "intake": ["intake"],
    "review": ["review"],
    "publish": ["publish"],
    "methods": ["methods?lang=en"],
}


def grave(page: Page) -> Iterator[str]:
    """What axe-core finds of serious or critical kind: the rule, the element, what is wrong with it."""
    answer: dict[str, list[dict[str, Any]]] = page.evaluate(RUN)
    for found in answer["violations"]:
        for node in found["nodes"]:
            if found["impact"] in GRAVE and found["id"] not in STREAMLITS:
                yield f"{found['id']}: {node['html'][:120]} {node['failureSummary'][:160]}"


def opened(page: Page, address: str) -> None:
    """The page as a reader has it who looks at everything: what folds away is open."""
    page.goto(address)
    page.wait_for_selector(".fh-language")
    settled(page)
    page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true")
    page.evaluate(AXE_SCRIPT)


@pytest.mark.parametrize(("scheme", "size"), [("light", SCREEN), ("dark", PHONE)], ids=["light desk", "dark phone"])
def test_nothing_of_serious_kind(dashboard: str, browser: Browser, scheme: str, size: dict[str, int]) -> None:
    """On no page. Colours are those of the look and room is that of the size: two of the four show all that breaks."""
    page = new_page(browser, size, scheme=scheme)
    page.set_default_timeout(40_000)
    found = []
    for address in (each for several in ADDRESSES.values() for each in several):
        opened(page, f"{dashboard}/{address}")
        found += [f"{address}: {each}" for each in grave(page)]
        if address.startswith("evidence"):
            evidence = page.locator(".fh-plain a.fh-link").first.get_attribute("href")
            opened(page, f"{dashboard}/{evidence}")
            found += [f"{evidence}: {each}" for each in grave(page)]
    page.context.close()

    assert [] == found


DOUBTFUL = """望谟县2023年法治政府建设年度报告
一、2023年工作情况
全年收到行政复议申请20222023185件，办结170件。人大代表建议35件。
望谟县人民政府
2024年3月8日"""


def test_nothing_of_serious_kind_at_work(own_dashboard: str, browser: Browser) -> None:
    """导入 with what came of the files, 复核 with a queue, 发布 with what would change."""
    page = new_page(browser, PHONE)
    page.set_default_timeout(60_000)
    opened(page, f"{own_dashboard}/intake")
    page.locator(".st-key-fh-intake-files input[type=file]").set_input_files([
        {"name": name, "mimeType": "text/plain", "buffer": data}
        for name, data in (("a.txt", DOUBTFUL.encode()), ("bad.pdf", b"%PDF-1.4 nothing"))
    ])  # fmt: skip
    page.locator(".st-key-fh-intake-start button:not([disabled])").click()
    page.locator(".st-key-fh-intake-results table").first.wait_for()
    settled(page)
    found = [f"intake: {each}" for each in grave(page)]
    opened(page, f"{own_dashboard}/review")
    page.locator(".st-key-fh-review-accept").wait_for()
    found += [f"review: {each}" for each in grave(page)]
    opened(page, f"{own_dashboard}/publish")
    page.locator(".st-key-fh-publish-preview button").click()
    page.locator(".st-key-fh-publish-do button").wait_for()
    settled(page)
    found += [f"publish: {each}" for each in grave(page)]
    page.context.close()

    assert [] == found


def test_every_page_is_looked_at() -> None:
    """A new page needs its address here."""
    assert [page.name for page in PAGES] == list(ADDRESSES)
