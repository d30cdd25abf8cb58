"""faheng.ledger: events stand once committed, in one order, and no decision overwrites another; both databases."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from ledgers import BOTH, setting
from sqlalchemy import update

from faheng.errors import BadSetting, LedgerTooNew, LedgerUnavailable, Overtaken
from faheng.ledger.event import EventKind, NewEvent
from faheng.ledger.ledger import Ledger, ledger_if_any, open_ledger
from faheng.ledger.tables import HEAD


@pytest.fixture(params=BOTH)
def ledger(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Ledger]:
    with setting(request.param, request, monkeypatch):
        opened = open_ledger(tmp_path)
        yield opened
        opened.close()


def event(report: str = "a", **other: object) -> NewEvent:
    return NewEvent(**({"kind": EventKind.ACCEPTED, "who": "张三", "report": report} | other))  # type: ignore[arg-type]


def test_an_event_comes_back_as_it_was_noted(ledger: Ledger) -> None:
    """Text that no database column holds as it stands, too."""
    detail = {"phrase": "出庭\x00率\ud800‰", "cells": {"value": "98.3"}, "start": 7, "none": None, "list": [1]}
    assert 1 == ledger.append([event(figure="f", detail=detail)])

    (found,) = ledger.events()

    assert (1, "张三", EventKind.ACCEPTED, "a", "f", 1) == (
        found.number, found.who, found.kind, found.report, found.figure, found.version,
    )  # fmt: skip
    assert detail == found.detail


def test_a_name_is_made_one_that_can_be_stored(ledger: Ledger) -> None:
    ledger.append([event(who=" 李\x00四\n" + "x" * 500)])

    (found,) = ledger.events()

    assert found.who.startswith("李 四 x")
    assert 200 == len(found.who)


def test_versions_are_counted_a_report_and_numbers_all_together(ledger: Ledger) -> None:
    ledger.append([event("a"), event("b"), event("a")])
    ledger.append([event("b")])

    assert [(1, "a", 1), (2, "b", 1), (3, "a", 2), (4, "b", 2)] == [
        (each.number, each.report, each.version) for each in ledger.events()
    ]
    assert [2, 4] == [each.number for each in ledger.events(report="b")]
    assert [4] == [each.number for each in ledger.events(after=3)]
    assert (4, 2, 0) == (ledger.position, ledger.version("a"), ledger.version("c"))


def test_events_are_walked_one_report_after_the_other(ledger: Ledger) -> None:
    """Each report with all its events in their order, up to a number; what is of no report is left out."""
    for report, kind in (("b", EventKind.IMPORTED), ("a", EventKind.IMPORTED), ("", EventKind.PUBLISHED)):
        ledger.append([NewEvent(kind=kind, who="甲", report=report)])
    ledger.append([NewEvent(kind=EventKind.UNDONE, who="甲", report="b", detail={"events": [1]})])
    ledger.append([NewEvent(kind=EventKind.WITHDRAWN, who="甲", report="a")])

    walked = [[(each.report, each.number) for each in own] for own in ledger.by_report(4)]

    assert [[("a", 2)], [("b", 1), ("b", 4)]] == walked
    assert [4] == [each.number for each in ledger.events_of_kind(EventKind.UNDONE, 5)]
    assert [] == ledger.events_of_kind(EventKind.UNDONE, 3)


def test_of_two_decisions_on_one_state_the_second_is_refused(ledger: Ledger) -> None:
    """And nothing of it is noted, though it speaks of another report too."""
    ledger.append([event("a")])
    ledger.append([event("a")], {"a": 1})

    with pytest.raises(Overtaken, match="somebody else has decided"):
        ledger.append([event("b"), event("a")], {"a": 1})

    assert 2 == ledger.position
    assert 0 == ledger.version("b")


def test_many_writers_lose_and_double_nothing(ledger: Ledger) -> None:
    """Each counts up one of three reports until it has been first twenty times."""

    def write(number: int) -> list[int]:
        report, noted = f"r{number % 3}", []
        while len(noted) < 20:
            try:
                noted.append(ledger.append([event(report, who=f"w{number}")], {report: ledger.version(report)}))
            except Overtaken:
                continue
        return noted

    with ThreadPoolExecutor(6) as pool:
        confirmed = sorted(number for noted in pool.map(write, range(6)) for number in noted)

    assert list(range(1, 121)) == confirmed
    assert confirmed == [each.number for each in ledger.events()]
    assert [20] * 6 == [sum(each.who == f"w{n}" for each in ledger.events()) for n in range(6)]


def test_a_ledger_of_a_later_form_is_refused(ledger: Ledger, tmp_path: Path) -> None:
    with ledger.engine.begin() as connection:
        connection.execute(update(HEAD).values(ledger_version=99))

    with pytest.raises(LedgerTooNew, match="has form 99, this Faheng knows 1: update Faheng"):
        open_ledger(tmp_path)


def test_where_nothing_was_noted_there_is_no_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asking does not make one."""
    monkeypatch.delenv("FAHENG_LEDGER", raising=False)

    assert ledger_if_any(tmp_path) is None
    assert [] == list(tmp_path.iterdir())
    open_ledger(tmp_path).close()
    assert ["ledger.sqlite"] == [path.name for path in tmp_path.iterdir()]


def test_every_commit_waits_for_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FAHENG_LEDGER", raising=False)
    ledger = open_ledger(tmp_path)

    with ledger.engine.connect() as connection:
        assert "wal" == connection.exec_driver_sql("pragma journal_mode").scalar()
        assert 2 == connection.exec_driver_sql("pragma synchronous").scalar()  # 2 is full
    ledger.close()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("nonsense", "FAHENG_LEDGER is 'not shown'; it is no address; write postgresql"),
        ("mysql://a:secret@host/x", "FAHENG_LEDGER is 'mysql://a:.*@host/x'; write postgresql"),
        ("postgresql+psycopg://host", "write postgresql"),
    ],
)
def test_a_wrong_address_is_one_line_without_the_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str, said: str
) -> None:
    monkeypatch.setenv("FAHENG_LEDGER", given)

    with pytest.raises(BadSetting, match=said) as error:
        open_ledger(tmp_path)

    assert "secret" not in str(error.value)


def test_a_server_that_does_not_answer_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("psycopg")
    monkeypatch.setenv("FAHENG_LEDGER", "postgresql+psycopg://a:secret@127.0.0.1:1/x")

    with pytest.raises(LedgerUnavailable, match="the ledger cannot be used") as error:
        open_ledger(tmp_path)

    assert "secret" not in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_that_is_no_ledger_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FAHENG_LEDGER", raising=False)
    (tmp_path / "ledger.sqlite").write_bytes(b"not a database" * 100)

    with pytest.raises(LedgerUnavailable, match="file is not a database"):
        open_ledger(tmp_path)


def test_the_file_is_an_ordinary_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever keeps a copy can read it with any tool."""
    monkeypatch.delenv("FAHENG_LEDGER", raising=False)
    ledger = open_ledger(tmp_path)
    ledger.append([event()])
    ledger.close()

    with sqlite3.connect(tmp_path / "ledger.sqlite") as plain:
        assert [("accepted",)] == plain.execute("select kind from ledger_event").fetchall()
        assert [("ok",)] == plain.execute("pragma integrity_check").fetchall()
