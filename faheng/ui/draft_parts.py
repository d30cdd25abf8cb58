"""What is said of a draft, as HTML: what it is and how much there is to do, then one thing after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from faheng.checks.called import check_text, checks
from faheng.intake.draft import ReadDraft
from faheng.model import Span
from faheng.ui.arithmetic import drawing
from faheng.ui.links import Hyperlink, evidence_link
from faheng.ui.markup import NOTHING, Markup, rendered
from faheng.ui.outside import seen
from faheng.ui.tables import Column, PageTable, table_of
from faheng.views.cached import records
from faheng.views.draft import DraftFigure, DraftReview, Omission, ToMend
from faheng.views.draft_words import checked_text, verdict_text
from faheng.views.excerpts import Excerpt
from faheng.views.view import NamedPlace, View
from faheng.words.catalogue import Words
from faheng.words.findings import severity_text
from faheng.words.periods import cell_period_text, date_text, period_text
from faheng.words.reports import kind_text
from faheng.words.values import cell_value_text

__all__ = ["draft_body", "draft_head"]

LONGEST_SAID = 40
_DOT = " · "


@dataclass(frozen=True, slots=True)
class DraftFact:
    """What the draft was taken for: what the fact is, what was recognised, and the words that say so."""

    name: str
    value: str
    said: str


@dataclass(frozen=True, slots=True)
class MendSection:
    """One thing to mend as the page shows it."""

    number: int
    severity: str
    about: str
    explanation: str
    excerpts: tuple[Excerpt, ...]
    drawing: Markup


def draft_head(draft: ReadDraft, review: DraftReview, view: View) -> Markup:
    """What the file is, and how many things there are to do."""
    say = view.say
    title = draft.about.title or draft.name
    counts = [
        ("contradiction", len(review.must), say("to mend")),
        ("doubtful", len(review.ask), say("to ask about")),
        ("left-out", len(review.omissions), say("perhaps left out")),
        ("note", len(review.notes), say("to know")),
        ("holds", len(review.held), say("found right")),
    ]
    lead = _lead(review, say)
    return rendered("draft_head", title=title, facts=list(_facts(draft, view)), counts=counts, lead=lead)


def _lead(review: DraftReview, say: Words) -> str:
    """What to do, in a sentence."""
    if not review.figures and not review.must and not review.ask:
        return say("No figure of the catalogue was found in this file. Is it the report itself?")
    if review.must:
        return say.count(
            "Mend one thing before you publish.", "Mend {n} things before you publish, in this order.",
            len(review.must),
        )  # fmt: skip
    if review.ask:
        return say.count(
            "Nothing contradicts itself. Look at one thing more.",
            "Nothing contradicts itself. Look at {n} things more.", len(review.ask),
        )  # fmt: skip
    return say("Nothing contradicts itself, and nothing needs a question.")


def _facts(draft: ReadDraft, view: View) -> Iterator[DraftFact]:
    """What the draft was taken for, with the words that say so."""
    say, about = view.say, draft.about
    unknown = say("not recognised")
    year = str(about.period_end.year) if about.period_end else ""
    yield DraftFact(say("Place"), _place(about.locality_code, view) or unknown, _said(draft, "locality_code", say))
    yield DraftFact(say("Year"), say("{year}", year=year) if year else unknown, _said(draft, "year", say))
    kind = kind_text(about.kind, say) if about.kind else unknown
    yield DraftFact(say("Kind"), kind, _said(draft, "kind", say))
    if about.period_end:
        period = period_text("year", about.period_start, about.period_end, about.period_basis, say)
        yield DraftFact(say("Period"), period, _said(draft, "period_end", say))
    if about.publisher:
        yield DraftFact(say("Publisher"), about.publisher, "")
    if about.published_on:
        yield DraftFact(say("Published on"), date_text(about.published_on, say), _said(draft, "published_on", say))


def _place(code: str | None, view: View) -> str:
    if code is None:
        return ""
    found = records(NamedPlace, "pages/filters__place", code=code, language=view.language)
    return found[0].name if found else code


def _said(draft: ReadDraft, field: str, say: Words) -> str:
    """The words that say it; "" where no place is known, as where the file's name said it."""
    span: Span | None = draft.said.get(field)
    if span is None:
        return ""
    words = " ".join(draft.text[span.start : span.end].split())
    return say("“{words}”", words=words if len(words) <= LONGEST_SAID else words[: LONGEST_SAID - 1] + "…")


