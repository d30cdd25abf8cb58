"""Records as rows of the tables of a store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import datetime
from functools import lru_cache
from importlib.metadata import version
from typing import Any

import duckdb
import pyarrow as pa

from faheng.data.place_names import PlaceNames
from faheng.data.places import Places
from faheng.data.read import Dataset
from faheng.model import Locality
from faheng.store import snapshots
from faheng.store.observations import further_places, row_of_observation
from faheng.store.origin import NO_LEDGER, SnapshotOrigin


def insert_snapshot(
    store: duckdb.DuckDBPyConnection, number: int, origin: SnapshotOrigin = NO_LEDGER, compared_with: int | None = None
) -> None:
    """What this file is. compared_with: the number of the snapshot that its news say the difference to."""
    row = {
        "number": number,
        "schema_version": snapshots.SCHEMA_VERSION,
        "faheng_version": version("faheng"),
        "built_at": datetime.now(),
        **columns(origin),
        "compared_with": compared_with,
    }
    insert(store, "snapshot", [row])


def insert_dataset(store: duckdb.DuckDBPyConnection, data: Dataset) -> None:
    """The rows of every table."""
    insert_reference(store, data)
    insert_reports(store, data)


def insert_reference(store: duckdb.DuckDBPyConnection, data: Dataset) -> None:
    """The rows of what reports are read against."""
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
