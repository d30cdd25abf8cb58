"""queries/ as named texts: "pages/shared__filled" is the SQL of queries/pages/shared__filled.sql.

SQL is loaded by name and never composed; values go in as $parameters, whose names DuckDB itself checks.
"""

from __future__ import annotations

from functools import cache

from faheng.errors import UnknownQuery
from faheng.paths import QUERIES


@cache
def sql(name: str) -> str:
    """The text of queries/<name>.sql; raises UnknownQuery."""
    path = QUERIES / f"{name}.sql"
    if not path.is_file():
        raise UnknownQuery(f"no query {name!r}: it would stand in queries/{name}.sql")
    return path.read_text(encoding="utf-8")


def names(layer: str) -> list[str]:
    """The queries of a layer (schema, staging, types, marts, checks, pages) in the order of their names."""
    return [f"{layer}/{path.stem}" for path in sorted((QUERIES / layer).glob("*.sql"))]
