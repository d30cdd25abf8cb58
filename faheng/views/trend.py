"""Indicators over the years, as a chart with its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from faheng.charts import notes, sentences
from faheng.charts.shown import ChartFrame, Shown, Style
from faheng.charts.trend import small_multiples, trend
from faheng.model import Cell
from faheng.views.cached import column
from faheng.views.chart import ChartView
from faheng.views.tables import export_rows, nothing_drawn, table_rows
from faheng.views.view import View
from faheng.words.catalogue import Words

MOST_PANELS = 6


def chosen_trends(view: View) -> list[str]:
    """The indicators that the address names; the one our place states most often where it names none."""
    chosen = list(view.selection.indicators)[:MOST_PANELS]
    return chosen or list(column("pages/trends__richest", localities=[view.ours], limit=1))


def held_years() -> list[int]:
    """The years that the store holds, in order."""
    return sorted(column("pages/filters__years"))


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
    held = tuple(cell for cell in cells if cell.value is not None)
    if not every:
        return say("No report held states a figure of {place}; choose another place above.", place=view.our_name)
    if not held:
        return nothing_drawn(every, say(", ").join(_names(every)), view)
    drawn = list(dict.fromkeys(cell.indicator_id for cell in held))
    figures = tuple(cell for cell in cells if cell.indicator_id in drawn)
    peers = view.peers(drawn[0], years=years) if len(drawn) == 1 else ()
    shown = Shown(figures, view.ours, view.selection.beside, peers=peers, changes=view.changes)
    areas, between = notes.change_note(held, view.changes, say), say.pick("", " ")
    alone = say("A line takes a second year that can be compared.") if len(held) == 1 else ""
    note, reasons = (
        between.join(filter(None, (text(held, say), areas, alone))) for text in (notes.trend_note, notes.trend_reasons)
    )
    frame = ChartFrame(_title(held, say), note, notes.source_note(held, say))
    draw = trend if len(drawn) == 1 else small_multiples
    return ChartView(
        frame=frame,
        alone=replace(frame, note=reasons),
        paint=lambda around, look: draw(shown, around, Style(look, say)),
        rows=lambda: export_rows(held, view, view.changes),
        sentence=_sentence(cells, every, view),
        cells=held,
        peers=peers,
        table=table_rows(held, None, view, view.changes),
    )


def _title(held: Sequence[Cell], say: Words) -> str:
    count = len({cell.indicator_id for cell in held})
    if count == 1:
        return say("{indicator} over the years", indicator=held[0].indicator)
    return say("{n} indicators over the years", n=count)


def _names(cells: Sequence[Cell]) -> list[str]:
    """The names of the indicators, each once."""
    return list(dict.fromkeys(cell.indicator for cell in cells))


def _sentence(cells: Sequence[Cell], every: Sequence[Cell], view: View) -> str:
    """What the figure shows, and which indicators “only comparable” leaves out of it."""
    say, one = view.say, len({cell.indicator_id for cell in every}) == 1
    if one:
        shown = sentences.trend_sentence(cells, say, view.changes)
    else:
        shown = sentences.trends_sentence(cells, view.ours, say, view.changes)
    kept = {cell.indicator_id for cell in cells}
    hidden = _names([cell for cell in every if cell.indicator_id not in kept])
    if not hidden:
        return shown
    left_out = say("Left out, because nothing of it can be compared: {indicators}.", indicators=say(", ").join(hidden))
    return say.pick("", " ").join((shown, left_out))
