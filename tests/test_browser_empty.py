"""Nothing to show, in a running dashboard: a sentence, the choosers beside it, and never Streamlit's red box."""

from __future__ import annotations

import pytest
from browser import settled
from playwright.sync_api import Page, expect

RED_BOX = '[data-testid="stException"]'


@pytest.mark.parametrize(
    ("address", "chooser"),
    [
        ("checks?place=110000", "fh-severity"),
        ("checks?place=440308&severity=contradiction&check=growth", "fh-check"),
        ("compare?place=110000&with=150525-tuchengzi&show=penalties", "fh-show-one"),
        ("compare?place=440308&show=court_appearance_rate&comparable=1", "fh-show-one"),
        ("trends?place=110000&show=penalties", "fh-show-many"),
        ("?place=110000&comparable=1&years=2012", "fh-show-many"),
        ("evidence?q=zzzz&obs=zzzz", "fh-evidence-search"),
        ("briefing?place=110000", "fh-briefing-open"),
    ],
)
def test_an_empty_page_keeps_its_choosers(dashboard: str, page: Page, address: str, chooser: str) -> None:
    page.set_default_timeout(40_000)
    page.goto(f"{dashboard}/{address}")
    page.locator(f".st-key-{chooser}").wait_for()
    settled(page)

    assert 0 == page.locator(RED_BOX).count()
    expect(page.locator(f".st-key-{chooser}")).to_be_visible()


def test_a_search_that_finds_nothing_can_be_followed_by_another(dashboard: str, page: Page) -> None:
    """zzzz, then an indicator: the chart follows."""
    page.set_default_timeout(40_000)
    page.goto(f"{dashboard}/compare?place=211282&show=court_appearance_rate")
    field = page.locator(".st-key-fh-search input")
    field.fill("zzzz")
    field.press("Enter")
    page.get_by_text("没有相符的指标").wait_for()
    assert 0 == page.locator(RED_BOX).count()

    field.fill("网办")
    field.press("Enter")
    page.locator(".fh-actions a", has_text="政务服务网办率").first.click()
    page.locator(".fh-chart-title", has_text="政务服务网办率").wait_for()
    assert 0 == page.locator(RED_BOX).count()
