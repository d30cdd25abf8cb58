"""data/published -> Report and Observation records of figures of which only the clause was seen, not the document.

sources.csv says where figures come from, a line a source; figures.csv what a source says of a place, a line a figure.
A source speaks of many places, a report of one: every source is a report of each of its places, <source>-<locality>.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from faheng.data.declared import undeclared
from faheng.data.reference import Reference
from faheng.data.reports import REPORT_KINDS, figure, period_reported
from faheng.data.table import Row, only_first, read_csv
from faheng.errors import Problem
from faheng.model import Observation, PeriodBasis, Report, SourceKind

SOURCES = "published/sources.csv"
FIGURES = "published/figures.csv"
SOURCE_HEADER = (
    "id", "title", "title_en", "publisher", "publisher_en", "kind", "source_kind", "published_on", "period_start",
    "period_end", "period_basis", "source_url", "note_zh", "note_en",
)  # fmt: skip
FIGURE_HEADER = (
    "source", "locality", "indicator", "value", "value_text", "bound", "scope", "period_kind", "period_start",
    "period_end", "period_basis", "change", "change_text", "change_unit", "change_bound", "phrase", "note_zh",
    "note_en",
)  # fmt: skip
ONCE = ("source", "locality", "indicator", "scope", "period_kind", "period_start", "period_end")
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Published:
    """Reports by id, and their observations, in the order of the files."""

    reports: dict[str, Report]
    observations: tuple[Observation, ...]


def read_published(data: Path, reference: Reference, held: Mapping[str, Report], problems: list[Problem]) -> Published:
    """The figures of the folder data/published; none where it holds neither of its files.

    held: the reports of data/reports, whose ids nobody else may have.
    """
    undeclared(data, "published", frozenset({SOURCES, FIGURES}), problems)
    if not any((data / name).exists() for name in (SOURCES, FIGURES)):
        return Published({}, ())
    sources = list(read_csv(data / SOURCES, SOURCE_HEADER, problems))
    figures = list(read_csv(data / FIGURES, FIGURE_HEADER, problems))
    only_first(((row, (row.text("id"),)) for row in sources), "id")
    only_first(((row, tuple(map(row.text, ONCE))) for row in figures), "source, place, indicator, scope and period")
    all_are_told(sources, figures)
    by_id = {row.text("id"): source(row) for row in sources}
    scopes = {scope.id for scope in reference.scopes}
    reports: dict[str, Report] = {}
    observations = []
    for row in figures:
        report = report_of(row, by_id, reference)
        if report is not None:
            if report.id in held:
                row.fault("source", f"{report.id!r} is a report of data/reports too", "give the source another id")
            reports[report.id] = report
            observations.append(published_figure(row, report, reference, scopes))
    return Published(reports, tuple(observations))


def all_are_told(sources: list[Row], figures: list[Row]) -> None:
    """A fault for each source of which there is no figure: it would be no report of any place."""
    told = {row.text("source") for row in figures}
    for row in sources:
        if row.text("id") not in told:
            row.fault("id", f"no figure is of {row.text('id')!r}", f"add its figures to data/{FIGURES} or remove it")


def source(row: Row) -> Report:
    """One line of sources.csv: a report whose place its figures say."""
    if not NAME.fullmatch(row.text("id")):
        row.fault("id", f"{row.text('id')!r} is no id", "write small letters and digits joined by -")
    kind = row.word("source_kind", SourceKind)
    if kind is SourceKind.ORIGINAL and not row.text("source_url"):
        row.fault("source_url", "is empty", "give the address of the page, or call what was seen a copy")
    start, end = period_reported(row)
    return Report(
        id=row.text("id"),
        locality_code="",
        title=row.needed("title"),
        title_en=row.needed("title_en"),
        publisher=row.needed("publisher"),
        publisher_en=row.needed("publisher_en"),
        kind=row.known("kind", REPORT_KINDS, ", ".join(REPORT_KINDS)),
        read="partly",
        published_on=row.optional_day("published_on"),
        period_start=start,
        period_end=end,
        period_basis=row.word("period_basis", PeriodBasis),
        source_url=row.address("source_url", empty=True),
        sha256="",
        reader="",
        characters=None,
        damage_zh="",
        damage_en="",
        note_zh=row.text("note_zh"),
        note_en=row.text("note_en"),
        source_kind=kind,
    )


def report_of(row: Row, sources: Mapping[str, Report], reference: Reference) -> Report | None:
    """What the source of a figure is for the figure's place; None where there is no such source."""
    name = row.known("source", sources, f"data/{SOURCES}")
    place = row.known("locality", reference.localities, "data/reference/localities.csv")
    return replace(sources[name], id=f"{name}-{place}", locality_code=place) if name in sources else None


def published_figure(row: Row, report: Report, reference: Reference, scopes: set[str]) -> Observation:
    """One line of figures.csv; what it says of a growth must stand in its clause, for nothing else was seen.

    A period that is taken from the source is no surer than the source's own.
    """
    growth = row.text("change_text")
    if growth and growth not in row.text("phrase"):
        row.fault(
            "change_text", f"{growth!r} does not stand in the phrase", "copy the numeral, or leave the growth out"
        )
    if row.text("period_basis") == PeriodBasis.REPORT and report.period_basis is PeriodBasis.INFERRED:
        fault = f"is of a source whose period is inferred in data/{SOURCES}"
        row.fault("period_basis", fault, "write inferred, or stated where the words around the clause say it")
    return figure(row, report, reference.indicators, scopes)
