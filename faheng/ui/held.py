"""What the methods page reads of the store: each record's fields are the columns of its query."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from faheng.model import Bound, Measure, PeriodBasis

__all__ = [
    "CataloguedIndicator",
    "ExplainedPeers",
    "HeldReport",
    "Limit",
    "PublishedBenchmark",
    "StandIn",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """A limit of comparability (methods__settings); indicator is "" for one that holds for all."""

    indicator: str
    id: str
    name: str
    value: str
    scopes: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """A neighbour that may stand in for an indicator (methods__neighbours)."""

    indicator: str
    neighbour: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedPeers:
    """A group of peers with its rule (methods__peer_groups)."""

    id: str
    name: str
    rule: str
    k: int | None
    times: float | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CataloguedIndicator:
    """An indicator with its definition (methods__indicators)."""

    theme: str
    indicator: str
    definition: str
    unit: str
    measure: Measure
    better: str
    applies_to_levels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldReport:
    """A report with where it comes from (methods__reports); held: how many there are in all."""

    id: str
    locality: str
    title: str
    publisher: str
    kind: str
    source_kind: str
    published_on: date | None
    period_start: date
    period_end: date
    period_basis: PeriodBasis
    observations: int
    damage: str
    held: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedBenchmark:
    """A published value with its source (methods__benchmarks)."""

    region: str
    indicator: str
    unit: str
    period: str
    period_start: date
    period_end: date
    value: float
    bound: Bound
    kind: str
    source_kind: str
    note: str
    source_title: str
    source_url: str
