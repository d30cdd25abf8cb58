"""趋势: indicators over the years, broken where years or definitions change."""

import streamlit as st

from faheng.charts import notes, sentences
from faheng.charts.trend import small_multiples, trend
from faheng.ui.cached import rows
from faheng.ui.charts import show_chart
from faheng.ui.choose import choose_indicators, choose_span
from faheng.ui.page import begin
from faheng.ui.tables import cell_table, nothing_drawn, reasons, table_rows

MOST_PANELS = 6

view = begin("trends", "beside", "comparable", alone=True)
say = view.say
options, main = st.columns([1, 3], gap="large")
with options:
    richest = rows("pages/trends__richest", localities=[view.ours], limit=1)["id"]
    chosen = choose_indicators(say("Indicators"), view, most=MOST_PANELS) or list(richest)
    years = choose_span(view)

with main:
    every = view.cells(chosen, years=years)
    cells = view.comparable(every)
    held = cells[cells["value"].notna()]
    if held.empty:
        st.info(nothing_drawn(every, say(", ").join(dict.fromkeys(every["indicator"])), view))
        st.stop()
    names = say(", ").join(dict.fromkeys(held["indicator"]))
    plain = {"say": say, "ours": view.ours, "selected": view.selection.beside}
    about = {"note": notes.verdict_note(held, say), "source": notes.source_note(held, say)}
    table = table_rows(held, None, view)
    show_chart(
        names,
        lambda look: (
            trend(cells, look=look, title=say("{indicator} over the years", indicator=names), **plain, **about)
            if len(chosen) == 1
            else small_multiples(
                cells, look=look, title=say("{n} indicators over the years", n=len(chosen)), **plain, **about
            )
        ),
        table,
        say,
        sentence=(
            sentences.trend_sentence(cells, say)
            if len(chosen) == 1
            else sentences.trends_sentence(cells, view.ours, say)
        ),
        html=cell_table(table, held, view),
    )
    if told := reasons(held, view):
        st.html(told)
