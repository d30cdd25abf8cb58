"""A served dashboard and a real Chromium for tests; conftest.py makes the fixtures known, one browser for all tests.

The Chromium is Debian's or the one that the environment variable CHROMIUM names; without one the tests skip.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 390, "height": 844}
SCREEN = {"width": 1440, "height": 900}
AT_HOME = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")


def chromium_path() -> str:
    """The Chromium to drive; skips the test where there is none."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not found or not Path(found).exists():
        pytest.skip("no Chromium: install Debian's package chromium, or name one in the variable CHROMIUM")
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def serve(store: Path, log: Path, app: Path = ROOT / "app.py") -> Iterator[str]:
    """Serve the app on a free port until the caller is done; gives its address without a final slash."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(port)]
    with log.open("wb") as output:
        server = subprocess.Popen(  # noqa: S603  # our own command
            command, cwd=ROOT, env={**os.environ, "FAHENG_STORE": str(store)}, stdout=output, stderr=output
        )
        try:
            wait_until_up(address, server, log)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=10)


def wait_until_up(address: str, server: subprocess.Popen[bytes], log: Path, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and server.poll() is None:
        try:
            urlopen(f"{address}/_stcore/health", timeout=1).close()  # noqa: S310  # our own address
        except (URLError, TimeoutError):
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"the dashboard did not start:\n{log.read_text('utf-8', 'replace')[-2000:]}")


@pytest.fixture(scope="session")
def store_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store built from data/ for this session, apart from the developer's own."""
    folder = tmp_path_factory.mktemp("store")
    command = [sys.executable, "-m", "faheng.cli", "build"]
    built = subprocess.run(  # noqa: S603  # our own command
        command, cwd=ROOT, env={**os.environ, "FAHENG_STORE": str(folder)}, capture_output=True, check=False
    )
    if built.returncode:
        pytest.fail(f"faheng build: {built.stderr.decode('utf-8', 'replace')[-2000:]}")
    return folder


@pytest.fixture
def own_store(store_folder: Path, tmp_path: Path) -> Path:
    """A store of the test's own, with what is shipped: what is published in it is seen nowhere else."""
    return Path(shutil.copytree(store_folder, tmp_path / "store"))


@pytest.fixture
def own_dashboard(own_store: Path, tmp_path: Path) -> Iterator[str]:
    """A server on a store of the test's own."""
    chromium_path()
    yield from serve(own_store, tmp_path / "server.log")


@pytest.fixture(scope="session")
def dashboard(store_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    chromium_path()
    yield from serve(store_folder, tmp_path_factory.mktemp("log") / "server.log")


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The one that all tests share: a thread can hold one at a time."""
    with sync_playwright() as opened:
        yield opened


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    opened = playwright.chromium.launch(executable_path=chromium_path(), headless=True, args=ARGUMENTS)
    yield opened
    opened.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A Chinese reader's page at a desk."""
    opened = new_page(browser)
    yield opened
    opened.context.close()


def new_page(browser: Browser, size: dict[str, int] = SCREEN, *, locale: str = "zh-CN", scheme: str = "light") -> Page:
    context = browser.new_context(
        locale=locale, timezone_id="Asia/Shanghai", viewport=size, color_scheme=scheme, accept_downloads=True
    )
    context.set_default_timeout(10_000)
    return context.new_page()


def settled(page: Page) -> Page:
    """Wait until the script has run and nothing on the page is left from the run before.

    Right after an action the page still calls itself idle; wait for the value you expect where you can.
    """
    page.wait_for_timeout(200)
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    page.wait_for_function("() => !document.querySelector('[data-stale=\"true\"]')")
    return page


def choose(page: Page, key: str, option: str) -> None:
    """Choose an option of a selectbox or multiselect by the key of the widget; a place's says more than its name."""
    field = page.locator(f".st-key-{key} input").first
    field.click()
    field.fill(option)
    page.get_by_role("option", name=re.compile(rf"^{re.escape(option)}(( ·)? .*)?$")).first.click()
    settled(page)


def click_mark(page: Page, trace: int, point: int) -> None:
    """Click a mark of the page's first chart where a reader would, in the middle of it."""
    chart = page.locator(".js-plotly-plot").first
    mark = chart.locator(".trace").nth(trace).locator(".point").nth(point)
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box, f"trace {trace} has no visible mark {point}"
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    # Plotly takes a click on the mark that the pointer hovers over, and hovering is throttled.
    page.mouse.move(x - 2, y)
    page.mouse.move(x, y)
    page.wait_for_selector(".js-plotly-plot.fh-over")
    page.mouse.click(x, y)
    settled(page)


def requests_elsewhere(page: Page) -> list[str]:
    """A list that fills with every request to another host; call before the first goto."""
    elsewhere: list[str] = []
    page.on("request", lambda request: request.url.startswith(AT_HOME) or elsewhere.append(request.url))
    page.on("websocket", lambda socket: socket.url.startswith(AT_HOME) or elsewhere.append(socket.url))
    return elsewhere
