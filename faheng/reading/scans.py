"""Pictures of pages -> their transcript, page by page: a worker of its own, under limits of its own.

What recognises text needs 900 MB, more than any other file may take. FAHENG_OCR_SECONDS and FAHENG_OCR_MEGABYTES
change what one page may take.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from faheng.errors import PicturesOnly, UnreadableFile
from faheng.pool.engine import Engine, Processes
from faheng.pool.limits import Limits, setting
from faheng.pool.work import Work
from faheng.reading.texts.files import documents_of, sum_of
from faheng.reading.texts.original import Content
from faheng.reading.texts.table import TextTable
from faheng.reading.texts.transcripts import recogniser
from faheng.reading.texts.turned_pages import paged

if TYPE_CHECKING:
    from faheng.reading.texts.readers.page_pictures import PagePictures

__all__ = ["FileScan", "PageRead", "ScanSource", "Transcribed", "Transcript", "transcribed", "transcribed_by"]

SECONDS, MEGABYTES = "FAHENG_OCR_SECONDS", "FAHENG_OCR_MEGABYTES"
USUAL_SECONDS, USUAL_MEGABYTES, LEAST_MEGABYTES = 120, 2_400, 1_200
AGAIN = "scan it anew, or give the report as text"
# A generator of the pages that are done, which returns the transcript in the end, or why there is none.
Transcribed = Generator["PageRead", None, "Content | UnreadableFile"]


class ScanSource(Protocol):
    """A file of pictures of pages; it goes to a worker, which fetches its bytes. path: what faults call it."""

    @property
    def path(self) -> Path:
        """What the file is called."""

    @property
    def pages(self) -> int:
        """How many pages it has."""

    def data(self) -> bytes:
        """Its bytes. Raises FahengError."""

    def __hash__(self) -> int: ...


@dataclass(frozen=True)
class FileScan:
    """A file of pictures, or a member of a zip file that is one: found in it by its SHA-256."""

    file: Path
    path: Path
    sha256: str
    pages: int

    @staticmethod
    def of(file: Path, problem: PicturesOnly) -> FileScan:
        """The scan that a reader met in a file."""
        return FileScan(file, Path(problem.file), problem.sha256, problem.pages)

    def data(self) -> bytes:
        """Its bytes. Raises UnreadableFile where somebody took it away."""
        for _, data in documents_of(self.file)[0]:
            if sum_of(data) == self.sha256:
                return data
        raise UnreadableFile(str(self.path), "cannot be opened", "give it again")


@dataclass(frozen=True)
class PageRead:
    """How far the recognition of a file is."""

    name: str
    page: int
    pages: int


@dataclass(frozen=True)
class Transcript:
    """What was recognised of a file, or why nothing was."""

    source: ScanSource
    content: Content | UnreadableFile


@dataclass(frozen=True)
class PageTask:
    """A page to recognise, from 0."""

    source: ScanSource
    number: int

    @property
    def path(self) -> Path:
        """What faults name."""
        return self.source.path


@dataclass(frozen=True)
class PageText:
    """What a page says, or why it cannot be told."""

    text: str = ""
    tables: tuple[TextTable, ...] = ()
    fault: str = ""


def ocr_limits() -> Limits:
    """What one page may take, as the settings have it. Raises BadSetting."""
    return Limits(setting(SECONDS, USUAL_SECONDS, 1), setting(MEGABYTES, USUAL_MEGABYTES, LEAST_MEGABYTES))


def transcribed(source: ScanSource, *, threaded: bool = False) -> Transcribed:
    """Recognise the pages of a file; each is told when it is done. threaded: the caller has threads."""
    told = transcribed_by([source], Processes(1, threaded))
    while isinstance(page := next(told), PageRead):
        yield page
    return page.content


def transcribed_by(sources: Sequence[ScanSource], engine: Engine) -> Iterator[PageRead | Transcript]:
    """Recognise the pages of files; each page is told when it is done, then the transcript of the file.

    A page that cannot be recognised ends its file; where it is the only one, its other pages are not tried.
    """
    tasks = [PageTask(source, number) for source in sources for number in range(source.pages)]
    every = engine.each(tasks, Work(recognised, broken, recogniser), ocr_limits())
    found = (page for some in every for page in some)
    for source in sources:
        pages: list[PageText] = []
        for page in islice(found, source.pages):
            pages.append(page)
            if page.fault and len(sources) == 1:
                break
            if not page.fault:
                yield PageRead(source.path.name, len(pages), source.pages)
        yield Transcript(source, content_of(source, pages))


def content_of(source: ScanSource, pages: Sequence[PageText]) -> Content | UnreadableFile:
    """The transcript of a file, or why there is none."""
    for page in pages:
        if page.fault:
            fault, _, instead = page.fault.rpartition("; ")
            return UnreadableFile(str(source.path), fault.removeprefix(f"{source.path}: "), instead)
    content = paged((page.text, page.tables) for page in pages)
    if not content.text.strip():
        return UnreadableFile(str(source.path), "holds pictures in which no text is recognised", AGAIN)
    return content


def broken(_: Path, fault: str) -> PageText:
    """What is said of a page that stopped its worker."""
    return PageText(fault=fault)


def recognised(task: PageTask) -> PageText:
    """The text of one page. Runs in a worker, which keeps the file open and the models loaded for its other pages."""
    from faheng.reading.texts.readers.picture_text import page_text  # noqa: PLC0415 (an extra is behind it)

    return PageText(*page_text(pictures_of(task.source).page(task.number)))


@lru_cache(maxsize=1)
def pictures_of(source: ScanSource) -> PagePictures:
    """The pictures of a file."""
    from faheng.reading.texts.readers.page_pictures import PagePictures  # noqa: PLC0415 (few files are scans)

    return PagePictures.of(source.data(), str(source.path))
