"""Finding a place and an indicator as one types in a real browser: initials, and a name that no list holds."""

from __future__ import annotations

import re

from browser import settled
from playwright.sync_api import Page, expect


def typed(page: Page, key: str, text: str) -> None:
    """Type into the chooser of this key."""
    field = page.locator(f".st-key-{key} input").first
    field.click()
    field.fill(text)


def test_initials_find_a_place_and_an_indicator_in_every_chooser(page: Page, dashboard: str) -> None:
    """ky is 开原, ctys is 出庭应诉: also in a list of few, and among the further indicators."""
    settled_at(page, f"{dashboard}/")
    for key in ("fh-beside", "fh-place"):
        typed(page, key, "ky")
        expect(page.get_by_role("option", name=re.compile("^开原市 · 辽宁铁岭 · "))).to_be_visible()
        expect(page.get_by_role("option", name="查找“ky”")).to_be_visible()
        page.keyboard.press("Escape")
    typed(page, "fh-show-many", "ctys")
    expect(page.get_by_role("option", name=re.compile("^负责人出庭应诉件次"))).to_be_visible()
    page.keyboard.press("Escape")

    settled_at(page, f"{dashboard}/compare")
    typed(page, "fh-show-one", "ctys")
    expect(page.get_by_role("option", name=re.compile("^行政机关负责人出庭应诉率"))).to_be_visible()


def test_a_place_that_no_list_holds_is_chosen_by_its_name(page: Page, dashboard: str) -> None:
    """宣汉县 and Enter: the server knows it, and the page says what to do without a report of it."""
    settled_at(page, f"{dashboard}/")
    typed(page, "fh-place", "宣汉县")
    page.keyboard.press("Enter")
    page.wait_for_url("**place=511722**")
    settled(page)

    note = page.locator(".fh-note").filter(has_text="尚未收录宣汉县的报告")
    expect(note).to_contain_text("现在可先看")
    page.get_by_role("link", name="万源市", exact=True).first.click()
    page.wait_for_url("**place=511781**")


def test_what_may_be_several_places_is_offered_as_links(page: Page, dashboard: str) -> None:
    """和平区 is in Tianjin and in Shenyang: nothing is chosen until the reader does."""
    settled_at(page, f"{dashboard}/?place=211282")
    typed(page, "fh-place", "和平区")
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name=re.compile("^和平区 · 辽宁沈阳"))
    link.wait_for()

    assert "place=211282" in page.url
    link.click()
    page.wait_for_url("**place=210102**")


def settled_at(page: Page, address: str) -> None:
    """Open the address and wait until it stands."""
    page.goto(address)
    page.locator(".st-key-fh-place input").wait_for()
    settled(page)
