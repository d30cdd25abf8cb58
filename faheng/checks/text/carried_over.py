"""Check 1 on the text: a rate of cases concluded, whose base are the cases accepted and those carried over.

Only says what holds: 124 ÷ (124 + 6) = 95.38% agrees with 95.4%. A sentence may count other things as well, so that
numbers which do not fit say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from faheng.checks.arithmetic.stated_rate import STATED_RATE
from faheng.checks.arithmetic.whole_numbers import has_power
from faheng.checks.figures.labels import count_text, decimals_of, percent_text, short, shown
from faheng.checks.figures.report import Judgement
from faheng.checks.text.checked_text import CheckedText, is_count
from faheng.model import Bound, Finding, Observation, Role, Severity
from faheng.model.printed import HUNDRED, Fit, point
from faheng.reading.flow import Passage
from faheng.reading.mentions.mention import Mention
from faheng.words.catalogue import Words


def carried_over(text: CheckedText) -> Iterator[Finding]:
    """One finding for each rate that the cases of its sentence give with those carried over."""
    for passage in text.results:
        if not any(word in passage.sentence.text for word in text.phrases["carried"]):
            continue
        carried = [mention for mention in passage.mentions if is_count(mention) and is_carried(text, passage, mention)]
        if len(carried) != 1:
            continue
        for mention in passage.mentions:
            for figure in text.figures_at([mention]):
                if mention.unit == "%" and figure.bound is Bound.EXACT and 0 < figure.value < HUNDRED:
                    yield from agreeing(figure, mention, carried[0], passage, text)


def is_carried(text: CheckedText, passage: Passage, mention: Mention) -> bool:
    """Whether the words before the number say that its cases are of the period before."""
    label = text.label(passage, mention)
    return any(word in label for word in text.phrases["carried"])


def agreeing(
    rate: Observation, stated: Mention, carried: Mention, passage: Passage, text: CheckedText
) -> Iterator[Finding]:
    """The rate as the first count, the one carried over and the last count before it give it."""
    counts = [
        each for each in passage.mentions
        if is_count(each) and each.unit == carried.unit and each.end <= stated.start and each is not carried
    ]  # fmt: skip
    if len(counts) < 2:  # noqa: PLR2004 (one above and one below the line)
        return
    accepted, concluded = counts[0], counts[-1]
    base = int(accepted.value + carried.value)
    true = Fraction(concluded.value) * HUNDRED / base if base else Fraction(0)
    if not base or not has_power(rate.printed, base) or rate.printed.fits(point(true)) is not Fit.ROUNDED:
        return
    result = percent_text(true, decimals_of(rate))

    def explain(say: Words) -> str:
        return say(
            "{n} ÷ ({accepted} + {carried} carried over) = {result}: agrees with the stated {stated}.",
            n=count_text(concluded.value), accepted=count_text(accepted.value), carried=count_text(carried.value),
            result=result, stated=shown(rate, say),
        )  # fmt: skip

    used = [accepted, carried, concluded]
    marks = [text.mark(passage, stated, Role.STATED), *(text.mark(passage, each, Role.COUNT) for each in used)]
    computed = f"{concluded.value}/({accepted.value}+{carried.value})={result}"
    judgement = Judgement(STATED_RATE, Severity.HOLDS, explain, short(rate), computed, marks)
    yield text.finding(judgement, [*used, stated], [rate, *text.figures_at(used)])
