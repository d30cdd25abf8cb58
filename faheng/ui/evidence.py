"""One observation as HTML: its phrase, where it stands, how it was read, and what it was made from."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import pandas as pd

from faheng.ui.checks import of_observation
from faheng.ui.derivation import derivation_tree
from faheng.ui.links import evidence_href, link
from faheng.ui.marks import evidence_phrase
from faheng.ui.tables import plain_table
from faheng.views.cached import rows
from faheng.views.tables import each
from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.findings import severity_label
from faheng.words.periods import date_text, period_text, row_period_text
from faheng.words.rows import number_of, text_of, verdicts_of
from faheng.words.values import row_value_text
from faheng.words.verdict_names import verdict_label, verdict_labels
from faheng.words.verdicts import verdict_sentences

__all__ = ["found_table", "observation_page"]

AROUND = 60
SHORT_SUM = 12


def observation_page(row: pd.Series, view: View) -> str:
    """Everything about one observation; row: of evidence__observation."""
    say = view.say
    head = say("{locality}: {indicator}", locality=text_of(row, "locality"), indicator=text_of(row, "indicator"))
    figure = (
        f'<h1>{escape(head)}</h1><p class="fh-figure">{escape(row_value_text(row, say))}'
        f'<span class="fh-beside">{escape(row_period_text(row, say))}</span></p>'
    )
    found = rows("pages/evidence__findings", id=row["observation_id"], language=view.language)
    return (
        figure
        + _phrase(row)
        + of_observation(found, view)
        + derivation_tree(row, view)
        + _facts(_about(row, view))
        + _used_by(row, view)
    )


def _phrase(row: pd.Series) -> str:
    phrase = text_of(row, "evidence_phrase")
    if not phrase:
        return ""
    before, after = _around(row)
    return evidence_phrase(phrase, text_of(row, "value_text"), before, after)


def _around(row: pd.Series) -> tuple[str, str]:
    """The sentence around the phrase where the store holds the document."""
    text, start, end = text_of(row, "report_text"), row["evidence_start"], row["evidence_end"]
    if not text:
        return "", ""
    return text[max(0, int(start) - AROUND) : int(start)], text[int(end) : int(end) + AROUND]


def _about(row: pd.Series, view: View) -> Iterable[tuple[str, str]]:
    """Label and text of each fact, in the order of the way back to the source."""
    say = view.say
    yield say("Report"), text_of(row, "report_title")
    yield say("Publisher"), text_of(row, "publisher")
    yield say("Section"), text_of(row, "evidence_section")
    yield say("Published on"), date_text(row["published_on"], say) or say("date not stated")
    yield say("Period"), _period(row, say)
    yield say("Verdict"), _verdicts(row, say)
    yield say("Definition"), text_of(row, "definition")
    yield say("Scope"), text_of(row, "scope_name")
    yield say("How it was read"), _reading(row, say)
    yield say("Stated growth"), _growth(row, say)
    yield say("Remark"), text_of(row, "note")
    yield say("Damage of the text"), text_of(row, "damage")
    yield say("Place in the text"), _places(row, say)
    yield say("Document"), _document(row, say)


def _facts(facts: Iterable[tuple[str, str]]) -> str:
    told = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in facts if text)
    return f'<dl class="fh-facts">{told}</dl>'


def _period(row: pd.Series, say: Words) -> str:
    basis = {
        "stated": say("stated where the figure stands"),
        "report": say("taken from the period of the report"),
    }.get(text_of(row, "period_basis"))
    # An inferred period says so itself.
    period = row_period_text(row, say)
    return say("{period} ({basis})", period=period, basis=basis) if basis else period


def _verdicts(row: pd.Series, say: Words) -> str:
    """What the cell says that this observation fills, with its reasons."""
    if not verdicts_of(row):
        return ""
    names = verdict_labels(row, say) or verdict_label("compared", say)
    told = [names + say(": "), *verdict_sentences(row, say)]
    if bool(row["outdated"]):
        told.append(say("Beside values of {year} it is too old.", year=int(row["newest_year"])))
    return say.pick("", " ").join(told)


def _reading(row: pd.Series, say: Words) -> str:
    origin = {
        "reported": say("stated in the report"),
        "derived": say("derived from counts of the same report"),
        "implied": say("implied by a growth that the report states"),
    }[text_of(row, "origin")]
    status = {
        "accepted": "",
        "proposed": say("proposed, waiting for a person's decision; it fills no cell"),
        "rejected": say("rejected; it fills no cell"),
    }[text_of(row, "status")]
    return say("; ").join(filter(None, (origin, status)))


def _growth(row: pd.Series, say: Words) -> str:
    change = number_of(row, "change")
    if change is None:
        return ""
    printed = f"{change:g}"  # change_text is as printed, with its own sign and words
    return {
        "percent": say("{change}% on the period before", change=printed),
        "points": say("{change} percentage points on the period before", change=printed),
        "points_or_percent": say(
            "{change}% on the period before; the report does not say whether in points or relative", change=printed
        ),
    }[text_of(row, "change_unit")]


def _places(row: pd.Series, say: Words) -> str:
    start = number_of(row, "evidence_start")
    if start is None:
        return ""
    further = rows("pages/evidence__places", id=row["observation_id"])
    spans = [(int(start), int(row["evidence_end"]))]
    spans += [(int(place["evidence_start"]), int(place["evidence_end"])) for _, place in each(further)]
    told = say("; ").join(say("characters {start} to {end}", start=f"{a:,}", end=f"{b:,}") for a, b in spans)
    return say("{places} of {n}", places=told, n=f"{int(row['characters']):,}")


def _document(row: pd.Series, say: Words) -> str:
    if text_of(row, "report_text"):
        return ""
    short = text_of(row, "sha256")[:SHORT_SUM]
    return say("not kept here; its SHA-256 sum begins with {sum}", sum=short)


def _used_by(row: pd.Series, view: View) -> str:
    """What was made from this observation."""
    say = view.say
    uses = rows("pages/evidence__uses", id=row["observation_id"], language=view.language)
    if uses.empty:
        return ""
    lines = "".join(
        f"<li>{escape(text_of(one, 'indicator'))} "
        f"{link(row_value_text(one, say), 'evidence', obs=text_of(one, 'observation_id'))} "
        f"{escape(row_period_text(one, say))}{escape(say(', '))}{escape(_reading_short(one, say))}</li>"
        for _, one in each(uses)
    )
    return f"<h3>{escape(say('Used for'))}</h3><ul>{lines}</ul>"


def _reading_short(row: pd.Series, say: Words) -> str:
    return say("derived from counts") if row["origin"] == "derived" else say("implied by the stated growth")


def found_table(hits: pd.DataFrame, view: View, *, cut: bool) -> str:
    """The hits of a search as a table whose values link to their evidence; cut: there may be more."""
    say = view.say
    table = pd.DataFrame(
        {
            say("Place"): hits["locality"],
            say("Indicator"): [_with_scope(row, say) for _, row in each(hits)],
            say("Value"): [row_value_text(row, say) for _, row in each(hits)],
            say("Checks"): [severity_label(row, say) for _, row in each(hits)],
            say("Period"): [_hit_period(row, say) for _, row in each(hits)],
            say("Phrase"): hits["evidence_phrase"],
        }
    )
    links = {(line, 2): evidence_href(str(one)) for line, one in enumerate(hits["observation_id"])}
    more = say("The first {n} are shown; a longer search narrows them.", n=len(hits)) if cut else ""
    return f'<p class="fh-note">{escape(more)}</p>' + plain_table(table, number_columns=(2,), links=links)


def _with_scope(row: pd.Series, say: Words) -> str:
    indicator, scope = text_of(row, "indicator"), text_of(row, "scope_name")
    return say("{indicator} ({scope})", indicator=indicator, scope=scope) if scope else indicator


def _hit_period(row: pd.Series, say: Words) -> str:
    return period_text(row["period_kind"], row["period_start"], row["period_end"], row["period_basis"], say)
