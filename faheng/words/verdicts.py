"""Verdicts as one official sentence with its reason, built from the cell that carries them.

Left out on purpose: judging. Which verdicts hold is decided in queries/; here they are only said.
"""

from __future__ import annotations

from faheng.words.catalogue import Words
from faheng.words.periods import cell_period_text, is_full_year
from faheng.words.protocols import Explained, Implied
from faheng.words.values import PERCENT, Amount, cell_value_text, interval_text, plain, points_text, units, value_text
from faheng.words.verdict_names import strictest_label, verdict_label, verdict_labels

__all__ = [
    "implied_sentence", "strictest_label", "verdict_label", "verdict_labels", "verdict_sentence", "verdict_sentences",
]  # fmt: skip

_STOPS = "。．. ；;"


def verdict_sentence(cell: Explained, say: Words, verdict: str = "") -> str:
    """The cell's strictest verdict, or the one asked for, with its reason. KeyError for an unknown one."""
    first = verdict or next(iter(cell.verdicts), "no_report")
    return {
        "compared": _compared,
        "other_definition": _other_definition,
        "other_level": _other_level,
        "other_period": _other_period,
        "bounded": _bounded,
        "derived": _derived,
        "implied": implied_sentence,
        "not_reported": _not_reported,
        "not_read": _not_read,
        "not_applicable": _not_applicable,
        "no_report": _no_report,
        "too_few": _too_few,
        "at_ceiling": _at_ceiling,
        "disputed": _disputed,
    }[first](cell, say)


def verdict_sentences(cell: Explained, say: Words) -> list[str]:
    """A sentence for every verdict that holds, strictest first."""
    return [verdict_sentence(cell, say, verdict) for verdict in cell.verdicts]


def _compared(cell: Explained, say: Words) -> str:
    period = cell_period_text(cell, say)
    return say("{period}: definition and period are those of the comparison.", period=period)


def _other_definition(cell: Explained, say: Words) -> str:
    reason, scope = cell.reason.rstrip(_STOPS), cell.scope_name
    if not cell.own_definition:
        source = cell.source_indicator
        if reason:
            return say("Shown is “{source}”: {reason}.", source=source, reason=reason)
        return say("Shown is “{source}”, defined otherwise; not compared.", source=source)
    if scope:
        return say("Its definition or scope is “{scope}”, not the indicator's own; not compared.", scope=scope)
    if reason:
        return say("Defined otherwise: {reason}.", reason=reason)
    return say("Defined otherwise; not compared.")


def _other_level(cell: Explained, say: Words) -> str:
    if cell.across_levels == "per_resident":
        return say("It is of another level of government than ours; compare it per 10,000 residents.")
    return say("It is of another level of government than ours, and is not compared across levels.")


def _other_period(cell: Explained, say: Words) -> str:
    kind, period = cell.period_kind, cell_period_text(cell, say)
    if kind == "multi_year":
        return say("It covers {period} together; not compared with single years.", period=period)
    if kind == "since":
        return say("It is accumulated over {period}; not compared with single years.", period=period)
    if kind == "as_of":
        return say("It holds for one day ({period}); not compared with figures of another day.", period=period)
    if is_full_year(cell.period_start, cell.period_end) or cell.period_end is None:
        return say("It is the figure of {period}, too old for this comparison.", period=period)
    return say("It covers only {period}, less than a year; not compared with full years.", period=period)


def _bounded(cell: Explained, say: Words) -> str:
    if cell.bound == "between":
        return say("The report gives a range: {value}.", value=cell_value_text(cell, say))
    unit = units()[cell.unit]
    stated = value_text(Amount(cell.value, unit, printed=cell.value_text), say)
    bound = cell.bound
    if bound == "at_least":
        return say("The report says only that it is at least {value}.", value=stated)
    if bound == "at_most":
        return say("The report says only that it is at most {value}.", value=stated)
    return say("The report gives a round figure: about {value}.", value=stated)


