"""The nouns of Faheng, in the field's words: what the files under data/ say and what the store holds.

Records are frozen. Numbers are Decimal, because the printed precision is part of the fact. Dates are datetime.date.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Level(StrEnum):
    """Administrative level of a locality (GB/T 2260)."""

    COUNTRY = "country"
    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWNSHIP = "township"


class Kind(StrEnum):
    """What sort of quantity an indicator is."""

    RATE = "rate"
    COUNT = "count"
    DURATION = "duration"


class Measure(StrEnum):
    """A flow belongs to a period, a stock is as of a day."""

    FLOW = "flow"
    STOCK = "stock"


class Bound(StrEnum):
    """How the printed number limits the true one."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"


class Origin(StrEnum):
    """Reported in a phrase, derived from counts of the same report, or implied by a stated growth."""

    REPORTED = "reported"
    DERIVED = "derived"
    IMPLIED = "implied"


class PeriodKind(StrEnum):
    """The stretch of time a value is about."""

    YEAR = "year"
    PART_YEAR = "part_year"
    MULTI_YEAR = "multi_year"
    SINCE = "since"
    AS_OF = "as_of"


class PeriodBasis(StrEnum):
    """Stated by the clause, taken from the report's own period, or inferred."""

    STATED = "stated"
    REPORT = "report"
    INFERRED = "inferred"


class Status(StrEnum):
    """Only accepted observations fill cells."""

    ACCEPTED = "accepted"
    PROPOSED = "proposed"
    REJECTED = "rejected"


class ChangeUnit(StrEnum):
    """Unit of a stated growth; some reports leave it open whether 30% is relative or in points."""

    PERCENT = "percent"
    POINTS = "points"
    POINTS_OR_PERCENT = "points_or_percent"


@dataclass(frozen=True)
class Theme:
    """A chapter of the catalogue."""

    id: str
    name_zh: str
    name_en: str


@dataclass(frozen=True)
class Unit:
    """How values of an indicator are written. symbol_en carries its own leading space (" cases")."""

    id: str
    name_zh: str
    name_en: str
    symbol_zh: str
    symbol_en: str


@dataclass(frozen=True)
class Scope:
    """A part of the locality or of the cases that an observation is limited to."""

    id: str
    name_zh: str
    name_en: str


@dataclass(frozen=True)
class Verdict:
    """A word that a cell of a comparison can say; rank 1 is the strictest, excludes bars it from comparison."""

    id: str
    rank: int
    excludes: bool
    name_zh: str
    name_en: str
    meaning_zh: str
    meaning_en: str


@dataclass(frozen=True)
class Setting:
    """A limit of comparability that a domain expert may change, with its reason. value: digits or a word."""

    id: str
    value: str
    name_zh: str
    name_en: str
    reason_zh: str
    reason_en: str


@dataclass(frozen=True)
class Indicator:
    """One definition of one quantity. numerator_id and denominator_id may be sums ("a+b") of indicators."""

    id: str
    theme: str
    name_zh: str
    name_en: str
    unit: str
    kind: Kind
    measure: Measure
    better: str
    numerator_id: str
    denominator_id: str
    family: str
    applies_to_levels: tuple[Level, ...]
    headline: int | None
    definition_zh: str
    definition_en: str
    search: str


@dataclass(frozen=True)
class Neighbour:
    """An indicator that may stand in for another, always as other_definition, and in what it differs."""

    indicator_id: str
    neighbour_id: str
    rank: int
    reason_zh: str
    reason_en: str


@dataclass(frozen=True)
class Locality:
    """A place with a government. A township is <county code>-<name> until its statistical code is known."""

    code: str
    name_zh: str
    short_zh: str
    name_en: str
    level: Level
    parent_code: str
    province_code: str
    population_2020: int | None
    search: str
    note: str


@dataclass(frozen=True)
class Benchmark:
    """A published reference value from outside the reports, with its own definition (scope)."""

    region: str
    region_code: str
    level: str
    indicator_id: str
    period: str
    period_start: date
    period_end: date
    value: Decimal
    bound: Bound
    kind: str
    scope: str
    source_kind: str
    note_zh: str
    note_en: str
    source_title: str
    source_url: str


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
