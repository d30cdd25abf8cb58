"""One figure that a report states, with the place that says it: the record from reading to the store.

Offsets count characters of the decoded original text. What is not known is None, and null in JSON; a scope of "" is the
whole locality and all its cases.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from faheng.model.printed import Printed, printed_step
from faheng.model.terms import Bound, ChangeUnit, Origin, PeriodBasis, PeriodKind, Status

# Kind, first and last day: what two figures must share to be held against each other.
Period = tuple[PeriodKind | None, date | None, date | None]


@dataclass(frozen=True)
class Span:
    """Half-open [start, end), always in offsets of the decoded original text."""

    start: int
    end: int


@dataclass(frozen=True)
class Evidence:
    """A place in the original text that says the value; section is the path of headings above it.

    phrase: the text as it stands there, "" where only the place was kept. span: None where only the clause was seen,
    not the document.
    """

    phrase: str
    span: Span | None
    section: str = ""

    def as_json(self) -> dict[str, object]:
        """The fields of the contract, in its order."""
        start, end = (None, None) if self.span is None else (self.span.start, self.span.end)
        return {"phrase": self.phrase, "start": start, "end": end, "section": self.section}


@dataclass(frozen=True)
class ReadingDoubt:
    """Why a figure is proposed and not accepted at once, in one clause in both languages.

    damaged: its numeral cannot be relied on; otherwise only what it is a figure of may be wrong.
    """

    zh: str
    en: str
    damaged: bool = False

    def as_json(self) -> dict[str, object]:
        """The two languages by their codes."""
        return {"zh": self.zh, "en": self.en}


@dataclass(frozen=True, kw_only=True)
class Observation:
    """One normalised fact with its evidence.

    value_text and change_text are the numerals as printed; those of several parts that were added up are joined by "+".
    upper: the upper end of a range (90%—95%), whose lower end is the value; the bound is BETWEEN then, and then only.
    A report whose place or period nobody knows has figures all the same: locality_code, period_kind, period_end and
    period_basis are None for these, and for these only. also: further places that say the same.
    """

    report_id: str
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
    also: tuple[Evidence, ...] = ()
    change: Decimal | None = None
    change_text: str = ""
    change_unit: ChangeUnit | None = None
    change_bound: Bound | None = None
    note_zh: str = ""
    note_en: str = ""
    origin: Origin = Origin.REPORTED
    reason: ReadingDoubt | None = None
    upper: Decimal | None = None

    @property
    def id(self) -> str:
        """Stable: importing the same fact from the same place twice changes nothing.

        Where the place is not known the clause itself stands for it.
        """
        span = self.evidence.span
        place = (self.evidence.phrase,) if span is None else (span.start, span.end)
        parts = (self.report_id, self.indicator_id, self.scope, *self.period, *place)
        return hashlib.sha256("|".join(map(str, parts)).encode(errors="surrogatepass")).hexdigest()[:16]

    @property
    def is_legible(self) -> bool:
        """Whether its numeral can be relied on: accepted, or proposed for another reason than a damaged numeral."""
        return self.status is Status.ACCEPTED or (self.reason is not None and not self.reason.damaged)

    @property
    def period(self) -> Period:
        """Kind, first and last day."""
        return self.period_kind, self.period_start, self.period_end

    @property
    def value_step(self) -> Decimal:
        """The unit of the last printed place of the value."""
        return printed_step(self.value_text)

    @property
    def change_step(self) -> Decimal | None:
        """The unit of the last printed place of the stated growth; None where none is stated."""
        return None if self.change is None else printed_step(self.change_text)

    @property
    def printed(self) -> Printed:
        """The value in exact fractions."""
        upper = None if self.upper is None else Fraction(self.upper)
        return Printed(Fraction(self.value), Fraction(self.value_step), self.bound, upper=upper)

    @property
    def is_sum(self) -> bool:
        """Whether the value was added up from several numerals."""
        return "+" in self.value_text

    @property
    def places(self) -> tuple[Evidence, ...]:
        """Every place that says the figure."""
        return (self.evidence, *self.also)

    @property
    def numeral(self) -> Span | None:
        """The place of the numeral inside the evidence; None for a sum of parts, and where no place is known.

        It is the last one, behind the words that name it, or the first where a growth follows. Years that grew into it
        (20192020172) are no part of it.
        """
        phrase, span = self.evidence.phrase, self.evidence.span
        starts = starts_of(self.value_text, phrase)
        whole = [at for at in starts if stands_alone(phrase, at, at + len(self.value_text))] or starts
        if self.is_sum or not whole or span is None:
            return None
        at = span.start + whole[0 if self.change is not None else -1]
        return Span(at, at + len(self.value_text))

    def as_json(self) -> dict[str, object]:
        """The contract's fields (design.md, section 5), `also`, of a range `upper`, of a proposed figure `reason`."""
        reason = {} if self.reason is None else {"reason": self.reason.as_json()}
        upper = {} if self.upper is None else {"upper": plain(self.upper)}
        return {
            "report": self.report_id,
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
            **upper,
            **reason,
        }

    def to_json(self) -> str:
        """One line of JSON; Chinese stays readable."""
        return json.dumps(self.as_json(), ensure_ascii=False)


def starts_of(numeral: str, phrase: str) -> list[int]:
    """Where the numeral begins in the phrase, every time."""
    starts, at = [], phrase.find(numeral)
    while at >= 0:
        starts.append(at)
        at = phrase.find(numeral, at + 1)
    return starts


def stands_alone(phrase: str, start: int, end: int) -> bool:
    """Whether no other digit or point touches phrase[start:end]."""
    sides = phrase[max(0, start - 1) : start] + phrase[end : end + 1]
    return not any(sign.isdigit() or sign == "." for sign in sides)


def plain(number: Decimal) -> int | float:
    """21000 for 2.1万, 98.3 for 98.3: JSON has no decimals, and a whole number is printed without a point."""
    return int(number) if number == number.to_integral_value() else float(number)


def day(value: date | None) -> str | None:
    """2022-11-25, or None where the day is unknown."""
    return None if value is None else value.isoformat()
