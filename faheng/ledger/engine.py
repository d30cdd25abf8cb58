"""Where the ledger is kept, and a connection to it: SQLite in the store's folder, or what FAHENG_LEDGER names."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, func, insert, inspect, make_url, select
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.exc import TimeoutError as PoolExhausted

from faheng.errors import BadSetting, LedgerUnavailable
from faheng.ledger.tables import HEAD, LEDGER_VERSION, METADATA, REVISION, revision_of

SETTING = "FAHENG_LEDGER"
# How many connections one process may have with a database server; they are opened when they are needed.
CONNECTIONS, MOST_CONNECTIONS = "FAHENG_LEDGER_CONNECTIONS", 10
FILE = "ledger.sqlite"
DRIVERS = ("sqlite", "postgresql+psycopg")
# How long a writer waits for another, in seconds; a decision takes milliseconds.
PATIENCE = 30
_WRITES = "writes"
# What PostgreSQL locks while the tables are made; the number means nothing.
MAKING = 7_204_103
# A server lets go of what a machine holds that has vanished, and no writer waits for it longer than for a living one.
_SERVER_SETTINGS = f"-c lock_timeout={PATIENCE}s -c idle_in_transaction_session_timeout={2 * PATIENCE}s"
# After so many seconds a connection is replaced: firewalls forget those that are silent for long.
_OLDEST = 1800


def ledger_url(store_folder: Path) -> URL:
    """The address of the ledger. Raises BadSetting for a setting that is no address of a database that we know."""
    given = os.environ.get(SETTING, "")
    return url_of(given) if given else URL.create("sqlite", database=str(store_folder / FILE))


def url_of(given: str) -> URL:
    """An address as it is typed. Raises BadSetting for one that is no address of a database that we know."""
    instead = "write postgresql+psycopg://user@host/database or sqlite:////path/of/the/file"
    try:
        url = make_url(given)
    except ArgumentError as error:
        raise BadSetting(SETTING, "not shown", f"it is no address; {instead}") from error
    if url.drivername not in DRIVERS or not url.database:
        raise BadSetting(SETTING, url.render_as_string(), instead)
    return url


def is_there(url: URL) -> bool:
    """Whether there is a ledger: of a file, whether it exists; a database that was named counts."""
    return url.get_backend_name() != "sqlite" or Path(url.database or "").is_file()


def engine_of(url: URL) -> Engine:
    """Connections to the ledger, which is made where there is none. Raises LedgerUnavailable, BadSetting."""
    engine = opened_engine(url)
    with in_one_line(url):
        if url.get_backend_name() != "sqlite" and not inspect(engine).has_table(HEAD.name):
            with engine.begin() as connection:
                connection.execute(select(func.pg_advisory_xact_lock(MAKING)))
                METADATA.create_all(connection)
                _begin(connection)
    return engine


def opened_engine(url: URL) -> Engine:
    """Connections to the ledger as it is; a file is made where there is none. Raises LedgerUnavailable, BadSetting."""
    with in_one_line(url):
        return _sqlite(url) if url.get_backend_name() == "sqlite" else _server(url)


def _server(url: URL) -> Engine:
    """A database server. A connection that died while it waited is replaced before it is used."""
    told = {"connect_timeout": PATIENCE, "application_name": "faheng", "options": _SERVER_SETTINGS}
    try:
        return create_engine(
            url, pool_size=most_connections(), max_overflow=0, pool_timeout=PATIENCE, pool_pre_ping=True,
            pool_recycle=_OLDEST, connect_args=told,
        )  # fmt: skip
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise LedgerUnavailable(shown(url), f"the package {error} is missing", "install faheng[postgres]") from error


def most_connections() -> int:
    """How many connections this process may have at once. Raises BadSetting."""
    given = os.environ.get(CONNECTIONS, "") or str(MOST_CONNECTIONS)
    if not given.isdecimal() or not 1 < int(given) <= 1000:  # noqa: PLR2004 (more than a server has)
        raise BadSetting(CONNECTIONS, given, "write a number from 2 to 1000")
    return int(given)


def _sqlite(url: URL) -> Engine:
    """A file. It is made whole beside its place and then put there, so that there is never half a ledger."""
    path = Path(url.database or "")
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        making = path.with_name(f"{path.name}.{os.getpid()}.making")
        try:
            made = _opened_sqlite(url.set(database=str(making)))
            with made.execution_options(**{_WRITES: True}).begin() as connection:
                METADATA.create_all(connection)
                _begin(connection)
            made.dispose()
            with suppress(FileExistsError):
                os.link(making, path)
        finally:
            for left in path.parent.glob(f"{making.name}*"):
                left.unlink(missing_ok=True)
    return _opened_sqlite(url)


def _opened_sqlite(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": PATIENCE})

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _: Any) -> None:
        # Transactions are begun by us: a writer takes its turn at once, not in the middle of its work.
        connection.isolation_level = None
        connection.execute("pragma journal_mode = wal")
        # A commit returns when its bytes are on the disk.
        connection.execute("pragma synchronous = full")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES)
        connection.exec_driver_sql("begin immediate" if writes else "begin")

    return engine


def _begin(connection: Connection) -> None:
    """The row of the head, where it is not there yet."""
    if connection.execute(select(HEAD.c.id)).first() is None:
        row = {"id": 1, "ledger_version": LEDGER_VERSION, "position": 0, "created_at": now()}
        connection.execute(insert(HEAD).values(**row))
        connection.execute(insert(REVISION).values(version_num=revision_of(LEDGER_VERSION)))


def writing(engine: Engine) -> Engine:
    """The same connections, for transactions that write."""
    return engine.execution_options(**{_WRITES: True})


def now() -> datetime:
    """The time as the ledger keeps it: UTC, without a zone."""
    return datetime.now(UTC).replace(tzinfo=None)


def shown(url: URL) -> str:
    """The address without its password."""
    return str(url.database) if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)


@contextmanager
def in_one_line(url: URL) -> Iterator[None]:
    """What the database says of a failure, as one line of ours."""
    instead = "nothing was noted; look whether the disk is full or the server runs, then try again"
    try:
        yield
    except DBAPIError as error:
        said = " ".join(str(error.orig).split())
        raise LedgerUnavailable(shown(url), said, instead) from error
    except PoolExhausted as error:
        said = f"all {most_connections()} connections of this server are in use"
        raise LedgerUnavailable(shown(url), said, f"try again, or raise {CONNECTIONS}") from error
    except OSError as error:
        raise LedgerUnavailable(shown(url), error.strerror or str(error), instead) from error
