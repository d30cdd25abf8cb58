"""What the checks read: a figure of an indicator, whether a person annotated it or a report was just read."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from faheng.checks.arithmetic.printed import Printed
from faheng.checks.arithmetic.stated_growth import stated_growth
from faheng.data.precision import printed_step
from faheng.model import Bound, ChangeUnit, Observation, PeriodBasis, PeriodKind, Span, Status
from faheng.reading.figures.record import Extracted

# No count of a report comes near; what looks like more is damaged, and no column of the store would hold it.
IMPLAUSIBLE = 10**12
# Characters of a passage: two or three sentences.
PASSAGE = 200

Period = tuple[PeriodKind | None, date | None, date | None]


@dataclass(frozen=True)
class Fact:
    """One figure. numeral: where the report prints it, None for a sum of parts; places: everything that says it."""

    id: str
    indicator_id: str
    value: Decimal
    text: str
    step: Decimal
    unit: str
    bound: Bound
    scope: str
    period_kind: PeriodKind | None
    period_start: date | None
    period_end: date | None
    period_basis: PeriodBasis | None
    status: Status
    phrase: str
    evidence: Span
    also: tuple[Span, ...] = ()
    change: Decimal | None = None
    change_text: str = ""
    change_unit: ChangeUnit | None = None
    change_bound: Bound | None = None

    @property
    def period(self) -> Period:
        """Kind, first and last day: what two figures must share to be held against each other."""
        return self.period_kind, self.period_start, self.period_end

    @property
    def printed(self) -> Printed:
        """The value in exact fractions."""
        return Printed(Fraction(self.value), Fraction(self.step), self.bound)

    @property
    def growth(self) -> Printed | None:
        """The stated growth in exact fractions; None where none is stated."""
        if self.change is None:
            return None
        before = self.phrase.rpartition(self.change_text)[0] if self.change_text else ""
        return stated_growth(self.change, self.change_text, self.change_bound or Bound.EXACT, before)

    @property
    def is_sum(self) -> bool:
        """Whether the value was added up from several numerals."""
        return "+" in self.text

    @property
    def numeral(self) -> Span | None:
        """The place of the numeral inside the evidence: the last one, behind the words that name it, or the first
        where a growth follows. Years that grew into it (20192020172) are no part of it."""
        found = places_of(self.text, self.phrase)
        whole = [at for at in found if stands_alone(self.phrase, at, at + len(self.text))] or found
        if self.is_sum or not whole:
            return None
        at = self.evidence.start + whole[0 if self.change is not None else -1]
        return Span(at, at + len(self.text))

    @property
    def places(self) -> tuple[Span, ...]:
        """Every place that says the figure."""
        return (self.evidence, *self.also)


def stand_together(facts: Iterable[Fact]) -> bool:
    """Whether figures are said in one passage, so that a reader takes them for parts of one statement."""
    spans = [fact.evidence for fact in facts]
    return max(span.end for span in spans) - min(span.start for span in spans) <= PASSAGE


def places_of(numeral: str, phrase: str) -> list[int]:
    """Where the numeral begins in the phrase, every time."""
    found, at = [], phrase.find(numeral)
    while at >= 0:
        found.append(at)
        at = phrase.find(numeral, at + 1)
    return found


def stands_alone(phrase: str, start: int, end: int) -> bool:
    """Whether no other digit or point touches phrase[start:end]."""
    sides = phrase[max(0, start - 1) : start] + phrase[end : end + 1]
    return not any(sign.isdigit() or sign == "." for sign in sides)


def annotated(observations: Iterable[Observation]) -> list[Fact]:
    """Observations of data/ as facts."""
    return [
        Fact(
            one.id, one.indicator_id, one.value, one.value_text, one.value_step, one.unit, one.bound, one.scope,
            one.period_kind, one.period_start, one.period_end, one.period_basis, one.status, one.evidence_phrase,
            one.evidence, one.also, one.change, one.change_text, one.change_unit, one.change_bound,
        )
        for one in observations
    ]  # fmt: skip


def extracted(found: Iterable[Extracted]) -> list[Fact]:
    """What was read in a report as facts, each with the id that the store would give it."""
    return [
        Fact(
            id_of(one), one.indicator_id, one.value, one.value_text, printed_step(one.value_text), one.unit, one.bound,
            one.scope, one.period_kind, one.period_start, one.period_end, one.period_basis, one.status,
            one.evidence.phrase, one.evidence.span, tuple(each.span for each in one.also), one.change, one.change_text,
            one.change_unit, one.change_bound,
        )
        for one in found
    ]  # fmt: skip


def id_of(one: Extracted) -> str:
    """Of the same parts as the id of an Observation."""
    period = (one.period_kind, one.period_start, one.period_end)
    parts = (one.report, one.indicator_id, one.scope, *period, one.evidence.span.start, one.evidence.span.end)
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:16]
