"""The form of a ledger's tables: Alembic's steps for both databases, an earlier ledger upgraded, nothing lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner
from ledgers import BOTH, SQLITE, setting
from sqlalchemy import inspect, select, text

from faheng.cli import main
from faheng.errors import LedgerTooNew, LedgerTooOld, LedgerUnavailable
from faheng.ledger import forms, tables
from faheng.ledger.engine import ledger_url, opened_engine
from faheng.ledger.event import EventKind, NewEvent
from faheng.ledger.forms import upgrade
from faheng.ledger.ledger import Ledger, open_ledger
from faheng.ledger.tables import METADATA, REVISION

pytest.importorskip("alembic", reason="the package alembic is not installed (faheng[postgres])")

# A step of our own making: what a later Faheng might bring.
STEP = """
import sqlalchemy as sa
from alembic import op

revision, down_revision = "0002", "0001"

def upgrade():
    op.add_column("ledger_event", sa.Column("office", sa.String(20), nullable=False, server_default="县"))
    op.create_index("ledger_event_who", "ledger_event", ["who"])
"""


@pytest.fixture(params=BOTH)
def folder(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A store with a ledger of today's form that holds three events."""
    with setting(request.param, request, monkeypatch):
        monkeypatch.setenv("FAHENG_STORE", str(tmp_path))
        opened = open_ledger(tmp_path)
        opened.append([event(n) for n in range(3)])
        opened.close()
        yield tmp_path


def event(n: int) -> NewEvent:
    return NewEvent(kind=EventKind.ACCEPTED, who="张三", report=f"r{n % 2}", figure=f"f{n}", detail={"n": n})


