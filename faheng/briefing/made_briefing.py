"""A plan made into a briefing: its views of today with their facts, and what explains them, ready for any file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

from faheng.briefing.answers import Definition, EvidencePhrase, ValueFinding
from faheng.briefing.contents import PICTURE_WIDTH, Briefing, BriefingView, Cover, Entry, ViewTexts, say_apart
from faheng.briefing.coverage import coverage_table_view
from faheng.briefing.facts import observations_of
from faheng.briefing.findings import findings_view
from faheng.briefing.headlines import TitledView, told_apart
from faheng.briefing.made_view import MadeView, made_view
from faheng.briefing.plain_signs import with_plain_signs
from faheng.briefing.plan import BriefingPlan
from faheng.briefing.views import Draw, matrix_view, pair_view, profile_view, ranking_view, shaped_view, trend_view
from faheng.charts.look import LIGHT
from faheng.charts.notes import change_note, trend_reasons
from faheng.charts.shown import Shown
from faheng.charts.signature import signed
from faheng.model import Cell
from faheng.views.cached import records
from faheng.views.held import SnapshotLine, VerdictMeaning
from faheng.views.pages import page_entry
from faheng.views.selection import Language
from faheng.views.trend import chosen_span, chosen_trends
from faheng.words.catalogue import Words, words
from faheng.words.periods import as_date, date_text

__all__ = ["briefing_of", "standing_cover"]


def briefing_of(plan: BriefingPlan, language: Language, *, today: date, address: str = "") -> Briefing:
    """The briefing of the published snapshot.

    today: the day on which it is made, and its own where the plan has none. address: where the dashboard is reached,
    "http://127.0.0.1:8501", for the links in the files; without it there are none.
    """
    say = words(language)
    made = [made_view(each, language) for each in plan.views]
    cells = [_cells(each) for each in made]
    every = (_view(each, held, address) for each, held in zip(made, cells, strict=True))
    views = told_apart([_titled(view, each) for view, each in zip(every, made, strict=True)], say)
    briefing = _explained(
        Briefing(
            cover=Cover(plan.title or _title(made, say), plan.unit, date_text(as_date(plan.day or today), say)),
            language=language,
            snapshot=records(SnapshotLine, "pages/methods__snapshot")[0].number,
            made_on=today,
            views=views,
            problems=tuple(dict.fromkeys(each.problem for each in made if each.problem)),
            appendix=plan.appendix,
            sources_listed=plan.sources,
        ),
        [cell for held in cells for cell in held],
        say,
    )
    briefing = replace(briefing, views=tuple(_signed(each, briefing.made(say), say) for each in views))
    return with_plain_signs(briefing) if language == "en" else briefing


def _titled(view: BriefingView, made: MadeView) -> TitledView:
    """The view with the place that its title speaks of: none where it is of reports, findings or charts of several."""
    ours = made.view.our_name
    others = made.covered is not None or any(each.locality != ours for each in made.findings or ())
    others = others or made.action == made.frame.title
    # a title that names another place is of no place alone
    others = others or any(each.locality != ours and each.locality in made.action for each in made.cells)
    return TitledView(view, "" if others else ours, written=bool(made.planned.title))


def _signed(view: BriefingView, made: str, say: Words) -> BriefingView:
    """The view whose picture says what made it and where it is."""
    draw = view.figure
    if draw is None:
        return view
    return replace(view, figure=lambda: signed(draw(), say_apart((made, view.link), say), PICTURE_WIDTH))


def standing_cover(plan: BriefingPlan, made: Sequence[MadeView], say: Words) -> Cover:
    """The cover that stands where the plan says nothing: of today."""
    return Cover(_title(made, say), "", plan.day or date.today().isoformat())


def _title(made: Sequence[MadeView], say: Words) -> str:
    """The title of a briefing whose plan has none: our place's name, where all views are of one."""
    # findings and what reports cover name no cell of ours
    places = dict.fromkeys(filter(None, map(_our_name, made)))
    if len(places) == 1:
        return say("{place}: briefing on indicators of the rule of law", place=next(iter(places)))
    return say("Briefing on indicators of the rule of law")


def _our_name(made: MadeView) -> str:
    return next((cell.locality for cell in made.cells if cell.locality_code == made.view.ours), "")


