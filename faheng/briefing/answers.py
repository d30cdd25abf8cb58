"""What a briefing asks of the store besides cells: phrases, definitions and findings, a record a row.

The fields of each record are the columns of its query.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from faheng.model import Kind, Measure, Severity

__all__ = ["Definition", "EvidencePhrase", "ValueFinding"]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePhrase:
    """A phrase that an observation rests on (export__evidence); without a phrase the report alone."""

    observation_id: str
    evidence_phrase: str
    report_title: str
    publisher: str
    published_on: date | None
    source_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """An indicator with what it means (export__definitions). unit: an id of data/reference/units.csv."""

    indicator_id: str
    indicator: str
    definition: str
    unit: str
    kind: Kind
    measure: Measure
    better: str
    family: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueFinding:
    """A contradiction or a doubt about a value that is shown (export__findings)."""

    id: str
    severity: Severity
    locality: str
    report_title: str
    explanation: str
