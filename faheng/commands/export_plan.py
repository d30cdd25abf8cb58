"""The briefing that the options of `faheng export` ask for: a saved one, views by their addresses, or the headlines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import click

from faheng.briefing.contents import Briefing
from faheng.briefing.made_briefing import briefing_of
from faheng.briefing.plan import PAGES, BriefingPlan, PlannedView
from faheng.briefing.plan_text import LARGEST, plan_of, plan_of_file, plan_text
from faheng.briefing.public_address import public_address
from faheng.commands.export_options import content_of
from faheng.errors import PlanFault, StoreMissing, UnknownPlace
from faheng.views.cached import column, records
from faheng.views.selection import Language
from faheng.views.view import example
from faheng.words.catalogue import Words, words

__all__ = ["Chosen", "briefing_for"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What the options say. query: the addresses of views. address: where the dashboard is reached.

    appendix, sources: None where neither the one nor the other is asked for.
    """

    language: Language
    briefing: Path | None = None
    place: str | None = None
    query: tuple[str, ...] = ()
    title: str = ""
    unit: str = ""
    appendix: bool | None = None
    sources: bool | None = None
    address: str = ""
    template: Path | None = None

    @property
    def anything(self) -> bool:
        """Whether views are chosen at all, and not only how they are said."""
        return bool(self.briefing or self.query or self.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedLocality:
    """A place that a text names (export__places). parent: the name of the place it lies in."""

    code: str
    name: str
    parent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedIndicator:
    """An indicator and in how many years a place states it (trends__richest)."""

    id: str
    years: int


def briefing_for(chosen: Chosen) -> Briefing:
    """The briefing of today."""
    if chosen.briefing is not None:
        plan = plan_of_file(content_of(chosen.briefing, LARGEST), chosen.briefing.name)
    else:
        plan = BriefingPlan(views=tuple(_planned(each) for each in chosen.query))
    plan = replace(
        plan, title=chosen.title or plan.title, unit=chosen.unit or plan.unit,
        views=_placed(plan.views, chosen.place, words(chosen.language)),
        appendix=plan.appendix if chosen.appendix is None else chosen.appendix,
        sources=plan.sources if chosen.sources is None else chosen.sources,
    )  # fmt: skip
    # what was typed keeps to the limits of what was saved
    plan = plan_of(plan_text(plan), "the options")
    return briefing_of(plan, chosen.language, today=date.today(), address=_reached(chosen))


def _reached(chosen: Chosen) -> str:
    """The address that links begin with; one that leads nobody else anywhere is said, and left out."""
    address = public_address(chosen.address)
    if chosen.address and not address:
        say = words(chosen.language)
        click.echo(say("{address} leads others nowhere: the file has no links.", address=chosen.address[:80]), err=True)
    return address


def _planned(query: str) -> PlannedView:
    """The view of an address: "compare?place=630102&show=…", also with what stands before it in a browser."""
    try:
        parts = urlsplit(query)
    except ValueError as error:
        raise PlanFault("--query", f"{query[:80]!r} is no address", "copy it from the browser again") from error
    page = parts.path.rstrip("/").rsplit("/", 1)[-1] or "overview"
    if page not in PAGES:
        raise PlanFault("--query", f"{page[:80]!r} is no page with views", f"begin with one of {', '.join(PAGES)}")
    return PlannedView(page, dict(parse_qsl(parts.query)))


def _place_code(text: str, language: str) -> str:
    """The code of the one place that the text names; UnknownPlace where it is none, or several."""
    places = records(NamedLocality, "pages/export__places", text=text, language=language)
    if len(places) != 1:
        raise UnknownPlace(text, [" ".join(filter(None, (each.code, each.name, each.parent))) for each in places])
    return places[0].code


def _placed(views: tuple[PlannedView, ...], place: str | None, say: Words) -> tuple[PlannedView, ...]:
    """The views, those that name no place of the one given; without any view the headlines of it."""
    if place is not None:
        code = _place_code(place, say.language)
    elif views and all(view.address.get("place") for view in views):
        return views
    else:
        code = _example_place(say)
    if not views:
        return _headline_views(code)
    return tuple(
        view if view.address.get("place") else replace(view, address={**view.address, "place": code}) for view in views
    )


def _example_place(say: Words) -> str:
    """The code of the place that stands where none is given; it is said, so that nobody takes it for theirs."""
    place = example(say.language)
    if place is None:
        raise StoreMissing("the store holds no observation: add a report under data/, then run `faheng build`")
    click.echo(say("No place is given: {place} serves as the example. Choose one with --place.", place=place.name),
               err=True)  # fmt: skip
    return place.code


def _headline_views(place: str) -> tuple[PlannedView, ...]:
    """Each headline indicator across places, over the years where our place has more than one, then the overview."""
    own = {"place": place}
    richest = records(StatedIndicator, "pages/trends__richest", localities=[place], limit=1)
    compared = [PlannedView("compare", own | {"show": each}) for each in column("pages/overview__headlines")]
    trend = [PlannedView("trends", own | {"show": each.id}) for each in richest if each.years > 1]
    return (*compared, *trend, PlannedView("overview", own))
