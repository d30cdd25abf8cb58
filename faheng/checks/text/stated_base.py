"""Check 5 on the text: a stated growth against the value before that the same sentence gives.

120场次，同比增长20%，上年为110场次; 5000户，增长12.5%（上年4000户）; 由47件增至94件，增长100%. Figures need no
indicator. All three numbers are the report's own, so that it contradicts itself where they do not fit; a growth that is
only said to be about so much is doubtful. Silent unless value, value before and growth follow each other with no other
count between them, and where the growth is said of something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from faheng.checks.arithmetic.growth import GROWTH
from faheng.checks.arithmetic.stated_growth import grown, growth_between, stated_growth
from faheng.checks.figures.labels import BOUND_SIGNS, Explain, count_text, exact_text, growth_text, signed
from faheng.checks.figures.report import Judgement
from faheng.checks.text.checked_text import CLAUSE_MARKS, CheckedText, Phrases, as_printed, is_count, item_before
from faheng.model import Bound, Finding, Mark, Printed, Role, Severity
from faheng.model.printed import Fit, point
from faheng.reading.flow import Passage
from faheng.reading.mentions.changes import Changes
from faheng.reading.mentions.mention import Mention
from faheng.words.catalogue import LANGUAGES, Words, words


@dataclass(frozen=True)
class Grown:
    """A value, the value before and the growth between them, as one sentence prints them."""

    value: Mention
    before: Mention
    growth: Mention
    stated: Printed

    @property
    def severity_of_none(self) -> Severity:
        """What it is where they do not fit."""
        return Severity.DOUBTFUL if self.stated.bound is Bound.ABOUT else Severity.CONTRADICTION

    @property
    def exact(self) -> Fraction:
        """The growth in per cent that the two values give as they stand."""
        return grown(Fraction(self.before.value), Fraction(self.value.value))

    @property
    def fit(self) -> Fit | None:
        """How the stated growth agrees; None where rounding or a bound leaves it open."""
        fit = self.stated.fits(point(self.exact))
        if fit is not Fit.NONE:
            return None if self.stated.is_far_from(self.exact) else fit
        between = growth_between(as_printed(self.before).count, as_printed(self.value).count)
        return fit if self.stated.fits(between) is Fit.NONE else None


def stated_bases(text: CheckedText) -> Iterator[Finding]:
    """One finding for each growth whose value and value before stand beside it."""
    moving = moving_words(text.reading.lexicon.mentions.changes)
    for passage in text.results:
        for at, mention in enumerate(passage.mentions):
            if is_growth(passage, mention, moving) and (pair := value_and_before(passage, at, text.phrases)):
                one = Grown(*pair, mention, growth_of(passage, mention))
                if one.fit is not None:
                    yield held_against(one, one.fit, passage, text)


def moving_words(changes: Changes) -> tuple[str, ...]:
    """The words that a growth begins with: comparisons and verbs of rising or falling."""
    return (*changes.comparisons, *(word for word, _ in changes.moves))


def is_growth(passage: Passage, mention: Mention, moving: tuple[str, ...]) -> bool:
    """Whether it is a growth in per cent, said of the number before it and of nothing else: 满意度提高20% is not."""
    whole = mention.change and mention.unit == "%" and not mention.corrupt and mention.high is None
    return bool(whole) and item_before(passage, mention, CLAUSE_MARKS + "(").startswith(moving)


def growth_of(passage: Passage, mention: Mention) -> Printed:
    """The growth in exact fractions, negative for a fall."""
    start = passage.sentence.start
    before = passage.sentence.text[: mention.number_start - start]
    change = -mention.value if mention.change == "down" else mention.value
    return stated_growth(change, mention.text, mention.bound, before)


def value_and_before(passage: Passage, at: int, phrases: Phrases) -> tuple[Mention, Mention] | None:
    """The two counts of one unit next to the growth, number `at`, of which one is named the value before."""
    numbers = passage.mentions
    for first, second in ((at - 2, at - 1), (at - 1, at + 1)):
        if first < 0 or second >= len(numbers):
            continue
        one, other = numbers[first], numbers[second]
        # Behind a row of counts the growth may be of any: 94份,其中彩页30份,同比增长20%,上年40份.
        if first == at - 1 and first > 0 and numbers[first - 1].unit == one.unit:
            continue
        named = [is_before(passage, one, phrases), is_before(passage, other, phrases)]
        if one.unit == other.unit and sum(named) == 1 and all(map(is_level, (one, other))):
            value, before = (other, one) if named[0] else (one, other)
            if before.value > 0 and before.bound is value.bound is Bound.EXACT:
                return value, before
    return None


def is_level(mention: Mention) -> bool:
    """Whether it counts something, now or before."""
    return is_count(mention) or (mention.previous and mention.unit not in ("", "%") and not mention.corrupt)


def is_before(passage: Passage, mention: Mention, phrases: Phrases) -> bool:
    """Whether nothing but words for the period before stand before the number: 上年, 去年同期为, 由, 较上年的."""
    label = item_before(passage, mention, CLAUSE_MARKS + "(")
    if mention.previous:
        label = label[max(0, *(label.rfind(word) for word in phrases["from"])) :]
    rest = label
    for word in (*phrases["before"], *phrases["before_filler"], *(phrases["from"] if mention.previous else ())):
        rest = rest.replace(word, "")
    return not rest and (mention.previous or any(word in label for word in phrases["before"]))


def held_against(one: Grown, fit: Fit, passage: Passage, text: CheckedText) -> Finding:
    """The finding with the value, the value before and the growth that they give."""
    exact, stated = f"{signed(one.exact)}%", f"{BOUND_SIGNS[one.stated.bound]}{signed(one.stated.value)}%"
    severity = {Fit.ROUNDED: Severity.HOLDS, Fit.CUT: Severity.NOTE}.get(fit, one.severity_of_none)
    used = sorted((one.value, one.before, one.growth), key=lambda mention: mention.start)
    value, before = (text.mark(passage, one.value, role) for role in (Role.AFTER, Role.BEFORE))
    judgement = Judgement(
        GROWTH, severity, explained(one, fit),
        stated=f"{one.value.value} {stated}", computed=f"{one.before.value}: {exact}",
        marks=[value, before_mark(one.before, before, text)],
    )  # fmt: skip
    return text.finding(judgement, used, text.figures_at([one.value]))


def before_mark(before: Mention, value: Mark, text: CheckedText) -> Mark:
    """The value before, under the name of the value."""
    zh, en = (
        say("{name}, the period before", name=say.pick(value.label_zh, value.label_en)) for say in map(words, LANGUAGES)
    )
    return replace(
        value, label_zh=zh, label_en=en, value=exact_text(Fraction(before.value)), bound=before.bound,
        span=text.numeral(before),
    )  # fmt: skip


def explained(one: Grown, fit: Fit) -> Explain:
    """The three numbers in a sentence."""

    def explain(say: Words) -> str:
        numbers = {
            "before": count_text(one.before.value), "value": count_text(one.value.value),
            "growth": f"{signed(one.exact)}%", "stated": growth_text(one.stated, say),
        }  # fmt: skip
        if fit is Fit.NONE:
            return say("From {before} to {value} is {growth}, but the same sentence says {stated}.", **numbers)
        if fit is Fit.CUT:
            return say("From {before} to {value} is {growth}: the stated {stated} is cut off, not rounded.", **numbers)
        return say("From {before} to {value}, both stated, is {growth}: agrees with {stated}.", **numbers)

    return explain
