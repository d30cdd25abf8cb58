"""Rows -> the matrix of the overview and the tables beside charts, as HTML that prints and can be read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import pandas as pd

from faheng.charts.references import reference
from faheng.ui.links import evidence_href
from faheng.ui.marks import Cell, MatrixRow, matrix
from faheng.ui.view import View
from faheng.words.catalogue import Words
from faheng.words.periods import row_period_text
from faheng.words.rows import is_comparable, number_of, text_of, verdicts_of
from faheng.words.values import cell_text, unit_symbol, units
from faheng.words.verdict_names import row_label, strictest_label, verdict_label, verdict_labels
from faheng.words.verdicts import verdict_sentence, verdict_sentences

__all__ = [
    "benchmark_list",
    "cell_matrix",
    "cell_table",
    "coverage_table",
    "each",
    "export_rows",
    "missing_list",
    "nothing_drawn",
    "plain_table",
    "reasons",
    "table_rows",
]


def cell_matrix(cells: pd.DataFrame, view: View) -> str:
    """Indicators down, the view's places across; a cell says its value with verdict and period, or its verdict."""
    names = cells.drop_duplicates("locality_code").set_index("locality_code")["locality"]
    lines = [
        MatrixRow(str(group["indicator"].iloc[0]), [_cell(row, view) for _, row in group.iterrows()])
        for _, group in cells.groupby("indicator_id", sort=False)
    ]
    ours = list(names.index).index(view.ours) if view.ours in names.index else None
    return matrix(view.say("Indicator"), list(names), lines, ours)


def _cell(row: pd.Series, view: View) -> Cell:
    say = view.say
    hidden = view.selection.comparable_only and not is_comparable(row)
    missing = number_of(row, "value") is None
    verdicts = verdicts_of(row)
    shown = [row_label(row, verdict, say) for verdict in verdicts[:1] if verdict != "compared"]
    return Cell(
        text=shown[0] if hidden and shown else cell_text(row, say),
        verdict="" if missing or hidden or not shown else shown[0],
        period="" if missing or hidden else row_period_text(row, say),
        observation=text_of(row, "observation_id") or None,
        missing=missing or hidden,
        disputed="disputed" in verdicts,
        reason=" ".join(verdict_sentences(row, say)),
    )


def reasons(cells: pd.DataFrame, view: View) -> str:
    """Why cells that hold a value are not compared: one sentence each, as HTML; "" when all are."""
    say = view.say
    held = cells[cells["value"].notna() & ~cells.apply(is_comparable, axis=1)]
    if held.empty:
        return ""
    lines = [
        f"<li><b>{escape(text_of(row, 'locality'))}</b> {escape(text_of(row, 'indicator'))} "
        f"{escape(cell_text(row, say))}{escape(say(': '))}{escape(verdict_sentence(row, say))}</li>"
        for _, row in each(held)
    ]
    title = escape(say.count("Why one figure is not compared", "Why {n} figures are not compared", len(lines)))
    return f'<details class="fh-reasons"><summary>{title}</summary><ul>{"".join(lines)}</ul></details>'


def nothing_drawn(cells: pd.DataFrame, name: str, view: View) -> str:
    """One sentence where a chart would be empty. cells: before “only comparable” took any away."""
    say = view.say
    held = int(cells["value"].notna().sum())
    if held and view.selection.comparable_only:
        return say.count(
            "One figure is held for {indicator}, and it cannot be compared. Switch “only comparable” off to see why.",
            "{n} figures are held for {indicator}, and none can be compared. Switch “only comparable” off to see why.",
            held,
            indicator=name,
        )
    why = say(", ").join(dict.fromkeys(strictest_label(row, say) for _, row in each(cells)))
    return say(
        "No figure of {indicator} is held ({reasons}). Choose other places or years above.", indicator=name, reasons=why
    )


def missing_list(cells: pd.DataFrame, view: View) -> str:
    """The places that have no value, with the reason, as HTML; "" when all have one."""
    say = view.say
    missing = cells[cells["value"].isna()]
    if missing.empty:
        return ""
    told = [
        f"<li><b>{escape(text_of(row, 'locality'))}</b> {escape(_why_missing(row, say))}</li>"
        for _, row in each(missing)
    ]
    return f'<ul class="fh-missing-list">{"".join(told)}</ul>'


def _why_missing(row: pd.Series, say: Words) -> str:
    # A place that does report but whose population is unknown has no value per 10,000 residents.
    if text_of(row, "observation_id"):
        return say("The population is not known, so there is no figure per resident.")
    return verdict_sentence(row, say)


