"""The ledger as its users see it: events are added to its end, and read in their order."""

from __future__ import annotations

import json
import time
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Row, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from faheng.errors import LedgerTooNew, LedgerTooOld, LedgerUnavailable, Overtaken, StoreBusy
from faheng.ledger.engine import MAKING, engine_of, in_one_line, is_there, ledger_url, now, writing
from faheng.ledger.event import Event, EventKind, NewEvent
from faheng.ledger.forms import form_of, require_known
from faheng.ledger.tables import EVENTS, HEAD
from faheng.log import note

LONGEST_NAME = 200
# How many reports one statement may ask for; databases limit their parameters.
AT_ONCE = 5000
# How long one who waits for a lock rests between two looks, in seconds.
LOCK_PAUSE = 0.2


def open_ledger(store_folder: Path) -> Ledger:
    """The ledger of the store, made where there is none.

    Raises BadSetting for a wrong FAHENG_LEDGER, LedgerUnavailable where the database cannot be had, LedgerTooNew
    where a later Faheng wrote it, and LedgerTooOld where it waits for `faheng ledger upgrade`.
    """
    return ledger_at(ledger_url(store_folder))


def ledger_at(url: URL) -> Ledger:
    """The ledger at an address, made where there is none. Raises as open_ledger does."""
    ledger = Ledger(engine_of(url))
    try:
        ledger.require_known_form()
    except (LedgerTooNew, LedgerTooOld, LedgerUnavailable):
        ledger.close()
        raise
    return ledger


def ledger_if_any(store_folder: Path) -> Ledger | None:
    """The ledger of the store; None where nothing was ever noted. Raises as open_ledger does."""
    return open_ledger(store_folder) if is_there(ledger_url(store_folder)) else None


