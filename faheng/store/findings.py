"""Every finding of a store: what each report's figures give, what was reviewed in data/findings, and what reports say
of each other. Comparisons over all reports run in SQL, over the tables as they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

import duckdb

from faheng.checks.across.reports import JUDGES
from faheng.checks.figures.fact import annotated
from faheng.checks.figures.report import findings_of
from faheng.checks.figures.report_facts import Catalogue, ReportFacts
from faheng.checks.reviewed import linked
from faheng.data.read import Dataset
from faheng.model import Finding
from faheng.store.queries import sql


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
    for found in data.findings:
        reviewed[found.report_id].append(found)
    for report in data.reports:
        facts = ReportFacts(report.id, report.locality_code, annotated(observations[report.id]), catalogue)
        yield from findings_of(facts)
        yield from linked(reviewed[report.id], facts)


def findings_across(store: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> Iterator[Finding]:
    """What reports say of each other, from the tables of the store."""
    for query, judge in JUDGES.items():
        result = store.execute(sql(query))
        names = [column[0] for column in result.description or ()]
        for values in result.fetchall():
            found = judge(dict(zip(names, values, strict=True)), catalogue)
            if found is not None:
                yield found


def finding_rows(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """Findings as rows of the table, one an id."""
    return list({found.id: row_of(found) for found in findings}.values())


def row_of(found: Finding) -> dict[str, Any]:
    """A finding as a row; its marks as JSON."""
    return {
        "id": found.id,
        "check": str(found.check),
        "severity": str(found.severity),
        "locality_code": found.locality_code,
        "report_id": found.report_id,
        "indicator_ids": list(found.indicators),
        "observation_ids": list(found.observation_ids),
        "stated": found.stated,
        "computed": found.computed,
        "explanation_zh": found.explanation_zh,
        "explanation_en": found.explanation_en,
        "marks": found.marks_json(),
        "evidence_phrase": found.phrase or None,
        "evidence_start": found.span.start if found.span else None,
        "evidence_end": found.span.end if found.span else None,
    }
