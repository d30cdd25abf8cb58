"""A reader's walk in a real Chromium: clicks, addresses, downloads, dark, phone; skipped where there is no Chromium."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from browser import (
    PHONE,
    ROOT,
    choose,
    chromium_path,
    click_mark,
    new_page,
    requests_elsewhere,
    serve,
    settled,
)
from playwright.sync_api import Browser, Page

from faheng.views.pages import PAGES as ENTRIES
from faheng.words.catalogue import words

PAGES = ("", "compare", "trends", "checks", "evidence", "briefing", "methods")
YANTIAN = [220, 189, 198, 126, 140, 97, 131, 89, 99, 107, 102]
# The traces of the first chart, but for the line of the peers behind them.
TRACE = "document.querySelector('.js-plotly-plot')?.data?.filter((trace) => trace.name !== 'peers')"


def faults(page: Page) -> list[str]:
    """A list that fills with errors of the page, its console and its files; call before the first goto.

    Under a page's own path Streamlit looks for its server in vain first, which is no fault.
    """
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on(
        "console", lambda line: line.type == "error" and "Failed to load" not in line.text and found.append(line.text)
    )
    page.on("response", lambda got: got.status >= 400 and "/_stcore/" not in got.url and found.append(got.url))
    return found


def show(page: Page, address: str) -> Page:
    """Go there and wait until the page has drawn itself."""
    page.goto(address)
    page.wait_for_selector(".fh-language")
    return settled(page)


def wait_for_values(page: Page, expected: list[float], axis: str = "x") -> None:
    """Until the first chart shows exactly these, gaps left out: along y in their order, along x in any."""
    script = f"""([axis, wanted]) => {{
        const shown = Array.from({TRACE}?.[0]?.[axis] ?? []).filter((value) => value !== null);
        if (axis === "x") for (const list of [shown, wanted]) list.sort((a, b) => a - b);
        return JSON.stringify(shown) === JSON.stringify(wanted);
    }}"""
    page.wait_for_function(script, arg=[axis, expected])


def address_of(page: Page) -> dict[str, str]:
    """The parameters of the address."""
    return {name: value[0] for name, value in parse_qs(urlsplit(page.url).query).items()}


def wait_for_address(page: Page, **expected: str) -> None:
    """Until the address has exactly these parameters: it is written at the end of a run, after the chart is drawn."""
    page.wait_for_url(lambda url: expected == {name: value[0] for name, value in parse_qs(urlsplit(url).query).items()})


def go_to(page: Page, title: str) -> None:
    """Follow a link of the navigation line."""
    page.locator('a[data-testid="stTopNavLink"]', has_text=title).first.click()
    settled(page)


def test_a_walk(dashboard: str, page: Page) -> None:
    """Choose a place, compare, only comparable, a mark's evidence, Back, trends, the copied link, English."""
    elsewhere, wrong = requests_elsewhere(page), faults(page)
    beside = {"with": "210100.630102.440308.440311.511781.150525206"}
    show(page, f"{dashboard}/?with={beside['with']}")
    assert "为例" in page.locator(".fh-note").first.inner_text()
    choose(page, "fh-place", "开原市")
    page.wait_for_function("() => document.querySelector('.fh-figure')?.innerText.startsWith('99%')")

    go_to(page, "对比")
    wait_for_values(page, [99, 98.3, 72.7, 100])
    wait_for_address(page, place="211282", **beside)

    choose(page, "fh-show-one", "政务服务网办率")
    wait_for_values(page, [100, 100, 93.8, 85, 99])
    page.get_by_text("只看可比").click()
    wait_for_values(page, [100])
    wait_for_address(page, place="211282", show="online_handling_rate", comparable="1", **beside)

    look_at_evidence_and_come_back(page)
    assert ([], []) == (elsewhere, wrong)


def look_at_evidence_and_come_back(page: Page) -> None:
    """Click the first mark, read its phrase, go back to the same chart, and forward again."""
    chart = page.url
    click_mark(page, trace=0, point=0)
    phrase = page.wait_for_selector(".fh-phrase mark")
    assert phrase.inner_text().startswith("100")
    assert "obs" in address_of(page)
    page.go_back()
    wait_for_values(page, [100])
    assert chart == page.url
    page.go_forward()
    page.wait_for_selector(".fh-phrase mark")


def test_trends_reload_and_english(dashboard: str, browser: Browser, page: Page) -> None:
    """盐田's eleven years; the copied address shows another reader the same; English changes the words alone."""
    address = f"{dashboard}/trends?place=440308&show=congress_proposals"
    show(page, address)
    wait_for_values(page, YANTIAN, "y")
    wait_for_values(page, list(range(2014, 2025)), "x")

    other = new_page(browser)
    show(other, page.url)
    wait_for_values(other, YANTIAN, "y")
    other.context.close()

    page.get_by_text("English", exact=True).click()
    page.wait_for_function(f"() => {TRACE}?.[0].name === 'Yantian'")
    wait_for_values(page, YANTIAN, "y")
    assert "en" == address_of(page)["lang"] == page.evaluate("document.documentElement.lang")
    titles = page.locator('a[data-testid="stTopNavLink"]').all_inner_texts()
    assert [entry.title(words("en")) for entry in ENTRIES] == [title.strip() for title in titles]
    page.locator(".fh-chart-title", has_text="People's-congress proposals").wait_for()


