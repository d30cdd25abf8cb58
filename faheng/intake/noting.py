"""Documents that were read -> events of the ledger, several in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from faheng.errors import Overtaken
from faheng.intake.described import Described, json_of
from faheng.intake.intake import Intake
from faheng.intake.known import KnownDocument, KnownDocuments
from faheng.intake.reader import DocumentRead, report_id
from faheng.intake.sameness import Comparison
from faheng.intake.shipped import Shipped
from faheng.intake.state import ReportState, SameAs, State, after, folded
from faheng.ledger.engine import now
from faheng.ledger.event import Event, EventKind, NewEvent

__all__ = ["Imported", "Noting"]


@dataclass(frozen=True)
class Imported:
    """A document that is in the ledger now. known: it was there before, and nothing changed.

    same: the report that it is another form or edition of. shipped: data/ ships the report with its figures. withdrawn:
    somebody withdrew it, so its figures are not published until it is restored.
    """

    document: DocumentRead
    known: bool = False
    shipped: bool = False
    same: SameAs | None = None
    withdrawn: bool = False

    @property
    def name(self) -> str:
        """The file's name."""
        return self.document.name


@dataclass
class Noting:
    """What one run notes. reports: each as this run knows it."""

    intake: Intake
    who: str
    shipped: Shipped
    comparison: Comparison

    @staticmethod
    def of(intake: Intake, who: str, shipped: Shipped, state: State) -> Noting:
        """A run that begins at this state."""
        return Noting(intake, who, shipped, Comparison.of(state, intake.storage.readings, shipped))

    def report(self, name: str) -> ReportState:
        """A report as this run knows it."""
        return self.comparison.reports.get(name, ReportState(name))

    def noted(self, reads: Sequence[DocumentRead]) -> list[Imported]:
        """The documents in the ledger, in one transaction; one that is there already stays as it is."""
        before = {each.report: self.report(each.report) for each in reads}
        # One after the other: what is expected of one counts for the next.
        new = [self.expected(each) for each in reads if self.report(each.report).document is None]
        try:
            events = [imported_event(each.document, self.who, each.same) for each in new]
            self.intake.ledger.append(events, {each.report: before[each.report].version for each in events})
        except Overtaken:  # somebody else imported or decided at the same moment
            self.refresh(before)
            return [each for read in reads for each in self.noted([read])]
        self.refresh({each.document.report for each in new})
        told = {id(each.document): each for each in new}
        return [told.get(id(read)) or self.there(read) for read in reads]

    def expected(self, read: DocumentRead) -> Imported:
        """A new document as it will be noted; those that come with it are compared with it."""
        held = self.report(read.report)
        same = self.comparison.same_as(read.report, read.described.about, read.reading)
        event = imported_event(read, self.who, same)
        self.comparison.note(after(held, Event(number=0, at=now(), version=held.version + 1, **vars(event))))
        return Imported(read, shipped=read.report in self.shipped.reports, same=same)

    def there(self, read: DocumentRead) -> Imported:
        """A document that was there before."""
        held, shipped = self.report(read.report), read.report in self.shipped.reports
        return Imported(read, known=True, shipped=shipped, same=held.same, withdrawn=held.withdrawn)

    def noted_again(self, reads: Sequence[DocumentRead]) -> list[Imported]:
        """The new readings of documents that are in the ledger, where they differ from those before."""
        return [self.read_again(each) for each in reads]

    def read_again(self, read: DocumentRead) -> Imported:
        """One of them."""
        held = self.report(read.report)
        if held.document is not None and held.document.reading == read.reading:
            return replace(self.there(read), withdrawn=False)
        self.intake.ledger.append([imported_event(read, self.who, held.same)], {read.report: held.version})
        return Imported(read, shipped=read.report in self.shipped.reports, same=held.same)

    @property
    def known(self) -> KnownDocuments:
        """The documents that need not be read again."""
        names = self.shipped.names
        every = ((each.id, each.document) for each in self.comparison.reports.values())
        return KnownDocuments.of(
            document.sha256
            for name, document in every
            if document is not None and name == names.get(document.sha256, report_id(document.sha256))
        )

    def recognised(self, known: KnownDocument) -> Imported | None:
        """A document that was not read, as it stands; None where it has to be read after all."""
        held = self.report(known.report)
        if held.document is None or held.document.reading not in known.readings:
            return None
        figures, proposed = known.readings[held.document.reading]
        return self.there(DocumentRead(
            name=known.name,
            sha256=known.sha256,
            report=known.report,
            format=held.document.format,
            reading=held.document.reading,
            described=Described(held.about, held.said),
            figures=figures,
            proposed=proposed,
            characters=held.document.characters,
        ))  # fmt: skip

    def refresh(self, reports: Collection[str]) -> None:
        """Learn what the ledger says of some reports."""
        if not reports:
            return
        state = folded(self.intake.ledger.events_of(reports))
        for name in reports:
            self.comparison.note(state.report(name))


def imported_event(read: DocumentRead, who: str, same: SameAs | None) -> NewEvent:
    """The event that names a document and its reading."""
    detail = {
        "sha256": read.sha256,
        "name": read.name,
        "format": read.format,
        "reading": read.reading,
        "characters": read.characters,
        "about": json_of(read.described.about),
        "said": dict(read.described.phrases),
        "same": None if same is None else vars(same),
    }
    return NewEvent(kind=EventKind.IMPORTED, who=who, report=read.report, detail=detail)
