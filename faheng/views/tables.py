"""Rows -> the tables of a view as data: what stands beside a chart, and what its CSV holds; all in words."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.findings import badge, told
from faheng.words.periods import row_period_text
from faheng.words.rows import text_of
from faheng.words.values import cell_text, unit_symbol, units
from faheng.words.verdict_names import strictest_label, verdict_label, verdict_labels
from faheng.words.verdicts import verdict_sentences

__all__ = ["coverage_table", "each", "export_rows", "nothing_drawn", "nothing_held", "table_rows"]


_DOT = " · "


def nothing_drawn(cells: pd.DataFrame, name: str, view: View) -> str:
    """Where a chart would be empty: why, and what to do. cells: before “only comparable” took any away."""
    say = view.say
    switched = bool(cells["value"].notna().any()) and view.selection.comparable_only
    todo = say("Switch “only comparable” off to see why.") if switched else say("Choose other places or years above.")
    return say.pick("", " ").join((nothing_held(cells, name, view), todo))


def nothing_held(cells: pd.DataFrame, name: str, view: View) -> str:
    """Why a chart would be empty, in a sentence that can stand in a file."""
    say = view.say
    held = int(cells["value"].notna().sum())
    if held and view.selection.comparable_only:
        return say.count(
            "One figure is held for {indicator}, and it cannot be compared.",
            "{n} figures are held for {indicator}, and none can be compared.",
            held,
            indicator=name,
        )
    why = say(", ").join(dict.fromkeys(strictest_label(row, say) for _, row in each(cells)))
    return say("No figure of {indicator} is held ({reasons}).", indicator=name, reasons=why)


def coverage_table(covered: pd.DataFrame, say: Words) -> pd.DataFrame:
    """The coverage in words, for its CSV."""
    return pd.DataFrame(
        {
            say("Place"): covered["locality"],
            say("Year"): covered["year"],
            say("Report"): covered["report_title"],
            say("Theme"): covered["theme_name"],
            say("Stated"): covered["reported"],
            say("In the catalogue"): covered["catalogue"],
        }
    )


def table_rows(cells: pd.DataFrame, ranks: pd.DataFrame | None, view: View) -> pd.DataFrame:
    """What a chart's table and its CSV hold: names, value, verdicts, period, evidence's report; in words."""
    say = view.say
    table = pd.DataFrame(
        {
            say("Place"): cells["locality"],
            say("Indicator"): [text_of(row, "source_indicator") or text_of(row, "indicator") for _, row in each(cells)],
            say("Value"): [cell_text(row, say) for _, row in each(cells)],
            say("Verdict"): [_verdicts(row, say) for _, row in each(cells)],
            say("Period"): [row_period_text(row, say) for _, row in each(cells)],
            say("Report"): cells["report_title"].fillna(""),
        }
    )
    if table[say("Indicator")].nunique() == 1:
        table = table.drop(columns=say("Indicator"))
    if ranks is not None and ranks["ranked"].notna().any():
        table.insert(
            list(table.columns).index(say("Value")) + 1, say("Rank"), [_rank(row, say) for _, row in ranks.iterrows()]
        )
    return table


def export_rows(cells: pd.DataFrame, view: View) -> pd.DataFrame:
    """What the CSV under a chart holds: numbers as numbers, with unit, bound, verdicts, reasons, period and source."""
    say = view.say
    every = [row for _, row in each(cells)]
    return pd.DataFrame(
        {
            say("Place"): cells["locality"],
            say("Indicator"): [text_of(row, "source_indicator") or text_of(row, "indicator") for row in every],
            say("Year"): cells["year"],
            say("Number"): cells["value"],
            say("Unit"): [unit_symbol(units()[text_of(row, "unit")], say) for row in every],
            say("Value"): [cell_text(row, say) for row in every],
            say("95% interval from"): cells["interval_low"],
            say("to"): cells["interval_high"],
            say("Verdict"): [_verdicts(row, say) for row in every],
            say("Reason"): [say.pick("", " ").join(verdict_sentences(row, say)) for row in every],
            say("Period"): [row_period_text(row, say) for row in every],
            say("Checks"): [told(row, say) for row in every],
            say("Scope"): cells["scope_name"].fillna(""),
            say("Report"): cells["report_title"].fillna(""),
            say("Publisher"): cells["publisher"].fillna(""),
            say("Observation"): cells["observation_id"].fillna(""),
        }
    )


def each(cells: pd.DataFrame) -> Sequence[tuple[object, pd.Series]]:
    """The rows one by one; a name for what pandas calls iterrows."""
    return list(cells.iterrows())


def _verdicts(row: pd.Series, say: Words) -> str:
    return _DOT.join(filter(None, (verdict_labels(row, say) or verdict_label("compared", say), badge(row, say))))


def _rank(row: pd.Series, say: Words) -> str:
    if pd.isna(row["ranked"]):
        return ""
    low, high, of = int(row["rank_low"]), int(row["rank_high"]), int(row["ranked"])
    if low == high:
        return say("{rank} of {of}", rank=low, of=of)
    return say("{low} to {high} of {of}", low=low, high=high, of=of)
