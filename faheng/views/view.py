"""What is looked at: the selection, the wording, and the places that it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from faheng.measures import Footing, beside
from faheng.model import Benchmark, Cell, Level, Peers, PlaceChange
from faheng.views.cached import AskedCells, AskedYears, cells, column, records
from faheng.views.catalogue import CatalogueEntry
from faheng.views.peer_values import peers_among
from faheng.views.places import today_code
from faheng.views.selection import Known, Selection
from faheng.words.catalogue import Words, words

__all__ = ["DEFAULT_PEERS", "NO_PEERS", "NamedPlace", "View", "example", "known", "lesson", "provinces", "view_of"]

# A first screen that a leader can read: ours and seven others.
MOST_PLACES = 8
# With fewer places beside it an example shows no comparison.
LEAST_BESIDE = 2
DEFAULT_PEERS = "same_level"
NO_PEERS = "none"
AS_REPORTED = Footing()


@dataclass(frozen=True)
class View:
    """What a view works from. places: codes to show, ours first; ours is always one of them.

    year_note: why the values are of this one year, where nobody chose it; "" otherwise.
    """

    selection: Selection
    say: Words
    ours: str
    places: tuple[str, ...]
    year_note: str = ""

    @property
    def language(self) -> str:
        """The language of names and messages."""
        return self.selection.language

    @property
    def span(self) -> list[int] | None:
        """The first and the last year within which each place's latest is shown; None without a span of years.

        A page that shows one value a place can show no span as it is: the trend alone has a place for every year.
        """
        first, last = self.selection.years or (0, 0)
        return [first, last] if first != last else None

    @property
    def years(self) -> list[int] | None:
        """The one year to show; None for each place's latest, of all years or within the span."""
        chosen = self.selection.years
        return [chosen[0]] if chosen and self.span is None else None

    @property
    def asked_years(self) -> AskedYears:
        """The years of the cells that are shown."""
        first, last = self.selection.years or (0, 0)
        if first != last:
            return AskedYears(span=(first, last))
        return AskedYears((first,)) if first else AskedYears()

    @property
    def span_note(self) -> str:
        """What the values of a span, or of a year that nobody chose, are, in a sentence; "" otherwise."""
        if self.span is None:
            return self.year_note
        first, last = self.span
        return self.say("Of each place the latest value within {first}–{last}.", first=first, last=last)

    def cells(
        self, indicators: Sequence[str], years: Sequence[int] | None = None, footing: Footing = AS_REPORTED
    ) -> tuple[Cell, ...]:
        """What each place says of each indicator beside ours: one cell, or one for each of the years given.

        The whole catalogue is asked for at once: then another indicator or another page is answered from memory. Over
        years that would be too much to ask.
        """
        about = tuple(indicators) if years is not None else _catalogue()
        shown = AskedYears(tuple(years)) if years is not None else self.asked_years
        every = cells(AskedCells(self.places, about, self.language, shown))
        place = {code: position for position, code in enumerate(self.places)}
        order = {indicator: position for position, indicator in enumerate(indicators)}
        chosen = [cell for cell in every if cell.indicator_id in order]
        chosen.sort(key=lambda cell: (place[cell.locality_code], order[cell.indicator_id]))
        return beside(chosen, self._level(chosen), footing)

    def _level(self, cells: Sequence[Cell]) -> str:
        """The level of our place, by its cells."""
        return next((cell.level for cell in cells if cell.locality_code == self.ours), "")

    def benchmarks(self, indicators: Sequence[str], places: Sequence[str] | None = None) -> tuple[Benchmark, ...]:
        """The published values of the indicators, and which may be drawn beside the places (the view's by default).

        The whole catalogue is asked for at once, as with cells.
        """
        every = records(Benchmark, "pages/shared__benchmarks", indicators=list(_catalogue()),
                        localities=sorted(places or self.places), language=self.language)  # fmt: skip
        return tuple(each for each in every if each.indicator_id in indicators)

    @property
    def peers_group(self) -> str:
        """The group of peers whose median is drawn; "" for none."""
        chosen = self.selection.own.get("peers", DEFAULT_PEERS)
        return "" if chosen == NO_PEERS else chosen

    def of_peers(self, group: str) -> View:
        """The view with another group of peers."""
        return replace(self, selection=replace(self.selection, own={**self.selection.own, "peers": group}))

    def peers(
        self, indicator: str, years: Sequence[int] | None = None, footing: Footing = AS_REPORTED
    ) -> tuple[Peers, ...]:
        """Median and range of our peers: one of each peer's latest, or one a year; none where no group is chosen."""
        wanted = list(years) if years is not None else self.years
        return self._peers([indicator], wanted, self.span if years is None else None, footing)

    def peers_of_all(self) -> dict[str, Peers]:
        """Median and range of our peers by indicator, of the one year to show or of each peer's latest."""
        return {each.indicator_id: each for each in self._peers(list(_catalogue()), self.years, self.span, AS_REPORTED)}

    def _peers(
        self, indicators: list[str], years: list[int] | None, span: list[int] | None, footing: Footing
    ) -> tuple[Peers, ...]:
        if not self.peers_group:
            return ()
        if span is None:
            return peers_among(self.ours, self.peers_group, indicators, years, footing, language=self.language)
        return records(Peers, "pages/shared__peers", locality=self.ours, peers=self.peers_group, indicators=indicators,
                       years=years, span=span, language=self.language, per_residents=footing.per_residents,
                       per_year=footing.per_year)  # fmt: skip

    @property
    def changes(self) -> tuple[PlaceChange, ...]:
        """What happened to the areas of the places."""
        return records(PlaceChange, "pages/shared__place_changes", localities=sorted(self.places))

    @property
    def seen(self) -> tuple[object, ...]:
        """All that what is shown depends on, besides the data: for remembering what was drawn."""
        return self.ours, self.places, *sorted(replace(self.selection, briefing="").to_params().items()), self.language

    @property
    def of_any_indicator(self) -> View:
        """The view without the indicators and the theme that are chosen: for what does not depend on them."""
        return replace(self, selection=replace(self.selection, indicators=(), theme=None, briefing=""))

    @property
    def our_name(self) -> str:
        """The name of our place, in the language of the view."""
        named = records(NamedPlace, "pages/shared__named", codes=[self.ours], language=self.language)
        return named[0].name if named else self.ours

    @property
    def home(self) -> tuple[str, ...]:
        """The regions our place lies in, nearest first, by their names."""
        return column("pages/shared__regions", locality=self.ours, language=self.language)

    def comparable(self, cells: Sequence[Cell]) -> tuple[Cell, ...]:
        """The cells; with “only comparable” on, only those that may be compared."""
        return tuple(cell for cell in cells if cell.comparable or not self.selection.comparable_only)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlace:
    """A place by its code and its name in the language asked for."""

    code: str
    name: str


