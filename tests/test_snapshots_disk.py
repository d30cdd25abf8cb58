"""A full disk, a folder that cannot be written, files that are not ours: one sentence each; what was published stays.

The disks are real ones, small file systems in memory; where the system lets us mount none the tests are skipped.
"""

# ruff: noqa: S603, S607 (mount of the system)
from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner
from conftest import documents_dataset

from faheng.cli import main
from faheng.errors import StoreBusy, StoreDamaged, UnwritableFile
from faheng.store import snapshots, verify, write
from faheng.store.read import Reader

Disk = Callable[[int], Path]
KILOBYTES = 1024


def mount(*options: str) -> None:
    """Mount, or skip the test where this user may not."""
    try:
        subprocess.run(["mount", *options], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no file system can be mounted here ({error})")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """A disk of so many kilobytes, empty."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = []

    def of(size: int) -> Path:
        mount("-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(place))
        mounted.append(place)
        return place

    yield of
    for each in mounted:
        subprocess.run(["umount", str(each)], check=True)


def answer(folder: Path, *arguments: str) -> tuple[int, str]:
    """Exit status and message of the command on the store in the folder."""
    result = CliRunner().invoke(main, arguments, env={"FAHENG_STORE": str(folder)}, catch_exceptions=False)
    return result.exit_code, result.output


@pytest.mark.parametrize("share", [0.001, 0.02, 0.5, 0.99])
def test_a_full_disk_is_one_sentence_and_the_published_snapshot_stays(
    disk: Disk, documents_folder: Path, share: float
) -> None:
    """Room for the first snapshot and for a part of the second: at its start, in a commit, in the checkpoint."""
    size = (documents_folder / "faheng-1.duckdb").stat().st_size // KILOBYTES
    folder = disk(size + 16 + int(size * share)) / "store"
    shutil.copytree(documents_folder, folder)

    status, said = answer(folder, "build")

    assert (1, 1) == (status, said.count("\n"))
    assert f"{folder}: it cannot be written (No space left on device); nothing was published; free some room" in said
    assert {"current", "faheng-1.duckdb"} == {path.name for path in folder.iterdir()}
    assert 129 == Reader(folder).snapshot().rows("pages/methods__snapshot")["reports"].item()


def test_a_checkpoint_that_fails_without_a_word_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks that never reached the disk: the file opens, and what it should hold is not there."""
    folder = tmp_path / "store"
    require_written = verify.require_written

    def after_a_loss(made: Path, expected: verify.Contents) -> None:
        size = made.stat().st_size
        with made.open("r+b") as file:
            file.seek(size // 2)
            file.write(b"\0" * (size // 4))
        require_written(made, expected)

    monkeypatch.setattr(write, "require_written", after_a_loss)
    with pytest.raises(UnwritableFile, match=r"does not read back as written, .*; nothing was published"):
        write.build_store(documents_dataset(), folder)

    assert [] == list(folder.iterdir())


def test_rows_that_were_lost_or_changed_are_named(tmp_path: Path) -> None:
    """One row less, or one value otherwise, in a file without a damaged block."""
    path = tmp_path / "a.duckdb"
    with duckdb.connect(path) as store:
        store.execute("create table one as select unnest(range(100)) as n; create table other as select 'x' as t")
        expected = verify.contents(store)
    verify.require_written(path, expected)

    for change, name in (("delete from one where n = 7", "one"), ("update other set t = 'y'", "other")):
        with duckdb.connect(path) as store:
            store.execute(change)
        with pytest.raises(UnwritableFile, match=f"other rows in {name}|other rows in one, other"):
            verify.require_written(path, expected)


def test_restore_in_a_folder_that_cannot_be_written(disk: Disk, documents_folder: Path) -> None:
    """Mounted to be read only, which holds for every user."""
    folder = disk(64 * KILOBYTES) / "store"
    shutil.copytree(documents_folder, folder)
    shutil.copy(folder / "faheng-1.duckdb", folder / "faheng-2.duckdb")
    mount("-o", "remount,ro", str(folder.parent))

    status, said = answer(folder, "restore", "2")

    assert (1, 1) == (status, said.count("\n"))
    assert (
        f"{folder / 'current'}: it cannot be written (Read-only file system); the snapshot published before stays"
        in said
    )
    assert "faheng-1.duckdb" == snapshots.published(folder).name
    status, said = answer(folder, "build")
    assert (1, 1) == (status, said.count("\n"))


def test_restore_of_a_snapshot_that_is_torn(tmp_path: Path, documents_folder: Path) -> None:
    """What cannot be read is not published again."""
    folder = tmp_path / "store"
    shutil.copytree(documents_folder, folder)
    (folder / "faheng-2.duckdb").write_bytes((folder / "faheng-1.duckdb").read_bytes()[: 2**20])

    status, said = answer(folder, "restore", "2")

    assert (1, 1) == (status, said.count("\n"))
    assert "faheng-2.duckdb cannot be read" in said
    assert "faheng-1.duckdb" == snapshots.published(folder).name


def test_a_pointer_that_is_a_folder(tmp_path: Path) -> None:
    """Both who reads and who builds hear what to do; the build does not work first and fail then."""
    (tmp_path / "current").mkdir()

    with pytest.raises(StoreDamaged, match="current is a folder: move it away, then run `faheng build`"):
        snapshots.published(tmp_path)
    status, said = answer(tmp_path, "build")
    assert (1, 1) == (status, said.count("\n"))
    assert "it cannot be written (it is a folder); move it away, then run `faheng build`" in said
    assert ["current"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize(
    "stray",
    ["faheng-99999999999999999999.duckdb", "faheng-4294967296.duckdb", "faheng-007.duckdb", "faheng-３.duckdb",
     "faheng-0.duckdb", "faheng-99999999999999999999.building", "faheng--1.duckdb"],
)  # fmt: skip
def test_a_file_with_a_number_that_is_none_of_ours(tmp_path: Path, stray: str) -> None:
    """It is left alone, and the numbers go on from our own."""
    (tmp_path / stray).write_bytes(b"")

    assert "faheng-1.building" == snapshots.reserve(tmp_path).name
    assert [] == snapshots.snapshots(tmp_path)


def test_the_last_number_there_is(tmp_path: Path) -> None:
    """The number after it would fit no snapshot."""
    (tmp_path / "faheng-999999999.duckdb").write_bytes(b"")

    with pytest.raises(StoreBusy, match="numbered 999999999, the last number there is: move it away"):
        snapshots.reserve(tmp_path)
