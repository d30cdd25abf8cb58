"""对比: one indicator, or a family of neighbouring definitions, across places."""

from functools import partial

import streamlit as st

from faheng.charts import notes, sentences
from faheng.charts.ranking import ranking
from faheng.measures import Footing
from faheng.ranks import rank_ranges
from faheng.ui.cached import remember, rows
from faheng.ui.charts import MOST_UNFOLDED, ChartView, Frame, show_chart
from faheng.ui.choose import (
    choose_family,
    choose_footing,
    choose_indicator,
    chosen_family,
    chosen_footing,
    chosen_indicator,
    footing_title,
)
from faheng.ui.page import show
from faheng.ui.tables import (
    benchmark_list,
    cell_table,
    export_rows,
    missing_list,
    nothing_drawn,
    reasons,
    table_rows,
)
from faheng.ui.view import View, begin


def comparison(page: View) -> None:
    """Another indicator runs this alone: the filter bar above stays as it is."""
    view = page.renewed()
    chosen = chosen_indicator(view, default=str(rows("pages/overview__headlines")["id"].iloc[0]))
    members, footing = chosen_family(view, chosen), chosen_footing(view, chosen)
    folded = len(members) > 1
    options, main = st.columns([1, 3], gap="large")
    # The charts go first: the reader waits for them and not for the choosers, which look as they did.
    with main:
        for place, member in enumerate(members):
            made = remember(
                partial(ranking_view, member, footing, view, folded), "compare", member, footing, folded, *view.seen
            )
            if isinstance(made, ChartView):
                show_chart(made, view.say, place=place)
            else:
                st.info(made)
    with options:
        choose_indicator(view, chosen)
        choose_family(view, chosen)
        choose_footing(view, chosen)


def ranking_view(indicator: str, footing: Footing, view: View, folded: bool) -> ChartView | str:
    """The chart with its words; a sentence where there is nothing to draw."""
    say, every = view.say, view.cells([indicator], footing=footing)
    cells = footing.of(view.comparable(every))
    name = str(every["indicator"].iloc[0])
    if cells["value"].isna().all():
        return nothing_drawn(every, name, view)
    lines = footing.benchmarks(view.benchmarks([indicator]))
    drawn = cells[cells["value"].notna()]
    frame = Frame(footing_title(name, footing, say), notes.verdict_note(drawn, say), notes.source_note(drawn, say))
    ours, selected = view.ours, view.selection.beside
    return ChartView(
        frame=frame,
        draw=lambda look: ranking(
            drawn, lines, look=look, say=say, ours=ours, selected=selected, framed=False, **vars(frame)
        ),
        rows=lambda: export_rows(cells, view),
        sentence=sentences.ranking_sentence(cells, lines, ours, say, home=view.home),
        table=cell_table(table_rows(cells, rank_ranges(cells), view), cells, view),
        beneath=missing_list(cells, view) + reasons(cells, view) + benchmark_list(lines, view),
        folded=folded or len(cells) > MOST_UNFOLDED,
    )


def content() -> None:
    show(partial(comparison, begin("compare", "beside", "years", "level", "province", "comparable")))


show(content)
