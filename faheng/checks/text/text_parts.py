"""Check 3 on the text: 其中…, 共…件…, brackets and 其余… for figures that may have no indicator.

Parts that add up hold. Only what cannot be parts of their whole is doubtful: a first part behind 其中 that is larger
than the number before it; parts in a bracket or in one list (text_lists.py) that are more than the number before them;
and a rest that is not the rest. Other lists behind 其中 may run on into other things, so that their sum says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from faheng.checks.arithmetic.parts import PARTS
from faheng.checks.figures.labels import Explain, count_text
from faheng.checks.figures.report import Judgement
from faheng.checks.text.checked_text import (
    CLAUSE_MARKS,
    CheckedText,
    Phrases,
    between,
    clause_before,
    is_count,
    runs,
    tells_parts,
)
from faheng.checks.text.text_lists import are_steps, one_list
from faheng.model import Bound, Finding, Role, Severity
from faheng.reading.flow import Passage
from faheng.reading.mentions.mention import Mention

# How many characters may stand between a whole and its bracket: 151件建议提案(…
_NOUN = 10
_LEAST_PARTS = 2


@dataclass(frozen=True)
class Split:
    """A whole with what the text gives as its parts. bracketed: nothing else stands between the brackets."""

    whole: Mention
    parts: tuple[Mention, ...]
    bracketed: bool
    among: bool

    @property
    def added(self) -> Decimal:
        """The sum of the parts."""
        return sum((part.value for part in self.parts), Decimal(0))


def parts_in_text(text: CheckedText) -> Iterator[Finding]:
    """One finding for each whole whose parts the text lists, where they hold or cannot."""
    for passage in text.results:
        for run in runs(passage):
            if any(mention.bound is not Bound.EXACT for mention in run):
                continue
            for split in splits(passage, run, text.phrases):
                yield from judged(split, passage, text)
            yield from rest_of(run, passage, text)
    for passage, following in pairwise(text.results):
        if tells_parts(passage, following, text.phrases["among"]):
            yield from parts_behind_the_stop(passage, following, text)


def parts_behind_the_stop(passage: Passage, following: Passage, text: CheckedText) -> Iterator[Finding]:
    """办理案件95件。其中,维持40件…: the parts of the only count of their unit in the sentence before.

    A first part that is larger is none of it, so that this says nothing.
    """
    run = next(runs(following), [])
    wholes = [each for each in passage.mentions if run and is_count(each) and each.unit == run[0].unit]
    exact = all(each.bound is Bound.EXACT for each in (*wholes, *run))
    if len(wholes) != 1 or not exact or run[0] is not following.mentions[0] or run[0].value > wholes[0].value:
        return
    sentence = replace(passage.sentence, text=passage.sentence.text + following.sentence.text)
    both = replace(passage, sentence=sentence, mentions=[*passage.mentions, *following.mentions])
    level = tuple(each for each in run if not in_brackets(following, each))
    if level:
        yield from judged(Split(wholes[0], level, bracketed=False, among=True), both, text)


def splits(passage: Passage, run: list[Mention], phrases: Phrases) -> Iterator[Split]:
    """Every number of the run with the parts behind it."""
    at = 0
    while at < len(run) - 1:
        split = bracket(passage, run, at, phrases) or listed_behind(passage, run, at, phrases)
        if split is not None:
            yield split
        # The parts of a bracket are no wholes of what follows; what stands behind 其中 may have a bracket of its own.
        at += 1 + (len(split.parts) if split is not None and split.bracketed else 0)


def bracket(passage: Passage, run: list[Mention], at: int, phrases: Phrases) -> Split | None:
    """The parts in the brackets right behind a number: 9件(1件…,4件…), 151件建议提案(…)."""
    opening = between(passage, run[at], run[at + 1]).find("(")
    if not 0 <= opening <= _NOUN:
        return None
    text = passage.sentence.text
    begin = run[at].end - passage.sentence.start + opening
    end = closing(text, begin)
    inside = tuple(each for each in run[at + 1 :] if each.end - passage.sentence.start <= end)
    among = any(word in text[begin : begin + _NOUN] for word in phrases["among"])
    return Split(run[at], inside, bracketed=True, among=among) if len(inside) >= _LEAST_PARTS else None


def closing(text: str, begin: int) -> int:
    """Where the bracket that opens at text[begin] closes; the end where it never does."""
    depth = 0
    for at in range(begin, len(text)):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if depth == 0:
            return at
    return len(text)


def listed_behind(passage: Passage, run: list[Mention], at: int, phrases: Phrases) -> Split | None:
    """The numbers behind 其中, or behind a whole that 共 announces, as far as the run goes."""
    among = any(word in between(passage, run[at], run[at + 1]) for word in phrases["among"])
    clause = clause_before(passage, run[at], CLAUSE_MARKS + "(")
    total = any(word in clause for word in phrases["total"])
    if not (among or total):
        return None
    inside = in_brackets(passage, run[at])
    level = tuple(each for each in run[at + 1 :] if in_brackets(passage, each) == inside)
    return Split(run[at], level, bracketed=False, among=among) if level else None


def judged(split: Split, passage: Passage, text: CheckedText) -> Iterator[Finding]:
    """What the arithmetic says of a whole and its parts; nothing where it says nothing."""
    whole = split.whole.value
    fitting, exclusive = adding_up(split), listed_parts(split, passage, text.phrases)
    if sum(part.value for part in exclusive) > whole >= split.parts[0].value:
        yield listed(Severity.DOUBTFUL, (split.whole, exclusive), passage, text, lambda say: say(
            "{sum}, more than the {whole} that they are given as parts of: parts may overlap, or a figure is wrong.",
            sum=sum_of(exclusive), whole=count_text(whole),
        ))  # fmt: skip
    elif fitting:
        yield listed(Severity.HOLDS, (split.whole, fitting), passage, text, lambda say: say(
            "{sum}: the parts add up to the stated {whole}.", sum=sum_of(fitting), whole=count_text(whole)
        ))  # fmt: skip
    elif split.among and split.parts[0].value > whole:
        yield listed(Severity.DOUBTFUL, (split.whole, split.parts[:1]), passage, text, lambda say: say(
            "{part} is given as a part of {whole} and is larger.",
            part=count_text(split.parts[0].value), whole=count_text(whole),
        ))  # fmt: skip
    elif split.bracketed and split.added > whole and not are_steps(passage, split.parts, text.phrases):
        yield listed(Severity.DOUBTFUL, (split.whole, split.parts), passage, text, lambda say: say(
            "{sum}, more than the {whole} before the brackets: parts may overlap, or a figure is wrong.",
            sum=sum_of(split.parts), whole=count_text(whole),
        ))  # fmt: skip


def listed_parts(split: Split, passage: Passage, phrases: Phrases) -> tuple[Mention, ...]:
    """The parts that exclude each other; () for those in brackets, which are judged together."""
    return () if split.bracketed else one_list(passage, split.parts, phrases, among=split.among)


def adding_up(split: Split) -> tuple[Mention, ...]:
    """The parts that add up to the whole: all in brackets, else the first few of the list; () where none do."""
    if split.bracketed:
        return split.parts if split.added == split.whole.value else ()
    added = Decimal(0)
    for number, part in enumerate(split.parts, 1):
        added += part.value
        if added == split.whole.value and number >= _LEAST_PARTS:
            return split.parts[:number]
    return ()


def rest_of(run: list[Mention], passage: Passage, text: CheckedText) -> Iterator[Finding]:
    """其余3件: what is left of the first number of the run when those outside brackets are taken from it."""
    for mention in run:
        label = clause_before(passage, mention, CLAUSE_MARKS + "()")
        if not any(label.startswith(word) for word in text.phrases["rest"]):
            continue
        before = [each for each in run if each.end <= mention.start and not in_brackets(passage, each)]
        if len(before) < _LEAST_PARTS:
            continue
        whole, parts = before[0], (*before[1:], mention)
        if sum(part.value for part in parts) == whole.value:
            severity, explain = Severity.HOLDS, rest_holds(whole, parts)
        elif len(before) == _LEAST_PARTS:
            severity, explain = Severity.DOUBTFUL, rest_fails(whole, parts)
        else:
            continue
        yield listed(severity, (whole, parts), passage, text, explain)


def rest_holds(whole: Mention, parts: Sequence[Mention]) -> Explain:
    """The rest is the rest."""
    return lambda say: say(
        "{sum}: the parts add up to the stated {whole}.", sum=sum_of(parts), whole=count_text(whole.value)
    )


def rest_fails(whole: Mention, parts: Sequence[Mention]) -> Explain:
    """The rest is another number."""
    return lambda say: say(
        "{sum}, but the whole is {whole}: the rest does not fit.", sum=sum_of(parts), whole=count_text(whole.value)
    )


def in_brackets(passage: Passage, mention: Mention) -> bool:
    """Whether the number stands between brackets."""
    before = passage.sentence.text[: mention.start - passage.sentence.start]
    return before.count("(") > before.count(")")


def sum_of(parts: Sequence[Mention]) -> str:
    """66 + 5 = 71."""
    added = sum((part.value for part in parts), Decimal(0))
    return " + ".join(count_text(part.value) for part in parts) + f" = {count_text(added)}"


def listed(
    severity: Severity,
    numbers: tuple[Mention, Sequence[Mention]],
    passage: Passage,
    text: CheckedText,
    explain: Explain,
) -> Finding:
    """The finding with whole and parts."""
    whole, parts = numbers
    added = sum((part.value for part in parts), Decimal(0))
    computed = "+".join(str(part.value) for part in parts) + (f"={added}" if len(parts) > 1 else "")
    marks = [text.mark(passage, whole, Role.WHOLE), *(text.mark(passage, part, Role.PART) for part in parts)]
    judgement = Judgement(PARTS, severity, explain, str(whole.value), computed, marks)
    return text.finding(judgement, [whole, *parts])
