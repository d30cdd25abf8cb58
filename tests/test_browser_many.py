"""Many files at once through the page 导入, in a real Chromium: quickly, with a bar that moves, and stopped half-way.

A few here; three hundred reports and five hundred hostile files by `make stress`.
"""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

import pytest
from browser import settled
from damaged import WHOLE
from own_reports import PLACES, text_of
from playwright.sync_api import Page
from report_files import pdf, web_report, word_report, wrapped

from faheng.intake.intake import Intake
from faheng.ledger.ledger import open_ledger
from faheng.store.snapshots import published
from faheng.store.verify import require_readable

REPORTS, SECONDS = (300, 60) if WHOLE else (10, 60)
# Ten are read before a click arrives, so the few are stopped as soon as they can be.
STOPPED_AFTER = 100 if WHOLE else 0
LENGTH = 8000 if WHOLE else 1500
# What a report says beside figures, of which no two say the same.
SAYINGS = (
    "坚持以习近平法治思想为指导,把法治政府建设摆在全局工作的突出位置",
    "严格落实重大行政决策公众参与、专家论证、风险评估、合法性审查和集体讨论决定程序",
    "全面推行行政执法公示、执法全过程记录、重大执法决定法制审核制度",
    "持续深化放管服改革,优化法治化营商环境",
    "健全矛盾纠纷多元化解机制,推动矛盾纠纷就地化解",
)


def long_text(number: int) -> str:
    """A report as long as real ones are, with figures in every third paragraph."""
    chance = Random(number)  # noqa: S311 (figures of a test)
    place, year = [*PLACES][number % len(PLACES)], 2000 + number % 24
    head, _, tail = text_of(place, year, seed=number).partition("二、下一步工作")
    parts = [head.rstrip("\n")]
    while sum(map(len, parts)) < LENGTH:
        figure = f",开展应急演练{chance.randint(2, 90)}场,举办法治讲座{chance.randint(2, 400)}场次"
        parts.append("。".join(chance.sample(SAYINGS, 4)) + (figure if chance.random() < 0.3 else "") + "。")
    return "\n".join([*parts, "二、下一步工作" + tail])


def report_file(folder: Path, number: int) -> Path:
    """The report as text, Word, web page or PDF in turn."""
    text = long_text(number)
    makers = {
        ".txt": text.encode,
        ".docx": lambda: word_report(text),
        ".html": lambda: web_report(text).encode(),
        ".pdf": lambda: pdf([lines[at : at + 45] for lines in [wrapped(text, 46)] for at in range(0, len(lines), 45)]),
    }
    suffix = list(makers)[number % len(makers)]
    path = folder / f"{number:03}-报告{suffix}"
    path.write_bytes(makers[suffix]())
    return path


def dropped(page: Page, address: str, files: list[Path]) -> float:
    """Drop the files on the page and begin; when that was."""
    page.set_default_timeout(600_000)
    page.goto(f"{address}/intake")
    settled(page)
    began = time.monotonic()
    page.locator(".st-key-fh-intake-files input[type=file]").set_input_files(files)
    page.locator(".st-key-fh-intake-start button:not([disabled])").wait_for()
    print(f"{len(files)} files uploaded after {time.monotonic() - began:.1f} s")
    page.locator(".st-key-fh-intake-start button:not([disabled])").click()
    return began


def bar_until(page: Page, said: str) -> list[str]:
    """What the bar says, each time that it says something else, until the page says how it ended."""
    seen: list[str] = []
    while page.get_by_text(said).count() == 0:
        for text in page.locator("[data-testid=stProgress]").all_inner_texts():
            if not seen or text != seen[-1]:
                seen.append(text)
        page.wait_for_timeout(100)
    return seen


@pytest.mark.stress
def test_many_reports_in_a_minute(own_dashboard: str, own_store: Path, page: Page, tmp_path: Path) -> None:
    """All are in the ledger, and the bar has moved many times on the way."""
    (tmp_path / "files").mkdir()
    files = [report_file(tmp_path / "files", number) for number in range(REPORTS)]

    began = dropped(page, own_dashboard, files)
    seen = bar_until(page, f"导入 {REPORTS} 份报告")
    seconds = time.monotonic() - began

    print(f"{REPORTS} reports through the page in {seconds:.1f} s; the bar said {len(seen)} things")
    assert seconds < SECONDS
    assert len(seen) >= min(REPORTS // 10, 20)
    intake = Intake.open(own_store)
    assert REPORTS == len([each for each in intake.state().reports.values() if each.document])
    intake.ledger.close()


def wait_until_kept(store: Path, reports: int) -> None:
    """Until the ledger holds so many; it is only read."""
    intake = Intake(store, open_ledger(store))
    while len(intake.state().reports) < reports:
        time.sleep(0.1)
    intake.ledger.close()


@pytest.mark.stress
def test_stopped_half_way(own_dashboard: str, own_store: Path, page: Page, tmp_path: Path) -> None:
    """What was finished is kept, whole; nothing else is left, and the rest comes in the next time."""
    (tmp_path / "files").mkdir()
    files = [report_file(tmp_path / "files", number) for number in range(REPORTS)]
    dropped(page, own_dashboard, files)
    wait_until_kept(own_store, STOPPED_AFTER)
    page.locator(".st-key-fh-intake-cancel button").click()
    page.get_by_text("已按要求停止").first.wait_for()

    intake = Intake(own_store, open_ledger(own_store))
    held = {each.id: each.document for each in intake.state().reports.values() if each.document}
    print(f"stopped with {len(held)} of {REPORTS}")
    assert len(held) < REPORTS
    assert {each.sha256 for each in held.values()} == set(intake.storage.documents.names())
    assert {(name, each.reading) for name, each in held.items()} == set(intake.storage.readings.names())
    assert all(intake.storage.readings.get(name, each.reading).figures for name, each in held.items())
    require_readable(published(own_store))

    dropped(page, own_dashboard, files)
    bar_until(page, f"导入 {REPORTS - len(held)} 份报告；{len(held)} 份已导入过")
    assert REPORTS == len([each for each in intake.state().reports.values() if each.document])
    intake.ledger.close()
