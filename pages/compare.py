"""对比: one indicator, or a family of neighbouring definitions, across places."""

import streamlit as st

from faheng.charts import notes, sentences
from faheng.charts.ranking import ranking
from faheng.ranks import rank_ranges
from faheng.ui.cached import rows
from faheng.ui.charts import show_chart
from faheng.ui.choose import choose_family, choose_footing, choose_indicator, footing_title
from faheng.ui.page import begin
from faheng.ui.tables import benchmark_list, cell_table, missing_list, nothing_drawn, reasons, table_rows

view = begin("compare", "beside", "years", "level", "province", "comparable")
say = view.say
options, main = st.columns([1, 3], gap="large")
with options:
    chosen = choose_indicator(view, default=str(rows("pages/overview__headlines")["id"].iloc[0]))
    members = choose_family(view, chosen)
    footing = choose_footing(view, chosen)

with main:
    for indicator in members:
        every = view.cells([indicator])
        cells = footing.of(view.comparable(every))
        name = every["indicator"].iloc[0]
        drawn = cells[cells["value"].notna()]
        benchmarks = rows(
            "pages/shared__benchmarks", indicator=indicator, localities=list(view.places), language=view.language
        )
        if drawn.empty:
            st.info(nothing_drawn(every, name, view))
            continue
        lines = footing.benchmarks(benchmarks)
        show_chart(
            name,
            lambda look, drawn=drawn, lines=lines, name=name: ranking(
                drawn,
                lines,
                look=look,
                say=say,
                ours=view.ours,
                selected=view.selection.beside,
                title=footing_title(name, footing, say),
                note=notes.verdict_note(drawn, say),
                source=notes.source_note(drawn, say),
            ),
            table := table_rows(cells, rank_ranges(cells), view),
            say,
            sentence=sentences.ranking_sentence(cells, lines, view.ours, say),
            html=cell_table(table, cells, view),
        )
        if told := missing_list(cells, view) + reasons(cells, view) + benchmark_list(lines, view):
            st.html(told)
