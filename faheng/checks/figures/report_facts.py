"""The figures of one report, what they are called, and the rules that they are held against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from faheng.checks.arithmetic.numbers import exact_text
from faheng.checks.figures.fact import IMPLAUSIBLE, Fact
from faheng.data.arithmetic import Arithmetic
from faheng.model import Indicator, Mark, Role, Scope, Status
from faheng.words.catalogue import Words, words


@dataclass(frozen=True)
class Catalogue:
    """What figures are called, and the rules that they are held against."""

    indicators: Mapping[str, Indicator]
    scopes: Mapping[str, Scope]
    rules: Arithmetic

    def name(self, fact: Fact, say: Words) -> str:
        """The indicator, and in brackets the scope where it is not the whole."""
        about = self.indicators[fact.indicator_id]
        name = say.pick(about.name_zh, about.name_en)
        if not fact.scope:
            return name
        scope = self.scopes[fact.scope]
        return say("{indicator} ({scope})", indicator=name, scope=say.pick(scope.name_zh, scope.name_en))

    def mark(self, fact: Fact, role: Role) -> Mark:
        """The figure as a number of the arithmetic."""
        zh, en = (self.name(fact, words(language)) for language in ("zh", "en"))
        return Mark(role, zh, en, exact_text(Fraction(fact.value)), fact.unit, fact.bound, fact.numeral)


@dataclass(frozen=True)
class ReportFacts:
    """The figures of one report that count: those a person or the reader was not sure of are left to the person."""

    report_id: str
    locality_code: str | None
    facts: Sequence[Fact]
    catalogue: Catalogue

    def name(self, fact: Fact, say: Words) -> str:
        """What a figure is called."""
        return self.catalogue.name(fact, say)

    def mark(self, fact: Fact, role: Role) -> Mark:
        """The figure as a number of the arithmetic."""
        return self.catalogue.mark(fact, role)

    @cached_property
    def by_indicator(self) -> dict[str, list[Fact]]:
        """The accepted figures of each indicator, in the order of the text."""
        found: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            if fact.status is Status.ACCEPTED and fact.value < IMPLAUSIBLE:
                found[fact.indicator_id].append(fact)
        return dict(found)

    def of(self, indicator_id: str, like: Fact) -> list[Fact]:
        """The figures of an indicator for the same period as another figure."""
        return [fact for fact in self.by_indicator.get(indicator_id, ()) if fact.period == like.period]

    def one(self, indicator_id: str, like: Fact) -> Fact | None:
        """The one to hold against another: of the same scope; None where there is none or more than one."""
        same = [fact for fact in self.of(indicator_id, like) if fact.scope == like.scope]
        return same[0] if len(same) == 1 else None
