"""What finding numbers and periods goes by: the lists of data/wording, compiled once."""

from __future__ import annotations

from dataclasses import dataclass

from faheng.data.wording.read import Wording
from faheng.reading.mentions.bounds import Bounds
from faheng.reading.mentions.changes import Changes
from faheng.reading.mentions.period_words import PeriodWords
from faheng.reading.mentions.tokens import Tokens
from faheng.reading.mentions.units import Units


@dataclass(frozen=True)
class MentionLexicon:
    """The look-ups of this stage."""

    units: Units
    bounds: Bounds
    changes: Changes
    tokens: Tokens
    periods: PeriodWords

    @staticmethod
    def of(wording: Wording) -> MentionLexicon:
        """The lexicon of these files."""
        units = Units.of(wording.units)
        return MentionLexicon(
            units,
            Bounds.of(wording.bounds),
            Changes.of(wording.changes),
            Tokens.of(wording.statements, units),
            PeriodWords.of(wording.periods),
        )
