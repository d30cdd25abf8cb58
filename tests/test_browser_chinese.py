"""Nothing English in the Chinese interface: every page, and every widget opened, for the eye and for the ear."""

from __future__ import annotations

import getpass
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import ROOT, chromium_path, new_page, serve, settled
from intakes import one
from playwright.sync_api import Browser, Error, Locator, Page

from faheng.briefing.plan import BriefingPlan, PlannedView
from faheng.briefing.plan_text import packed
from faheng.intake.intake import Intake

ENGLISH = (ROOT / "tests/english.js").read_text("utf-8")
# Names that are the same in every language: of the other language, of kinds of files, of keys, of methods and bodies;
# and what this test has itself brought in.
KNOWN = [
    "English", "CSV", "PNG", "SVG", "PDF", "DOCX", "DOC", "PPTX", "POTX", "XLSX", "JSON", "HTML", "MHTML", "MHT", "TXT",
    "ZIP", "OFD", "WPS", "RTF", "EML", "JPG", "TIF", "Word", "Excel", "PowerPoint", "zip", "json", "Alt", "Esc",
    "Parquet", "SHA-256", "GRIM", "CIPFA", "Wilson", "CPPCC", "OpenID", "Connect", "report.txt", "txt",
    getpass.getuser(), "GMT8 Press",
    "Supreme Court: Administrative case appeal rate decrease（2025年行政争议实质化解发布会）",
]  # fmt: skip
PLAN = BriefingPlan(
    "季度简报", views=(PlannedView("compare", {"place": "630102"}), PlannedView("checks", {"place": "630102"}))
)
REPORT = """城东区2023年法治政府建设年度报告
一、主要工作
全年收到行政复议申请20222023185件，办结20222023185件。行政机关负责人出庭应诉率为97.5%。政协提案20222023185件。
城东区人民政府
2024年3月8日
"""
ADDRESSES = [
    "?place=630102&with=511781", "compare?place=440308&show=online_handling_rate&family=1", "profile?place=440308",
    "pair?place=440308&with=440311", "trends?place=440308", "checks?place=511781", "checks?of=draft",
    "evidence?q=%E5%87%BA%E5%BA%AD&place=440308", "briefing?briefing={plan}", "intake", "intake?report={report}",
    "review", "publish", "methods", "no-such-page",
]  # fmt: skip
# What a hand can open: lists, folded parts, calendars, small windows.
OPENED = (
    ".stSelectbox input", ".stMultiSelect input", ".stDateInput button", ".stPopover button",
    '[data-testid="stNumberInputContainer"] input',
)  # fmt: skip


@pytest.fixture(scope="module")
def own(store_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """A dashboard with a report that waits for a person, and the id of that report."""
    chromium_path()
    folder = tmp_path_factory.mktemp("own")
    shutil.copytree(store_folder, folder / "store")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    intake = Intake.open(folder / "store")
    report = one(intake, folder / "report.txt")
    intake.ledger.close()
    for address in serve(folder / "store", folder / "server.log"):
        yield address, report


def said(page: Page) -> list[str]:
    """The English on the page once the page's own script has had its turn, which it takes when the browser is idle."""
    try:
        page.wait_for_function(f"(known) => !({ENGLISH})(known).length", arg=KNOWN, timeout=1_500, polling=50)
    except Error:  # it has waited long enough
        return list(page.evaluate(ENGLISH, KNOWN))
    return []


def openable(page: Page) -> Iterator[Locator]:
    """The first of each kind that can be opened and is in sight: the others of a kind are made alike."""
    for kind in OPENED:
        found = next((each for each in page.locator(kind).all() if each.is_visible() and each.is_enabled()), None)
        if found:
            yield found


def opened(page: Page, each: Locator) -> list[str]:
    """The English of what opens by a click; it is closed again."""
    each.click()
    heard = said(page)
    page.keyboard.press("Escape")
    page.wait_for_function("() => !document.querySelector('#root[inert], [role=listbox], [role=dialog]')")
    return heard


def test_nothing_is_said_in_english(own: tuple[str, str], browser: Browser) -> None:
    """In what the pages show by themselves and in what opens by a hand; the address stands before what was found."""
    server, report = own
    page = new_page(browser)
    found: list[str] = []
    for address in ADDRESSES:
        page.goto(f"{server}/{address.format(plan=packed(PLAN), report=report)}")
        page.wait_for_selector(".fh-language")
        settled(page)
        page.evaluate("for (const folded of document.querySelectorAll('details')) folded.open = true")
        heard = said(page)
        page.keyboard.press("Escape")  # the message over an address that is no page
        for each in openable(page):
            heard += opened(page, each)
        found += [f"{address}: {each}" for each in dict.fromkeys(heard)]
    page.context.close()

    assert [] == found
