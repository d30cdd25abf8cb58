"""A planned view made: its chart and words, as its page would show them, with the plan's own title and message."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from faheng.briefing.plan import PlannedView
from faheng.charts import notes, sentences
from faheng.errors import StoreMissing
from faheng.model import Severity
from faheng.views.cached import remember, rows
from faheng.views.chart import ChartView, Frame
from faheng.views.choice import chosen_footing, chosen_indicator
from faheng.views.comparison import comparison_view
from faheng.views.findings import chosen_findings, counted_findings
from faheng.views.selection import Language, left_out_sentence, read
from faheng.views.tables import nothing_held
from faheng.views.trend import chosen_span, chosen_trends, trend_view
from faheng.views.view import View, example, known, view_of

__all__ = ["MadeView", "made_view"]

# Pages that show our place and those set beside it alone.
ALONE = ("trends", "checks")


@dataclass(frozen=True)
class MadeView:
    """What a planned view shows today.

    cells: the rows of shared__cells behind it, those without a value too. chart: None for a matrix, and where nothing
    can be drawn. findings: rows of checks__findings, of the page of checks alone. problem: one sentence on what of the
    address the store no longer holds, "" where it holds all.
    """

    planned: PlannedView
    view: View
    frame: Frame
    message: str
    cells: pd.DataFrame
    chart: ChartView | None = None
    problem: str = ""
    findings: pd.DataFrame | None = None

    @property
    def title(self) -> str:
        """The title that the plan gives it, else that of the chart."""
        return self.planned.title or self.frame.title


def made_view(planned: PlannedView, language: Language) -> MadeView:
    """The view of the published snapshot; made once for the same address."""
    address = tuple(sorted(planned.address.items()))
    key = planned.page, address, planned.title, planned.message, language
    return remember(lambda: _made(planned, language), "planned", *key)


def _made(planned: PlannedView, language: Language) -> MadeView:
    selection, problems = read({**planned.address, "lang": language}, known(), language)
    ours = selection.place or _example_place(language)
    view = view_of(selection, ours, alone=planned.page in ALONE)
    problem = left_out_sentence(problems, view.say) if problems else ""
    if planned.page == "checks":
        return _findings(planned, view, problem)
    make = {"compare": _comparison, "trends": _trend}.get(planned.page)
    if make is None:
        return _matrix(planned, view, problem)
    indicators, chart = make(view)
    if isinstance(chart, str):
        cells = view.cells(indicators)
        name = view.say(", ").join(dict.fromkeys(cells["indicator"]))
        told = planned.message or nothing_held(cells, name, view)
        return MadeView(planned, view, Frame(name, "", ""), told, cells, None, problem)
    cells = view.cells(indicators) if chart.cells is None else chart.cells
    return MadeView(planned, view, chart.frame, planned.message or chart.sentence, cells, chart, problem)


def _example_place(language: Language) -> str:
    """The place that shows most; StoreMissing where no report states anything."""
    first = example(language)
    if first.empty:
        raise StoreMissing("the store holds no observation: add a report under data/, then run `faheng build`")
    return str(first["code"].iloc[0])


def _comparison(view: View) -> tuple[Sequence[str], ChartView | str]:
    chosen = chosen_indicator(view, default=_headlines()[0])
    return [chosen], comparison_view(chosen, chosen_footing(view, chosen), view)


def _trend(view: View) -> tuple[Sequence[str], ChartView | str]:
    chosen = chosen_trends(view)
    return chosen, trend_view(chosen, chosen_span(view), view)


def _matrix(planned: PlannedView, view: View, problem: str) -> MadeView:
    """Headline and chosen indicators by place; the message is what is said of the first headline."""
    say, headlines = view.say, _headlines()
    cells = view.cells(list(dict.fromkeys([*headlines, *view.selection.indicators])))
    held = cells[cells["value"].notna()]
    first = cells[cells["indicator_id"] == headlines[0]]
    told = sentences.ranking_sentence(first, view.benchmarks(headlines[:1]), view.ours, say, home=view.home)
    # a table has no bars through marks
    note = notes.verdict_note(held.assign(interval_low=None), say)
    frame = Frame(say("Indicators by place"), note, notes.source_note(held, say))
    return MadeView(planned, view, frame, planned.message or told, cells, None, problem)


def _findings(planned: PlannedView, view: View, problem: str) -> MadeView:
    """What the checks found for the places; the message counts, those that held too."""
    say, found = view.say, chosen_findings(view)
    counts = counted_findings(view).groupby("severity")["findings"].sum()
    told = say(
        "{contradictions} contradictions, {doubts} doubtful, {held} checks held.",
        contradictions=int(counts.get(Severity.CONTRADICTION, 0)), doubts=int(counts.get(Severity.DOUBTFUL, 0)),
        held=int(counts.get(Severity.HOLDS, 0)),
    )  # fmt: skip
    frame = Frame(say("What the checks found"), "", "")
    cells = view.cells(_headlines()[:1]).iloc[:0]
    shown = found[found["severity"] != Severity.HOLDS]
    return MadeView(planned, view, frame, planned.message or told, cells, None, problem, shown)


def _headlines() -> list[str]:
    return list(rows("pages/overview__headlines")["id"])
