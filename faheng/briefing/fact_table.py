"""Every fact of a briefing as one table, for its CSV."""

from __future__ import annotations

import pandas as pd

from faheng.briefing.contents import Briefing
from faheng.words.catalogue import Words


def fact_table(briefing: Briefing, say: Words) -> pd.DataFrame:
    """A row a value of each view: numbers as numbers, with verdict, phrase, source, snapshot, day and link."""
    every = [(view, fact) for view in briefing.views for fact in view.facts]
    return pd.DataFrame(
        {
            say("View"): [view.title for view, _ in every],
            say("Place"): [fact.place for _, fact in every],
            say("Indicator"): [fact.indicator for _, fact in every],
            say("Year"): pd.array([fact.own_year for _, fact in every], dtype="Int64"),
            say("Number"): [fact.value for _, fact in every],
            say("Unit"): [fact.unit for _, fact in every],
            say("Value"): [fact.shown for _, fact in every],
            say("Verdict"): [fact.verdict for _, fact in every],
            say("Reason"): [fact.reason for _, fact in every],
            say("Period"): [fact.period for _, fact in every],
            say("Scope"): [fact.scope for _, fact in every],
            say("Phrase of the report"): [say("; ").join(fact.phrases) for _, fact in every],
            say("Report"): [fact.report for _, fact in every],
            say("Publisher"): [fact.publisher for _, fact in every],
            say("Published on"): [fact.published_on for _, fact in every],
            say("Observation"): [fact.observation for _, fact in every],
            say("Link"): [view.link for view, _ in every],
            say("Data version"): briefing.snapshot,
            say("Made on"): briefing.made_on,
        }
    )
