"""A shelf: where snapshots lie for the servers of other machines, a network folder or object storage.

faheng-<n>.duckdb          a snapshot, whole before its name can be seen
published-<place>.json     which snapshot is published, with its size and hash; the one with the greatest place counts

A publish or a restore adds the next place and never writes over one, so that of two publishers the second one learns
that it came too late, in a folder (O_EXCL) as on object storage (a put that is refused where the name exists). A server
copies what is published into its own store, where readers find it as if it had been built there.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from faheng.errors import BadSetting, ShelfOvertaken, ShelfUnavailable
from faheng.paths import said_by, storage_faults
from faheng.store.snapshots import NAME, number_of, point, prune, published_number, sync

__all__ = ["SETTING", "Shelf", "ShelvedSnapshot", "shelf_of_setting"]

SETTING = "FAHENG_SHELF"
_POINTER = re.compile(r"published-([0-9]{9})\.json")
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

    def published(self) -> ShelvedSnapshot | None:
        """What is published now; None on an empty shelf. Raises ShelfUnavailable."""
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
        return said

    def fetch(self, folder: Path) -> Path | None:
        """Copy what is published into the store in the folder and publish it there; None where it is there already.

        A copy is not seen before its size and hash are right. Raises ShelfUnavailable; then the store is as it was.
        """
        said = self.published()
        if said is None or published_number(folder) == number_of(Path(said.name)):
            return None
        finished = folder / said.name
        if not finished.is_file():
            self._copy(said, finished)
        elif _sha256(finished) != said.sha256:
            fault = f"{finished} is another snapshot than the one of that name on it"
            raise ShelfUnavailable(self.address, fault, "move that file away")
        point(folder, finished, backwards=True)
        prune(folder)
        return finished

    def _lay(self, snapshot: Path, said: ShelvedSnapshot) -> None:
        """The file under its name, once it is whole; nothing where the same file lies there."""
        target = self._path(said.name)
        if self._files.exists(target) and self._files.size(target) == said.size:
            return
        self._files.makedirs(self._root, exist_ok=True)
        with self._files.transaction, snapshot.open("rb") as own, self._files.open(target, "wb") as out:
            shutil.copyfileobj(own, out, _CHUNK)

    def _copy(self, said: ShelvedSnapshot, finished: Path) -> None:
        finished.parent.mkdir(parents=True, exist_ok=True)
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
            names = [str(each).rsplit("/", 1)[-1] for each in self._files.ls(self._root, detail=False)]
        except FileNotFoundError:
            return []
        except self._faults as error:
            raise ShelfUnavailable(self.address, said_by(error), "look whether it can be reached") from error
        return [int(match[1]) for name in names if (match := _POINTER.fullmatch(name))]

    def _read(self, place: int) -> ShelvedSnapshot:
        path = self._path(f"published-{place:09d}.json")
        try:
            held: dict[str, Any] = json.loads(self._files.cat_file(path))
            said = ShelvedSnapshot(place, str(held["name"]), int(held["size"]), str(held["sha256"]))
        except (ValueError, KeyError, TypeError) as error:
            raise ShelfUnavailable(self.address, f"{path} is damaged", "publish again") from error
        except self._faults as error:
            raise ShelfUnavailable(self.address, said_by(error), "look whether it can be reached") from error
        if not NAME.fullmatch(said.name):
            raise ShelfUnavailable(self.address, f"{path} names {said.name[:40]!r}", "publish again")
        return said

    def _path(self, name: str) -> str:
        return f"{self._root.rstrip('/')}/{name}"


def _sha256(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
