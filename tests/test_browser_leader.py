"""Eleven questions of a leader, each answered on the first screen or one click away; how long each takes is printed.

A click is one on a link or a mark; what is read then stands on the page without scrolling sideways.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from browser import chromium_path, serve, settled
from intakes import one
from own_reports import text_file
from playwright.sync_api import Page, expect

from faheng.intake.intake import Intake
from faheng.intake.publish import publish

OURS = "440308"  # 盐田: eleven years of reports, some figures alone in their kind
BESIDE_A_PROVINCE = "630102"  # 城东: its province publishes a value
SILENT = "211282"  # 开原: its report leaves out much that 城东 states
CONTRADICTED = "511781"  # 万源: a contradiction stands against it


@contextmanager
def asked(question: str) -> Iterator[None]:
    """Prints how long the answer took, from the address to what is read."""
    begun = time.monotonic()
    yield
    print(f"{question}: {time.monotonic() - begun:.1f} s")


@pytest.fixture
def first(page: Page) -> Page:
    """The page of a leader who has opened no address yet."""
    page.set_default_timeout(40_000)
    return page


def overview(page: Page, dashboard: str, place: str = OURS) -> None:
    page.goto(f"{dashboard}/?place={place}")
    page.wait_for_selector(".fh-cards")


def follow(page: Page, title: str) -> None:
    """One click on the navigation line."""
    page.locator('a[data-testid="stTopNavLink"]', has_text=title).first.click()


def test_which_of_our_figures_fell(dashboard: str, first: Page) -> None:
    """一地一档: the column of the change says which are fewer, by how much."""
    with asked("哪些数下降了"):
        overview(first, dashboard)
        follow(first, "一地一档")
        fell = first.locator(".fh-states tr", has_text="减少")
        expect(fell.first).to_be_visible()
    assert "人大代表建议" in fell.first.inner_text()
    assert "比上年减少 5 件" in fell.first.inner_text()


def test_who_is_best_and_why_is_it_not_us(dashboard: str, first: Page) -> None:
    """The sentence of the last quarter leads to the chart: its first place, our rank and the gap."""
    with asked("同级谁最好，为何不是我们"):
        overview(first, dashboard)
        first.locator(".fh-opening a", has_text="新增市场主体").first.click()
        lead = first.locator(".fh-lead").first
        expect(lead).to_contain_text("中列第")
        best = first.locator(".fh-plain tbody tr", has_text="第 1").first
        expect(best).to_be_attached()
    assert "比" in lead.inner_text()
    assert "少" in lead.inner_text()


def test_what_may_not_be_shown(dashboard: str, first: Page) -> None:
    """The reasons under the table of the overview, one click open."""
    with asked("哪些数不能拿出去比"):
        overview(first, dashboard)
        first.locator(".fh-reasons summary", has_text="不能直接比较").first.click()
        reason = first.locator(".fh-reasons li", has_text="盐田").first
        expect(reason).to_be_visible()
    assert "不" in reason.inner_text()


def test_what_must_be_verified_before_the_meeting(dashboard: str, first: Page) -> None:
    """On the first screen, with the arithmetic."""
    with asked("会前须核实什么"):
        overview(first, dashboard)
        told = first.locator(".fh-opening li", has_text="须核实")
        expect(told).to_be_in_viewport()
    assert "4,658" in told.inner_text()


def test_where_we_stand_in_the_province(dashboard: str, first: Page) -> None:
    """On the card: how far we are from the value that the province publishes; and one choice away among its places."""
    with asked("在全省什么位置"):
        overview(first, dashboard, BESIDE_A_PROVINCE)
        against = first.locator(".fh-card .fh-reference", has_text="青海").first
        expect(against).to_be_in_viewport()
    assert "85.59%" in against.inner_text()


def test_which_figures_contradict(dashboard: str, first: Page) -> None:
    """质检: the number of contradictions, and each with its arithmetic drawn."""
    with asked("哪些数自相矛盾"):
        overview(first, dashboard, CONTRADICTED)
        follow(first, "质检")
        found = first.locator(".fh-found.fh-contradiction").first
        expect(found).to_be_in_viewport()
    assert "1,749 ÷ 1,805" in found.inner_text()


def test_what_peers_state_that_we_do_not(dashboard: str, first: Page) -> None:
    """两地对照: a value there where ours says 未披露."""
    with asked("别人写了我们没写什么"):
        overview(first, dashboard, f"{SILENT}&with={BESIDE_A_PROVINCE}")
        follow(first, "两地对照")
        missing = first.locator(".fh-pair tr", has=first.locator("td:nth-child(2)", has_text="未披露"))
        theirs = missing.locator("td:nth-child(3) a").first
        expect(theirs).to_be_visible()
    assert theirs.inner_text()


def test_our_longest_trend(dashboard: str, first: Page) -> None:
    """趋势 opens on it."""
    with asked("我们最长的趋势"):
        overview(first, dashboard)
        follow(first, "趋势")
        first.wait_for_function(
            "() => document.querySelector('.js-plotly-plot')?.data?.some((trace) => trace.x?.length >= 11)"
        )
        expect(first.locator(".fh-lead").first).to_be_in_viewport()
    assert "人大代表建议" in first.locator(".fh-chart-title").first.inner_text()


def test_the_sentence_behind_a_figure(dashboard: str, first: Page) -> None:
    """One click on a card, and the phrase stands with its number marked."""
    with asked("这个数是哪句话"):
        overview(first, dashboard)
        first.locator(".fh-card a", has_text="溯源").first.click()
        mark = first.locator(".fh-phrase mark").first
        expect(mark).to_be_in_viewport()
    assert mark.inner_text().startswith("100")


def test_among_the_places_of_the_province(dashboard: str, first: Page) -> None:
    """对比 with one province chosen sets our place among its places alone."""
    with asked("在本省各地中怎么样"):
        first.goto(f"{dashboard}/compare?place={OURS}&show=proposals_satisfaction_rate")
        first.wait_for_selector(".fh-lead")
        settled(first)
        first.locator(".st-key-fh-province input").fill("广东")
        first.get_by_role("option", name=re.compile("^广东")).first.click()
        settled(first)
        expect(first.locator(".fh-lead").first).to_contain_text("盐田")
    places = first.locator(".fh-plain tbody tr td:first-child").all_inner_texts()
    assert "盐田" in places
    assert not {"云南", "城东", "开原"} & set(places)


def test_what_the_last_version_changed(own_store: Path, tmp_path: Path, first: Page) -> None:
    """A list on the overview, what is ours first; a click leads to our place."""
    chromium_path()
    intake = Intake.open(own_store)
    for place in (CONTRADICTED, SILENT):
        one(intake, text_file(tmp_path, place, 2021))
    intake.ledger.close()
    publish(own_store, "李四")
    for served in serve(own_store, tmp_path / "server.log"):
        with asked("上一版以来变了什么"):
            overview(first, served, SILENT)
            news = first.locator(".fh-news a")
            expect(news.first).to_have_text("新增开原市2021年报告")
            news.first.click()
            expect(first.locator(".fh-states").first).to_be_visible()
        assert "开原" in first.locator("h1").first.inner_text()
