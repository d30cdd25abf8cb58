"""What the snapshot is, and what its verdicts mean: each record's fields are the columns of its query."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["SnapshotLine", "VerdictMeaning"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotLine:
    """What the open snapshot is and how much it holds (methods__snapshot)."""

    number: int
    built_at: date
    reports: int
    observations: int
    derived: int
    implied: int
    localities: int
    indicators: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictMeaning:
    """A verdict with what it means, strictest first (methods__verdicts). excludes: whether it bars comparison."""

    id: str
    name: str
    meaning: str
    excludes: bool
