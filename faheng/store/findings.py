"""Every finding of a store: what each report's figures give, what was reviewed in data/findings, and what reports say
of each other, which is worked out in the store (faheng.store.across)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import duckdb

from faheng.checks.figures.catalogue import Catalogue
from faheng.checks.figures.report import ReportFigures
from faheng.checks.registry import findings_of
from faheng.checks.reviewed import linked
from faheng.data.read import Dataset
from faheng.model import CheckName, Finding, Severity, Span
from faheng.model.finding import marks_of
from faheng.store.across import insert_findings_across
from faheng.store.tables import insert


def catalogue_of(data: Dataset) -> Catalogue:
    """The names and rules of the dataset."""
    indicators = {indicator.id: indicator for indicator in data.indicators}
    return Catalogue(indicators, {scope.id: scope for scope in data.scopes}, data.arithmetic)


def findings_of_dataset(data: Dataset) -> Iterator[Finding]:
    """What the figures of each report give, and what was reviewed beside them."""
    catalogue = catalogue_of(data)
    observations = defaultdict(list)
    for observation in data.observations:
        observations[observation.report_id].append(observation)
    reviewed = defaultdict(list)
    for finding in data.findings:
        reviewed[finding.report_id].append(finding)
    for report in data.reports:
        figures = ReportFigures(report.id, report.locality_code, observations[report.id], catalogue)
        yield from findings_of(figures)
        yield from linked(reviewed[report.id], figures)


def insert_findings(store: duckdb.DuckDBPyConnection, data: Dataset) -> None:
    """What the checks say of the dataset, whose other rows and limits must stand in the store already.

    Those between reports are said of all reports of the store.
    """
    insert(store, "finding", finding_rows(findings_of_dataset(data)))
    insert_findings_across(store, catalogue_of(data))


def finding_rows(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Findings as rows of the table, one an id."""
    return list({finding.id: row_of_finding(finding) for finding in findings}.values())


def row_of_finding(finding: Finding) -> dict[str, Any]:
    """A finding as a row of the table; its marks as JSON."""
    span = finding.span
    return {
        "id": finding.id,
        "check": str(finding.check),
        "severity": str(finding.severity),
        "locality_code": finding.locality_code,
        "report_id": finding.report_id,
        "indicator_ids": list(finding.indicators),
        "observation_ids": list(finding.observation_ids),
        "stated": finding.stated,
        "computed": finding.computed,
        "explanation_zh": finding.explanation_zh,
        "explanation_en": finding.explanation_en,
        "marks": finding.marks_json(),
        "evidence_phrase": finding.phrase or None,
        "evidence_start": span.start if span else None,
        "evidence_end": span.end if span else None,
    }


def finding_of_row(row: Mapping[str, Any]) -> Finding:
    """The finding of a row that has the columns of the table."""
    placed = isinstance(row["evidence_phrase"], str)
    return Finding(
        check=CheckName(row["check"]),
        severity=Severity(row["severity"]),
        report_id=row["report_id"],
        locality_code=row["locality_code"],
        indicators=tuple(row["indicator_ids"]),
        observation_ids=tuple(row["observation_ids"]),
        stated=row["stated"],
        computed=row["computed"],
        explanation_zh=row["explanation_zh"],
        explanation_en=row["explanation_en"],
        marks=marks_of(row["marks"]),
        phrase=row["evidence_phrase"] if placed else "",
        span=Span(int(row["evidence_start"]), int(row["evidence_end"])) if placed else None,
    )
