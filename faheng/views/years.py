"""The year in which most of the places shown can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from faheng.views.cached import records
from faheng.views.selection import Which
from faheng.views.view import View

__all__ = ["LEAST_COMPARABLE", "ComparableYear", "YearHeld", "in_comparable_year", "indicators_by_year"]

# Fewer than three places are no comparison: then each shows its latest value.
LEAST_COMPARABLE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparableYear:
    """The year in which most of some places are comparable, and how many are (filters__comparable_year).

    differ: each place's latest would be of another. without_ours: ours has figures, none of them comparable then.
    """

    year: int
    places: int
    differ: bool
    without_ours: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class YearHeld:
    """A year, and of how many indicators a place states something in it (shared__years)."""

    year: int
    indicators: int


def indicators_by_year(place: str) -> dict[int, int]:
    """The years of which a place states something, the newest first, with how many indicators each."""
    found = records(YearHeld, "pages/shared__years", locality=place)
    return {each.year: each.indicators for each in reversed(found)}


def in_comparable_year(view: View, indicators: Sequence[str], default: Which = "latest") -> View:
    """The view of the year in which most places are comparable, where the address or the page asks for that.

    default: what the page shows where the address says nothing; a year that would leave our figures out it shows only
    when it is asked for. Where the latest values are of one year anyhow, or too few places are comparable in any year,
    each place shows its latest; the second is said.
    """
    if view.selection.years or (view.selection.which or default) != "most":
        return view
    say, least = view.say, min(LEAST_COMPARABLE, len(view.places))
    found = records(
        ComparableYear, "pages/filters__comparable_year",
        localities=list(view.places), indicators=list(indicators), least=least,
    )  # fmt: skip
    best = next(iter(found), None)
    if best is None or not best.differ or (best.without_ours and not view.selection.which):
        return view
    if best.places < least:
        note = say("Of each place the latest value: in no year can {n} of these places be compared.", n=least)
        return replace(view, year_note=note)
    note = say(
        "Values of {year}, the year in which most of these places can be compared ({n} of {all}).",
        year=best.year, n=best.places, all=len(view.places),
    )  # fmt: skip
    return replace(view, selection=replace(view.selection, years=(best.year, best.year), which=""), year_note=note)
