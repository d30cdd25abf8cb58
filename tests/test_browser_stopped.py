"""What a reader sees when the server stops: Streamlit's own dialog, in the reader's language and in our words."""

from __future__ import annotations

import re
from pathlib import Path

from browser import chromium_path, new_page, settled
from playwright.sync_api import Browser, Page, expect
from served import serving

LATIN = re.compile("[A-Za-z]{3,}")


def dialog(page: Page, title: str) -> str:
    """What the dialog says and is called aloud, once its title is in the reader's language."""
    shown = page.locator('[role="dialog"]')
    expect(shown.locator("h2")).to_have_text(title, timeout=40_000)
    labels = shown.evaluate("each => [...each.querySelectorAll('[aria-label]')].map(it => it.ariaLabel).join(' ')")
    return f"{shown.inner_text()} {labels}"


def test_a_stopped_server_is_told_in_the_readers_language(store_folder: Path, tmp_path: Path, browser: Browser) -> None:
    chromium_path()
    with serving(store_folder, tmp_path / "log") as served:
        pages = [new_page(browser, locale=locale) for locale in ("zh-CN", "zh-CN", "en-GB")]
        for page, host in zip(pages, ("127.0.0.1", "localhost", "localhost"), strict=True):
            page.goto(f"http://{host}:{served.port}/methods")
            settled(page)
        served.process.terminate()
        served.process.wait(timeout=20)
        away, here, english = (
            dialog(page, title) for page, title in zip(pages, ("连接中断", "连接中断", "Connection error"), strict=True)
        )
        for page in pages:
            page.context.close()

    assert "服务没有应答" in away
    assert [] == LATIN.findall(away)
    assert "请在终端重新启动" in here
    assert ["faheng", "serve"] == LATIN.findall(here)
    assert "Start it again in a terminal" in english
    assert "faheng serve" in english
    assert "Streamlit" not in english
    assert "yourscript" not in english
