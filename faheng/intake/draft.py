"""A report that is not published yet -> what it is, its figures and what the checks say of them.

Its bytes go to a worker process and its reading comes back; nothing of it is written anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from faheng.checks.files import catalogue
from faheng.checks.reading import checked
from faheng.errors import UnreadableFile
from faheng.model import Finding, Observation, Span
from faheng.paths import DATA
from faheng.pool.work import Work, each_file
from faheng.reading.about.about import Recognised, ReportAbout
from faheng.reading.about.given import completed
from faheng.reading.about.recognise import recognise
from faheng.reading.flow import read_cleaned
from faheng.reading.lexicon import Lexicon, kept, lexicon, state_of
from faheng.reading.texts.cleaned import Cleaned
from faheng.reading.texts.files import reports_of
from faheng.reading.texts.original import Original

__all__ = ["CheckedDraft", "DraftFault", "DraftFile", "ReadDraft", "check_draft"]


@dataclass(frozen=True)
class DraftFile:
    """A draft to read. path: what the file is called, it is nowhere; given: what its reader says of its reports."""

    path: Path
    data: bytes
    given: Mapping[str, ReportAbout]
    state: str


@dataclass(frozen=True)
class ReadDraft:
    """A draft that was read.

    text: as received; all spans are in its characters. said: a field of about -> where the text says it.
    """

    name: str
    reader: str
    text: str
    about: ReportAbout
    said: Mapping[str, Span]
    figures: tuple[Observation, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class DraftFault:
    """Why a file gave no draft: what it is called, what is wrong with it, and what to do."""

    file: str
    fault: str
    instead: str


@dataclass(frozen=True)
class CheckedDraft:
    """What a file gives: its reports, several in a zip file, and what could not be read."""

    drafts: tuple[ReadDraft, ...] = ()
    faults: tuple[DraftFault, ...] = ()


def check_draft(name: str, data: bytes, given: Mapping[str, ReportAbout] | None = None) -> CheckedDraft:
    """Read and check one file in a process of its own, under the limits of the pool.

    given: what is known of a report by its name; the rest its text says. Raises DataProblems for a faulty data/.
    """
    lexicon()
    task = DraftFile(Path(Path(name).name or "draft"), data, given or {}, state_of(DATA))
    return next(iter(each_file([task], Work(checked_file, broken), jobs=1, threaded=True)))


def broken(path: Path, fault: str) -> CheckedDraft:
    """What a file gives that its process could not read."""
    said, _, instead = fault.removeprefix(f"{path}: ").partition("; ")
    return CheckedDraft(faults=(DraftFault(path.name, said, instead),))


def checked_file(file: DraftFile) -> CheckedDraft:
    """The drafts of one file."""
    known = kept(DATA, file.state)
    originals, problems = reports_of(file.data, file.path, known.texts)
    drafts = tuple(draft_of(each, file.given.get(each.name), known) for each in originals)
    return CheckedDraft(drafts, tuple(faults_of(problems)))


def faults_of(problems: Iterable[UnreadableFile]) -> Iterable[DraftFault]:
    """The problems as they are handed over to the server."""
    return (DraftFault(each.file, each.fault, each.instead) for each in problems)


def draft_of(original: Original, given: ReportAbout | None, known: Lexicon) -> ReadDraft:
    """One report, read and checked."""
    cleaned = Cleaned.of(original, known.texts)
    recognised = recognise(cleaned, known.gazetteer, known.about)
    about = completed(given or ReportAbout(original.name), recognised)
    reading = read_cleaned(cleaned, about, known)
    findings = checked(reading, about.locality_code, catalogue(known.reference))
    return ReadDraft(
        original.name, original.reader, original.text, about, places_said(recognised, cleaned),
        tuple(reading.observations), tuple(findings),
    )  # fmt: skip


def places_said(recognised: Recognised, cleaned: Cleaned) -> Mapping[str, Span]:
    """Field -> where the original says it."""
    return {name: cleaned.clean.span(span.start, span.end) for name, span in recognised.evidence.items()}
