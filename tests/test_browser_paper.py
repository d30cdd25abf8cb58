"""The profile of a place on paper: one or two sheets of A4, as the browser prints them."""

from __future__ import annotations

import pypdfium2
import pytest
from browser import settled
from playwright.sync_api import Page


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("place", ["630102", "511781"])
def test_a_profile_stands_on_two_sheets(dashboard: str, page: Page, place: str, language: str) -> None:
    """Of the shipped places with most indicators (38 and 32), with the last of them on the second sheet."""
    page.goto(f"{dashboard}/profile?place={place}&lang={language}")
    page.wait_for_selector(".fh-profile")
    settled(page)
    lines = page.locator(".fh-states tbody tr:not(.fh-chapter) th").all_inner_texts()
    with pypdfium2.PdfDocument(page.pdf(format="A4")) as printed:
        words = ["".join(sheet.get_textpage().get_text_range().split()) for sheet in printed]

    assert len(lines) >= 30
    assert 2 == len(words)
    assert lines[-1].replace(" ", "")[:12] in words[1]
