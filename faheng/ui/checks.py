"""Findings as HTML: how many of each weight, each with its sentence and arithmetic, and what was found right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from faheng.checks.called import check_text, checks
from faheng.model import Severity
from faheng.model.finding import marks_of
from faheng.ui.arithmetic import drawing
from faheng.ui.links import Hyperlink, evidence_link, link
from faheng.ui.markup import NOTHING, Markup, rendered
from faheng.ui.tables import table_of
from faheng.views.findings import FindingCount, FoundAbout, ListedFinding, findings_about
from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.findings import severity_text

__all__ = ["checks_table", "finding_list", "findings_summary", "held_table", "observation_findings"]

# A list that a reader can go through; the rest is in the file.
MOST_SHOWN = 40
MOST_SOURCES = 4
_DOT = " · "


@dataclass(frozen=True, slots=True)
class FindingSection:
    """A finding as a page shows it; about: the check, the place and the report, "" on the page of one observation."""

    severity: str
    badge: str
    about: str
    explanation: str
    drawing: Markup
    phrase: str = ""
    source: str = ""
    links: tuple[Hyperlink, ...] = ()


def findings_summary(counted: Sequence[FindingCount], view: View) -> Markup:
    """How many findings there are of each severity, whatever is listed below."""
    counts = [
        (each, sum(count.findings for count in counted if count.severity == each), severity_text(each, view.say))
        for each in Severity
    ]
    return rendered("finding_counts", counts=counts)


def finding_list(findings: Sequence[ListedFinding], view: View) -> Markup:
    """The findings one below another, gravest first; nothing where there is none."""
    cut = len(findings) > MOST_SHOWN
    more = view.say("The first {n} of {all} are shown; all are in the file.", n=MOST_SHOWN, all=len(findings))
    sections = [_section(each, view.say) for each in findings[:MOST_SHOWN]]
    return rendered("findings", sections=sections, more=more if cut else "") if sections else NOTHING


def _section(finding: ListedFinding, say: Words) -> FindingSection:
    about = (check_text(finding.check, say), finding.locality, finding.report_title)
    return FindingSection(
        severity=finding.severity,
        badge=severity_text(finding.severity, say),
        about=_DOT.join(filter(None, about)),
        explanation=finding.explanation,
        drawing=_drawing(finding, say),
        phrase=finding.evidence_phrase,
        source=say("Source") if finding.observation_ids else "",
        links=_sources(finding, say),
    )


def _drawing(finding: ListedFinding | FoundAbout, say: Words) -> Markup:
    return drawing(finding.marks, say) if checks()[finding.check].drawn else NOTHING


def _sources(finding: ListedFinding, say: Words) -> tuple[Hyperlink, ...]:
    """A link to the evidence of each figure, as many as a line takes."""
    ids = finding.observation_ids[:MOST_SHOWN]
    names = _names(finding, len(ids), say)
    return tuple(link(name, "evidence", obs=one) for name, one in zip(names, ids, strict=True))[:MOST_SOURCES]


def _names(finding: ListedFinding, many: int, say: Words) -> list[str]:
    """A name for each figure: as the arithmetic has it, with its scope; else the indicators, then numbers."""
    printed = {mark.span.start: mark for mark in marks_of(finding.marks) if mark.span is not None}
    labels = [say.pick(mark.label_zh, mark.label_en) for mark in printed.values()]
    names = labels if len(labels) == many else list(finding.indicators)
    return (names + [say("figure {n}", n=n + 1) for n in range(len(names), many)])[:many]


def held_table(held: Sequence[ListedFinding], view: View) -> Markup:
    """The checks that held, as a table that waits folded; nothing where there is none."""
    if not held:
        return NOTHING
    say = view.say
    rows = (
        (
            each.locality,
            check_text(each.check, say),
            evidence_link(each.explanation, next(iter(each.observation_ids), "")),
            each.report_title,
        )
        for each in held
    )
    table = table_of((say("Place"), say("Check"), say("Outcome"), say("Report")), rows)
    return rendered("table_folded", table=table, summary=say.count("One check held", "{n} checks held", len(held)))


def checks_table(view: View) -> Markup:
    """The checks and what each asks."""
    say = view.say
    explained = say(
        "A contradiction cannot be true under any fair reading; "
        "a doubtful figure needs an answer and may have an innocent one."
    )
    rows = ((check.label(say), check.question(say)) for check in checks().values())
    return rendered("noted_table", note=explained, table=table_of((say("Check"), say("What it asks")), rows))


def observation_findings(observation: str, view: View) -> Markup:
    """What the checks say of one observation; that none could be made where none was."""
    say = view.say
    sections = [
        FindingSection(each.severity, severity_text(each.severity, say), "", each.explanation, _drawing(each, say))
        for each in findings_about(observation, view)
    ]
    nothing = say("No check could be made of this figure: the report states nothing that it could be held against.")
    return rendered("observation_findings", title=say("Checks"), sections=sections, nothing=nothing)
