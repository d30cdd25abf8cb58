"""Indicators over the years: lines stop at missing years and new definitions, bars show periods that are not years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import plotly.graph_objects as go

from faheng.charts import marks
from faheng.charts.brush import Brush, brush_for
from faheng.charts.change_marks import add_changes
from faheng.charts.frame import AXIS_BAND, KEY_GAP, Margins, Texts, add_frame, texts_for
from faheng.charts.panel import add_levels, add_series, mark_boxes
from faheng.charts.panel_labels import ToLabel, add_labels
from faheng.charts.peers import add_bands, add_medians, ends_of, key_text
from faheng.charts.references import references
from faheng.charts.scale import value_scale
from faheng.charts.series import Series, series_of
from faheng.charts.shown import ChartFrame, Shown, Style
from faheng.charts.sketch import Sketch
from faheng.charts.trend_grid import PanelPlan, add_axes, grid_for
from faheng.model import Cell
from faheng.words.catalogue import Words
from faheng.words.values import unit_symbol

MOST_PANELS, MOST_NAMED = 6, 6


def trend(shown: Shown, frame: ChartFrame, style: Style) -> go.Figure:
    """One indicator, a line a locality. Where none is selected, all localities have colours, in the order given."""
    plan = _plan(shown, "", style.say)
    texts = texts_for(frame, plan.unit, style.say, key=_key([plan], shown, style.say))
    return _draw([plan], texts, shown, frame.width, style)


def small_multiples(shown: Shown, frame: ChartFrame, style: Style) -> go.Figure:
    """A panel for each indicator, or for each locality where there is one indicator; years are shared.

    At most MOST_PANELS are drawn; the key says how many were left out, and a page shows them in another figure.
    """
    groups = _groups(shown, style.say)
    plans = [_plan(group, heading, style.say) for heading, group in groups[:MOST_PANELS]]
    left_out = len(groups) - len(plans)
    more = style.say.count("{n} panel more is not drawn", "{n} panels more are not drawn", left_out) if left_out else ""
    key = KEY_GAP.join(filter(None, (_key(plans, shown, style.say), more)))
    return _draw(plans, texts_for(frame, None, style.say, key=key), shown, frame.width, style)


def _groups(shown: Shown, say: Words) -> list[tuple[str, Shown]]:
    """What each panel shows, under its heading; nothing for what has no value. Panels have no benchmarks or peers."""
    several = len({cell.indicator_id for cell in shown.cells}) > 1
    own: dict[str, list[Cell]] = {}
    for cell in shown.cells:
        own.setdefault(cell.indicator_id if several else cell.locality_code, []).append(cell)
    groups = [replace(shown, cells=tuple(cells), benchmarks=(), peers=()) for cells in own.values()]
    return [(_heading(group, say, several=several), group) for group in groups if group.drawable]


def _heading(group: Shown, say: Words, *, several: bool) -> str:
    """The indicator, or the place where there is one indicator, with the unit."""
    name = group.cells[0].indicator if several else group.cells[0].locality
    unit = unit_symbol(group.unit, say)
    return say("{name} ({unit})", name=name, unit=unit) if unit else name


def _plan(shown: Shown, heading: str, say: Words) -> PanelPlan:
    levels = references(shown.benchmarks, shown.unit, say)
    ends = [end for cell in shown.drawable for end in marks.extent(cell)]
    values = [*ends, *(line.value for line in levels), *ends_of(shown.peers)]
    scale = value_scale(values, rate=shown.rate)
    return PanelPlan(series_of(shown.cells, shown.changes), levels, shown.unit, scale, heading, shown.peers)


def _key(plans: Sequence[PanelPlan], shown: Shown, say: Words) -> str:
    points = [point for plan in plans for series in plan.series for point in series.points]
    odd = any(point.odd for point in points)
    spans = any(cell.period_kind in ("multi_year", "since", "part_year") for cell in shown.drawable)
    parts = [
        # a point of another definition is a square, whatever its origin
        *marks.shapes([point.cell for point in points if not point.odd], say),
        *marks.whiskers(shown.drawable, say),
        say("□ other definition") if odd else "",
        say("▬ period other than one year") if spans else "",
        *(key_text(plan.peers, say) for plan in plans),
    ]
    return KEY_GAP.join(filter(None, parts))


def _draw(plans: Sequence[PanelPlan], texts: Texts, shown: Shown, width: int, style: Style) -> go.Figure:
    codes = tuple(dict.fromkeys(cell.locality_code for cell in shown.cells))
    brush = brush_for(shown.cells, shown.ours, shown.selected or codes, style)
    named = [_named(plan.series, brush) if len(codes) > 1 else [] for plan in plans]
    grid = grid_for(plans, [series for each in named for series in each], width, style.say)
    figure = Sketch()
    for i, plan in enumerate(plans):
        panel = add_axes(figure, grid, i, plan, style.look)
        drawn = mark_boxes(panel, plan.series)
        taken = drawn + add_levels(figure, panel, plan.levels, drawn, style.look)
        add_medians(figure, panel, plan.peers, style)
        taken = taken + add_changes(figure, panel, plan.series, brush)
        add_series(figure, panel, plan.series, brush)
        crossing = [line.value for line in plan.levels]
        add_labels(figure, panel, ToLabel(plan.series, named[i], taken, crossing), brush)
        add_bands(figure, panel, plan.peers, style.look)
    margins = Margins(grid.left, grid.right, texts.head, texts.foot + AXIS_BAND)
    add_frame(figure, texts, margins, look=style.look, plot_height=grid.height)
    return figure.figure()


def _named(drawn: list[Series], brush: Brush) -> list[Series]:
    """The series that get a name: all of a few, else ours and those with a colour of their own."""
    if len(drawn) <= MOST_NAMED:
        return drawn
    return [series for series in drawn if series.code == brush.ours or brush.tones[series.code] != brush.look.peer]
