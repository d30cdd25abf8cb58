"""A finished file is what was written to it: every table counted and summed, by the writer and again from the disk.

DuckDB may close a file whose last blocks found no room without a word; what cannot be read back must not become a
snapshot.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from faheng.errors import StoreDamaged, UnwritableFile
from faheng.store.connect import connected

Contents = dict[str, tuple[int, int]]


def contents(store: duckdb.DuckDBPyConnection) -> Contents:
    """The rows of each table of the current database, counted, and a checksum of them that no order of them changes."""
    ours = "not temporary and database_name = current_database()"
    tables = store.execute(f"select table_name from duckdb_tables() where {ours} order by table_name").fetchall()  # noqa: S608
    return {name: _table(store, name) for (name,) in tables}


def _table(store: duckdb.DuckDBPyConnection, name: str) -> tuple[int, int]:
    found = store.execute(f'select count(*), coalesce(bit_xor(hash(t)), 0) from "{name}" as t').fetchone()  # noqa: S608
    assert found is not None  # noqa: S101 (an aggregate gives a row)
    return int(found[0]), int(found[1])


def require_written(made: Path, expected: Contents) -> None:
    """Raise UnwritableFile where the closed file does not hold these contents."""
    try:
        with connected(made, read_only=True) as store:
            found = contents(store)
    except duckdb.Error as error:
        raise _lost(made, str(error).splitlines()[0]) from error
    if found != expected:
        raise _lost(made, f"other rows in {', '.join(sorted(_differing(found, expected)))}")


def _differing(found: Contents, expected: Contents) -> set[str]:
    return {name for name in {*found, *expected} if found.get(name) != expected.get(name)}


def _lost(made: Path, said: str) -> UnwritableFile:
    instead = "nothing was published: look whether the disk is full or failing, then build again"
    return UnwritableFile(str(made), f"it does not read back as written, {said}", instead)


def require_readable(path: Path) -> None:
    """Raise StoreDamaged where a block of the file cannot be read."""
    try:
        with connected(path, read_only=True) as store:
            contents(store)
    except duckdb.Error as error:
        raise StoreDamaged(f"{path} cannot be read ({str(error).splitlines()[0]}): restore another") from error
