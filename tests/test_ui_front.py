"""The one HTML file of the server, with the line that says where the server is; everything else as it was."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from browser import settled
from playwright.sync_api import Page
from starlette.types import Message, Receive, Scope, Send

from faheng.ui.front import Front

PAGE = b"<html><head><title>a</title></head><body>b</body></html>"


def answered(accept: str, kind: str, *parts: bytes, **headers: str) -> tuple[dict[str, str], bytes, dict[str, str]]:
    """Headers and body that a browser gets of an answer in these parts, and the headers that the app was asked with."""
    asked: dict[str, str] = {}
    got: list[Message] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG001 (as ASGI has it)
        asked.update({name.decode(): value.decode() for name, value in scope["headers"]})
        own = {"content-type": kind, "content-length": str(sum(map(len, parts))), **headers}
        pairs = [(name.replace("_", "-").encode(), value.encode()) for name, value in own.items()]
        await send({"type": "http.response.start", "status": 200, "headers": pairs})
        for place, part in enumerate(parts, 1):
            await send({"type": "http.response.body", "body": part, "more_body": place < len(parts)})

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        got.append(message)

    scope = {"type": "http", "headers": [(b"accept", accept.encode()), (b"accept-encoding", b"gzip")]}
    # In a thread of its own: the browser of other tests keeps a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, Front(app)(scope, receive, send)).result()
    told = {name.decode(): value.decode() for name, value in got[0]["headers"]}
    return told, b"".join(message.get("body", b"") for message in got[1:]), asked


def test_a_page_gets_the_line_in_its_head() -> None:
    """Once, before everything else in it; the length is that of the longer page, and it is asked for unpacked."""
    headers, body, asked = answered("text/html", "text/html; charset=utf-8", PAGE[:20], PAGE[20:])

    assert body.startswith(b"<html><head><script>window.__streamlit={BACKEND_BASE_URL:new URL(")
    assert body.endswith(PAGE[12:])
    assert str(len(body)) == headers["content-length"]
    assert "accept-encoding" not in asked


@pytest.mark.parametrize(
    ("accept", "kind", "headers"),
    [
        ("*/*", "application/json", {}),
        ("*/*", "text/html", {}),
        ("text/html", "text/css", {}),
        ("text/html", "text/html", {"content_encoding": "gzip"}),
    ],
)
def test_anything_else_stays_as_it_is(accept: str, kind: str, headers: dict[str, str]) -> None:
    told, body, _ = answered(accept, kind, PAGE, **headers)

    assert (PAGE, str(len(PAGE))) == (body, told["content-length"])


def test_a_page_without_a_body_stays_without_one() -> None:
    """The answer that a page has not changed."""
    told, body, _ = answered("text/html", "text/html", b"")

    assert (b"", "0") == (body, told["content-length"])


@pytest.fixture
def faults(page: Page) -> list[str]:
    """What the browser notes: errors of the console and answers that are none."""
    noted: list[str] = []
    page.on("console", lambda line: line.type == "error" and noted.append(line.text))
    page.on("response", lambda answer: answer.status >= 400 and noted.append(f"{answer.status} {answer.url}"))
    return noted


@pytest.mark.parametrize("address", ["", "trends?place=440308", "methods", "evidence?q=a", "briefing"])
def test_a_deep_link_leaves_the_console_empty(dashboard: str, page: Page, faults: list[str], address: str) -> None:
    """The script finds its server at once, from every page."""
    page.set_default_timeout(40_000)
    page.goto(f"{dashboard}/{address}")
    page.wait_for_selector(".fh-language")
    settled(page)

    assert [] == faults
