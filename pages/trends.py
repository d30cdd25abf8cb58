"""趋势: indicators over the years, broken where years or definitions change."""

import plotly.graph_objects as go
import streamlit as st

from faheng.charts import notes, sentences
from faheng.charts.look import Look
from faheng.charts.trend import small_multiples, trend
from faheng.ui.cached import rows
from faheng.ui.charts import MOST_UNFOLDED, Frame, show_chart
from faheng.ui.choose import choose_indicators, choose_span
from faheng.ui.page import begin
from faheng.ui.tables import cell_table, export_rows, nothing_drawn, reasons, table_rows

MOST_PANELS = 6

view = begin("trends", "beside", "comparable", alone=True)
say = view.say
options, main = st.columns([1, 3], gap="large")
with options:
    richest = rows("pages/trends__richest", localities=[view.ours], limit=1)["id"]
    chosen = choose_indicators(say("Indicators"), view, most=MOST_PANELS) or list(richest)
    years = choose_span(view)

every = view.cells(chosen, years=years)
cells = view.comparable(every)
held = cells[cells["value"].notna()]
names = say(", ").join(dict.fromkeys(every["indicator"]))
with main:
    if held.empty:
        st.info(nothing_drawn(every, names, view))
        st.stop()
    one = len(chosen) == 1
    title = (
        say("{indicator} over the years", indicator=names)
        if one
        else say("{n} indicators over the years", n=len(chosen))
    )
    frame = Frame(title, notes.trend_note(held, say), notes.source_note(held, say))

    def draw(look: Look) -> go.Figure:
        draw_one = trend if one else small_multiples
        return draw_one(
            cells, look=look, say=say, ours=view.ours, selected=view.selection.beside, framed=False, **vars(frame)
        )

    show_chart(
        draw,
        lambda: export_rows(held, view),
        say,
        frame=frame,
        sentence=(sentences.trend_sentence(cells, say) if one else sentences.trends_sentence(cells, view.ours, say)),
        table=lambda: cell_table(table_rows(held, None, view), held, view),
        folded=len(held) > MOST_UNFOLDED,
        seen=view.seen,
    )
    if told := reasons(held, view):
        st.html(told)
