"""A store that is killed, torn, full or closed: what was published opens, what was confirmed stays, work goes on."""

# ruff: noqa: S603 (our own script)
from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from damaged import WHOLE
from intakes import WHO, one, opened, taken
from ledgers import BOTH, SQLITE, setting
from own_reports import text_file

from faheng.errors import LedgerUnavailable, ReadingDamaged, UnwritableFile
from faheng.intake.decide import Editor
from faheng.intake.imports import Imported, Refused, import_files, read_again
from faheng.intake.intake import Intake
from faheng.intake.publish import publish
from faheng.intake.readings import reading_at
from faheng.intake.review import OpenReport
from faheng.ledger.event import EventKind, NewEvent
from faheng.ledger.ledger import open_ledger
from faheng.paths import ROOT
from faheng.store.snapshots import published
from faheng.store.verify import require_readable

KILLS = int(os.environ.get("FAHENG_KILLS") or (1000 if WHOLE else 10))
SEED = os.environ.get("FAHENG_SEED") or "7"
CRASHING = ROOT / "tests/crashing.py"


@pytest.mark.stress
@pytest.mark.parametrize("kind", BOTH)
def test_killed_at_any_moment(
    kind: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Import, review and publish, killed again and again in one store."""
    with setting(kind, request, monkeypatch):
        environment = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
        command = [sys.executable, str(CRASHING), str(tmp_path), str(KILLS), SEED]
        run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert (0, "") == (run.returncode, run.stderr[-2000:]), run.stdout[-2000:]
    assert f"{KILLS} kills, 0 wrong" in run.stdout
    print(run.stdout)


def test_what_a_crash_left_without_a_name_is_removed(intake: Intake, tmp_path: Path) -> None:
    """A document and a reading before their transaction, and halves of both."""
    name = one(intake, text_file(tmp_path))
    storage = intake.storage
    left = storage.documents.put(b"left alone")
    (storage.documents.folder / "making.1.abc").write_bytes(b"half")
    (storage.readings.folder / "abcdef" / "making.1.x").mkdir(parents=True)
    shutil.copytree(next((storage.readings.folder / name).iterdir()), storage.readings.folder / name / "other")

    again = Intake.open(intake.folder)

    assert left not in set(again.storage.documents.names())
    assert 1 == len(list(again.storage.documents.folder.iterdir()))
    assert [(name, intake.state().report(name).document.reading)] == list(again.storage.readings.names())  # type: ignore[union-attr]
    assert [name] == [path.name for path in again.storage.readings.folder.iterdir()]
    again.ledger.close()


def test_what_the_disk_damaged_is_named_and_put_right(intake: Intake, tmp_path: Path) -> None:
    """A torn reading stops the publish, which would lose its figures; reading again mends it, and so does an import."""
    path = text_file(tmp_path)
    name = one(intake, path)
    document = intake.state().report(name).document
    assert document is not None
    figures = intake.storage.readings.path(name, document.reading) / "figures.parquet"
    figures.write_bytes(figures.read_bytes()[:100])
    reading_at.cache_clear()
    with pytest.raises(ReadingDamaged, match="run `faheng import --again`"):
        publish(intake.folder, "甲")

    assert [True] == [isinstance(each, Imported) for each in read_again(intake, WHO)]
    publish(intake.folder, "甲")

    stored = intake.storage.documents.path(document.sha256)
    stored.write_bytes(stored.read_bytes()[:50])
    (refused,) = read_again(intake, WHO)
    assert isinstance(refused, Refused)
    assert "import it again" in refused.fault
    assert [True] == [isinstance(each, Imported) and each.known for each in taken(intake, path)]
    assert [True] == [isinstance(each, Imported) for each in read_again(intake, WHO)]


def test_nothing_is_tidied_while_somebody_imports(intake: Intake) -> None:
    """Their files have no name yet."""
    with intake.importing():
        left = intake.storage.documents.put(b"not yet named")
        Intake.open(intake.folder).ledger.close()
        assert [left] == list(intake.storage.documents.names())


def test_a_torn_end_of_the_log_takes_nothing_that_was_confirmed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The machine lost its power while a further decision was written: any piece of it may be on the disk."""
    monkeypatch.delenv("FAHENG_LEDGER", raising=False)
    ledger = open_ledger(tmp_path / "a")
    event = NewEvent(kind=EventKind.ACCEPTED, who="甲", report="r", detail={"reason": "x" * 3000})
    for _ in range(5):
        ledger.append([event])
    whole = (tmp_path / "a/ledger.sqlite-wal").stat().st_size
    ledger.append([event])
    torn = (tmp_path / "a/ledger.sqlite-wal").read_bytes()
    for number, end in enumerate(range(whole, len(torn), 997)):
        copy = tmp_path / f"copy{number}"
        copy.mkdir()
        shutil.copy(tmp_path / "a/ledger.sqlite", copy)
        (copy / "ledger.sqlite-wal").write_bytes(torn[:end] + b"\xff" * 64)
        reopened = open_ledger(copy)
        assert [1, 2, 3, 4, 5] == [each.number for each in reopened.events()]
        assert 6 == reopened.append([event])
        reopened.close()
    ledger.close()


def test_a_torn_page_of_the_file_is_mended_from_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The power went while the log was being carried over: the last page of the file is half there."""
    monkeypatch.delenv("FAHENG_LEDGER", raising=False)
    ledger = open_ledger(tmp_path / "a")
    for _ in range(30):
        ledger.append([NewEvent(kind=EventKind.ACCEPTED, who="甲", report="r", detail={"reason": "x" * 2000})])
    log = (tmp_path / "a/ledger.sqlite-wal").read_bytes()
    with ledger.engine.connect() as connection:
        connection.exec_driver_sql("pragma wal_checkpoint(full)")
    carried = (tmp_path / "a/ledger.sqlite").read_bytes()
    copy = tmp_path / "copy"
    copy.mkdir()
    (copy / "ledger.sqlite").write_bytes(carried[:-2048])
    (copy / "ledger.sqlite-wal").write_bytes(log)

    reopened = open_ledger(copy)

    assert list(range(1, 31)) == [each.number for each in reopened.events()]
    reopened.close()
    ledger.close()


def mounted(folder: Path, options: str) -> None:
    """A small file system in memory at the folder, or skip."""
    folder.mkdir(exist_ok=True)
    try:
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=True, capture_output=True)  # noqa: S607
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no file system can be mounted here ({error})")


def test_a_full_disk_refuses_in_a_sentence_and_loses_nothing(intake: Intake, tmp_path: Path) -> None:
    """Import, decision and publish find no room; what was there before opens, and goes on where there is room again.

    Decisions in PostgreSQL lie on another disk, and are taken down all the same.
    """
    one(intake, text_file(tmp_path))
    publish(intake.folder, "甲")
    intake.ledger.close()
    disk = tmp_path / "disk"
    files = [path for path in intake.folder.rglob("*") if path.is_file()]
    again = published(intake.folder).stat().st_size * 2
    size = (sum(path.stat().st_size for path in files) + again) // 1024 + 600
    mounted(disk, f"size={size}k")
    try:
        folder = Path(shutil.copytree(intake.folder, disk / "store"))
        filler = disk / "filler"
        full = Intake.open(folder)
        with filler.open("wb", buffering=0) as file:
            while _written(file.fileno()):
                pass
        position = full.ledger.position
        report = opened(full, next(iter(full.state().reports)))
        with pytest.raises(UnwritableFile, match="No space left on device"):
            publish(folder, "甲")
        here = full.ledger.engine.dialect.name == SQLITE
        while (refused := refusal_of(full, report)) is None:  # a page of the log may still have room for a few
            position = full.ledger.position
            report = opened(full, report.id)
            if not here:
                break
        assert not here or "full" in str(refused) or "disk I/O error" in str(refused)
        results = taken(full, text_file(tmp_path, "511781"))
        assert not any(isinstance(each, Imported) for each in results)
        require_readable(published(folder))
        full.ledger.close()
        filler.unlink()
        reopened = Intake.open(folder)
        assert position == reopened.ledger.position
        assert [True] == [isinstance(each, Imported) for each in taken(reopened, text_file(tmp_path, "511781"))]
        publish(folder, "甲")
        reopened.ledger.close()
    finally:
        subprocess.run(["umount", str(disk)], check=True)  # noqa: S607


def refusal_of(intake: Intake, report: OpenReport) -> str | None:
    """What is said of a decision that finds no room; None where it was noted."""
    try:
        Editor(intake, "甲").reject(report.state, [report.figures.every[0]], report.sha256, "x" * 9000)
    except LedgerUnavailable as error:
        return str(error)
    return None


def _written(descriptor: int) -> int:
    try:
        return os.write(descriptor, b"\0" * 4096)
    except OSError:
        return 0


def test_a_folder_that_cannot_be_written(intake: Intake, tmp_path: Path) -> None:
    """Mounted to be read only, which holds for every user: one sentence, and readers read on."""
    one(intake, text_file(tmp_path))
    publish(intake.folder, "甲")
    intake.ledger.close()
    disk = tmp_path / "disk"
    mounted(disk, "size=64m")
    try:
        folder = Path(shutil.copytree(intake.folder, disk / "store"))
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)  # noqa: S607
        require_readable(published(folder))
        with pytest.raises((UnwritableFile, LedgerUnavailable)) as error:
            list(import_files(Intake.open(folder), [text_file(tmp_path, "511781")], WHO))
        assert "\n" not in str(error.value)
    finally:
        subprocess.run(["umount", str(disk)], check=True)  # noqa: S607
