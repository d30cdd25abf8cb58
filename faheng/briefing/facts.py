"""Cells of the store -> facts with evidence, and the tables that stand beside charts."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from faheng.briefing.contents import Cell, Column, Fact, Number, Table
from faheng.charts.marks import drawable
from faheng.native.ranking import in_order
from faheng.ranks import rank_ranges
from faheng.words.catalogue import Words
from faheng.words.findings import badge
from faheng.words.findings import told as finding_told
from faheng.words.periods import as_date, row_period_text, year_text
from faheng.words.rows import Row, is_comparable, number_of, text_of, verdicts_of
from faheng.words.values import PERCENT, cell_text, unit_symbol, units
from faheng.words.verdict_names import verdict_label, verdict_labels
from faheng.words.verdicts import verdict_sentences


def observations_of(cells: pd.DataFrame) -> list[str]:
    """The ids of the observations in the cells: what evidence and findings are asked for."""
    return [str(each) for each in dict.fromkeys(cells["observation_id"].dropna())]


def asked_of(cells: pd.DataFrame) -> dict[str, list[str]]:
    """The parameters with which export__evidence is asked for the cells."""
    return {"observations": observations_of(cells), "localities": sorted(set(cells["locality_code"]))}


def facts_of(cells: pd.DataFrame, evidence: pd.DataFrame, say: Words) -> tuple[Fact, ...]:
    """A fact for each cell, in the order given.

    cells: rows of shared__cells. evidence: rows of export__evidence for their observations.
    """
    found = {str(key): rows for key, rows in evidence.groupby("observation_id", sort=False)}
    return tuple(_fact(row, found, say) for row in _records(cells))


def _fact(row: Row, found: Mapping[str, pd.DataFrame], say: Words) -> Fact:
    unit = units()[text_of(row, "unit")]
    rests_on = found.get(text_of(row, "observation_id"))
    own: Row = {} if rests_on is None else rests_on.iloc[0]
    phrases = () if rests_on is None else tuple(dict.fromkeys(rests_on["evidence_phrase"].dropna()))
    year = number_of(row, "year")
    return Fact(
        place=text_of(row, "locality"),
        indicator=text_of(row, "source_indicator") or text_of(row, "indicator"),
        year=None if year is None else int(year),
        value=number_of(row, "value"),
        percent=unit.id == PERCENT,
        unit=unit_symbol(unit, say),
        shown=cell_text(row, say),
        low=number_of(row, "interval_low"),
        high=number_of(row, "interval_high"),
        verdict=_verdict(row, say),
        reason=_reason(row, say),
        period=row_period_text(row, say),
        scope=text_of(row, "scope_name"),
        phrases=phrases,
        report=text_of(row, "report_title"),
        publisher=text_of(row, "publisher"),
        published_on=as_date(row.get("published_on")),
        url=text_of(own, "source_url"),
        observation=text_of(row, "observation_id"),
        comparable=is_comparable(row),
        doubted=bool(badge(row, say)),
    )


def _reason(row: Row, say: Words) -> str:
    """Each verdict with its reason, and what was found against the cell where no verdict says it."""
    found = [finding_told(row, say)] if badge(row, say) else []
    return say.pick("", " ").join([*verdict_sentences(row, say), *found])


def sources_of(facts: Iterable[Fact], say: Words) -> tuple[str, ...]:
    """A line for each report that a value comes from, with publisher and date."""
    return tuple(dict.fromkeys(fact.source(say) for fact in facts if fact.observation and fact.report))


def ranking_table(cells: pd.DataFrame, say: Words, ours: str) -> Table:
    """One indicator, a row a place in the order of the chart; last those without a value, whose verdict is said."""
    numbered = cells.reset_index(drop=True)
    ranks = dict(zip(numbered["locality_code"], _rank_texts(rank_ranges(numbered), say), strict=True))
    rows = in_order(numbered)
    ranked = any(ranks.values())
    columns = [
        Column(say("Place"), 11), Column(say("Value"), 9, number=True),
        *([Column(say("Rank"), 13)] if ranked else []),
        Column(say("Verdict"), 12), Column(say("Period"), 14), Column(say("Report"), 26),
    ]  # fmt: skip
    lines: list[tuple[Cell, ...]] = [
        (
            text_of(row, "locality"), cell_of(row, say), *([ranks[text_of(row, "locality_code")]] if ranked else []),
            _verdict(row, say), row_period_text(row, say), text_of(row, "report_title"),
        )
        for row in rows
    ]  # fmt: skip
    at = [i for i, row in enumerate(rows) if text_of(row, "locality_code") == ours]
    return Table(tuple(columns), tuple(lines), at[0] if at else None)


def trend_table(cells: pd.DataFrame, say: Words) -> Table:
    """Years down; across them places, or the indicators of one place. A cell that is not compared says why.

    One indicator of one place has room for its verdicts, periods and reports beside it. Of several indicators of
    several places each has its own years, one indicator below the other.
    """
    kept = cells[cells["year"].notna()]
    places, indicators = kept["locality_code"].nunique(), kept["indicator_id"].nunique()
    if places == indicators == 1:
        return _single_trend(kept, say)
    if places > 1 and indicators > 1:
        return _blocks(kept, say)
    by, name = ("locality_code", "locality") if indicators == 1 else ("indicator_id", "indicator")
    columns = [Column(say("Year"), 6), *_across(kept, by, name, say)]
    return Table(tuple(columns), tuple(_years_down(kept, list(kept[by].drop_duplicates()), by, say)))


def _blocks(cells: pd.DataFrame, say: Words) -> Table:
    """Indicator and year down, places across; a year without any value takes no row: the chart shows the gap."""
    codes = list(cells["locality_code"].drop_duplicates())
    rows: list[tuple[Cell, ...]] = []
    for _, every in cells.groupby("indicator_id", sort=False):
        head, years = _head(every.iloc[0], "indicator", say), set(drawable(every)["year"])
        rows += [(head, *line) for line in _years_down(every, codes, "locality_code", say, years=years)]
    columns = (Column(say("Indicator"), 16), Column(say("Year"), 7), *_across(cells, "locality_code", "locality", say))
    return Table(columns, tuple(rows))


def _across(cells: pd.DataFrame, by: str, name: str, say: Words) -> list[Column]:
    return [Column(_head(row, name, say), 12, number=True) for row in _records(cells.drop_duplicates(by))]


def _years_down(
    cells: pd.DataFrame, across: Sequence[str], by: str, say: Words, years: Container[int] | None = None
) -> list[tuple[Cell, ...]]:
    """A row a year; years: only these."""
    found = {(int(row["year"]), row[by]): row for row in cells.to_dict("records")}
    return [
        (year_text(year, say), *(_remarked(found.get((year, each)), say, dated=False) for each in across))
        for year in _years(cells)
        if years is None or year in years
    ]


def _single_trend(cells: pd.DataFrame, say: Words) -> Table:
    years = _years(cells)
    columns = (
        Column(say("Year"), 8), Column(say("Value"), 10, number=True), Column(say("Verdict"), 14),
        Column(say("Period"), 16), Column(say("Report"), 28),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (year_text(int(row.get("year")), say), cell_of(row, say), _verdict(row, say), row_period_text(row, say),
         text_of(row, "report_title"))
        for row in _records(cells.sort_values("year"))
        if int(row.get("year")) in years
    ]  # fmt: skip
    return Table(columns, tuple(rows))


def _years(cells: pd.DataFrame) -> list[int]:
    """From the first year with a value to the last, those between without one too."""
    held = [int(year) for year in cells.loc[cells["value"].notna(), "year"]]
    return list(range(min(held), max(held) + 1)) if held else []


def matrix_table(cells: pd.DataFrame, say: Words) -> Table:
    """Indicators down, places across; a cell says its period where they differ, and why it is not compared."""
    dated = len({row_period_text(row, say) for row in _records(cells[cells["value"].notna()])}) > 1
    places = cells.drop_duplicates("locality_code")
    columns = [
        Column(say("Indicator"), 16),
        *(Column(text_of(row, "locality"), 9, number=True) for row in _records(places)),
    ]
    found = {(row["indicator_id"], row["locality_code"]): row for row in cells.to_dict("records")}
    rows: list[tuple[Cell, ...]] = [
        (
            text_of(row, "indicator"),
            *(
                _remarked(found.get((row.get("indicator_id"), code)), say, dated=dated)
                for code in places["locality_code"]
            ),
        )
        for row in _records(cells.drop_duplicates("indicator_id"))
    ]
    return Table(tuple(columns), tuple(rows))


def cell_of(row: Row, say: Words) -> Cell:
    """The value as a number, or the word that stands in its place: never 0 for a missing one."""
    value, text = number_of(row, "value"), cell_text(row, say)
    return text if value is None else Number(value, text, text_of(row, "unit") == PERCENT)


def _remarked(row: Row | None, say: Words, *, dated: bool) -> Cell:
    """The cell with its period and verdicts behind it, in a table that has no column for them.

    dated: the period is said of every value; else of those alone whose row of one year does not say it.
    """
    if row is None:
        return ""
    cell = cell_of(row, say)
    period = row_period_text(row, say) if dated or text_of(row, "period_kind") not in _OF_A_YEAR else ""
    remark = say(", ").join(filter(None, (period, verdict_labels(row, say, separator=say(", ")), badge(row, say))))
    if not remark or (isinstance(cell, str) and number_of(row, "value_low") is None):
        return cell
    told = say("{value} ({remark})", value=cell if isinstance(cell, str) else cell.text, remark=remark)
    return told if isinstance(cell, str) else replace(cell, text=told)


_OF_A_YEAR = ("year", "as_of")


def _head(row: Row, name: str, say: Words) -> str:
    """An indicator among others carries its unit, unless its values do."""
    unit = unit_symbol(units()[text_of(row, "unit")], say)
    return (
        text_of(row, name)
        if name == "locality" or unit == "%"
        else say("{name} ({unit})", name=text_of(row, name), unit=unit)
    )


def _verdict(row: Row, say: Words) -> str:
    """All verdicts in words, and what was found against the cell: "期间不同 · 待核"."""
    labels = verdict_labels(row, say) or verdict_label(next(iter(verdicts_of(row)), "no_report"), say)
    return " · ".join(filter(None, (labels, badge(row, say))))


def _rank_texts(ranks: pd.DataFrame, say: Words) -> list[str]:
    texts = []
    for low, high, of in ranks[["rank_low", "rank_high", "ranked"]].itertuples(index=False):
        if pd.isna(of):
            texts.append("")
        elif low == high:
            texts.append(say("{rank} of {of}", rank=int(low), of=int(of)))
        else:
            texts.append(say("{low} to {high} of {of}", low=int(low), high=int(high), of=int(of)))
    return texts


def _records(rows: pd.DataFrame) -> Sequence[Row]:
    return rows.to_dict("records")
