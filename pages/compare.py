"""对比: one indicator, or a family of neighbouring definitions, across places."""

import pandas as pd
import streamlit as st

from faheng.charts import notes, sentences
from faheng.charts.ranking import ranking
from faheng.measures import Footing
from faheng.ranks import rank_ranges
from faheng.ui.cached import rows
from faheng.ui.charts import MOST_UNFOLDED, Frame, show_chart
from faheng.ui.choose import choose_family, choose_footing, choose_indicator, footing_title
from faheng.ui.page import View, begin
from faheng.ui.tables import (
    benchmark_list,
    cell_table,
    export_rows,
    missing_list,
    nothing_drawn,
    reasons,
    table_rows,
)


@st.fragment
def comparison(page: View) -> None:
    """Another indicator runs this alone: the filter bar above stays as it is."""
    view = page.renewed()
    options, main = st.columns([1, 3], gap="large")
    with options:
        chosen = choose_indicator(view, default=str(rows("pages/overview__headlines")["id"].iloc[0]))
        members = choose_family(view, chosen)
        footing = choose_footing(view, chosen)
    with main:
        for place, member in enumerate(members):
            compare(member, footing, view, place=place, folded=len(members) > 1)


def compare(indicator: str, footing: Footing, view: View, *, place: int, folded: bool) -> None:
    every = view.cells([indicator])
    cells = footing.of(view.comparable(every))
    name = str(every["indicator"].iloc[0])
    if cells["value"].isna().all():
        st.info(nothing_drawn(every, name, view))
        return
    lines = footing.benchmarks(view.benchmarks([indicator]))
    show_ranking(footing_title(name, footing, view.say), cells, lines, view, place=place, folded=folded)
    if told := missing_list(cells, view) + reasons(cells, view) + benchmark_list(lines, view):
        st.html(told)


def show_ranking(title: str, cells: pd.DataFrame, lines: pd.DataFrame, view: View, *, place: int, folded: bool) -> None:
    say, drawn = view.say, cells[cells["value"].notna()]
    frame = Frame(title, notes.verdict_note(drawn, say), notes.source_note(drawn, say))
    selected = view.selection.beside
    show_chart(
        lambda look: ranking(
            drawn, lines, look=look, say=say, ours=view.ours, selected=selected, framed=False, **vars(frame)
        ),
        lambda: export_rows(cells, view),
        say,
        frame=frame,
        sentence=sentences.ranking_sentence(cells, lines, view.ours, say, home=view.home),
        table=lambda: cell_table(table_rows(cells, rank_ranges(cells), view), cells, view),
        folded=folded or len(cells) > MOST_UNFOLDED,
        place=place,
        seen=view.seen,
    )


comparison(begin("compare", "beside", "years", "level", "province", "comparable"))
