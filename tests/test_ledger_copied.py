"""A ledger moved to the other kind of database and back: not an event, a time or a version is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from ledgers import BOTH, POSTGRES, new_database
from sqlalchemy import select

from faheng.cli import main
from faheng.errors import LedgerInUse, Overtaken
from faheng.ledger.copied import copy_ledger
from faheng.ledger.engine import url_of
from faheng.ledger.event import EventKind, NewEvent
from faheng.ledger.ledger import Ledger, ledger_at
from faheng.ledger.tables import EVENTS

Make = Callable[[str], Ledger]


@pytest.fixture
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Make:
    """An empty ledger of a kind."""
    made: list[Ledger] = []

    def one(kind: str) -> Ledger:
        server = request.getfixturevalue("postgres") if kind == POSTGRES else ""
        address = new_database(server) if server else f"sqlite:///{tmp_path}/{len(made)}.sqlite"
        made.append(ledger_at(url_of(address)))
        request.addfinalizer(made[-1].close)
        return made[-1]

    return one


def noted(ledger: Ledger, many: int = 30) -> Ledger:
    """So many events on three reports, with what a database may trip over in their texts."""
    for n in range(many):
        detail = {"phrase": f"出庭率\x00{n}‰\ud800", "value": n}
        event = NewEvent(kind=EventKind.ACCEPTED, who="张三", report=f"r{n % 3}", figure=f"f{n}", detail=detail)
        ledger.append([event])
    return ledger


def rows(ledger: Ledger) -> list[tuple[object, ...]]:
    with ledger.engine.begin() as connection:
        return [tuple(row) for row in connection.execute(select(EVENTS).order_by(EVENTS.c.number))]


@pytest.mark.parametrize("start", BOTH)
@pytest.mark.parametrize("end", BOTH)
def test_there_and_back_nothing_is_lost(make: Make, start: str, end: str) -> None:
    """The copy goes on where the first one stopped: numbers and versions follow."""
    source, there, back = noted(make(start)), make(end), make(start)
    assert 30 == copy_ledger(source, there)
    assert 30 == copy_ledger(there, back)

    assert rows(source) == rows(there) == rows(back)
    assert 31 == back.append([NewEvent(kind=EventKind.REJECTED, who="李四", report="r0")])
    assert 11 == back.version("r0")
    with pytest.raises(Overtaken):
        back.append([NewEvent(kind=EventKind.REJECTED, who="王五", report="r0")], {"r0": 10})


@pytest.mark.parametrize("kind", BOTH)
def test_a_database_that_holds_events_is_left_as_it_is(make: Make, kind: str) -> None:
    source, other = noted(make("sqlite")), noted(make(kind), 2)
    before = rows(other)
    with pytest.raises(LedgerInUse, match="holds events already; name an empty database"):
        copy_ledger(source, other)
    assert before == rows(other)


def test_who_decides_meanwhile_stops_the_copy(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is in the target then, so that the copy can be made again."""
    source, target = noted(make("sqlite"), 3), make("sqlite")
    monkeypatch.setattr(Ledger, "position", property(lambda _: 4))
    with pytest.raises(LedgerInUse, match="somebody decided meanwhile"):
        copy_ledger(source, target)
    assert [] == rows(target)


def test_the_command_says_how_many(make: Make, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    source = noted(make("sqlite"), 5)
    monkeypatch.setenv("FAHENG_LEDGER", source.engine.url.render_as_string())
    target = f"sqlite:///{tmp_path}/target.sqlite"
    assert (
        f"5 events copied to {tmp_path}/target.sqlite\n"
        == CliRunner().invoke(main, ["ledger", "migrate", target]).output
    )
    refused = CliRunner().invoke(main, ["ledger", "migrate", "mysql://x/y"])
    assert 0 != refused.exit_code
