"""A phone: what is read comes before what is chosen, clauses are in sight, nothing lies over anything else."""

from __future__ import annotations

import pytest
from browser import PHONE, SCREEN, new_page, settled
from playwright.sync_api import Browser, Locator, Page, expect

LONGEST_METHODS = 3000


def shown(page: Page, address: str) -> Page:
    page.set_default_timeout(40_000)
    page.goto(address)
    page.wait_for_selector(".fh-language")
    return settled(page)


def box(part: Locator) -> dict[str, float]:
    """Where it stands in the window: x, y, width, height."""
    found = part.bounding_box()
    assert found
    return dict(found)


def test_the_sentence_and_the_chart_come_before_the_choosers(dashboard: str, browser: Browser) -> None:
    """On the first screen; the button of the filters brings the choosers up."""
    page = new_page(browser, PHONE)
    for address, chooser in (("compare?place=440308", "fh-show-one"), ("trends?place=440308", "fh-show-many")):
        shown(page, f"{dashboard}/{address}")
        sentence, chart = page.locator(".fh-lead").first, page.locator(".js-plotly-plot").first
        choosing = page.locator(f".st-key-{chooser}")
        assert box(sentence)["y"] < box(chart)["y"] < PHONE["height"] / 2 < box(choosing)["y"]

        page.locator(".fh-fold").click()
        assert box(choosing)["y"] < box(sentence)["y"]
    page.context.close()


@pytest.mark.parametrize("size", [PHONE, SCREEN], ids=["phone", "desk"])
def test_the_overview_says_what_it_is_and_its_sentences_at_once(
    dashboard: str, browser: Browser, size: dict[str, int]
) -> None:
    """Of a chosen place with long sentences, in both languages: the line above them leaves all of them in sight."""
    page = new_page(browser, size)
    for language, said in (("zh", "法衡把各地政府"), ("en", "Faheng compares")):
        shown(page, f"{dashboard}/?place=630102&lang={language}")
        line, last = page.locator(".fh-note", has_text=said).first, page.locator(".fh-opening li").last
        below = box(last)["y"] + box(last)["height"]
        assert box(line)["y"] < box(page.locator(".fh-opening li").first)["y"] < below < size["height"]
        assert language == "en" or size is PHONE or box(line)["height"] < 24  # one line
    page.context.close()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_hit_shows_its_clause(dashboard: str, browser: Browser, language: str) -> None:
    """Place, value and clause of the first hit stand inside the window, the clause as wide as it."""
    page = shown(new_page(browser, PHONE), f"{dashboard}/evidence?q=%E5%87%BA%E5%BA%AD&lang={language}")
    fields = page.locator(".fh-hits tbody tr").first.locator("td")
    for place in (0, 2, 5):
        at = box(fields.nth(place))
        assert 0 <= at["x"] < at["x"] + at["width"] <= PHONE["width"]
    assert box(fields.nth(5))["width"] > PHONE["width"] * 0.75
    page.context.close()


def test_the_open_menu_has_its_button_free(dashboard: str, browser: Browser) -> None:
    """Nothing of ours lies over the button that closes it, and it closes."""
    page = shown(new_page(browser, PHONE), f"{dashboard}/?place=440308")
    page.locator('[data-testid="stExpandSidebarButton"]').click()
    page.locator('[data-testid="stSidebarNavLink"]').first.wait_for()
    expect(page.locator(".fh-language")).to_be_hidden()
    page.locator('[data-testid="stSidebarCollapseButton"] button').click()
    expect(page.locator(".fh-language")).to_be_visible()
    page.context.close()


@pytest.mark.parametrize("size", [PHONE, SCREEN], ids=["phone", "desk"])
def test_the_methods_fold(dashboard: str, browser: Browser, size: dict[str, int]) -> None:
    """The page is short, its contents name each part, and a link of them opens what folds away."""
    page = shown(new_page(browser, size), f"{dashboard}/methods")
    height = page.locator('[data-testid="stMain"]').evaluate("element => element.scrollHeight")
    assert height < LONGEST_METHODS
    titles = page.locator(":is(.fh-section, section[id]) h2").all_inner_texts()
    assert titles == page.locator(".fh-contents a").all_inner_texts()

    table = page.locator("#indicators .fh-plain")
    expect(table).to_be_hidden()
    page.locator(".fh-contents a", has_text="指标定义").click()
    expect(table).to_be_visible()
    assert box(page.locator("#indicators"))["y"] < size["height"] / 2
    page.context.close()
