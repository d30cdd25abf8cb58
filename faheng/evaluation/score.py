"""Predictions against gold: which figures were found, missed or invented, and how well their attributes were read.

A figure is found when report, indicator and value agree; of several predictions with one value the one that agrees in
most attributes counts. Gold marked optional counts neither way; gold marked trap is a wrong answer by design.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from faheng.evaluation.annotation import Annotation
from faheng.model import Origin

ATTRIBUTES = ("bound", "period_kind", "period_start", "period_end", "change")
COMPARED = (*ATTRIBUTES, "scope")
RELATIVE_TOLERANCE = 1e-6


@dataclass(frozen=True)
class Tally:
    """How many figures were found, missed and invented; an invented value is wrong and its gold missed."""

    found: int = 0
    missed: int = 0
    wrong: int = 0

    @property
    def precision(self) -> float:
        """The share of predictions that gold has."""
        return self.found / max(1, self.found + self.wrong)

    @property
    def recall(self) -> float:
        """The share of gold that was predicted."""
        return self.found / max(1, self.found + self.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)


@dataclass(frozen=True)
class Evaluation:
    """A run against one gold file: found pairs (gold, prediction), missed gold, wrong predictions, traps taken."""

    found: tuple[tuple[Annotation, Annotation], ...]
    missed: tuple[Annotation, ...]
    wrong: tuple[Annotation, ...]
    traps: int

    @property
    def total(self) -> Tally:
        """Over all reports and indicators."""
        return Tally(len(self.found), len(self.missed), len(self.wrong))

    @property
    def attributes(self) -> dict[str, float]:
        """For each attribute, the share of the found figures that have it in gold and have it right."""
        asked = {name: [pair for pair in self.found if pair[0].get(name) is not None] for name in ATTRIBUTES}
        return {
            name: sum(agrees(name, gold, pred) for gold, pred in pairs) / len(pairs)
            for name, pairs in asked.items()
            if pairs
        }

    def by(self, field: str) -> dict[str, Tally]:
        """The tally of each "report" or each "indicator", in alphabetical order."""
        place = ("report", "indicator").index(field)
        found = Counter(gold.identity[place] for gold, _ in self.found)
        missed = Counter(each.identity[place] for each in self.missed)
        wrong = Counter(each.identity[place] for each in self.wrong)
        names = sorted({*found, *missed, *wrong}, key=str)
        return {str(name): Tally(found[name], missed[name], wrong[name]) for name in names}


def evaluate(gold: list[Annotation], predicted: list[Annotation], *, closed_to_gold: bool = False) -> Evaluation:
    """Score predictions; closed_to_gold leaves out the indicators that gold does not have at all."""
    predicted = judged(gold, predicted, closed_to_gold)
    groups = defaultdict(list)
    for each in predicted:
        groups[each.identity[:2]].append(each)
    pairs, missed, used = [], [], set()
    for each in (annotation for annotation in gold if annotation.counts):
        candidates = [p for p in groups[each.identity[:2]] if p not in used and close(p.value, each.value)]
        if candidates:
            best = max(candidates, key=lambda candidate: likeness(each, candidate))
            used.add(best)
            pairs.append((each, best))
        else:
            missed.append(each)
    rest = [each for each in predicted if each not in used]
    allowed = {each.identity for each in gold if each.optional}
    traps = {each.identity for each in gold if each.trap and not each.optional}
    wrong = [each for each in rest if each.identity not in allowed]
    return Evaluation(tuple(pairs), tuple(missed), tuple(wrong), sum(each.identity in traps for each in rest))


def judged(gold: list[Annotation], predicted: list[Annotation], closed_to_gold: bool) -> list[Annotation]:
    """The predictions that are judged: reported ones, of the annotated reports."""
    reports, indicators = ({each.identity[place] for each in gold} for place in (0, 1))
    return [
        each
        for each in predicted
        if each.observation.origin is Origin.REPORTED
        and each.observation.report_id in reports
        and (not closed_to_gold or each.observation.indicator_id in indicators)
    ]


def close(value: float, gold: float) -> bool:
    """Whether two values are the same but for the inaccuracy of binary fractions."""
    return abs(value - gold) <= RELATIVE_TOLERANCE * max(1.0, abs(gold))


def likeness(gold: Annotation, predicted: Annotation) -> int:
    """In how many attributes the two agree."""
    return sum(predicted.get(name) == gold.get(name) for name in COMPARED)


def agrees(name: str, gold: Annotation, predicted: Annotation) -> bool:
    """Whether an attribute that gold has was read right; a change is a number."""
    if name != "change":
        return predicted.get(name) == gold.get(name)
    value = predicted.observation.change
    return value is not None and close(float(value), float(gold.observation.change or 0))
