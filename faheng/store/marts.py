"""The schema, the staging views and the marts of a store, by the queries of queries/.

Marts are tables, worked out once here, because a snapshot never changes; readers only select. Every mart states its
grain in its first comment.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

from faheng.store.queries import names, sql

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
    "stated_indicators",
    "report_coverage",
    "listed_findings",
    "proposed_values",
    "phrase_tokens",
    "stated_days",
    "cells",
    "newest_years",
    "definitions",
    "verdict_lists",
    "filled_cells",
    "reference_values",
    "peer_values",
    "peer_neighbours",
    "teaching_places",
    "compared_counts",
    "indicator_counts",
    "locality_counts",
    "place_index",
)
# What follows from the reference data alone.
OF_REFERENCE = (LIMITS, "place_chains", "definitions")
MART_VIEWS = ("locality_ancestors", "described_cells")
# Those that give one value come before the tables whose queries call them.
VALUE_MACROS = ("verdicts_in_order", "cell_verdicts", "spans_full_year", "scope_apart", "figure_holding")


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
