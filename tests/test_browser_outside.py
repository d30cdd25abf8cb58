"""Hostile texts in a real browser: what an address holds is shown as it is written, and nothing is fetched for it."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from browser import requests_elsewhere, settled
from playwright.sync_api import Page

# Each is Markdown, GitHub's or Streamlit's own, or HTML; 40 characters are repeated at most.
HOSTILE = [
    "![x](http://ext.invalid/a.png)",
    "[x](http://ext.invalid/)",
    "<http://ext.invalid/a>",
    "http://ext.invalid/a?b=c",
    "www.ext.invalid a@ext.invalid",
    "<img src=http://ext.invalid/a.png>",
    "<a href='javascript:alert(1)'>x</a>",
    "**a** __b__ *c* _d_ ~~e~~ `f`",
    "$x^2$ $$y$$ \\(z\\)",
    ":red[a] :blue-background[b] :small[c]",
    ":smile: :material/home: :streamlit: :+1:",
    "# a",
    "- a",
    "1. a",
    "> a",
    "|a|b|",
    "a -> b <- c -- d >= e",
    "&lt;b&gt; &copy; &#65;",
    "\\*a\\* \\",
    "{x} {{y}} %s",
    "[^1] [x]: http://ext.invalid",
    "```a```",
    "--- *** ___",
    "<b>a</b> <!-- c -->",
]
MARKUP = "img, a, strong, em, del, code, ul, ol, blockquote, table, h1, h2, h3, .katex, hr, [style*=color]"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_of_an_address_is_shown_as_it_is(dashboard: str, page: Page, text: str) -> None:
    """In a warning and in a hint: letter by letter, with no element of its own, and no request."""
    elsewhere = requests_elsewhere(page)
    page.set_default_timeout(40_000)
    page.goto(f"{dashboard}/evidence?obs={quote(text)}&q={quote('没有' + text[:30])}")
    page.locator('[data-testid="stAlert"]').nth(1).wait_for()
    settled(page)

    notices = page.locator('[data-testid="stAlert"] [data-testid="stMarkdownContainer"]')
    said = [each.replace("\u2060", "") for each in notices.all_inner_texts()]
    assert any(f"“{text}”" in each for each in said), said
    assert 0 == notices.locator(MARKUP).count(), notices.first.inner_html()
    assert [] == elsewhere
