"""Where Faheng's files are. Nothing else in the package builds such a path, or knows what lies in object storage."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast
from urllib.parse import unquote, urlsplit

from faheng.errors import FahengError

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
QUERIES = ROOT / "queries"
GOLD = ROOT / "tests/gold"
TEMPLATES = DATA / "templates"
# Where documents and readings lie.
DOCUMENTS = "FAHENG_DOCUMENTS"


class AddressUnusable(FahengError):
    """A place that was named by an address cannot be used: which one, why, and what to do."""

    def __init__(self, address: str, said: str, instead: str) -> None:
        super().__init__(f"{address}: cannot be used ({said}); {instead}")


def store_folder() -> Path:
    """The folder of the snapshots: $FAHENG_STORE, or data/store beside the rest of the data."""
    return Path(os.environ.get("FAHENG_STORE") or DATA / "store")


def documents_folder(store: Path) -> Path:
    """Where documents and readings lie: $FAHENG_DOCUMENTS, or the folder of the store.

    Raises AddressUnusable for what is no address that we know.
    """
    address = os.environ.get(DOCUMENTS, "")
    return place_of(address) if address else store.absolute()


def place_of(address: str) -> Path:
    """What is at an address: a path as it is typed, file:///mnt/reports, or what fsspec knows, as s3://bucket/folder.

    That of object storage does what a path does with files and is none (is_local). Raises AddressUnusable.
    """
    if "://" not in address:
        return Path(address)
    if address.startswith("file://"):
        return Path(unquote(urlsplit(address).path))
    try:
        from upath import UPath  # noqa: PLC0415 (an extra)

        return cast("Path", UPath(address, use_listings_cache=False))
    except ImportError as error:
        instead = 'install it: pip install "faheng[cluster]"'
        raise AddressUnusable(address, f"a package is missing ({error})", instead) from error
    except ValueError as error:
        raise AddressUnusable(address, str(error), "write s3://bucket/folder or file:///mnt/folder") from error


def is_local(path: Path) -> bool:
    """Whether it is a path of this machine, which others may share with it, and no object storage."""
    return isinstance(path, Path)


def storage_faults(*others: type[Exception]) -> tuple[type[Exception], ...]:
    """What a storage raises when it cannot be used, and others: that of Amazon's kind has classes of its own."""
    try:
        from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415 (an extra)
    except ImportError:
        return (OSError, *others)
    return (OSError, BotoCoreError, ClientError, *others)


def said_by(error: Exception) -> str:
    """What a storage says of a failure, as one line."""
    return " ".join(str(error).split())[:200] or type(error).__name__


@contextmanager
def reaching(path: Path) -> Iterator[None]:
    """While a place is looked at. Raises AddressUnusable where it is object storage that cannot be reached."""
    try:
        yield
    except storage_faults() as error:
        if is_local(path):
            raise
        raise AddressUnusable(str(path), said_by(error), "look whether it can be reached") from error
