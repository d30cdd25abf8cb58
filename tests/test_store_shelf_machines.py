"""A shelf among several machines: none is stuck behind another, none shows half a copy or what it cannot read."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO

import duckdb
import pytest
from conftest import small_dataset
from intakes import one
from ledgers import new_database
from own_reports import text_file

from faheng.commands.serve import fetched_first
from faheng.errors import BadSetting, ShelfUnavailable, StoreDamaged, StoreTooNew
from faheng.intake import publish as publishing
from faheng.intake.intake import Intake
from faheng.intake.publish import publish
from faheng.store.shelf import SETTING, Shelf
from faheng.store.snapshots import NAME, POINTER, number_of, published


def test_a_pointer_that_was_never_finished_is_replaced_by_the_next_publish(
    shelf: Shelf, snapshot: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A publisher ended between making the file and writing it: nobody is stuck until a person mends the shelf."""
    monkeypatch.setenv(SETTING, shelf.address)
    monkeypatch.delenv("FAHENG_LEDGER", raising=False)
    monkeypatch.setattr(publishing, "validated", lambda *_: small_dataset())
    shelf.put(snapshot)
    shelf._files.pipe_file(f"{shelf._root}/published-000000002.json", b"")

    made = publish(snapshot.parent, "张三").snapshot

    fetched = shelf.fetch(tmp_path / "other")
    assert fetched is not None
    assert made.read_bytes() == fetched.read_bytes()


