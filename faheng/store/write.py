"""Dataset, and what the ledger brought -> a new published snapshot: schema, rows, marts, then the pointer.

However many figures there are, no more of them are held at once than those of some places (faheng.store.beside).
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import duckdb

from faheng.data.read import Dataset
from faheng.errors import StoreDamaged, StoreMissing, UnwritableFile
from faheng.store import snapshots
from faheng.store.beside import OF_PLACES, OF_REPORTS, PEERS, beside, make_places, put_there, some_places
from faheng.store.brought import NOTHING, Brought
from faheng.store.connect import said_by
from faheng.store.marts import (
    LIMITS,
    MART_TABLES,
    OF_REFERENCE,
    build_limits,
    build_marts,
    create_schema,
    make_staging,
    make_table,
    make_values,
    make_views,
)
from faheng.store.news import note_since
from faheng.store.origin import NO_LEDGER, SnapshotOrigin
from faheng.store.queries import sql
from faheng.store.tables import columns, insert, insert_dataset, insert_reference, insert_reports, insert_snapshot
from faheng.store.verify import Contents, contents, require_written, together

FREE_SOME_ROOM = "free some room, or let FAHENG_STORE name a folder that has it"
# How many figures are worked on at once, with all that follows from them: one and a half gigabytes. Of fewer the
# file is written more often than it has to be.
FIGURES_AT_ONCE = 1_000_000
# Stage, how much of it is done, and how much there is.
Progress = Callable[[str, int, int], None]
# The parts of a store, for those that make one of their own.
__all__ = [
    "LIMITS",
    "MART_TABLES",
    "build_limits",
    "build_marts",
    "build_store",
    "candidate",
    "columns",
    "create_schema",
    "insert",
    "insert_dataset",
    "insert_snapshot",
]


def untold(stage: str, done: int, of: int) -> None:
    """Where nobody wants to know how far it is."""


def build_store(
    data: Dataset, folder: Path, origin: SnapshotOrigin = NO_LEDGER, brought: Brought = NOTHING, told: Progress = untold
) -> Path:
    """Write the dataset, with what was brought, as the next snapshot of the folder and publish it; returns its path.

    told: whom to tell how far it is. Raises StoreBusy and UnwritableFile. What was published before stays so, and
    nothing half made is left.
    """
    with making(folder, "nothing was published; " + FREE_SOME_ROOM) as building:
        return snapshots.publish(made_in(building, data, origin, brought, told))


@contextmanager
def candidate(
    data: Dataset, folder: Path, origin: SnapshotOrigin = NO_LEDGER, brought: Brought = NOTHING
) -> Iterator[Path]:
    """The snapshot that the dataset would become, to be looked at and not published; it is gone afterwards.

    Raises StoreBusy and UnwritableFile.
    """
    with making(folder, FREE_SOME_ROOM) as building:
        yield made_in(building, data, origin, brought, untold)


@contextmanager
def making(folder: Path, instead: str) -> Iterator[Path]:
    """A folder of the store in which a snapshot is made; whatever is not published from there is gone afterwards.

    instead: what to do where there is no room. Raises StoreBusy and UnwritableFile.
    """
    building = snapshots.reserve(folder)
    try:
        yield building
    except (duckdb.OperationalError, duckdb.FatalException, OSError) as error:
        raise UnwritableFile(str(folder), said_by(error), instead) from error
    finally:
        snapshots.abandon(building)


def made_in(building: Path, data: Dataset, origin: SnapshotOrigin, brought: Brought, told: Progress) -> Path:
    """The dataset and what was brought as a finished file in the folder, read back from the disk and found whole."""
    made = building / "made.duckdb"
    with beside(made, read_only=False, aside=building) as store:
        quoted = str(building / "peers.duckdb").replace("'", "''")
        store.execute(f"attach '{quoted}' as peers; use base")
        create_schema(store)
        insert_reference(store, data)
        insert(store, "review", map(columns, data.reviews))
        make_staging(store)
        make_values(store)
        for mart in OF_REFERENCE:
            make_table(store, mart)
        written = build_places(store, data, brought, told)
        build_whole(store)
        compared_with = note_since(store, published_in(building.parent))
        insert_snapshot(store, snapshots.number_of(building), origin, compared_with)
        expected = {name: held for name, held in contents(store).items() if name not in {*OF_REPORTS, *OF_PLACES}}
        # Closing does it too, but does not say when it fails.
        store.execute("checkpoint; use memory; detach peers; detach base")
    shutil.rmtree(building / "aside", ignore_errors=True)
    (building / "peers.duckdb").unlink()
    require_written(made, together(expected, written))
    return made


def build_places(store: duckdb.DuckDBPyConnection, data: Dataset, brought: Brought, told: Progress) -> Contents:
    """The reports and what follows from them, some places after the other; what the tables hold then."""
    brought.announce(store)
    firsts = ["", *(first for (first,) in store.execute(sql("whole/parts"), {"least": FIGURES_AT_ONCE}).fetchall()[1:])]
    written = contents(store, {"review": "true"})
    for number, (first, after) in enumerate(zip(firsts, [*firsts[1:], ""], strict=True)):
        told("places", number, len(firsts))
        some = replace(data.between(first, after), reviews=())
        with some_places(store):
            insert_reports(store, some)
            brought.insert(store, first, after)
            make_places(store, some)
            written = together(written, put_part(store))
    told("places", len(firsts), len(firsts))
    return written


def put_part(store: duckdb.DuckDBPyConnection) -> Contents:
    """Add the reports of some places, and what follows from them, to the base; what was added."""
    # Which year is the newest anywhere is not known yet.
    store.execute("create table newest_years (indicator_id varchar, year integer)")
    make_table(store, "peer_values")
    store.execute("create table if not exists peers.gathered as from peer_values limit 0")
    store.execute("insert into peers.gathered from peer_values")
    for mart in OF_PLACES:
        store.execute(f"create table if not exists base.{mart} as from {mart} limit 0")
    return put_there(store, dict.fromkeys((*reversed(OF_REPORTS), *OF_PLACES), "true"))


def build_whole(store: duckdb.DuckDBPyConnection) -> None:
    """The marts that look over all places, in the base."""
    store.execute("use base")
    for mart in MART_TABLES:
        if mart in PEERS:
            store.execute(f"create table {mart} as {sql(f'whole/{mart}')}")
        elif mart not in OF_REFERENCE and mart not in OF_PLACES:
            make_table(store, mart)
    make_views(store)


def published_in(folder: Path) -> Path | None:
    """The snapshot that readers open while the next is made; None where there is none."""
    with suppress(StoreMissing, StoreDamaged):
        return snapshots.published(folder)
    return None
