"""Dataset -> a new published snapshot: schema, rows, staging views, marts, then the pointer.

Marts are tables, worked out once here, because a snapshot never changes; readers only select. Every mart states its
grain in its first comment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields
from datetime import datetime
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from faheng.data.place_names import PlaceNames
from faheng.data.places import Places
from faheng.data.read import Dataset
from faheng.errors import UnwritableFile
from faheng.model import Locality
from faheng.store import snapshots
from faheng.store.connect import connected
from faheng.store.findings import catalogue_of, finding_rows, findings_across, findings_of_dataset
from faheng.store.observations import further_places, row_of_observation
from faheng.store.origin import NO_LEDGER, SnapshotOrigin
from faheng.store.queries import names, sql
from faheng.store.verify import contents, require_written

FREE_SOME_ROOM = "free some room, or let FAHENG_STORE name a folder that has it"
# In the order of their need; described_cells is joined when read.
LIMITS = "comparability"
MART_TABLES = (
    LIMITS,
    "place_chains",
    "reported_places",
    "rate_counts",
    "derived_rates",
    "derived_sums",
    "implied_values",
    "facts",
    "derivation",
    "observation_findings",
    "report_years",
    "proposed_values",
    "cells",
    "newest_years",
    "definitions",
    "verdict_lists",
    "filled_cells",
    "reference_values",
    "peer_values",
    "peer_neighbours",
    "teaching_places",
    "indicator_counts",
    "locality_counts",
    "place_index",
)
MART_VIEWS = ("locality_ancestors", "described_cells")
# Those that give one value come before the tables whose queries call them.
VALUE_MACROS = ("verdicts_in_order", "cell_verdicts", "spans_full_year", "scope_apart", "figure_holding")


def build_store(data: Dataset, folder: Path, origin: SnapshotOrigin = NO_LEDGER) -> Path:
    """Write the dataset as the next snapshot of the folder and publish it; returns the snapshot's path.

    Raises StoreBusy and UnwritableFile. What was published before stays so, and nothing half made is left.
    """
    with making(folder, "nothing was published; " + FREE_SOME_ROOM) as building:
        return snapshots.publish(made_in(building, data, origin))


@contextmanager
def candidate(data: Dataset, folder: Path, origin: SnapshotOrigin = NO_LEDGER) -> Iterator[Path]:
    """The snapshot that the dataset would become, to be looked at and not published; it is gone afterwards.

    Raises StoreBusy and UnwritableFile.
    """
    with making(folder, FREE_SOME_ROOM) as building:
        yield made_in(building, data, origin)


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


def made_in(building: Path, data: Dataset, origin: SnapshotOrigin) -> Path:
    """The dataset as a finished file in the folder, read back from the disk and found whole."""
    made = building / "made.duckdb"
    with connected(made, read_only=False) as store:
        create_schema(store)
        insert_dataset(store, data)
        build_limits(store)
        insert_findings(store, data)
        insert_snapshot(store, snapshots.number_of(building), origin)
        build_marts(store)
        expected = contents(store)
        # Closing does it too, but does not say when it fails.
        store.execute("checkpoint")
    require_written(made, expected)
    return made


def said_by(error: Exception) -> str:
    """What the system says went wrong, in one line."""
    if isinstance(error, OSError):
        return error.strerror or str(error)
    # DuckDB puts one cause before the other; the last is the system's.
    return str(error).strip().splitlines()[0].rsplit(": ", 1)[-1]


def create_schema(store: duckdb.DuckDBPyConnection) -> None:
    """The empty tables of queries/schema."""
    for name in names("schema"):
        store.execute(sql(name))


def build_limits(store: duckdb.DuckDBPyConnection) -> None:
    """The staging views and the limits of comparability, which checks between reports obey too."""
    make_staging(store)
    make_table(store, LIMITS)


def make_staging(store: duckdb.DuckDBPyConnection) -> None:
    """The staging views."""
    for name in names("staging"):
        store.execute(f"create or replace view {Path(name).name} as {sql(name)}")


def build_marts(store: duckdb.DuckDBPyConnection) -> None:
    """The types of words, then the marts, over whatever the tables hold."""
    build_limits(store)
    make_values(store)
    for mart in MART_TABLES:
        make_table(store, mart)
    make_views(store)


def make_values(store: duckdb.DuckDBPyConnection) -> None:
    """The types of words, and the macros that give one value: what the queries of tables call."""
    for name in names("types"):
        store.execute(f"create or replace type {Path(name).name} as enum ({sql(name)})")
    for macro in VALUE_MACROS:
        store.execute(sql(f"marts/{macro}"))


def make_views(store: duckdb.DuckDBPyConnection) -> None:
    """The marts that are joined when read."""
    for mart in MART_VIEWS:
        store.execute(f"create or replace view {mart} as {sql(f'marts/{mart}')}")


def make_table(store: duckdb.DuckDBPyConnection, mart: str) -> None:
    """The mart as a table, in place of the one before."""
    store.execute(f"create or replace table {mart} as {sql(f'marts/{mart}')}")


def insert_snapshot(store: duckdb.DuckDBPyConnection, number: int, origin: SnapshotOrigin = NO_LEDGER) -> None:
    """What this file is."""
    row = {
        "number": number,
        "schema_version": snapshots.SCHEMA_VERSION,
        "faheng_version": version("faheng"),
        "built_at": datetime.now(),
        **columns(origin),
    }
    insert(store, "snapshot", [row])


def insert_dataset(store: duckdb.DuckDBPyConnection, data: Dataset) -> None:
    """The rows of every table."""
    insert(store, "chapter", numbered(data.chapters))
    insert(store, "chapter_apart", map(columns, data.chapters_apart))
    insert(store, "tile", map(columns, data.tiles))
    insert(store, "rate_base", map(columns, data.arithmetic.rate_bases))
    insert(store, "theme", numbered(data.themes))
    insert(store, "unit", map(columns, data.units))
    insert(store, "scope", map(columns, data.scopes))
    insert(store, "verdict", map(columns, data.verdicts))
    insert(store, "setting", numbered(data.settings))
    insert(store, "indicator_setting", map(columns, data.indicator_settings))
    insert(store, "peer_group", numbered(data.peer_groups))
    insert(store, "indicator", numbered(data.indicators))
    insert(store, "neighbour", map(columns, data.neighbours))
    insert_places(store, data.places)
    insert(store, "benchmark", map(columns, data.benchmarks))
    insert_reports(store, data)


def insert_reports(store: duckdb.DuckDBPyConnection, data: Dataset) -> None:
    """The rows of the reports: what they are, their figures, their texts, and what was decided of them."""
    insert(store, "report", map(columns, data.reports))
    insert(store, "observation", map(row_of_observation, data.observations))
    insert(store, "evidence_place", further_places(data.observations))
    insert(store, "report_text", map(columns, data.texts))
    insert(store, "review", map(columns, data.reviews))


def insert_places(store: duckdb.DuckDBPyConnection, places: Places) -> None:
    """The places with the names that rules give them, what happened to them, and the codes that old addresses use."""
    everywhere = places.localities.values()
    insert_table(store, "locality", locality_table(places))
    changes = ({"locality_code": place.code, **columns(each)} for place in everywhere for each in place.changes)
    insert(store, "locality_change", changes)
    insert(store, "locality_alias", ({"alias": old, "code": new} for old, new in places.aliases.items()))


@lru_cache(maxsize=2)
def locality_table(places: Places) -> pa.Table:
    """The places as rows, made once for the same places: their names in pinyin take seconds."""
    return pa.Table.from_pylist([locality_row(each, places.names) for each in places.localities.values()])


def locality_row(place: Locality, names: PlaceNames) -> dict[str, Any]:
    """A place as a row, with its English name and what one types to find it."""
    row = columns(place)
    del row["changes"]
    return row | {"name_en": names.english_of(place), "search": names.search_of(place)}


def insert_findings(store: duckdb.DuckDBPyConnection, data: Dataset) -> None:
    """What the checks say of the dataset, whose other rows and limits must stand in the store already."""
    across = findings_across(store, catalogue_of(data))
    insert(store, "finding", finding_rows([*findings_of_dataset(data), *across]))


def columns(record: Any) -> dict[str, Any]:
    """A frozen record as a row; its fields carry the names of the columns."""
    return {field.name: getattr(record, field.name) for field in fields(record)}


def numbered(records: Iterable[Any]) -> Iterable[dict[str, Any]]:
    """Rows that remember the order of the file, which is the order people know."""
    return ({"position": n, **columns(record)} for n, record in enumerate(records, 1))


def insert(store: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Add rows to a table by the names of its columns; the table's types decide."""
    batch = list(rows)
    if batch:
        insert_table(store, table, pa.Table.from_pylist([dict(row) for row in batch]))


def insert_table(store: duckdb.DuckDBPyConnection, table: str, rows: pa.Table) -> None:
    """Add the rows to a table by the names of its columns."""
    store.register("incoming", rows)
    store.execute(f"insert into {table} by name select * from incoming")  # noqa: S608 (our own table names)
    store.unregister("incoming")
