"""What a doubt shows: the paragraph of the report with the phrase marked, the reason, and what the checks say."""

from __future__ import annotations

from collections.abc import Mapping

from faheng.intake.decision import ON_FIGURES, Decision
from faheng.intake.figures import ReviewedFigure
from faheng.intake.review import Doubt, OpenReport
from faheng.ledger.event import Event, EventKind
from faheng.model import Finding, Severity, Span
from faheng.model.doubt import Reason
from faheng.ui.arithmetic import drawing
from faheng.ui.links import link
from faheng.ui.markup import Markup, rendered
from faheng.ui.moment import moment_text, noted_at
from faheng.ui.outside import seen
from faheng.ui.tables import Column, PageTable, table_of
from faheng.views.catalogue import catalogue
from faheng.views.desk import report_now
from faheng.views.editions import edition_lines, edition_name
from faheng.views.excerpts import Piece, pieces, was_damaged
from faheng.views.reports_taken import place_name
from faheng.views.selection import Language
from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.doubts import doubt_text, field_name
from faheng.words.findings import severity_text

__all__ = ["decision_text", "doubt_markup", "figure_text", "report_markup"]

# A paragraph of a report can be a page long; what stands around the phrase is enough.
AROUND = 600
_DOT = " · "


def doubt_markup(doubt: Doubt, figure: ReviewedFigure, view: View) -> Markup:
    """The figure in its paragraph."""
    say, report = view.say, doubt.report
    paragraph = report.paragraph(figure)
    about = (place_name(report.judge.report.locality_code, view.language), report.judge.report.title,
             paragraph.section if paragraph else figure.now.evidence.section)  # fmt: skip
    found = report.findings.get(figure.now.id, ())
    return rendered(
        "review",
        about=_DOT.join(seen(each) for each in about if each),
        reason=doubt_text(doubt.reason, say),
        why=_why(doubt, figure, view),
        colon=say(": "),
        confidence=say("Confidence {n}", n=f"{figure.now.confidence:.2f}"),
        pieces=_pieces(doubt, figure),
        reading=_reading(figure, view),
        clean=_clean(doubt, figure),
        cleaned=say("Without what damaged it:"),
        findings=[_finding(each, say) for each in found if each.severity is not Severity.NOTE],
    )


def _reading(figure: ReviewedFigure, view: View) -> str:
    """What was read, for paper: on the screen it stands in the fields beside."""
    now = figure.now
    return indicator_name(now.indicator_id, view.language) + view.say(": ") + seen(now.value_text)


def _why(doubt: Doubt, figure: ReviewedFigure, view: View) -> str:
    """What the doubt rests on, as the rest of its sentence; "" where the findings below say it, or nothing is known."""
    say, read = view.say, figure.now.reason
    if doubt.reason is Reason.FAULTY:
        return _fault(doubt, figure, view)
    if doubt.reason is Reason.DAMAGED:
        return _taken_as(doubt, figure, say)
    return say.pick(read.zh, read.en) if doubt.reason is Reason.UNSURE and read else ""


def _taken_as(doubt: Doubt, figure: ReviewedFigure, say: Words) -> str:
    """What is printed and which value it is taken for; "" where the two are the same, or the document is not here."""
    numeral = figure.now.numeral
    if numeral is None or not doubt.report.text:
        return ""
    mark = with_grown_in(doubt.report.text, numeral)
    printed = doubt.report.text[mark.start : mark.end]
    if printed == figure.now.value_text:
        return ""
    return say("printed “{printed}”, taken as {value}; look at the original", printed=seen(printed),
               value=figure.now.value_text)  # fmt: skip


def _fault(doubt: Doubt, figure: ReviewedFigure, view: View) -> str:
    """What keeps a figure from being published, and what to do."""
    say = view.say
    twin = doubt.report.figure(figure.twin)
    if twin is None:
        return say("“{field}” cannot be so. Correct it on the right, or reject the figure.",
                   field=field_name(figure.faults[0].column, say))  # fmt: skip
    return say(
        "the report also says “{phrase}”, and {indicator} can have one value for the same scope and period. Reject "
        "this one, or correct its indicator, scope or period; to keep it, leave it for later (N) and reject the other.",
        phrase=seen(twin.now.evidence.phrase), indicator=indicator_name(figure.now.indicator_id, view.language),
    )  # fmt: skip


def _pieces(doubt: Doubt, figure: ReviewedFigure) -> list[Piece]:
    """The paragraph as it stands, its phrase marked; the phrase alone where the document is not here."""
    span, paragraph = figure.now.evidence.span, doubt.report.paragraph(figure)
    if span is None or paragraph is None or not doubt.report.text:
        return [Piece(figure.now.evidence.phrase, marked=True)]
    start, end = max(paragraph.start, span.start - AROUND), min(max(paragraph.end, span.end), span.end + AROUND)
    numeral = figure.now.numeral
    mark = span if numeral is None else with_grown_in(doubt.report.text, numeral)
    return pieces(doubt.report.text, [mark], start, end)


