"""What data/reference says: the records of the catalogue, places and reference values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from faheng.model.terms import Bound, ChangeKind, Kind, Level, Measure


@dataclass(frozen=True)
class Chapter:
    """A chapter of the national outline for building a rule-of-law government, 2021–2025, in its order.

    themes: the parts of the catalogue whose indicators belong to it.
    """

    id: str
    name_zh: str
    name_en: str
    themes: tuple[str, ...]


@dataclass(frozen=True)
class ChapterApart:
    """An indicator that belongs to another chapter than its theme, and why."""

    indicator_id: str
    chapter: str
    reason_zh: str
    reason_en: str


@dataclass(frozen=True)
class Tile:
    """Where the tile of a province stands, both counted from 1; its two letters are those of GB/T 2260."""

    locality_code: str
    row: int
    column: int
    letters: str


@dataclass(frozen=True)
class Theme:
    """A part of the catalogue."""

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
    """One definition of one quantity. numerator_id and denominator_id may be sums ("a+b") of indicators.

    not_applicable_zh and not_applicable_en: why governments of other levels have no figure of it; "" where that says
    itself.
    """

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
    not_applicable_zh: str
    not_applicable_en: str
    headline: int | None
    definition_zh: str
    definition_en: str
    search: str

    @property
    def added_ids(self) -> tuple[str, ...]:
        """The indicators that a count is the sum of; () for one that is counted itself."""
        ids = tuple(self.numerator_id.split("+"))
        return ids if self.kind is Kind.COUNT and not self.denominator_id and len(ids) > 1 else ()


@dataclass(frozen=True)
class Neighbour:
    """An indicator that may stand in for another, always as other_definition, and in what it differs."""

    indicator_id: str
    neighbour_id: str
    rank: int
    reason_zh: str
    reason_en: str


@dataclass(frozen=True)
class AreaChange:
    """What happened to a place in a year. old_code and old_name: what it, or the place that joined it, was before.

    joined: the place before is the same, with the same area, so that its figures go on.
    """

    year: int
    kind: ChangeKind
    old_code: str
    old_name: str
    joined: bool


@dataclass(frozen=True)
class Locality:
    """A place with a government, or a functional zone, whose code is <parent code>-<name>.

    valid_from and valid_to: years, None where it is not known or has no end. successors: codes of what it went into.
    """

    code: str
    name_zh: str
    short_zh: str
    level: Level
    parent_code: str
    province_code: str
    population_2020: int | None
    note: str
    valid_from: int | None = None
    valid_to: int | None = None
    changes: tuple[AreaChange, ...] = ()
    successors: tuple[str, ...] = ()

    @property
    def former_names(self) -> tuple[tuple[str, int], ...]:
        """The names that the place itself had before, each with the year in which it ended."""
        return former_names(self.name_zh, self.changes)


def former_names(name: str, changes: tuple[AreaChange, ...]) -> tuple[tuple[str, int], ...]:
    """The names that a place of this name had before its changes, each with the year in which it ended."""
    own = (each for each in changes if each.joined and each.old_name not in {"", name})
    return tuple((each.old_name, each.year) for each in own)


@dataclass(frozen=True)
class ReferenceValue:
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
