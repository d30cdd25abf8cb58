"""What the checks found, as a view of a briefing: a table without a chart."""

from __future__ import annotations

import pandas as pd

from faheng.briefing.contents import BriefingView, Column, Table, source_line
from faheng.words.catalogue import Words
from faheng.words.findings import check_text, severity_text
from faheng.words.periods import as_date
from faheng.words.rows import text_of


def findings_view(found: pd.DataFrame, say: Words, *, title: str, message: str, note: str, link: str) -> BriefingView:
    """found: rows of checks__findings, those that held left to the message."""
    rows = tuple(
        (
            severity_text(text_of(row, "severity"), say),
            check_text(text_of(row, "check"), say),
            text_of(row, "locality"),
            text_of(row, "explanation"),
            text_of(row, "report_title"),
        )
        for _, row in found.iterrows()
    )
    columns = (
        Column(say("Severity"), 5), Column(say("Check"), 9), Column(say("Place"), 6), Column(say("Outcome"), 34),
        Column(say("Report"), 14),
    )  # fmt: skip
    return BriefingView(
        title=title, message=message, where=say(", ").join(dict.fromkeys(filter(None, found["locality"]))),
        when=_years(found, say),
        unit="", note=note, sources=_sources(found, say), link=link,
        speech="\n".join([message, *(row[3] for row in rows)]), chart=None, table=Table(columns, rows), facts=(),
    )  # fmt: skip


def _sources(found: pd.DataFrame, say: Words) -> tuple[str, ...]:
    """A line for each report, in the words in which figures name theirs."""
    lines = (
        source_line(text_of(row, "report_title"), text_of(row, "publisher"), as_date(row["published_on"]), say)
        for row in found.to_dict("records")
    )
    return tuple(dict.fromkeys(lines))


def _years(found: pd.DataFrame, say: Words) -> str:
    """The years of the reports, from the first to the last."""
    years = sorted(int(year) for year in found["report_year"].dropna().unique())
    if len(years) > 1:
        return say("{first}–{last}", first=years[0], last=years[-1])
    return str(years[0]) if years else ""