def view_of(selection: Selection, ours: str, *, alone: bool = False) -> View:
    """The view of our place. alone: with nothing set beside it, show it by itself instead of among its peers."""
    places = (ours, *selection.beside) if alone else _shown(ours, selection)
    return View(selection, words(selection.language), ours, places)


def known() -> Known:
    """What the published snapshot holds, for reading an address."""
    indicators = records(CatalogueEntry, "pages/filters__indicators", language="zh")
    years = column("pages/filters__years")
    return Known(
        places=_Places(),
        provinces={each.code for each in provinces("zh")},
        levels=set(Level),
        themes={each.theme for each in indicators},
        indicators={each.id for each in indicators},
        years=range(min(years), max(years) + 1) if years else range(0),
        today=today_code,
    )


def provinces(language: str) -> tuple[NamedPlace, ...]:
    """The provinces of the places that the store holds reports of."""
    return records(NamedPlace, "pages/filters__provinces", language=language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """What the example shows best: an indicator, and the places to set beside it (filters__teaching)."""

    indicator: str
    places: tuple[str, ...]


def lesson(place: str) -> Lesson | None:
    """What the place shows best; None where nothing of it is comparable with enough others."""
    best = next(iter(records(Lesson, "pages/filters__teaching", locality=place, limit=MOST_PLACES - 1)), None)
    return best if best and len(best.places) >= LEAST_BESIDE else None


def example(language: str) -> NamedPlace | None:
    """The place that shows most, for a reader who has chosen none; None without reports."""
    return next(iter(records(NamedPlace, "pages/filters__example", language=language)), None)


class _Places:
    """Every code that the store holds, asked one at a time: the whole list never leaves the store."""

    def __contains__(self, code: object) -> bool:
        return bool(column("pages/filters__named", codes=[str(code)], language="zh"))


def _catalogue() -> tuple[str, ...]:
    """The ids of all indicators, in the order of the catalogue."""
    return column("pages/filters__indicators", language="zh")


def _shown(ours: str, selection: Selection) -> tuple[str, ...]:
    """Ours, then the places set beside it, else the largest peers that level and province leave.

    Where no place is chosen, ours is an example and stands among those that it can best be compared with.
    """
    taught = lesson(ours) if not (selection.place or selection.province or selection.level) else None
    others = selection.beside or (taught.places if taught else column(
        "pages/compare__places", locality=ours, province=selection.province, level=selection.level, limit=MOST_PLACES
    ))  # fmt: skip
    return tuple(dict.fromkeys((ours, *others)))[: max(MOST_PLACES, len(selection.beside) + 1)]
