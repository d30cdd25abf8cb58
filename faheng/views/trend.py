"""Indicators over the years, as a chart with its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import plotly.graph_objects as go

from faheng.charts import notes, sentences
from faheng.charts.trend import small_multiples, trend
from faheng.views.cached import rows
from faheng.views.chart import ChartView, Frame
from faheng.views.tables import export_rows, nothing_drawn, table_rows
from faheng.views.view import View

MOST_PANELS = 6


def chosen_trends(view: View) -> list[str]:
    """The indicators that the address names; the one our place states most often where it names none."""
    chosen = list(view.selection.indicators)[:MOST_PANELS]
    return chosen or list(rows("pages/trends__richest", localities=[view.ours], limit=1)["id"])


def held_years() -> list[int]:
    """The years that the store holds, in order."""
    return sorted(int(year) for year in rows("pages/filters__years")["year"])


def chosen_span(view: View) -> list[int]:
    """The years of a trend: those that the address names, else all that the store holds."""
    held = held_years()
    if not held:
        return held
    first, last = view.selection.years or (held[0], held[-1])
    return list(range(first, last + 1))


def trend_view(chosen: Sequence[str], years: Sequence[int], view: View) -> ChartView | str:
    """The chart with its words; a sentence where there is nothing to draw."""
    say, every = view.say, view.cells(chosen, years=years)
    cells = view.comparable(every)
    held = cells[cells["value"].notna()]
    names = say(", ").join(dict.fromkeys(every["indicator"]))
    if held.empty:
        return nothing_drawn(every, names, view)
    draw_one: Callable[..., go.Figure] = trend if len(chosen) == 1 else small_multiples
    if len(chosen) == 1:
        title = say("{indicator} over the years", indicator=names)
        sentence = sentences.trend_sentence(cells, say)
    else:
        title = say("{n} indicators over the years", n=len(chosen))
        sentence = sentences.trends_sentence(cells, view.ours, say)
    peers = view.peers(chosen[0], years=years) if len(chosen) == 1 else None
    more = {} if peers is None else {"peers": peers}
    frame = Frame(title, notes.trend_note(held, say), notes.source_note(held, say))
    alone = replace(frame, note=notes.trend_reasons(held, say))
    ours, selected = view.ours, view.selection.beside
    return ChartView(
        frame=frame,
        draw=lambda look, **settled: draw_one(
            cells,
            look=look,
            say=say,
            ours=ours,
            selected=selected,
            **more,
            **(vars(alone) | {"framed": False} | settled),
        ),
        rows=lambda: export_rows(held, view),
        sentence=sentence,
        cells=held,
        peers=peers,
        table=table_rows(held, None, view),
    )
