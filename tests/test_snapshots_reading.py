"""faheng.store.read: rows of the published snapshot for many threads; one sentence where it cannot be read."""

# ruff: noqa: S311 (the expected value stands first)
from __future__ import annotations

import random
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import duckdb
import pytest
from conftest import documents_dataset

from faheng.errors import StoreDamaged, StoreMissing, StoreTooNew, UnknownQuery
from faheng.intake.history import changes_of, versions
from faheng.store import read, snapshots
from faheng.store.cell_parts import AskedCells
from faheng.store.queries import sql
from faheng.store.read import Reader, Snapshot
from faheng.store.snapshots import SCHEMA_VERSION
from faheng.store.verify import require_readable
from faheng.store.write import build_store


@pytest.fixture
def folder(tmp_path: Path, documents_folder: Path) -> Path:
    """A store of its own with snapshot 1 published."""
    return Path(shutil.copytree(documents_folder, tmp_path / "store"))


def test_a_reader_moves_to_the_next_snapshot_by_itself(folder: Path) -> None:
    """Same process, same Reader: the build is seen at the next call, and a restore too."""
    reader = Reader(folder)
    before = reader.snapshot()
    build_store(documents_dataset(), folder)
    after = reader.snapshot()
    snapshots.restore(folder, 1)

    seen = [each.rows("pages/methods__snapshot")["number"].item() for each in (before, after, reader.snapshot())]
    assert [1, 2, 1] == seen


def test_while_one_opens_the_next_snapshot_the_others_read_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody but the first waits for it; afterwards all read it."""
    reader = Reader(folder)
    before = reader.snapshot()
    shutil.copy(before.path, folder / "faheng-2.duckdb")
    snapshots.point(folder, folder / "faheng-2.duckdb")
    begun, go_on = Event(), Event()

    def slowly(path: Path) -> Snapshot:
        begun.set()
        assert go_on.wait(20)
        return Snapshot(path)

    monkeypatch.setattr(read, "Snapshot", slowly)
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(reader.snapshot)
        assert begun.wait(20)
        assert before is reader.snapshot()
        go_on.set()
        assert "faheng-2.duckdb" == first.result().path.name
    assert first.result() is reader.snapshot()


def test_a_reader_opens_a_snapshot_once(folder: Path) -> None:
    """The pointer is read at each call, the file is not opened again."""
    reader = Reader(folder)

    assert reader.snapshot() is reader.snapshot()


def test_a_server_knows_who_made_the_version_that_it_shows(folder: Path) -> None:
    """The file is open in the same process, and is opened once more to be asked, compared and tried."""
    reader = Reader(folder)
    shown = reader.snapshot().path
    shutil.copy(shown, folder / "faheng-2.duckdb")

    kept = versions(folder)
    assert [(2, False, True), (1, True, True)] == [(each.number, each.published, each.readable) for each in kept]
    assert None not in [each.built_at for each in kept]
    assert changes_of(folder, 1, 2).is_empty
    require_readable(shown)


def test_a_snapshot_cannot_be_written_to(shipped: Snapshot) -> None:
    """Readers open the file read-only."""
    with pytest.raises(duckdb.InvalidInputException, match="read-only"):
        shipped._connection.execute("delete from observation")


def test_sixteen_threads_read_at_once(folder: Path) -> None:
    """While a build moves them on: every answer is whole, and none waits for another's cursor."""
    reader = Reader(folder)
    ask = AskedCells(("630102", "211282"), ("court_appearance_rate",), "zh")

    def read(turn: int) -> list[float]:
        if turn == 40:
            build_store(documents_dataset(), folder)
        return [each.value for each in reader.snapshot().cells(ask)]

    with ThreadPoolExecutor(16) as pool:
        answers = list(pool.map(read, range(160)))

    assert [[72.7, 99.0]] * 160 == answers


def test_no_store_says_how_to_make_one(tmp_path: Path) -> None:
    """Before the first build, and without even a folder."""
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(StoreMissing, match="run `faheng build`"):
            Reader(folder).snapshot()


