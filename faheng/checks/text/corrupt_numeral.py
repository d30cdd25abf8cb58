"""Check 10: numerals that look damaged: years grown into a count (20192020172件), a percentage into the next number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from faheng.checks.figures.labels import Explain, count_text
from faheng.checks.figures.report import Judgement
from faheng.checks.text.checked_text import CheckedText
from faheng.model import Check, CheckName, Finding, Role, Severity
from faheng.reading.figures.assemble import likeliest
from faheng.reading.flow import Passage
from faheng.reading.mentions.mention import Mention
from faheng.words.catalogue import Words

CORRUPT_NUMERAL = Check(
    CheckName("corrupt_numeral"),
    lambda say: say("Damaged numerals"),
    lambda say: say("Numerals that conversion grew together or tore apart are never read silently."),
    drawn=False,
)


def corrupt_numerals(text: CheckedText) -> Iterator[Finding]:
    """One finding for each damaged numeral, and one for two that grew together."""
    for passage in text.results:
        pending = with_commas([mention for mention in passage.mentions if mention.corrupt], passage)
        while pending:
            mention = pending.pop(0)
            if pending and pending[0].start == mention.end:
                yield grown_together(mention, pending.pop(0), passage, text)
            else:
                yield damaged(mention, passage, text)


def with_commas(mentions: list[Mention], passage: Passage) -> list[Mention]:
    """The damaged numerals, those that a comma alone parts as one: 1,23,456 is one number in groups of no known size.

    Its value is that of all its digits, also where one of them is printed as a letter (2,3l6).
    """
    joined: list[Mention] = []
    for mention in mentions:
        before = joined[-1] if joined else None
        if before is None or not is_grouped(before, mention, passage):
            joined.append(mention)
            continue
        joined[-1] = replace(
            mention, start=before.start, number_start=before.number_start, text=f"{before.text},{mention.text}",
            value=Decimal(digits(before) + digits(mention)),
        )  # fmt: skip
    return joined


def digits(mention: Mention) -> str:
    """The digits of a numeral; where a letter is printed for one, those of its value."""
    plain = mention.text.replace(",", "")
    return plain if plain.isdecimal() else str(mention.value).zfill(len(plain))


def is_grouped(before: Mention, mention: Mention, passage: Passage) -> bool:
    """Whether two numerals stand with nothing but a comma between them, in which a letter may stand for a digit."""
    start = passage.sentence.start
    between = passage.sentence.text[before.end - start : mention.number_start - start]
    return between == "," and (before.text + mention.text).replace(",", "").isalnum()


def grown_together(first: Mention, second: Mention, passage: Passage, text: CheckedText) -> Finding:
    """13%64项: what stood between two numbers is lost, both can still be read."""
    return printed(Severity.NOTE, [first, second], passage, text, lambda say: say(
        "The sign between {first} and {second} is lost; they are read as two numbers.",
        first=first.text + first.unit, second=second.text + second.unit,
    ))  # fmt: skip


def damaged(mention: Mention, passage: Passage, text: CheckedText) -> Finding:
    """A numeral of which perhaps the end can be read."""
    reading = likeliest(mention)

    def explain(say: Words) -> str:
        if reading is None or reading == mention.value:
            return say("The numeral {numeral} looks damaged; a person must decide what it says.", numeral=mention.text)
        return say(
            "The numeral {numeral} looks damaged: years seem to have grown into it, and {n} is the likeliest reading;"
            " a person must decide.",
            numeral=mention.text, n=count_text(reading),
        )  # fmt: skip

    return printed(Severity.DOUBTFUL, [mention], passage, text, explain)


def printed(
    severity: Severity, mentions: list[Mention], passage: Passage, text: CheckedText, explain: Explain
) -> Finding:
    """The finding with the numerals as printed."""
    readings = [str(likeliest(mention) or "?") for mention in mentions]
    stated = "".join(mention.text + (mention.unit if mention.unit == "%" else "") for mention in mentions)
    marks = [text.mark(passage, mention, Role.STATED) for mention in mentions]
    judgement = Judgement(CORRUPT_NUMERAL, severity, explain, stated, ", ".join(readings), marks)
    return text.finding(judgement, mentions)
