"""What a page works from: the selection, the wording, the places shown; and the filter bar over it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape

import pandas as pd
import streamlit as st

from faheng.measures import Footing, beside
from faheng.model import Level
from faheng.ui.bar import Choices, Part, filter_bar
from faheng.ui.cached import rows
from faheng.ui.page import finally_draw
from faheng.ui.selection import Known, Selection, problem_sentence
from faheng.ui.session import current, kept
from faheng.words.catalogue import Words, words
from faheng.words.rows import is_comparable

__all__ = ["View", "begin", "level_name"]

# A first screen that a leader can read: ours and seven others.
MOST_PLACES = 8
AS_REPORTED = Footing()


@dataclass(frozen=True)
class View:
    """What a page works from. places: codes to show, ours first; ours is always one of them."""

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

    def renewed(self) -> View:
        """The view with the selection as it is now: for a fragment, which runs again without the page around it."""
        return replace(self, selection=kept())

    def benchmarks(self, indicators: Sequence[str], places: Sequence[str] | None = None) -> pd.DataFrame:
        """The published values of the indicators, and which may be drawn beside the places (the view's by default)."""
        return rows("pages/shared__benchmarks", indicators=list(indicators),
                    localities=sorted(places or self.places),
                    language=self.language)  # fmt: skip

    @property
    def seen(self) -> tuple[object, ...]:
        """All that what is shown depends on, besides the data: for remembering what was drawn."""
        return self.ours, self.places, *sorted(self.selection.to_params().items()), self.language

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


def _catalogue() -> list[str]:
    """The ids of all indicators, in the order of the catalogue."""
    return list(rows("pages/filters__indicators", language="zh")["id"])


class _Places:
    """Every code that the store holds, asked one at a time: the whole list never leaves the store."""

    def __contains__(self, code: object) -> bool:
        return len(rows("pages/filters__named", codes=[str(code)], language="zh")) > 0


def begin(page: str, *parts: Part, alone: bool = False) -> View:
    """Read the address, leave room for the filter bar with the parts the page uses, and say what could not be used.

    alone: with nothing set beside our place, show it by itself instead of among its peers.
    """
    selection, problems = current(page, _known())
    say = words(selection.language)
    if parts:
        bar = st.container(key="fh-bar", horizontal=True, vertical_alignment="center")
        finally_draw(lambda: filter_bar(bar, selection, _choices(selection, say), say, *parts))
    if problems:
        st.warning(problem_sentence(problems, say))
    ours = selection.place or _example(selection, say, told=bool(parts))
    return View(selection, say, ours, (ours, *selection.beside) if alone else _shown(ours, selection))


def _known() -> Known:
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


def _choices(selection: Selection, say: Words) -> Choices:
    def find(text: str, province: str | None, level: str | None, limit: int) -> Sequence[tuple[str, str]]:
        found = rows(
            "pages/filters__localities",
            text=text or None,
            province=province,
            level=level,
            limit=limit,
            only_reports=not text,
            language=selection.language,
        )
        return list(zip(found["code"], found["name"], strict=True))

    def label(code: str) -> str:
        return str(rows("pages/filters__named", codes=[code], language=selection.language)["name"].iloc[0])

    provinces = rows("pages/filters__provinces", language=selection.language)
    return Choices(
        find=find,
        label=label,
        places=int(rows("pages/filters__count")["localities"].iloc[0]),
        provinces=dict(zip(provinces["code"], provinces["name"], strict=True)),
        levels={level.value: level_name(level, say) for level in Level if level != Level.COUNTRY},
        years=[int(year) for year in rows("pages/filters__years")["year"]],
    )


def level_name(level: str, say: Words) -> str:
    """A level of government in words."""
    return {
        Level.COUNTRY: say("Country"),
        Level.PROVINCE: say("Provinces"),
        Level.PREFECTURE: say("Cities"),
        Level.COUNTY: say("Counties"),
        Level.TOWNSHIP: say("Townships"),
    }[Level(level)]


def _example(selection: Selection, say: Words, *, told: bool) -> str:
    """With no place chosen the view is of the one that shows most, and says so."""
    first = rows("pages/filters__example", language=selection.language)
    if first.empty:
        st.info(say("The store holds no report yet. Add one under data/ and run “faheng build”."))
        st.stop()
    if told:
        sentence = say("No place is chosen yet; {place} is shown as an example. Choose yours above.",
                       place=first["name"].iloc[0])  # fmt: skip
        st.html(f'<p class="fh-note">{escape(sentence)}</p>')
    return str(first["code"].iloc[0])


def _shown(ours: str, selection: Selection) -> tuple[str, ...]:
    """Ours, then the places set beside it, else the largest peers that level and province leave."""
    beside = selection.beside or tuple(
        rows("pages/compare__places", province=selection.province, level=selection.level, limit=MOST_PLACES)["code"]
    )
    return tuple(dict.fromkeys((ours, *beside)))[: max(MOST_PLACES, len(selection.beside) + 1)]
