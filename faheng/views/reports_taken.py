"""What an imported report was taken for, in words, each with the words of the report that say so."""

from __future__ import annotations

from collections.abc import Iterator

from faheng.intake.state import ReportState
from faheng.views.cached import records
from faheng.views.view import NamedPlace, View
from faheng.words.reports import kind_text

__all__ = ["place_name", "taken_facts"]

LONGEST = 24


def place_name(code: str | None, language: str) -> str:
    """The place after the city that it lies in; its own where the store has no such place, "" where none is known."""
    if not code:
        return ""
    found = records(NamedPlace, "pages/filters__place", code=code, language=language)
    # A zone that somebody added is named by its code until it is published.
    return found[0].name if found else code.partition("-")[2] or code


def taken_facts(state: ReportState, view: View) -> Iterator[str]:
    """Place, year and kind."""
    say, about = view.say, state.about
    unknown = say("not recognised")
    year = say("{year}", year=about.period_end.year) if about.period_end else unknown
    place = place_name(about.locality_code, view.language) or unknown
    kind = kind_text(about.kind, say) if about.kind else unknown
    for field, value in (("locality_code", place), ("period_end", year), ("kind", kind)):
        yield _with_words(value, state, field, view)


def _with_words(value: str, state: ReportState, field: str, view: View) -> str:
    """The value with the words that say it, and a word where a person settled it."""
    say = view.say
    if field in state.settled:
        return say("{value} (settled)", value=value)
    said = " ".join((state.said.get(field) or state.said.get("year" if field == "period_end" else "") or "").split())
    if not said or said == value:
        return value
    return say("{value} “{words}”", value=value, words=said if len(said) <= LONGEST else said[: LONGEST - 1] + "…")
