"""The sentence above a distribution: where our place stands among many, or where the many stand without it."""

from __future__ import annotations

from faheng.charts.spread import amount_text
from faheng.charts.spread_of import Spread, quartiles_of
from faheng.charts.standing import apart_from, rank_phrase
from faheng.words.catalogue import Words
from faheng.words.periods import cell_period_text, within_brackets
from faheng.words.values import cell_value_text
from faheng.words.verdicts import verdict_sentence

__all__ = ["spread_sentence", "spread_titles"]


def spread_sentence(shown: Spread, say: Words) -> str:
    """Rank, distance from the median and quarter of our place; else why it has none, and how the others lie."""
    if shown.own_value is None:
        return say.pick("", " ").join((_why_not_ours(shown, say), _in_general(shown, say)))
    own = shown.own
    period = within_brackets(cell_period_text(own, say), say)
    told = (
        say(
            "{locality} {value} ({period})",
            locality=own.locality,
            value=cell_value_text(own, say, told=True),
            period=period,
        ),
        _rank(shown, say),
        _from_median(shown, say),
        _quarter(shown, say),
    )
    return say("{statement}.", statement=say("; ").join(filter(None, told)))


def spread_titles(shown: Spread, say: Words) -> tuple[str, ...]:
    """Our value and in which part of the distribution it lies, as titles, the fullest first.

    () where it is not among the others.
    """
    own, held, quartiles = shown.own, shown.own_value, quartiles_of(shown.numbers)
    if held is None or quartiles.lower == quartiles.upper:
        return ()
    named = {"indicator": own.indicator, "value": cell_value_text(own, say, told=True)}
    bare = named | {"value": cell_value_text(own, say, with_unit=False)}
    if held.value > quartiles.upper:
        return (
            say("{indicator} {value}, in the highest quarter", **named),
            say("{indicator} {value}, highest quarter", **bare),
        )
    if held.value < quartiles.lower:
        return (
            say("{indicator} {value}, in the lowest quarter", **named),
            say("{indicator} {value}, lowest quarter", **bare),
        )
    return say("{indicator} {value}, in the middle half", **named), say("{indicator} {value}, middle half", **bare)


def _from_median(shown: Spread, say: Words) -> str:
    """How far our value is from the median; "" where all values are one."""
    median = round(quartiles_of(shown.numbers).median, 1 if shown.rate else 2)
    if shown.numbers[0] == shown.numbers[-1]:
        return ""
    return apart_from(shown.own, median, say("the median"), say) or say("equal to the median")


def _rank(shown: Spread, say: Words) -> str:
    """The rank; where all values are one, that alone."""
    if shown.numbers[0] == shown.numbers[-1]:
        return say("all {n} comparable places have the same value", n=len(shown.values))
    return rank_phrase(shown.rank, shown.own.better, say)


def _quarter(shown: Spread, say: Words) -> str:
    """Whether our value lies in the middle half; "" where the half has no width."""
    quartiles, own = quartiles_of(shown.numbers), shown.own_value
    if own is None or quartiles.lower == quartiles.upper:
        return ""
    low, high = (amount_text(end, shown, say) for end in (quartiles.lower, quartiles.upper))
    if own.value < quartiles.lower:
        return say("in the lowest quarter, below {low}", low=low)
    if own.value > quartiles.upper:
        return say("in the highest quarter, above {high}", high=high)
    return say("within the middle half, from {low} to {high}", low=low, high=high)


def _why_not_ours(shown: Spread, say: Words) -> str:
    own = shown.own
    reason = verdict_sentence(own, say)
    if not own.drawable:
        return say("{locality}: {reason}", locality=own.locality, reason=reason)
    return say(
        "{locality} {value}: {reason}", locality=own.locality, value=cell_value_text(own, say, told=True), reason=reason
    )


def _in_general(shown: Spread, say: Words) -> str:
    quartiles = quartiles_of(shown.numbers)
    median, low, high = (amount_text(each, shown, say) for each in (quartiles.median, quartiles.lower, quartiles.upper))
    if shown.numbers[0] == shown.numbers[-1]:
        return say("Each of the {n} comparable localities has {value}.", n=len(shown.values), value=median)
    return say(
        "Of {n} comparable places the median is {median}; the middle half lies from {low} to {high}.",
        n=len(shown.values), median=median, low=low, high=high,
    )  # fmt: skip
