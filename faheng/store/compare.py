"""Two snapshots -> what differs between them: cells, findings, reports; a record's fields are its query's columns."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import duckdb

from faheng.errors import StoreDamaged
from faheng.model.change import CellChange, Differences, NewFinding, ReportChange
from faheng.store.connect import connected, spare
from faheng.store.news import NEWS
from faheng.store.queries import sql
from faheng.store.records import records_of
from faheng.store.snapshots import SCHEMA_VERSION

Made = TypeVar("Made")


def changes_between(earlier: Path, later: Path) -> Differences:
    """What the later snapshot has otherwise. Raises StoreDamaged where one cannot be read or has an older form."""
    try:
        with duckdb.connect() as both:
            spare(both)
            for name, path in (("earlier", earlier), ("later", later)):
                quoted = str(path).replace("'", "''")
                both.execute(f"attach '{quoted}' as {name} (read_only)")
                require_form(both, name, path)
            return differences(both)
    except duckdb.Error as error:
        said = str(error).splitlines()[0]
        raise StoreDamaged(f"{earlier.name} and {later.name} cannot be compared ({said})") from error


def differences(both: duckdb.DuckDBPyConnection) -> Differences:
    """What `later` of the connection has otherwise than `earlier`: names of databases, or of schemas of one."""
    return Differences(
        records(both, CellChange, "changes/cells"),
        records(both, NewFinding, "changes/findings"),
        records(both, ReportChange, "changes/reports"),
    )


@dataclass(frozen=True)
class NotedNews:
    """What a snapshot says that it has otherwise than the one of that number, None where it names none."""

    compared_with: int | None
    differences: Differences


def noted_news(snapshot: Path) -> NotedNews | None:
    """What the snapshot says; None where it cannot be read or has another form."""
    try:
        with connected(snapshot, read_only=True) as store:
            row = store.execute("select schema_version, compared_with from snapshot").fetchone()
            if row is None or row[0] != SCHEMA_VERSION:
                return None
            kinds = zip((CellChange, NewFinding, ReportChange), NEWS, strict=True)
            return NotedNews(row[1], Differences(*(rows_of(store, kind, f"from {table}") for kind, table in kinds)))
    except duckdb.Error:
        return None


def require_form(both: duckdb.DuckDBPyConnection, name: str, path: Path) -> None:
    """Raise StoreDamaged where the snapshot has another form than those of this Faheng."""
    row = both.execute(f"select schema_version from {name}.snapshot").fetchone()  # noqa: S608 (earlier or later)
    if row is None or row[0] != SCHEMA_VERSION:
        raise StoreDamaged(f"{path.name} was made by another version of Faheng and cannot be compared")


def records(both: duckdb.DuckDBPyConnection, kind: type[Made], query: str) -> tuple[Made, ...]:
    """The rows of a query over both snapshots."""
    return rows_of(both, kind, sql(query))


def rows_of(store: duckdb.DuckDBPyConnection, kind: type[Made], query: str) -> tuple[Made, ...]:
    """The rows of a query as records."""
    result = store.execute(query)
    return tuple(records_of(kind, [each[0] for each in result.description or ()], result.fetchall()))
