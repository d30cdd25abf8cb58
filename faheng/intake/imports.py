"""Files -> documents, readings and events of the ledger; what becomes of each file, as it comes.

Order of one import: document stored, reading stored, then one transaction names both. Whoever stops in the middle has
every file that was told of, and nothing of the others.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from faheng.errors import Overtaken
from faheng.intake.described import json_of
from faheng.intake.intake import Intake
from faheng.intake.processes import forking
from faheng.intake.reader import (
    DocumentRead,
    ReadTask,
    Received,
    ReceiveTask,
    Storage,
    Unrecognised,
    read_document,
    receive,
)
from faheng.intake.sameness import Comparison
from faheng.intake.shipped import Shipped, shipped_now
from faheng.intake.state import ReportState, SameAs, State, folded
from faheng.ledger.event import EventKind, NewEvent
from faheng.pool.work import Work, each_file
from faheng.reading.about.about import ReportAbout
from faheng.reading.files import files_in
from faheng.reading.scans import PageRead, transcribed
from faheng.reading.texts.original import Content
from faheng.reading.texts.transcripts import can_recognise


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


@dataclass(frozen=True)
class Refused:
    """A file that could not be taken: why, in one line."""

    name: str
    fault: str


@dataclass(frozen=True)
class ImportPlan:
    """How files are imported: by whom, in how many processes, and what is given about each report.

    threaded: the caller has threads, as a server has.
    """

    who: str
    jobs: int | None = None
    given: ReportAbout | None = None
    threaded: bool = False


# A page of a scan is told of when it is recognised; its document follows.
Result = Imported | Refused | PageRead


def import_files(intake: Intake, sources: Iterable[Path], plan: ImportPlan) -> Generator[Result]:
    """What becomes of each document of the files, folders and zip files, as it comes, and each page of a scan.

    Closing the iterator ends the import: what was told of is kept. Raises NothingToRead, DataProblems, UnwritableFile,
    LedgerUnavailable.
    """
    begin(intake, plan)
    with intake.importing():
        run = ImportRun(intake, plan, shipped_now(), intake.storage, intake.state())
        tasks = [ReceiveTask(path, run.storage, run.shipped.by_document, plan.given) for path in files_in(sources)]
        later: list[ReadTask] = []
        for received in each_file(tasks, Work(receive, faulty), plan.jobs, threaded=plan.threaded):
            later += run.unread(received)
            yield from run.results(received, run.noted)
        for received in each_file(later, Work(read_document, faulty), plan.jobs, threaded=plan.threaded):
            yield from run.results(received, run.noted)


def read_again(intake: Intake, plan: ImportPlan) -> Iterator[Result]:
    """Read every imported document again, as data/ is now; what is found otherwise is noted. Decisions go on."""
    begin(intake, plan)
    with intake.importing():
        run = ImportRun(intake, plan, shipped_now(), intake.storage, intake.state())
        tasks = [
            ReadTask(Path(each.document.name), each.document.sha256, run.storage, run.shipped.by_document,
                     about_settled(each), each.id)
            for each in run.state.reports.values() if each.document is not None
        ]  # fmt: skip
        for received in each_file(tasks, Work(read_document, faulty), plan.jobs, threaded=plan.threaded):
            yield from run.results(received, run.noted_again)


def begin(intake: Intake, plan: ImportPlan) -> None:
    """Have what is read by, before the workers begin, which share it. Raises DataProblems."""
    _ = intake.storage.lexicon
    if plan.threaded:
        forking()


def about_settled(report: ReportState) -> ReportAbout | None:
    """What a person settled of a report; the rest is recognised again."""
    names = {name: getattr(report.about, name) for name in report.settled}
    return ReportAbout(report.about.name, **names) if names else None


def faulty(path: Path, fault: str) -> Received:
    """What is said of a file that broke its reader."""
    return Received(path, faults=(fault,))


@dataclass
class ImportRun:
    """One import on its way. state: as this run knows it."""

    intake: Intake
    plan: ImportPlan
    shipped: Shipped
    storage: Storage
    state: State

    def unread(self, received: Received) -> list[ReadTask]:
        """The documents of an archive, as tasks."""
        return [
            ReadTask(received.path / name, sha256, self.storage, self.shipped.by_document, self.plan.given)
            for name, sha256 in received.unread
        ]

    def results(self, received: Received, note: Callable[[DocumentRead], Imported]) -> Iterator[Result]:
        """What became of a source: its documents noted, its faults told, pictures recognised where they can be."""
        if received.unrecognised is not None and can_recognise():
            received = yield from self.recognised(received.unrecognised)
        for fault in received.faults:
            yield Refused(received.path.name, fault)
        if received.read is not None:
            yield note(received.read)

    def recognised(self, found: Unrecognised) -> Generator[Result, None, Received]:
        """What became of a scan, each page of which is told of."""
        content = yield from transcribed(found.scan, threaded=self.plan.threaded)
        if not isinstance(content, Content):
            return Received(found.scan.path, faults=(str(content),))
        self.storage.transcripts.put(found.scan.sha256, content)
        return next(each_file([found.task], Work(read_document, faulty), 1, threaded=self.plan.threaded))

    def noted(self, read: DocumentRead) -> Imported:
        """The document in the ledger; one that is there already stays as it is."""
        shipped = read.report in self.shipped.reports
        held = self.state.report(read.report)
        if held.document is None:
            stored = self.storage.readings.get(read.report, read.reading)
            same = Comparison(self.state, self.storage.readings, self.shipped).same_as(
                read.report, read.described.about, stored
            )
            try:
                event = imported_event(read, self.plan.who, same)
                self.intake.ledger.append([event], {read.report: held.version})
                self.refresh(read.report)
                return Imported(read, shipped=shipped, same=same)
            except Overtaken:  # somebody else imported it at the same moment
                self.refresh(read.report)
        held = self.state.report(read.report)
        return Imported(read, known=True, shipped=shipped, same=held.same, withdrawn=held.withdrawn)

    def noted_again(self, read: DocumentRead) -> Imported:
        """The new reading of a document that is in the ledger, where it differs from the one before."""
        held = self.state.report(read.report)
        shipped = read.report in self.shipped.reports
        if held.document is not None and held.document.reading == read.reading:
            return Imported(read, known=True, shipped=shipped, same=held.same)
        self.intake.ledger.append([imported_event(read, self.plan.who, held.same)], {read.report: held.version})
        return Imported(read, shipped=shipped, same=held.same)

    def refresh(self, report: str) -> None:
        """Learn what the ledger says of one report."""
        own = folded(self.intake.ledger.events(report=report)).report(report)
        self.state = replace(self.state, reports={**self.state.reports, report: own})


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
