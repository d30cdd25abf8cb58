"""What the published version changed, as lines that a leader reads, our place's first; each leads to its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from faheng.intake.history import news
from faheng.model.change import CellChange, Differences, ReportChange
from faheng.paths import store_folder
from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.changes import beside_reports, changed_text, gone_text, incomparable_text, new_text, of_reports
from faheng.words.periods import date_text

__all__ = ["LatestNews", "NewsLine", "latest_news"]

MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class NewsLine:
    """A sentence, and where it leads: a page with what its address says."""

    text: str
    page: str
    address: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LatestNews:
    """What changed, and on which day; more: how many further lines there are."""

    day: str
    lines: tuple[NewsLine, ...]
    more: int = 0


def latest_news(view: View) -> LatestNews | None:
    """What the published version has otherwise than the one before; None where there is none, or nothing to tell."""
    told = news(store_folder())
    lines = tuple(_lines(told.differences, view)) if told else ()
    if told is None or not lines:
        return None
    return LatestNews(date_text(told.day, view.say), lines[:MOST_LINES], max(0, len(lines) - MOST_LINES))


def _lines(changes: Differences, view: View) -> Iterator[NewsLine]:
    """Reports that came and went, then values, then what can no longer be compared, then contradictions."""
    say = view.say
    for each in sorted(changes.reports, key=lambda one: (not one.added, one.locality_code != view.ours)):
        yield _report_line(each, say)
    cells = sorted(changes.changed_values, key=lambda one: one.locality_code != view.ours)
    for cell in beside_reports(changes, cells):
        yield NewsLine(changed_text(cell, say), *_where(cell))
    for cell in beside_reports(changes, changes.gone_cells):
        yield NewsLine(gone_text(cell, say), "compare", _shown(cell))
    for cell in changes.now_incomparable:
        yield NewsLine(incomparable_text(cell, say), "compare", _shown(cell))
    new = beside_reports(changes, changes.new_cells)
    if not changes.reports:
        yield from (NewsLine(new_text(cell, say), *_where(cell)) for cell in new)
    elif new:
        yield NewsLine(say.count("{n} further cell", "{n} further cells", len(new)), "publish")
    found = [each for each in changes.findings if each.severity == "contradiction"]
    if found:
        text = say.count("{n} new contradiction", "{n} new contradictions", len(found))
        yield NewsLine(text, "checks", (("place", found[0].locality_code),))


def _report_line(report: ReportChange, say: Words) -> NewsLine:
    (text,) = of_reports([report], say, added=report.added)
    return NewsLine(text, "profile", (("place", report.locality_code),))


def _where(cell: CellChange) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The evidence of the value, or where it is drawn."""
    return ("evidence", (("obs", cell.observation_id),)) if cell.observation_id else ("compare", _shown(cell))


def _shown(cell: CellChange) -> tuple[tuple[str, str], ...]:
    return ("place", cell.locality_code), ("show", cell.indicator_id)
