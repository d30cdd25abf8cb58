"""What people brought, as it stands: the rows of their reports, which DuckDB takes from bundles into the tables.

A bundle is a folder of Parquet files, one a table of the reports, each sorted by place: the rows of many reports, made
once by whoever judged them. No row of it becomes an object of Python.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pyarrow as pa

from faheng.errors import StoreDamaged, UnwritableFile
from faheng.store.connect import connected, said_by
from faheng.store.queries import names, sql
from faheng.store.snapshots import is_gone, put_in_place, sync

# The tables that a bundle holds. Each row says beside its own the number under which its report stands and the code of
# its place; a list says which reports there are, those too of which nothing can be published: the mark of the past of
# each, the sum of its document, and what it was judged by.
LIST, MAKING = "standing", "making."
TABLES = ("report", "observation", "evidence_place", "finding", "report_text", "review")
# DuckDB reads of a file only the groups of rows whose places it wants.
_GROUP = 20_000


@dataclass(frozen=True)
class Brought:
    """The reports of these standings, in the bundles of the folder."""

    folder: Path = Path()
    standings: pa.Array = field(default_factory=lambda: pa.array([], pa.int64()))

    def announce(self, store: duckdb.DuckDBPyConnection) -> None:
        """Note in the database `memory` which reports are wanted, of which bundle each is taken."""
        store.execute(
            "create table memory.main.wanted (bundle varchar, standing bigint, place varchar, figures bigint)"
        )
        if len(self.standings) and (found := bundles(self.folder)):
            store.register("standings", pa.table({"standing": self.standings}))
            store.execute(sql("whole/wanted"), {"files": files(found, LIST)})
            store.unregister("standings")

    def insert(self, store: duckdb.DuckDBPyConnection, first: str, after: str) -> None:
        """Add the rows of the places from the first code to before the other one, "" for no end."""
        wanted = {"first": first, "after": after or None}
        found = [name for (name,) in store.execute(sql("whole/bundles"), wanted).fetchall()]
        for table in TABLES if found else ():
            named = files([self.folder / name for name in found], table)
            try:
                store.execute(f"insert into {table} by name {sql('whole/rows')}", {**wanted, "files": named})
            except duckdb.Error as error:
                said = str(error).splitlines()[0]
                raise StoreDamaged(f"{self.folder} cannot be read ({said}): remove it, it is made anew") from error


NOTHING = Brought()


def bundles(folder: Path) -> list[Path]:
    """The finished bundles of the folder."""
    return sorted(path for path in folder.glob("*") if path.is_dir() and not path.name.startswith(MAKING))


def files(found: Iterable[Path], table: str) -> list[str]:
    """The files of a table in these bundles."""
    return [str(path / f"{table}.parquet") for path in found]


def standings_in(folder: Path) -> set[int]:
    """Those that the bundles hold. A bundle whose list is torn is removed: what it held is made anew."""
    known: set[int] = set()
    for path in bundles(folder):
        try:
            known.update(listed(path))
        except duckdb.Error:
            shutil.rmtree(path)
    return known


def listed(path: Path) -> list[int]:
    """The standings of a bundle. Raises duckdb.Error where its list is torn."""
    with connected(Path(":memory:"), read_only=False) as store:
        rows = store.execute("select standing from read_parquet($files)", {"files": files([path], LIST)}).fetchall()
    return [value for (value,) in rows]


def standing_still(folder: Path, heads: pa.Table, ground: str) -> list[tuple[int, str, str, str]]:
    """Number, report, place and document of those that a bundle holds and of which nothing was noted since.

    heads: report, and the mark of its past; ground: what reports are judged by. None where a list is torn.
    """
    if not (found := bundles(folder)):
        return []
    with connected(Path(":memory:"), read_only=False) as store, suppress(duckdb.Error):
        store.register("heads", heads)
        return store.execute(sql("whole/still"), {"files": files(found, LIST), "ground": ground}).fetchall()
    return []


def remove_outdated(brought: Brought) -> None:
    """Remove the bundles that hold nothing of what was brought, and what a crash left.

    Nobody else may publish meanwhile.
    """
    wanted = set(brought.standings.to_pylist())
    for path in brought.folder.glob(f"{MAKING}*"):
        if is_gone(int(path.name.split(".")[1])):
            shutil.rmtree(path, ignore_errors=True)
    for path in bundles(brought.folder):
        with suppress(duckdb.Error, OSError):
            if wanted.isdisjoint(listed(path)):
                shutil.rmtree(path)


@contextmanager
def bundle(folder: Path, name: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """A new bundle: empty tables to be filled, each with the columns beside; written when they are left.

    name: of all that it holds, so that two of one name are one.

    Raises UnwritableFile; then there is no new bundle.
    """
    making = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        making = Path(tempfile.mkdtemp(prefix=f"{MAKING}{os.getpid()}.", dir=folder))
        with connected(Path(":memory:"), read_only=False) as store:
            make_tables(store)
            yield store
            for table in (LIST, *TABLES):
                ordered = f"select '{name}' as bundle, * from bundled.{table} order by place, standing"  # noqa: S608
                write(store, ordered, making / f"{table}.parquet")
        sync(making)
        put_in_place(making, folder / name)
    except (duckdb.OperationalError, duckdb.FatalException, OSError) as error:
        raise UnwritableFile(str(folder), said_by(error), "nothing was published") from error
    finally:
        if making is not None:
            shutil.rmtree(making, ignore_errors=True)


def make_tables(store: duckdb.DuckDBPyConnection) -> None:
    """Empty tables of the schema `bundled`, those of the store with the columns beside."""
    for name in names("schema"):
        if not name.endswith(("_snapshot", "_reference", "_news")):
            store.execute(sql(name))
    store.execute(sql("whole/standing"))
    for table in TABLES:
        beside = f"select 0::bigint as standing, '' as place, * from {table} limit 0"  # noqa: S608 (our own tables)
        store.execute(f"create table bundled.{table} as {beside}")


def write(store: duckdb.DuckDBPyConnection, query: str, path: Path) -> None:
    """The rows of a query as a file that is on the disk."""
    quoted = str(path).replace("'", "''")
    store.execute(f"copy ({query}) to '{quoted}' (format parquet, compression zstd, row_group_size {_GROUP})")
    sync(path)
