"""The whole of data/ as one validated Dataset, or every problem of every file at once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from faheng.data.arithmetic import Arithmetic
from faheng.data.comparability import IndicatorSetting, PeerGroup
from faheng.data.findings import read_findings
from faheng.data.places import Places
from faheng.data.published import read_published
from faheng.data.reference import read_reference
from faheng.data.reports import read_observations, read_reports
from faheng.errors import DataProblems, Problem
from faheng.model import (
    Chapter,
    ChapterApart,
    CheckName,
    Finding,
    Indicator,
    Locality,
    Neighbour,
    Observation,
    ReferenceValue,
    Report,
    ReportText,
    Review,
    Scope,
    Setting,
    Theme,
    Tile,
    Unit,
    Verdict,
)

# No code of a place comes after it.
AFTER_ALL = chr(0x10FFFF)


@dataclass(frozen=True)
class Dataset:
    """Everything that has passed validation, ready to be written into a store.

    From data/ alone; reports that users imported, with their texts and reviews, come from the ledger.
    """

    chapters: tuple[Chapter, ...]
    chapters_apart: tuple[ChapterApart, ...]
    themes: tuple[Theme, ...]
    units: tuple[Unit, ...]
    scopes: tuple[Scope, ...]
    verdicts: tuple[Verdict, ...]
    settings: tuple[Setting, ...]
    indicator_settings: tuple[IndicatorSetting, ...]
    peer_groups: tuple[PeerGroup, ...]
    indicators: tuple[Indicator, ...]
    neighbours: tuple[Neighbour, ...]
    places: Places
    benchmarks: tuple[ReferenceValue, ...]
    reports: tuple[Report, ...]
    observations: tuple[Observation, ...]
    findings: tuple[Finding, ...]
    arithmetic: Arithmetic
    tiles: tuple[Tile, ...] = ()
    texts: tuple[ReportText, ...] = ()
    reviews: tuple[Review, ...] = ()

    @property
    def localities(self) -> tuple[Locality, ...]:
        """The places of the country."""
        return tuple(self.places.localities.values())

    def of_places(self, codes: Collection[str]) -> Dataset:
        """The dataset with the reports of these places alone, and all that is of no report."""
        return self._of(tuple(each for each in self.reports if each.locality_code in codes))

    def between(self, first: str, after: str) -> Dataset:
        """The same of the places whose codes come from the first to before the other one, "" for no end."""
        return self._of(tuple(each for each in self.reports if first <= each.locality_code < (after or AFTER_ALL)))

    def _of(self, reports: tuple[Report, ...]) -> Dataset:
        names = {each.id for each in reports}
        return replace(
            self,
            reports=reports,
            observations=tuple(each for each in self.observations if each.report_id in names),
            findings=tuple(each for each in self.findings if each.report_id in names),
            texts=tuple(each for each in self.texts if each.report_id in names),
        )


def read_dataset(data: Path, checks: Collection[CheckName]) -> Dataset:
    """Everything under the folder `data`. checks: the names that a finding may be of.

    Raises DataProblems with file, line, column and what to write instead for each fault.
    """
    problems: list[Problem] = []
    reference = read_reference(data / "reference", problems)
    reports = read_reports(data / "reports", reference, problems)
    observations = tuple(read_observations(data / "observations", reports, reference, problems))
    published = read_published(data, reference, reports, problems)
    findings = tuple(read_findings(data / "findings", checks, reports, reference, problems))
    if problems:
        # A cell that is read for two purposes is one fault.
        raise DataProblems(list(dict.fromkeys(problems)))
    return Dataset(
        chapters=reference.chapters,
        chapters_apart=reference.chapters_apart,
        themes=reference.themes,
        units=reference.units,
        scopes=reference.scopes,
        verdicts=reference.verdicts,
        settings=reference.settings,
        tiles=reference.tiles,
        indicator_settings=reference.indicator_settings,
        peer_groups=reference.peer_groups,
        indicators=tuple(reference.indicators.values()),
        neighbours=reference.neighbours,
        places=reference.places,
        benchmarks=reference.benchmarks,
        reports=(*reports.values(), *published.reports.values()),
        observations=(*observations, *published.observations),
        findings=findings,
        arithmetic=reference.arithmetic,
    )
