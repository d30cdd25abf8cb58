"""A snapshot, and the reports of the places of which something was noted since -> the next snapshot.

What a snapshot holds of a place follows from the reports of that place and from the reference data alone. So the
places that were touched are made anew in memory, by the same queries as a whole store; the rows of all others are taken
over with a copy of the file. The few tables that look over all places are made anew in it. The result is, row by row,
what a whole build gives.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import duckdb

from faheng.data.read import Dataset
from faheng.errors import StoreDamaged
from faheng.model.change import Differences
from faheng.store import snapshots
from faheng.store.beside import (
    OF_PLACES,
    OF_PLACES_TOO,
    OF_REPORTS,
    OVER_ALL,
    OVER_PEERS,
    PEERS,
    beside,
    make_places,
    put_there,
    some_places,
    take_away,
)
from faheng.store.compare import differences
from faheng.store.marts import MART_TABLES, make_table
from faheng.store.news import NEWS, note_news, of_places
from faheng.store.origin import SnapshotOrigin
from faheng.store.queries import sql
from faheng.store.tables import insert, insert_reports, insert_snapshot
from faheng.store.verify import Contents, contents, counts, lost
from faheng.store.write import FREE_SOME_ROOM, making

OF_ONE = OF_REPORTS | OF_PLACES | OF_PLACES_TOO


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
        with beside(made, read_only=False, aside=building) as store, some_places(store):
            make_anew(store, renewal)
            changes = changes_here(store)
            note_news(store)
            take_over(store, OF_ONE)
            look_over_all(store)
            store.execute("use base; delete from snapshot")
            insert_snapshot(store, snapshots.number_of(building), renewal.origin, snapshots.number_of(renewal.base))
            expected = held_now(store)
            # Closing does it too, but does not say when it fails.
            store.execute("checkpoint; use places; detach base")
        shutil.rmtree(building / "aside", ignore_errors=True)
        require_renewed(made, renewal, expected)
        return Renewed(snapshots.publish(made), changes)


def look(renewal: Renewal) -> Differences:
    """What the next snapshot would have otherwise; nothing is written. Raises StoreDamaged where the base is."""
    try:
        with beside(renewal.base, read_only=True) as store, some_places(store):
            make_anew(store, renewal)
            return changes_here(store)
    except (duckdb.OperationalError, duckdb.FatalException) as error:
        raise StoreDamaged(f"{renewal.base} cannot be read ({str(error).splitlines()[0]})") from error


def make_anew(store: duckdb.DuckDBPyConnection, renewal: Renewal) -> None:
    """The tables of the places in memory."""
    insert_reports(store, renewal.data)
    mark_touched(store, renewal)
    make_places(store, renewal.data)
    for mart in MART_TABLES:
        if mart in OF_PLACES_TOO:
            make_table(store, mart)


def mark_touched(store: duckdb.DuckDBPyConnection, renewal: Renewal) -> None:
    """Which places, reports and figures these are, those too that the base has of them."""
    store.execute("create table touched (code varchar); create table noted (id varchar)")
    insert(store, "touched", ({"code": each} for each in renewal.places))
    insert(store, "noted", ({"id": each} for each in renewal.notes))
    store.execute(sql("renewal/touched"))


def changes_here(store: duckdb.DuckDBPyConnection) -> Differences:
    """What the places have otherwise than in the base."""
    for name, source in (("earlier", "base"), ("later", "places.main")):
        of_places(store, name, source, "places.main.touched")
    return differences(store)


def take_over(store: duckdb.DuckDBPyConnection, tables: dict[str, str]) -> None:
    """The rows of the places in the base, in the place of those that it had."""
    take_away(store, tables)
    put_there(store, tables)


def look_over_all(store: duckdb.DuckDBPyConnection) -> None:
    """The tables that look over all places, and those that look at them."""
    make_in_base(store, OVER_ALL)
    store.execute("create view newest_years as from base.newest_years")
    for mart in PEERS:
        make_table(store, mart)
    take_over(store, PEERS)
    store.execute(f"use base; {sql('renewal/latest')}; use places")
    make_in_base(store, OVER_PEERS)


def make_in_base(store: duckdb.DuckDBPyConnection, marts: tuple[str, ...]) -> None:
    """These marts of the base anew, in the order of their need."""
    store.execute("use base")
    for mart in MART_TABLES:
        if mart in marts:
            make_table(store, mart)
    store.execute("use places")


@dataclass(frozen=True)
class Held:
    """What the current database holds: how many rows each table has, and what the rows are that were made anew."""

    rows: dict[str, int]
    anew: Contents


def held_now(store: duckdb.DuckDBPyConnection) -> Held:
    """What the current database holds. The rows that were taken over are those of a file that was found whole."""
    anew = OF_ONE | PEERS | dict.fromkeys((*OVER_ALL, *OVER_PEERS, *NEWS, "snapshot"), "true")
    return Held(counts(store), contents(store, anew))


def require_renewed(made: Path, renewal: Renewal, expected: Held) -> None:
    """Raise UnwritableFile where the closed file does not hold this."""
    try:
        with beside(made, read_only=True) as store, some_places(store):
            mark_touched(store, renewal)
            store.execute("use base")
            found = held_now(store)
    except duckdb.Error as error:
        raise lost(made, str(error).splitlines()[0]) from error
    if found != expected:
        raise lost(made, "other rows than were written")
