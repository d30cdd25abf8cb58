"""What the checks of a text read: its sentences with their numbers, and which figures stand where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from faheng.checks.figures.labels import exact_text
from faheng.checks.figures.report import IMPLAUSIBLE, Judgement, ReportFigures
from faheng.model import Bound, Finding, Mark, Observation, Printed, Role, Span
from faheng.model.printed import printed_step
from faheng.reading.flow import Passage, Reading
from faheng.reading.mentions.mention import Mention
from faheng.words.catalogue import LANGUAGES, Words, words

# A meaning of data/wording/parts.csv -> its words, longer ones first.
Phrases = Mapping[str, tuple[str, ...]]
LONGEST_PHRASE = 60
# A name of a figure that is longer says too much to stand beside a number.
_LONGEST_LABEL = 16
# What ends a clause of a clean text, and what also parts the members of a list in it.
CLAUSE_MARKS = ",;。:\n"
LIST_MARKS = CLAUSE_MARKS + "、"


@dataclass(frozen=True)
class CheckedText:
    """A report's text together with the figures that were read, or annotated, in it."""

    reading: Reading
    report: ReportFigures

    @property
    def phrases(self) -> Phrases:
        """What stands between numbers, by its meaning."""
        return self.reading.lexicon.parts

    @cached_property
    def results(self) -> list[Passage]:
        """The sentences that tell of results."""
        return self.reading.results

    @cached_property
    def by_numeral(self) -> dict[int, list[Observation]]:
        """The figures by where their numeral ends in the original: of a damaged one the end can still be read."""
        groups: dict[int, list[Observation]] = {}
        for figure in self.report.figures:
            if figure.numeral is not None:
                groups.setdefault(figure.numeral.end, []).append(figure)
        return groups

    def numeral(self, mention: Mention) -> Span:
        """Where the original prints the numeral."""
        return self.reading.clean.span(mention.number_start, mention.number_end)

    def figures_at(self, mentions: Iterable[Mention]) -> list[Observation]:
        """The figures that these numbers are."""
        return [figure for mention in mentions for figure in self.by_numeral.get(self.numeral(mention).end, ())]

    def label(self, passage: Passage, mention: Mention) -> str:
        """What the clause says before the number: its name, as far as one can tell without a parser."""
        label = item_before(passage, mention, LIST_MARKS + "(")
        for word in (*self.phrases["among"], *self.phrases["total"], *self.phrases["and"]):
            label = label.removeprefix(word)
        return label[-_LONGEST_LABEL:]

    def mark(self, passage: Passage, mention: Mention, role: Role) -> Mark:
        """A number of the text as one of the arithmetic, under the name of its indicator or else the text's own."""
        number = exact_text(Fraction(mention.value))
        unit = next((figure.unit for figure in self.figures_at([mention])), "")
        zh, en = (self.name(passage, mention, words(language)) for language in LANGUAGES)
        return Mark(role, zh, en, number, unit, mention.bound, self.numeral(mention))

    def name(self, passage: Passage, mention: Mention, say: Words) -> str:
        """What a number of the text is called: its indicator where it is the figure of one, else what the text says."""
        names = {self.report.name(figure, say) for figure in self.figures_at([mention])}
        if len(names) == 1:
            return names.pop()
        # What is counted stands behind its number, where anything does: 151件建议提案.
        return words_behind(passage, mention) or self.label(passage, mention) or mention.unit

    def finding(
        self,
        judgement: Judgement,
        mentions: Sequence[Mention],
        figures: Sequence[Observation] | None = None,
    ) -> Finding:
        """What a check says of numbers of the text; the figures among them, or those given, give it its indicators."""
        touched = self.figures_at(mentions) if figures is None else figures
        return self.placed(self.report.finding(judgement, touched), self.span(mentions))

    def placed(self, finding: Finding, span: Span) -> Finding:
        """The finding with a place of the original and its phrase."""
        return replace(finding, phrase=self.reading.original.text[span.start : span.end], span=span)

    def span(self, mentions: Sequence[Mention]) -> Span:
        """The place of the numbers, cut to the longest phrase that may be kept; the marks say where the others are."""
        whole = self.reading.clean.span(mentions[0].start, mentions[-1].end)
        return Span(whole.start, min(whole.end, whole.start + LONGEST_PHRASE))


def clause_before(passage: Passage, mention: Mention, marks: str = CLAUSE_MARKS) -> str:
    """What its clause says before a number, other numbers included."""
    before = passage.sentence.text[: mention.start - passage.sentence.start]
    return before[1 + max(before.rfind(mark) for mark in marks) :]


def item_before(passage: Passage, mention: Mention, marks: str = LIST_MARKS) -> str:
    """What stands between a number and the number or sign before it."""
    clause = clause_before(passage, mention, marks)
    earlier = max((each.end for each in passage.mentions if each.end <= mention.start), default=0)
    return clause[max(0, len(clause) - (mention.start - earlier)) :].strip()


def tells_parts(passage: Passage, following: Passage, among: tuple[str, ...]) -> bool:
    """Whether the next sentence begins with 其中 (or another of these words) right behind this one."""
    adjacent = following.sentence.start == passage.sentence.end
    return adjacent and following.sentence.text.lstrip().startswith(among)


def between(passage: Passage, first: Mention, second: Mention) -> str:
    """What stands between two numbers of a sentence."""
    return passage.sentence.text[first.end - passage.sentence.start : second.start - passage.sentence.start]


def words_behind(passage: Passage, mention: Mention) -> str:
    """What its clause says behind a number, where no other number follows in it: 4件因申请人撤回…"""
    behind = passage.sentence.text[mention.end - passage.sentence.start :]
    ends = [at for mark in LIST_MARKS + "()" if (at := behind.find(mark)) >= 0]
    clause = behind[: min(ends, default=len(behind))]
    next_number = min(
        (each.start for each in passage.mentions if each.start >= mention.end), default=passage.sentence.end
    )
    return clause[:_LONGEST_LABEL].strip() if next_number >= mention.end + len(clause) else ""


def as_printed(mention: Mention) -> Printed:
    """A number of the text in exact fractions."""
    upper = None if mention.high is None else Fraction(mention.high)
    bound = Bound.BETWEEN if upper is not None and mention.bound is Bound.EXACT else mention.bound
    return Printed(Fraction(mention.value), Fraction(printed_step(mention.text)), bound, upper=upper)


def is_count(mention: Mention) -> bool:
    """Whether it counts something, once and undamaged."""
    plain = not (mention.change or mention.corrupt or mention.previous) and mention.high is None
    plausible = mention.value < IMPLAUSIBLE and mention.value == mention.value.to_integral_value()
    return plain and plausible and mention.unit not in ("", "%")


def runs(passage: Passage) -> Iterator[list[Mention]]:
    """Neighbouring counts of one unit, in the order of the sentence."""
    run: list[Mention] = []
    for mention in passage.mentions:
        if is_count(mention) and (not run or run[-1].unit == mention.unit):
            run.append(mention)
            continue
        if len(run) > 1:
            yield run
        run = [mention] if is_count(mention) else []
    if len(run) > 1:
        yield run
