"""The folder of the store: numbered snapshots that never change, and a pointer to the published one.

faheng-<n>.duckdb   a finished snapshot; readers open it read-only
current             the name of the published snapshot, replaced atomically
faheng-<n>.building a folder with a snapshot in the making; creating it reserves the number, its writer holds it

Every snapshot has a name of its own because DuckDB keeps one instance a path within a process: a file replaced under
its old name would go on showing the old data. A crash at any byte leaves the last published snapshot in place.
"""

from __future__ import annotations

import os
import re
import shutil
import threading
from contextlib import suppress
from pathlib import Path

from faheng.errors import StoreBusy, StoreDamaged, StoreMissing, UnknownSnapshot, UnwritableFile
from faheng.store.held import LOCK, hold, is_held, let_go, remove_abandoned

SCHEMA_VERSION = 12
KEPT_SNAPSHOTS = 10
# A file with a longer number is none of ours: the number stands in the snapshot as an integer of 32 bits.
NAME = re.compile(r"faheng-([1-9][0-9]{0,8})\.(duckdb|building)")
MOST = 999_999_999
POINTER = "current"
LEFT_POINTER = re.compile(rf"{POINTER}\.([1-9][0-9]*)\.[0-9]+")


def number_of(path: Path) -> int:
    """The number in a snapshot's name; 0 for any other file."""
    match = NAME.fullmatch(path.name)
    return int(match[1]) if match else 0


def snapshots(folder: Path) -> list[Path]:
    """The finished snapshots, oldest first."""
    found = [path for path in folder.glob("faheng-*.duckdb") if number_of(path)]
    return sorted(found, key=number_of)


def published(folder: Path) -> Path:
    """The snapshot that readers open.

    Raises StoreMissing before the first build, StoreDamaged where the pointer names no snapshot of the folder.
    """
    if (folder / POINTER).is_dir():
        raise StoreDamaged(f"{folder / POINTER} is a folder: move it away, then run `faheng build`")
    name = _named(folder)
    if not NAME.fullmatch(name) or not (folder / name).is_file():
        # Between our two looks a writer may have published, and another have pruned what was named before.
        name = _named(folder)
    if not NAME.fullmatch(name) or not (folder / name).is_file():
        raise StoreDamaged(f"{folder / POINTER} names {name!r}, which is not there: run `faheng build`")
    return folder / name


def _named(folder: Path) -> str:
    """What the pointer says."""
    try:
        return (folder / POINTER).read_text(encoding="utf-8").strip()
    except FileNotFoundError:
        raise StoreMissing(f"no store in {folder}: run `faheng build`") from None
    except (UnicodeDecodeError, OSError) as error:
        raise StoreDamaged(f"{folder / POINTER} cannot be read ({error}): run `faheng build`") from error


def reserve(folder: Path) -> Path:
    """A new, empty *.building folder with the next free number; the snapshot is to be made inside it.

    Raises StoreBusy when two writers ask at the same moment more often than is likely, UnwritableFile where the system
    does not let us write there.
    """
    if (folder / POINTER).is_dir():
        raise UnwritableFile(str(folder / POINTER), "it is a folder", "move it away, then run `faheng build`")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return _reserved(folder)
    except OSError as error:
        instead = "let FAHENG_STORE name a folder that can be written"
        raise UnwritableFile(str(folder), error.strerror or str(error), instead) from error


def _reserved(folder: Path) -> Path:
    for _ in range(100):
        number = max((number_of(path) for path in folder.iterdir()), default=0) + 1
        if number > MOST:
            raise StoreBusy(f"{folder} holds a snapshot numbered {MOST}, the last number there is: move it away")
        path = folder / f"faheng-{number}.building"
        try:
            path.mkdir()
        except FileExistsError:
            continue
        if not hold(path):
            continue
        if path.with_suffix(".duckdb").exists():  # another writer finished under this number after we looked
            let_go(path)
            continue
        return path
    raise StoreBusy(f"other writers are at work in {folder}: try again in a minute")


