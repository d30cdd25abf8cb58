"""The figures of one report, and the findings that checks make of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from faheng.checks.figures.catalogue import Catalogue
from faheng.checks.figures.labels import Explain
from faheng.model import Bound, Check, Finding, Mark, Observation, Role, Severity
from faheng.words.catalogue import Words, words

# No count of a report comes near; what looks like more is damaged, and no column of the store would hold it.
IMPLAUSIBLE = 10**12
# Characters of a passage: two or three sentences.
PASSAGE = 200


@dataclass(frozen=True)
class Judgement:
    """What a check says: how grave it is, why in both languages, and the two sides of its arithmetic in signs."""

    check: Check
    severity: Severity
    explain: Explain
    stated: str
    computed: str
    marks: Sequence[Mark] = ()


@dataclass(frozen=True)
class ReportFigures:
    """The figures of one report that count: those a person or the reader was not sure of are left to the person.

    named: parts of figures that only the text names (text/named_parts.py); no observation of the store holds them.
    """

    report_id: str
    locality_code: str | None
    figures: Sequence[Observation]
    catalogue: Catalogue
    named: Sequence[Observation] = ()

    def name(self, figure: Observation, say: Words) -> str:
        """What a figure is called."""
        return self.catalogue.name(figure, say)

    def mark(self, figure: Observation, role: Role) -> Mark:
        """The figure as a number of the arithmetic."""
        return self.catalogue.mark(figure, role)

    @cached_property
    def by_indicator(self) -> dict[str, list[Observation]]:
        """The legible figures of each indicator, in the order of the text; ranges are held against nothing."""
        groups: dict[str, list[Observation]] = defaultdict(list)
        for figure in (*self.figures, *self.named):
            exact = figure.bound is not Bound.BETWEEN
            if figure.is_legible and exact and figure.value < IMPLAUSIBLE:
                groups[figure.indicator_id].append(figure)
        return dict(groups)

    def of(self, indicator_id: str, like: Observation) -> list[Observation]:
        """The figures of an indicator for the same period as another figure."""
        return [figure for figure in self.by_indicator.get(indicator_id, ()) if figure.period == like.period]

    def one(self, indicator_id: str, like: Observation) -> Observation | None:
        """The one to hold against another: of the same scope; None where there is none or more than one."""
        same = [figure for figure in self.of(indicator_id, like) if figure.scope == like.scope]
        return same[0] if len(same) == 1 else None

    def finding(self, judgement: Judgement, figures: Sequence[Observation]) -> Finding:
        """What a check says of figures of the report, the one that it was about first."""
        held = (figure.id for figure in figures if figure not in self.named)
        return Finding(
            check=judgement.check.name,
            severity=judgement.severity,
            report_id=self.report_id,
            locality_code=self.locality_code,
            indicators=tuple(dict.fromkeys(figure.indicator_id for figure in figures)),
            observation_ids=tuple(dict.fromkeys(held)),
            stated=judgement.stated,
            computed=judgement.computed,
            explanation_zh=judgement.explain(words("zh")),
            explanation_en=judgement.explain(words("en")),
            marks=tuple(judgement.marks),
        )


def stand_together(figures: Iterable[Observation]) -> bool:
    """Whether figures are said in one passage, so that a reader takes them for parts of one statement.

    Of clauses without a place in a text only those of one wording are known to be one passage.
    """
    said = [figure.evidence for figure in figures]
    spans = [each.span for each in said if each.span is not None]
    if len(spans) < len(said):
        return not spans and len({each.phrase for each in said}) == 1
    return max(span.end for span in spans) - min(span.start for span in spans) <= PASSAGE
