"""A shelf: where snapshots lie for the servers of other machines, a network folder or object storage.

faheng-<n>.duckdb          a snapshot, whole before its name can be seen
published-<place>.json     which snapshot is published, with its size and hash; the one with the greatest place counts

A publish or a restore adds the next place and never writes over one, so that of two publishers the second one learns
that it came too late, in a folder (O_EXCL) as on object storage (a put that is refused where the name exists). A server
copies what is published into its own store, where readers find it as if it had been built there. The last ten of both
kinds are kept.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from faheng.errors import (
    BadSetting,
    FahengError,
    ShelfDamaged,
    ShelfOvertaken,
    ShelfUnavailable,
    StoreDamaged,
    StoreTooNew,
)
from faheng.paths import said_by, storage_faults
from faheng.store.read import Snapshot
from faheng.store.snapshots import KEPT_SNAPSHOTS, NAME, is_gone, number_of, point, prune, published_number, sync

__all__ = ["SETTING", "Shelf", "ShelvedSnapshot", "shelf_of_setting"]

SETTING = "FAHENG_SHELF"
_POINTER = re.compile(r"published-([0-9]{9})\.json")
_COPYING = re.compile(r"faheng-[0-9]+\.duckdb\.([1-9][0-9]*)\.copying")
# A copy in the making beside its place; whose it is, another machine cannot ask.
_LAYING = re.compile(r"faheng-[0-9]+\.duckdb\.[0-9a-f]{32}\.laying")
# No copy takes as long, in seconds.
_LONGEST = 24 * 3600
_CHUNK = 1 << 20
_INSTEAD = "write file:///mnt/faheng or s3://bucket/faheng"


@dataclass(frozen=True)
class ShelvedSnapshot:
    """What a shelf says is published. place: the how-manieth publish or restore it was; size in bytes."""

    place: int
    name: str
    size: int
    sha256: str


def shelf_of_setting() -> Shelf | None:
    """The shelf that FAHENG_SHELF names; None where it names none. Raises BadSetting and ShelfUnavailable."""
    address = os.environ.get(SETTING, "")
    return Shelf(address) if address else None


class Shelf:
    """Snapshots at an address that fsspec knows: file:///mnt/faheng, s3://bucket/faheng."""

    def __init__(self, address: str) -> None:
        """Nothing is read yet. Raises BadSetting for no address, ShelfUnavailable where a package is missing."""
        if "://" not in address:
            raise BadSetting(SETTING, address, _INSTEAD)
        try:
            import fsspec  # noqa: PLC0415 (an extra)

            self._files, self._root = fsspec.core.url_to_fs(address, use_listings_cache=False)
        except ImportError as error:
            instead = 'install it: pip install "faheng[cluster]"'
            raise ShelfUnavailable(address, f"a package is missing ({error})", instead) from error
        except ValueError as error:
            raise BadSetting(SETTING, address, _INSTEAD) from error
        self.address = address
        self._faults = storage_faults()
        self._refused: dict[str, FahengError] = {}
        self._compared: dict[tuple[str, int], bool] = {}

    def published(self) -> ShelvedSnapshot | None:
        """What is published now; None on an empty shelf. Raises ShelfUnavailable, ShelfDamaged."""
        place = max(self._places(), default=0)
        return self._read(place) if place else None

    def put(self, snapshot: Path) -> ShelvedSnapshot:
        """Lay the snapshot on the shelf and publish it there.

        Raises ShelfOvertaken where somebody else published between our look and ours, ShelfUnavailable where the shelf
        cannot be written; then what was published before stays.
        """
        place = max(self._places(), default=0) + 1
        said = ShelvedSnapshot(place, snapshot.name, snapshot.stat().st_size, _sha256(snapshot))
        try:
            self._lay(snapshot, said)
            content = json.dumps({"name": said.name, "size": said.size, "sha256": said.sha256}).encode()
            self._files.pipe_file(self._path(f"published-{place:09d}.json"), content, mode="create")
        except FileExistsError as error:
            raise ShelfOvertaken(self.address) from error
        except self._faults as error:
            raise ShelfUnavailable(self.address, said_by(error), "what was published before stays") from error
        with suppress(*self._faults):  # what is published is, though its keys may not remove anything
            self._prune(said)
        return said

    def fetch(self, folder: Path) -> Path | None:
        """Copy what is published into the store in the folder and publish it there; None where it is there already.

        A copy is not seen before its size and hash are right and this Faheng can read it: while machines are exchanged
        one after the other, those of before go on showing what they have. Raises ShelfUnavailable, StoreTooNew and
        StoreDamaged; then the store shows what it showed. ShelfDamaged where it has another one of that name, which it
        made before it followed this shelf.
        """
        said = self.published()
        if said is None:
            return None
        finished = folder / said.name
        if finished.is_file() and not self._is_same(finished, said):
            fault = f"{finished} is another snapshot than the one of that name on it"
            raise ShelfDamaged(self.address, fault, "publish again, or move that file away")
        if published_number(folder) == number_of(finished):
            return None
        if said.sha256 in self._refused:
            raise self._refused[said.sha256]
        if not finished.is_file():
            self._copy(said, finished)
        try:
            Snapshot(finished).close()
        except (StoreTooNew, StoreDamaged) as error:
            # The file stays, so that the next snapshot made here has another number.
            self._refused[said.sha256] = error
            raise
        point(folder, finished, backwards=True)
        prune(folder)
        return finished

    def _lay(self, snapshot: Path, said: ShelvedSnapshot) -> None:
        """The file under its name, once it is whole; nothing where the same file lies there."""
        target = self._path(said.name)
        if self._files.exists(target) and self._files.size(target) == said.size:
            return
        self._files.makedirs(self._root, exist_ok=True)
        if self._is_folder:
            _lay_beside(snapshot, Path(target))
            return
        with self._files.transaction, snapshot.open("rb") as own, self._files.open(target, "wb") as out:
            shutil.copyfileobj(own, out, _CHUNK)

    def _prune(self, said: ShelvedSnapshot) -> None:
        """Remove all but the last ten snapshots and what is published, all but the last ten pointers, and halves.

        As in a store's folder; a snapshot that another publisher is laying at this moment is one of the last ten.
        """
        names = self._names()
        snapshots = sorted((name for name in names if _is_snapshot(name)), key=lambda name: number_of(Path(name)))
        pointers = sorted(name for name in names if _POINTER.fullmatch(name))
        halves = [name for name in names if _LAYING.fullmatch(name) and self._is_old(name)]
        for name in (*snapshots[:-KEPT_SNAPSHOTS], *pointers[:-KEPT_SNAPSHOTS], *halves):
            if name != said.name:
                self._files.rm_file(self._path(name))

    def _is_old(self, name: str) -> bool:
        return time.time() - Path(self._path(name)).stat().st_mtime > _LONGEST

    @property
    def _is_folder(self) -> bool:
        return "file" in self._files.protocol

    def _is_same(self, finished: Path, said: ShelvedSnapshot) -> bool:
        """Whether a file of the store is what is published; looked at once, for it may have gigabytes."""
        key = said.sha256, finished.stat().st_mtime_ns
        if key not in self._compared:
            self._compared[key] = _sha256(finished) == said.sha256
        return self._compared[key]

    def _copy(self, said: ShelvedSnapshot, finished: Path) -> None:
        finished.parent.mkdir(parents=True, exist_ok=True)
        _remove_left(finished.parent)
        making = finished.with_name(f"{finished.name}.{os.getpid()}.copying")
        try:
            with self._files.open(self._path(said.name), "rb") as there, making.open("wb") as out:
                shutil.copyfileobj(there, out, _CHUNK)
            if making.stat().st_size != said.size or _sha256(making) != said.sha256:
                instead = "publish again, or look at the connection"
                raise ShelfUnavailable(self.address, f"{said.name} came over damaged", instead)
            sync(making)
            making.rename(finished)
        except ShelfUnavailable:
            raise
        except self._faults as error:
            raise ShelfUnavailable(self.address, said_by(error), "the snapshot of before is shown") from error
        finally:
            with suppress(OSError):
                making.unlink(missing_ok=True)

    def _places(self) -> list[int]:
        try:
            return [int(match[1]) for name in self._names() if (match := _POINTER.fullmatch(name))]
        except self._faults as error:
            raise ShelfUnavailable(self.address, said_by(error), "look whether it can be reached") from error

    def _names(self) -> list[str]:
        """Of all that lies on the shelf."""
        try:
            return [str(each).rsplit("/", 1)[-1] for each in self._files.ls(self._root, detail=False)]
        except FileNotFoundError:
            return []

    def _read(self, place: int) -> ShelvedSnapshot:
        path = self._path(f"published-{place:09d}.json")
        try:
            held: dict[str, Any] = json.loads(self._files.cat_file(path))
            said = ShelvedSnapshot(place, str(held["name"]), int(held["size"]), str(held["sha256"]))
        except (ValueError, KeyError, TypeError) as error:
            raise ShelfDamaged(self.address, f"{path} is damaged", "publish again") from error
        except self._faults as error:
            raise ShelfUnavailable(self.address, said_by(error), "look whether it can be reached") from error
        if not NAME.fullmatch(said.name):
            raise ShelfDamaged(self.address, f"{path} names {said.name[:40]!r}", "publish again")
        return said

    def _path(self, name: str) -> str:
        return f"{self._root.rstrip('/')}/{name}"


def _lay_beside(snapshot: Path, target: Path) -> None:
    """The file in a folder, under its name once all of it is on the disk."""
    making = target.with_name(f"{target.name}.{uuid4().hex}.laying")
    try:
        shutil.copyfile(snapshot, making)
        sync(making)
        making.replace(target)
        sync(target.parent)
    finally:
        making.unlink(missing_ok=True)


def _is_snapshot(name: str) -> bool:
    return name.endswith(".duckdb") and NAME.fullmatch(name) is not None


def _remove_left(folder: Path) -> None:
    """Remove copies that were never finished, because whoever made them was ended."""
    for path in folder.glob("faheng-*.copying"):
        match = _COPYING.fullmatch(path.name)
        if match is not None and is_gone(int(match[1])):
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _sha256(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