@dataclass(frozen=True)
class Ledger:
    """Safe for many threads and for many processes at once."""

    engine: Engine

    def append(self, events: Sequence[NewEvent], expecting: Mapping[str, int] | None = None) -> int:
        """Note the events in one transaction, all of them or none; returns the number of the last one.

        When this returns they are on the disk. expecting: report -> the version on which the decision was made; raises
        Overtaken where the report has changed since. Raises LedgerUnavailable where nothing could be noted,
        LedgerTooNew where the ledger was upgraded meanwhile by a program that is newer than this one.
        """
        try:
            with in_one_line(self.engine.url), writing(self.engine).begin() as connection:
                last = self._appended(connection, events, expecting or {})
        except IntegrityError as error:
            raise Overtaken(", ".join(sorted({each.report for each in events}))) from error
        for number, each in enumerate(events, last - len(events) + 1):
            note("noted", decision=number, kind=each.kind, report=each.report, figure=each.figure, who=each.who)
        return last

    def _appended(self, connection: Connection, events: Sequence[NewEvent], expecting: Mapping[str, int]) -> int:
        connection.execute(update(HEAD).values(position=HEAD.c.position + len(events)))
        last, form = connection.execute(select(HEAD.c.position, HEAD.c.ledger_version)).one()
        require_known(form, self.engine.url)
        versions = Counter(_versions(connection, {*expecting, *(each.report for each in events)}))
        for report, version in expecting.items():
            if versions[report] != version:
                raise Overtaken(report)
        rows, at = [], now()
        for number, each in enumerate(events, last - len(events) + 1):
            versions[each.report] += 1
            rows.append(_row_of(each, number=number, version=versions[each.report]) | {"at": at})
        if rows:
            connection.execute(insert(EVENTS), rows)
        return int(last)

    def events(self, after: int = 0, report: str | None = None, until: int | None = None) -> list[Event]:
        """The events with a number above `after` and up to `until`, of one report or of all, in their order."""
        chosen = select(EVENTS).where(EVENTS.c.number > after).order_by(EVENTS.c.number)
        if report is not None:
            chosen = chosen.where(EVENTS.c.report == report)
        if until is not None:
            chosen = chosen.where(EVENTS.c.number <= until)
        with in_one_line(self.engine.url), self.engine.begin() as connection:
            return [_event_of(row) for row in connection.execute(chosen)]

    def events_of(self, reports: Collection[str], until: int | None = None) -> list[Event]:
        """The events of these reports, up to a number where one is given, in their order."""
        every, found = sorted(reports), []
        with in_one_line(self.engine.url), self.engine.begin() as connection:
            for start in range(0, len(every), AT_ONCE):
                some = EVENTS.c.report.in_(every[start : start + AT_ONCE])
                chosen = select(EVENTS).where(some)
                rows = connection.execute(chosen if until is None else chosen.where(EVENTS.c.number <= until))
                found += [_event_of(row) for row in rows]
        return sorted(found, key=lambda each: each.number)

    def events_of_kind(self, kind: EventKind, until: int) -> list[Event]:
        """The events of one kind up to a number, in their order."""
        chosen = select(EVENTS).where(EVENTS.c.kind == str(kind), EVENTS.c.number <= until).order_by(EVENTS.c.number)
        with in_one_line(self.engine.url), self.engine.begin() as connection:
            return [_event_of(row) for row in connection.execute(chosen)]

    def by_report(self, until: int) -> Iterator[list[Event]]:
        """The events up to a number of one report after the other, in their order; no more are held at once."""
        some = EVENTS.c.report != "", EVENTS.c.number <= until
        chosen = select(EVENTS).where(*some).order_by(EVENTS.c.report, EVENTS.c.version)
        with in_one_line(self.engine.url), self.engine.connect() as connection:
            rows = connection.execution_options(yield_per=AT_ONCE).execute(chosen)
            for _, own in groupby(map(_event_of, rows), key=lambda each: each.report):
                yield list(own)

    def marks(self, until: int) -> dict[str, str]:
        """What tells the past of each report from any other one, up to a number: how many events it has, and when."""
        last = func.max(EVENTS.c.version), func.max(EVENTS.c.at)
        chosen = select(EVENTS.c.report, *last).where(EVENTS.c.report != "", EVENTS.c.number <= until)
        with in_one_line(self.engine.url), self.engine.begin() as connection:
            rows = connection.execute(chosen.group_by(EVENTS.c.report))
            return {report: f"{version} {at.isoformat()}" for report, version, at in rows}

    @property
    def position(self) -> int:
        """The number of the last event; 0 for an empty ledger."""
        with in_one_line(self.engine.url), self.engine.begin() as connection:
            return int(connection.execute(select(HEAD.c.position)).scalar_one())

    def version(self, report: str) -> int:
        """How many events the report has: what a decision on it expects."""
        with in_one_line(self.engine.url), self.engine.begin() as connection:
            return _versions(connection, [report]).get(report, 0)

    @contextmanager
    def alone(self, name: str, *, shared: bool = False, patience: float = 0) -> Iterator[None]:
        """While nobody on any machine holds the lock of this name, or shared: while all who hold it share it.

        Only a database server knows of other machines; beside a file there are none, and nothing is locked here. The
        server lets go of it when this process ends, however it ends. Raises StoreBusy after so many seconds.
        """
        if self.engine.dialect.name != "postgresql":
            yield
            return
        with in_one_line(self.engine.url):
            connection = self.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        # The lock is the session's: out of the pool, and ended with it.
        connection.detach()
        try:
            with in_one_line(self.engine.url):
                _lock(connection, name, shared, time.monotonic() + patience)
            yield
        finally:
            connection.close()

    def require_known_form(self) -> None:
        """Raise LedgerTooNew or LedgerTooOld where the tables have a form that this Faheng does not work with."""
        require_known(form_of(self.engine), self.engine.url)

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


def _lock(connection: Connection, name: str, shared: bool, until: float) -> None:
    lock = func.pg_try_advisory_lock_shared if shared else func.pg_try_advisory_lock
    while not connection.execute(select(lock(MAKING, zlib.crc32(name.encode()) >> 1))).scalar_one():
        if time.monotonic() >= until:
            raise StoreBusy("others are at work in the ledger: try again in a minute")
        time.sleep(LOCK_PAUSE)


def _versions(connection: Connection, reports: Iterable[str]) -> dict[str, int]:
    of_reports = EVENTS.c.report.in_(reports)
    newest = select(EVENTS.c.report, func.max(EVENTS.c.version)).where(of_reports).group_by(EVENTS.c.report)
    return {row[0]: row[1] for row in connection.execute(newest)}


def _row_of(event: NewEvent, *, number: int, version: int) -> dict[str, Any]:
    # Escaped, so that no sign of a text is one that a database cannot hold.
    detail = json.dumps(event.detail, ensure_ascii=True, allow_nan=False)
    return {
        "number": number,
        "who": _plain(event.who)[:LONGEST_NAME],
        "kind": str(event.kind),
        "report": event.report,
        "figure": event.figure,
        "version": version,
        "detail": detail,
    }


def _plain(text: str) -> str:
    """The text without signs that a database cannot hold."""
    return "".join(sign if sign.isprintable() else " " for sign in text).strip()


def _event_of(row: Row[Any]) -> Event:
    return Event(
        number=row.number,
        at=row.at,
        who=row.who,
        kind=EventKind(row.kind),
        report=row.report,
        figure=row.figure,
        version=row.version,
        detail=json.loads(row.detail),
    )
