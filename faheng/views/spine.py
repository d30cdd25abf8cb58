"""Our place by all indicators in which it stands among peers, as a spine chart with its words."""

from __future__ import annotations

import pandas as pd

from faheng.charts import notes
from faheng.charts.references import reference
from faheng.charts.shown import ChartFrame, Style
from faheng.charts.spine import SpineRow, ends_text, peer_amount, spine, standing_among
from faheng.charts.spine_sentence import spine_sentence
from faheng.measures import Footing
from faheng.views.catalogue import catalogue
from faheng.views.chart import ChartView
from faheng.views.profile import profile
from faheng.views.tables import export_rows
from faheng.views.view import View
from faheng.words.periods import cell_period_text
from faheng.words.values import cell_text, units

__all__ = ["MOST_ROWS", "spine_rows", "spine_view"]

# What a screen and a slide hold.
MOST_ROWS = 14


def spine_rows(view: View) -> tuple[SpineRow, ...]:
    """The indicators of our place with peers enough for a median, of the chosen theme; those that compare first."""
    of_theme = {each.id for each in catalogue(view.language) if view.selection.theme in (None, each.theme)}
    rows = [
        SpineRow(line.cell, line.peers, line.benchmarks)
        for line in profile(view).lines
        if line.cell.indicator_id in of_theme and line.peers is not None and line.peers.median is not None
    ]
    return tuple(sorted(rows, key=lambda row: (row.own is None, not row.cell.better)))


def spine_view(indicator: str, asked: Footing, view: View) -> ChartView | str:  # noqa: ARG001 (called as other charts)
    """The chart with its words, whichever indicator is chosen; a sentence where nothing stands among peers."""
    say, every = view.say, spine_rows(view)
    if not every:
        alone = say("{place}: no indicator stands among three peers or more.", place=view.our_name)
        return say.pick("", " ").join((alone, say("Choose another place, theme or group of peers.")))
    rows = every[:MOST_ROWS]
    cells = tuple(row.cell for row in rows)
    title = say("{place} among its peers, {n} indicators", place=view.our_name, n=len(rows))
    return ChartView(
        frame=ChartFrame(title, _note(rows, len(every), view), notes.source_note(cells, say)),
        paint=lambda around, look: spine(rows, around, Style(look, say)),
        rows=lambda: export_rows(cells, view),
        sentence=spine_sentence(rows, view.our_name, say),
        cells=cells,
        table=_table(rows, view),
        native=lambda: None,
    )


def _note(rows: tuple[SpineRow, ...], every: int, view: View) -> str:
    """What a row is, and how many more there are."""
    say, more = view.say, every - len(rows)
    axis = say("Each row has its own axis from the least to the greatest value, with the median in its middle.")
    rest = say.count("One more stands in the profile.", "{n} more stand in the profile.", more) if more else ""
    return say.pick("", " ").join(filter(None, (view.span_note, axis, rest)))


def _table(rows: tuple[SpineRow, ...], view: View) -> pd.DataFrame:
    say = view.say
    published = [
        say("; ").join(reference(each, units()[row.cell.unit], say).label for each in row.benchmarks) for row in rows
    ]
    columns = {
        say("Indicator"): [row.cell.indicator for row in rows],
        say("Value"): [cell_text(row.cell, say) for row in rows],
        say("Standing"): [standing_among(row, say) for row in rows],
        say("Median"): [peer_amount(row.median, row.cell, say) for row in rows],
        say("Peers"): [ends_text(row, say) for row in rows],
        say("Province or nation"): published if any(published) else None,
        say("Period"): [cell_period_text(row.cell, say) for row in rows],
    }
    return pd.DataFrame({name: texts for name, texts in columns.items() if texts is not None})
