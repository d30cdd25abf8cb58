"""How much of the catalogue the reports state, as a view of a briefing: a table of places by themes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import plotly.graph_objects as go

from faheng.briefing.contents import BriefingView, ViewTexts
from faheng.briefing.table import Head, ViewTable
from faheng.charts.shown import ThemeCoverage
from faheng.words.catalogue import Words

__all__ = ["coverage_table_view"]


def coverage_table_view(
    covered: Sequence[ThemeCoverage], texts: ViewTexts, say: Words, figure: Callable[[], go.Figure] | None = None
) -> BriefingView:
    """The view of what was counted: a row a report, a column a theme, "3 / 8" in each cell. figure: draws the chart."""
    themes = list(dict.fromkeys(each.theme_name for each in covered))
    counts = {(each.locality, each.year, each.theme_name): f"{each.reported} / {each.catalogue}" for each in covered}
    reports = list(dict.fromkeys((each.locality, each.year) for each in covered))
    columns = (Head(say("Place"), 8), Head(say("Year"), 5), *(Head(name, 7, number=True) for name in themes))
    rows = tuple(
        (place, str(year or ""), *(counts.get((place, year, name), "") for name in themes)) for place, year in reports
    )
    years = sorted({year for _, year in reports if year is not None})
    return BriefingView(
        title=texts.title, message=texts.message, action=texts.action,
        where=say(", ").join(dict.fromkeys(place for place, _ in reports)),
        when="–".join(dict.fromkeys(str(year) for year in (*years[:1], *years[-1:]))),
        unit="", note=texts.note, sources=tuple(dict.fromkeys(each.report_title for each in covered)), link=texts.link,
        speech="\n".join(filter(None, (texts.message, texts.note))), chart=None, table=ViewTable(columns, rows),
        facts=(), figure=figure,
    )  # fmt: skip
