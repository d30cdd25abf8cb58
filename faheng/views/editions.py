"""Two editions of a report beside each other: the figures of which one says another value than the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from faheng.intake.review import OpenReport
from faheng.model import Status
from faheng.views.catalogue import catalogue
from faheng.views.view import View

__all__ = ["EditionLine", "edition_lines", "edition_name"]

_Said = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionLine:
    """An indicator with the numeral that either edition prints for it; "" where it prints none."""

    indicator: str
    earlier: str
    this: str


def edition_lines(earlier: OpenReport, this: OpenReport, view: View) -> Iterator[EditionLine]:
    """What the editions say differently, in the order of the catalogue."""
    before, after = _printed(earlier), _printed(this)
    for each in catalogue(view.language):
        for said in sorted({key for key in (before | after) if key[0] == each.id}):
            one, other = before.get(said, ""), after.get(said, "")
            if one != other:
                yield EditionLine(indicator=each.name, earlier=one, this=other)


def edition_name(report: OpenReport, view: View) -> str:
    """The file, the title and the day of an edition."""
    document, about = report.state.document, report.judge.report
    day = about.published_on.isoformat() if about.published_on else ""
    return view.say(", ").join(filter(None, (document.name if document else "", about.title, day)))


def _printed(report: OpenReport) -> dict[_Said, str]:
    """Indicator, scope and period -> the numeral."""
    return {
        (each.now.indicator_id, each.now.scope, str(each.now.period)): each.now.value_text
        for each in report.figures.every
        if each.now.status is not Status.REJECTED
    }
