"""What is known about a report before its figures are read. Unknown is None, never a guess."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from faheng.model import PeriodBasis, Span


@dataclass(frozen=True)
class ReportAbout:
    """Which report it is and what it covers; name is the file's stem. kind: one of KINDS in given.py."""

    name: str
    locality_code: str | None = None
    kind: str | None = None
    period_start: date | None = None
    period_end: date | None = None
    period_basis: PeriodBasis | None = None
    published_on: date | None = None
    title: str | None = None
    publisher: str | None = None


@dataclass(frozen=True)
class Recognised:
    """What a report's own words say of it. evidence: field name -> place in the clean text.

    A field that was read from the file's name or from a title given with the file has no place.
    """

    locality_code: str | None = None
    title: str | None = None
    year: int | None = None
    period_start: date | None = None
    period_end: date | None = None
    period_basis: PeriodBasis | None = None
    kind: str | None = None
    publisher: str | None = None
    published_on: date | None = None
    evidence: Mapping[str, Span] = field(default_factory=dict)

    def about(self, name: str) -> ReportAbout:
        """The same as the description of the report that has this name."""
        return ReportAbout(
            name=name,
            locality_code=self.locality_code,
            kind=self.kind,
            period_start=self.period_start,
            period_end=self.period_end,
            period_basis=self.period_basis,
            published_on=self.published_on,
            title=self.title,
            publisher=self.publisher,
        )
