"""One place whole: all that its reports state, by the chapters of the outline, each figure among its peers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from faheng.charts.sentences import brief_change, change_on_year_before
from faheng.charts.series import Point, series_of
from faheng.charts.standing import Background, year_before
from faheng.model import Benchmark, Cell, Peers, Severity
from faheng.views.cached import column, keep, records
from faheng.views.findings import ListedFinding, chosen_findings
from faheng.views.usual import UsualIndicator, usual_indicators
from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.peers import place_among
from faheng.words.values import cell_value_text
from faheng.words.verdict_names import verdict_labels

__all__ = [
    "ChapterOfIndicator",
    "PlaceProfile",
    "ProfileChapter",
    "ProfileLine",
    "profile",
    "profile_message",
    "profile_title",
    "standing_text",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterOfIndicator:
    """The chapter of the outline that an indicator belongs to (shared__chapters)."""

    indicator_id: str
    chapter: str
    chapter_name: str


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """One indicator of our place.

    cell: what it says. series: its drawable years in order, for a small line. change: on the year before, in words, ""
    where there is none to tell; brief_change: the same under a head that names the year before. peers: None where no
    group is chosen. benchmarks: the published values that may be drawn beside it, of the nearest region first.
    """

    cell: Cell
    series: tuple[Point, ...]
    change: str
    brief_change: str
    peers: Peers | None
    benchmarks: tuple[Benchmark, ...]

    @property
    def ranked(self) -> bool:
        """Whether its value may stand among peers enough for a place."""
        return self.cell.comparable and self.peers is not None and self.peers.median is not None


@dataclass(frozen=True, slots=True)
class ProfileChapter:
    """A chapter with the indicators of it that our place states, and the names of those that its reports do not."""

    name: str
    lines: tuple[ProfileLine, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceProfile:
    """All of one place.

    unstated: what most peers state and ours does not. findings: contradictions and doubts. waiting: the cells whose
    figure waits for a person.
    """

    chapters: tuple[ProfileChapter, ...]
    unstated: tuple[UsualIndicator, ...]
    findings: tuple[ListedFinding, ...]
    waiting: tuple[Cell, ...]

    @property
    def lines(self) -> Iterator[ProfileLine]:
        """Every indicator that our place states, in the order of the chapters."""
        return (line for chapter in self.chapters for line in chapter.lines)


def chapters_in_order(view: View) -> tuple[ChapterOfIndicator, ...]:
    """Every indicator with its chapter, in the order of the outline."""
    return records(ChapterOfIndicator, "pages/shared__chapters", language=view.language)


def reported_years(place: str) -> list[int]:
    """The years of which a place states something, in order."""
    return list(column("pages/shared__years", locality=place))


def profile(page: View) -> PlaceProfile:
    """The profile of our place as the selection has its years and its peers; nothing else of it matters."""
    view = alone(page)
    return keep(partial(_profile, view), "profile of a place", *view.seen)


def alone(page: View) -> View:
    """The view of our place by itself, with all that its profile depends on and nothing more."""
    own = {name: value for name, value in page.selection.own.items() if name == "peers"}
    chosen = replace(
        page.selection, beside=(), province=None, level=None, theme=None, indicators=(), briefing="", own=own
    )
    return replace(page, selection=chosen, places=(page.ours,))


def _profile(view: View) -> PlaceProfile:
    order = chapters_in_order(view)
    indicators = [each.indicator_id for each in order]
    cells = {cell.indicator_id: cell for cell in view.cells(indicators)}
    background = _Behind.of(view, indicators)
    chapters = []
    for _, group in groupby(order, key=lambda each: each.chapter):
        members = list(group)
        own = [cells[each.indicator_id] for each in members]
        held = tuple(background.line(cell, view) for cell in own if cell.drawable and cell.own_definition)
        missing = tuple(cell.indicator for cell in own if cell.value is None and "not_reported" in cell.verdicts)
        chapters.append(ProfileChapter(members[0].chapter_name, held, missing))
    return PlaceProfile(
        tuple(chapters),
        tuple(each for each in usual_indicators(view.ours, None, view.language) if each.is_stated is False),
        tuple(each for each in chosen_findings(view) if each.severity in (Severity.CONTRADICTION, Severity.DOUBTFUL)),
        tuple(cell for cell in cells.values() if cell.proposed_observation_id),
    )


def standing_text(line: ProfileLine, say: Words) -> str:
    """Our place among the peers, or the verdict that keeps it from standing there."""
    if not line.cell.comparable:
        return verdict_labels(line.cell, say)
    return place_among(line.peers, line.cell.better, say) if line.peers else ""


def profile_title(view: View) -> str:
    """The title of a place's profile where it stands alone."""
    return view.say("{place}: every figure of its reports", place=view.our_name)


def profile_message(shown: PlaceProfile, view: View) -> str:
    """How much our place states, and where the first of its headline figures stands, in a sentence."""
    say, lines = view.say, list(shown.lines)
    first = next((line for line in lines if standing_text(line, say) and line.cell.comparable), None)
    count = say.count("One indicator is stated.", "{n} indicators are stated.", len(lines))
    if first is None:
        return count
    standing = say(
        "{indicator} {value}, {standing}.",
        indicator=first.cell.indicator, value=cell_value_text(first.cell, say, told=True),
        standing=standing_text(first, say),
    )  # fmt: skip
    return say.pick("", " ").join((count, standing))


@dataclass(frozen=True)
class _Behind:
    """What stands behind the figures of a place: its earlier years, its peers, the published values."""

    history: dict[str, list[Cell]]
    peers: dict[str, Peers]
    benchmarks: dict[str, tuple[Benchmark, ...]]

    @staticmethod
    def of(view: View, indicators: Sequence[str]) -> _Behind:
        """All of it for all indicators, asked for at once."""
        history: dict[str, list[Cell]] = {}
        for cell in view.cells(indicators, years=reported_years(view.ours)):
            history.setdefault(cell.indicator_id, []).append(cell)
        published: dict[str, tuple[Benchmark, ...]] = {}
        for each in sorted(view.benchmarks(indicators), key=lambda each: _nearness(each, view)):
            if each.drawn:
                published[each.indicator_id] = (*published.get(each.indicator_id, ()), each)
        return _Behind(history, view.peers_of_all(), published)

    def line(self, cell: Cell, view: View) -> ProfileLine:
        """The line of one cell."""
        about = cell.indicator_id
        years = self.history.get(about, [])
        until = [each for each in years if cell.year is None or each.year is None or each.year <= cell.year]
        points = tuple(point for series in series_of(until, view.changes) for point in series.points)
        pair = year_before(cell, Background(history=years, changes=view.changes))
        change = change_on_year_before(*pair, view.say) if pair else ""
        brief = brief_change(*pair, view.say) if pair else ""
        return ProfileLine(cell, points, change, brief, self.peers.get(about), self.benchmarks.get(about, ()))


def _nearness(benchmark: Benchmark, view: View) -> int:
    """How near the region of a published value is to our place: 0 for the nearest."""
    home = list(view.home)
    return home.index(benchmark.region) if benchmark.region in home else len(home)
