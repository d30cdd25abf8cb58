"""A planned view made: its chart and words, as its page would show them, with the plan's own title and message."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from faheng.briefing import action_titles
from faheng.briefing.action_titles import ranking_title, trend_title
from faheng.briefing.plan import PlannedView
from faheng.charts import notes
from faheng.charts.shown import ChartFrame, ThemeCoverage
from faheng.errors import StoreMissing
from faheng.model import Cell, Severity
from faheng.views.cached import column, remember
from faheng.views.chart import ChartView
from faheng.views.choice import chosen_footing, chosen_indicator
from faheng.views.compared import RANKING, chosen_chart, compared_view
from faheng.views.comparison import comparison_view
from faheng.views.coverage import coverage_view, covered_themes
from faheng.views.findings import ListedFinding, chosen_findings, counted_findings
from faheng.views.matrix import matrix_indicators, matrix_view
from faheng.views.pages import Form, form_of, page_entry
from faheng.views.pair import Pair, other_place, pair, pair_message, pair_title
from faheng.views.profile import PlaceProfile, profile, profile_message, profile_title, standing_text
from faheng.views.selection import Language, left_out_sentence, read
from faheng.views.standing import standing
from faheng.views.tables import nothing_held
from faheng.views.trend import chosen_span, chosen_trends, trend_view
from faheng.views.view import View, example, known, view_of
from faheng.views.years import in_comparable_year

__all__ = ["MadeView", "made_view"]


@dataclass(frozen=True)
class MadeView:
    """What a planned view shows today.

    frame: title, note and source of what is shown. cells: those behind it, those without a value too. chart: None for
    a matrix, and where nothing can be drawn. problem: one sentence on what of the address the store no longer holds,
    "" where it holds all. findings: of the page of checks alone; profile: of the page of one place alone; covered: of
    what the reports cover alone; pair: of two places side by side alone. action: the title that was written by hand,
    else the one that says the finding.
    """

    planned: PlannedView
    view: View
    frame: ChartFrame
    message: str
    cells: tuple[Cell, ...]
    chart: ChartView | None = None
    problem: str = ""
    findings: tuple[ListedFinding, ...] | None = None
    action: str = ""
    profile: PlaceProfile | None = None
    covered: tuple[ThemeCoverage, ...] | None = None
    pair: Pair | None = None

    @property
    def title(self) -> str:
        """The title that the plan gives it, else that of the chart."""
        return self.planned.title or self.frame.title

    @property
    def headline(self) -> str:
        """What stands over it: the finding in a few words, else the message, else the title."""
        return self.action or self.message or self.title


def made_view(planned: PlannedView, language: Language) -> MadeView:
    """The view of the published snapshot; made once for the same address."""
    address = tuple(sorted(planned.address.items()))
    key = planned.page, address, planned.title, planned.message, language
    return remember(lambda: _made(planned, language), "planned", *key)


def _made(planned: PlannedView, language: Language) -> MadeView:
    selection, problems = read({**planned.address, "lang": language}, known(), language)
    ours = selection.place or _example_place(language)
    page = page_entry(planned.page)
    view = view_of(selection, ours, alone=page.alone)
    made = FORMS[form_of(planned.page, planned.address) or Form.MATRIX](planned, view)
    problems = [*problems, *page.unknown(selection.own)]
    problem = left_out_sentence(problems, view.say) if problems else ""
    action = planned.title or made.action or _in_place_of_a_long_message(made, planned)
    return replace(made, message=planned.message or made.message, action=action, problem=problem)


def _in_place_of_a_long_message(made: MadeView, planned: PlannedView) -> str:
    """The title of the chart, where nothing short says the finding and the sentence would fill the head of a slide."""
    long = len(made.message) > action_titles.longest(made.view.say)
    return made.frame.title if long and not planned.message else ""


def _example_place(language: Language) -> str:
    """The place that shows most; StoreMissing where no report states anything."""
    first = example(language)
    if first is None:
        raise StoreMissing("the store holds no observation: add a report under data/, then run `faheng build`")
    return first.code


def _comparison(planned: PlannedView, view: View) -> MadeView:
    chosen = chosen_indicator(view, default=_headlines()[0])
    made = _charted(planned, view, [chosen], _compared(chosen, view))
    told = action_titles.fitting_title(made.chart.titles if made.chart else (), view.say)
    return replace(made, action=told or ranking_title(made.cells, view.ours, view.say, _beside(made)))


def _compared(indicator: str, view: View) -> ChartView | str:
    """The chart that the view asks for; where too few places compare for it, their ranking, whose note says so."""
    footing = chosen_footing(view, indicator)
    chart = compared_view(indicator, footing, view)
    if not isinstance(chart, str) or chosen_chart(view) == RANKING:
        return chart
    ranking = comparison_view(indicator, footing, view)
    if isinstance(ranking, str):
        return ranking
    instead = view.say("Too few places compare for the chart that was asked for; they are ranked instead.")
    note = view.say.pick("", " ").join(filter(None, (instead, ranking.frame.note)))
    return replace(ranking, frame=replace(ranking.frame, note=note))


def _beside(made: MadeView) -> str:
    """How our value stands to the published one of the nearest region, else to the median of its peers."""
    view, chart = made.view, made.chart
    own = next((cell for cell in made.cells if cell.locality_code == view.ours), None)
    if own is None or chart is None:
        return ""
    drawn = {each.region: each.value for each in sorted(chart.benchmarks, key=lambda each: each.period) if each.drawn}
    region = next((region for region in view.home if region in drawn), None)
    if region is not None:
        return action_titles.beside_text(own, drawn[region], region, view.say)
    peers = chart.peers[0] if len(chart.peers) == 1 else None
    if peers is None or peers.median is None:
        return ""
    return action_titles.beside_text(own, peers.median, view.say("the median of its peers"), view.say)


def _trend(planned: PlannedView, view: View) -> MadeView:
    chosen = chosen_trends(view)
    made = _charted(planned, view, chosen, trend_view(chosen, chosen_span(view), view))
    return replace(made, action=trend_title(made.cells, view.ours, view.say))


def _charted(planned: PlannedView, view: View, indicators: Sequence[str], chart: ChartView | str) -> MadeView:
    """The view of a chart; of a sentence, where nothing can be drawn, one with the places' latest cells."""
    if isinstance(chart, str):
        cells = view.cells(indicators)
        name = view.say(", ").join(dict.fromkeys(cell.indicator for cell in cells))
        return MadeView(planned, view, ChartFrame(name), nothing_held(cells, name, view), cells)
    cells = view.cells(indicators) if chart.cells is None else chart.cells
    return MadeView(planned, view, chart.frame, chart.sentence, cells, chart)


