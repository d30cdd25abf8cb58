"""Cells of the store -> a view of a briefing: chart, table, facts and the words that go along with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import plotly.graph_objects as go

from faheng.briefing.answers import EvidencePhrase
from faheng.briefing.brief_tables import brief_matrix, brief_pair, brief_profile
from faheng.briefing.contents import BriefingFact, BriefingView, ViewTexts
from faheng.briefing.described import chart_alt
from faheng.briefing.facts import facts_of, sources_of
from faheng.briefing.table import ViewTable
from faheng.briefing.tables import matrix_table, pair_table, profile_table, ranking_table, trend_table, worded_table
from faheng.charts.shown import Shown
from faheng.model import Cell
from faheng.native.chart import NativeChart
from faheng.native.ranking import LEAST_APART, MOST_ON_A_PAGE, ranking_chart
from faheng.native.trend import trend_chart
from faheng.views.chart import ChartView
from faheng.views.pair import Pair
from faheng.views.profile import PlaceProfile
from faheng.words.catalogue import Words
from faheng.words.values import unit_symbol, units

__all__ = ["matrix_view", "pair_view", "profile_view", "ranking_view", "shaped_view", "trend_view"]

Draw = Callable[[], go.Figure]
_MOST_PLACES_NAMED, _MOST_UNITS = 8, 3
_MOST_SPOKEN = 40


def ranking_view(
    shown: Shown, evidence: Sequence[EvidencePhrase], texts: ViewTexts, say: Words, figure: Draw | None = None
) -> BriefingView:
    """One indicator across places.

    shown: one cell a place, those without a value too. evidence: of the cells' observations. figure: draws the picture
    with its frame.
    """
    chart = ranking_chart(shown, say)
    view = _view(shown.cells, evidence, ranking_table(shown.cells, say, shown.ours), texts, say)
    view = replace(view, chart=_described(chart, texts, say), figure=figure)
    if chart is None or chart.kind != "dot" or len(chart.categories) <= MOST_ON_A_PAGE + LEAST_APART:
        return view
    narrow = ranking_chart(shown, say, most=MOST_ON_A_PAGE)
    return replace(view, narrow=_described(narrow, texts, say))


def trend_view(
    shown: Shown, evidence: Sequence[EvidencePhrase], texts: ViewTexts, say: Words, figure: Draw | None = None
) -> BriefingView:
    """Indicators over the years; of several indicators each has a panel of its own.

    shown: one cell a place, indicator and year.
    """
    view = replace(_view(shown.cells, evidence, trend_table(shown.cells, say), texts, say), figure=figure)
    if len(_indicators(shown)) != 1:
        return replace(view, panels=_panels(shown, say))
    chart = trend_chart(shown, say)
    return replace(view, chart=_described(chart, texts, say))


def shaped_view(
    chart: ChartView, ours: str, evidence: Sequence[EvidencePhrase], texts: ViewTexts, say: Words
) -> BriefingView:
    """A chart with a form of its own in office programs, and the table that stands beside it on its page."""
    cells = chart.cells or ()
    ranked = chart.linked and len({cell.indicator_id for cell in cells}) == 1
    table = ranking_table(cells, say, ours) if ranked or chart.table is None else worded_table(chart.table)
    native = chart.native and chart.native()
    return replace(_view(cells, evidence, table, texts, say), chart=_described(native, texts, say))


def matrix_view(
    cells: Sequence[Cell], evidence: Sequence[EvidencePhrase], texts: ViewTexts, say: Words, ours: str = ""
) -> BriefingView:
    """Indicators by place, a table without a chart. ours: the code of our place."""
    table = matrix_table(cells, say)
    own = next((cell.locality for cell in cells if cell.locality_code == ours), "")
    return replace(_view(cells, evidence, table, texts, say), brief=brief_matrix(table, own, say))


def profile_view(
    profile: PlaceProfile, evidence: Sequence[EvidencePhrase], texts: ViewTexts, say: Words
) -> BriefingView:
    """One place whole, a table without a chart."""
    cells = [line.cell for line in profile.lines]
    table = profile_table(profile, say)
    return replace(_view(cells, evidence, table, texts, say), brief=brief_profile(profile, table.telling, say))


def pair_view(shown: Pair, evidence: Sequence[EvidencePhrase], texts: ViewTexts, say: Words) -> BriefingView:
    """Two places side by side, a table without a chart."""
    cells = [cell for line in shown.lines for cell in (line.ours, line.theirs)]
    return replace(_view(cells, evidence, pair_table(shown, say), texts, say), brief=brief_pair(shown, say))


def _described(chart: NativeChart | None, texts: ViewTexts, say: Words) -> NativeChart | None:
    """The chart with what it shows in words."""
    return chart and replace(chart, alt=chart_alt(texts.title, chart, texts.message, say))


def _indicators(shown: Shown) -> list[str]:
    return list(dict.fromkeys(cell.indicator_id for cell in shown.cells))


def _panels(shown: Shown, say: Words) -> tuple[NativeChart, ...]:
    """A chart for each indicator that has a value."""
    charts = []
    for indicator in _indicators(shown):
        own = tuple(cell for cell in shown.cells if cell.indicator_id == indicator)
        chart = trend_chart(replace(shown, cells=own, peers=()), say)
        if chart is not None:
            unit, name = unit_symbol(units()[own[0].unit], say), own[0].indicator
            title = say("{name} ({unit})", name=name, unit=unit) if unit else name
            charts.append(replace(chart, title=title, alt=chart_alt(title, chart, "", say)))
    return tuple(charts)


def _view(
    cells: Sequence[Cell], evidence: Sequence[EvidencePhrase], table: ViewTable, texts: ViewTexts, say: Words
) -> BriefingView:
    """The view without a chart."""
    facts = facts_of(cells, evidence, say)
    return BriefingView(
        title=texts.title, message=texts.message, action=texts.action, where=_where(cells, say), when=_when(facts, say),
        unit=_unit(cells, say), note=texts.note, sources=sources_of(facts, say), link=texts.link,
        speech=_speech(texts, facts, say), chart=None, table=table, facts=facts,
    )  # fmt: skip


def _where(cells: Sequence[Cell], say: Words) -> str:
    names = list(dict.fromkeys(cell.locality for cell in cells))
    if len(names) <= _MOST_PLACES_NAMED:
        return say(", ").join(names)
    return say("{places} and others, {n} in all", places=say(", ").join(names[:_MOST_PLACES_NAMED]), n=len(names))


def _when(facts: Sequence[BriefingFact], say: Words) -> str:
    """The one period of all values, or their years from the first to the last."""
    held = [fact for fact in facts if fact.value is not None]
    periods = dict.fromkeys(fact.period for fact in held)
    if len(periods) <= 1:
        return next(iter(periods), "")
    years = sorted({fact.year for fact in held if fact.year is not None})
    if len(years) <= 1:
        return say("{year}; periods differ", year=years[0]) if years else ""
    return say("{first}–{last}; each value with its own period", first=years[0], last=years[-1])


def _unit(cells: Sequence[Cell], say: Words) -> str:
    """The units of all values; "" of more than a few, which each value or its row then names."""
    every = dict.fromkeys(unit_symbol(units()[unit], say) for unit in dict.fromkeys(cell.unit for cell in cells))
    symbols = list(filter(None, every))
    return say(", ").join(symbols) if len(symbols) <= _MOST_UNITS else ""


def _speech(texts: ViewTexts, facts: Sequence[BriefingFact], say: Words) -> str:
    """The message, what must be said with it, and each value with its period, verdict and phrase."""
    lines = [texts.message, texts.note] if texts.note else [texts.message]
    for fact in facts:
        if fact.value is None:
            lines.append(
                say("{place}, {indicator}: {reason}", place=fact.place, indicator=fact.indicator, reason=fact.reason)
            )
            continue
        lines.append(
            say("{place}, {indicator}: {value} ({period}; {verdict})", place=fact.place, indicator=fact.indicator,
                value=fact.shown, period=fact.period, verdict=fact.verdict)
        )  # fmt: skip
        lines += [say('The report says: "{phrase}"', phrase=phrase) for phrase in fact.phrases]
    return "\n".join(lines[:_MOST_SPOKEN])
