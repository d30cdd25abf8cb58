"""Behind Debian's nginx with TLS, under a path and in a frame, by the very lines of README."""

# ruff: noqa: S603, S607 (nginx and openssl of the system)
from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import ARGUMENTS, ROOT, chromium_path, free_port, settled
from playwright.sync_api import Browser, Page, Playwright
from served import Served, serving

NAME, PORTAL, ELSEWHERE = "faheng.example.gov.cn", "portal.example.gov.cn", "elsewhere.example.com"
CHART = ".js-plotly-plot .main-svg"
WHOLE = """
user root; daemon off; pid {folder}/pid; error_log {folder}/error.log;
events {{}}
http {{
    access_log off; default_type text/html;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    {ours}
    server {{
        listen {port} ssl; server_name {portal} {elsewhere};
        ssl_certificate {folder}/faheng.pem; ssl_certificate_key {folder}/faheng.key;
        root {folder}/portal;
    }}
}}
"""


@pytest.fixture(scope="module")
def served(shipped_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, int]]:
    """The dashboard as README serves it, and the port of the nginx before it."""
    if not shutil.which("nginx") or not shutil.which("openssl"):
        pytest.skip("no nginx or no openssl: install Debian's packages")
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    arguments = ("--host", NAME, "--path", "/faheng", "--frame", f"https://{PORTAL}:{port}")
    with serving(shipped_folder, folder / "log", *arguments, base="/faheng") as dashboard:
        configure(folder, port, dashboard.port)
        proxy = subprocess.Popen(["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")])
        time.sleep(0.5)
        assert proxy.poll() is None, (folder / "error.log").read_text("utf-8")
        yield dashboard, port
        proxy.terminate()
        proxy.wait(timeout=10)


def configure(folder: Path, port: int, behind: int) -> None:
    """README with our ports and a certificate of our own, and a portal whose page has the dashboard in a frame."""
    ours = re.search(r"```nginx\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert ours
    lines = ours[1].replace("443", str(port)).replace("8501", str(behind)).replace("/etc/ssl", str(folder))
    conf = WHOLE.format(folder=folder, ours=lines, port=port, portal=PORTAL, elsewhere=ELSEWHERE)
    (folder / "nginx.conf").write_text(conf, encoding="utf-8")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={NAME}",
         "-keyout", str(folder / "faheng.key"), "-out", str(folder / "faheng.pem")],
        check=True, capture_output=True,
    )  # fmt: skip
    (folder / "portal").mkdir()
    for name, path in (("index", "compare"), ("briefing", "briefing")):
        frame = f'<!doctype html><iframe src="https://{NAME}:{port}/faheng/{path}" width="1200" height="900"></iframe>'
        (folder / "portal" / f"{name}.html").write_text(frame, encoding="utf-8")


@pytest.fixture(scope="module")
def reader(playwright: Playwright) -> Iterator[Browser]:
    """A browser for which all three names are this machine."""
    names = ",".join(f"MAP {name} 127.0.0.1" for name in (NAME, PORTAL, ELSEWHERE))
    opened = playwright.chromium.launch(
        executable_path=chromium_path(), headless=True, args=[*ARGUMENTS, f"--host-resolver-rules={names}"]
    )
    yield opened
    opened.close()


@pytest.fixture
def page(reader: Browser) -> Iterator[Page]:
    """A page that takes our own certificate."""
    context = reader.new_context(ignore_https_errors=True, locale="zh-CN")
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", ["/faheng/", "/faheng/compare", "/faheng/trends?place=630102"])
def test_every_page_opens_behind_nginx(served: tuple[Served, int], page: Page, path: str) -> None:
    """Over TLS, under the path, by a deep link; its script, its styles and its stream all come through."""
    sockets: list[str] = []
    page.on("websocket", lambda socket: sockets.append(socket.url))

    page.goto(f"https://{NAME}:{served[1]}{path}")
    page.wait_for_selector("h1")
    settled(page)

    assert {f"wss://{NAME}:{served[1]}/faheng/_stcore/stream"} == {each.split("?")[0] for each in sockets}
    assert page.locator("nav a, [data-testid=stTopNavLink]").count() >= 7


def test_a_chart_is_drawn_and_a_choice_changes_it(served: tuple[Served, int], page: Page) -> None:
    page.goto(f"https://{NAME}:{served[1]}/faheng/compare")
    page.wait_for_selector(CHART)
    settled(page)
    page.locator("[data-testid=stTopNavLink]", has_text="趋势").first.click()
    page.wait_for_url(f"https://{NAME}:{served[1]}/faheng/trends*")
    # The chart of the page before may still stand there.
    page.locator("h1", has_text="趋势").wait_for(state="attached")
    settled(page)

    assert "趋势" in page.locator("h1").inner_text()
    assert page.locator(CHART).count() >= 1


def test_the_portal_that_was_named_shows_it_in_a_frame(served: tuple[Served, int], page: Page) -> None:
    page.goto(f"https://{PORTAL}:{served[1]}/")
    inside = page.frame_locator("iframe")
    inside.locator(CHART).first.wait_for()

    assert "对比" in inside.locator("h1").inner_text()


def test_another_site_shows_nothing_in_its_frame(served: tuple[Served, int], page: Page) -> None:
    """The browser refuses, by the policy that the server sends."""
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(f"https://{ELSEWHERE}:{served[1]}/")
    page.wait_for_timeout(1500)

    assert any("frame-ancestors" in each for each in refused)
    assert 0 == page.frame_locator("iframe").locator("[data-testid=stApp]").count()


@pytest.mark.parametrize("framed", [False, True])
def test_a_saved_briefing_is_taken(served: tuple[Served, int], page: Page, framed: bool) -> None:
    """An upload is a request of its own, with a cookie, also from a frame in the portal's page."""
    page.goto(
        f"https://{PORTAL}:{served[1]}/briefing.html" if framed else f"https://{NAME}:{served[1]}/faheng/briefing"
    )
    shown = page.frame_locator("iframe") if framed else page
    shown.locator("h1").first.wait_for()
    page.wait_for_timeout(1500)
    answers: list[int] = []
    page.on("response", lambda answer: "upload_file" in answer.url and answers.append(answer.status))
    shown.locator("input[type=file]").first.set_input_files(
        {"name": "a.json", "mimeType": "application/json", "buffer": b"{}"}
    )
    page.wait_for_timeout(1500)

    assert answers
    assert all(status < 300 for status in answers)
