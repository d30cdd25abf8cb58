"""A finished file is what was written to it: every table counted and summed, by the writer and again from the disk.

DuckDB may close a file whose last blocks found no room without a word; what cannot be read back must not become a
snapshot.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import duckdb

from faheng.errors import StoreDamaged, UnwritableFile
from faheng.store.connect import connected, spare

Contents = dict[str, tuple[int, int]]


def contents(store: duckdb.DuckDBPyConnection, chosen: Mapping[str, str] | None = None) -> Contents:
    """The rows of each table of the current database, counted, and a checksum of them that no order of them changes.

    chosen: tables with a condition each, where only these rows count.
    """
    ours = "not temporary and database_name = current_database()"
    tables = store.execute(f"select table_name from duckdb_tables() where {ours} order by table_name").fetchall()  # noqa: S608
    return {name: _rows(store, name, here) for name, here in (chosen or {each[0]: "true" for each in tables}).items()}


def _rows(store: duckdb.DuckDBPyConnection, name: str, here: str) -> tuple[int, int]:
    query = f'select count(*), coalesce(bit_xor(hash(t)), 0) from "{name}" as t where {here}'  # noqa: S608
    found = store.execute(query).fetchone()
    assert found is not None  # noqa: S101 (an aggregate gives a row)
    return int(found[0]), int(found[1])


def together(*parts: Contents) -> Contents:
    """What tables hold that were filled in these parts."""
    whole: Contents = {}
    for part in parts:
        for name, (rows, total) in part.items():
            before = whole.get(name, (0, 0))
            whole[name] = before[0] + rows, before[1] ^ total
    return whole


def counts(store: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """How many rows each table of the current database has: what its list of rows says, of which nothing is read."""
    ours = "not temporary and database_name = current_database()"
    tables = store.execute(f"select table_name from duckdb_tables() where {ours}").fetchall()  # noqa: S608
    found = {name: store.execute(f'select count(*) from "{name}"').fetchone() for (name,) in tables}  # noqa: S608
    return {name: int(row[0]) for name, row in found.items() if row}


def require_written(made: Path, expected: Contents) -> None:
    """Raise UnwritableFile where the closed file does not hold these contents."""
    try:
        with connected(made, read_only=True) as store:
            spare(store)
            found = contents(store)
    except duckdb.Error as error:
        raise lost(made, str(error).splitlines()[0]) from error
    if found != expected:
        raise lost(made, f"other rows in {', '.join(sorted(_differing(found, expected)))}")


def _differing(found: Contents, expected: Contents) -> set[str]:
    return {name for name in {*found, *expected} if found.get(name) != expected.get(name)}


def lost(made: Path, said: str) -> UnwritableFile:
    """The error of a file that does not hold what was written to it."""
    instead = "nothing was published: look whether the disk is full or failing, then build again"
    return UnwritableFile(str(made), f"it does not read back as written, {said}", instead)


def require_readable(path: Path) -> None:
    """Raise StoreDamaged where a block of the file cannot be read."""
    try:
        with connected(path, read_only=True) as store:
            contents(store)
    except duckdb.Error as error:
        raise StoreDamaged(f"{path} cannot be read ({str(error).splitlines()[0]}): restore another") from error
