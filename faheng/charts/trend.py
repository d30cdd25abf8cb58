"""Indicators over the years: lines stop at missing years and new definitions, bars show periods that are not years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from faheng.charts import marks
from faheng.charts.frame import AXIS_BAND, KEY_GAP, PHONE, Margins, Texts, frame, texts_for
from faheng.charts.look import Look, colours
from faheng.charts.panel import add_levels, add_series, mark_boxes
from faheng.charts.panel_labels import add_labels, name_text
from faheng.charts.peers import add_years, ends_of, key_text
from faheng.charts.references import references
from faheng.charts.scale import value_scale
from faheng.charts.series import Series, series_of
from faheng.charts.sketch import Sketch
from faheng.charts.trend_grid import Plan, add_axes, grid_for
from faheng.words.catalogue import Words
from faheng.words.rows import text_of
from faheng.words.values import unit_symbol, units

MOST_PANELS, MOST_NAMED = 6, 6


def trend(
    cells: pd.DataFrame,
    *,
    look: Look,
    say: Words,
    ours: str,
    title: str,
    note: str,
    source: str,
    benchmarks: pd.DataFrame | None = None,
    peers: pd.DataFrame | None = None,
    selected: Sequence[str] = (),
    width: int = PHONE,
    framed: bool = True,
) -> go.Figure:
    """One indicator, a line a locality.

    cells: one row a locality and year, the columns of a page query. ours: a locality code; selected: codes in the
    order of their colours, by default that of the cells. peers: rows of shared__peers, one a year. width: the
    narrowest width it must stand. framed: with title, note and source, which a page prints itself.
    """
    plan = _plan(cells, benchmarks, say, heading="", peers=peers)
    texts = texts_for(title, plan.unit, note, source, say, key=_key([plan], cells, say), framed=framed).wrapped(width)
    return _draw([plan], texts, cells, look=look, say=say, ours=ours, selected=selected, width=width)


def small_multiples(
    cells: pd.DataFrame,
    *,
    look: Look,
    say: Words,
    ours: str,
    title: str,
    note: str,
    source: str,
    selected: Sequence[str] = (),
    width: int = PHONE,
    framed: bool = True,
) -> go.Figure:
    """A panel for each indicator, or for each locality where there is one indicator; years are shared.

    At most MOST_PANELS are drawn; the key says how many were left out, and a page shows them in another figure.
    framed: as trend() takes it.
    """
    by = "indicator_id" if cells["indicator_id"].nunique() > 1 else "locality_code"
    groups = [rows for _, rows in cells.groupby(by, sort=False) if not marks.drawable(rows).empty]
    plans = [_plan(rows, None, say, heading=_heading(rows, by, say)) for rows in groups[:MOST_PANELS]]
    left_out = len(groups) - len(plans)
    more = say.count("{n} panel more is not drawn", "{n} panels more are not drawn", left_out) if left_out else ""
    key = KEY_GAP.join(filter(None, (_key(plans, cells, say), more)))
    texts = texts_for(title, None, note, source, say, key=key, framed=framed).wrapped(width)
    return _draw(plans, texts, cells, look=look, say=say, ours=ours, selected=selected, width=width)


def _plan(
    cells: pd.DataFrame,
    benchmarks: pd.DataFrame | None,
    say: Words,
    *,
    heading: str,
    peers: pd.DataFrame | None = None,
) -> Plan:
    unit = units()[text_of(cells.iloc[0], "unit")]
    levels = references(benchmarks, unit, say)
    ends = [end for _, cell in marks.drawable(cells).iterrows() for end in marks.extent(cell)]
    shown = [*ends, *(each.value for each in levels), *ends_of(peers)]
    scale = value_scale(shown, rate=text_of(cells.iloc[0], "kind") == "rate")
    return Plan(series_of(cells), levels, unit, scale, heading, peers)


def _heading(rows: pd.DataFrame, by: str, say: Words) -> str:
    first = rows.iloc[0]
    unit = unit_symbol(units()[text_of(first, "unit")], say)
    name = text_of(first, "indicator" if by == "indicator_id" else "locality")
    return say("{name} ({unit})", name=name, unit=unit) if unit else name


def _key(plans: Sequence[Plan], cells: pd.DataFrame, say: Words) -> str:
    odd = any(point.odd for plan in plans for series in plan.found for point in series.points)
    shown = marks.drawable(cells)
    spans = shown["period_kind"].isin(["multi_year", "since", "part_year"]).any()
    parts = [
        marks.key(shown, say, arrows=False),
        say("□ other definition") if odd else "",
        say("▬ period other than one year") if spans else "",
        *(key_text(plan.peers, say) for plan in plans),
    ]
    return KEY_GAP.join(filter(None, parts))


def _draw(
    plans: list[Plan], texts: Texts, cells: pd.DataFrame, *,
    look: Look, say: Words, ours: str, selected: Sequence[str], width: int,
) -> go.Figure:  # fmt: skip
    codes = [str(code) for code in dict.fromkeys(cells["locality_code"])]
    tones = colours(codes, ours, selected or codes, look)
    several = len(codes) > 1
    named = [_named(plan.found, tones, ours, look) if several else [] for plan in plans]
    grid = grid_for(plans, [name_text(series, say) for each in named for series in each], width)
    figure = Sketch()
    for i, plan in enumerate(plans):
        panel = add_axes(figure, grid, i, plan, look)
        drawn = mark_boxes(panel, plan.found)
        taken = drawn + add_levels(figure, panel, plan.levels, drawn, look)
        add_years(figure, panel, plan.peers, look, say)
        add_series(figure, panel, plan.found, tones=tones, look=look, say=say)
        crossing = [each.value for each in plan.levels]
        add_labels(
            figure,
            panel,
            plan.found,
            named=named[i],
            obstacles=taken,
            crossing=crossing,
            tones=tones,
            look=look,
            say=say,
        )
    margins = Margins(grid.left, grid.right, texts.head, texts.foot + AXIS_BAND)
    frame(figure, texts, margins, look=look, plot_height=grid.height)
    return figure.figure()


def _named(found: list[Series], tones: Mapping[str, str], ours: str, look: Look) -> list[Series]:
    """The series that get a name: all of a few, else ours and those with a colour of their own."""
    if len(found) <= MOST_NAMED:
        return found
    return [series for series in found if series.code == ours or tones[series.code] != look.peer]
