"""One observation as HTML: its phrase, where it stands, how it was read, and what it was made from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from faheng.model import Status
from faheng.ui.checks import observation_findings
from faheng.ui.derivation import derivation_tree
from faheng.ui.links import Hyperlink, evidence_link
from faheng.ui.markup import Markup, rendered
from faheng.ui.phrase import Phrase, marked_phrase
from faheng.ui.tables import Column, table_of
from faheng.views.evidence import MadeValue, SearchHit, TracedValue, phrase_places, values_made_from
from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.findings import severity_label
from faheng.words.periods import cell_period_text, date_text
from faheng.words.reports import report_name
from faheng.words.values import cell_value_text
from faheng.words.verdict_names import verdict_label, verdict_labels
from faheng.words.verdicts import verdict_sentences

__all__ = ["hits_table", "observation_page"]

# Characters of the text that are shown around a phrase.
AROUND = 60
SHORT_SUM = 12


def observation_page(traced: TracedValue, view: View) -> Markup:
    """Everything about one observation."""
    say = view.say
    return rendered(
        "observation",
        title=say("{locality}: {indicator}", locality=traced.locality, indicator=traced.indicator),
        value=cell_value_text(traced, say),
        period=cell_period_text(traced, say),
        phrase=_phrase(traced),
        findings=observation_findings(traced.observation_id, view),
        tree=derivation_tree(traced, view),
        made_from=say("Made from"),
        facts=[fact for fact in _facts(traced, say) if fact[1]],
        at=say("Address"),
        address=Hyperlink(traced.source_url, traced.source_url),
        used_for=say("Used for"),
        uses=[_use(made, say) for made in values_made_from(traced.observation_id, view)],
    )


def _phrase(traced: TracedValue) -> Phrase | None:
    """The phrase, inside the sentence around it where the store holds the document; None for a value made of others."""
    if not traced.evidence_phrase:
        return None
    text, start, end = traced.report_text, traced.evidence_start, traced.evidence_end
    if not text or start is None or end is None:
        return marked_phrase(traced.evidence_phrase, traced.value_text)
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return marked_phrase(traced.evidence_phrase, traced.value_text, before, after)


def _facts(traced: TracedValue, say: Words) -> Iterator[tuple[str, str]]:
    """Label and text of each fact, in the order of the way back to the source."""
    yield say("Report"), report_name(traced, say)
    yield say("Publisher"), traced.publisher
    yield say("Section"), traced.evidence_section
    yield say("Published on"), date_text(traced.published_on, say) or say("date not stated")
    yield say("Period"), _period(traced, say)
    yield say("Verdict"), _verdicts(traced, say)
    yield say("Definition"), traced.definition
    yield say("Scope"), traced.scope_name
    yield say("How it was read"), _reading(traced, say)
    yield say("Stated growth"), _growth(traced, say)
    yield say("Remark"), traced.note
    yield say("Damage of the text"), traced.damage
    yield say("Place in the text"), _places(traced, say)
    yield say("Document"), _document(traced, say)
    yield say("Remark on the report"), "" if traced.sha256 else traced.report_note


def _period(traced: TracedValue, say: Words) -> str:
    # An inferred period says so itself.
    period = cell_period_text(traced, say)
    basis = {
        "stated": say("stated where the figure stands"),
        "report": say("taken from the period of the report"),
    }.get(traced.period_basis or "")
    return say("{period} ({basis})", period=period, basis=basis) if basis else period


def _verdicts(traced: TracedValue, say: Words) -> str:
    """What the cell says that this observation fills, with its reasons."""
    if not traced.verdicts:
        return ""
    names = verdict_labels(traced, say) or verdict_label("compared", say)
    sentences = [names + say(": "), *verdict_sentences(traced, say)]
    if traced.outdated and traced.newest_year is not None:
        sentences.append(say("Beside values of {year} it is too old.", year=traced.newest_year))
    return say.pick("", " ").join(sentences)


def _reading(traced: TracedValue, say: Words) -> str:
    origin = {
        "reported": say("stated in the report"),
        "derived": say("derived from counts of the same report"),
        "implied": say("implied by a growth that the report states"),
    }[traced.origin]
    status = {
        Status.ACCEPTED: "",
        Status.PROPOSED: say("proposed, waiting for a person's decision; it fills no cell"),
        Status.REJECTED: say("rejected; it fills no cell"),
    }[traced.status]
    return say("; ").join(filter(None, (origin, status)))


def _growth(traced: TracedValue, say: Words) -> str:
    if traced.change is None or traced.change_unit is None:
        return ""
    printed = f"{traced.change:g}"  # change_text is as printed, with its own sign and words
    return {
        "percent": say("{change}% on the period before", change=printed),
        "points": say("{change} percentage points on the period before", change=printed),
        "points_or_percent": say(
            "{change}% on the period before; the report does not say whether in points or relative", change=printed
        ),
    }[traced.change_unit]


def _places(traced: TracedValue, say: Words) -> str:
    if traced.evidence_start is None or traced.evidence_end is None:
        return ""
    further = phrase_places(traced.observation_id)
    spans = [(traced.evidence_start, traced.evidence_end)]
    spans += [(place.evidence_start, place.evidence_end) for place in further]
    named = [say("characters {start} to {end}", start=f"{start:,}", end=f"{end:,}") for start, end in spans]
    return say("{places} of {n}", places=say("; ").join(named), n=f"{traced.characters or 0:,}")


def _document(traced: TracedValue, say: Words) -> str:
    if traced.report_text:
        return ""
    if not traced.sha256:
        return say(
            "published by {publisher}; only this clause was seen, the text is not held", publisher=traced.publisher
        )
    return say("not kept here; its SHA-256 sum begins with {sum}", sum=traced.sha256[:SHORT_SUM])


def _use(made: MadeValue, say: Words) -> dict[str, object]:
    """What was made from the observation: its indicator, value, and when and how."""
    how = say("derived from counts") if made.origin == "derived" else say("implied by the stated growth")
    return {
        "indicator": made.indicator,
        "value": evidence_link(cell_value_text(made, say), made.observation_id),
        "about": cell_period_text(made, say) + say(", ") + how,
    }


def hits_table(hits: Sequence[SearchHit], view: View, *, cut: bool) -> Markup:
    """The hits of a search as a table whose values link to their evidence; cut: there may be more."""
    say = view.say
    columns = (say("Place"), say("Indicator"), Column(say("Value"), number=True), say("Checks"), say("Period"),
               say("Phrase"))  # fmt: skip
    rows = (
        (
            hit.locality, _with_scope(hit, say), evidence_link(cell_value_text(hit, say), hit.observation_id),
            severity_label(hit, say), cell_period_text(hit, say), hit.evidence_phrase,
        )
        for hit in hits
    )  # fmt: skip
    more = say("The first {n} are shown; a longer search narrows them.", n=len(hits)) if cut else ""
    return rendered("hits", more=more, table=table_of(columns, rows))


def _with_scope(hit: SearchHit, say: Words) -> str:
    if not hit.scope_name:
        return hit.indicator
    return say("{indicator} ({scope})", indicator=hit.indicator, scope=hit.scope_name)
