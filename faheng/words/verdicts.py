"""Verdicts as one official sentence with its reason, built from the row that carries them.

Left out on purpose: judging. Which verdicts hold is decided in queries/; here they are only said.
"""

from __future__ import annotations

from faheng.words.catalogue import Words
from faheng.words.periods import is_full_year, row_period_text
from faheng.words.rows import Row, is_missing, is_own_definition, number_of, text_of, verdicts_of
from faheng.words.values import PERCENT, interval_text, plain, points_text, row_value_text, units, value_text
from faheng.words.verdict_names import strictest_label, verdict_label, verdict_labels

__all__ = ["strictest_label", "verdict_label", "verdict_labels", "verdict_sentence", "verdict_sentences"]

_STOPS = "。．. ；;"


def verdict_sentence(row: Row, say: Words, verdict: str = "") -> str:
    """The cell's strictest verdict, or the one asked for, with its reason. KeyError for an unknown one."""
    first = verdict or next(iter(verdicts_of(row)), "no_report")
    return {
        "compared": _compared,
        "other_definition": _other_definition,
        "other_level": _other_level,
        "other_period": _other_period,
        "bounded": _bounded,
        "derived": _derived,
        "implied": _implied,
        "not_reported": _not_reported,
        "not_read": _not_read,
        "not_applicable": _not_applicable,
        "no_report": _no_report,
        "too_few": _too_few,
        "at_ceiling": _at_ceiling,
        "disputed": _disputed,
    }[first](row, say)


def verdict_sentences(row: Row, say: Words) -> list[str]:
    """A sentence for every verdict that holds, strictest first."""
    return [verdict_sentence(row, say, verdict) for verdict in verdicts_of(row)]


def _compared(row: Row, say: Words) -> str:
    period = row_period_text(row, say)
    return say("{period}: definition and period are those of the comparison.", period=period)


def _other_definition(row: Row, say: Words) -> str:
    reason, scope = text_of(row, "reason").rstrip(_STOPS), text_of(row, "scope_name")
    if not is_own_definition(row):
        source = text_of(row, "source_indicator")
        if reason:
            return say("Shown is “{source}”: {reason}.", source=source, reason=reason)
        return say("Shown is “{source}”, defined otherwise; not compared.", source=source)
    if scope:
        return say("Its definition or scope is “{scope}”, not the indicator's own; not compared.", scope=scope)
    if reason:
        return say("Defined otherwise: {reason}.", reason=reason)
    return say("Defined otherwise; not compared.")


def _other_level(row: Row, say: Words) -> str:
    if text_of(row, "across_levels") == "per_resident":
        return say("It is of another level of government than ours; compare it per 10,000 residents.")
    return say("It is of another level of government than ours, and is not compared across levels.")


def _other_period(row: Row, say: Words) -> str:
    kind, period = text_of(row, "period_kind"), row_period_text(row, say)
    if kind == "multi_year":
        return say("It covers {period} together; not compared with single years.", period=period)
    if kind == "since":
        return say("It is accumulated over {period}; not compared with single years.", period=period)
    if kind == "as_of":
        return say("It stands {period}; not compared with figures of another day.", period=period)
    if is_full_year(row.get("period_start"), row.get("period_end")) or is_missing(row.get("period_end")):
        return say("It is the figure of {period}, too old for this comparison.", period=period)
    return say("It covers only {period}, less than a year; not compared with full years.", period=period)


def _bounded(row: Row, say: Words) -> str:
    unit = units()[text_of(row, "unit")]
    stated = value_text(number_of(row, "value"), unit, "exact", say, printed=text_of(row, "value_text"))
    bound = text_of(row, "bound")
    if bound == "at_least":
        return say("The report says only that it is at least {value}.", value=stated)
    if bound == "at_most":
        return say("The report says only that it is at most {value}.", value=stated)
    return say("The report gives a round figure: about {value}.", value=stated)


def _derived(row: Row, say: Words) -> str:
    above, below = number_of(row, "numerator"), number_of(row, "denominator")
    if above is None or below is None:
        return say("Derived from counts of the same report.")
    counts = {"numerator": plain(above, 0), "denominator": plain(below, 0)}
    return say("Derived from counts: {numerator}÷{denominator}.", **counts)


def _implied(row: Row, say: Words) -> str:
    value, low, high = (number_of(row, field) for field in ("value", "value_low", "value_high"))
    if value is None and (low is None or high is None):
        return say("Implied by the growth that the next report states.")
    stated = row_value_text(row, say)
    if value is None or low is None or high is None or low == high:
        return say("Implied by the growth that the next report states: {value}.", value=stated)
    unit = units()[text_of(row, "unit")]
    if unit.id == PERCENT and text_of(row, "change_unit") == "points_or_percent":
        # "up by 30%" of a rate may mean points or a share: the second reading is the interval's other end
        other = value_text(high if value == low else low, unit, "about", say, decimals=0)
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


def _awaiting(row: Row, say: Words) -> str:
    """Of an empty cell whose report does give a figure."""
    return say(
        "The report for {year} gives a figure, but it is damaged or awaits a person's decision; it is not used.",
        year=int(row.get("year")),
    )


def _not_reported(row: Row, say: Words) -> str:
    if text_of(row, "proposed_observation_id"):
        return _awaiting(row, say)
    if is_missing(row.get("year")):
        return say("The reports held do not state it.")
    year = int(row.get("year"))
    return {
        "article": say("The article held for {year}, not an annual report, does not state it.", year=year),
        "work_report": say("The government work report on {year}, not an annual report, does not state it.", year=year),
    }.get(text_of(row, "report_kind"), say("The report for {year} does not state it.", year=year))


def _not_read(row: Row, say: Words) -> str:
    if text_of(row, "proposed_observation_id"):
        return _awaiting(row, say)
    if is_missing(row.get("year")):
        return say("The reports held were read for other indicators only.")
    return say("The report for {year} was read for some indicators only, not for this.", year=int(row.get("year")))


def _not_applicable(row: Row, say: Words) -> str:
    reason = text_of(row, "reason").rstrip(_STOPS)
    if reason:
        return say("{reason}: does not apply.", reason=reason)
    return say("Governments of this level have no such duty: does not apply.")


def _no_report(row: Row, say: Words) -> str:
    if is_missing(row.get("year")):
        return say("No report of this locality is held yet.")
    return say("No report of this locality for {year} is held yet.", year=int(row.get("year")))


def _too_few(row: Row, say: Words) -> str:
    below = number_of(row, "denominator")
    if below is None or below <= 0:
        return say("So few cases that one more or less changes the picture.")
    step = points_text(100 / below, say)
    return say("Out of only {n}: one case more or less moves it by {step}.", n=plain(below, 0), step=step)


def _at_ceiling(row: Row, say: Words) -> str:
    value = number_of(row, "value")
    if value is None:
        return say("It has reached its ceiling: later years cannot show a rise.")
    return say("It has reached {value}: later years cannot show a rise.", value=row_value_text(row, say))


def _disputed(row: Row, say: Words) -> str:
    doubt = text_of(row, "doubt").rstrip(_STOPS)
    if doubt:
        return say("In doubt: {doubt}.", doubt=doubt)
    return say("In doubt: a check did not hold; see the evidence.")
