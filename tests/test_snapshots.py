"""faheng.store.snapshots and read: numbered files that never change, and a pointer that a crash cannot break."""

# ruff: noqa: S603 (the expected value stands first)
from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from faheng.errors import UnknownSnapshot
from faheng.store import snapshots, write
from faheng.store.read import Reader

BUILD = """
import sys
from pathlib import Path
from faheng.checks.registry import CHECKS
from faheng.data.read import read_dataset
from faheng.paths import DATA
from faheng.store import write
{before}
print(write.build_store(read_dataset(DATA, CHECKS), Path(sys.argv[1])).name, flush=True)
"""
SMALL = """
import sys
from pathlib import Path
import duckdb
from faheng.store import snapshots
for _ in range({builds}):
    building = snapshots.reserve(Path(sys.argv[1]))
    with duckdb.connect(building / "made.duckdb") as store:
        store.execute("create table one (n integer)")
    print(snapshots.publish(building / "made.duckdb").name)
"""
HANG = """
import time
write.build_whole = lambda store: (print("building", flush=True), time.sleep(600))
"""


@pytest.fixture
def folder(tmp_path: Path, documents_folder: Path) -> Path:
    """A store of its own with snapshot 1 published."""
    return Path(shutil.copytree(documents_folder, tmp_path / "store"))


def publish_empty(folder: Path) -> Path:
    """The next snapshot, holding nothing but its number: quick to make."""
    building = snapshots.reserve(folder)
    made = building / "made.duckdb"
    with duckdb.connect(made) as store:
        write.create_schema(store)
        write.insert_snapshot(store, snapshots.number_of(building))
    return snapshots.publish(made)


def number(folder: Path) -> int:
    """The number of the snapshot that readers open now."""
    return snapshots.number_of(snapshots.published(folder))


