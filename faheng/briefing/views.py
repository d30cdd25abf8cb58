"""Rows of the store -> a view of a briefing: chart, table, facts and the words that go along with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go

from faheng.briefing.contents import BriefingView, Fact, Table
from faheng.briefing.facts import facts_of, matrix_table, ranking_table, sources_of, trend_table
from faheng.native.chart import NativeChart
from faheng.native.ranking import LEAST_APART, MOST_ON_A_PAGE, ranking_chart
from faheng.native.trend import trend_chart
from faheng.words.catalogue import Words
from faheng.words.rows import text_of
from faheng.words.values import unit_symbol, units

_MOST_PLACES_NAMED = 8


def ranking_view(
    cells: pd.DataFrame, benchmarks: pd.DataFrame | None, evidence: pd.DataFrame, say: Words, *,
    ours: str, title: str, message: str, note: str, link: str, selected: Sequence[str] = (),
    peers: pd.DataFrame | None = None, figure: Callable[[], go.Figure] | None = None,
) -> BriefingView:  # fmt: skip
    """One indicator across places.

    cells: rows of shared__cells, one a place, those without a value too. benchmarks: of shared__benchmarks. peers: of
    shared__peers. evidence: of export__evidence for the cells' observations. figure: draws the picture with its frame.
    """
    chart = ranking_chart(cells, benchmarks, say, ours, selected=selected, peers=peers)
    table = ranking_table(cells, say, ours)
    narrow = None
    if chart is not None and chart.kind == "dot" and len(chart.categories) > MOST_ON_A_PAGE + LEAST_APART:
        narrow = ranking_chart(cells, benchmarks, say, ours, selected=selected, peers=peers, most=MOST_ON_A_PAGE)
    made = _view(cells, evidence, say, chart, table, title=title, message=message, note=note, link=link, figure=figure)
    return replace(made, narrow=narrow and replace(narrow, alt=message))


def trend_view(
    cells: pd.DataFrame, evidence: pd.DataFrame, say: Words, *,
    ours: str, title: str, message: str, note: str, link: str, selected: Sequence[str] = (),
    peers: pd.DataFrame | None = None, figure: Callable[[], go.Figure] | None = None,
) -> BriefingView:  # fmt: skip
    """Indicators over the years; of several indicators each has a panel of its own.

    cells: rows of shared__cells, one a place, indicator and year.
    """
    single = cells["indicator_id"].nunique() == 1
    chart = trend_chart(cells, say, ours, selected=selected, peers=peers) if single else None
    table = trend_table(cells, say)
    made = _view(cells, evidence, say, chart, table, title=title, message=message, note=note, link=link, figure=figure)
    return made if single else replace(made, panels=_panels(cells, say, ours, selected))


def _panels(cells: pd.DataFrame, say: Words, ours: str, selected: Sequence[str]) -> tuple[NativeChart, ...]:
    """A chart for each indicator that has a value."""
    charts = []
    for _, rows in cells.groupby("indicator_id", sort=False):
        chart = trend_chart(rows, say, ours, selected=selected)
        if chart is not None:
            unit = unit_symbol(units()[text_of(rows.iloc[0], "unit")], say)
            name = text_of(rows.iloc[0], "indicator")
            title = say("{name} ({unit})", name=name, unit=unit) if unit else name
            charts.append(replace(chart, title=title, alt=title))
    return tuple(charts)


def matrix_view(
    cells: pd.DataFrame, evidence: pd.DataFrame, say: Words, *, title: str, message: str, note: str, link: str
) -> BriefingView:
    """Indicators by place, a table without a chart. cells: rows of shared__cells."""
    table = matrix_table(cells, say)
    return _view(cells, evidence, say, None, table, title=title, message=message, note=note, link=link, figure=None)


def _view(
    cells: pd.DataFrame, evidence: pd.DataFrame, say: Words, chart: NativeChart | None, table: Table, *,
    title: str, message: str, note: str, link: str, figure: Callable[[], go.Figure] | None,
) -> BriefingView:  # fmt: skip
    facts = facts_of(cells, evidence, say)
    return BriefingView(
        title=title, message=message, where=_where(cells, say), when=_when(facts, say), unit=_unit(cells, say),
        note=note, sources=sources_of(facts, say), link=link, speech=_speech(message, note, facts, say),
        chart=None if chart is None else replace(chart, alt=message), table=table, facts=facts, figure=figure,
    )  # fmt: skip


def _where(cells: pd.DataFrame, say: Words) -> str:
    names = list(dict.fromkeys(cells["locality"]))
    if len(names) <= _MOST_PLACES_NAMED:
        return say(", ").join(names)
    return say("{places} and others, {n} in all", places=say(", ").join(names[:_MOST_PLACES_NAMED]), n=len(names))


def _when(facts: Sequence[Fact], say: Words) -> str:
    """The one period of all values, or their years from the first to the last."""
    held = [fact for fact in facts if fact.value is not None]
    periods = dict.fromkeys(fact.period for fact in held)
    if len(periods) <= 1:
        return next(iter(periods), "")
    years = sorted({fact.year for fact in held if fact.year is not None})
    if len(years) <= 1:
        return say("{year}; periods differ", year=years[0]) if years else ""
    return say("{first}–{last}; each value with its own period", first=years[0], last=years[-1])


def _unit(cells: pd.DataFrame, say: Words) -> str:
    symbols = dict.fromkeys(unit_symbol(units()[unit], say) for unit in dict.fromkeys(cells["unit"]))
    return say(", ").join(filter(None, symbols))


def _speech(message: str, note: str, facts: Sequence[Fact], say: Words) -> str:
    """The message, what must be said with it, and each value with its period, verdict and phrase."""
    told = [message, note] if note else [message]
    for fact in facts:
        if fact.value is None:
            told.append(
                say("{place}, {indicator}: {reason}", place=fact.place, indicator=fact.indicator, reason=fact.reason)
            )
            continue
        told.append(
            say("{place}, {indicator}: {value} ({period}; {verdict})", place=fact.place, indicator=fact.indicator,
                value=fact.shown, period=fact.period, verdict=fact.verdict)
        )  # fmt: skip
        told += [say("The report says: “{phrase}”", phrase=phrase) for phrase in fact.phrases]
    return "\n".join(told[:_MOST_SPOKEN])


_MOST_SPOKEN = 40


def own_indicators(cells: pd.DataFrame) -> list[str]:
    """The indicators asked for and those that stand in: what definitions are asked for."""
    every = [*cells["indicator_id"], *(text_of(row, "source_indicator_id") for row in cells.to_dict("records"))]
    return list(dict.fromkeys(filter(None, every)))
