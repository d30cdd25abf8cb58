"""A stored document -> a stored reading: what a worker process does, and what it tells of it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from faheng.checks.files import catalogue
from faheng.checks.reading import checked
from faheng.errors import PicturesOnly, ReadingDamaged, UnreadableFile
from faheng.intake.described import Described
from faheng.intake.documents import Documents
from faheng.intake.known import KnownDocument, KnownDocuments
from faheng.intake.paragraphs import paragraphs_of
from faheng.intake.readings import Readings, StoredReading
from faheng.intake.transcripts import StoredTranscripts
from faheng.intake.zones import AddedZone, lexicon_with
from faheng.model import Observation, Status
from faheng.reading.about.about import ReportAbout
from faheng.reading.about.recognise import recognise
from faheng.reading.flow import Reading, read_cleaned
from faheng.reading.lexicon import Lexicon
from faheng.reading.texts.cleaned import Cleaned
from faheng.reading.texts.files import documents_of, original_of, unread_pages
from faheng.reading.texts.original import Original

# A lone half of a character, which neither Parquet nor a database can hold.
HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Storage:
    """Where documents and readings are kept, and by which state of data/ is read, with which zones beside it."""

    folder: Path
    state: str
    zones: tuple[AddedZone, ...] = ()

    @property
    def documents(self) -> Documents:
        """The documents."""
        return Documents(self.folder / "documents")

    @property
    def readings(self) -> Readings:
        """The readings."""
        return Readings(self.folder / "readings")

    @property
    def transcripts(self) -> StoredTranscripts:
        """What was recognised of documents that are pictures."""
        return StoredTranscripts(self.folder / "transcripts")

    @property
    def lexicon(self) -> Lexicon:
        """What is read by."""
        return lexicon_with(self.state, self.zones)


@dataclass(frozen=True)
class DocumentRead:
    """What was read of a document, and where that is kept.

    report: the id of its report. reading: the name of the reading. figures, proposed: how many figures it has, and how
    many of these ask for a person. characters: of its text.
    """

    name: str
    sha256: str
    report: str
    format: str
    reading: str
    described: Described
    figures: int
    proposed: int
    characters: int


@dataclass(frozen=True)
class StoredScan:
    """A stored document that is pictures of pages. path: what the file is called."""

    path: Path
    documents: Documents
    sha256: str
    pages: int

    def data(self) -> bytes:
        """The document. Raises DocumentDamaged."""
        return self.documents.get(self.sha256)


@dataclass(frozen=True)
class Unrecognised:
    """A scan, and how its document is read once it has a transcript."""

    scan: StoredScan
    task: ReadTask


@dataclass(frozen=True)
class Received:
    """What came of a source: documents that were read, those of an archive still unread, and one line a fault.

    unread: name and SHA-256 of each. Faults name the file by its path. unrecognised: pictures of pages, which
    stay a fault until their text is recognised. known: one that was not read, because it was before.
    """

    path: Path
    read: DocumentRead | None = None
    unread: tuple[tuple[str, str], ...] = ()
    faults: tuple[str, ...] = ()
    unrecognised: Unrecognised | None = None
    known: KnownDocument | None = None


@dataclass(frozen=True)
class ReceiveTask:
    """A source to take in. shipped: SHA-256 -> what data/ says of the report of this document."""

    path: Path
    storage: Storage
    shipped: Mapping[str, ReportAbout]
    given: ReportAbout | None = None


@dataclass(frozen=True)
class ReadTask:
    """A stored document to read. path: the name it had, which faults name. report: "" for that of the document."""

    path: Path
    sha256: str
    storage: Storage
    shipped: Mapping[str, ReportAbout]
    given: ReportAbout | None = None
    report: str = ""

    @property
    def report_id(self) -> str:
        """The id of its report: what is given, else that of the report that data/ ships, else one of the document."""
        shipped = self.shipped.get(self.sha256)
        return self.report or (shipped.name if shipped else report_id(self.sha256))


@dataclass(frozen=True)
class Receiving:
    """Taking in sources. known: the documents that the ledger names, which are not read again."""

    known: KnownDocuments = field(default_factory=KnownDocuments)

    def __call__(self, task: ReceiveTask) -> Received:
        """Store the documents of a file; one that is alone in it is read at once, unless it is known."""
        found, problems = documents_of(task.path)
        stored = tuple((name, task.storage.documents.put(data)) for name, data in found)
        faults = tuple(map(str, problems))
        if len(stored) != 1 or faults or stored[0][0] != task.path.name:
            return Received(task.path, unread=stored, faults=faults)
        read = ReadTask(task.path, stored[0][1], task.storage, task.shipped, task.given)
        if read.sha256 in self.known and (known := known_document(read)) is not None:
            return Received(task.path, known=known)
        return read_document(read)


def known_document(task: ReadTask) -> KnownDocument | None:
    """What is there of a document that was read before; None where a reading is missing or torn."""
    counts: dict[str, tuple[int, int]] = {}
    try:
        for name in task.storage.readings.names_of(task.report_id):
            figures = task.storage.readings.get(task.report_id, name).figures
            counts[name] = len(figures), proposed(figures)
    except ReadingDamaged:
        return None
    return KnownDocument(task.path.name, task.sha256, task.report_id, counts) if counts else None


def read_document(task: ReadTask) -> Received:
    """Read a stored document and store its reading. Raises UnreadableFile for one that is no report."""
    try:
        return read_opened(task, without_halves(opened(task, task.storage.lexicon)))
    except PicturesOnly as problem:
        scan = StoredScan(task.path, task.storage.documents, task.sha256, problem.pages)
        return Received(task.path, faults=(str(problem),), unrecognised=Unrecognised(scan, task))


def read_opened(task: ReadTask, original: Original) -> Received:
    """Read what a document says and store the reading."""
    name, storage = task.path.name, task.storage
    lexicon = storage.lexicon
    shipped = task.shipped.get(task.sha256)
    report = task.report_id
    cleaned = Cleaned.of(original, lexicon.texts)
    described = Described.of(cleaned, shipped or task.given, recognise(cleaned, lexicon.gazetteer, lexicon.about))
    reading = read_cleaned(
        replace(cleaned, original=replace(original, name=report)), replace(described.about, name=report), lexicon
    )
    made = stored(reading)
    key = reading_name(storage.state, made)
    storage.readings.put(report, key, made)
    unread = unread_pages(original, str(task.path))
    return Received(task.path, faults=(str(unread),) if unread else (), read=DocumentRead(
        name=name,
        sha256=task.sha256,
        report=report,
        format=original.reader,
        reading=key,
        described=described,
        figures=len(reading.observations),
        proposed=proposed(reading.observations),
        characters=len(original.text),
    ))  # fmt: skip


def proposed(figures: Iterable[Observation]) -> int:
    """How many figures ask for a person."""
    return sum(each.status is Status.PROPOSED for each in figures)


def opened(task: ReadTask, lexicon: Lexicon) -> Original:
    """What the document says. Raises UnreadableFile, which names the file by its whole path."""
    try:
        data = task.storage.documents.get(task.sha256)
        return original_of(data, task.path.name, lexicon.texts, task.storage.transcripts)
    except UnreadableFile as problem:
        raise problem.renamed(str(task.path)) from problem


def stored(reading: Reading) -> StoredReading:
    """What is kept of a reading."""
    return StoredReading(
        text=reading.original.text,
        figures=tuple(reading.observations),
        findings=tuple(checked(reading, reading.about.locality_code, catalogue(reading.lexicon.reference))),
        paragraphs=tuple(paragraphs_of(reading)),
    )


def without_halves(original: Original) -> Original:
    """The original with a sign in place of each half of a character, so that every place stays where it is."""
    return replace(original, text=HALF.sub("\ufffd", original.text), title=HALF.sub("\ufffd", original.title))


def report_id(sha256: str) -> str:
    """The id of the report that a document is."""
    return sha256[:12]


def reading_name(state: str, reading: StoredReading) -> str:
    """By which state of data/ it was read, and a sum of what was found: another reading has another name."""
    total = hashlib.sha256()
    lines = [*(each.to_json() for each in reading.figures), *(each.to_json() for each in reading.findings)]
    total.update("\n".join(lines).encode())
    return f"{state[:12]}-{total.hexdigest()[:12]}"