def test_the_language_of_the_browser(dashboard: str, browser: Browser) -> None:
    """An English browser is met in English, and its Chinese choice stays through a change of page."""
    english = new_page(browser, locale="en-GB")
    show(english, f"{dashboard}/?place=211282")
    assert "Court-appearance rate" in english.locator(".fh-cards").inner_text()

    english.get_by_text("中文", exact=True).click()
    english.wait_for_function("() => document.querySelector('.fh-cards')?.innerText.includes('出庭应诉率')")
    go_to(english, "趋势")
    assert {"place": "211282", "lang": "zh"} == address_of(english)
    english.context.close()


def test_filters_survive_and_go_back(dashboard: str, page: Page) -> None:
    """Our place, those beside it and the switch go along to every page; Back leads to the page before."""
    show(page, f"{dashboard}/compare?place=630102&with=210100.211282&years=2020&comparable=1")
    for title, name in (("趋势", "trends"), ("溯源", "evidence"), ("说明", "methods"), ("总览", "")):
        go_to(page, title)
        page.wait_for_url(f"{dashboard}/{name}?*")
        assert {"place": "630102", "with": "210100.211282", "years": "2020", "comparable": "1"} == address_of(page)
    page.go_back()
    page.wait_for_url(f"{dashboard}/methods?*")
    page.wait_for_function("() => document.querySelector('h1')?.innerText === '说明'")


def download(page: Page, click: str) -> tuple[str, bytes]:
    """File name and content of what a click on this label downloads."""
    with page.expect_download() as waiting:
        page.get_by_text(click, exact=True).first.click()
    return waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes()


def test_downloads(dashboard: str, page: Page) -> None:
    """The table with what the chart shows, for Excel; the figure as a picture and as a drawing with its title."""
    show(page, f"{dashboard}/trends?place=440308&show=congress_proposals")
    wait_for_values(page, YANTIAN, "y")

    name, content = download(page, "数据表（CSV）")
    assert name.endswith(".csv")
    assert content.startswith(b"\xef\xbb\xbf")
    lines = content.decode("utf-8-sig").splitlines()
    assert YANTIAN == [int(re.search(r"(\d+) 件", line)[1]) for line in lines[1:]]

    name, content = download(page, "图片（PNG）")
    assert (True, b"\x89PNG") == (name.endswith(".png"), content[:4])
    assert len(content) > 20_000

    name, content = download(page, "矢量图（SVG）")
    assert name.endswith(".svg")
    assert "人大代表建议" in content.decode("utf-8")


def test_a_phone_scrolls_one_way(dashboard: str, browser: Browser) -> None:
    """At 390 px nothing is wider than the screen, on any page; English words are the longer ones."""
    phone = new_page(browser, PHONE)
    wrong = faults(phone)
    wide = []
    for name, language in [("", "zh"), *((name, "en") for name in PAGES)]:
        show(phone, f"{dashboard}/{name}?place=211282&lang={language}")
        width = phone.evaluate(
            "() => Math.max(document.documentElement.scrollWidth,"
            " document.querySelector('[data-testid=stMain]').scrollWidth)"
        )
        if width > PHONE["width"]:
            wide.append((name, language, width))
    phone.context.close()

    assert ([], []) == (wide, wrong)


CONTRASTS = (ROOT / "tests/contrast.js").read_text("utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read(dashboard: str, browser: Browser, scheme: str) -> None:
    """Every text, also in charts, stands out 4.5 to 1 from what is behind it, in the light and in the dark."""
    reader = new_page(browser, scheme=scheme)
    for name in ("", "compare", "trends", "evidence"):
        show(reader, f"{dashboard}/{name}?place=211282")
        background = reader.evaluate("getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor")
        faint = [one for one in reader.evaluate(CONTRASTS) if one["ratio"] < 4.45]

        assert (name, []) == (name, faint)
        assert (scheme == "dark") == (sum(map(int, re.findall(r"\d+", background)[:3])) < 200)
    reader.context.close()


# ---- a server of its own


@contextmanager
def served(store: Path, log: Path) -> Iterator[str]:
    """A new server; gives its address."""
    serving = serve(store, log)
    try:
        yield next(serving)
    finally:
        serving.close()


def test_a_deep_link_is_the_first_request(store_folder: Path, tmp_path: Path, page: Page) -> None:
    """A new server that has never run app.py shows a copied link; Streamlit would run the page's file alone."""
    wrong = faults(page)
    with served(store_folder, tmp_path / "server.log") as address:
        page.goto(f"{address}/trends?place=440308&show=congress_proposals")
        wait_for_values(page, YANTIAN, "y")
        assert {"place": "440308", "show": "congress_proposals"} == address_of(page)
        assert 1 == page.locator('a[data-testid="stTopNavLink"]', has_text="趋势").count()
        assert [] == wrong
    assert "Traceback" not in (tmp_path / "server.log").read_text("utf-8")


def test_a_new_snapshot_is_shown_after_the_next_action(tmp_path: Path, page: Page) -> None:
    """A store that appears, and then changes, while a page is open: no restart, no reload of the server."""
    chromium_path()
    store = tmp_path / "store"
    with served(store, tmp_path / "server.log") as address:
        page.goto(f"{address}/methods")
        page.get_by_text("尚无数据").wait_for()
        build(store)
        page.reload()
        page.get_by_text("数据第 1 版").wait_for()
        build(store)
        go_to(page, "总览")
        go_to(page, "说明")
        page.get_by_text("数据第 2 版").wait_for()


def build(store: Path) -> None:
    """Publish the next snapshot, as an office does it: by another process."""
    command = [sys.executable, "-m", "faheng.cli", "build"]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "FAHENG_STORE": str(store)}, check=True, capture_output=True)  # noqa: S603
