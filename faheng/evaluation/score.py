"""Found against gold: which annotated facts were found, missed or invented, and how well their attributes were read.

A fact is found when report, indicator and value agree; of several predictions with one value the one that agrees in
most attributes counts. Gold marked optional counts neither way; gold marked trap is a wrong answer by design.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from faheng.errors import FahengError

ATTRIBUTES = ("bound", "period_kind", "period_start", "period_end", "change")
COMPARED = (*ATTRIBUTES, "scope")
RELATIVE_TOLERANCE = 1e-6


class UnreadableFacts(FahengError):
    """A file of facts has a line that is not one."""


@dataclass(frozen=True, eq=False)
class Fact:
    """One line of a gold or prediction file; fields holds everything the line says."""

    report: str
    indicator: str
    value: float
    fields: Mapping[str, object]

    def get(self, name: str) -> object:
        """A field, None where the line has none or says null."""
        return self.fields.get(name)

    @property
    def counts(self) -> bool:
        """Whether gold asks for this fact."""
        return not (self.get("trap") or self.get("optional"))

    @property
    def key(self) -> str:
        """What tells facts apart from one run to the next."""
        return f"{self.report} {self.indicator} {self.value:.12g}"

    @property
    def phrase(self) -> str:
        """The words it was read from."""
        evidence = self.get("evidence")
        found = evidence.get("phrase") if isinstance(evidence, dict) else self.get("phrase")
        return str(found or "").replace("\n", " ")


@dataclass(frozen=True)
class Tally:
    """How many facts were found, missed and invented; an invented value is wrong and its gold missed."""

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
class Score:
    """The outcome for one gold file: found pairs (gold, prediction), missed gold, wrong predictions, traps taken."""

    found: tuple[tuple[Fact, Fact], ...]
    missed: tuple[Fact, ...]
    wrong: tuple[Fact, ...]
    traps: int

    @property
    def total(self) -> Tally:
        """Over all reports and indicators."""
        return Tally(len(self.found), len(self.missed), len(self.wrong))

    @property
    def attributes(self) -> dict[str, float]:
        """For each attribute, the share of the found facts that have it in gold and have it right."""
        asked = {name: [pair for pair in self.found if pair[0].get(name) is not None] for name in ATTRIBUTES}
        return {
            name: sum(agrees(name, gold, pred) for gold, pred in pairs) / len(pairs)
            for name, pairs in asked.items()
            if pairs
        }

    def by(self, field: str) -> dict[str, Tally]:
        """The tally of each "report" or each "indicator", in alphabetical order."""
        found = Counter(str(gold.get(field)) for gold, _ in self.found)
        missed = Counter(str(each.get(field)) for each in self.missed)
        wrong = Counter(str(each.get(field)) for each in self.wrong)
        names = sorted({*found, *missed, *wrong})
        return {name: Tally(found[name], missed[name], wrong[name]) for name in names}


def read_facts(path: Path) -> list[Fact]:
    """The facts of a file with one JSON object a line; raises UnreadableFacts with file and line."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFacts(f"{path}: cannot be read ({type(error).__name__}); give a UTF-8 file") from None
    return [fact(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip()]


def fact(line: str, place: str) -> Fact:
    """One line as a fact."""
    try:
        fields = json.loads(line)
        return Fact(fields["report"], fields["indicator"], float(fields["value"]), fields)
    except (ValueError, KeyError, TypeError):
        what = "not a fact; write a JSON object with report, indicator and value"
        raise UnreadableFacts(f"{place}: {what}") from None


def evaluate(gold: list[Fact], predicted: list[Fact], *, closed_to_gold: bool = False) -> Score:
    """Score predictions; closed_to_gold leaves out the indicators that gold does not have at all."""
    predicted = judged(gold, predicted, closed_to_gold)
    groups = defaultdict(list)
    for each in predicted:
        groups[each.report, each.indicator].append(each)
    found, missed, used = [], [], set()
    for each in (fact for fact in gold if fact.counts):
        candidates = [p for p in groups[each.report, each.indicator] if p not in used and close(p.value, each.value)]
        if candidates:
            best = max(candidates, key=lambda candidate: likeness(each, candidate))
            used.add(best)
            found.append((each, best))
        else:
            missed.append(each)
    rest = [each for each in predicted if each not in used]
    allowed = same_values(each for each in gold if each.get("optional"))
    traps = same_values(each for each in gold if each.get("trap") and not each.get("optional"))
    wrong = [each for each in rest if identity(each) not in allowed]
    return Score(tuple(found), tuple(missed), tuple(wrong), sum(identity(each) in traps for each in rest))


def judged(gold: list[Fact], predicted: list[Fact], closed_to_gold: bool) -> list[Fact]:
    """The predictions that are judged: reported ones, of the annotated reports."""
    reports, indicators = {each.report for each in gold}, {each.indicator for each in gold}
    return [
        each
        for each in predicted
        if each.fields.get("origin", "reported") == "reported"
        and each.report in reports
        and (not closed_to_gold or each.indicator in indicators)
    ]


def close(value: float, gold: float) -> bool:
    """Whether two values are the same but for the inaccuracy of binary fractions."""
    return abs(value - gold) <= RELATIVE_TOLERANCE * max(1.0, abs(gold))


def likeness(gold: Fact, predicted: Fact) -> int:
    """In how many attributes the two agree."""
    return sum(predicted.get(name) == gold.get(name) for name in COMPARED)


def agrees(name: str, gold: Fact, predicted: Fact) -> bool:
    """Whether an attribute that gold has was read right; a change is a number."""
    if name != "change":
        return predicted.get(name) == gold.get(name)
    value = predicted.get(name)
    return value is not None and close(float(str(value)), float(str(gold.get(name))))


def identity(each: Fact) -> tuple[str, str, float]:
    """Report, indicator and value."""
    return each.report, each.indicator, each.value


def same_values(facts: Iterable[Fact]) -> set[tuple[str, str, float]]:
    """The identities of the facts."""
    return {identity(each) for each in facts}
