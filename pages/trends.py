"""趋势: indicators over the years, broken where years or definitions change."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from faheng.charts import notes, sentences
from faheng.charts.trend import small_multiples, trend
from faheng.ui.cached import remember, rows
from faheng.ui.charts import MOST_UNFOLDED, ChartView, Frame, show_chart
from faheng.ui.choose import choose_indicators, choose_span
from faheng.ui.page import show
from faheng.ui.tables import cell_table, export_rows, nothing_drawn, reasons, table_rows
from faheng.ui.view import View, begin

MOST_PANELS = 6


def content() -> None:
    view = begin("trends", "beside", "comparable", alone=True)
    say = view.say
    options, main = st.columns([1, 3], gap="large")
    with options:
        richest = rows("pages/trends__richest", localities=[view.ours], limit=1)["id"]
        chosen = choose_indicators(say("Indicators"), view, most=MOST_PANELS) or list(richest)
        years = choose_span(view)
    made = remember(partial(trend_view, chosen, years, view), "trends", *chosen, *years, *view.seen)
    with main:
        if isinstance(made, ChartView):
            show_chart(made, say)
        else:
            st.info(made)


def trend_view(chosen: Sequence[str], years: Sequence[int], view: View) -> ChartView | str:
    """The chart with its words; a sentence where there is nothing to draw."""
    say, every = view.say, view.cells(chosen, years=years)
    cells = view.comparable(every)
    held = cells[cells["value"].notna()]
    names = say(", ").join(dict.fromkeys(every["indicator"]))
    if held.empty:
        return nothing_drawn(every, names, view)
    if len(chosen) == 1:
        draw_one, title = trend, say("{indicator} over the years", indicator=names)
        sentence = sentences.trend_sentence(cells, say)
    else:
        draw_one, title = small_multiples, say("{n} indicators over the years", n=len(chosen))
        sentence = sentences.trends_sentence(cells, view.ours, say)
    frame = Frame(title, notes.trend_note(held, say), notes.source_note(held, say))
    ours, selected = view.ours, view.selection.beside
    return ChartView(
        frame=frame,
        draw=lambda look: draw_one(
            cells, look=look, say=say, ours=ours, selected=selected, framed=False, **vars(frame)
        ),
        rows=lambda: export_rows(held, view),
        sentence=sentence,
        table=cell_table(table_rows(held, None, view), held, view),
        beneath=reasons(held, view),
        folded=len(held) > MOST_UNFOLDED,
    )


show(content)