def _derived(cell: Explained, say: Words) -> str:
    above, below = cell.numerator, cell.denominator
    if above is None or below is None:
        return say("Derived from counts of the same report.")
    counts = {"numerator": plain(above, 0), "denominator": plain(below, 0)}
    return say("Derived from counts: {numerator}÷{denominator}.", **counts)


def implied_sentence(cell: Implied, say: Words) -> str:
    """That a later growth implies the value, and between which numbers."""
    value, low, high = cell.value, cell.value_low, cell.value_high
    if value is None and (low is None or high is None):
        return say("Implied by the growth that the next report states.")
    stated = cell_value_text(cell, say)
    if value is None or low is None or high is None or low == high:
        return say("Implied by the growth that the next report states: {value}.", value=stated)
    unit = units()[cell.unit]
    if unit.id == PERCENT and cell.change_unit == "points_or_percent":
        # "up by 30%" of a rate may mean points or a share: the second reading is the interval's other end
        other = value_text(Amount(high if value == low else low, unit, "about", decimals=0), say)
        return say(
            "Implied by the growth that the next report states: {value}; "
            "{other} if that growth is not meant in percentage points.",
            value=stated, other=other,
        )  # fmt: skip
    interval = interval_text(low, high, unit, say)
    return say(
        "Implied by the growth that the next report states: {value}, between {interval}.",
        value=stated, interval=interval,
    )  # fmt: skip


def _awaiting(cell: Explained, say: Words) -> str:
    """Of an empty cell whose report does give a figure."""
    return say(
        "The report for {year} gives a figure, but it is damaged or awaits a person's decision; it is not used.",
        year=cell.year,
    )


def _not_reported(cell: Explained, say: Words) -> str:
    if cell.proposed_observation_id:
        return _awaiting(cell, say)
    if cell.year is None:
        return say("The reports held do not state it.")
    return {
        "article": say("The article held for {year}, not an annual report, does not state it.", year=cell.year),
        "work_report": say(
            "The government work report on {year}, not an annual report, does not state it.", year=cell.year
        ),
        "disclosure_report": say(
            "The report on open government information of {year}, not an annual report on law-based government, "
            "does not state it.",
            year=cell.year,
        ),
        "white_paper": say("The white paper on {year}, not an annual report, does not state it.", year=cell.year),
        "statistics": say("The statistics for {year}, not an annual report, do not state it.", year=cell.year),
        "news": say("The news held for {year}, not an annual report, does not state it.", year=cell.year),
    }.get(cell.report_kind, say("The report for {year} does not state it.", year=cell.year))


def _not_read(cell: Explained, say: Words) -> str:
    if cell.proposed_observation_id:
        return _awaiting(cell, say)
    if cell.year is None:
        return say("The reports held were read for other indicators only.")
    return say("The report for {year} was read for some indicators only, not for this.", year=cell.year)


def _not_applicable(cell: Explained, say: Words) -> str:
    reason = cell.reason.rstrip(_STOPS)
    if reason:
        return say("{reason}: does not apply.", reason=reason)
    return say("Governments of this level have no such duty: does not apply.")


def _no_report(cell: Explained, say: Words) -> str:
    if cell.year is None:
        return say("No report of this locality is held yet.")
    return say("No report of this locality for {year} is held yet.", year=cell.year)


def _too_few(cell: Explained, say: Words) -> str:
    below = cell.denominator
    if below is None or below <= 0:
        return say("So few cases that one more or less changes the picture.")
    step = points_text(100 / below, say)
    return say("Out of only {n}: one case more or less moves it by {step}.", n=plain(below, 0), step=step)


def _at_ceiling(cell: Explained, say: Words) -> str:
    value = cell.value
    if value is None:
        return say("It has reached its ceiling: later years cannot show a rise.")
    return say("It has reached {value}: later years cannot show a rise.", value=cell_value_text(cell, say))


def _disputed(cell: Explained, say: Words) -> str:
    doubt = cell.doubt.rstrip(_STOPS)
    if doubt:
        return say("In doubt: {doubt}.", doubt=doubt)
    return say("In doubt: a check did not hold; see the evidence.")
