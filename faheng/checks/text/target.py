"""Check 11: targets and plans. What the text sets as an aim is no result; the reader should know that it was seen.

A figure that an observation takes from such a place was taken for a result and is doubtful. Indicators are found by the
same wordings as results, with the words of aiming (data/wording/targets.csv) blanked out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from faheng.checks.figures.labels import exact_text
from faheng.checks.figures.report import IMPLAUSIBLE, Judgement
from faheng.checks.text.checked_text import LONGEST_PHRASE, CheckedText, as_printed
from faheng.model import Check, CheckName, Finding, Indicator, Mark, Role, Severity
from faheng.reading.figures.assemble import possible
from faheng.reading.figures.link import Link, is_target, links
from faheng.reading.flow import RESULTS, Passage
from faheng.reading.sentences.split import Sentence
from faheng.words.catalogue import Words
from faheng.words.values import Amount, units, value_text

TARGET = Check(
    CheckName("target"),
    lambda say: say("Targets and plans"),
    lambda say: say("A target or plan is not taken for a result."),
    drawn=False,
)

PLAN = "plan"


def targets(text: CheckedText) -> Iterator[Finding]:
    """One finding for each figure of an indicator that stands in a plan or behind a word of aiming."""
    lexicon = text.reading.lexicon.figures
    pattern, aims = lexicon.aims.aims, lexicon.aims.aiming
    for passage in text.reading.passages:
        planned = passage.sentence.section.role == PLAN
        aimed = passage.sentence.section.role == RESULTS and any(
            word in aims for word in pattern.findall(passage.sentence.text)
        )
        if not (planned or aimed):
            continue
        for link in links(blanked(passage, pattern), passage.mentions, text.reading.own, lexicon):
            before = passage.sentence.text[: link.mention.number_start - passage.sentence.start]
            about = text.report.catalogue.indicators[link.wording.indicator_id]
            level = not link.mention.change and link.mention.value < IMPLAUSIBLE and possible(link.mention.value, about)
            if level and (planned or is_target(before, lexicon.aims)):
                yield aimed_at(link, about, passage.sentence.start, text)


def blanked(passage: Passage, pattern: re.Pattern[str]) -> Sentence:
    """The sentence with the words of aiming made unreadable, so that only the wordings of indicators are found."""
    return replace(passage.sentence, text=pattern.sub(lambda match: "·" * len(match[0]), passage.sentence.text))


def aimed_at(link: Link, about: Indicator, start: int, text: CheckedText) -> Finding:
    """A note; doubtful where an observation rests on the same numeral. start: of the sentence in the clean text."""
    mention = link.mention
    taken = [figure for figure in text.figures_at([mention]) if figure.indicator_id == about.id]

    def explain(say: Words) -> str:
        name = say.pick(about.name_zh, about.name_en)
        value = value_text(Amount(mention.value, units()[about.unit], mention.bound, printed=mention.text), say)
        if taken:
            return say("{name} {value} is a target or a plan and was taken for a result.", name=name, value=value)
        return say("{name} {value} is a target or a plan; it is not taken for a result.", name=name, value=value)

    stated = Mark(
        Role.STATED, about.name_zh, about.name_en, exact_text(as_printed(mention).value), about.unit, mention.bound,
        text.numeral(mention),
    )  # fmt: skip
    numeral = mention.text + ("%" if mention.unit == "%" else "")
    severity = Severity.DOUBTFUL if taken else Severity.NOTE
    finding = text.finding(Judgement(TARGET, severity, explain, numeral, "", [stated]), [mention], taken)
    first, last = min(link.from_ + start, mention.start), max(link.to + start, mention.end)
    span = text.reading.clean.span(first, last)
    if span.end - span.start <= LONGEST_PHRASE:
        finding = text.placed(finding, span)
    return finding if taken else replace(finding, indicators=(about.id,))
