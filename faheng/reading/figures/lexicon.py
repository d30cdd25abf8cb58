"""What linking numbers to indicators goes by: wordings, topics, parts, sums, compiled once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from faheng.data.wording.figures import Carry, PartScope, Sum
from faheng.data.wording.read import Wording
from faheng.model import Indicator
from faheng.reading.figures.patterns import Wordings
from faheng.reading.figures.subjects import Subjects
from faheng.reading.figures.topics import Topics
from faheng.reading.mentions.lexicon import MentionLexicon
from faheng.reading.sentences.lexicon import SentenceLexicon


@dataclass(frozen=True)
class FigureLexicon:
    """The look-ups of this stage.

    parts: an indicator -> what names its parts, in the order of the file. carries: an indicator -> the one whose scope
    it takes over. barred_between: what stands between the two where it does not. statements: words that are numbers
    themselves. aims: which words make a number a target.
    """

    wordings: Wordings
    indicators: Mapping[str, Indicator]
    topics: Topics
    subjects: Subjects
    parts: Mapping[str, tuple[PartScope, ...]]
    sums: tuple[Sum, ...]
    carries: Mapping[str, Carry]
    statements: frozenset[str]
    aims: SentenceLexicon

    @staticmethod
    def of(
        wording: Wording,
        wordings: Wordings,
        indicators: Mapping[str, Indicator],
        sentences: SentenceLexicon,
        mentions: MentionLexicon,
    ) -> FigureLexicon:
        """The lexicon of these files, with what the stages before it know."""
        parts: dict[str, list[PartScope]] = {}
        for each in wording.part_scopes:
            parts.setdefault(each.indicator_id, []).append(each)
        return FigureLexicon(
            wordings=wordings,
            indicators=indicators,
            topics=Topics.of(wording.topics),
            subjects=Subjects.of({group.name: group.words for group in wording.groups}),
            parts={name: tuple(scopes) for name, scopes in parts.items()},
            sums=wording.sums,
            carries={each.indicator_id: each for each in wording.carried_scopes},
            statements=frozenset(mentions.tokens.statements),
            aims=sentences,
        )
