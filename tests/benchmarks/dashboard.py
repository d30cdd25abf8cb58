"""What a reader waits for, in a real Chromium: the first chart, and the new chart after a filter has changed."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

from faheng.store.cell_parts import AskedCells
from faheng.store.read import Reader
from faheng.ui.bar import MOST_OPTIONS
from tests.browser import ARGUMENTS, ROOT, SCREEN, chromium_path, free_port, new_page, serve, settled

from . import figures

EMPTY = Path(__file__).with_name("empty_page.py")
CHANGES = 30
STARTS = 5
RATIO = 1.3
COLD_MS = 3000
SIGNS = {
    "chart": "(g => g && JSON.stringify([g.layout.annotations, g.layout.shapes, "
    "g.data.map(d => [d.x, d.y, d.z, d.marker])]))"
    "(document.querySelector('.js-plotly-plot'))",
    "matrix": "document.querySelector('.fh-matrix')?.innerText",
}
# From the click on the option to the first frame in which the watched thing is another one.
WATCH = """sign => {
  const look = new Function("return " + sign);
  const before = look();
  window.fhWaited = null;
  addEventListener("click", (event) => {
    if (!event.target.closest?.("[role=option]")) return;
    const start = performance.now();
    const frame = () => {
      const now = look();
      if (now && now !== before) window.fhWaited = performance.now() - start; else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }, { capture: true, once: true });
}"""


def measure_changes(store: Path, logs: Path) -> None:
    """Each of our changes beside one of the empty page, turn by turn; the ratio is of the medians."""
    with (
        served(store, logs / "ours.log") as ours,
        served(store, logs / "empty.log", EMPTY) as empty,
        chromium() as browser,
    ):
        plain = settled_at(browser, f"{empty}/")
        figures.title(f"Filter change to new content, ours and an empty page in turn (budget {RATIO} times)")
        figures.head()
        for name, path, key, sign, options in _cases(store):
            page = settled_at(browser, ours + path)
            mine, theirs = _in_turn(page, key, sign, options, plain)
            ratio = figures.line(name, mine) / figures.line("  the empty page beside it", theirs)
            figures.single("  ratio", ratio, "times", RATIO)
            page.context.close()


def _cases(store: Path) -> Iterator[tuple[str, str, str, str, list[str]]]:
    """Name, page, widget, what to watch, and what to choose in turn: the page begins with the last."""
    read = Reader(store).snapshot().rows
    stated = read("pages/filters__indicators", language="zh").sort_values("localities", ascending=False)
    indicators, last = list(stated["name"][:6]), stated["id"].iloc[5]
    # Places without the figure would change nothing in the chart.
    offered = {"text": None, "province": None, "level": None, "only_reports": False, "language": "zh"}
    # No other is an option of the chooser: it finds them when their name is entered.
    every = list(read("pages/filters__localities", **offered, limit=MOST_OPTIONS - 1)["code"])
    first = list(read("pages/overview__headlines")["id"][:1])
    cells = Reader(store).snapshot().cells(AskedCells(tuple(every), tuple(first), "zh"))
    held = [each.locality_code for each in cells if each.value is not None]
    places = list(read("pages/filters__named", codes=held, language="zh")["name"])
    yield "compare: another indicator, chart", f"/compare?show={last}", "fh-show-one", "chart", indicators
    yield "compare: another place, chart", f"/compare?place={held[-1]}", "fh-place", "chart", places
    yield "overview: another place, matrix", f"/?place={held[-1]}", "fh-place", "matrix", places


def _in_turn(page: Page, key: str, sign: str, options: list[str], plain: Page) -> tuple[list[float], list[float]]:
    wanted, numbers = cycle(options), cycle(range(11, 30))
    mine, theirs = [], []
    for _ in range(CHANGES):
        mine.append(change(page, key, next(wanted), sign))
        theirs.append(change(plain, "which", f"Option {next(numbers)}", "chart"))
    return mine, theirs


def change(page: Page, key: str, option: str, sign: str) -> float:
    """Milliseconds from the click on the option until the chart or the matrix is another one."""
    field = page.locator(f".st-key-{key} input").first
    field.click()
    field.fill(option)
    # An option says behind its name where there are figures.
    chosen = page.get_by_role("option", name=re.compile(rf"^{re.escape(option)}(( ·)? .*)?$")).first
    chosen.wait_for()
    page.evaluate(WATCH, SIGNS[sign])
    chosen.click()
    page.wait_for_function("window.fhWaited !== null", timeout=10_000)
    settled(page)
    return float(page.evaluate("window.fhWaited"))


def measure_start(store: Path) -> None:
    """From the start of the process to the first chart, in a browser that is open and has nothing cached."""
    ours = ["-m", "faheng.cli", "serve", "--port"]
    empty = ["-m", "streamlit", "run", str(EMPTY), "--server.port"]
    times: dict[str, list[float]] = {"ours": [], "empty": []}
    with chromium() as browser:
        for _ in range(STARTS):
            for name, command in (("ours", ours), ("empty", empty)):
                times[name].append(_first_chart(command, store, browser))
    figures.title("Cold start: process start to first chart drawn, browser open and without cache, in turn")
    figures.head()
    figures.line("faheng serve, overview", times["ours"], budget=COLD_MS)
    figures.line("an empty Streamlit page", times["empty"])


def _first_chart(command: list[str], store: Path, browser: Browser) -> float:
    port = str(free_port())
    page = new_page(browser)
    started = time.perf_counter()
    server = subprocess.Popen(  # noqa: S603  # our own command
        [sys.executable, *command, port], cwd=ROOT, env={**os.environ, "FAHENG_STORE": str(store)},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        _until_up(f"http://127.0.0.1:{port}/_stcore/health")
        page.goto(f"http://127.0.0.1:{port}/")
        page.wait_for_selector(".js-plotly-plot .main-svg, .fh-matrix", timeout=30_000)
        return 1000 * (time.perf_counter() - started)
    finally:
        page.context.close()
        os.killpg(server.pid, 15)
        server.wait(timeout=10)


def _until_up(address: str) -> None:
    for _ in range(1500):
        try:
            urlopen(address, timeout=1).close()  # noqa: S310  # our own address
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.02)
        else:
            return
    raise TimeoutError(f"no server answered at {address} within 30 seconds")


def settled_at(browser: Browser, address: str) -> Page:
    # What is watched is told to the page as text, which our pages' own policy for scripts forbids.
    context = browser.new_context(bypass_csp=True, locale="zh-CN", timezone_id="Asia/Shanghai", viewport=SCREEN)
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector(".js-plotly-plot .main-svg", timeout=30_000)
    return settled(page)


@contextlib.contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), headless=True, args=ARGUMENTS)
        yield browser
        browser.close()


served: Callable[..., contextlib.AbstractContextManager[str]] = contextlib.contextmanager(serve)
