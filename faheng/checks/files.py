"""Files -> the findings of their reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from faheng.checks.figures.catalogue import Catalogue
from faheng.checks.reading import checked
from faheng.data.reference import Reference
from faheng.model import Finding
from faheng.pool.work import Work, each_file
from faheng.reading.about.about import ReportAbout
from faheng.reading.files import ReportFile, report_files
from faheng.reading.flow import read_report
from faheng.reading.lexicon import Lexicon
from faheng.reading.texts.files import read_reports
from faheng.reading.texts.original import Original


@dataclass(frozen=True)
class CheckedReport:
    """A report of a file with its title, where one is known, and its findings."""

    name: str
    title: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class CheckedFile:
    """What a file yields: its reports, and one line a fault."""

    path: Path
    reports: tuple[CheckedReport, ...] = ()
    faults: tuple[str, ...] = ()


def catalogue(reference: Reference) -> Catalogue:
    """Names and rules of data/reference."""
    scopes = {scope.id: scope for scope in reference.scopes}
    return Catalogue(reference.indicators, scopes, reference.arithmetic)


def check_all(paths: list[Path], given: Mapping[str, ReportAbout], *, jobs: int | None = None) -> Iterator[CheckedFile]:
    """Each file with the findings of its reports, in the order of paths; jobs None takes the cores they are worth."""
    work = Work(check_file, lambda path, fault: CheckedFile(path, faults=(fault,)))
    return each_file(report_files(paths, given), work, jobs)


def check_file(file: ReportFile) -> CheckedFile:
    """Check the reports of one file."""
    lexicon = file.lexicon
    originals, faults = read_reports(file.path, lexicon.texts)
    reports = tuple(check_report(original, file.given.get(original.name), lexicon) for original in originals)
    return CheckedFile(file.path, reports, tuple(map(str, faults)))


def check_report(original: Original, given: ReportAbout | None, lexicon: Lexicon) -> CheckedReport:
    """The findings of one report."""
    reading = read_report(original, given, lexicon)
    about = reading.about
    findings = checked(reading, about.locality_code, catalogue(lexicon.reference))
    return CheckedReport(original.name, about.title or original.title, tuple(findings))
