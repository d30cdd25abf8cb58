"""Files -> the observations and the leftover figures of their reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from faheng.errors import NothingToRead, PicturesOnly, UnreadableFile
from faheng.paths import DATA, reaching
from faheng.pool.work import Work, each_file
from faheng.reading.about.about import ReportAbout
from faheng.reading.flow import read_report
from faheng.reading.leftovers import Leftover, leftovers_of
from faheng.reading.lexicon import Lexicon, kept, lexicon, state_of
from faheng.reading.scans import FileScan, PageRead, transcribed
from faheng.reading.texts.files import read_reports
from faheng.reading.texts.original import Content
from faheng.reading.texts.transcripts import can_recognise

REPORT_SUFFIXES = (
    *(".txt", ".md", ".html", ".htm", ".mht", ".mhtml", ".eml"),
    *(".docx", ".doc", ".wps", ".rtf", ".ofd", ".pdf", ".zip"),
)
# Of pictures, each a report of its own; in a folder they may be anything, so that only those named are read.
PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")


@dataclass(frozen=True)
class ReportFile:
    """A file to read, what was given about its reports, and whether the figures left over are wanted.

    state: that of data/ when the reading began, so that every process reads by the same lexicon. transcripts: what was
    recognised of its scans, by their SHA-256.
    """

    path: Path
    given: Mapping[str, ReportAbout]
    state: str
    with_leftovers: bool = False
    transcripts: Mapping[str, Content | UnreadableFile] = field(default_factory=dict)

    @property
    def lexicon(self) -> Lexicon:
        """What the file is read by."""
        return kept(DATA, self.state)


@dataclass(frozen=True)
class FileObservations:
    """What a file yields: observations as lines of JSON, leftovers where wanted, and one line a fault.

    scans: those of its reports that are pictures of pages; they are among the faults too until they are recognised.
    """

    path: Path
    lines: tuple[str, ...] = ()
    leftovers: tuple[Leftover, ...] = ()
    faults: tuple[str, ...] = ()
    scans: tuple[FileScan, ...] = ()


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files named, and of a folder all that could be reports, in alphabetical order.

    Raises NothingToRead where there is none.
    """
    paths = list(paths)
    files: list[Path] = []
    for path in paths:
        if is_folder(path):
            with reaching(path):
                files += sorted(each for each in path.rglob("*") if each.suffix.lower() in REPORT_SUFFIXES)
        else:
            files.append(path)
    if not files:
        raise NothingToRead([str(path) for path in paths], REPORT_SUFFIXES)
    return files


def is_folder(path: Path) -> bool:
    """Whether it is a folder; what the system cannot even look at is a file that cannot be read."""
    try:
        with reaching(path):
            return path.is_dir()
    except (OSError, ValueError):  # a name of too many characters, a null in it
        return False


def report_files(
    paths: Iterable[Path], given: Mapping[str, ReportAbout], *, with_leftovers: bool = False
) -> list[ReportFile]:
    """The files as tasks of one reading, which goes by the lexicon of now. Raises DataProblems for a faulty data/."""
    lexicon().gazetteer.prepare()  # made before the workers begin, which share it
    state = state_of(DATA)
    return [ReportFile(path, given_for(path, given), state, with_leftovers) for path in paths]


def given_for(path: Path, given: Mapping[str, ReportAbout]) -> Mapping[str, ReportAbout]:
    """Of what was given, what a worker needs: an archive can hold any report, another file only its own."""
    if path.suffix.lower() == ".zip":
        return given
    return {path.stem: given[path.stem]} if path.stem in given else {}


def reading_work() -> Work[ReportFile, FileObservations]:
    """What is done with each file, and what one yields that it cannot be done with."""
    return Work(observations_of, lambda path, fault: FileObservations(path, faults=(fault,)))


def unseen(_: PageRead) -> None:
    """Nobody watches the pages."""


def read_all(
    paths: list[Path],
    given: Mapping[str, ReportAbout],
    *,
    jobs: int | None = None,
    with_leftovers: bool = False,
    on_page: Callable[[PageRead], None] = unseen,
) -> Iterator[FileObservations]:
    """What each file yields in the order of paths; jobs None takes as many cores as the files are worth.

    Scans are recognised where the extra is installed, with a call of on_page for each page that is done.
    """
    files = report_files(paths, given, with_leftovers=with_leftovers)
    for file, found in zip(files, each_file(files, reading_work(), jobs), strict=True):
        yield recognised(file, found, on_page) if found.scans and can_recognise() else found


def recognised(file: ReportFile, found: FileObservations, on_page: Callable[[PageRead], None]) -> FileObservations:
    """What a file with scans yields once these are recognised."""
    transcripts: dict[str, Content | UnreadableFile] = {}
    for scan in found.scans:
        pages = transcribed(scan)
        while scan.sha256 not in transcripts:
            try:
                on_page(next(pages))
            except StopIteration as end:
                transcripts[scan.sha256] = end.value
    return next(each_file([replace(file, transcripts=transcripts)], reading_work(), 1))


def observations_of(file: ReportFile) -> FileObservations:
    """Read one file."""
    known = file.lexicon
    originals, problems = read_reports(file.path, known.texts, file.transcripts)
    lines: list[str] = []
    left: list[Leftover] = []
    for original in originals:
        reading = read_report(original, file.given.get(original.name), known)
        lines += [each.to_json() for each in reading.observations]
        left += leftovers_of(reading) if file.with_leftovers else []
    scans = tuple(FileScan.of(file.path, each) for each in problems if isinstance(each, PicturesOnly))
    return FileObservations(file.path, tuple(lines), tuple(left), tuple(map(str, problems)), scans)
