"""Check 3 on the text: a total behind its parts, 建议62件、提案88件,共150件.

The parts are a list of counts of one unit, and the clause of the total says nothing but 共. It holds where the last
numbers of the list add up to it. It is doubtful where one list of different names stands right before it, and neither
all of them nor the last ones do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from faheng.checks.arithmetic.parts import PARTS
from faheng.checks.figures.labels import count_text
from faheng.checks.figures.report import Judgement
from faheng.checks.text.checked_text import (
    CLAUSE_MARKS,
    CheckedText,
    Phrases,
    between,
    clause_before,
    item_before,
    runs,
)
from faheng.checks.text.text_lists import are_steps
from faheng.checks.text.text_parts import in_brackets, sum_of
from faheng.model import Bound, Finding, Role, Severity
from faheng.reading.flow import Passage
from faheng.reading.mentions.mention import Mention

_LEAST_PARTS = 2
STOPS = (*CLAUSE_MARKS.replace(",", ""), "(")


def totals_behind(text: CheckedText) -> Iterator[Finding]:
    """One finding for each total behind a list, where it holds or cannot."""
    for passage in text.results:
        for run in runs(passage):
            for at in range(_LEAST_PARTS, len(run)):
                if announces(clause_before(passage, run[at]).strip(), text.phrases):
                    yield from judged(run[at], listed(run[:at], passage), passage, text)


def announces(clause: str, phrases: Phrases) -> bool:
    """Whether the clause before a number says nothing but that it is a total: 共, 合计为."""
    bare = next((clause.removesuffix(each) for each in phrases["before_filler"] if clause.endswith(each)), clause)
    return bare in phrases["total"]


def listed(before: Sequence[Mention], passage: Passage) -> list[Mention]:
    """The numbers of one list, from the last one back: none of them in brackets, no stop between them."""
    ends = [*before[1:], None]
    behind = zip(reversed(before), reversed(ends), strict=True)
    return [each for each, _ in takewhile(lambda pair: goes_on(passage, *pair), behind)][::-1]


def goes_on(passage: Passage, each: Mention, following: Mention | None) -> bool:
    """Whether the number is of the list that the following one is of."""
    parted = following is not None and any(mark in between(passage, each, following) for mark in STOPS)
    return not parted and each.bound is Bound.EXACT and not in_brackets(passage, each)


def judged(total: Mention, parts: Sequence[Mention], passage: Passage, text: CheckedText) -> Iterator[Finding]:
    """What the arithmetic says; nothing where the parts may be of other things, or the total is none that is exact."""
    if total.bound is not Bound.EXACT or len(parts) < _LEAST_PARTS:
        return
    for first in range(len(parts) - 1):
        if added(parts[first:]) == total.value:
            yield said(Severity.HOLDS, total, parts[first:], passage, text)
            return
    last = in_one_clause(parts, passage)
    every = [each for each in passage.mentions if each.start <= parts[-1].start]
    if every == list(parts) and is_one_list(parts, passage, text):
        yield said(Severity.DOUBTFUL, total, parts, passage, text)
    elif len(last) >= _LEAST_PARTS and is_one_list(last, passage, text):
        yield said(Severity.DOUBTFUL, total, last, passage, text)


def in_one_clause(parts: Sequence[Mention], passage: Passage) -> Sequence[Mention]:
    """Those of the last clause, parted by 、 or 和 alone."""
    first = len(parts) - 1
    while first and "," not in between(passage, parts[first - 1], parts[first]):
        first -= 1
    return parts[first:]


def is_one_list(parts: Sequence[Mention], passage: Passage, text: CheckedText) -> bool:
    """Whether each part has a name of its own, and none is a step of another."""
    names = [item_before(passage, each) for each in parts]
    told = any(word in name for name in names for word in text.phrases["among"])
    different = len(set(names)) == len(names) and all(names)
    return different and not told and not are_steps(passage, parts[1:], text.phrases)


def added(parts: Sequence[Mention]) -> Decimal:
    """The sum of the parts."""
    return sum((each.value for each in parts), Decimal(0))


def said(severity: Severity, total: Mention, parts: Sequence[Mention], passage: Passage, text: CheckedText) -> Finding:
    """The finding with the total and its parts."""
    written = {"sum": sum_of(parts), "whole": count_text(total.value)}
    computed = "+".join(str(each.value) for each in parts) + f"={added(parts)}"
    marks = [text.mark(passage, total, Role.WHOLE), *(text.mark(passage, each, Role.PART) for each in parts)]
    judgement = Judgement(
        PARTS, severity,
        lambda say: say("{sum}: the parts add up to the stated {whole}.", **written)
        if severity is Severity.HOLDS
        else say("{sum}, but the total behind them is {whole}: a part is left out, or a figure is wrong.", **written),
        str(total.value), computed, marks,
    )  # fmt: skip
    return text.finding(judgement, [*parts, total])
