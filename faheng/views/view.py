"""What is looked at: the selection, the wording, and the places that it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from faheng.measures import Footing, beside
from faheng.model import Level
from faheng.views.cached import rows
from faheng.views.selection import Known, Selection
from faheng.words.catalogue import Words, words
from faheng.words.rows import is_comparable

__all__ = ["DEFAULT_PEERS", "NO_PEERS", "View", "example", "known", "view_of"]

# A first screen that a leader can read: ours and seven others.
MOST_PLACES = 8
DEFAULT_PEERS = "same_level"
NO_PEERS = "none"
AS_REPORTED = Footing()


@dataclass(frozen=True)
class View:
    """What a view works from. places: codes to show, ours first; ours is always one of them."""

    selection: Selection
    say: Words
    ours: str
    places: tuple[str, ...]

    @property
    def language(self) -> str:
        """The language of names and messages."""
        return self.selection.language

    @property
    def years(self) -> list[int] | None:
        """The years to show; None for each place's latest."""
        chosen = self.selection.years
        return list(range(chosen[0], chosen[1] + 1)) if chosen else None

    def cells(
        self, indicators: Sequence[str], years: Sequence[int] | None = None, footing: Footing = AS_REPORTED
    ) -> pd.DataFrame:
        """What each place says of each indicator beside ours, for the view's years or those given.

        The whole catalogue is asked for at once and in the same order of places: then another indicator, another place
        of the same group or another page is answered from memory.
        """
        wanted = list(years) if years is not None else self.years
        every = rows("pages/shared__cells", localities=sorted(self.places), indicators=_catalogue(), years=wanted,
                     language=self.language)  # fmt: skip
        chosen = every[every["indicator_id"].isin(indicators)]
        place, about = (
            chosen["locality_code"].map(self.places.index),
            chosen["indicator_id"].map(list(indicators).index),
        )
        order = pd.DataFrame({"place": place, "about": about}).sort_values(["place", "about"], kind="stable").index
        return beside(chosen.loc[order], self._level(chosen), footing)

    def _level(self, cells: pd.DataFrame) -> str:
        """The level of our place, by its cells."""
        own = cells.loc[cells["locality_code"] == self.ours, "level"]
        return str(own.iloc[0]) if len(own) else ""

    def benchmarks(self, indicators: Sequence[str], places: Sequence[str] | None = None) -> pd.DataFrame:
        """The published values of the indicators, and which may be drawn beside the places (the view's by default).

        The whole catalogue is asked for at once, as with cells.
        """
        every = rows("pages/shared__benchmarks", indicators=_catalogue(), localities=sorted(places or self.places),
                     language=self.language)  # fmt: skip
        return every[every["indicator_id"].isin(indicators)]

    @property
    def peers_group(self) -> str:
        """The group of peers whose median is drawn; "" for none."""
        chosen = self.selection.own.get("peers", DEFAULT_PEERS)
        return "" if chosen == NO_PEERS else chosen

    def peers(
        self, indicator: str, years: Sequence[int] | None = None, footing: Footing = AS_REPORTED
    ) -> pd.DataFrame | None:
        """Median and range of our peers, of each peer's latest or one row a year; None where no group is chosen."""
        if not self.peers_group:
            return None
        wanted = list(years) if years is not None else self.years
        # Of the latest values the whole catalogue at once, as with cells; over years that would be too much to ask.
        asked = _catalogue() if wanted is None else [indicator]
        every = rows("pages/shared__peers", locality=self.ours, peers=self.peers_group, indicators=asked,
                     years=wanted, per_residents=footing.per_residents, per_year=footing.per_year,
                     language=self.language)  # fmt: skip
        return every[every["indicator_id"] == indicator]

    @property
    def seen(self) -> tuple[object, ...]:
        """All that what is shown depends on, besides the data: for remembering what was drawn."""
        return self.ours, self.places, *sorted(replace(self.selection, briefing="").to_params().items()), self.language

    @property
    def home(self) -> list[str]:
        """The regions our place lies in, nearest first, by their names."""
        return list(rows("pages/shared__regions", locality=self.ours, language=self.language)["name"])

    def comparable(self, cells: pd.DataFrame) -> pd.DataFrame:
        """The cells; with “only comparable” on, only those that may be compared."""
        if not self.selection.comparable_only or cells.empty:
            return cells
        kept = cells.apply(is_comparable, axis=1)
        return cells[kept]


def view_of(selection: Selection, ours: str, *, alone: bool = False) -> View:
    """The view of our place. alone: with nothing set beside it, show it by itself instead of among its peers."""
    places = (ours, *selection.beside) if alone else _shown(ours, selection)
    return View(selection, words(selection.language), ours, places)


def known() -> Known:
    """What the published snapshot holds, for reading an address."""
    indicators = rows("pages/filters__indicators", language="zh")
    years = rows("pages/filters__years")["year"]
    return Known(
        places=_Places(),
        provinces=set(rows("pages/filters__provinces", language="zh")["code"]),
        levels=set(Level),
        themes=set(indicators["theme"]),
        indicators=set(indicators["id"]),
        years=range(int(years.min()), int(years.max()) + 1) if len(years) else range(0),
    )


def example(language: str) -> pd.DataFrame:
    """The place that shows most, one row of code and name, for a reader who has chosen none; empty without reports."""
    return rows("pages/filters__example", language=language)


class _Places:
    """Every code that the store holds, asked one at a time: the whole list never leaves the store."""

    def __contains__(self, code: object) -> bool:
        return len(rows("pages/filters__named", codes=[str(code)], language="zh")) > 0


def _catalogue() -> list[str]:
    """The ids of all indicators, in the order of the catalogue."""
    return list(rows("pages/filters__indicators", language="zh")["id"])


def _shown(ours: str, selection: Selection) -> tuple[str, ...]:
    """Ours, then the places set beside it, else the largest peers that level and province leave."""
    beside = selection.beside or tuple(
        rows("pages/compare__places", province=selection.province, level=selection.level, limit=MOST_PLACES)["code"]
    )
    return tuple(dict.fromkeys((ours, *beside)))[: max(MOST_PLACES, len(selection.beside) + 1)]
