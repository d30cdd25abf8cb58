"""What a snapshot was made from, when and by whom: as the file itself says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from faheng.store.connect import connected
from faheng.store.snapshots import number_of


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
