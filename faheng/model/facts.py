"""Reports and the figures they state."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from faheng.model.terms import Bound, ChangeUnit, Origin, PeriodBasis, PeriodKind, Status


@dataclass(frozen=True)
class Report:
    """Where figures come from. read: whole, or partly (for some indicators only). The text itself is not kept."""

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
    characters: int
    damage_zh: str
    damage_en: str
    note_zh: str
    note_en: str


@dataclass(frozen=True)
class Span:
    """Half-open [start, end), always in offsets of the decoded original text."""

    start: int
    end: int


@dataclass(frozen=True)
class Observation:
    """One normalised fact with its evidence. value_step is the unit of the last printed place of value_text."""

    report_id: str
    locality_code: str
    indicator_id: str
    value: Decimal
    value_text: str
    value_step: Decimal
    unit: str
    bound: Bound
    scope: str
    period_kind: PeriodKind
    period_start: date | None
    period_end: date
    period_basis: PeriodBasis
    change: Decimal | None
    change_text: str
    change_step: Decimal | None
    change_unit: ChangeUnit | None
    change_bound: Bound | None
    confidence: Decimal
    status: Status
    evidence_phrase: str
    evidence: Span
    evidence_section: str
    also: tuple[Span, ...] = ()
    note_zh: str = ""
    note_en: str = ""
    origin: Origin = field(default=Origin.REPORTED)

    @property
    def id(self) -> str:
        """Stable: importing the same fact from the same place twice changes nothing."""
        period = (self.period_kind, self.period_start, self.period_end)
        parts = (self.report_id, self.indicator_id, self.scope, *period, self.evidence.start, self.evidence.end)
        return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:16]
