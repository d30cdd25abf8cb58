"""How much of the catalogue the reports state, as a chart with its words."""

from __future__ import annotations

from faheng.charts import coverage, sentences
from faheng.charts.shown import ChartFrame, Style, ThemeCoverage
from faheng.views.cached import records
from faheng.views.chart import ChartView
from faheng.views.tables import coverage_table
from faheng.views.view import View


def covered_themes(view: View) -> tuple[ThemeCoverage, ...]:
    """What each report of the view's places that was read whole states of each theme."""
    return records(ThemeCoverage, "pages/overview__coverage", localities=list(view.places), language=view.language)


def coverage_view(view: View) -> ChartView | str:
    """The chart with its words; a sentence where no report was read whole."""
    say, covered = view.say, covered_themes(view)
    if not covered:
        return say("None of the reports of these places was read whole, so nothing can be said of what they leave out.")
    return ChartView(
        frame=ChartFrame(
            say("How much of the catalogue each report states"),
            say("Indicators stated, out of those that apply to a government of this level; reports read whole."),
            say("The reports listed under Methods; counted by Faheng."),
        ),
        paint=lambda frame, look: coverage.coverage(covered, frame, Style(look, say)),
        rows=lambda: coverage_table(covered, say),
        sentence=sentences.coverage_sentence(covered, say),
    )
