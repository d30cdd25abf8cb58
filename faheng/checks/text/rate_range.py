"""Check 8 on the text: a rate above 100 per cent, which is never read as an observation; a reader should know why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from faheng.checks.figures.labels import exact_text
from faheng.checks.figures.report import Judgement
from faheng.checks.text.checked_text import CheckedText
from faheng.model import Check, CheckName, Finding, Mark, Role, Severity
from faheng.model.printed import HUNDRED
from faheng.reading.figures.link import links
from faheng.words.catalogue import Words
from faheng.words.values import PERCENT

RANGE = Check(
    CheckName("range"),
    lambda say: say("Possible range"),
    lambda say: say("No rate exceeds 100%, no count is below zero."),
)


def rates_above_hundred(text: CheckedText) -> Iterator[Finding]:
    """One finding for each share of the catalogue that the text puts above its whole."""
    for passage in text.results:
        if not any(each.unit == "%" and each.value > HUNDRED and not each.change for each in passage.mentions):
            continue
        for link in links(passage.sentence, passage.mentions, text.reading.own, text.reading.lexicon.figures):
            about, mention = text.report.catalogue.indicators[link.wording.indicator_id], link.mention
            if about.unit != PERCENT or mention.value <= HUNDRED or mention.change:
                continue

            def explain(
                say: Words, name: tuple[str, str] = (about.name_zh, about.name_en), value: str = mention.text
            ) -> str:
                return say("{name} is given as {value}%: more than all.", name=say.pick(*name), value=value)

            number = exact_text(Fraction(mention.value))
            stated = Mark(
                Role.STATED, about.name_zh, about.name_en, number, PERCENT, mention.bound, text.numeral(mention)
            )
            judgement = Judgement(RANGE, Severity.CONTRADICTION, explain, f"{mention.text}%", "<=100%", [stated])
            yield replace(text.finding(judgement, [mention]), indicators=(about.id,))
