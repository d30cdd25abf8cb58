"""What differs between two snapshots of the store."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class CellChange:
    """A cell that differs (queries/changes/cells). kind: new, gone, changed, incomparable or comparable."""

    kind: str
    locality_code: str
    locality_zh: str
    locality_en: str
    indicator_id: str
    indicator_zh: str
    indicator_en: str
    unit: str
    year: int
    value_before: Decimal | None
    value_text_before: str
    bound_before: str | None
    value_low_before: Decimal | None
    value_high_before: Decimal | None
    origin_before: str | None
    value: Decimal | None
    value_text: str
    bound: str | None
    value_low: Decimal | None
    value_high: Decimal | None
    origin: str | None
    observation_id: str
    holding: tuple[str, ...]
    was_comparable: bool | None
    is_comparable: bool | None
    doubt_zh: str
    doubt_en: str
    report_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFinding:
    """A finding that was not there before (queries/changes/findings)."""

    id: str
    check: str
    severity: str
    locality_code: str
    locality_zh: str
    locality_en: str
    report_id: str
    stated: str
    computed: str
    explanation_zh: str
    explanation_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportChange:
    """A report that was added or left out (queries/changes/reports). first: the first of its place."""

    id: str
    added: bool
    locality_code: str
    locality_zh: str
    locality_en: str
    title_zh: str
    title_en: str
    kind: str
    year: int
    first: bool


@dataclass(frozen=True, slots=True)
class Differences:
    """What differs between two snapshots."""

    cells: tuple[CellChange, ...] = ()
    findings: tuple[NewFinding, ...] = ()
    reports: tuple[ReportChange, ...] = ()

    @property
    def new_cells(self) -> tuple[CellChange, ...]:
        """Cells that were empty before."""
        return tuple(each for each in self.cells if each.kind == "new")

    @property
    def gone_cells(self) -> tuple[CellChange, ...]:
        """Cells that are empty now."""
        return tuple(each for each in self.cells if each.kind == "gone")

    @property
    def changed_values(self) -> tuple[CellChange, ...]:
        """Cells with another value or bound."""
        return tuple(each for each in self.cells if each.kind == "changed")

    @property
    def now_incomparable(self) -> tuple[CellChange, ...]:
        """Cells that could be compared before and cannot be any more, though some of them changed as well."""
        return tuple(each for each in self.cells if each.was_comparable and each.is_comparable is False)

    @property
    def first_reports(self) -> tuple[ReportChange, ...]:
        """Places that get their first report."""
        return tuple(each for each in self.reports if each.first)

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.cells or self.findings or self.reports)