def test_a_machine_that_may_only_read_the_shelf_follows_it(
    shelf: Shelf, snapshot: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A network folder that is mounted read-only, keys that may only get: nothing is written, locked or made there."""
    shelf.put(snapshot)

    def refused(*_: object, **__: object) -> None:
        pytest.fail("something was written")

    def only_read(path: str, mode: str = "rb", **named: object) -> object:
        assert mode == "rb"
        return opening(path, mode, **named)

    opening = shelf._files.open
    for name in ("pipe_file", "put", "makedirs", "mkdir", "rm", "mv", "touch"):
        monkeypatch.setattr(shelf._files, name, refused)
    monkeypatch.setattr(shelf._files, "open", only_read)
    assert shelf.fetch(tmp_path / "other") is not None
    assert 1 == number_of(published(tmp_path / "other"))


def test_a_copy_in_the_making_is_never_seen(shelf: Shelf, snapshot: Path, tmp_path: Path) -> None:
    """At any byte the store shows what it showed before; what a killed process left is removed by the next copy."""
    said = shelf.put(snapshot)
    other = tmp_path / "other"
    seen: list[list[str]] = []
    opening = shelf._files.open

    class Watched:
        def __init__(self, file: IO[bytes]) -> None:
            self.file = file

        def __enter__(self) -> Watched:
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()

        def read(self, many: int) -> bytes:
            seen.append([each.name for each in other.iterdir() if NAME.fullmatch(each.name) or each.name == POINTER])
            return self.file.read(many)

    other.mkdir()
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    left = other / f"faheng-9.duckdb.{gone.pid}.copying"
    left.write_bytes(b"half of it")
    at_work = other / f"faheng-9.duckdb.{os.getppid()}.copying"
    at_work.write_bytes(b"somebody else's")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shelf, "published", lambda: said)
        patch.setattr(shelf._files, "open", lambda path, mode, **named: Watched(opening(path, mode, **named)))
        shelf.fetch(other)

    assert len(seen) > said.size / (1 << 20)
    assert [[]] * len(seen) == seen
    assert sorted(["current", said.name, at_work.name]) == sorted(each.name for each in other.iterdir())


def test_a_new_server_begins_with_what_the_others_show(
    shelf: Shelf, snapshot: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing lies on the shelf yet it builds its own; where the shelf cannot be had it does not begin."""
    monkeypatch.setenv("FAHENG_STORE", str(tmp_path / "new"))
    monkeypatch.delenv(SETTING, raising=False)
    assert not fetched_first()
    monkeypatch.setenv(SETTING, shelf.address)
    assert not fetched_first()

    shelf.put(snapshot)
    assert fetched_first()
    assert snapshot.read_bytes() == published(tmp_path / "new").read_bytes()
    monkeypatch.setenv(SETTING, "nowhere://x")
    with pytest.raises((BadSetting, ShelfUnavailable)):
        fetched_first()


def test_the_last_ten_are_kept_and_what_is_published(shelf: Shelf, snapshot: Path, tmp_path: Path) -> None:
    """As in a store's folder: none that is older lies there, and no copy that was never finished."""
    for number in range(2, 13):
        snapshot.with_name(f"faheng-{number}.duckdb").write_bytes(b"x" * number)
    for number in range(1, 13):
        shelf.put(snapshot.with_name(f"faheng-{number}.duckdb"))

    assert [f"faheng-{number}.duckdb" for number in range(3, 13)] == of_kind(shelf, "faheng-")
    assert [f"published-{place:09d}.json" for place in range(3, 13)] == of_kind(shelf, "published-")
    shelf.put(snapshot)
    assert "faheng-1.duckdb" in of_kind(shelf, "faheng-")
    fetched = shelf.fetch(tmp_path / "other")
    assert fetched is not None
    assert 1 == number_of(fetched)


def of_kind(shelf: Shelf, beginning: str) -> list[str]:
    """The names on the shelf that begin so, by their numbers."""
    return sorted((name for name in shelf._names() if name.startswith(beginning)), key=lambda name: (len(name), name))


def test_a_copy_that_was_never_laid_whole_is_removed_after_a_day(snapshot: Path, tmp_path: Path) -> None:
    """Of a publisher that was killed; whoever lays one at this moment goes on."""
    shelf = Shelf(f"file://{tmp_path}/shelf")
    shelf.put(snapshot)
    old, fresh = (tmp_path / "shelf" / f"faheng-9.duckdb.{sign * 32}.laying" for sign in "ab")
    for half in (old, fresh):
        half.write_bytes(b"half")
    os.utime(old, (0, 0))

    shelf.put(snapshot)

    assert [fresh.name] == [name for name in shelf._names() if name.endswith(".laying")]


def test_who_may_not_remove_anything_publishes_all_the_same(
    shelf: Shelf, snapshot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError("not by these keys")

    monkeypatch.setattr("faheng.store.shelf.KEPT_SNAPSHOTS", 1)
    monkeypatch.setattr(shelf._files, "rm_file", refused)
    shelf.put(snapshot)
    shelf.put(snapshot)

    assert 2 == vars(shelf.published())["place"]


def test_a_copy_that_was_cut_short_is_not_shown(shelf: Shelf, snapshot: Path, tmp_path: Path) -> None:
    """Of the right beginning: the size says it."""
    said = shelf.put(snapshot)
    shelf._files.pipe_file(f"{shelf._root}/{said.name}", snapshot.read_bytes()[:-4096])
    with pytest.raises(ShelfUnavailable, match="came over damaged"):
        shelf.fetch(tmp_path / "other")
    assert [] == list((tmp_path / "other").iterdir())


@pytest.mark.parametrize(("form", "fault"), [(99, StoreTooNew), (1, StoreDamaged)], ids=["later", "earlier"])
def test_a_snapshot_of_another_form_is_not_shown_and_the_next_publish_takes_its_place(
    shelf: Shelf, snapshot: Path, tmp_path: Path, form: int, fault: type[Exception]
) -> None:
    """While servers are exchanged one after the other, each shows what it can read; numbers are not used twice."""
    other = tmp_path / "other"
    shelf.put(snapshot)
    shelf.fetch(other)
    strange = snapshot.with_name("faheng-2.duckdb")
    shutil.copy(snapshot, strange)
    with duckdb.connect(strange) as store:
        store.execute("update snapshot set schema_version = ?", [form])
    shelf.put(strange)

    for _ in range(2):
        with pytest.raises(fault, match=f"schema {form}"):
            shelf.fetch(other)
        assert 1 == number_of(published(other))

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(SETTING, shelf.address)
        patch.delenv("FAHENG_LEDGER", raising=False)
        patch.setattr(publishing, "validated", lambda *_: small_dataset())
        if fault is StoreTooNew:
            with pytest.raises(StoreTooNew):
                publish(other, "张三")
        else:
            assert "faheng-3.duckdb" == publish(other, "张三").snapshot.name


def test_two_machines_publish_one_after_the_other(
    snapshot: Path, tmp_path: Path, postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lock in the ledger's database: neither is overtaken, and the second builds after what the first published."""
    shelf, data = Shelf(f"file://{tmp_path}/shelf"), small_dataset()
    monkeypatch.setattr(publishing, "validated", lambda *_: data)
    for name, value in ((SETTING, shelf.address), ("FAHENG_LEDGER", new_database(postgres))):
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("FAHENG_DOCUMENTS", str(tmp_path / "files"))
    shelf.put(snapshot)
    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(lambda who: publish(tmp_path / who, who).snapshot, ("甲", "乙")))

    assert ["faheng-2.duckdb", "faheng-3.duckdb"] == sorted(each.name for each in made)
    assert 3 == vars(shelf.published())["place"]
    noted = Intake.open(tmp_path / "甲").ledger
    assert [2, 3] == [each.detail["snapshot"] for each in noted.events()]
    assert {"甲", "乙"} == {each.who for each in noted.events()}
    noted.close()


def test_machines_that_share_documents_and_not_the_ledger_remove_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What one machine's ledger does not name may be another's."""
    monkeypatch.delenv("FAHENG_LEDGER", raising=False)
    monkeypatch.setenv("FAHENG_DOCUMENTS", f"file://{tmp_path}/shared")
    first, second = Intake.open(tmp_path / "a"), Intake.open(tmp_path / "b")
    report = one(first, text_file(tmp_path))

    second.tidy()
    Intake.open(tmp_path / "c").ledger.close()
    document = first.state().report(report).document
    assert document is not None
    assert first.storage.documents.has_whole(document.sha256)
    assert (tmp_path / "shared/documents").is_dir()
    for each in (first, second):
        each.ledger.close()