@pytest.fixture
def later(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:  # noqa: ARG001 (made before)
    """A Faheng of form 2; where its step is."""
    versions = tmp_path / "migrations/versions"
    versions.mkdir(parents=True)
    (versions / "form_1.py").write_text((forms.MIGRATIONS / "versions/form_1.py").read_text())
    (versions / "form_2.py").write_text(STEP)
    monkeypatch.setattr(forms, "MIGRATIONS", tmp_path / "migrations")
    monkeypatch.setattr(forms, "LEDGER_VERSION", 2)
    return versions / "form_2.py"


def marks(folder: Path) -> list[str]:
    """What Alembic would read of the ledger."""
    engine = opened_engine(ledger_url(folder))
    with engine.begin() as connection:
        found = list(connection.execute(select(REVISION.c.version_num)).scalars())
    engine.dispose()
    return found


def test_the_steps_make_the_tables_that_the_program_knows(folder: Path) -> None:
    """Column by column; and a ledger that was made without Alembic carries the mark of the last step."""
    from alembic.operations import Operations  # noqa: PLC0415 (an extra)
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415 (an extra)
    from alembic.script import ScriptDirectory  # noqa: PLC0415 (an extra)

    made = opened_engine(ledger_url(folder))
    known = described(made)
    METADATA.drop_all(made)
    script = ScriptDirectory(str(forms.MIGRATIONS))
    with made.begin() as connection, Operations.context(MigrationContext.configure(connection)):
        for step in reversed(list(script.iterate_revisions("head", "base"))):
            step.module.upgrade()

    assert {name: known[name] for name in ("ledger_event", "ledger_head")} == described(made)
    assert tables.revision_of(tables.LEDGER_VERSION) == script.get_current_head()
    made.dispose()


def described(engine: object) -> dict[str, list[str]]:
    seen = inspect(engine)
    return {
        name: [f"{each['name']} {each['type']} {each['nullable']}" for each in seen.get_columns(name)]
        + [str(sorted(each["column_names"])) for each in seen.get_unique_constraints(name)]
        for name in sorted(seen.get_table_names())
    }  # fmt: skip


def test_a_ledger_of_before_has_no_mark_and_goes_on(folder: Path) -> None:
    """It is opened by what its head says; an upgrade that has nothing to do marks it."""
    engine = opened_engine(ledger_url(folder))
    REVISION.drop(engine)
    engine.dispose()

    opened = open_ledger(folder)
    assert 4 == opened.append([event(3)])
    opened.close()
    ran = CliRunner().invoke(main, ["ledger", "upgrade"])
    assert (0, True) == (ran.exit_code, ran.output.endswith("has form 1\n"))
    assert ["0001"] == marks(folder)


@pytest.mark.usefixtures("later")
def test_an_earlier_ledger_is_refused_in_a_line_until_it_is_upgraded(folder: Path) -> None:
    """Then it holds what it held, goes on, and of a file the copy of before lies beside it."""
    with pytest.raises(LedgerTooOld, match="has form 1, this Faheng needs 2: run `faheng ledger upgrade`"):
        open_ledger(folder)

    ran = CliRunner().invoke(main, ["ledger", "upgrade"])

    assert (0, True) == (ran.exit_code, ran.output.endswith("is from form 1 brought to form 2\n")), ran.output
    opened = open_ledger(folder)
    assert [0, 1, 2] == [each.detail["n"] for each in opened.events()]
    assert 4 == opened.append([event(3)])
    with opened.engine.begin() as connection:
        assert ["县"] * 4 == list(connection.execute(text("select office from ledger_event")).scalars())
    opened.close()
    assert ["0002"] == marks(folder)
    if ledger_url(folder).drivername == SQLITE:
        with sqlite3.connect(folder / "ledger.sqlite.form-1") as before:
            assert [(3,)] == before.execute("select count(*) from ledger_event").fetchall()


@pytest.mark.usefixtures("later")
def test_a_program_of_before_notes_nothing_in_an_upgraded_ledger(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It had opened it before: its next decision is refused in a line."""
    with monkeypatch.context() as then:
        then.setattr(forms, "LEDGER_VERSION", 1)
        of_before = open_ledger(folder)
    upgrade(ledger_url(folder))
    monkeypatch.setattr(forms, "LEDGER_VERSION", 1)

    with pytest.raises(LedgerTooNew, match="has form 2, this Faheng knows 1"):
        of_before.append([event(3)])
    of_before.close()


def test_a_step_that_fails_leaves_the_ledger_as_it_was(folder: Path, later: Path) -> None:
    later.write_text(STEP.replace('["who"]', '["nowhere"]'))

    with pytest.raises(LedgerUnavailable, match="nowhere"):
        upgrade(ledger_url(folder))

    assert ["0001"] == marks(folder)
    later.write_text(STEP)
    assert (1, 2) == ((done := upgrade(ledger_url(folder))).before, done.after)


@pytest.mark.usefixtures("later")
def test_two_who_upgrade_at_once_follow_each_other(folder: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        done = [each.result() for each in [pool.submit(upgrade, ledger_url(folder)) for _ in range(2)]]

    assert {2} == {each.after for each in done}
    assert ["0002"] == marks(folder)


@pytest.mark.usefixtures("later")
def test_without_alembic_an_upgrade_says_what_to_install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Opening, deciding and making a ledger need none of it."""
    monkeypatch.setitem(__import__("sys").modules, "alembic.operations", None)

    with pytest.raises(LedgerUnavailable, match=r'pip install "faheng\[postgres\]"; nothing was changed'):
        upgrade(ledger_url(folder))


def test_what_a_lock_keeps_apart(folder: Path) -> None:
    """A database server knows of all machines; it lets go of what a session held that ended without a word."""
    from faheng.errors import StoreBusy  # noqa: PLC0415

    first, second = open_ledger(folder), open_ledger(folder)
    if first.engine.dialect.name == SQLITE:
        with first.alone("publishing"), second.alone("publishing"):
            pass  # a file's lock is the intake's
        return
    with first.alone("publishing"):
        with pytest.raises(StoreBusy, match="others are at work"), second.alone("publishing", patience=0.3):
            pass
        with second.alone("importing", shared=True), first.alone("importing", shared=True):
            pass
        _ended(first)
        with second.alone("publishing", patience=5):
            pass


def _ended(ledger: Ledger) -> None:
    """All sessions of the database but the one that asks end, as those of a machine that vanished."""
    with ledger.engine.begin() as connection:
        connection.execute(
            text("select pg_terminate_backend(pid) from pg_stat_activity "
                 "where datname = current_database() and pid <> pg_backend_pid()")
        )  # fmt: skip
