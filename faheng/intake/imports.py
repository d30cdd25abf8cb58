"""Files -> documents, readings and events of the ledger; what becomes of each file, as it comes.

Order of one import: document stored, reading stored, then one transaction names both. Whoever stops in the middle has
every file that was told of, and nothing of the others.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from faheng.intake.footing import NodeFooting
from faheng.intake.intake import Intake
from faheng.intake.known import KnownDocument
from faheng.intake.noting import Imported, Noting
from faheng.intake.processes import forking
from faheng.intake.reader import (
    DocumentRead,
    ReadTask,
    Received,
    ReceiveTask,
    Receiving,
    Storage,
    Unrecognised,
    read_document,
)
from faheng.intake.shipped import shipped_now
from faheng.intake.state import ReportState
from faheng.paths import is_local
from faheng.pool.engine import ON_THIS_MACHINE, Engine, EngineChoice, engine_of
from faheng.pool.work import Work, crew_of
from faheng.reading.about.about import ReportAbout
from faheng.reading.files import files_in
from faheng.reading.scans import PageRead, ScanSource, transcribed_by
from faheng.reading.texts.original import Content
from faheng.reading.texts.transcripts import can_recognise

__all__ = ["ImportPlan", "ImportRun", "Imported", "Refused", "Result", "import_files", "read_again"]

Task = TypeVar("Task", ReceiveTask, ReadTask)
Note = Callable[[Sequence[DocumentRead]], list[Imported]]


@dataclass(frozen=True)
class Refused:
    """A file that could not be taken: why, in one line."""

    name: str
    fault: str


@dataclass(frozen=True)
class ImportPlan:
    """How files are imported: by whom, in how many processes, and what is given about each report.

    threaded: the caller has threads, as a server has. engine: where files are read. progress: is told, after each
    file, how many are done and how many there are.
    """

    who: str
    jobs: int | None = None
    given: ReportAbout | None = None
    threaded: bool = False
    engine: EngineChoice = ON_THIS_MACHINE
    progress: Callable[[int, int], None] | None = None

    @property
    def has_threads(self) -> bool:
        """Whether processes that are begun may not be copies of this one."""
        return self.threaded or self.engine.has_threads


# A page of a scan is told of when it is recognised; its document follows.
Result = Imported | Refused | PageRead


def import_files(intake: Intake, sources: Iterable[Path], plan: ImportPlan) -> Generator[Result]:
    """What becomes of each document of the files, folders and zip files, as it comes, and each page of a scan.

    Scans are recognised when the others are read. A document that is known is not read again. Closing the iterator ends
    the import: what was told of is kept. Raises NothingToRead, DataProblems, UnwritableFile, LedgerUnavailable,
    ClusterUnavailable and ClusterDiffers.
    """
    paths = list(sources)
    plan = begun(intake, plan, paths)
    with intake.importing(), ImportRun.begun(intake, plan) as run:
        files = [plan.engine.located(path) for path in files_in(paths)]
        tasks = [ReceiveTask(path, run.storage, run.documents, plan.given) for path in files]
        done = 0
        for received in run.engine.each(tasks, run.work(Receiving(run.noting.known))):
            yield from run.results(received, run.noting.noted)
            done += len(received)
            if plan.progress:
                plan.progress(done, len(tasks))
        yield from run.rest(run.noting.noted)


def read_again(intake: Intake, plan: ImportPlan) -> Iterator[Result]:
    """Read every imported document again, as data/ is now; what is found otherwise is noted. Decisions go on."""
    plan = begun(intake, plan)
    with intake.importing(), ImportRun.begun(intake, plan) as run:
        tasks = [
            ReadTask(Path(each.document.name), each.document.sha256, run.storage, run.documents,
                     about_settled(each), each.id)
            for each in run.noting.comparison.reports.values() if each.document is not None
        ]  # fmt: skip
        for received in run.engine.each(tasks, run.work(read_document)):
            yield from run.results(received, run.noting.noted_again)
        yield from run.rest(run.noting.noted_again)


def begun(intake: Intake, plan: ImportPlan, paths: Sequence[Path] = ()) -> ImportPlan:
    """The plan with what is read by ready before the workers begin, which share it. Raises DataProblems.

    Who speaks to object storage has threads for it.
    """
    storage = intake.storage
    _ = storage.lexicon
    plan = replace(plan, threaded=plan.threaded or not all(map(is_local, (storage.folder, *paths))))
    if plan.has_threads:
        forking()
    return plan


def about_settled(report: ReportState) -> ReportAbout | None:
    """What a person settled of a report; the rest is recognised again."""
    names = {name: getattr(report.about, name) for name in report.settled}
    return ReportAbout(report.about.name, **names) if names else None


def faulty(path: Path, fault: str) -> Received:
    """What is said of a file that broke its reader."""
    return Received(path, faults=(fault,))


@dataclass
class ImportRun:
    """One import on its way. documents: SHA-256 -> what data/ says of the report of this document.

    later: the documents of archives, and those that have to be read after all. scans: what waits to be recognised.
    """

    plan: ImportPlan
    engine: Engine
    noting: Noting
    storage: Storage
    documents: Mapping[str, ReportAbout]
    later: list[ReadTask] = field(default_factory=list)
    scans: list[Unrecognised] = field(default_factory=list)

    @staticmethod
    @contextmanager
    def begun(intake: Intake, plan: ImportPlan) -> Iterator[ImportRun]:
        """A run, and its engine for as long as it goes on."""
        shipped, storage = shipped_now(), intake.storage
        noting = Noting.of(intake, plan.who, shipped, intake.state())
        with engine_of(plan.engine, plan.jobs, threaded=plan.threaded) as engine:
            yield ImportRun(plan, engine, noting, storage, shipped.by_document)

    def work(self, do: Callable[[Task], Received]) -> Work[Task, Received]:
        """What is done with each file, on machines that stand on one footing."""
        return Work(do, faulty, NodeFooting(self.storage.folder))

    def results(self, received: Iterable[Received], note: Note) -> Iterator[Result]:
        """What became of some sources: their documents noted, their faults told; what is left to read waits."""
        every = list(received)
        noted = iter(note([each.read for each in every if each.read is not None]))
        for each in every:
            self.later += [self.unread(each.path / name, sha256) for name, sha256 in each.unread]
            if each.unrecognised is not None and can_recognise():
                self.scans.append(each.unrecognised)
            else:
                yield from (Refused(each.path.name, fault) for fault in each.faults)
            if each.read is not None:
                yield next(noted)
            if each.known is not None:
                yield from self.known(each.path, each.known)

    def known(self, path: Path, document: KnownDocument) -> Iterator[Imported]:
        """A document that is known; it is read after all where the ledger has changed since."""
        found = self.noting.recognised(document)
        if found is None:
            self.later.append(self.unread(path, document.sha256))
        else:
            yield found

    def unread(self, path: Path, sha256: str) -> ReadTask:
        """A stored document, to be read."""
        return ReadTask(path, sha256, self.storage, self.documents, self.plan.given)

    def rest(self, note: Note) -> Iterator[Result]:
        """What became of all that waits."""
        while self.later or self.scans:
            tasks, self.later = self.later, []
            for received in self.engine.each(tasks, self.work(read_document)):
                yield from self.results(received, note)
            scans, self.scans = self.scans, []
            for at in range(0, len(scans), self.engine.scans_at_once):
                yield from self.recognised(scans[at : at + self.engine.scans_at_once], note)

    def recognised(self, scans: Sequence[Unrecognised], note: Note) -> Iterator[Result]:
        """What became of some scans, each page of which is told of."""
        tasks: dict[ScanSource, ReadTask] = {each.scan: each.task for each in scans}
        # One reader for all: pages come from many cores, and what has to wait for a process of its own each time lags.
        with crew_of(self.work(read_document), 1, threaded=self.plan.has_threads) as readers:
            for told in transcribed_by(list(tasks), self.engine.of_pages):
                if isinstance(told, PageRead):
                    yield told
                elif isinstance(told.content, Content):
                    self.storage.transcripts.put(tasks[told.source].sha256, told.content)
                    yield from self.results(readers.results([tasks[told.source]]), note)
                else:
                    yield Refused(told.source.path.name, str(told.content))
