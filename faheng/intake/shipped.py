"""The reports that data/ ships, and their figures: an import may bring the document of one, a review may correct it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from faheng.data.read import Dataset
from faheng.data.reports import read_observations, read_reports
from faheng.errors import DataProblems, Problem
from faheng.model import Observation, Report
from faheng.paths import DATA
from faheng.reading.about.about import ReportAbout
from faheng.reading.lexicon import kept, state_of


@dataclass(frozen=True)
class Shipped:
    """The reports whose documents were read, by id, and the figures of each."""

    reports: Mapping[str, Report] = field(default_factory=dict)
    figures: Mapping[str, tuple[Observation, ...]] = field(default_factory=dict)

    @staticmethod
    def of(data: Dataset) -> Shipped:
        """What a validated dataset ships."""
        reports = {each.id: each for each in data.reports if each.sha256}
        return Shipped(reports, grouped(reports, data.observations))

    @cached_property
    def names(self) -> Mapping[str, str]:
        """SHA-256 of a document -> the name of its report."""
        return {each.sha256: each.id for each in self.reports.values()}

    @property
    def by_document(self) -> dict[str, ReportAbout]:
        """SHA-256 of a document -> what its report is; the name is the report's id."""
        return {each.sha256: about_report(each) for each in self.reports.values()}


def about_report(report: Report) -> ReportAbout:
    """What a report is, as data/ says it."""
    return ReportAbout(
        name=report.id,
        locality_code=report.locality_code,
        kind=report.kind,
        period_start=report.period_start,
        period_end=report.period_end,
        period_basis=report.period_basis,
        published_on=report.published_on,
        title=report.title,
        publisher=report.publisher,
    )


def grouped(reports: Mapping[str, Report], every: tuple[Observation, ...]) -> dict[str, tuple[Observation, ...]]:
    """The observations of each report, in their order."""
    found: dict[str, list[Observation]] = {name: [] for name in reports}
    for each in every:
        if each.report_id in found:
            found[each.report_id].append(each)
    return {name: tuple(figures) for name, figures in found.items()}


def shipped_now() -> Shipped:
    """What data/ ships as its files are now. Raises DataProblems where they have faults."""
    files = sorted(path for folder in ("reports", "observations") for path in (DATA / folder).iterdir())
    return _kept(state_of(DATA), tuple((str(path), path.stat().st_mtime_ns) for path in files))


@lru_cache(maxsize=1)
def _kept(state: str, _files: tuple[tuple[str, int], ...]) -> Shipped:
    problems: list[Problem] = []
    reference = kept(Path(DATA), state).reference
    reports = read_reports(DATA / "reports", reference, problems)
    observations = tuple(read_observations(DATA / "observations", reports, reference, problems))
    if problems:
        raise DataProblems(problems)
    return Shipped(reports, grouped(reports, observations))
