"""A printed page: what is read stays, what is operated goes. As the browser lays it out for paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser import settled
from intakes import one
from playwright.sync_api import Page, expect

from faheng.briefing.plan import BriefingPlan, PlannedView
from faheng.briefing.plan_text import packed
from faheng.intake.intake import Intake

PLAN = BriefingPlan(
    "季度简报",
    views=(
        PlannedView("compare", {"place": "630102", "show": "court_appearance_rate"}, message="城东低于全省。"),
        PlannedView("trends", {"place": "440308", "show": "congress_proposals"}, title="十一年的人大建议"),
        PlannedView("checks", {"place": "630102"}),
    ),
)


def on_paper(page: Page, address: str, shown: str) -> None:
    """The page as a printer gets it."""
    page.set_default_timeout(40_000)
    page.goto(address)
    page.wait_for_selector(shown, state="attached")
    settled(page)
    page.emulate_media(media="print")


def test_the_printed_briefing_has_its_views(dashboard: str, page: Page) -> None:
    """Each with the title and the message that stand in the files; no field, button or frame around them."""
    on_paper(page, f"{dashboard}/briefing?briefing={packed(PLAN)}", ".fh-on-paper")
    items = page.locator(".fh-on-paper li")

    expect(items).to_have_count(3)
    for item, said in zip(items.all(), ("城东低于全省。", "十一年的人大建议", "报告数字核对情况"), strict=True):
        expect(item).to_be_visible()
        assert said in item.inner_text()
    for operated in (".stTextInput", ".stFileUploader", ".stButton", ".stDownloadButton", ".stSelectbox"):
        assert [] == [each for each in page.locator(operated).all() if each.is_visible()]


def test_a_printed_doubt_says_what_was_read(own_dashboard: str, own_store: Path, page: Page, tmp_path: Path) -> None:
    """The phrase, the indicator and the value; no field, and nothing that opens."""
    path = tmp_path / "damaged.txt"
    path.write_text("万源市2023年法治政府建设年度报告\n一、工作\n受理行政复议案件20222023185件。\n", encoding="utf-8")
    intake = Intake.open(own_store)
    one(intake, path)
    intake.ledger.close()
    on_paper(page, f"{own_dashboard}/review", ".fh-passage mark")

    expect(page.locator(".fh-passage")).to_be_visible()
    expect(page.locator(".fh-said.fh-on-paper")).to_have_text("受理行政复议案件：185")
    for operated in (".stTextInput", ".stSelectbox", ".stButton", ".stExpander", ".stPopover"):
        assert [] == [each for each in page.locator(operated).all() if each.is_visible()]


@pytest.mark.parametrize(
    ("address", "read"),
    [
        ("?place=211282", [".fh-cards", ".fh-matrix", ".js-plotly-plot"]),
        ("compare?place=211282", [".fh-lead", ".js-plotly-plot", ".fh-plain"]),
        ("checks?place=511781", [".fh-counts", ".fh-found"]),
        ("methods", [".fh-plain"]),
    ],
)
def test_a_printed_page_has_what_is_read(dashboard: str, page: Page, address: str, read: list[str]) -> None:
    """Its figures, sentences and tables; no chooser."""
    on_paper(page, f"{dashboard}/{address}", read[-1])

    for seen in read:
        expect(page.locator(seen).first).to_be_visible()
    for operated in (".stSelectbox", ".stMultiSelect", ".stCheckbox", ".fh-language", ".stAppHeader"):
        assert [] == [each for each in page.locator(operated).all() if each.is_visible()]
