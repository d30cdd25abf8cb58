"""The indicators as a reader chooses among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from faheng.model import Kind, Measure
from faheng.views.cached import column, records

__all__ = ["CatalogueEntry", "catalogue", "comparable_places", "entry", "headlines", "matching"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueEntry:
    """An indicator with its theme, and in how many places and years it is stated (filters__indicators).

    search: other wordings and pinyin initials. headline: its place among the headlines, None for the others.
    """

    id: str
    name: str
    theme: str
    theme_name: str
    unit: str
    kind: Kind
    measure: Measure
    family: str
    headline: int | None
    search: str
    localities: int
    years: int

    @property
    def initials(self) -> str:
        """The pinyin initials of the whole name; "" where none are known."""
        return next((word for word in self.search.split() if word.isascii()), "")

    def holds(self, text: str) -> bool:
        """True where the name, the wordings or the initials hold the text, in lower case."""
        return text in f"{self.name} {self.search}".lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparablePlaces:
    """Of how many places of a level an indicator's latest values may stand beside each other (filters__comparable)."""

    id: str
    places: int


NOWHERE: Mapping[str, int] = MappingProxyType({})


def catalogue(language: str) -> tuple[CatalogueEntry, ...]:
    """The indicators in their order, named in the language."""
    return records(CatalogueEntry, "pages/filters__indicators", language=language)


def entry(indicator: str, language: str) -> CatalogueEntry:
    """The indicator of this id. LookupError for one that the catalogue lacks."""
    about = next((each for each in catalogue(language) if each.id == indicator), None)
    if about is None:
        raise LookupError(f"no indicator {indicator!r} in the catalogue")
    return about


def headlines() -> tuple[str, ...]:
    """The ids of the indicators that the overview shows, in their order."""
    return column("pages/overview__headlines")


def matching(
    entries: Sequence[CatalogueEntry], text: str, theme: str | None, comparable: Mapping[str, int] = NOWHERE
) -> tuple[CatalogueEntry, ...]:
    """The indicators of the theme that hold every word of the text: those comparable in most places first.

    A word is looked for in the name, the wordings and the initials. Without a text those that no place states are left
    out. comparable: in how many places each may stand beside others.
    """
    words = text.lower().split()
    hits = [
        each for each in entries
        if theme in (None, each.theme) and all(map(each.holds, words)) and (words or each.localities)
    ]  # fmt: skip
    return tuple(sorted(hits, key=lambda each: (-comparable.get(each.id, 0), -each.localities)))


def comparable_places(locality: str) -> dict[str, int]:
    """In how many places of our place's level the latest value of each indicator may stand beside others."""
    found = records(ComparablePlaces, "pages/filters__comparable", locality=locality)
    return {each.id: each.places for each in found}
