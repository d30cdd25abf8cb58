"""Events -> what holds now: which reports there are, what they are, and what was decided of their figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import Lock
from typing import Any

from faheng.intake.decision import ON_FIGURES, Decision
from faheng.intake.described import about_of, missing_of, settled
from faheng.ledger.event import Event, EventKind
from faheng.ledger.ledger import Ledger
from faheng.reading.about.about import ReportAbout


@dataclass(frozen=True)
class SameAs:
    """That a document is another form of a report already there. how: format, edition."""

    how: str
    report: str


@dataclass(frozen=True)
class ImportedDocument:
    """The document of a report, and the reading of it that counts."""

    sha256: str
    name: str
    format: str
    reading: str
    characters: int
    imported_at: datetime
    imported_by: str


@dataclass(frozen=True)
class ReportState:
    """A report as it stands now. document: None for a shipped report that nobody imported. version: of the ledger.

    said: field of about -> the words of the report that say it. settled: the fields that a person has settled;
    same_settled: whether a person said of which other report it is a form. decisions: id of a figure -> the last
    decision on it that counts; those that added a figure too.
    """

    id: str
    version: int = 0
    document: ImportedDocument | None = None
    about: ReportAbout = field(default_factory=lambda: ReportAbout(""))
    said: Mapping[str, str] = field(default_factory=dict)
    settled: frozenset[str] = frozenset()
    same: SameAs | None = None
    same_settled: bool = False
    withdrawn: bool = False
    decisions: Mapping[str, Decision] = field(default_factory=dict)

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that must be settled before the report is published; none for one that was not imported."""
        return missing_of(self.about) if self.document else ()

    @property
    def counts(self) -> bool:
        """Whether its figures are published: it is complete, not withdrawn, and no other form of another report."""
        apart = self.same is not None and self.same.how == "format"
        return self.document is not None and not self.withdrawn and not apart and not self.missing


@dataclass(frozen=True)
class State:
    """What holds after so many events: the reports by id, in the order in which they came."""

    position: int = 0
    reports: Mapping[str, ReportState] = field(default_factory=dict)

    def report(self, name: str) -> ReportState:
        """The report of this id; an empty one where nothing was ever noted of it."""
        return self.reports.get(name, ReportState(name))

    def of_document(self, sha256: str) -> ReportState | None:
        """The report that was imported as this document."""
        return next((each for each in self.reports.values() if each.document and each.document.sha256 == sha256), None)


@dataclass
class FoldedLedger:
    """The state of a ledger, kept: new events fold only the reports anew that they are about.

    An undo names events of its own report, so that a report's state follows from its own events alone.
    """

    ledger: Ledger
    _state: State = field(default_factory=State)
    _at_work: Lock = field(default_factory=Lock)

    def now(self) -> State:
        """How things stand after the last event."""
        with self._at_work:
            position = self.ledger.position
            if position < self._state.position:
                self._state = State()  # another ledger under the same name, as after a restore
            if position > self._state.position:
                self._state = self._after(self.ledger.events(after=self._state.position))
            return self._state

    def _after(self, new: list[Event]) -> State:
        if not self._state.position:
            return folded(new)
        last = new[-1].number
        touched = folded(self.ledger.events_of({each.report for each in new if each.report}, until=last))
        return State(last, {**self._state.reports, **touched.reports})


def state_of_ledger(ledger: Ledger | None) -> State:
    """What holds now; an empty state where there is no ledger."""
    return State() if ledger is None else folded(ledger.events())


def folded(events: Iterable[Event]) -> State:
    """The state after the events, which are all from the first on, in their order."""
    every = list(events)
    undone = undone_by(every)
    reports: dict[str, ReportState] = {}
    for event in every:
        if event.report:
            report = replace(reports.get(event.report, ReportState(event.report)), version=event.version)
            reports[event.report] = report if event.number in undone else after(report, event)
    return State(every[-1].number if every else 0, reports)


def folded_one(events: Sequence[Event], undone: Collection[int]) -> ReportState:
    """One report after all its events. undone: the numbers of the events, of any report, that count no more."""
    report = ReportState(events[0].report)
    for event in events:
        report = replace(report, version=event.version)
        report = report if event.number in undone else after(report, event)
    return report


def undone_by(events: Iterable[Event]) -> set[int]:
    """The numbers of the events that count no more. An undo that was undone itself has no effect."""
    undone: set[int] = set()
    for event in sorted(events, key=lambda each: -each.number):
        if event.kind is EventKind.UNDONE and event.number not in undone:
            undone.update(event.detail["events"])
    return undone


def after(report: ReportState, event: Event) -> ReportState:
    """The report after one event about it."""
    if event.kind in ON_FIGURES:
        return replace(report, decisions=decided(report.decisions, Decision.of(event)))
    if event.kind is EventKind.IMPORTED:
        return imported(report, event)
    if event.kind is EventKind.SETTLED:
        return settled_by(report, event.detail)
    if event.kind in {EventKind.WITHDRAWN, EventKind.RESTORED}:
        return replace(report, withdrawn=event.kind is EventKind.WITHDRAWN)
    return report


def decided(before: Mapping[str, Decision], new: Decision) -> dict[str, Decision]:
    """The decisions with a new one. A figure that a person added is gone when it is rejected."""
    added = new.figure in before and before[new.figure].kind is EventKind.ADDED
    if not added or new.kind is EventKind.ADDED:
        return {**before, new.figure: new}
    if new.kind is EventKind.REJECTED:
        return {name: each for name, each in before.items() if name != new.figure}
    return dict(before)


def imported(report: ReportState, event: Event) -> ReportState:
    """The report with the document and the reading that the event names; what a person settled stays."""
    told = event.detail
    document = ImportedDocument(
        sha256=told["sha256"],
        name=told["name"],
        format=told["format"],
        reading=told["reading"],
        characters=told["characters"],
        imported_at=report.document.imported_at if report.document else event.at,
        imported_by=report.document.imported_by if report.document else event.who,
    )
    kept = {name: getattr(report.about, name) for name in report.settled}
    same = SameAs(**told["same"]) if told.get("same") else None
    about = replace(about_of(told["about"]), **kept)
    return replace(report, document=document, about=about, said=told.get("said", {}), same=report.same or same)


def settled_by(report: ReportState, told: Mapping[str, Any]) -> ReportState:
    """The report with what a person says of it: fields, and whether it is another form of another report."""
    about = told.get("about", {})
    report = replace(report, about=settled(report.about, about), settled=report.settled | set(about))
    if "same" in told:
        report = replace(report, same=SameAs(**told["same"]) if told["same"] else None, same_settled=True)
    if told.get("reading") and report.document:
        report = replace(report, document=replace(report.document, reading=told["reading"]))
    return report
