"""A report's own words -> what it is: title, kind, publication, year, period, locality, publisher."""

from __future__ import annotations

from typing import Any, TypeVar

from faheng.model import Span
from faheng.reading.about.about import Recognised
from faheng.reading.about.dates import published_on
from faheng.reading.about.kinds import kind_of
from faheng.reading.about.layout import Layout
from faheng.reading.about.lexicon import AboutLexicon
from faheng.reading.about.locality import locality_of
from faheng.reading.about.periods import Covered, period_of
from faheng.reading.about.places import Gazetteer
from faheng.reading.about.publishers import publisher_of
from faheng.reading.about.sighting import Sighting
from faheng.reading.about.titles import title_of
from faheng.reading.about.years import year_of
from faheng.reading.texts.cleaned import Cleaned

T = TypeVar("T")


def recognise(cleaned: Cleaned, gazetteer: Gazetteer, lexicon: AboutLexicon) -> Recognised:
    """What the text says of itself.

    The file's stem or a title given with the file may be its title. A day that the text itself is signed with goes
    before the one that the head of a web page states.

    Takes the same time for a text of any length but for one pass over its lines and dates.
    """
    original, text = cleaned.original, cleaned.text
    layout = Layout(text, lexicon, title_of(original.title, original.name, text, lexicon))
    kind = kind_of(layout)
    dated = published_on(layout) or (Sighting(original.published_on) if original.published_on else None)
    year = year_of(layout, value_of(kind))
    if year and dated and dated.value.year < year.value:
        dated = None  # a report cannot precede its year: the date is another document's
    period = period_of(layout, year, value_of(kind), dated)
    locality = locality_of(layout, gazetteer, value_of(year))
    publisher = publisher_of(layout, gazetteer.localities[locality.value] if locality else None, value_of(kind))
    return Recognised(
        locality_code=value_of(locality),
        title=value_of(layout.title),
        year=value_of(year),
        period_start=period.start if period else None,
        period_end=period.end if period else None,
        period_basis=period.basis if period else None,
        kind=value_of(kind),
        publisher=value_of(publisher),
        published_on=value_of(dated),
        evidence=places(
            locality_code=locality,
            title=layout.title,
            year=year,
            kind=kind,
            publisher=publisher,
            published_on=dated,
        )
        | period_places(period),
    )


def value_of(found: Sighting[T] | None) -> T | None:
    """The value read, None where nothing was."""
    return found.value if found else None


def places(**found: Sighting[Any] | None) -> dict[str, Span]:
    """Field -> where the text says it."""
    return {name: each.span for name, each in found.items() if each and each.span}


def period_places(period: Covered | None) -> dict[str, Span]:
    """Where the text says when the period begins and ends."""
    spans = {"period_start": period.span, "period_end": period.until} if period else {}
    return {name: span for name, span in spans.items() if span}
