"""What figures are called, and the rules that they are held against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from faheng.checks.figures.labels import exact_text
from faheng.data.arithmetic import Arithmetic
from faheng.model import Indicator, Mark, Observation, Role, Scope
from faheng.words.catalogue import LANGUAGES, Words, words


@dataclass(frozen=True)
class Catalogue:
    """What figures are called, and the rules that they are held against."""

    indicators: Mapping[str, Indicator]
    scopes: Mapping[str, Scope]
    rules: Arithmetic

    def name(self, figure: Observation, say: Words) -> str:
        """The indicator, and in brackets the scope where it is not the whole."""
        return self.called(figure.indicator_id, figure.scope, say)

    def called(self, indicator_id: str, scope_id: str, say: Words) -> str:
        """What figures of the indicator and scope are called; scope_id: "" for the whole."""
        about = self.indicators[indicator_id]
        name = say.pick(about.name_zh, about.name_en)
        if not scope_id:
            return name
        scope = self.scopes[scope_id]
        return say("{indicator} ({scope})", indicator=name, scope=say.pick(scope.name_zh, scope.name_en))

    def mark(self, figure: Observation, role: Role) -> Mark:
        """The figure as a number of the arithmetic."""
        zh, en = (self.name(figure, words(language)) for language in LANGUAGES)
        return Mark(role, zh, en, exact_text(Fraction(figure.value)), figure.unit, figure.bound, figure.numeral)