def publish(made: Path) -> Path:
    """Make the file, finished inside its *.building folder, the published snapshot.

    It is on disk before its name is known. Of two writers the one that began later wins: an older snapshot never
    replaces a newer one.
    """
    building = made.parent
    sync(made)
    finished = building.with_suffix(".duckdb")
    made.rename(finished)
    let_go(building)
    point(building.parent, finished)
    prune(building.parent)
    return finished


def abandon(building: Path) -> None:
    """Remove a *.building folder with all that is in it; nothing where it was published already."""
    if is_held(building):
        for path in building.iterdir():
            if path.name != LOCK:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        let_go(building)


def point(folder: Path, snapshot: Path, *, backwards: bool = False) -> None:
    """Swap the pointer to snapshot; to an older one only when asked to (a restore)."""
    if not backwards and published_number(folder) > number_of(snapshot):
        return
    temporary = folder / f"{POINTER}.{os.getpid()}.{threading.get_ident()}"
    temporary.write_text(snapshot.name + "\n", encoding="utf-8")
    sync(temporary)
    temporary.replace(folder / POINTER)
    sync(folder)
    newest = snapshots(folder)[-1]
    if not backwards and number_of(newest) > number_of(snapshot):
        # Another writer's swap came between our look and ours; whoever swaps last looks again, so the newer one wins.
        point(folder, newest)


def published_number(folder: Path) -> int:
    """The number of the published snapshot; 0 where there is none, so that a build puts a broken pointer right."""
    try:
        return number_of(published(folder))
    except (StoreMissing, StoreDamaged):
        return 0


def restore(folder: Path, number: int) -> Path:
    """Publish snapshot `number` again.

    Raises UnknownSnapshot with the numbers that are kept, UnwritableFile where the system does not let us write.
    """
    path = kept(folder, number)
    try:
        point(folder, path, backwards=True)
    except OSError as error:
        instead = "the snapshot published before stays"
        raise UnwritableFile(str(folder / POINTER), error.strerror or str(error), instead) from error
    return path


def take_back(folder: Path, snapshot: Path, before: Path | None) -> None:
    """Undo the publish of a snapshot that must not be shown: the one before is published again, the file is removed."""
    if before is None:
        (folder / POINTER).unlink(missing_ok=True)
    else:
        point(folder, before, backwards=True)
    snapshot.unlink(missing_ok=True)


def kept(folder: Path, number: int) -> Path:
    """The snapshot of this number; raises UnknownSnapshot with the numbers that are kept."""
    for path in snapshots(folder):
        if number_of(path) == number:
            return path
    numbers = ", ".join(str(number_of(path)) for path in snapshots(folder)) or "none"
    raise UnknownSnapshot(f"no snapshot {number} in {folder}; kept are: {numbers}")


def prune(folder: Path) -> None:
    """Remove all but the last ten snapshots, and what writers left behind that live no more.

    The published snapshot stays whatever its number; on Windows a file that a reader has open stays too.
    """
    # One look: what another writer finishes after it is newer than all that is pruned here.
    found = snapshots(folder)
    keep = {published(folder), *found[-KEPT_SNAPSHOTS:]}
    stale = [path for path in found if path not in keep]
    left = [path for path in folder.glob(f"{POINTER}.*") if is_left_pointer(path)]
    for path in (*stale, *left):
        with suppress(OSError):
            path.unlink(missing_ok=True)
    for path in folder.glob("faheng-*.building"):
        remove_abandoned(path)


def is_left_pointer(path: Path) -> bool:
    """Whether the file is a pointer in the making whose writer lives no more."""
    match = LEFT_POINTER.fullmatch(path.name)
    return match is not None and is_gone(int(match[1]))


def is_gone(process: int) -> bool:
    """Whether no process has this number; on Windows, which cannot say, False."""
    if os.name == "nt":
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return True
    except PermissionError:
        return False
    return False


def put_in_place(making: Path, path: Path) -> None:
    """Give a finished folder its name; who made the same meanwhile may have been first, and has readers."""
    try:
        making.rename(path)
    except OSError:
        if not path.is_dir():
            raise
    sync(path.parent)


def sync(path: Path) -> None:
    """Wait until a file or a folder's entries are on disk (folders cannot be opened for this on Windows)."""
    if path.is_dir() and os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
