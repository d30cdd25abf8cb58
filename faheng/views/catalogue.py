"""The indicators as a reader chooses among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from faheng.model import Kind, Measure
from faheng.views.cached import column, records

__all__ = ["CatalogueEntry", "catalogue", "entry", "headlines", "matching"]


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


def matching(entries: Sequence[CatalogueEntry], text: str, theme: str | None) -> tuple[CatalogueEntry, ...]:
    """The indicators of the theme whose name, wordings or initials hold the text; the most stated first."""
    wanted = text.strip().lower()
    hits = [each for each in entries if theme in (None, each.theme) and each.holds(wanted)]
    return tuple(sorted(hits, key=lambda each: -each.localities))