def _matrix(planned: PlannedView, view: View) -> MadeView:
    """Headline and chosen indicators by place; the message is what is said of the first headline."""
    say, headlines = view.say, _headlines()
    view = matrix_view(in_comparable_year(view, headlines))
    rows = matrix_indicators(headlines, profile(view), view)
    cells = view.cells(list(dict.fromkeys([*rows, *view.selection.indicators])))
    held = [cell for cell in cells if cell.value is not None]
    first = [cell for cell in cells if cell.indicator_id == headlines[0]]
    message = say(
        "{indicator}, {sentence}",
        indicator=first[0].indicator, sentence=standing(first, view.benchmarks(headlines[:1]), view),
    )  # fmt: skip
    # a table has no bars through marks
    verdicts = notes.verdict_note([replace(cell, interval_low=None) for cell in held], say)
    note = say.pick("", " ").join(filter(None, (view.span_note, verdicts)))
    frame = ChartFrame(say("Indicators by place"), note, notes.source_note(held, say))
    return MadeView(planned, view, frame, message, cells, action=action_titles.matrix_title(cells, view.ours, say))


def _findings(planned: PlannedView, view: View) -> MadeView:
    """What the checks found for the places; the message counts, those that held too."""
    say, counts = view.say, Counter[Severity]()
    for each in counted_findings(view):
        counts[each.severity] += each.findings
    message = say(
        "Contradictions: {contradictions}, doubtful: {doubts}, checks that held: {held}.",
        contradictions=counts[Severity.CONTRADICTION], doubts=counts[Severity.DOUBTFUL], held=counts[Severity.HOLDS],
    )  # fmt: skip
    findings = tuple(each for each in chosen_findings(view) if each.severity != Severity.HOLDS)
    action = action_titles.findings_title(counts[Severity.CONTRADICTION], counts[Severity.DOUBTFUL], say)
    frame = ChartFrame(say("What the checks found"))
    return MadeView(planned, view, frame, message, (), findings=findings, action=action)


def _profile(planned: PlannedView, view: View) -> MadeView:
    """One place whole; the message is what is said of the first figure that stands among peers."""
    shown = profile(view)
    cells = tuple(line.cell for line in shown.lines)
    frame = ChartFrame(profile_title(view), "", notes.source_note(cells, view.say))
    message = view.say("{place}: {title}", place=view.our_name, title=profile_message(shown, view))
    ranked = sum(line.cell.comparable and bool(standing_text(line, view.say)) for line in shown.lines)
    action = action_titles.profile_title(view.our_name, len(cells), ranked, view.say)
    return MadeView(planned, view, frame, message, cells, profile=shown, action=action)


def _pair(planned: PlannedView, view: View) -> MadeView:
    """Two places side by side; a sentence where there is no other."""
    other = other_place(view)
    if not other:
        alone = view.say("No other place of this level has a report to be set beside it.")
        return MadeView(planned, view, ChartFrame(view.our_name), alone, ())
    shown = pair(other, view)
    cells = tuple(cell for line in shown.lines for cell in (line.ours, line.theirs))
    frame = ChartFrame(pair_title(shown, view.say), "", notes.source_note(cells, view.say))
    action = action_titles.pair_title(shown.ours, shown.theirs, len(shown.lines), shown.compared, view.say)
    return MadeView(planned, view, frame, pair_message(shown, view.say), cells, pair=shown, action=action)


def _coverage(planned: PlannedView, view: View) -> MadeView:
    """What the reports cover; a sentence where none was read whole."""
    chart = coverage_view(view)
    if isinstance(chart, str):
        return MadeView(planned, view, ChartFrame(view.say("What the reports cover")), chart, (), covered=())
    covered, stated = covered_themes(view), Counter[str]()
    for each in covered:
        stated[each.report_id] += each.reported
    action = action_titles.coverage_title(list(stated.values()), view.say)
    return MadeView(planned, view, chart.frame, chart.sentence, (), chart, covered=covered, action=action)


def _headlines() -> list[str]:
    return list(column("pages/overview__headlines"))


FORMS: Mapping[Form, Callable[[PlannedView, View], MadeView]] = {
    Form.MATRIX: _matrix,
    Form.COVERAGE: _coverage,
    Form.RANKING: _comparison,
    Form.TREND: _trend,
    Form.FINDINGS: _findings,
    Form.PROFILE: _profile,
    Form.PAIR: _pair,
}
