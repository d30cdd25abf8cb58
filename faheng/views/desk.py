"""What there is to review: the ledger as it stands now, each report opened once for each of its versions."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from faheng.errors import ReadingDamaged
from faheng.intake.intake import Intake
from faheng.intake.readings import StoredReading
from faheng.intake.review import Desk, Doubt, OpenReport, doubts_of
from faheng.intake.state import ReportState
from faheng.ledger.engine import SETTING, is_there, ledger_url
from faheng.ledger.event import Event, EventKind
from faheng.model.doubt import Reason
from faheng.paths import DATA, store_folder
from faheng.reading.lexicon import state_of

__all__ = [
    "Queue",
    "doubt_again",
    "file_names",
    "has_ledger",
    "intake_now",
    "opened_report",
    "queue_now",
    "recent_decisions",
    "report_now",
    "stored_reading",
]

# Reports that stay opened: those of a large import, not all of a country.
KEPT = 600
_ORDER = list(Reason)


@dataclass(frozen=True)
class Queue:
    """Everything to decide at one position of the ledger, what is likeliest wrong first; reports: all by id."""

    position: int
    doubts: tuple[Doubt, ...]
    reports: Mapping[str, ReportState]

    def of_figure(self, key: str) -> Doubt | None:
        """The doubt of this key."""
        return next((each for each in self.doubts if each.key == key), None)


def has_ledger() -> bool:
    """Whether anything was ever noted here."""
    return is_there(ledger_url(store_folder()))


def intake_now() -> Intake:
    """The ledger and the folders of the store, made where there are none."""
    return _intake(str(store_folder()), os.environ.get(SETTING, ""))


@lru_cache(maxsize=4)
def _intake(folder: str, ledger: str) -> Intake:  # noqa: ARG001 (the setting tells one ledger from another)
    return Intake.open(Path(folder))


def queue_now() -> Queue:
    """What there is to decide now; nothing where there is no ledger."""
    if not has_ledger():
        return Queue(0, (), {})
    desk = Desk.of(intake_now())
    doubts = list(_doubts(desk))
    doubts.sort(key=lambda each: (_ORDER.index(each.reason), each.figure.now.confidence if each.figure else 0))
    return Queue(desk.state.position, tuple(doubts), desk.state.reports)


def _doubts(desk: Desk) -> Iterator[Doubt]:
    """What there is to decide in reports that were not withdrawn; one whose reading is damaged is left out.

    A report in which nothing waits is not opened again before somebody decides on it.
    """
    data = state_of(DATA)
    for each in desk.state.reports.values():
        key = _key(desk, each.id, data)
        if each.withdrawn or key in _settled:
            continue
        opened = _opened(key, desk)
        doubts = list(doubts_of(opened, each.id in desk.shipped.reports)) if opened else []
        if opened and not doubts:
            _settled.add(key)
        yield from doubts


def opened_report(desk: Desk, name: str) -> OpenReport | None:
    """A report with everything that a decision needs; None where there is none that can be read."""
    return _opened(_key(desk, name, state_of(DATA)), desk)


def _key(desk: Desk, name: str, data: str) -> _Key:
    version = desk.state.report(name).version
    return _Key(str(desk.intake.folder), os.environ.get(SETTING, ""), name, version, data)


def report_now(name: str) -> OpenReport | None:
    """A report as it stands now, shipped ones too; None where there is none that can be read."""
    return opened_report(Desk.of(intake_now()), name)


@dataclass(frozen=True)
class _Key:
    """Which report in which version; desk is not compared."""

    folder: str
    ledger: str
    name: str
    version: int
    data: str


_reports: dict[_Key, OpenReport | None] = {}
_settled: set[_Key] = set()


def _opened(key: _Key, desk: Desk) -> OpenReport | None:
    if key not in _reports:
        while len(_reports) >= KEPT:
            _reports.pop(next(iter(_reports)), None)
        try:
            _reports[key] = desk.report(key.name)
        except ReadingDamaged:
            _reports[key] = None
    return _reports[key]


def doubt_again(report: str, figure: str) -> Doubt | None:
    """A figure as it stands after somebody else's decision; None where it is gone with its report."""
    opened = opened_report(Desk.of(intake_now()), report)
    held = opened.figure(figure) if opened else None
    return Doubt(opened, Reason.DECIDED, held) if opened and held else None


def recent_decisions(most: int) -> list[Event]:
    """The last events that a person may take back, newest first; what was undone is left out."""
    if not has_ledger():
        return []
    every = intake_now().ledger.events()
    undone = {number for each in every if each.kind is EventKind.UNDONE for number in each.detail["events"]}
    may_go = (EventKind.ACCEPTED, EventKind.CORRECTED, EventKind.REJECTED, EventKind.ADDED, EventKind.SETTLED,
              EventKind.WITHDRAWN, EventKind.RESTORED, EventKind.PLACED)  # fmt: skip
    return [each for each in reversed(every) if each.kind in may_go and each.number not in undone][:most]


def file_names() -> Mapping[str, str]:
    """Id of each imported report -> the name of its file."""
    return {each.id: each.document.name for each in intake_now().state().reports.values() if each.document}


def stored_reading(report: str) -> StoredReading | None:
    """The reading of an imported report: its text and its paragraphs; None where its document was not imported here."""
    if not has_ledger():
        return None
    intake = intake_now()
    state = intake.state()
    held = state.report(report)
    document = held.document
    if document is None:
        return None
    try:
        return intake.storage.readings.get(held.id, document.reading)
    except ReadingDamaged:
        return None