DAMAGES = {
    "empty": lambda _: b"",
    "garbage": lambda content: random.Random(1).randbytes(len(content)),
    "short": lambda content: content[:100],
    "header gone": lambda content: bytes(12288) + content[12288:],
    "half": lambda content: content[: len(content) // 2],
    "blocks overwritten": lambda content: content[:12288] + random.Random(1).randbytes(len(content) - 12288),
}


@pytest.mark.parametrize("damage", list(DAMAGES))
def test_a_damaged_snapshot_says_the_way_out(folder: Path, damage: str) -> None:
    """Opened or read, never DuckDB's own error; and the build it asks for puts things right."""
    file = folder / "faheng-1.duckdb"
    file.write_bytes(DAMAGES[damage](file.read_bytes()))
    reader = Reader(folder)

    with pytest.raises(StoreDamaged, match="run `faheng build`") as caught:
        reader.snapshot().rows("pages/methods__reports", first="", limit=60, language="zh")
    assert 1 == len(str(caught.value).splitlines())
    build_store(documents_dataset(), folder)
    assert 129 == len(reader.snapshot().rows("pages/methods__reports", first="", limit=200, language="zh"))


def test_a_byte_gone_wrong_is_never_read_as_data(folder: Path) -> None:
    """DuckDB's checksums turn a flipped byte into StoreDamaged or, in unused space, leave every row as it was."""
    file = folder / "faheng-1.duckdb"
    content = file.read_bytes()
    expected = Snapshot(file).rows("pages/methods__indicators", language="zh")
    for n in range(25):
        place = random.Random(n).randrange(len(content))
        flipped = folder / f"faheng-{n + 2}.duckdb"
        flipped.write_bytes(content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :])
        try:
            found = Snapshot(flipped).rows("pages/methods__indicators", language="zh")
        except StoreDamaged:
            continue
        assert expected.astype(str).equals(found.astype(str))


@pytest.mark.parametrize("pointer", [b"faheng-9.duckdb\n", b"", b"\xff\xfe\x00", b"../secret", b"faheng-1.building"])
def test_a_broken_pointer_says_the_way_out(folder: Path, pointer: bytes) -> None:
    """A pointer to nothing, empty, or of other bytes is StoreDamaged; a build replaces it."""
    (folder / "current").write_bytes(pointer)

    with pytest.raises(StoreDamaged, match="run `faheng build`"):
        Reader(folder).snapshot()
    build_store(documents_dataset(), folder)
    assert "faheng-2.duckdb" == snapshots.published(folder).name


@pytest.mark.parametrize(("version", "error"), [(SCHEMA_VERSION + 1, StoreTooNew), (SCHEMA_VERSION - 1, StoreDamaged)])
def test_a_snapshot_of_another_schema_is_refused(folder: Path, version: int, error: type[Exception]) -> None:
    """A later Faheng's store asks for an update, an older one's for a build."""
    with duckdb.connect(folder / "faheng-1.duckdb") as store:
        store.execute("update snapshot set schema_version = $version", {"version": version})

    with pytest.raises(error, match="update Faheng" if error is StoreTooNew else "run `faheng build`"):
        Reader(folder).snapshot()


def test_a_database_of_something_else_is_damaged(folder: Path) -> None:
    """A DuckDB file without our tables."""
    (folder / "faheng-1.duckdb").unlink()
    duckdb.connect(folder / "faheng-1.duckdb").close()

    with pytest.raises(StoreDamaged):
        Reader(folder).snapshot()


def test_queries_are_found_by_name_and_take_only_their_parameters(shipped: Snapshot) -> None:
    """An unknown name says where the file would stand; a missing or surplus parameter is refused."""
    with pytest.raises(UnknownQuery, match=r"queries/pages/nothing\.sql"):
        sql("pages/nothing")
    with pytest.raises(duckdb.InvalidInputException):
        shipped.rows("pages/methods__reports")
    with pytest.raises(duckdb.InvalidInputException):
        shipped.rows("pages/filters__years", language="zh")
