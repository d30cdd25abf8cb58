"""Which places the reports of a snapshot are of, and which reports its places have."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import duckdb

from faheng.errors import StoreDamaged
from faheng.store.connect import connected
from faheng.store.queries import sql


def places_of(path: Path, reports: Collection[str]) -> set[str]:
    """The places of these reports. Raises StoreDamaged."""
    return _column(path, "renewal/places_of_reports", reports)


def reports_of(path: Path, places: Collection[str]) -> set[str]:
    """The reports of these places. Raises StoreDamaged."""
    return _column(path, "renewal/reports_of_places", places)


def _column(path: Path, query: str, named: Collection[str]) -> set[str]:
    try:
        with connected(path, read_only=True) as store:
            return {value for (value,) in store.execute(sql(query), {"named": [*named]}).fetchall()}
    except duckdb.Error as error:
        raise StoreDamaged(f"{path} cannot be read ({str(error).splitlines()[0]})") from error
