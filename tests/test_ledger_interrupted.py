"""What ends in the middle of a decision: a writer that is killed, a database that is started anew."""

from __future__ import annotations

import os
import select
import shutil
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from threading import Event as Flag

import pytest
from children import copy_of_us
from damaged import WHOLE
from drawn import opened as page_of
from drawn import served  # noqa: F401 (a fixture)
from intakes import one
from ledgers import BOTH, PostgresServer, new_database, own_postgres, setting
from own_reports import text_of

from faheng.errors import LedgerUnavailable
from faheng.intake.intake import Intake
from faheng.ledger.event import EventKind, NewEvent
from faheng.ledger.ledger import Ledger, open_ledger
from faheng.views import desk

KILLS = 200 if WHOLE else 6
TOGETHER = 3


@pytest.fixture(scope="module")
def own_server() -> Iterator[PostgresServer]:
    """A server that these tests may stop."""
    with own_postgres() as server:
        yield server


def decide(ledger: Ledger, who: str, n: int) -> int:
    """Three events in one decision; the number of the last."""
    return ledger.append([
        NewEvent(kind=EventKind.ACCEPTED, who=who, report=f"r{k}", figure=f"{who}-{n}-{k}") for k in range(TOGETHER)
    ])  # fmt: skip


@pytest.mark.stress
@pytest.mark.parametrize("kind", BOTH)
def test_a_writer_killed_in_a_commit_leaves_the_ledger_whole(
    kind: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What it confirmed is there, a decision is there whole or not at all, numbers follow each other, work goes on."""
    chance, confirmed = Random(kind), list[int]()  # noqa: S311 (moments of a test)
    with setting(kind, request, monkeypatch):
        for round_ in range(KILLS):
            confirmed += killed_in_work(tmp_path, f"w{round_}", chance.uniform(0, 0.08))
            ledger = open_ledger(tmp_path)
            events = ledger.events()
            assert list(range(1, len(events) + 1)) == [each.number for each in events]
            assert 0 == len(events) % TOGETHER
            assert set(confirmed) <= {each.number for each in events}
            confirmed.append(decide(ledger, "next", round_))
            ledger.close()
    assert len(confirmed) > KILLS


def killed_in_work(folder: Path, who: str, after: float) -> list[int]:
    """A process that decides without a pause until it is killed; what it confirmed before."""
    ours, theirs = os.pipe()

    def work() -> None:
        ledger, n = open_ledger(folder), 0
        while True:
            n += 1
            os.write(theirs, f"{decide(ledger, who, n)}\n".encode())

    child = copy_of_us(work)
    os.close(theirs)
    assert select.select([ours], [], [], 20)[0], "nothing was decided"
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(ours, "rb") as said:
        lines = said.read().decode().split("\n")[:-1]  # what follows the last line's end was cut off
    return [int(each) for each in lines]


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGQUIT], ids=["restart", "power"])
def test_a_database_that_is_started_anew_is_one_line_and_then_it_goes_on(
    own_server: PostgresServer, how: signal.Signals, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """By the same connections; what was confirmed before, while and after is there once, and nothing else."""
    monkeypatch.setenv("FAHENG_LEDGER", new_database(own_server.address))
    ledger, ended = open_ledger(tmp_path), Flag()

    def work(who: str) -> tuple[list[int], list[str]]:
        noted, said = list[int](), list[str]()
        while not ended.is_set():
            try:
                noted.append(decide(ledger, who, len(noted) + len(said)))
            except LedgerUnavailable as fault:
                said.append(str(fault))
                time.sleep(0.05)
        return noted, said

    with ThreadPoolExecutor(4) as pool:
        working = [pool.submit(work, who) for who in "甲乙丙丁"]
        time.sleep(0.4)
        own_server.stop(how)
        time.sleep(0.3)
        own_server.start()
        time.sleep(0.6)
        ended.set()
        done = [each.result() for each in working]

    events = ledger.events()
    confirmed = sorted(number for noted, _ in done for number in noted)
    # A commit whose answer was cut off may stand: nobody was told that it does, and nobody that it does not.
    unsure = {each.number for each in events if each.number % TOGETHER == 0} - set(confirmed)
    assert len(unsure) <= len(done)
    assert set(confirmed) <= {each.number for each in events}
    assert len(confirmed) == len(set(confirmed))
    assert list(range(1, len(events) + 1)) == [each.number for each in events]
    said = [each for _, told in done for each in told]
    assert said
    assert all("the ledger cannot be used" in each and "\n" not in each for each in said)
    ledger.close()


@pytest.mark.usefixtures("served")
def test_an_editor_is_told_in_one_sentence_and_decides_when_it_is_back(
    own_server: PostgresServer, shipped_folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    store = shutil.copytree(shipped_folder, tmp_path / "store")
    monkeypatch.setenv("FAHENG_STORE", str(store))
    monkeypatch.setenv("FAHENG_LEDGER", new_database(own_server.address))
    intake, path = Intake.open(store), tmp_path / "report.txt"
    path.write_text(text_of("630102", 2023).replace("办结", "办结2022"), encoding="utf-8")
    one(intake, path)
    app = page_of("review")
    waiting = len(desk.queue_now().doubts)

    own_server.stop()
    app.button(key="fh-review-reject").click().run()
    assert [] == [*app.exception]
    assert any("无法读写核定记录" in each.value for each in app.warning)
    own_server.start()
    app.run()
    app.button(key="fh-review-reject").click().run()

    assert [] == [each.value for each in app.warning]
    assert waiting - 1 == len(desk.queue_now().doubts)
    intake.ledger.close()
