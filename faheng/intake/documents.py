"""Documents as they were received, by their SHA-256: compressed, written once, never changed.

A file appears under its name only when all of it is on the disk. What a crash left in the making is removed by tidy().
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from faheng.errors import DocumentDamaged, UnwritableFile
from faheng.paths import is_local, said_by, storage_faults
from faheng.store.snapshots import sync

NAME = re.compile(r"([0-9a-f]{64})\.gz")
# Of what is still being written, by this process's number.
MAKING = re.compile(r"making\.([1-9][0-9]*)\..*")
# Quick, and a web page or a text still shrinks to a fourth; what is packed already stays as large.
_LEVEL = 3
NOT_STORED = "nothing was stored; free some room, or let FAHENG_STORE name a folder that has it"


@dataclass(frozen=True)
class Documents:
    """The folder of the documents, or its like in object storage."""

    folder: Path

    def put(self, data: bytes) -> str:
        """Store the document; returns its SHA-256. Raises UnwritableFile.

        The same document again changes nothing, but that a damaged copy is put right.
        """
        sha256 = hashlib.sha256(data).hexdigest()
        path = self.path(sha256)
        if not self.has_whole(sha256):
            write_whole(path, gzip.compress(data, _LEVEL, mtime=0))
        return sha256

    def has_whole(self, sha256: str) -> bool:
        """Whether the document is there and undamaged."""
        if not self.path(sha256).is_file():
            return False
        try:
            self.get(sha256)
        except DocumentDamaged:
            return False
        return True

    def get(self, sha256: str) -> bytes:
        """The document as it was received. Raises DocumentDamaged where it is missing or not what its name says."""
        try:
            data = gzip.decompress(self.path(sha256).read_bytes())
        except storage_faults(EOFError, zlib.error) as error:
            raise DocumentDamaged(sha256, said_by(error)) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise DocumentDamaged(sha256, "its content has another sum")
        return data

    def path(self, sha256: str) -> Path:
        """Where the document is."""
        return self.folder / f"{sha256}.gz"

    def names(self) -> Iterator[str]:
        """The sums of all documents that are there."""
        for path in self.folder.glob("*.gz"):
            if match := NAME.fullmatch(path.name):
                yield match[1]

    def remove(self, sha256: str) -> None:
        """Remove a document that no event names."""
        self.path(sha256).unlink(missing_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write the file so that it is there whole or not at all. Raises UnwritableFile."""
    making = None
    try:
        if not is_local(path):
            path.write_bytes(data)  # what object storage takes it takes whole
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f"making.{os.getpid()}.", dir=path.parent)
        making = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        sync(making)
        making.replace(path)
        sync(path.parent)
    except storage_faults() as error:
        if making is not None:
            making.unlink(missing_ok=True)
        raise UnwritableFile(str(path.parent), fault_of(error), NOT_STORED) from error


def fault_of(error: Exception) -> str:
    """What the system says of it, without the name of the file."""
    return (error.strerror if isinstance(error, OSError) else None) or said_by(error)
