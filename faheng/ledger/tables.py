"""The tables of a ledger, the same in every database, and the version of their form.

A later form brings its migrations with it; a ledger says in its head which form it has.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, DateTime, Integer, MetaData, String, Table, Text, UniqueConstraint

LEDGER_VERSION = 1

METADATA = MetaData()

# One row: the number of the last event. Whoever writes changes this row first, so writers follow each other and the
# numbers of events have no gaps in any database.
HEAD = Table(
    "ledger_head",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("ledger_version", Integer, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("created_at", DateTime, nullable=False),
)

EVENTS = Table(
    "ledger_event",
    METADATA,
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=False),
    Column("at", DateTime, nullable=False),
    Column("who", String(200), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("report", String(200), nullable=False),
    Column("figure", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("detail", Text, nullable=False),
    # Two editors who both decide on the same state of a report: the database itself takes only one.
    UniqueConstraint("report", "version", name="one_event_a_version"),
)
