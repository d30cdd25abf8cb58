"""What is asked of cells, and the rows of the tables that they are put together from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

Row = tuple[Any, ...]
Verdicts = tuple[str, ...]


@dataclass(frozen=True)
class AskedYears:
    """Of which years cells are shown: one a year, or where none are named the latest, within the span if any."""

    named: tuple[int, ...] | None = None
    span: tuple[int, int] | None = None

    @property
    def bounds(self) -> tuple[int | None, int | None]:
        """The years between which facts are looked for; None for the latest of all."""
        if self.named is not None:
            return (min(self.named), max(self.named)) if self.named else (0, -1)
        return self.span or (None, None)


@dataclass(frozen=True)
class AskedCells:
    """Which cells: of each place and each indicator, of these years."""

    localities: tuple[str, ...]
    indicators: tuple[str, ...]
    language: str
    years: AskedYears = AskedYears()


@dataclass(frozen=True, slots=True, kw_only=True)
class CellDefinition:
    """An indicator and one that may fill its cells (shared__definitions)."""

    indicator_id: str
    source_indicator_id: str
    rank: int
    indicator: str
    unit: str
    kind: str
    measure: str
    better: str
    applies_to_levels: tuple[str, ...]
    not_applicable: str
    source_indicator: str
    reason: str
    across_levels: str
    latest_window_years: int
    newest_year: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictList:
    """The verdicts of what can hold of a cell (shared__verdict_lists)."""

    holding: tuple[str, ...]
    stands_in: bool
    verdicts: tuple[str, ...]
    verdicts_apart: tuple[str, ...]
    verdicts_outdated: tuple[str, ...]
    verdicts_outdated_apart: tuple[str, ...]

    def said(self, *, outdated: bool) -> tuple[Verdicts, Verdicts]:
        """Its verdicts, and those beside a place of another level."""
        if outdated:
            return self.verdicts_outdated, self.verdicts_outdated_apart
        return self.verdicts, self.verdicts_apart


@dataclass(frozen=True, slots=True, kw_only=True)
class YearReport:
    """The best report of a place in a year (shared__held)."""

    locality_code: str
    year: int
    read: str
    report_id: str
    report_title: str
    publisher: str
    published_on: date | None
    report_kind: str
    source_kind: str

    @property
    def words(self) -> Row:
        """What a cell says of it."""
        return (self.report_id, self.report_title, self.publisher, self.published_on, self.report_kind,
                self.source_kind)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPlace:
    """A place of which cells are shown (shared__places)."""

    locality_code: str
    locality: str
    level: str
    population: int | None

    @property
    def words(self) -> Row:
        """What a cell says of it."""
        return self.locality_code, self.locality, self.level, self.population


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedFigure:
    """A figure that waits for a person (shared__proposed)."""

    locality_code: str
    indicator_id: str
    year: int
    observation_id: str
