"""Files that mean harm, through the page 导入 in a real Chromium: each has its sentence, none runs, the others come in.

A few here; five hundred by `make stress`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread

import psutil
import pytest
from browser import settled
from damaged import WHOLE
from drafts import HOSTILE
from hostile_files import hostile_files
from own_reports import text_of
from playwright.sync_api import Page

from faheng.intake.intake import Intake
from faheng.reading import scans

COUNT = 500 if WHOLE else 12
GOOD = COUNT // 10 or 1
MEGABYTES = 600
MINUTES = 9


@dataclass
class Watch:
    """The largest memory of each process below this one, looked at ten times a second; kind -> megabytes."""

    most: dict[str, int] = field(default_factory=dict)
    _ended: Event = field(default_factory=Event)

    def __enter__(self) -> Watch:
        self._thread = Thread(target=self._look)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._ended.wait(0.1):
            for each in psutil.Process().children(recursive=True):
                try:
                    kind, size = kind_of(each), each.memory_info().rss >> 20
                except psutil.Error:
                    continue
                self.most[kind] = max(size, self.most.get(kind, 0))


def kind_of(process: psutil.Process) -> str:
    """The server, a worker of it, the one that recognises text, or the browser and whatever else."""
    command = " ".join(process.cmdline())
    if "streamlit run" in command:
        return "server"
    if "multiprocessing" not in command:
        return "other"
    # Text recognition has a bound of its own: its models alone take more than all else.
    return "recogniser" if any("onnxruntime" in each.path for each in process.memory_maps()) else "worker"


@pytest.mark.stress
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_hostile_files_through_the_page(own_dashboard: str, own_store: Path, page: Page, tmp_path: Path) -> None:
    """Each that is not read says why in one sentence; the good ones among them are all there; memory has a bound."""
    paths = []
    for number, (name, data) in enumerate(hostile_files(COUNT, 20_260)):
        paths.append(tmp_path / "files" / name)
        paths[-1].parent.mkdir(exist_ok=True)
        paths[-1].write_bytes(data)
        if number < GOOD:
            paths.append(tmp_path / "files" / f"good-{number}.txt")
            paths[-1].write_text(text_of("511781", 2010 + number % 12, seed=number), encoding="utf-8")
    page.set_default_timeout(MINUTES * 60_000)
    page.goto(f"{own_dashboard}/intake")
    settled(page)
    with Watch() as watch:
        page.locator(".st-key-fh-intake-files input[type=file]").set_input_files(paths)
        page.locator(".st-key-fh-intake-start button:not([disabled])").click()
        page.locator(".st-key-fh-intake-cancel button").wait_for()
        page.locator(".st-key-fh-intake-cancel button").wait_for(state="detached")
        settled(page)
    print(f"{len(paths)} files; largest in MB: {watch.most}")

    intake = Intake.open(own_store)
    taken = {each.document.name for each in intake.state().reports.values() if each.document}
    intake.ledger.close()
    rows = page.locator("table").filter(has_text="未读取的原因和办法").locator("tbody tr").all_inner_texts()
    told = dict(row.strip().split("\t", 1) for row in rows)
    assert {f"good-{number}.txt" for number in range(GOOD)} <= taken
    assert {} == {name: said for name, said in told.items() if not re.fullmatch(r"[^\n]+。", said.strip())}
    archives = (".zip", ".mht", ".eml", ".docx", ".doc")
    # The same bytes under another name are counted once, and have no line of their own.
    first = {each.read_bytes(): each.name for each in reversed(paths)}
    unsaid = [each.name for each in paths if not {each.name, first[each.read_bytes()]} & {*told, *taken}]
    assert [] == [name for name in unsaid if not name.endswith(archives)]
    assert max(watch.most["server"], watch.most.get("worker", 0)) <= MEGABYTES
    assert watch.most.get("recogniser", 0) <= scans.USUAL_MEGABYTES


def test_no_script_of_a_report_runs(own_dashboard: str, page: Page) -> None:
    """In its text, its title, the name of its file, its publisher, and what is typed as its place."""
    page.set_default_timeout(60_000)
    lines = text_of("511781", 2023).splitlines()
    text = "\n".join([f"{lines[0]}{HOSTILE}", f"{HOSTILE}{lines[1]}{HOSTILE}", *lines[2:], HOSTILE])
    name = f"{HOSTILE.replace('/', '')}.txt"
    page.goto(f"{own_dashboard}/intake")
    settled(page)
    payload = {"name": name, "mimeType": "text/plain", "buffer": text.encode()}
    page.locator(".st-key-fh-intake-files input[type=file]").set_input_files([payload])
    page.locator(".st-key-fh-intake-start button:not([disabled])").click()
    page.get_by_text("导入 1 份报告").first.wait_for()
    report = page.locator("a[href*='report=']").first.get_attribute("href")
    assert report

    page.goto(f"{own_dashboard}/intake?{report.partition('?')[2]}")
    settled(page)
    for field_name in ("title", "publisher"):
        typed = page.locator(f"[class*=st-key-fh-settle-{field_name}] input")
        typed.fill(HOSTILE)
        typed.press("Tab")
        settled(page)
    page.locator(".st-key-fh-settle-save button").click()
    settled(page)
    for address in (f"intake?{report.partition('?')[2]}", "review", "publish"):
        page.goto(f"{own_dashboard}/{address}")
        settled(page)
        assert "run" != page.title()
        assert 0 == page.locator("img[src='x'], script:text('document.title')").count()
    page.get_by_role("button", name="查看将有哪些变化").click()
    page.locator(".st-key-fh-publish-do button").click(timeout=120_000)
    page.get_by_text("第 2 版已发布。").wait_for(timeout=120_000)
    for address in ("overview", "evidence?q=script", "compare?place=511781&show=court_appearance_rate&years=2023"):
        page.goto(f"{own_dashboard}/{address}")
        settled(page)
        assert "run" != page.title()
        assert 0 == page.locator("img[src='x']").count()
