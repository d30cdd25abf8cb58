"""Indicators over the years, as a chart with its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pandas as pd
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
    if held.empty:
        return nothing_drawn(every, say(", ").join(dict.fromkeys(every["indicator"])), view)
    drawn = list(dict.fromkeys(held["indicator_id"]))
    draw_one: Callable[..., go.Figure] = trend if len(drawn) == 1 else small_multiples
    if len(drawn) == 1:
        title = say("{indicator} over the years", indicator=str(held["indicator"].iloc[0]))
    else:
        title = say("{n} indicators over the years", n=len(drawn))
    figures = cells[cells["indicator_id"].isin(drawn)]
    peers = view.peers(drawn[0], years=years) if len(drawn) == 1 else None
    more = {} if peers is None else {"peers": peers}
    frame = Frame(title, notes.trend_note(held, say), notes.source_note(held, say))
    alone = replace(frame, note=notes.trend_reasons(held, say))
    ours, selected = view.ours, view.selection.beside
    return ChartView(
        frame=frame,
        draw=lambda look, **settled: draw_one(
            figures,
            look=look,
            say=say,
            ours=ours,
            selected=selected,
            **more,
            **(vars(alone) | {"framed": False} | settled),
        ),
        rows=lambda: export_rows(held, view),
        sentence=_sentence(cells, every, view),
        cells=held,
        peers=peers,
        table=table_rows(held, None, view),
    )


def _sentence(cells: pd.DataFrame, every: pd.DataFrame, view: View) -> str:
    """What the figure shows, and which indicators “only comparable” leaves out of it."""
    say = view.say
    one = every["indicator_id"].nunique() == 1
    told = [sentences.trend_sentence(cells, say) if one else sentences.trends_sentence(cells, view.ours, say)]
    hidden = every[~every["indicator_id"].isin(cells["indicator_id"])]
    if len(hidden):
        names = say(", ").join(dict.fromkeys(hidden["indicator"]))
        told.append(say("Left out, because nothing of it can be compared: {indicators}.", indicators=names))
    return say.pick("", " ").join(told)
