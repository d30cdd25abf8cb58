"""The tables of a ledger, the same in every database, and the version of their form.

A ledger says in its head which form it has; a later form brings a migration with it (faheng/ledger/migrations).
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

# What Alembic reads: the migration that the tables have. A ledger is made with it, so that making one needs no Alembic;
# one of before has none, and its head says as much.
REVISION = Table("alembic_version", METADATA, Column("version_num", String(32), primary_key=True))


def revision_of(form: int) -> str:
    """The name of the migration that leads to a form: 1 -> "0001"."""
    return f"{form:04d}"
