"""Findings as HTML: how many of each weight, each with its sentence and arithmetic, and what was found right."""

from __future__ import annotations

import json
from html import escape

import pandas as pd

from faheng.model import CheckName, Severity
from faheng.ui.arithmetic import drawing
from faheng.ui.links import evidence_href, link
from faheng.ui.tables import plain_table
from faheng.views.tables import each
from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.findings import check_meaning, check_text, severity_text
from faheng.words.rows import text_of

__all__ = ["checks_table", "finding_list", "findings_summary", "held_table", "of_observation"]

# A list that a reader can go through; the rest is in the file.
MOST_SHOWN = 40
MOST_SOURCES = 4
# In these there is no arithmetic to draw.
TOLD_IN_WORDS = (CheckName.INFERRED_PERIOD, CheckName.TARGET, CheckName.CORRUPT_NUMERAL)
_DOT = " · "


def findings_summary(counted: pd.DataFrame, view: View) -> str:
    """How many findings there are of each severity, whatever is listed below, as HTML; counted: of checks__counts."""
    say, counts = view.say, counted.groupby("severity")["findings"].sum()
    cards = "".join(
        f'<div class="fh-count fh-{severity}"><b>{int(counts.get(severity, 0))}</b>'
        f"<span>{escape(severity_text(severity, say))}</span></div>"
        for severity in Severity
    )
    return f'<div class="fh-counts">{cards}</div>'


def finding_list(found: pd.DataFrame, view: View) -> str:
    """The findings one below another, gravest first, as HTML; "" where there is none."""
    shown = "".join(_finding(row, view) for _, row in each(found.head(MOST_SHOWN)))
    if len(found) <= MOST_SHOWN:
        return shown
    more = view.say("The first {n} of {all} are shown; all are in the file.", n=MOST_SHOWN, all=len(found))
    return f'{shown}<p class="fh-note">{escape(more)}</p>'


def _finding(row: pd.Series, view: View) -> str:
    say, severity = view.say, text_of(row, "severity")
    about = _DOT.join(
        filter(None, (check_text(text_of(row, "check"), say), text_of(row, "locality"), text_of(row, "report_title")))
    )
    return (
        f'<section class="fh-found fh-{escape(severity)}"><p class="fh-note">'
        f'<span class="fh-badge">{escape(severity_text(severity, say))}</span> {escape(about)}</p>'
        f'<p class="fh-said">{escape(text_of(row, "explanation"))}</p>{_drawing(row, say)}'
        f"{_phrase(row)}{_sources(row, view)}</section>"
    )


def _drawing(row: pd.Series, say: Words) -> str:
    return "" if text_of(row, "check") in TOLD_IN_WORDS else drawing(text_of(row, "marks"), say)


def _phrase(row: pd.Series) -> str:
    phrase = text_of(row, "evidence_phrase")
    return f'<blockquote class="fh-phrase">{escape(phrase)}</blockquote>' if phrase else ""


def _sources(row: pd.Series, view: View) -> str:
    """A link to the evidence of each figure, as many as a line takes."""
    ids = list(row["observation_ids"])[:MOST_SHOWN]
    if not ids:
        return ""
    names = _names(row, len(ids), view.say)
    told = [link(name, "evidence", obs=str(one)) for name, one in zip(names, ids, strict=True)][:MOST_SOURCES]
    return f'<p class="fh-note">{escape(view.say("Source"))} {" · ".join(told)}</p>'


def _names(row: pd.Series, many: int, say: Words) -> list[str]:
    """A name for each figure: as the arithmetic has it, with its scope; else the indicators, then numbers."""
    printed = [mark for mark in json.loads(text_of(row, "marks")) if mark["start"] is not None]
    labels = list({mark["start"]: say.pick(mark["label_zh"], mark["label_en"]) for mark in printed}.values())
    names = labels if len(labels) == many else [str(name) for name in row["indicators"]]
    return (names + [say("figure {n}", n=n + 1) for n in range(len(names), many)])[:many]


def held_table(held: pd.DataFrame, view: View) -> str:
    """The checks that held, as a table that waits folded; "" where there is none."""
    if held.empty:
        return ""
    say = view.say
    table = pd.DataFrame(
        {
            say("Place"): held["locality"],
            say("Check"): [check_text(text_of(row, "check"), say) for _, row in each(held)],
            say("Outcome"): held["explanation"],
            say("Report"): held["report_title"],
        }
    )
    links = {(n, 2): evidence_href(str(row["observation_ids"][0])) for n, (_, row) in enumerate(each(held))
             if len(row["observation_ids"])}  # fmt: skip
    count = say.count("One check held", "{n} checks held", len(held))
    return f'<details class="fh-reasons"><summary>{escape(count)}</summary>{plain_table(table, links=links)}</details>'


def checks_table(view: View) -> str:
    """The twelve checks and what each asks, as HTML."""
    say = view.say
    table = pd.DataFrame(
        {
            say("Check"): [check_text(check, say) for check in CheckName],
            say("What it asks"): [check_meaning(check, say) for check in CheckName],
        }
    )
    told = say(
        "A contradiction cannot be true under any fair reading; "
        "a doubtful figure needs an answer and may have an innocent one."
    )
    return f'<p class="fh-note">{escape(told)}</p>{plain_table(table)}'


def of_observation(found: pd.DataFrame, view: View) -> str:
    """What the checks say of one observation, as HTML; found: rows of evidence__findings."""
    say = view.say
    if found.empty:
        nothing = say("No check could be made of this figure: the report states nothing that it could be held against.")
        return f'<h3>{escape(say("Checks"))}</h3><p class="fh-note">{escape(nothing)}</p>'
    told = "".join(
        f'<section class="fh-found fh-{escape(text_of(row, "severity"))}"><p class="fh-said">'
        f'<span class="fh-badge">{escape(severity_text(text_of(row, "severity"), say))}</span> '
        f"{escape(text_of(row, 'explanation'))}</p>{_drawing(row, say)}</section>"
        for _, row in each(found)
    )
    return f"<h3>{escape(say('Checks'))}</h3>{told}"