def draft_body(draft: ReadDraft, review: DraftReview, view: View) -> Markup:
    """All there is to do, in its order, then every figure that was read."""
    say = view.say
    groups = [
        (say("Mend first: this cannot be true as it is printed"), _sections(review.must, say)),
        (say("Then look at: readers will ask about this"), _sections(review.ask, say)),
    ]
    notes = (say("To know: these stay as they are, or say more"), _sections(review.notes, say))
    return rendered(
        "draft_body",
        groups=[group for group in groups if group[1]],
        notes=[notes] if notes[1] else [],
        left_out=say("Perhaps left out: the report before or most places of this level state it, this draft does not"),
        omissions=_omission_table(review.omissions, say) if review.omissions else None,
        no_before=_no_before(draft, review, say),
        held=_held_table(review, say) if review.held else None,
        held_summary=say.count("One check held", "{n} checks held", len(review.held)),
        figures=_figure_table(review.figures, review.before, view) if review.figures else None,
        figures_title=say.count("The one figure that was read", "All {n} figures that were read", len(review.figures)),
    )


def _no_before(draft: ReadDraft, review: DraftReview, say: Words) -> str:
    """Why nothing was said of the report before; "" where there is one."""
    about = draft.about
    if review.before is not None:
        return ""
    if about.locality_code is None or about.period_end is None:
        return say("Place or year was not recognised, so no report before could be looked at: correct them above.")
    return say("No report of this place of the three years before is held here, so none could be looked at.")


def _sections(things: Sequence[ToMend], say: Words) -> list[MendSection]:
    return [_section(each, say) for each in things]


def _section(each: ToMend, say: Words) -> MendSection:
    finding = each.finding
    paragraph = say("paragraph {n}", n=each.paragraph) if each.paragraph else ""
    about = (severity_text(finding.severity, say), check_text(finding.check, say), paragraph)
    return MendSection(
        number=each.number,
        severity=finding.severity,
        about=_DOT.join(filter(None, about)),
        explanation=say.pick(finding.explanation_zh, finding.explanation_en),
        excerpts=each.excerpts,
        drawing=drawing(finding.marks_json(), say) if checks()[finding.check].drawn else NOTHING,
    )


def _omission_table(omissions: Sequence[Omission], say: Words) -> PageTable:
    columns = (say("Indicator"), Column(say("The report before"), number=True), say("Places of this level"))
    rows = [(each.indicator, _before(each, say), _usual(each, say)) for each in omissions]
    if not any(each.usual for each in omissions):
        return table_of(columns[:-1], (row[:-1] for row in rows))
    return table_of(columns, rows)


def _usual(each: Omission, say: Words) -> str:
    """How many of the places alike state it."""
    return say("{n} of {all} state it", n=each.usual.places, all=each.usual.of_places) if each.usual else ""


def _before(each: Omission | DraftFigure, say: Words) -> Hyperlink:
    """What the report before said, with the way to its phrase."""
    if each.before is None:
        return Hyperlink("")
    return evidence_link(cell_value_text(each.before, say), each.before.observation_id)


def _held_table(review: DraftReview, say: Words) -> PageTable:
    rows = ((check_text(each.check, say), say.pick(each.explanation_zh, each.explanation_en)) for each in review.held)
    return table_of((say("Check"), say("Outcome")), rows)


def _figure_table(figures: Sequence[DraftFigure], before: int | None, view: View) -> PageTable:
    say = view.say
    head = say("Report of {year}", year=before) if before else say("The report before")
    columns = (say("Indicator"), Column(say("Value"), number=True), Column(head, number=True), say("Verdict"),
               say("Checks"), say("Period"), say("Phrase"))  # fmt: skip
    return table_of(columns, (
        (
            each.indicator, cell_value_text(each, say), _before(each, say), verdict_text(each, say),
            checked_text(each, say), cell_period_text(each, say), seen(each.phrase),
        )
        for each in figures
    ))  # fmt: skip
