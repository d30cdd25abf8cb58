"""A store in memory beside a file: the reports of some places, with all that follows from them alone.

Whatever is said of a place follows from the reports of that place, so a snapshot is made some places at a time, however
large the country is: their tables are worked out in memory (the database `places`) and added to the file (`base`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from faheng.data.read import Dataset
from faheng.store.connect import connected, spare
from faheng.store.findings import insert_findings
from faheng.store.marts import MART_TABLES, make_staging, make_table, make_values, make_views
from faheng.store.news import NEWS
from faheng.store.queries import names, sql
from faheng.store.verify import Contents, contents

# What the tables of the reports hold, in the order in which rows can be taken away, and by what they are of a place.
_HERE = "locality_code in (from places.main.touched)"
OF_REPORTS = {
    "evidence_place": "observation_id in (from places.main.touched_figure)",
    "report_text": "report_id in (from places.main.touched_report)",
    "finding": "report_id in (from places.main.touched_report)",
    "review": "id in (from places.main.noted)",
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
    "stated_indicators": _HERE,
    "report_coverage": _HERE,
    "listed_findings": "report_id in (from places.main.touched_report)",
    "proposed_values": _HERE,
    "phrase_tokens": _HERE,
    "stated_days": _HERE,
    "cells": _HERE,
    "filled_cells": _HERE,
    "locality_counts": _HERE,
}
# Of a place, and made whole in a snapshot that is: they are small, or look at the regions that contain a place.
OF_PLACES_TOO = {
    "place_index": "code in (from places.main.touched)",
    # Of those published outside the reports too: which is the newest of a region depends on its own figures.
    "reference_values": "region_code in (from places.main.touched)",
}
# Of a place too, once it is known which year is the newest anywhere.
PEERS = {"peer_values": _HERE}
# Schemas of tables of a whole snapshot.
NOT_OF_REPORTS = ("_snapshot", "_reference", "_news")
# So many rows are a part of a file, which is read whole or not at all. With the 122,880 that DuckDB takes by itself a
# page of eight places takes five times as long; with half of these the file grows by a tenth.
ROWS_A_GROUP = 16_384
# Made anew from all places; the last two look at the values of peers.
OVER_ALL = ("reported_places", "newest_years", "verdict_lists", "peer_neighbours", "indicator_counts")
OVER_PEERS = ("teaching_places", "compared_counts")


@contextmanager
def beside(base: Path, *, read_only: bool, aside: Path | None = None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection whose database `base` is the file. aside: the folder for what does not fit into memory."""
    with connected(Path(":memory:"), read_only=False) as store:
        spare(store)
        if aside is not None:
            quoted_folder = str(aside / "aside").replace("'", "''")
            store.execute(f"set temp_directory = '{quoted_folder}'")
        quoted = str(base).replace("'", "''")
        store.execute(f"attach '{quoted}' as base ({'read_only' if read_only else f'row_group_size {ROWS_A_GROUP}'})")
        yield store


@contextmanager
def some_places(store: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """The empty tables of the reports of some places, over the reference data of the base; gone afterwards."""
    store.execute("attach ':memory:' as places; use places")
    for table in reference_tables(store):
        store.execute(f'create view "{table}" as from base."{table}"')
    for name in names("schema"):
        if not name.endswith(NOT_OF_REPORTS):
            store.execute(sql(name))
    try:
        yield
    finally:
        store.execute("use memory; detach places")


def reference_tables(store: duckdb.DuckDBPyConnection) -> list[str]:
    """The tables of the base that follow from the reference data alone."""
    made = {"snapshot", *NEWS, *OF_REPORTS, *OF_PLACES, *OF_PLACES_TOO, *PEERS, *OVER_ALL, *OVER_PEERS}
    found = store.execute("select table_name from duckdb_tables() where database_name = 'base'").fetchall()
    return [name for (name,) in found if name not in made]


def make_places(store: duckdb.DuckDBPyConnection, data: Dataset) -> None:
    """What follows from the reports of some places, which stand in their tables. data: what checks go by."""
    make_staging(store)
    insert_findings(store, data)
    make_values(store)
    for mart in MART_TABLES:
        if mart in OF_PLACES or mart == "reported_places":
            make_table(store, mart)
    make_views(store)


def take_away(store: duckdb.DuckDBPyConnection, tables: dict[str, str]) -> Contents:
    """Remove the rows of the places from the base; what these were.

    In a transaction of its own: of one id the old row has to be gone before the new one comes.
    """
    store.execute("use base")
    gone = contents(store, tables)
    store.execute("begin")
    for table, here in tables.items():
        store.execute(f"delete from {table} where {here}")  # noqa: S608 (our own tables)
    store.execute("commit; use places")
    return gone


def put_there(store: duckdb.DuckDBPyConnection, tables: dict[str, str]) -> Contents:
    """Add the rows of the places to the base; what these are."""
    store.execute("begin")
    for table, here in tables.items():
        store.execute(f"insert into base.{table} by name select * from places.main.{table} where {here}")  # noqa: S608
    store.execute("commit")
    return contents(store, tables)
