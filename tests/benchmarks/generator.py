"""A store of national size: the catalogue of data/, 45,000 generated places, and what their reports state."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from faheng.checks.registry import CHECKS
from faheng.data.read import read_dataset
from faheng.paths import DATA
from faheng.store import snapshots, write

ROWS = Path(__file__).with_name("national.sql")
INDICATORS = 60
YEARS = 3
STATED_PERCENT = 45


@dataclass(frozen=True)
class Built:
    """A store that was built, and what it took."""

    folder: Path
    rows_seconds: float
    marts_seconds: float


def build_national(folder: Path, *, years: int = YEARS) -> Built:
    """Fill the tables of the schema in SQL, then the marts as `faheng build` makes them, and publish."""
    catalogue = replace(read_dataset(DATA, CHECKS), reports=(), observations=())
    made = snapshots.reserve(folder) / "made.duckdb"
    with duckdb.connect(made, config={"python_enable_replacements": False}) as store:
        store.execute("set enable_progress_bar = false")
        started = time.perf_counter()
        write.create_schema(store)
        write.insert_dataset(store, catalogue)
        write.insert_snapshot(store, 1)
        store.execute(f"set variable years = {years:d}")
        store.execute(f"set variable indicators = {INDICATORS:d}")
        store.execute(f"set variable stated_percent = {STATED_PERCENT:d}")
        store.execute(ROWS.read_text(encoding="utf-8"))
        filled = time.perf_counter()
        write.build_marts(store)
        done = time.perf_counter()
    snapshots.publish(made)
    return Built(folder, filled - started, done - filled)


def sizes(folder: Path) -> dict[str, int]:
    """How many rows the published snapshot holds, by table."""
    tables = ("locality", "report", "observation", "facts", "cells")
    with duckdb.connect(snapshots.published(folder), read_only=True) as store:
        counts = [store.execute(f"select count(*) from {table}").fetchone() for table in tables]  # noqa: S608
    return {table: int(count[0]) for table, count in zip(tables, counts, strict=True) if count}
