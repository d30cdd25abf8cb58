"""The form of a ledger's tables: which one it has, whether this Faheng knows it, and how it becomes today's.

Nothing happens by itself. Several machines share a ledger, and one of them that was updated first must not lock out the
others; so a ledger of an earlier form is refused in one line until somebody runs `faheng ledger upgrade`.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, func, insert, select, update

from faheng.errors import LedgerTooNew, LedgerTooOld, LedgerUnavailable
from faheng.ledger.engine import MAKING, in_one_line, opened_engine, shown, writing
from faheng.ledger.tables import HEAD, LEDGER_VERSION, REVISION, revision_of

MIGRATIONS = Path(__file__).with_name("migrations")


@dataclass(frozen=True)
class UpgradedLedger:
    """What an upgrade did. before, after: the forms. copy: the file as it was before; None where nothing changed."""

    before: int
    after: int
    copy: Path | None = None


def require_known(found: int, url: URL) -> None:
    """Raise LedgerTooNew or LedgerTooOld where the tables have another form than this Faheng's."""
    if found > LEDGER_VERSION:
        raise LedgerTooNew(shown(url), found, LEDGER_VERSION)
    if found < LEDGER_VERSION:
        raise LedgerTooOld(shown(url), found, LEDGER_VERSION)


def form_of(engine: Engine) -> int:
    """The form that the ledger says it has."""
    with in_one_line(engine.url), engine.begin() as connection:
        return int(connection.execute(select(HEAD.c.ledger_version)).scalar_one())


def upgrade(url: URL) -> UpgradedLedger:
    """Bring the ledger to today's form, in one transaction; a file is copied beside itself first.

    A ledger that has the form already is only marked with it for Alembic. Raises LedgerTooNew, LedgerUnavailable;
    then the ledger is as it was.
    """
    engine = opened_engine(url)
    try:
        before = form_of(engine)
        if before > LEDGER_VERSION:
            raise LedgerTooNew(shown(url), before, LEDGER_VERSION)
        copy = copied(url, before) if before < LEDGER_VERSION else None
        with in_one_line(url), writing(engine).begin() as connection:
            _upgrade(connection, url)
        return UpgradedLedger(before, LEDGER_VERSION, copy)
    finally:
        engine.dispose()


def copied(url: URL, form: int) -> Path | None:
    """The file as it is, copied beside itself under the name of its form; None for a database server."""
    if url.get_backend_name() != "sqlite":
        return None
    path = Path(url.database or "")
    copy = path.with_name(f"{path.name}.form-{form}")
    with in_one_line(url), closing(sqlite3.connect(path)) as own, closing(sqlite3.connect(copy)) as target:
        own.backup(target)
    return copy


def _upgrade(connection: Connection, url: URL) -> None:
    if connection.dialect.name == "postgresql":
        # Two who upgrade at once follow each other; SQLite's writers do so by themselves.
        connection.execute(select(func.pg_advisory_xact_lock(MAKING)))
    form = int(connection.execute(select(HEAD.c.ledger_version)).scalar_one())
    if form < LEDGER_VERSION:
        _migrate(connection, url, form)
        connection.execute(update(HEAD).values(ledger_version=LEDGER_VERSION))
    REVISION.create(connection, checkfirst=True)
    connection.execute(REVISION.delete())
    connection.execute(insert(REVISION).values(version_num=revision_of(LEDGER_VERSION)))


def _migrate(connection: Connection, url: URL, form: int) -> None:
    """The steps from a form to today's. By the head's form, because a ledger of before has no mark of Alembic."""
    try:
        from alembic.operations import Operations  # noqa: PLC0415 (an extra)
        from alembic.runtime.migration import MigrationContext  # noqa: PLC0415 (an extra)
        from alembic.script import ScriptDirectory  # noqa: PLC0415 (an extra)
    except ImportError as error:
        instead = 'install it: pip install "faheng[postgres]"; nothing was changed'
        raise LedgerUnavailable(shown(url), f"the package {error.name} is missing", instead) from error
    scripts = ScriptDirectory(str(MIGRATIONS))
    steps = list(scripts.iterate_revisions(revision_of(LEDGER_VERSION), revision_of(form)))
    with Operations.context(MigrationContext.configure(connection)):
        for step in reversed(steps):
            step.module.upgrade()
