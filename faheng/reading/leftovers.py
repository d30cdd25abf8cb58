"""Figures that no indicator claims, under a suggested name, counted across reports: what the catalogue may grow by.

The name is what stands around the number in its clause: the words before it, and those after it where before it there
is but a verb. Left out on purpose: growths, plans, and numerals that look damaged.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import accumulate

from faheng.model import Observation
from faheng.model.observation import plain
from faheng.reading.flow import Passage, Reading
from faheng.reading.mentions.mention import Mention

# End of a name -> the phrases that say nothing there, longer ones first.
Fillers = Mapping[str, tuple[str, ...]]
# A clause ends here; brackets and quotes part its words too.
EDGE = re.compile(r"[,;:。、!?()“”\"《》\s]")
# Before a number: 审查12件案件 has a verb of two characters, 举办各类培训12场 has its object there already.
SHORTEST_NAME = 3
LONGEST_NAME = 16
LONGEST_AFTER = 8
EXAMPLES = 3


@dataclass(frozen=True)
class Leftover:
    """One figure without an indicator."""

    name: str
    unit: str
    report: str
    value: Decimal
    phrase: str


@dataclass
class LeftoverGroup:
    """The figures of one suggested name and unit: how often, in how many reports, and the first few of them."""

    name: str
    unit: str
    figures: int = 0
    reports: set[str] = field(default_factory=set)
    examples: list[Leftover] = field(default_factory=list)

    def add(self, leftover: Leftover) -> None:
        """Count one more figure."""
        self.figures += 1
        self.reports.add(leftover.report)
        if len(self.examples) < EXAMPLES:
            self.examples.append(leftover)

    def to_json(self) -> str:
        """One line of JSON; Chinese stays readable."""
        examples = [
            {"report": each.report, "value": plain(each.value), "phrase": each.phrase} for each in self.examples
        ]
        counts = {"figures": self.figures, "reports": len(self.reports)}
        return json.dumps({"name": self.name, "unit": self.unit, **counts, "examples": examples}, ensure_ascii=False)


class Groups:
    """Groups that grow with each report, and with the number of names rather than of reports."""

    def __init__(self) -> None:
        self._groups: dict[tuple[str, str], LeftoverGroup] = {}

    def add(self, leftovers: Iterable[Leftover]) -> None:
        """Count the figures of one or more reports."""
        for each in leftovers:
            self._groups.setdefault((each.name, each.unit), LeftoverGroup(each.name, each.unit)).add(each)

    def in_order(self) -> list[LeftoverGroup]:
        """Those of most reports first, then the more frequent, then by name: always the same order."""
        every = self._groups.values()
        return sorted(every, key=lambda each: (-len(each.reports), -each.figures, each.name, each.unit))


def leftovers_of(reading: Reading) -> list[Leftover]:
    """The figures of a report that none of its observations took, in the order of its text."""
    taken = Taken.by(reading.observations)
    left = []
    for passage in reading.results:
        for mention in passage.mentions:
            at = reading.clean.span(mention.number_start, mention.number_end)
            if not is_countable(mention) or taken.holds(at.start, at.end, mention.value):
                continue
            name, phrase = suggested(passage, mention, reading.lexicon.fillers)
            if name:
                left.append(Leftover(name, mention.unit, reading.original.name, mention.value, phrase))
    return left


@dataclass(frozen=True)
class Taken:
    """Where observations have their figures: value or change -> the spans of the original, by where they start.

    Beside each start stands the furthest end of all spans up to it, so that looking one up does not go through them.
    """

    spans: dict[Decimal, tuple[list[int], list[int]]]

    @staticmethod
    def by(observations: Iterable[Observation]) -> Taken:
        """The places that these observations stand on."""
        spans: dict[Decimal, list[tuple[int, int]]] = {}
        for each in observations:
            places = [(piece.span.start, piece.span.end) for piece in each.places if piece.span]
            for value in filter(None, (each.value, each.change)):
                spans.setdefault(abs(value), []).extend(places)
        ordered = {value: list(zip(*sorted(places), strict=True)) for value, places in spans.items() if places}
        return Taken({value: (list(starts), list(accumulate(ends, max))) for value, (starts, ends) in ordered.items()})

    def holds(self, start: int, end: int, value: Decimal) -> bool:
        """Whether an observation has this value from here."""
        starts, furthest = self.spans.get(abs(value), ([], []))
        before = bisect_right(starts, start)
        return before > 0 and furthest[before - 1] >= end


def is_countable(mention: Mention) -> bool:
    """Whether a figure could be an indicator's: a level with a unit, and not a damaged numeral."""
    return bool(mention.unit) and not (mention.change or mention.corrupt or mention.previous)


def suggested(passage: Passage, mention: Mention, fillers: Fillers) -> tuple[str, str]:
    """The name for a figure and the phrase it was taken from; an empty name where nothing stands around it."""
    text, offset = passage.sentence.text, passage.sentence.start
    start, end = mention.start - offset, mention.end - offset
    others = [(each.start - offset, each.end - offset) for each in passage.mentions if each is not mention]
    first = max((last for _, last in others if last <= start), default=0)
    final = min((begun for begun, _ in others if begun >= end), default=len(text))
    before = EDGE.split(text[max(first, start - 2 * LONGEST_NAME) : start])[-1]
    after = EDGE.split(text[end : min(final, end + LONGEST_AFTER)])[0]
    name = bare(before, fillers)
    if len(name) < SHORTEST_NAME:
        name += bare(after, fillers)
    phrase = before + text[start:end] + after
    return (name[-LONGEST_NAME:] if len(name) >= SHORTEST_NAME else ""), phrase


def bare(words: str, fillers: Fillers) -> str:
    """The words without those at either end that say nothing of what is counted; a phrase at an end goes whole."""
    while cut := next(filter(words.startswith, fillers["leading"]), ""):
        words = words.removeprefix(cut)
    while cut := next(filter(words.endswith, fillers["trailing"]), ""):
        words = words.removesuffix(cut)
    return words
