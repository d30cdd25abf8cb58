"""What the checks say, as a view of a briefing: a table without a chart."""

from __future__ import annotations

from collections.abc import Sequence

from faheng.briefing.brief_tables import brief_findings
from faheng.briefing.contents import BriefingView, ViewTexts, source_line
from faheng.briefing.table import Head, ViewTable
from faheng.checks.called import check_text
from faheng.views.findings import ListedFinding
from faheng.words.catalogue import Words
from faheng.words.findings import severity_text

__all__ = ["findings_view"]


def findings_view(findings: Sequence[ListedFinding], texts: ViewTexts, say: Words) -> BriefingView:
    """The view of findings, gravest first; those that held are left to the message."""
    rows = tuple(
        (severity_text(each.severity, say), check_text(each.check, say), each.locality, each.explanation,
         each.report_title)
        for each in findings
    )  # fmt: skip
    columns = (
        Head(say("Severity"), 5), Head(say("Check"), 9), Head(say("Place"), 6), Head(say("Outcome"), 34),
        Head(say("Report"), 14),
    )  # fmt: skip
    table = ViewTable(columns, rows)
    return BriefingView(
        title=texts.title, message=texts.message, action=texts.action,
        where=say(", ").join(_places(findings)), when=_years(findings, say),
        unit="", note=texts.note, sources=_sources(findings, say), link=texts.link,
        speech="\n".join([texts.message, *(each.explanation for each in findings)]), chart=None,
        table=table, facts=(), brief=brief_findings(table),
    )  # fmt: skip


def _places(findings: Sequence[ListedFinding]) -> list[str]:
    return list(dict.fromkeys(each.locality for each in findings if each.locality))


def _sources(findings: Sequence[ListedFinding], say: Words) -> tuple[str, ...]:
    """A line for each report, in the words in which figures name theirs."""
    lines = (source_line(each.report_title, each.publisher, each.published_on, say) for each in findings)
    return tuple(dict.fromkeys(lines))


def _years(findings: Sequence[ListedFinding], say: Words) -> str:
    """The years of the reports, from the first to the last."""
    years = sorted({each.report_year for each in findings if each.report_year is not None})
    if len(years) > 1:
        return say("{first}–{last}", first=years[0], last=years[-1])
    return str(years[0]) if years else ""
