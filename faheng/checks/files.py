"""Files -> the findings of their reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from faheng.checks.read_report import checked
from faheng.checks.report_facts import Catalogue
from faheng.errors import UnreadableFile
from faheng.extraction import read_report
from faheng.finding import Finding
from faheng.observations.assemble import reference
from faheng.reading import described, given_for
from faheng.recognition.about import ReportAbout
from faheng.texts.read import read_reports


@dataclass(frozen=True)
class CheckedReport:
    """A report of a file with its title, where one is known, and its findings."""

    name: str
    title: str
    findings: tuple[Finding, ...]


@cache
def catalogue() -> Catalogue:
    """Names and rules of data/reference; raises DataProblems where they cannot be read."""
    found = reference()
    return Catalogue(found.indicators, {scope.id: scope for scope in found.scopes}, found.arithmetic)


def checked_reports(path: Path, given: Mapping[str, ReportAbout], problems: list[str]) -> Iterator[CheckedReport]:
    """The reports of a file; what cannot be read is added to problems, one line each."""
    try:
        originals, faults = read_reports(path)
    except UnreadableFile as fault:
        problems.append(str(fault))
        return
    problems += map(str, faults)
    known = given_for(path, given)
    for original in originals:
        about = described(original, known.get(original.name))
        findings = checked(read_report(original, about), about.locality_code, catalogue())
        yield CheckedReport(original.name, about.title or original.title, tuple(findings))
