"""What reading a report yields: one record an observation, as `faheng extract` prints it.

Offsets count characters of the decoded original text, half-open, and phrase is that text as it stands. What the
report does not say is None and becomes null; a scope of "" is the whole locality and all its cases.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from faheng.model import Bound, ChangeUnit, Origin, PeriodBasis, PeriodKind, Span, Status


@dataclass(frozen=True)
class Evidence:
    """A place in the original text that says the value; section is the path of headings above it."""

    phrase: str
    span: Span
    section: str = ""

    def as_json(self) -> dict[str, object]:
        """The fields of the contract, in its order."""
        return {"phrase": self.phrase, "start": self.span.start, "end": self.span.end, "section": self.section}


@dataclass(frozen=True)
class Extracted:
    """One normalised fact that was read in one report. value_text and change_text are the numerals as printed;
    also is more evidence."""

    report: str
    locality_code: str | None
    indicator_id: str
    value: Decimal
    value_text: str
    unit: str
    bound: Bound
    scope: str
    period_kind: PeriodKind | None
    period_start: date | None
    period_end: date | None
    period_basis: PeriodBasis | None
    confidence: Decimal
    status: Status
    evidence: Evidence
    origin: Origin = Origin.REPORTED
    change: Decimal | None = None
    change_unit: ChangeUnit | None = None
    change_text: str = ""
    change_bound: Bound | None = None
    also: tuple[Evidence, ...] = ()

    def as_json(self) -> dict[str, object]:
        """The fields of the contract (design.md, section 5), in its order, and `also` at the end."""
        return {
            "report": self.report,
            "locality": self.locality_code,
            "indicator": self.indicator_id,
            "value": plain(self.value),
            "value_text": self.value_text,
            "unit": self.unit,
            "bound": self.bound,
            "scope": self.scope,
            "period_kind": self.period_kind,
            "period_start": day(self.period_start),
            "period_end": day(self.period_end),
            "period_basis": self.period_basis,
            "origin": self.origin,
            "change": None if self.change is None else plain(self.change),
            "change_unit": self.change_unit,
            "confidence": plain(self.confidence),
            "status": self.status,
            "evidence": self.evidence.as_json(),
            "also": [each.as_json() for each in self.also],
        }

    def to_json(self) -> str:
        """One line of JSON; Chinese stays readable."""
        return json.dumps(self.as_json(), ensure_ascii=False)


def plain(number: Decimal) -> int | float:
    """21000 for 2.1万, 98.3 for 98.3: JSON has no decimals, and a whole number is printed without a point."""
    return int(number) if number == number.to_integral_value() else float(number)


def day(value: date | None) -> str | None:
    """2022-11-25, or None where the day is unknown."""
    return None if value is None else value.isoformat()
