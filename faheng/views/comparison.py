"""One indicator across places, as a chart with its words."""

from __future__ import annotations

from collections.abc import Sequence

from faheng.charts import notes
from faheng.charts.ranking import ranking
from faheng.charts.shown import ChartFrame, Shown, Style
from faheng.charts.standing import ranking_sentence
from faheng.measures import Footing
from faheng.model import Benchmark, Cell
from faheng.ranks import rank_ranges
from faheng.views.chart import ChartView
from faheng.views.choice import footing_title
from faheng.views.peers import among_peers
from faheng.views.standing import standing
from faheng.views.tables import export_rows, nothing_drawn, table_rows
from faheng.views.view import View
from faheng.views.years import in_comparable_year


def comparison_view(indicator: str, asked: Footing, view: View) -> ChartView | str:
    """The chart with its words; a sentence where there is nothing to draw.

    asked: for the indicator or for a neighbour of it, whose counts may be divided otherwise.
    """
    view = in_comparable_year(among_peers(view, indicator), [indicator], default="most")
    say, every = view.say, view.cells([indicator], footing=asked)
    footing = asked.fitting(every[0])
    cells = footing.of(view.comparable(every))
    name = every[0].indicator
    drawn = tuple(cell for cell in cells if cell.value is not None)
    if not drawn:
        return nothing_drawn(every, name, view)
    lines = footing.benchmarks(view.benchmarks([indicator]))
    shown = Shown(drawn, view.ours, view.selection.beside, lines, view.peers(indicator, footing=footing))
    return ChartView(
        frame=ChartFrame(footing_title(name, footing, say), _note(drawn, view), notes.source_note(drawn, say)),
        paint=lambda frame, look: ranking(shown, frame, Style(look, say)),
        rows=lambda: export_rows(cells, view),
        sentence=_sentence(cells, every, lines, view, footing),
        cells=cells,
        benchmarks=lines,
        peers=shown.peers,
        table=table_rows(cells, rank_ranges(cells), view),
    )


def _note(drawn: Sequence[Cell], view: View) -> str:
    """Which year of each place is shown, and what is not compared."""
    return view.say.pick("", " ").join(filter(None, (view.span_note, notes.verdict_note(drawn, view.say))))


def _sentence(
    cells: Sequence[Cell], every: Sequence[Cell], lines: Sequence[Benchmark], view: View, footing: Footing
) -> str:
    """Where our place stands; with “only comparable” on, also why ours is not among those shown."""
    say = view.say
    shown = standing(cells, lines, view, footing)
    own = [cell for cell in every if cell.locality_code == view.ours]
    if any(cell.locality_code == view.ours for cell in cells) or all(cell.value is None for cell in own):
        return shown
    reason = ranking_sentence(own, lines, view.ours, say, home=view.home)
    return say.pick("", " ").join([reason, say("It is left out here."), shown])
