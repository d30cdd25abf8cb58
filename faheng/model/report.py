"""Where figures come from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from faheng.model.terms import PeriodBasis, SourceKind


@dataclass(frozen=True)
class Report:
    """Where figures come from. read: whole, or partly (for some indicators only). The text itself is not kept.

    sha256 is "" and characters None where nobody held the document: its clauses were copied from the page. imported_at
    and imported_by: when (UTC) and by whom the document was imported; None and "" where nobody did.
    """

    id: str
    locality_code: str
    title: str
    title_en: str
    publisher: str
    publisher_en: str
    kind: str
    read: str
    published_on: date | None
    period_start: date
    period_end: date
    period_basis: PeriodBasis
    source_url: str
    sha256: str
    reader: str
    characters: int | None
    damage_zh: str
    damage_en: str
    note_zh: str
    note_en: str
    source_kind: SourceKind = SourceKind.ORIGINAL
    imported_at: datetime | None = None
    imported_by: str = ""

    @property
    def length(self) -> int:
        """How many characters the document has; 0 where nobody held it, so that no place lies inside."""
        return self.characters or 0


@dataclass(frozen=True)
class ReportText:
    """The whole text of a report whose document was imported."""

    report_id: str
    text: str


@dataclass(frozen=True)
class Review:
    """A person's decision on an observation, as the store keeps it: before and after say its value, bound and scope."""

    id: str
    observation_id: str
    decision: str
    before: str
    after: str
    reason: str
    reviewer: str
    decided_at: datetime
