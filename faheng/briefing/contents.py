"""What a briefing holds, whatever file it becomes: a cover, views with their facts, and what explains them.

Records are frozen and know neither Streamlit nor the store. Every view carries what, where, when, unit, note, source
and the link that opens it; the briefing carries the number of the snapshot and the day on which it was made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

import plotly.graph_objects as go

from faheng.briefing.table import BriefTable, ViewTable
from faheng.native.chart import NativeChart
from faheng.words.catalogue import Words
from faheng.words.periods import date_text

# Named beside a chart; more are a wall of text.
MOST_SOURCES = 3
# Pixels across which a picture is drawn that stands alone.
PICTURE_WIDTH = 900


@dataclass(frozen=True)
class Cover:
    """unit: the office that issues the briefing; day: the day that stands on it, in words."""

    title: str
    unit: str
    day: str


@dataclass(frozen=True)
class Entry:
    """A name and what is to be said of it: a definition, a verdict's meaning, a finding."""

    name: str
    text: str


@dataclass(frozen=True)
class BriefingFact:
    """One cell of the store with all that must go along with it: numbers as numbers, verdicts in words.

    value is None where the cell says a word (verdict) instead. shown: the cell as a page prints it. low and high: the
    95% interval. phrases: what the reports say, at most 60 characters each; several for a derived value. doubted:
    whether something was found against it that no verdict says. several_years: whether its period is several years.
    """

    place: str
    indicator: str
    year: int | None
    value: float | None
    percent: bool
    unit: str
    shown: str
    low: float | None
    high: float | None
    verdict: str
    reason: str
    period: str
    scope: str
    phrases: tuple[str, ...]
    report: str
    publisher: str
    published_on: date | None
    url: str
    observation: str
    comparable: bool = False
    doubted: bool = False
    several_years: bool = False

    @property
    def own_year(self) -> int | None:
        """The year of which the value is; None for a total over several, which is that of no single one."""
        return None if self.several_years else self.year

    def source(self, say: Words) -> str:
        """The report with its publisher and date; "" where none is held."""
        return source_line(self.report, self.publisher, self.published_on, say) if self.report else ""


def source_line(report: str, publisher: str, published_on: date | None, say: Words) -> str:
    """A report as sources name it, the same wherever it is named: with publisher, where known, and date."""
    day = date_text(published_on, say) or say("date not stated")
    if not publisher:
        return say("{report}, {day}", report=report, day=day)
    return say("{report}, {publisher}, {day}", report=report, publisher=publisher, day=day)


@dataclass(frozen=True)
class ViewTexts:
    """What a view says around its chart and table. message: what it shows, one sentence. link: opens the same view.

    action: the title that says the finding; "" where the message is short or was written by hand.
    """

    title: str
    message: str
    note: str = ""
    link: str = ""
    action: str = ""


@dataclass(frozen=True)
class BriefingView:
    """One chart or table with all that must go along with it.

    message: the headline, one line. sources: a line a report, with publisher and date. link: opens the same view.
    speech: what a speaker needs to say it. figure: draws the picture as a page shows it, where there is one.
    narrow: the chart with fewer categories, for paper that is higher than wide, where that takes another.
    panels: several small charts in the place of one. action: the title that says the finding, "" for none. brief: the
    table where room is short, None where it is as short as it can be.
    """

    title: str
    message: str
    where: str
    when: str
    unit: str
    note: str
    sources: tuple[str, ...]
    link: str
    speech: str
    chart: NativeChart | None
    table: ViewTable
    facts: tuple[BriefingFact, ...]
    figure: Callable[[], go.Figure] | None = field(default=None, compare=False)
    narrow: NativeChart | None = None
    panels: tuple[NativeChart, ...] = ()
    action: str = ""
    brief: BriefTable | None = None

    @property
    def headline(self) -> str:
        """What stands over it: the finding in a few words, else the message, else the title."""
        return self.action or self.message or self.title

    @property
    def charts(self) -> tuple[NativeChart, ...]:
        """The chart, or the panels in its place; none where there is only a table."""
        return self.panels if self.chart is None else (self.chart,)


