"""Files -> the findings of their reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from faheng.checks.figures.catalogue import Catalogue
from faheng.checks.reading import checked
from faheng.model import Finding
from faheng.pool.files import Task, Work, described, each_file, given_for
from faheng.reading.about.about import ReportAbout
from faheng.reading.figures.assemble import reference
from faheng.reading.flow import read_report
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


@cache
def catalogue() -> Catalogue:
    """Names and rules of data/reference; raises DataProblems where they cannot be read."""
    known = reference()
    return Catalogue(known.indicators, {scope.id: scope for scope in known.scopes}, known.arithmetic)


def check_all(paths: list[Path], given: Mapping[str, ReportAbout], *, jobs: int | None = None) -> Iterator[CheckedFile]:
    """Each file with the findings of its reports, in the order of paths; jobs None takes the cores they are worth."""
    tasks = [Task(path, given_for(path, given)) for path in paths]
    return each_file(tasks, Work(check_file, lambda path, fault: CheckedFile(path, faults=(fault,))), jobs)


def check_file(task: Task) -> CheckedFile:
    """Check the reports of one file; raises UnreadableFile."""
    originals, faults = read_reports(task.path)
    reports = tuple(check_report(original, task.given.get(original.name)) for original in originals)
    return CheckedFile(task.path, reports, tuple(map(str, faults)))


def check_report(original: Original, given: ReportAbout | None) -> CheckedReport:
    """The findings of one report."""
    about = described(original, given)
    findings = checked(read_report(original, about), about.locality_code, catalogue())
    return CheckedReport(original.name, about.title or original.title, tuple(findings))
