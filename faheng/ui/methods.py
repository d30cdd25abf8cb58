"""The texts and tables of the methods page as HTML."""

from __future__ import annotations

from html import escape

import pandas as pd

from faheng.charts.references import reference
from faheng.ui.tables import plain_table
from faheng.ui.view import level_name
from faheng.views.tables import each
from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.periods import date_text, period_text
from faheng.words.rows import text_of
from faheng.words.values import unit_symbol, units

__all__ = [
    "benchmarks_table",
    "indicators_table",
    "principles",
    "reports_table",
    "snapshot_line",
]


def snapshot_line(row: pd.Series, view: View) -> str:
    """What the store holds now."""
    text = view.say(
        "Data version {number}, built on {day}: {reports} reports of {localities} places, "
        "{observations} figures accepted, {derived} derived from counts, {implied} implied by a growth; "
        "{indicators} indicators in the catalogue.",
        day=date_text(row["built_at"], view.say),
        **{name: int(row[name]) for name in row.index if name != "built_at"},
    )
    return f'<p class="fh-note">{escape(text)}</p>'


def principles(verdicts: pd.DataFrame, view: View) -> str:
    """Verdicts, the period rule, intervals, derived and implied values, and what Faheng does not do."""
    say = view.say
    meanings = "".join(
        f"<dt>{escape(text_of(row, 'name'))}</dt><dd>{escape(text_of(row, 'meaning'))}</dd>"
        for _, row in each(verdicts)
    )
    told = "".join(
        f"<h3>{escape(head)}</h3><ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
        for head, lines in _rules(say)
    )
    return f'<h3>{escape(say("What a cell says"))}</h3><dl class="fh-facts">{meanings}</dl>{told}'


def _rules(say: Words) -> list[tuple[str, list[str]]]:
    return [
        (
            say("Periods"),
            [
                say("A figure of a period takes the period of its report unless its clause states another."),
                say("A figure of a day is as of the end of the report's period."),
                say("“The last two years” of an undated text is inferred, and marked so."),
                say("“Latest” takes each place's latest year and says which; older ones are shown, not compared."),
            ],
        ),
        (
            say("Intervals"),
            [
                say("Where counts are known, a rate carries its 95% interval by the method of E. B. Wilson (1927)."),
                say("Differences inside overlapping intervals are called indistinguishable."),
                say("Ranks are ranges, given only among comparable values of one level of government."),
            ],
        ),
        (
            say("Derived and implied values"),
            [
                say("A rate that a report does not state is derived from exact counts of the same report and period."),
                say("The value before a stated growth is the whole number that fits it as printed, else an interval."),
                say("Each links to the phrases it was made from."),
            ],
        ),
        (
            say("Reference lines"),
            [
                say("A published value is drawn only where definition and unit match and its region holds a place."),
                say("All others are listed under the chart with the reason."),
            ],
        ),
        (
            say("What Faheng does not do"),
            [
                say("It makes no overall score and no league table."),
                say("It does not judge whether a report is true; it shows what is written, and where."),
                say("It never fills a gap: what is not reported stays not reported."),
            ],
        ),
    ]


def indicators_table(indicators: pd.DataFrame, view: View) -> str:
    """Every indicator with its definition."""
    say = view.say
    better = {"higher": say("higher"), "lower": say("lower"), "": say("no judgement")}
    measure = {"flow": say("of a period"), "stock": say("as of a day")}
    table = pd.DataFrame(
        {
            say("Theme"): indicators["theme"],
            say("Indicator"): indicators["indicator"],
            say("Definition"): indicators["definition"],
            say("Unit"): [unit_symbol(units()[unit], say) for unit in indicators["unit"]],
            say("Measured"): indicators["measure"].map(measure),
            say("Better"): indicators["better"].map(better),
            say("Applies to"): [
                say(", ").join(level_name(level, say) for level in levels) for levels in indicators["applies_to_levels"]
            ],
        }
    )
    return plain_table(table)


def reports_table(reports: pd.DataFrame, view: View) -> str:
    """The reports held, with where they come from."""
    say = view.say
    kinds = {
        "annual_report": say("Annual report"),
        "work_report": say("Government work report"),
        "article": say("Article"),
    }
    table = pd.DataFrame(
        {
            say("Place"): reports["locality"],
            say("Report"): reports["title"],
            say("Publisher"): reports["publisher"],
            say("Kind"): reports["kind"].map(kinds),
            say("Published on"): [date_text(day, say) or say("date not stated") for day in reports["published_on"]],
            say("Period"): [_report_period(row, say) for _, row in each(reports)],
            say("Figures"): reports["observations"],
        }
    )
    held = int(reports["held"].max()) if len(reports) else 0
    cut = say("{shown} of the {held} reports held are listed, those of our place and the newest first.",
              shown=len(reports), held=held)  # fmt: skip
    return plain_table(table, number_columns=(6,)) + f'<p class="fh-note">{escape(cut)}</p>' * (held > len(reports))


def _report_period(row: pd.Series, say: Words) -> str:
    start, end = row["period_start"], row["period_end"]
    kind = "multi_year" if start.year != end.year else "year"
    return period_text(kind, start, end, text_of(row, "period_basis"), say)


def benchmarks_table(benchmarks: pd.DataFrame, view: View) -> str:
    """Every published value with its source; the source links to where it was read."""
    say = view.say
    table = pd.DataFrame(
        {
            say("Indicator"): benchmarks["indicator"],
            say("Region and value"): [_labelled(row, say) for _, row in each(benchmarks)],
            say("Remark"): [_remark(row, say) for _, row in each(benchmarks)],
            say("Source"): benchmarks["source_title"],
        }
    )
    return plain_table(table, links={(line, 3): url for line, url in enumerate(benchmarks["source_url"])})


def _labelled(row: pd.Series, say: Words) -> str:
    return reference(row, units()[text_of(row, "unit")], say).label


def _remark(row: pd.Series, say: Words) -> str:
    kinds = {"target": say("target"), "reported": ""}
    return say("; ").join(filter(None, (kinds[text_of(row, "kind")], text_of(row, "note"))))