def with_grown_in(text: str, numeral: Span) -> Span:
    """The numeral as it is printed: of 20192020172 all is marked, though its value is taken to be 172."""
    start = numeral.start
    while start > 0 and text[start - 1].isdigit():
        start -= 1
    return Span(start, numeral.end)


def _clean(doubt: Doubt, figure: ReviewedFigure) -> str:
    """The paragraph without what damaged it; "" where nothing did, or where it is long."""
    paragraph = doubt.report.paragraph(figure)
    if paragraph is None or not doubt.report.text:
        return ""
    damaged = was_damaged(doubt.report.text[paragraph.start : paragraph.end], paragraph.clean)
    clean = " ".join(paragraph.clean.split())
    return clean if damaged and len(clean) <= AROUND else ""


def _finding(finding: Finding, say: Words) -> Mapping[str, object]:
    return {
        "severity": finding.severity,
        "badge": severity_text(finding.severity, say),
        "explanation": say.pick(finding.explanation_zh, finding.explanation_en),
        "drawing": drawing(finding.marks_json(), say),
    }


def report_markup(doubt: Doubt, view: View) -> Markup:
    """A doubt about a whole report, or about a decision whose figure is gone."""
    say, state = view.say, doubt.report.state
    name = state.document.name if state.document else state.id
    earlier = report_now(doubt.detail) if doubt.reason in (Reason.FORMAT, Reason.EDITION) else None
    text = _decision(doubt, view) if doubt.decision else _earlier(earlier, view)
    links = [] if doubt.decision else [link(say("Correct what it is ›"), "intake", report=state.id)]
    lead = say(": ").join((seen(name), doubt_text(doubt.reason, say)))
    table = None if earlier is None else _editions(earlier, doubt.report, view)
    return rendered("report_doubt", lead=lead, text=text, table=table, links=links)


def _earlier(report: OpenReport | None, view: View) -> str:
    """Which report is there already; "" where it cannot be read."""
    return view.say("Here already: {report}", report=seen(edition_name(report, view))) if report else ""


def _editions(earlier: OpenReport, this: OpenReport, view: View) -> PageTable | None:
    """What the two say differently; None where nothing is."""
    say = view.say
    rows = [(each.indicator, each.earlier, each.this) for each in edition_lines(earlier, this, view)]
    head = (say("Indicator"), Column(say("Here already"), number=True), Column(say("This edition"), number=True))
    return table_of(head, rows) if rows else None


def _decision(doubt: Doubt, view: View) -> str:
    """The decision that lost its figure."""
    decision = doubt.decision
    if decision is None:
        return ""
    return view.say(
        "{who} decided on {indicator} on {day}; the report does not say it there any more.",
        who=seen(decision.who), indicator=indicator_name(decision.target.indicator, view.language),
        day=decision.at.date().isoformat(),
    )  # fmt: skip


def indicator_name(indicator: str, language: str) -> str:
    """The indicator in words; its id where the catalogue has it no more."""
    known: Language = "zh" if language == "zh" else "en"
    return next((each.name for each in catalogue(known) if each.id == indicator), indicator)


def figure_text(event: Event, file: str, view: View) -> str:
    """An event in a line: who, when, what, of which figure of which file."""
    say = view.say
    on_figure = event.kind in ON_FIGURES
    figure = indicator_name(Decision.of(event).target.indicator, view.language) if on_figure else seen(event.figure)
    said = " ".join(filter(None, (figure, seen(Decision.of(event).printed) if on_figure else "")))
    at = moment_text(noted_at(event.at))
    return _DOT.join(filter(None, (at, seen(event.who), kind_text(event.kind, say), said, seen(file))))


def decision_text(event: Event, say: Words) -> str:
    """A decision of somebody else in half a sentence: who, what, of which figure, to which value, when."""
    decision = Decision.of(event) if event.kind in ON_FIGURES else None
    named = indicator_name(decision.target.indicator, say.language) if decision else ""
    value = seen(decision.printed) if decision else ""
    said = (kind_text(event.kind, say), named, say("as {value}", value=value) if value else "")
    who, at = seen(event.who), moment_text(noted_at(event.at))
    return say("{who} {what} ({at})", who=who, what=" ".join(filter(None, said)), at=at)


def kind_text(kind: EventKind, say: Words) -> str:
    """What happened, in a word or two."""
    return {
        EventKind.IMPORTED: say("imported"), EventKind.SETTLED: say("report settled"),
        EventKind.ACCEPTED: say("accepted"), EventKind.CORRECTED: say("corrected"), EventKind.REJECTED: say("rejected"),
        EventKind.ADDED: say("added"), EventKind.WITHDRAWN: say("withdrawn"), EventKind.RESTORED: say("restored"),
        EventKind.UNDONE: say("undone"), EventKind.PUBLISHED: say("published"), EventKind.PLACED: say("zone added"),
    }[kind]  # fmt: skip
