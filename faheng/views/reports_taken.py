"""What an imported report was taken for, in words, each with the words of the report that say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from faheng.intake.state import ReportState
from faheng.views.cached import records
from faheng.views.view import NamedPlace, View
from faheng.words.periods import period_text
from faheng.words.reports import kind_text

__all__ = ["place_name", "taken_facts"]

LONGEST = 16


def place_name(code: str | None, language: str) -> str:
    """The place after the city that it lies in; its own where the store has no such place, "" where none is known."""
    if not code:
        return ""
    found = records(NamedPlace, "pages/filters__place", code=code, language=language)
    # A zone that somebody added is named by its code until it is published.
    return found[0].name if found else code.partition("-")[2] or code


def taken_facts(state: ReportState, view: View) -> Iterator[str]:
    """Place, publisher, period and kind."""
    say, about = view.say, state.about
    period = period_text("multi_year", about.period_start, about.period_end, about.period_basis, say)
    told = (
        (("locality_code",), place_name(about.locality_code, view.language)),
        (("publisher",), about.publisher or ""),
        (("period_end", "period_start"), period if about.period_end else ""),
        (("kind",), kind_text(about.kind, say) if about.kind else ""),
    )
    for fields, value in told:
        yield _with_words(value, state, fields, view) if value else say("not recognised")


def _with_words(value: str, state: ReportState, fields: Sequence[str], view: View) -> str:
    """The value with the words that say it, and a word where a person settled one of its fields."""
    say = view.say
    if not state.settled.isdisjoint(fields):
        return say("{value} (settled)", value=value)
    # What says the year says the period too.
    named = (*fields, "year") if "period_end" in fields else fields
    said = " ".join(next(filter(None, map(state.said.get, named)), "").split())
    if not said or said == value:
        return value
    return say("{value} “{words}”", value=value, words=said if len(said) <= LONGEST else said[: LONGEST - 1] + "…")
