"""A draft's review in words: the remarks of its Word file, and its figures as a table."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from faheng.checks.called import check_text
from faheng.intake.commented import Remark
from faheng.views.draft import DraftFigure, DraftReview, Omission, ToMend
from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.findings import severity_text
from faheng.words.periods import cell_period_text
from faheng.words.values import cell_value_text
from faheng.words.verdict_names import verdict_label, verdict_labels

__all__ = ["checked_text", "figures_table", "omission_text", "remarks", "verdict_text"]


def remarks(review: DraftReview, view: View) -> Iterator[Remark]:
    """What the Word file says at the margin: each thing to mend at its place, what is left out at the beginning."""
    say = view.say
    for each in (*review.must, *review.ask, *review.notes):
        yield Remark(remark_text(each, say), each.span)
    if review.omissions:
        head = say("Perhaps left out: the report before or most places of this level state it, this draft does not")
        yield Remark("\n".join((head, *(omission_text(each, say) for each in review.omissions))))


def remark_text(each: ToMend, say: Words) -> str:
    """A thing to mend in one line, with its number on the page."""
    finding = each.finding
    head = say("{n}. {severity} · {check}", n=each.number, severity=severity_text(finding.severity, say),
               check=check_text(finding.check, say))  # fmt: skip
    return head + "\n" + say.pick(finding.explanation_zh, finding.explanation_en)


def omission_text(each: Omission, say: Words) -> str:
    """What the draft does not state and others do, in one sentence."""
    if each.before is not None and each.usual is not None:
        return say(
            "{indicator}: not stated here; the report of {year} said {value}, and {n} of {all} places of this level"
            " state it.",
            indicator=each.indicator, year=each.before.year, value=cell_value_text(each.before, say, told=True),
            n=each.usual.places, all=each.usual.of_places,
        )  # fmt: skip
    if each.before is not None:
        return say(
            "{indicator}: not stated here; the report of {year} said {value}.",
            indicator=each.indicator, year=each.before.year, value=cell_value_text(each.before, say, told=True),
        )  # fmt: skip
    if each.usual is None:
        raise ValueError("an omission is one beside something")
    return say(
        "{indicator}: not stated here; {n} of {all} places of this level state it.",
        indicator=each.indicator, n=each.usual.places, all=each.usual.of_places,
    )  # fmt: skip


def figures_table(review: DraftReview, view: View) -> pd.DataFrame:
    """Every figure in words, for its CSV."""
    say, figures = view.say, review.figures
    return pd.DataFrame(
        {
            say("Indicator"): [each.indicator for each in figures],
            say("Value"): [cell_value_text(each, say) for each in figures],
            say("The report before"): [before_text(each, say) for each in figures],
            say("Period"): [cell_period_text(each, say) for each in figures],
            say("Verdict"): [verdict_text(each, say) for each in figures],
            say("Checks"): [checked_text(each, say) for each in figures],
            say("Phrase"): [each.phrase for each in figures],
        }
    )


def before_text(figure: DraftFigure, say: Words) -> str:
    """What the report before said; "" where it said nothing."""
    return "" if figure.before is None else cell_value_text(figure.before, say)


def verdict_text(figure: DraftFigure, say: Words) -> str:
    """What the dashboard will say of the figure once it is published."""
    return verdict_labels(figure, say) or verdict_label("compared", say)


def checked_text(figure: DraftFigure, say: Words) -> str:
    """What the checks say of the figure, in a word."""
    return severity_text(figure.severity, say) if figure.severity else say("nothing to hold it against")
