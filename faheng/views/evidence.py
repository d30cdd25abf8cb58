"""What the evidence page reads: a value down to its phrase, what it was made from, what was made from it.

Each record's fields are the columns of its query; what a query has no column for, because it never differs, is a
constant of the class.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from faheng.model import Bound, ChangeUnit, Kind, Level, Origin, PeriodBasis, PeriodKind, Severity, Status
from faheng.store.search import Search
from faheng.views.cached import matching_figures, records
from faheng.views.view import View

__all__ = [
    "ImpliedValue", "InputValue", "MadeValue", "PhrasePlace", "SearchHit", "TracedValue", "implied_values",
    "inputs_of", "phrase_places", "search_hits", "traced_value", "values_made_from",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class TracedValue:
    """One observation with its report (evidence__observation), whatever its origin or status.

    The verdicts are those of the cell that it fills, () where it fills none.
    """

    own_definition: ClassVar[bool] = True
    source_indicator: ClassVar[str] = ""
    reason: ClassVar[str] = ""
    across_levels: ClassVar[str] = ""
    proposed_observation_id: ClassVar[str] = ""

    observation_id: str
    report_id: str
    locality_code: str
    locality: str
    level: Level
    indicator_id: str
    indicator: str
    definition: str
    unit: str
    kind: Kind
    value: float | None
    value_text: str
    value_low: float | None
    value_high: float | None
    bound: Bound | None
    scope: str
    scope_name: str
    period_kind: PeriodKind | None
    period_start: date | None
    period_end: date | None
    period_basis: PeriodBasis | None
    origin: Origin
    change: float | None
    change_text: str
    change_unit: ChangeUnit | None
    confidence: float | None
    status: Status
    evidence_phrase: str
    evidence_start: int | None
    evidence_end: int | None
    evidence_section: str
    note: str
    report_title: str
    publisher: str
    report_kind: str
    published_on: date | None
    report_start: date | None
    report_end: date | None
    source_kind: str
    source_url: str
    sha256: str
    characters: int | None
    damage: str
    report_note: str
    year: int | None
    numerator: float | None
    denominator: float | None
    interval_low: float | None
    interval_high: float | None
    doubt: str
    newest_year: int | None
    outdated: bool
    verdicts: tuple[str, ...]
    report_text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InputValue:
    """What a value was made from (evidence__inputs). depth 1 is direct; a reported one has its phrase."""

    year: ClassVar[int | None] = None

    observation_id: str
    parent_id: str
    role: str
    depth: int
    locality: str
    indicator: str
    unit: str
    kind: Kind
    value: float | None
    value_text: str
    value_low: float | None
    value_high: float | None
    bound: Bound | None
    origin: Origin
    scope_name: str
    period_kind: PeriodKind | None
    period_start: date | None
    period_end: date | None
    period_basis: PeriodBasis | None
    change: float | None
    change_text: str
    change_unit: ChangeUnit | None
    change_bound: Bound | None
    evidence_phrase: str
    report_title: str
    publisher: str
    published_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeValue:
    """A derived or implied value that was made from an observation (evidence__uses): it was never printed."""

    year: ClassVar[int | None] = None
    value_text: ClassVar[str] = ""

    observation_id: str
    indicator: str
    unit: str
    value: float | None
    value_low: float | None
    value_high: float | None
    bound: Bound | None
    origin: Origin
    period_kind: PeriodKind | None
    period_start: date | None
    period_end: date | None
    period_basis: PeriodBasis | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """A reported observation that a search met (evidence__search), with the gravest finding about it."""

    year: ClassVar[int | None] = None
    origin: ClassVar[Origin] = Origin.REPORTED

    observation_id: str
    locality: str
    indicator: str
    unit: str
    value: float | None
    value_text: str
    value_low: float | None
    value_high: float | None
    bound: Bound | None
    period_kind: PeriodKind | None
    period_start: date | None
    period_end: date | None
    period_basis: PeriodBasis | None
    status: Status
    scope_name: str
    evidence_phrase: str
    finding_severity: Severity | None
    finding: str
    report_title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhrasePlace:
    """A further place of a report that states the same observation (evidence__places), in characters of its text."""

    evidence_start: int
    evidence_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpliedValue:
    """A value of a place that a later growth implies (overview__implied)."""

    value_text: ClassVar[str] = ""

    indicator_id: str
    observation_id: str
    year: int
    unit: str
    kind: Kind
    value: float | None
    value_low: float | None
    value_high: float | None
    bound: Bound | None
    origin: Origin
    period_kind: PeriodKind | None
    period_start: date | None
    period_end: date | None
    period_basis: PeriodBasis | None
    change_unit: ChangeUnit | None


def traced_value(observation: str, language: str) -> TracedValue | None:
    """The observation of this id; None where the store holds none."""
    return next(iter(records(TracedValue, "pages/evidence__observation", id=observation, language=language)), None)


def inputs_of(observation: str, view: View) -> tuple[InputValue, ...]:
    """All that the observation was made from, each followed by its own inputs."""
    return records(InputValue, "pages/evidence__inputs", id=observation, language=view.language)


def search_hits(text: str, most: int, view: View) -> tuple[SearchHit, ...]:
    """At most so many reported observations whose indicator, phrase or place holds the text, our place's first."""
    return matching_figures(SearchHit, Search(text, view.ours, most, view.language))


def values_made_from(observation: str, view: View) -> tuple[MadeValue, ...]:
    """What was made from the observation."""
    return records(MadeValue, "pages/evidence__uses", id=observation, language=view.language)


def phrase_places(observation: str) -> tuple[PhrasePlace, ...]:
    """The further places of the report that state the observation, in their order."""
    return records(PhrasePlace, "pages/evidence__places", id=observation)


def implied_values(indicator: str, view: View) -> tuple[ImpliedValue, ...]:
    """What later growths imply of our place's indicator, oldest first."""
    return records(ImpliedValue, "pages/overview__implied", locality=view.ours, indicators=[indicator])
