"""What a snapshot was made from, when and by whom: as the file itself says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from faheng.store.connect import connected
from faheng.store.snapshots import number_of


@dataclass(frozen=True)
class SnapshotOrigin:
    """What a snapshot was made from, and by whom: the ledger's position (0 without one) and the state of data/.

    inputs: the sum of all else that it follows from (faheng.store.inputs); "" where no other may be made out of it.
    """

    ledger_position: int = 0
    reader: str = ""
    published_by: str = ""
    inputs: str = ""


NO_LEDGER = SnapshotOrigin()


@dataclass(frozen=True)
class Version:
    """A kept snapshot. readable: False where the file is damaged or of a form that did not note this.

    ledger_position: 0 where it was made from data/ alone. reader: the state of data/ by which it was made.
    """

    number: int
    published: bool
    readable: bool = True
    built_at: datetime | None = None
    ledger_position: int = 0
    reader: str = ""
    published_by: str = ""


def version_of(path: Path, *, published: bool) -> Version:
    """What the snapshot says of itself. published: whether readers open it now."""
    number = number_of(path)
    try:
        with connected(path, read_only=True) as store:
            row = store.execute("select built_at, ledger_position, reader, published_by from snapshot").fetchone()
    except duckdb.Error:
        return Version(number, published, readable=False)
    return Version(number, published, row is not None, *(row or ()))


def origin_of(path: Path) -> SnapshotOrigin:
    """What the snapshot was made from; NO_LEDGER where the file does not say it, or cannot be read."""
    try:
        with connected(path, read_only=True) as store:
            row = store.execute("select ledger_position, reader, published_by, inputs from snapshot").fetchone()
    except duckdb.Error:
        return NO_LEDGER
    return SnapshotOrigin(*row) if row else NO_LEDGER


@dataclass(frozen=True)
class StoreSize:
    """How many reports and reported figures a snapshot holds."""

    reports: int
    observations: int


def size_of(path: Path) -> StoreSize:
    """How much the snapshot holds. Raises duckdb.Error where it cannot be read."""
    with connected(path, read_only=True) as store:
        counts = [store.execute(f"select count(*) from {table}").fetchone() for table in ("report", "observation")]  # noqa: S608 (our own tables)
    return StoreSize(*(int(row[0]) if row else 0 for row in counts))
