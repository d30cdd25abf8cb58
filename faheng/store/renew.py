"""A snapshot, and the reports of the places of which something was noted since -> the next snapshot.

What a snapshot holds of a place follows from the reports of that place and from the reference data alone. So the
places that were touched are made anew in memory, by the same queries as a whole store; the rows of all others are taken
over with a copy of the file. The few tables that look over all places are made anew in it. The result is, row by row,
what a whole build gives.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from faheng.data.read import Dataset
from faheng.errors import StoreDamaged
from faheng.model.change import Differences
from faheng.store import snapshots
from faheng.store.compare import differences
from faheng.store.connect import connected
from faheng.store.origin import SnapshotOrigin
from faheng.store.queries import names, sql
from faheng.store.verify import contents, require_written
from faheng.store.write import (
    FREE_SOME_ROOM,
    MART_TABLES,
    insert,
    insert_findings,
    insert_reports,
    insert_snapshot,
    make_staging,
    make_table,
    make_values,
    make_views,
    making,
)

# Table -> which of its rows are those of the places, in the order in which they can be taken away.
_HERE = "locality_code in (from memory.main.touched)"
OF_REPORTS = {
    "evidence_place": "observation_id in (from memory.main.touched_figure)",
    "report_text": "report_id in (from memory.main.touched_report)",
    "finding": "report_id in (from memory.main.touched_report)",
    "review": "id in (from memory.main.noted)",
    "observation": _HERE,
    "report": _HERE,
}
OF_PLACES = {
    "rate_counts": _HERE,
    "derived_rates": _HERE,
    "derived_sums": _HERE,
    "implied_values": _HERE,
    "facts": _HERE,
    "derivation": _HERE,
    "observation_findings": _HERE,
    "report_years": _HERE,
    "proposed_values": _HERE,
    "cells": _HERE,
    "filled_cells": _HERE,
    "locality_counts": _HERE,
    "place_index": "code in (from memory.main.touched)",
    # Of those published outside the reports too: which is the newest of a region depends on its own figures.
    "reference_values": "region_code in (from memory.main.touched)",
}
# Of a place too, once it is known which year is the newest anywhere.
PEERS = {"peer_values": _HERE}
# Made anew from all places; teaching_places looks at the values of peers.
OVER_ALL = ("reported_places", "newest_years", "verdict_lists", "peer_neighbours", "indicator_counts")
OVER_PEERS = ("teaching_places",)


@dataclass(frozen=True)
class Renewal:
    """What is made anew: every report of these places.

    base: the snapshot that all else is taken from. data: the reference data with the reports of these places alone, as
    they are now. notes: the ids of reviews that the base may hold of them.
    """

    base: Path
    places: frozenset[str]
    data: Dataset
    notes: frozenset[str]
    origin: SnapshotOrigin


@dataclass(frozen=True)
class Renewed:
    """A snapshot that was published, and what it has otherwise than the one before."""

    snapshot: Path
    changes: Differences


def renew(folder: Path, renewal: Renewal) -> Renewed:
    """Make the next snapshot out of the base, and publish it.

    Raises StoreBusy and UnwritableFile. What was published before stays so, and nothing half made is left.
    """
    with making(folder, "nothing was published; " + FREE_SOME_ROOM) as building:
        made = Path(shutil.copyfile(renewal.base, building / "made.duckdb"))
        with beside(made, read_only=False) as store:
            make_places(store, renewal)
            changes = changes_here(store)
            take_over(store, OF_REPORTS | OF_PLACES)
            look_over_all(store)
            store.execute("use base; delete from snapshot")
            insert_snapshot(store, snapshots.number_of(building), renewal.origin)
            expected = contents(store)
            # Closing does it too, but does not say when it fails.
            store.execute("checkpoint; use memory; detach base")
        require_written(made, expected)
        return Renewed(snapshots.publish(made), changes)


def look(renewal: Renewal) -> Differences:
    """What the next snapshot would have otherwise; nothing is written. Raises StoreDamaged where the base is."""
    try:
        with beside(renewal.base, read_only=True) as store:
            make_places(store, renewal)
            return changes_here(store)
    except (duckdb.OperationalError, duckdb.FatalException) as error:
        raise StoreDamaged(f"{renewal.base} cannot be read ({str(error).splitlines()[0]})") from error


@contextmanager
def beside(base: Path, *, read_only: bool) -> Iterator[duckdb.DuckDBPyConnection]:
    """A store in memory beside the file, which is its database `base`."""
    with connected(Path(":memory:"), read_only=False) as store:
        quoted = str(base).replace("'", "''")
        store.execute(f"attach '{quoted}' as base{' (read_only)' if read_only else ''}")
        yield store


def make_places(store: duckdb.DuckDBPyConnection, renewal: Renewal) -> None:
    """The tables of the places in memory, over the reference data of the base."""
    for table in reference_tables(store):
        store.execute(f'create view "{table}" as from base."{table}"')
    for name in names("schema"):
        if not name.endswith(("_snapshot", "_reference")):
            store.execute(sql(name))
    insert_reports(store, renewal.data)
    store.execute("create table touched (code varchar); create table noted (id varchar)")
    insert(store, "touched", ({"code": each} for each in renewal.places))
    insert(store, "noted", ({"id": each} for each in renewal.notes))
    store.execute(sql("renewal/touched"))
    make_staging(store)
    insert_findings(store, renewal.data)
    make_values(store)
    for mart in MART_TABLES:
        if mart in OF_PLACES or mart == "reported_places":
            make_table(store, mart)
    make_views(store)


def reference_tables(store: duckdb.DuckDBPyConnection) -> list[str]:
    """The tables of the base that follow from the reference data alone."""
    made = {"snapshot", *OF_REPORTS, *OF_PLACES, *PEERS, *OVER_ALL, *OVER_PEERS}
    found = store.execute("select table_name from duckdb_tables() where database_name = 'base'").fetchall()
    return [name for (name,) in found if name not in made]


def changes_here(store: duckdb.DuckDBPyConnection) -> Differences:
    """What the places have otherwise than in the base."""
    store.execute("create schema earlier; create schema later")
    for view in ("described_cells", "report"):
        store.execute(f"create view earlier.{view} as from base.{view} where {_HERE}")
    store.execute(f"create view earlier.finding as from base.finding where {OF_REPORTS['finding']}")
    for view in ("described_cells", "report", "finding", "verdict", "locality", "indicator"):
        store.execute(f"create view later.{view} as from memory.main.{view}")
    return differences(store)


def take_over(store: duckdb.DuckDBPyConnection, tables: dict[str, str]) -> None:
    """The rows of the places in the base, in the place of those that it had."""
    store.execute("use base; begin")
    for table, here in tables.items():
        store.execute(f"delete from {table} where {here}")  # noqa: S608 (our own tables)
    # In a transaction of its own: of one id the old row has to be gone first.
    store.execute("commit; use memory; begin")
    for table, here in tables.items():
        store.execute(f"insert into base.{table} by name select * from main.{table} where {here}")  # noqa: S608
    store.execute("commit")


def look_over_all(store: duckdb.DuckDBPyConnection) -> None:
    """The tables that look over all places, and those that look at them."""
    make_in_base(store, OVER_ALL)
    store.execute("create view newest_years as from base.newest_years")
    for mart in PEERS:
        make_table(store, mart)
    take_over(store, PEERS)
    store.execute(f"use base; {sql('renewal/latest')}; use memory")
    make_in_base(store, OVER_PEERS)


def make_in_base(store: duckdb.DuckDBPyConnection, marts: tuple[str, ...]) -> None:
    """These marts of the base anew, in the order of their need."""
    store.execute("use base")
    for mart in MART_TABLES:
        if mart in marts:
            make_table(store, mart)
    store.execute("use memory")
