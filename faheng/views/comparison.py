"""One indicator across places, as a chart with its words."""

from __future__ import annotations

import pandas as pd

from faheng.charts import notes, sentences
from faheng.charts.ranking import ranking
from faheng.measures import Footing
from faheng.ranks import rank_ranges
from faheng.views.chart import ChartView, Frame
from faheng.views.choice import footing_title
from faheng.views.tables import export_rows, nothing_drawn, table_rows
from faheng.views.view import View


def comparison_view(indicator: str, footing: Footing, view: View) -> ChartView | str:
    """The chart with its words; a sentence where there is nothing to draw."""
    say, every = view.say, view.cells([indicator], footing=footing)
    cells = footing.of(view.comparable(every))
    name = str(every["indicator"].iloc[0])
    if cells["value"].isna().all():
        return nothing_drawn(every, name, view)
    lines = footing.benchmarks(view.benchmarks([indicator]))
    drawn = cells[cells["value"].notna()]
    peers = view.peers(indicator, footing=footing)
    frame = Frame(footing_title(name, footing, say), notes.verdict_note(drawn, say), notes.source_note(drawn, say))
    ours, selected = view.ours, view.selection.beside
    return ChartView(
        frame=frame,
        draw=lambda look, **more: ranking(
            drawn,
            lines,
            look=look,
            say=say,
            ours=ours,
            peers=peers,
            selected=selected,
            **(vars(frame) | {"framed": False} | more),
        ),
        rows=lambda: export_rows(cells, view),
        sentence=_sentence(cells, every, lines, view),
        cells=cells,
        benchmarks=lines,
        peers=peers,
        table=table_rows(cells, rank_ranges(cells), view),
    )


def _sentence(cells: pd.DataFrame, every: pd.DataFrame, lines: pd.DataFrame, view: View) -> str:
    """Where our place stands; with “only comparable” on, also why ours is not among those shown."""
    say = view.say
    told = sentences.ranking_sentence(cells, lines, view.ours, say, home=view.home)
    own = every[every["locality_code"] == view.ours]
    if (cells["locality_code"] == view.ours).any() or own.empty or own["value"].isna().all():
        return told
    reason = sentences.ranking_sentence(own, lines, view.ours, say, home=view.home)
    return say.pick("", " ").join([reason, say("It is left out here."), told])
