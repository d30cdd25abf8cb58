"""Two servers behind nginx: a reader stays with one; of one that is killed they go to the other, and lose nothing."""

from __future__ import annotations

import signal
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Event as Flag

import httpx
import pytest
from behind import proxy
from browser import free_port
from conftest import small_dataset
from damaged import WHOLE
from intakes import one
from ledgers import new_database
from own_reports import text_file
from served import Served, serving
from streamed import Session, Visitor, visitor
from websockets.exceptions import WebSocketException

from faheng.errors import Overtaken
from faheng.intake import publish as publishing
from faheng.intake.decide import Editor
from faheng.intake.intake import Intake
from faheng.intake.review import Desk
from faheng.store.shelf import Shelf
from faheng.store.snapshots import number_of, published

pytest.importorskip("fsspec", reason="the package fsspec is not installed (faheng[cluster])")
READERS, SECONDS = (20, 60) if WHOLE else (5, 4)
PLACES = {"630102": "城东区", "211282": "开原市", "440308": "盐田区", "511781": "万源市"}
# How soon a browser comes back whose stream was cut: Streamlit's own waits half a second first.
PAUSE = 0.5
# A reader who has no answer for so many seconds is lost.
LONGEST = 60


@dataclass
class Site:
    """Two servers and the proxy before them."""

    first: Served
    second: Served
    door: Served
    folder: Path


@pytest.fixture(scope="module")
def site(shipped_folder: Path, tmp_path_factory: pytest.TempPathFactory, postgres: str) -> Iterator[Site]:
    """Each server with a store of its own that follows one shelf; a ledger that both know. The last test ends one."""
    folder, port = tmp_path_factory.mktemp("site"), free_port()
    shelf = Shelf(f"file://{folder}/shelf")
    shelf.put(published(shipped_folder))
    for name in ("a", "b"):
        shelf.fetch(folder / name)
    (folder / "nginx").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FAHENG_SHELF", shelf.address)
        patch.setenv("FAHENG_LEDGER", new_database(postgres))
        patch.setenv("FAHENG_DOCUMENTS", str(folder / "files"))
        with (
            serving(folder / "a", folder / "a.log", "--host", "127.0.0.1") as first,
            serving(folder / "b", folder / "b.log", "--host", "127.0.0.1") as second,
            proxy(folder / "nginx", port, first.port, second.port),
        ):
            yield Site(first, second, Served(port, first.process, folder / "nginx/error.log"), folder)


@dataclass
class Told:
    """What a reader saw: answers of the page that was asked for, other ones, and how often the stream was cut."""

    answers: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    cut: int = 0
    servers: Counter[str] = field(default_factory=Counter)


def read(site: Site, number: int, told: Told, ended: Flag) -> None:
    """Open a place's page again and again over one stream; open a new one when it is cut, as a browser does."""
    chance, place = Random(number), list(PLACES)[number % len(PLACES)]  # noqa: S311 (pauses of a test)
    with visitor(site.door, secured=True) as reader:
        while not ended.is_set():
            try:
                _stay(reader, place, told, chance, ended)
            except (OSError, TimeoutError, WebSocketException, httpx.TransportError):
                told.cut += 1
                time.sleep(PAUSE)


def _stay(reader: Visitor, place: str, told: Told, chance: Random, ended: Flag) -> None:
    reader.client.get(f"{reader.origin}/trends?place={place}").raise_for_status()
    told.servers[reader.client.cookies.get("faheng_server", "")] += 1
    with reader.session() as session:
        while not ended.is_set():
            _ask(session, place, told)
            time.sleep(chance.uniform(0.1, 0.4))


def _ask(session: Session, place: str, told: Told) -> None:
    session.open("trends", f"place={place}")
    drawn = b"".join(each.SerializeToString() for each in session.drawn)
    # Choosers name every place; that of the address is named by chart and table as well.
    named = {code: drawn.count(name.encode()) for code, name in PLACES.items()}
    if max(named, key=lambda code: named[code]) != place:
        told.wrong.append(f"{place}: {named}")
    told.answers.append(time.monotonic())