def _cells(made: MadeView) -> tuple[Cell, ...]:
    """The cells behind a view, those without a value too: what is missing must be said, also over the years."""
    if made.planned.page != "trends":
        return made.cells
    view = made.view
    return view.comparable(view.cells(chosen_trends(view), years=chosen_span(view)))


def _view(made: MadeView, cells: tuple[Cell, ...], address: str) -> BriefingView:
    view = made.view
    texts = ViewTexts(made.title, made.message, made.frame.note, _link(made, address), made.action)
    if made.findings is not None:
        return findings_view(made.findings, texts, view.say)
    if made.covered is not None:
        return coverage_table_view(made.covered, texts, view.say, _figure(made))
    evidence = _evidence(cells, view.language)
    if made.profile is not None:
        return profile_view(made.profile, evidence, texts, view.say)
    if made.pair is not None:
        return pair_view(made.pair, evidence, texts, view.say)
    return _charted(made, cells, evidence, texts)


def _charted(
    made: MadeView, cells: tuple[Cell, ...], evidence: Sequence[EvidencePhrase], texts: ViewTexts
) -> BriefingView:
    """The view of a chart over places or years; of a table where there is none."""
    view, chart = made.view, made.chart
    if chart is not None and chart.native is not None:
        return replace(shaped_view(chart, view.ours, evidence, texts, view.say), figure=_figure(made))
    shown = Shown(cells, view.ours, view.selection.beside)
    if made.planned.page == "trends":
        notes = (trend_reasons(cells, view.say), change_note(cells, view.changes, view.say))
        texts = replace(texts, note=view.say.pick("", " ").join(filter(None, notes)))
        shown = replace(shown, peers=chart.peers if chart else (), changes=view.changes)
        return trend_view(shown, evidence, texts, view.say, _figure(made))
    if chart is None or len({cell.indicator_id for cell in cells}) > 1:
        return matrix_view(cells, evidence, texts, view.say, view.ours)
    shown = replace(shown, benchmarks=chart.benchmarks, peers=chart.peers)
    return ranking_view(shown, evidence, texts, view.say, _figure(made))


def _evidence(cells: Sequence[Cell], language: str) -> tuple[EvidencePhrase, ...]:
    """The phrases behind the cells. What a value is made from stands in reports of its own place."""
    places = sorted({cell.locality_code for cell in cells})
    return records(EvidencePhrase, "pages/export__evidence", observations=observations_of(cells), localities=places,
                   language=language)  # fmt: skip


def _link(made: MadeView, address: str) -> str:
    """Where the same view opens; "" where it is not said where the dashboard is reached."""
    if not address:
        return ""
    asked = urlencode({"place": made.view.ours, **made.planned.address})
    return f"{address.rstrip('/')}/{page_entry(made.planned.page).path}?{asked}"


def _figure(made: MadeView) -> Draw | None:
    """The picture as its page shows it, with its frame and under the briefing's title: it stands alone."""
    chart = made.chart
    return None if chart is None else lambda: chart.draw(LIGHT, framed=True, width=PICTURE_WIDTH, title=made.title)


def _explained(briefing: Briefing, cells: Sequence[Cell], say: Words) -> Briefing:
    """With definitions of the indicators shown, the meaning of the verdicts that occur, findings on the values."""
    if not briefing.views:
        return briefing
    language, occurring = say.language, {verdict for cell in cells for verdict in cell.verdicts}
    # the indicators asked for, and those that stand in
    indicators = dict.fromkeys([cell.indicator_id for cell in cells] + [cell.source_indicator_id for cell in cells])
    defined = records(Definition, "pages/export__definitions", indicators=list(filter(None, indicators)),
                      language=language)  # fmt: skip
    meanings = records(VerdictMeaning, "pages/methods__verdicts", language=language)
    findings = records(ValueFinding, "pages/export__findings", observations=observations_of(cells), language=language)
    return replace(
        briefing,
        definitions=tuple(Entry(each.indicator, each.definition) for each in defined),
        verdicts=tuple(Entry(each.name, each.meaning) for each in meanings if each.id in occurring),
        findings=tuple(
            Entry(say(", ").join(filter(None, (each.locality, each.report_title))), each.explanation)
            for each in findings
        ),
    )
