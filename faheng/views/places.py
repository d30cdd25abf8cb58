"""The places of the country as a reader finds one: by name, by a name of before, by pinyin, initials or code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from faheng.model import Level
from faheng.views.cached import column, records
from faheng.words.catalogue import Words
from faheng.words.options import option_text

__all__ = [
    "FoundPlace",
    "OtherPlace",
    "chosen_label",
    "find_places",
    "found_place",
    "instead_of",
    "meant_place",
    "place_label",
    "place_text",
    "today_code",
]

_DOT = " · "
# More than one exact name is too many: so many hits tell.
_ENOUGH = 20
_MOST_INSTEAD = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPlace:
    """A place that the filter bar offers (filters__localities).

    region: what contains it, in one word. former: the name of before by which it was found. ended: the year in which it
    ended. search: initials and letters of its names.
    """

    code: str
    name: str
    short: str
    level: Level
    province: str
    region: str
    former: str
    ended: int | None
    search: str
    has_reports: bool
    reports: int
    comparable: int
    first_year: int | None
    last_year: int | None

    @property
    def initials(self) -> str:
        """The initials of the full name, which begin with those of the short one."""
        first, *others = self.search.split() or [""]
        return others[0] if others and others[0].startswith(first) and len(others[0]) <= len(self.name) else first


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPlace:
    """A place to look at instead of one without a report (filters__instead). followed: the other's area went to it."""

    code: str
    name: str
    followed: bool
    ended: int | None


def find_places(
    text: str, language: str, *, province: str | None = None, level: str | None = None, limit: int
) -> tuple[FoundPlace, ...]:
    """The places that a text finds, best first; with an empty text those that have reports.

    At most `limit`; with an empty text and a level all places of it.
    """
    return records(
        FoundPlace, "pages/filters__localities",
        text=text.strip().lower() or None, province=province, level=level, limit=limit, language=language,
        only_reports=not text.strip() and level != Level.PROVINCE,
    )  # fmt: skip


def found_place(code: str, language: str) -> FoundPlace | None:
    """The place of this code; None where there is none."""
    return next(iter(records(FoundPlace, "pages/filters__found", code=code, language=language)), None)


def meant_place(text: str, language: str) -> str:
    """The code of the one place that a text can mean; "" where it is none or may be several."""
    hits = find_places(text, language, limit=_ENOUGH)
    wanted = text.strip().lower()
    exact = [hit for hit in hits if wanted in {hit.code, hit.name.lower(), hit.short.lower(), hit.former}]
    chosen = hits if len(hits) == 1 else exact
    return chosen[0].code if len(chosen) == 1 else ""


def place_text(place: FoundPlace, say: Words) -> str:
    """The place with where it lies and what is held of it."""
    return _DOT.join(filter(None, (_name(place, say), place.region, _held(place, say))))


def place_label(place: FoundPlace, say: Words) -> str:
    """The text with what one types to find it, as an entry of a list."""
    return option_text(place_text(place, say), place.initials)


def chosen_label(place: FoundPlace, say: Words) -> str:
    """As an entry of a place that is chosen: it and where it lies, short enough to be read whole in the box."""
    return option_text(_DOT.join(filter(None, (_name(place, say), place.region))), place.initials)


def instead_of(code: str, language: str) -> Sequence[OtherPlace]:
    """What to look at instead of a place without a report; nothing where one is held."""
    return records(OtherPlace, "pages/filters__instead", locality=code, limit=_MOST_INSTEAD, language=language)


def today_code(code: str) -> str:
    """The code that a place of an old address has today; the code itself where nothing is known of it."""
    known: Sequence[str] = column("pages/filters__alias", alias=code)
    return known[0] if known else code


def _name(place: FoundPlace, say: Words) -> str:
    if place.ended is not None:
        return say("{place} (until {year})", place=place.name, year=place.ended)
    return say("{place} (formerly {name})", place=place.name, name=place.former) if place.former else place.name


def _held(place: FoundPlace, say: Words) -> str:
    """How many reports are held, of which years, and how many indicators compare."""
    if not place.reports:
        return say("no report yet")
    first, last = place.first_year, place.last_year
    years = str(last) if first == last else say("{low}–{high}", low=first, high=last)
    held = say.count("one report, {years}", "{n} reports, {years}", place.reports, years=years)
    return _DOT.join((held, *([say("{n} comparable", n=place.comparable)] if place.comparable else [])))