def decide(folder: Path, who: str, ended: Flag) -> list[int]:
    """Decisions of an office, each confirmed; their numbers."""
    intake, confirmed, chance = Intake.open(folder), list[int](), Random(who)  # noqa: S311 (choices of a test)
    report = one(intake, text_file(folder, name=f"{who}.txt", seed=len(who) + ord(who)))
    while not ended.is_set():
        held = Desk.of(intake).report(report)
        assert held is not None
        with suppress(Overtaken):
            figure = chance.choice([each for each in held.figures.every if not each.faults])
            confirmed.append(Editor(intake, who).accept(held.state, [figure], held.sha256))
        time.sleep(0.05)
    intake.ledger.close()
    return confirmed


def test_a_publish_reaches_both_servers_by_themselves(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under a reader who stays: the next answer has the new version."""
    monkeypatch.setattr(publishing, "validated", lambda *_: small_dataset())
    office = site.folder / "office"
    Shelf(f"file://{site.folder}/shelf").fetch(office)
    intake = Intake.open(office)
    one(intake, text_file(site.folder, "440311", 2024, seed=5))
    intake.ledger.close()
    made = publishing.publish(office, "甲").snapshot

    end = time.monotonic() + 15
    while time.monotonic() < end and {number_of(published(site.folder / n)) for n in "ab"} != {number_of(made)}:
        time.sleep(0.2)
    for served in (site.first, site.second):
        assert f'"snapshot":{number_of(made)}' in served.ask("/readyz").told


def test_a_reader_stays_with_one_server(site: Site) -> None:
    """Readers of one address are told apart; what machines ask is not answered here."""
    with visitor(site.door, secured=True) as reader:
        for _ in range(4):
            reader.client.get(f"{reader.origin}/_stcore/health")
        for path in ("/metrics", "/readyz"):
            assert httpx.codes.NOT_FOUND == reader.client.get(f"{reader.origin}{path}").status_code
    for _ in range(6):
        with visitor(site.door, secured=True) as reader:
            reader.client.get(f"{reader.origin}/_stcore/health")
    log = (site.folder / "nginx/access.log").read_text(encoding="utf-8").splitlines()
    servers = [each.split('"server":"')[1].split('"')[0] for each in log if "/_stcore/health" in each]

    assert 1 == len(set(servers[:4]))
    assert 2 == len(set(servers))


def _wait_for_answers(told: list[Told], since: float) -> None:
    """Until each reader was answered after `since`; on a busy machine that takes a while, and a lost one never is."""
    end = time.monotonic() + LONGEST
    while time.monotonic() < end and not all(any(at > since for at in each.answers) for each in told):
        time.sleep(0.2)


@pytest.mark.stress
def test_of_a_server_that_is_killed_readers_go_to_the_other(site: Site) -> None:
    """Under load: each reader goes on at the same place; what was decided stands; the next publish reaches them."""
    ended, told = Flag(), [Told() for _ in range(READERS)]
    with ThreadPoolExecutor(READERS + 2) as pool:
        reading = [pool.submit(read, site, n, each, ended) for n, each in enumerate(told)]
        deciding = [pool.submit(decide, site.folder / name, who, ended) for name, who in (("a", "甲"), ("b", "乙"))]
        time.sleep(SECONDS / 2)
        site.first.process.send_signal(signal.SIGKILL)
        killed = time.monotonic()
        time.sleep(SECONDS / 2)
        _wait_for_answers(told, killed)
        ended.set()
        for each in reading:
            each.result()
        confirmed = [each.result() for each in deciding]

    assert [] == [wrong for each in told for wrong in each.wrong]
    assert all(any(at > killed for at in each.answers) for each in told), "a reader was left without an answer"
    # A reader of the other server notices nothing; one of the killed server is cut once, and kept its cookie.
    assert 0 < sum(each.cut for each in told)
    assert [1] * READERS == [len(each.servers) for each in told]
    first_again = [min(at for at in each.answers if at > killed) - killed for each in told]
    print(f"{READERS} readers, {sum(len(each.answers) for each in told)} answers, cut {[each.cut for each in told]}; "
          f"first answer after the kill {min(first_again):.2f} to {max(first_again):.2f} s; "
          f"decisions {[len(each) for each in confirmed]}")  # fmt: skip
    intake = Intake.open(site.folder / "b")
    events = intake.ledger.events()
    assert list(range(1, len(events) + 1)) == [each.number for each in events]
    for who, numbers in zip("甲乙", confirmed, strict=True):
        assert set(numbers) == {each.number for each in events if each.who == who and each.kind == "accepted"}
    intake.ledger.close()