def benchmark_list(benchmarks: pd.DataFrame, view: View) -> str:
    """The published values that are not drawn, each with the reason, as HTML; "" when there is none."""
    say = view.say
    listed = benchmarks[~benchmarks["drawn"].astype(bool)]
    if listed.empty:
        return ""
    unit = units()[text_of(listed.iloc[0], "unit")]
    lines = [
        reference(row, unit, say).label + say(": ") + barred(text_of(row, "reason"), say) for _, row in each(listed)
    ]
    told = "".join(f"<li>{escape(line)}</li>" for line in lines)
    count = say.count("One published value is not drawn", "{n} published values are not drawn", len(listed))
    return f'<details class="fh-reasons"><summary>{escape(count)}</summary><ul>{told}</ul></details>'


def barred(reason: str, say: Words) -> str:
    """Why a published value is not drawn as a reference line."""
    return {
        "target": say("it is a target, not a result."),
        "definition": say("its definition is another."),
        "total": say("it is the total of a larger region; counts of unlike regions are not set side by side."),
        "part_year": say("it covers only part of a year."),
        "several_years": say("it covers several years."),
        "elsewhere": say("its region contains none of the places shown."),
        "older": say("a newer value of the same region is drawn."),
        "footing": say("it is not divided by residents or years."),
    }[reason]


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
    told = [row for _, row in each(cells)]
    return pd.DataFrame(
        {
            say("Place"): cells["locality"],
            say("Indicator"): [text_of(row, "source_indicator") or text_of(row, "indicator") for row in told],
            say("Year"): cells["year"],
            say("Number"): cells["value"],
            say("Unit"): [unit_symbol(units()[text_of(row, "unit")], say) for row in told],
            say("Value"): [cell_text(row, say) for row in told],
            say("95% interval from"): cells["interval_low"],
            say("to"): cells["interval_high"],
            say("Verdict"): [_verdicts(row, say) for row in told],
            say("Reason"): [say.pick("", " ").join(verdict_sentences(row, say)) for row in told],
            say("Period"): [row_period_text(row, say) for row in told],
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
    return verdict_labels(row, say) or verdict_label("compared", say)


def _rank(row: pd.Series, say: Words) -> str:
    if pd.isna(row["ranked"]):
        return ""
    low, high, of = int(row["rank_low"]), int(row["rank_high"]), int(row["ranked"])
    if low == high:
        return say("{rank} of {of}", rank=low, of=of)
    return say("{low} to {high} of {of}", low=low, high=high, of=of)


def cell_table(table: pd.DataFrame, cells: pd.DataFrame, view: View) -> str:
    """The table of a chart as HTML; a value links to its evidence."""
    value = list(table.columns).index(view.say("Value"))
    links = {i: evidence_href(text_of(row, "observation_id")) for i, (_, row) in enumerate(each(cells))
             if text_of(row, "observation_id")}  # fmt: skip
    return plain_table(table, number_columns=(value,), links={(i, value): href for i, href in links.items()})


def linked(text: str, href: str | None) -> str:
    """The escaped text as a link to one of our pages or, in a new window, to a source elsewhere."""
    if not href:
        return text
    if href.startswith(("http://", "https://")):
        return f'<a href="{escape(href)}" target="_blank" rel="noopener noreferrer">{text}</a>'
    return f'<a class="fh-link" href="{escape(href)}">{text}</a>'


def plain_table(
    table: pd.DataFrame, *, number_columns: Sequence[int] = (), links: dict[tuple[int, int], str] | None = None
) -> str:
    """Any table as HTML: texts left, numbers right; links by (row, column)."""
    links = links or {}

    def kind(column: int) -> str:
        return "" if column in number_columns else ' class="fh-text"'

    def shown(line: int, column: int, value: object) -> str:
        text = "" if pd.isna(value) else escape(str(value))  # type: ignore[call-overload]  # scalars only
        href = links.get((line, column))
        return f"<td{kind(column)}>{linked(text, href)}</td>"

    names = enumerate(table.columns)
    head = "".join(f'<th scope="col"{kind(column)}>{escape(str(name))}</th>' for column, name in names)
    body = "".join(
        "<tr>" + "".join(shown(line, column, value) for column, value in enumerate(values)) + "</tr>"
        for line, values in enumerate(table.itertuples(index=False))
    )
    return (
        '<div class="fh-scroll" tabindex="0"><table class="fh-matrix fh-plain">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )
