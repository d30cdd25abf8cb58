"""Signing in and out by OpenID Connect in a real Chromium, and what an editor's own click does in another's session."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import chromium_path, settled
from own_reports import text_of
from playwright.sync_api import Page, expect
from signing import Office, office_of
from streamlit.proto.BackMsg_pb2 import BackMsg

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture
def office(shipped_folder: Path, tmp_path: Path) -> Iterator[Office]:
    chromium_path()
    with office_of(shipped_folder, tmp_path) as opened:
        yield opened


def sign_in(office: Office, page: Page, path: str, subject: str) -> None:
    """By the page's button, as this person at the provider, and back."""
    page.goto(f"{office.origin}/{path}")
    page.get_by_role("button", name="登录").click()
    page.locator("input[name=sub]").fill(subject)
    page.locator("button[type=submit], input[type=submit]").first.click()
    page.wait_for_url(f"{office.origin}/{path}*")
    settled(page)


def documents(office: Office) -> int:
    return len([each for each in (office.store / "documents").rglob("*") if each.is_file()])


def test_the_way_of_an_editor_in_and_out(office: Office, page: Page) -> None:
    """In by a role from the claim; what the browser sent is sent again by a reader; the role goes; out again."""
    page.set_default_timeout(30_000)
    sent: list[bytes] = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda told: sent.append(bytes(told))))
    sign_in(office, page, "intake", "u-editor")
    expect(page.get_by_text("李四（编辑）")).to_be_visible()

    payload = {"name": "a.txt", "mimeType": "text/plain", "buffer": text_of("630102", 2019).encode()}
    page.locator(".st-key-fh-intake-files input[type=file]").set_input_files(payload)
    page.locator(".st-key-fh-intake-start button:not([disabled])").click()
    page.get_by_text("导入 1 份报告").first.wait_for()
    assert 1 == documents(office)
    (click,) = [each for each in sent if has_trigger(each)]
    for subject in ("", "u-viewer"):
        with office.session(subject, "intake") as session:
            assert "fh-intake-files" not in session.send(click)
    assert 1 == documents(office)

    page.goto(f"{office.origin}/publish")
    expect(page.get_by_text("李四：此项操作需要“发布者”角色", exact=False)).to_be_visible()
    assert 0 == page.locator(".st-key-fh-publish-preview").count()
    page.goto(f"{office.origin}/intake")
    settled(page)
    page.get_by_role("button", name="服务器上的文件夹").click()
    page.locator(".st-key-fh-intake-start-folder").wait_for()
    office.may("u-editor viewer")
    page.locator(".st-key-fh-intake-start-folder button").click()
    expect(page.get_by_text("李四：此项操作需要“编辑”角色", exact=False)).to_be_visible()
    assert "李四 (viewer) may not import a folder of the server: editor needed" in office.refusals()

    page.get_by_role("button", name="退出").click()
    page.locator("form").wait_for()
    page.locator("button[type=submit], input[type=submit]").first.click()
    page.wait_for_url(f"{office.origin}/**")
    page.goto(f"{office.origin}/intake")
    page.get_by_role("button", name="登录").wait_for()
    assert "_streamlit_user" not in {each["name"] for each in page.context.cookies()}


def has_trigger(told: bytes) -> bool:
    """Whether a message says that the button of the import was clicked."""
    states = BackMsg.FromString(told).rerun_script.widget_states.widgets
    return any(each.trigger_value and each.id.endswith("-fh-intake-start") for each in states)
