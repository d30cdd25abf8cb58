"""What a snapshot in the making (the database `base`) has otherwise than the one before, noted in it for its readers.

Two snapshots of a country are not held against each other row by row: of each place sums say whether anything differs,
and only places where it does are looked at.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from faheng.store.queries import sql
from faheng.store.snapshots import SCHEMA_VERSION, number_of

# The tables of the news, and what gives their rows.
NEWS = {"news_cell": "changes/cells", "news_finding": "changes/findings", "news_report": "changes/reports"}
# Where more places differ, a new program or new reference data is the news, and no list of it helps anybody.
MOST_PLACES = 2_000
_OF_PLACES = "locality_code in (from {places})"
_OF_REPORTS = "report_id in (select id from {source}.report where locality_code in (from {places}))"


def note_since(store: duckdb.DuckDBPyConnection, before: Path | None) -> int | None:
    """Note in the base what it has otherwise than the snapshot before; the number of that one.

    None where there is none of this form, or where so much differs that nothing is noted.
    """
    if before is None or not is_alike(store, before):
        return None
    store.execute("use memory")
    try:
        store.execute(f"create or replace table differing as {sql('changes/places')}")
        (places,) = store.execute("select count(*) from differing").fetchone() or (0,)
        if places > MOST_PLACES:
            return None
        for name, source in (("earlier", "was"), ("later", "base")):
            of_places(store, name, source, "memory.main.differing")
        note_news(store)
        store.execute("use memory; drop schema earlier cascade; drop schema later cascade; drop table differing")
        return number_of(before)
    finally:
        store.execute("use base; detach was")


def is_alike(store: duckdb.DuckDBPyConnection, before: Path) -> bool:
    """Attach the snapshot as `was`; whether it can be read and has the form of this Faheng, else it is let go."""
    quoted = str(before).replace("'", "''")
    try:
        store.execute(f"attach '{quoted}' as was (read_only)")
    except duckdb.Error:
        return False
    try:
        row = store.execute("select schema_version from was.snapshot").fetchone()
    except duckdb.Error:
        row = None
    if row is None or row[0] != SCHEMA_VERSION:
        store.execute("detach was")
        return False
    return True


def of_places(store: duckdb.DuckDBPyConnection, name: str, source: str, places: str) -> None:
    """A schema of the current database with what the queries of changes ask of a snapshot, of these places alone."""
    (current,) = store.execute("select current_database()").fetchone() or ("",)
    store.execute(f"create schema {name}; use {current}.{name}")
    here = _OF_PLACES.format(places=places)
    # Each table by itself: who asks for some places of tables that are joined has the whole country joined first.
    for table, wanted in {**dict.fromkeys(("cells", "facts", "report"), here), "scope": "true"}.items():
        store.execute(f"create table {table} as from {source}.{table} where {wanted}")
    store.execute(f"create table described_cells as {sql('marts/described_cells')}")
    found = _OF_REPORTS.format(source=source, places=places)
    store.execute(f"create table finding as from {source}.finding where {found}")
    for table in ("verdict", "locality", "indicator"):
        store.execute(f"create view {table} as from {source}.{table}")
    store.execute(f"use {current}")


def note_news(store: duckdb.DuckDBPyConnection) -> None:
    """Note in the base in what the schemas `earlier` and `later` differ, and nothing else."""
    for table, query in NEWS.items():
        store.execute(f"delete from base.{table}; insert into base.{table} by name {sql(query)}")  # noqa: S608