def builder(folder: Path, before: str = "") -> subprocess.Popen[str]:
    """Another process that builds the store."""
    command = [sys.executable, "-c", BUILD.format(before=before), str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_numbers_go_on_and_the_newest_is_published(folder: Path) -> None:
    """Each build makes the next number; 10 comes after 9."""
    made = [publish_empty(folder).name for _ in range(9)]

    assert [f"faheng-{n}.duckdb" for n in range(2, 11)] == made
    assert 10 == number(folder)
    assert list(range(1, 11)) == [snapshots.number_of(path) for path in snapshots.snapshots(folder)]


def test_the_last_ten_are_kept(folder: Path) -> None:
    """Twelve builds later three are gone."""
    for _ in range(12):
        publish_empty(folder)

    assert list(range(4, 14)) == [snapshots.number_of(path) for path in snapshots.snapshots(folder)]
    assert 13 == number(folder)


def test_the_published_snapshot_is_never_pruned(folder: Path) -> None:
    """Pruning keeps a snapshot that was restored, however old it has become."""
    for _ in range(10):
        publish_empty(folder)
    oldest = snapshots.restore(folder, 2)
    building = snapshots.reserve(folder)
    (building.with_suffix(".duckdb")).write_bytes(b"later")
    snapshots.prune(folder)

    assert (oldest, True) == (snapshots.published(folder), oldest.is_file())
    assert [2, *range(3, 13)] == [snapshots.number_of(path) for path in snapshots.snapshots(folder)]


def test_restore_goes_back_and_the_next_build_goes_on(folder: Path) -> None:
    """Restoring 1 publishes it; the build after it is 3 and published."""
    publish_empty(folder)
    snapshots.restore(folder, 1)
    restored = number(folder)
    publish_empty(folder)

    assert (1, 3) == (restored, number(folder))


def test_restoring_what_is_not_kept_names_what_is(folder: Path) -> None:
    """The message lists the numbers to choose from."""
    publish_empty(folder)

    with pytest.raises(UnknownSnapshot, match=r"no snapshot 7 in .*; kept are: 1, 2"):
        snapshots.restore(folder, 7)
    assert 2 == number(folder)


def test_an_older_build_that_ends_later_is_not_published(folder: Path) -> None:
    """Of two writers the one that began later wins."""
    older = snapshots.reserve(folder)
    publish_empty(folder)
    (older / "made.duckdb").write_bytes(b"older")
    snapshots.publish(older / "made.duckdb")

    assert 3 == number(folder)
    assert [1, 2, 3] == [snapshots.number_of(path) for path in snapshots.snapshots(folder)]


def test_two_swaps_of_the_pointer_at_once_end_with_the_newer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The newer writer swaps between the older one's look and its swap: the older looks again."""
    older = snapshots.reserve(folder)
    (older / "made.duckdb").write_bytes(b"older")
    sync = snapshots.sync

    def another_publishes(path: Path) -> None:
        sync(path)
        if path.name.startswith("current."):
            monkeypatch.setattr(snapshots, "sync", sync)
            with ThreadPoolExecutor(1) as another:
                another.submit(publish_empty, folder).result()

    monkeypatch.setattr(snapshots, "sync", another_publishes)
    snapshots.publish(older / "made.duckdb")

    assert 3 == number(folder)


def test_a_killed_build_leaves_the_published_snapshot(folder: Path) -> None:
    """kill -9 in the middle: readers go on, the next build takes a new number and removes the leftover."""
    build = builder(folder, HANG)
    assert build.stdout is not None
    assert "building\n" == build.stdout.readline()
    build.send_signal(signal.SIGKILL)
    build.wait()
    left = folder / "faheng-2.building"

    assert left.is_dir()
    assert [1] == Reader(folder).snapshot().rows("pages/methods__snapshot")["number"].tolist()
    assert "faheng-3.duckdb" == publish_empty(folder).name
    assert not left.exists()


def test_a_build_in_progress_stays_whatever_the_clock_says(folder: Path) -> None:
    """A clock put forward by 25 hours makes its folder look old; its process lives."""
    build = builder(folder, HANG)
    assert build.stdout is not None
    assert "building\n" == build.stdout.readline()
    making = folder / "faheng-2.building"
    for path in (making, *making.iterdir()):
        os.utime(path, (time.time() - 25 * 3600,) * 2)

    assert "faheng-3.duckdb" == publish_empty(folder).name
    assert {"made.duckdb"} <= {path.name for path in making.iterdir()}
    build.kill()
    build.wait()
    publish_empty(folder)
    assert not making.exists()


def test_what_dead_writers_left_goes_and_what_a_living_one_makes_stays(folder: Path) -> None:
    """Pointers in the making carry their process; a folder of an older Faheng has no lock; one just made is empty."""
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    gone = [
        folder / f"current.{dead.pid}.1",
        folder / f"current.{2**70}.1",
        folder / "faheng-7.building" / "made.duckdb",
    ]
    stays = [folder / f"current.{os.getpid()}.1", folder / "current.txt"]
    (folder / "faheng-7.building").mkdir()
    (folder / "faheng-8.building").mkdir()
    for path in (*gone, *stays):
        path.write_text("faheng-1.duckdb", encoding="utf-8")

    snapshots.prune(folder)

    assert {"current", "faheng-1.duckdb", *(path.name for path in stays)} == {path.name for path in folder.iterdir()}


def test_a_writer_whose_new_folder_was_removed_takes_another(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another one looks for leftovers between the making of the folder and the holding of it."""
    hold = snapshots.hold
    taken = []

    def after_a_look(building: Path) -> bool:
        if not taken:
            taken.append(building)
            snapshots.prune(folder)
        return hold(building)

    monkeypatch.setattr(snapshots, "hold", after_a_look)
    building = snapshots.reserve(folder)

    assert building.is_dir()
    snapshots.prune(folder)
    assert building.is_dir()
    snapshots.abandon(building)
    assert not building.exists()


class Crash(BaseException):
    """Power is cut."""


@pytest.mark.parametrize("step", ["rename", "rmdir", "write_text", "replace"])
def test_a_crash_at_any_step_of_publishing_is_harmless(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Before each change to the folder: the old snapshot stays published and readable, the next build works."""
    building = snapshots.reserve(folder)
    shutil.copy(folder / "faheng-1.duckdb", building / "made.duckdb")

    def crash(*_: object, **__: object) -> None:
        raise Crash

    with monkeypatch.context() as patch:
        patch.setattr(Path, step, crash)
        with pytest.raises(Crash):
            snapshots.publish(building / "made.duckdb")

    assert 1 == number(folder)
    assert 129 == Reader(folder).snapshot().rows("pages/methods__snapshot")["reports"].item()
    assert "faheng-3.duckdb" == publish_empty(folder).name
    assert 3 == number(folder)


def test_many_small_builds_at_the_same_time_never_share_a_number(tmp_path: Path) -> None:
    """Each writer looks for what others left while others reserve: no two make one file, and nothing is left."""
    code = SMALL.format(builds=5)
    writers = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        for _ in range(5)
    ]
    made = [name for writer in writers for name in writer.communicate(timeout=120)[0].split()]

    assert [0] * 5 == [writer.returncode for writer in writers]
    # A number is left out where one writer takes away as abandoned what another has only begun.
    in_order = sorted(made, key=lambda name: int(name[7:-7]))
    assert 25 == len(set(made))
    assert {"current", *in_order[-10:]} == {path.name for path in tmp_path.iterdir()}


def test_builds_at_the_same_time_all_finish(tmp_path: Path) -> None:
    """Three processes, three numbers, the highest published, and nothing half-done left."""
    builds = [builder(tmp_path) for _ in range(3)]
    made = [build.communicate(timeout=120)[0].strip() for build in builds]

    assert [0, 0, 0] == [build.returncode for build in builds]
    assert ["faheng-1.duckdb", "faheng-2.duckdb", "faheng-3.duckdb"] == sorted(made)
    assert 3 == number(tmp_path)
    assert {"current", *made} == {path.name for path in tmp_path.iterdir()}
