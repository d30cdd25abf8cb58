"""Rows -> the matrix of the overview and the tables beside charts, as HTML that prints and can be read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import pandas as pd

from faheng.charts.references import reference
from faheng.ui.links import evidence_href
from faheng.ui.marks import Cell, MatrixRow, matrix
from faheng.views.tables import each
from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.findings import badge, told
from faheng.words.periods import row_period_text
from faheng.words.rows import is_comparable, number_of, text_of, verdicts_of
from faheng.words.values import cell_text, units
from faheng.words.verdict_names import row_label
from faheng.words.verdicts import verdict_sentence, verdict_sentences

__all__ = [
    "benchmark_list",
    "cell_matrix",
    "cell_table",
    "findings_list",
    "missing_list",
    "plain_table",
    "reasons",
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
        observation=_evidence(row) or None,
        missing=missing or hidden,
        disputed="disputed" in verdicts,
        reason=" ".join(verdict_sentences(row, say)),
        badge="" if missing or hidden else badge(row, say),
        found=told(row, say),
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


def findings_list(cells: pd.DataFrame, view: View) -> str:
    """What the checks found against figures of the chart, as HTML; "" where nothing was found."""
    found = cells[cells["finding_severity"].notna()]
    if found.empty:
        return ""
    lines = [
        f"<li><b>{escape(text_of(row, 'locality'))}</b> {escape(cell_text(row, view.say))} "
        f"{escape(told(row, view.say))}</li>"
        for _, row in each(found)
    ]
    return f'<ul class="fh-missing-list">{"".join(lines)}</ul>'


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


def cell_table(table: pd.DataFrame, cells: pd.DataFrame, view: View) -> str:
    """The table of a chart as HTML; a value links to its evidence."""
    value = list(table.columns).index(view.say("Value"))
    links = {i: evidence_href(_evidence(row)) for i, (_, row) in enumerate(each(cells)) if _evidence(row)}
    return plain_table(table, number_columns=(value,), links={(i, value): href for i, href in links.items()})


def _evidence(row: pd.Series) -> str:
    """The observation that a cell leads to: the one that fills it, or one that waits for a person's decision."""
    return text_of(row, "observation_id") or text_of(row, "proposed_observation_id")


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