@dataclass(frozen=True)
class Briefing:
    """All views in their order with what explains them. snapshot: the number of the state of the store.

    problems: a sentence on each part of the plan that the store no longer holds; for whoever makes the files.
    appendix: whether the tables behind the charts, definitions and phrases follow. sources_listed: whether the reports.
    """

    cover: Cover
    language: str
    snapshot: int
    made_on: date
    views: tuple[BriefingView, ...]
    definitions: tuple[Entry, ...] = ()
    verdicts: tuple[Entry, ...] = ()
    findings: tuple[Entry, ...] = ()
    problems: tuple[str, ...] = ()
    appendix: bool = False
    sources_listed: bool = True

    @property
    def sources(self) -> tuple[str, ...]:
        """Every source once, in the order in which the views name them.

        A view that names its reports by their titles alone says nothing new where another has publisher and date too.
        """
        lines = dict.fromkeys(line for view in self.views for line in view.sources)
        return tuple(line for line in lines if not any(each != line and each.startswith(line) for each in lines))

    @property
    def evidence(self) -> tuple[BriefingFact, ...]:
        """The facts with a phrase, each observation once."""
        by_observation = {fact.observation: fact for view in self.views for fact in view.facts if fact.phrases}
        return tuple(by_observation.values())

    @property
    def pictured(self) -> tuple[BriefingView, ...]:
        """The views with a picture, in their order: what numbers of pictures count."""
        return tuple(view for view in self.views if view.figure is not None)

    def made(self, say: Words) -> str:
        """What the files say of themselves: snapshot and day."""
        return say("Faheng, data version {number}, made on {day}",
                   number=self.snapshot, day=date_text(self.made_on, say))  # fmt: skip


def about(view: BriefingView, say: Words, *, places: bool = True) -> str:
    """What is beside a chart: "地区：…　期间：…　单位：%". places: whether it names them, as an axis may do already."""
    parts = (
        say("Places: {places}", places=view.where) if view.where and places else "",
        say("Period: {period}", period=view.when) if view.when else "",
        say("Unit: {unit}", unit=view.unit) if view.unit else "",
    )
    return say_apart(parts, say)


def say_apart(parts: Sequence[str], say: Words) -> str:
    """Parts of a line, set apart as each language does it; what is empty stays away."""
    return say.pick("　", "; ").join(filter(None, parts))


def source_text(view: BriefingView, say: Words, most: int = MOST_SOURCES) -> str:
    """The reports of a view in one line, so many by name at most: the annex names all of them."""
    named = say("; ").join(view.sources[:most])
    if len(view.sources) <= most:
        return named
    return say("{reports}; and others, {n} reports in all", reports=named, n=len(view.sources))


def note_text(view: BriefingView, charts: Sequence[NativeChart], say: Words) -> str:
    """The note, then what the charts leave out and what their shapes mean, each said once."""
    key = say_apart(list(dict.fromkeys(entry for chart in charts for entry in chart.key)), say)
    return say.pick("", " ").join(filter(None, dict.fromkeys([view.note, *(chart.left_out for chart in charts), key])))


def source_note(view: BriefingView, say: Words, *, listed: bool, most: int = MOST_SOURCES) -> str:
    """The reports of a view by name with their opening; of many how many they are, where the end lists all of them."""
    if not view.sources:
        return ""
    if listed and len(view.sources) > most:
        return say("Source: {n} reports, listed at the end", n=len(view.sources))
    return say("Source: {source}", source=source_text(view, say, most))


def note_lines(view: BriefingView, say: Words, *, listed: bool = False, most: int = MOST_SOURCES) -> list[str]:
    """Note, what the chart leaves out, and sources, each with its opening; what is empty stays away.

    listed: whether the reports stand at the end too; then they are named here if they are so many at most.
    """
    note = note_text(view, view.charts, say)
    lines = (
        say("Note: {note}", note=note) if note else "",
        source_note(view, say, listed=listed, most=most if listed else MOST_SOURCES),
    )
    return [line for line in lines if line]
