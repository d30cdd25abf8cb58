"""Cells -> the tables of a view as data: what stands beside a chart, and what its CSV holds; all in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import pandas as pd

from faheng.charts.series import series_of
from faheng.charts.shown import ThemeCoverage
from faheng.model import Cell, PlaceChange
from faheng.ranks import RankRange
from faheng.views.view import View
from faheng.words.areas import change_texts
from faheng.words.catalogue import Words
from faheng.words.findings import badge, finding_text
from faheng.words.periods import cell_period_text
from faheng.words.reports import report_name
from faheng.words.values import cell_text, unit_symbol, units
from faheng.words.verdict_names import strictest_label, verdict_label, verdict_labels
from faheng.words.verdicts import verdict_sentences

__all__ = ["coverage_table", "export_rows", "nothing_drawn", "nothing_held", "rank_text", "table_rows"]


_DOT = " · "


def nothing_drawn(cells: Sequence[Cell], name: str, view: View) -> str:
    """Where a chart would be empty: why, and what to do. cells: before “only comparable” took any away."""
    say = view.say
    switched = any(cell.value is not None for cell in cells) and view.selection.comparable_only
    todo = say("Switch “only comparable” off to see why.") if switched else say("Choose other places or years above.")
    return say.pick("", " ").join((nothing_held(cells, name, view), todo))


def nothing_held(cells: Sequence[Cell], name: str, view: View) -> str:
    """Why a chart would be empty, in a sentence that can stand in a file."""
    say = view.say
    held = sum(cell.value is not None for cell in cells)
    if held and not any(cell.comparable for cell in cells):
        return say.count(
            "One figure is held for {indicator}, and it cannot be compared.",
            "{n} figures are held for {indicator}, and none can be compared.",
            held,
            indicator=name,
        )
    why = say(", ").join(dict.fromkeys(strictest_label(cell, say) for cell in cells))
    return say("No figure of {indicator} is held ({reasons}).", indicator=name, reasons=why)


def coverage_table(covered: Sequence[ThemeCoverage], say: Words) -> pd.DataFrame:
    """The coverage in words, for its CSV."""
    return pd.DataFrame(
        {
            say("Place"): [each.locality for each in covered],
            say("Year"): [each.year for each in covered],
            say("Report"): [each.report_title for each in covered],
            say("Theme"): [each.theme_name for each in covered],
            say("Stated"): [each.reported for each in covered],
            say("In the catalogue"): [each.catalogue for each in covered],
        }
    )


def table_rows(
    cells: Sequence[Cell], ranks: Sequence[RankRange | None] | None, view: View, changes: Sequence[PlaceChange] = ()
) -> pd.DataFrame:
    """What a chart's table and its CSV hold: names, value, verdicts, period, evidence's report; in words.

    changes: of the places of a trend; the first value after one says what happened to the area.
    """
    say, named = view.say, {_indicator(cell) for cell in cells}
    columns = {
        say("Place"): [cell.locality for cell in cells],
        say("Indicator"): [_indicator(cell) for cell in cells] if len(named) > 1 else None,
        say("Value"): [cell_text(cell, say) for cell in cells],
        say("Rank"): [rank_text(rank, say) for rank in ranks] if ranks and any(ranks) else None,
        say("Verdict"): [_verdicts(cell, say) for cell in cells],
        say("Period"): [cell_period_text(cell, say) for cell in cells],
        say("Area"): _areas(cells, changes, say),
        say("Report"): [report_name(cell, say) for cell in cells],
    }
    return pd.DataFrame({name: texts for name, texts in columns.items() if texts is not None})


def export_rows(cells: Sequence[Cell], view: View, changes: Sequence[PlaceChange] = ()) -> pd.DataFrame:
    """What the CSV under a chart holds: numbers as numbers, with unit, bound, verdicts, reasons, period and source."""
    say, areas = view.say, _areas(cells, changes, view.say)
    return pd.DataFrame(
        {
            say("Place"): [cell.locality for cell in cells],
            **({say("Area"): areas} if areas else {}),
            say("Indicator"): [_indicator(cell) for cell in cells],
            say("Year"): pd.array([cell.year for cell in cells], dtype="Int32"),
            say("Number"): _numbers(cell.value for cell in cells),
            say("Unit"): [unit_symbol(units()[cell.unit], say) for cell in cells],
            say("Value"): [cell_text(cell, say) for cell in cells],
            say("95% interval from"): _numbers(cell.interval_low for cell in cells),
            say("to"): _numbers(cell.interval_high for cell in cells),
            say("Verdict"): [_verdicts(cell, say) for cell in cells],
            say("Reason"): [say.pick("", " ").join(verdict_sentences(cell, say)) for cell in cells],
            say("Period"): [cell_period_text(cell, say) for cell in cells],
            say("Checks"): [finding_text(cell, say) for cell in cells],
            say("Scope"): [cell.scope_name for cell in cells],
            say("Report"): [report_name(cell, say) for cell in cells],
            say("Publisher"): [cell.publisher for cell in cells],
            say("Observation"): [cell.observation_id for cell in cells],
        }
    )


def _areas(cells: Sequence[Cell], changes: Sequence[PlaceChange], say: Words) -> list[str] | None:
    """What happened to the area of the place before this value and after the one before it; None where nothing did."""
    told: dict[tuple[str, str, int | None], str] = {}
    for indicator in dict.fromkeys(cell.indicator_id for cell in cells):
        for series in series_of([cell for cell in cells if cell.indicator_id == indicator], changes):
            for before, after in pairwise(series.points):
                between = [each for each in series.changes if before.year < each.year <= after.year]
                if between:
                    told[series.code, indicator, after.cell.year] = say("; ").join(change_texts(between, say))
    return [told.get((cell.locality_code, cell.indicator_id, cell.year), "") for cell in cells] if told else None


def _numbers(values: Iterable[float | None]) -> pd.Series:
    """Numbers as a column of a table, which has nan for a missing one."""
    return pd.Series(list(values), dtype="float64")


def _indicator(cell: Cell) -> str:
    """The indicator that the value is of: a neighbour's name where one stands in."""
    return cell.source_indicator or cell.indicator


def _verdicts(cell: Cell, say: Words) -> str:
    return _DOT.join(filter(None, (verdict_labels(cell, say) or verdict_label("compared", say), badge(cell, say))))


def rank_text(rank: RankRange | None, say: Words) -> str:
    """The rank among those that have one, a range where places cannot be told apart; "" for none."""
    if rank is None:
        return ""
    if rank.low == rank.high:
        return say("{rank} of {of}", rank=rank.low, of=rank.ranked)
    return say("{low} to {high} of {of}", low=rank.low, high=rank.high, of=rank.ranked)
