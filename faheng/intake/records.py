"""A report of the ledger -> the Report record that a file under data/reports would give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from faheng.data.cells import row_of
from faheng.data.reference import Reference
from faheng.data.reports import report as report_of_row
from faheng.errors import Problem
from faheng.intake.state import ImportedDocument, ReportState
from faheng.model import Locality, Report
from faheng.reading.about.about import ReportAbout
from faheng.words.catalogue import words
from faheng.words.periods import year_text
from faheng.words.reports import kind_text


def report_of(state: ReportState, reference: Reference) -> tuple[Report, tuple[Problem, ...]]:
    """The record of a report that was imported, and its faults: the same validation as of a file of data/reports."""
    problems: list[Problem] = []
    document = state.document
    if document is None:
        raise ValueError(f"{state.id} was not imported")
    cells = report_cells_of(state.id, state.about, document, reference)
    made = report_of_row(row_of(cells, f"{state.id}.toml", problems), reference)
    return replace(made, imported_at=document.imported_at, imported_by=document.imported_by), tuple(problems)


def report_cells_of(name: str, about: ReportAbout, document: ImportedDocument, reference: Reference) -> dict[str, str]:
    """What a file of data/reports says of the report. Titles and publishers that nobody said are made of the rest."""
    place = reference.localities.get(about.locality_code or "")
    return {
        "id": name,
        "locality": about.locality_code or "",
        "title": about.title or title_zh(place, about),
        "title_en": title_en(place, about, reference),
        "publisher": about.publisher or (place.name_zh if place else ""),
        "publisher_en": reference.places.names.english_of(place) if place else "",
        "kind": about.kind or "",
        "read": "whole",
        "published_on": day_text(about.published_on),
        "period_start": day_text(about.period_start),
        "period_end": day_text(about.period_end),
        "period_basis": str(about.period_basis or "stated"),
        "sha256": document.sha256,
        "reader": document.format,
        "characters": str(document.characters),
    }


def title_zh(place: Locality | None, about: ReportAbout) -> str:
    """A title for a report that has none: its place, year and kind; the file's name where nothing is known."""
    say = words("zh")
    kind = kind_text(about.kind, say) if about.kind else ""
    year = year_text(about.period_end.year, say) if about.period_end else ""
    return "".join((place.name_zh if place else "", year, kind)) or about.name


def title_en(place: Locality | None, about: ReportAbout, reference: Reference) -> str:
    """An English title, which a Chinese report does not have."""
    kind = kind_text(about.kind, words("en")) if about.kind else "Report"
    named = reference.places.names.english_of(place) if place else ""
    return ", ".join(filter(None, (f"{kind}: law-based government in {named}" if named else kind, year_of(about))))


def year_of(about: ReportAbout) -> str:
    """The year in which the period ends; "" where it is not known."""
    return str(about.period_end.year) if about.period_end else ""


def day_text(day: date | None) -> str:
    """2022-11-25, or nothing."""
    return day.isoformat() if day else ""
