"""A connection as every part of the store wants it."""

from __future__ import annotations

from pathlib import Path

import duckdb

# How much memory DuckDB takes before it puts what it works on aside, on the disk, or reads again what it let go of. The
# program itself comes on top.
MEMORY = "2GB"


def connected(path: Path, *, read_only: bool) -> duckdb.DuckDBPyConnection:
    """The file at the path, opened; its cursors are like it. Raises what DuckDB raises.

    Within a process DuckDB opens a file once more only where it is opened alike: nobody chooses settings here.
    """
    # A name that is no table must not be looked up among the variables of our Python.
    opened = duckdb.connect(path, read_only=read_only, config={"python_enable_replacements": False})
    # A query of more than two seconds would write its progress among what a command prints.
    opened.execute("set enable_progress_bar = false")
    return opened


def said_by(error: Exception) -> str:
    """What the system says went wrong, in one line."""
    if isinstance(error, OSError):
        return error.strerror or str(error)
    # DuckDB puts one cause before the other; the last is the system's.
    return str(error).strip().splitlines()[0].rsplit(": ", 1)[-1]


def spare(store: duckdb.DuckDBPyConnection) -> None:
    """Let the connection, whatever it reads, hold no more than that."""
    store.execute(f"set memory_limit = '{MEMORY}'")
