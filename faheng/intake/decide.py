"""Decisions of people -> events of the ledger. Each returns when its transaction is on the disk, never before.

Every decision expects the version of the report that the person saw. Where others decided on it meanwhile, but on other
figures, it stands all the same; else DecidedMeanwhile says who was faster with what, and nothing is noted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from faheng.errors import CannotDecide, Overtaken
from faheng.intake.decision import ON_FIGURES, DecidedFigure
from faheng.intake.described import SETTLED, json_of, settled
from faheng.intake.figures import Judge, ReviewedFigure, cells_of
from faheng.intake.intake import Intake
from faheng.intake.reader import ReadTask, read_document
from faheng.intake.state import ReportState, SameAs
from faheng.intake.zones import AddedZone, new_zone
from faheng.ledger.event import Event, EventKind, NewEvent
from faheng.model import Observation

# What is about no report and yet can be taken back: a zone, and that it was taken back.
OF_NO_REPORT = (EventKind.PLACED, EventKind.UNDONE)


class DecidedMeanwhile(Overtaken):
    """Somebody else decided on the same figure, or on the report itself; event: the last decision of that kind."""

    def __init__(self, event: Event) -> None:
        self.event = event
        super().__init__(event.report, event.who)


@dataclass(frozen=True)
class Editor:
    """Who decides, in which store."""

    intake: Intake
    who: str

    def accept(self, report: ReportState, figures: Sequence[ReviewedFigure], sha256: str, reason: str = "") -> int:
        """The figures are right as they stand; one transaction. A figure with a fault has to be corrected instead."""
        for each in figures:
            if each.faults:
                raise CannotDecide(each.key, each.faults[0].fault, "correct it, or reject it")
        events = [
            self.on(report.id, EventKind.ACCEPTED, each, sha256, reason=reason, cells=kept(each)) for each in figures
        ]
        return self.noted(report, events)

    def reject(self, report: ReportState, figures: Sequence[ReviewedFigure], sha256: str, reason: str = "") -> int:
        """The figures are none; one transaction."""
        events = [self.on(report.id, EventKind.REJECTED, each, sha256, reason=reason) for each in figures]
        return self.noted(report, events)

    def correct(
        self, report: ReportState, figure: ReviewedFigure, changes: Mapping[str, str], judge: Judge, reason: str = ""
    ) -> int:
        """The figure is what the cells say: columns of a file of data/observations, those that change.

        Raises CannotDecide with the fault that a line of such a file would have.
        """
        base = figure.before or figure.now
        cells = {**kept(figure), **changes}
        self.require_valid(judge, base, cells, figure.key)
        kind = EventKind.ADDED if figure.before is None else EventKind.CORRECTED
        whole = {**cells_of(base), **cells} if kind is EventKind.ADDED else cells
        sha256 = judge.report.sha256
        return self.noted(report, [self.on(report.id, kind, figure, sha256, reason=reason, cells=whole)])

    def add(self, report: ReportState, cells: Mapping[str, str], judge: Judge, reason: str = "") -> int:
        """A figure that reading missed: all columns of a line of data/observations. Raises CannotDecide."""
        made, faults = judge.valid(dict(cells))
        if faults:
            raise CannotDecide(report.id, f"{faults[0].column}: {faults[0].fault}", faults[0].instead)
        figure = ReviewedFigure(made.id, made)
        event = self.on(report.id, EventKind.ADDED, figure, judge.report.sha256, reason=reason, cells=dict(cells))
        return self.noted(report, [event])

    def settle(self, report: ReportState, changes: Mapping[str, str | None]) -> int:
        """The report is of another place, period, kind …: fields of ReportAbout as text; None for what is not known.

        Its document is read again, because its figures rest on these. Raises CannotDecide for an unknown field or
        place, UnreadableFile, DocumentDamaged.
        """
        if report.document is None:
            raise CannotDecide(report.id, "its document was not imported", "import the document first")
        about = self.settled_about(report, changes)
        with self.intake.importing():
            storage = self.intake.storage
            task = ReadTask(Path(report.document.name), report.document.sha256, storage, {}, about, report.id)
            received = read_document(task)
            if received.read is None:
                raise CannotDecide(report.id, "its document cannot be read again", "import it anew")
            detail = {"about": {name: json_of(about)[name] for name in changes}, "reading": received.read.reading}
            return self.noted(report, [NewEvent(kind=EventKind.SETTLED, who=self.who, report=report.id, detail=detail)])

    def settled_about(self, report: ReportState, changes: Mapping[str, str | None]) -> Any:
        """What the report is with the changes. Raises CannotDecide."""
        for name in changes:
            if name not in SETTLED:
                raise CannotDecide(report.id, f"a report has no {name!r}", f"settle one of {', '.join(SETTLED)}")
        place = changes.get("locality_code")
        if place and place not in self.intake.storage.lexicon.reference.localities:
            raise CannotDecide(
                report.id, f"there is no place {place!r}", "give a code of data/reference/localities.csv"
            )
        try:
            about = settled(report.about, changes)
        except ValueError as error:
            raise CannotDecide(report.id, f"period_end: {error}", "write a day as 2022-11-25") from error
        if about.period_start and about.period_end and about.period_start > about.period_end:
            raise CannotDecide(report.id, "its period ends before it begins", "exchange the two days")
        return about

    def keep_beside(self, report: ReportState) -> int:
        """The report is no other form of another one, whatever an import said."""
        return self.noted(report, [self.of_same(report, None)])

    def keep_once(self, report: ReportState) -> int:
        """The report is another form of the one that an import named: its figures are not counted twice."""
        return self.noted(report, [self.of_same(report, report.same)])

    def take_edition(self, report: ReportState, other: ReportState, reason: str = "") -> int:
        """Of two editions this one counts, and the other is withdrawn; one transaction."""
        events = [self.of_report(other.id, EventKind.WITHDRAWN, reason), self.of_same(report, report.same)]
        return self.intake.ledger.append(events, {each.id: each.version for each in (report, other)})

    def withdraw(self, report: ReportState, reason: str = "") -> int:
        """The report's figures are published no more."""
        return self.noted(report, [self.of_report(report.id, EventKind.WITHDRAWN, reason)])

    def restore(self, report: ReportState, reason: str = "") -> int:
        """A report that was withdrawn counts again."""
        return self.noted(report, [self.of_report(report.id, EventKind.RESTORED, reason)])

    def undo(self, numbers: Iterable[int], reason: str = "") -> int:
        """The events of these numbers count no more; one transaction. Undoing an undo brings them back.

        Raises CannotDecide for a number that is no decision, and for a zone of which a report is.
        """
        wanted = set(numbers)
        reports: dict[str, list[int]] = defaultdict(list)
        versions: dict[str, int] = {}
        for event in self.intake.ledger.events():
            versions[event.report] = event.version
            if event.number in wanted and (event.report or event.kind in OF_NO_REPORT):
                self.require_unused(event)
                reports[event.report].append(event.number)
        if missing := wanted - {number for found in reports.values() for number in found}:
            raise CannotDecide(f"event {min(missing)}", "there is no such decision", "see `faheng history --decisions`")
        events = [
            replace(self.of_report(report, EventKind.UNDONE, reason), detail={"events": found, "reason": reason})
            for report, found in reports.items()
        ]
        return self.intake.ledger.append(events, {report: versions[report] for report in reports})

    def add_zone(self, parent: str, name: str, reason: str = "") -> AddedZone:
        """A functional zone that the tables do not know is a place from now on. Raises CannotDecide."""
        zone = new_zone(parent, name, self.intake.storage.lexicon)
        detail = {"parent": zone.parent, "name": zone.name, "reason": reason}
        self.intake.ledger.append([NewEvent(kind=EventKind.PLACED, who=self.who, figure=zone.code, detail=detail)])
        return zone

    def require_unused(self, event: Event) -> None:
        """Raise CannotDecide where the event added a zone of which a report is."""
        if event.kind is not EventKind.PLACED:
            return
        used = [each.id for each in self.intake.state().reports.values() if each.about.locality_code == event.figure]
        if used:
            raise CannotDecide(
                event.figure, f"the report {used[0]} is of this zone", "settle another place for it first"
            )

    def require_valid(self, judge: Judge, base: Observation, cells: Mapping[str, str], name: str) -> None:
        """Raise CannotDecide where the figure with the changes would be refused in a file of data/."""
        _, faults = judge.valid({**cells_of(base), **cells})
        if faults:
            raise CannotDecide(name, f"{faults[0].column}: {faults[0].fault}", faults[0].instead)

    def of_report(self, report: str, kind: EventKind, reason: str) -> NewEvent:
        """An event about a report."""
        return NewEvent(kind=kind, who=self.who, report=report, detail={"reason": reason})

    def of_same(self, report: ReportState, same: SameAs | None) -> NewEvent:
        """An event that says of which other report it is a form; None for none."""
        detail = {"same": None if same is None else vars(same)}
        return NewEvent(kind=EventKind.SETTLED, who=self.who, report=report.id, detail=detail)

    def on(
        self, report: str, kind: EventKind, figure: ReviewedFigure, sha256: str, *, reason: str, cells: Any = None
    ) -> NewEvent:
        """An event about a figure."""
        target = DecidedFigure.of(figure.before or figure.now, sha256)
        detail = {"target": target.as_json(), "reason": reason, "cells": dict(cells or {})}
        return NewEvent(kind=kind, who=self.who, report=report, figure=figure.key, detail=detail)

    def noted(self, report: ReportState, events: Sequence[NewEvent]) -> int:
        """The events in the ledger, where nobody decided on the same things before. Raises DecidedMeanwhile."""
        ledger, version = self.intake.ledger, report.version
        while True:
            try:
                return ledger.append(events, {report.id: version})
            except Overtaken:
                meanwhile = [each for each in ledger.events(report=report.id) if each.version > version]
                against = [each for each in meanwhile if not is_beside(each, events)]
                if against or not meanwhile:
                    raise DecidedMeanwhile(against[-1]) if against else Overtaken(report.id) from None
                version = meanwhile[-1].version


def is_beside(other: Event, ours: Sequence[NewEvent]) -> bool:
    """Whether somebody else's event and ours are about different figures of a report, so that both can stand."""
    on_figures = other.kind in ON_FIGURES and all(each.kind in ON_FIGURES for each in ours)
    return on_figures and other.figure not in {each.figure for each in ours}


def kept(figure: ReviewedFigure) -> dict[str, str]:
    """What an earlier correction of the figure changes, which a further decision does not take back."""
    return dict(figure.decision.cells) if figure.decision and figure.before is not None else {}
