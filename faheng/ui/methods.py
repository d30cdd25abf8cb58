"""The texts and tables of the methods page as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from faheng.charts.references import reference
from faheng.model import SourceKind
from faheng.ui.held import CataloguedIndicator, HeldReport, PublishedBenchmark
from faheng.ui.levels import level_name
from faheng.ui.links import Hyperlink
from faheng.ui.markup import Markup, rendered
from faheng.ui.tables import Column, table_markup, table_of
from faheng.views.held import SnapshotLine, VerdictMeaning
from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.periods import date_text, period_text
from faheng.words.reports import kind_text
from faheng.words.values import unit_symbol, units

__all__ = [
    "MethodsSection",
    "benchmarks_table",
    "contents",
    "indicators_table",
    "principles",
    "reports_table",
    "section_markup",
    "snapshot_line",
]


@dataclass(frozen=True, slots=True)
class MethodsSection:
    """A part of the page under a heading. anchor: its name in the address; amount: how much it holds, beside it."""

    anchor: str
    title: str
    body: Markup
    amount: str = ""


def snapshot_line(snapshot: SnapshotLine, view: View) -> Markup:
    """What the store holds now."""
    text = view.say(
        "Data version {number}, built on {day}: {reports} reports of {localities} places, "
        "{observations} figures accepted, {derived} derived from counts, {implied} implied by a growth; "
        "{indicators} indicators in the catalogue.",
        number=snapshot.number,
        day=date_text(snapshot.built_at, view.say),
        reports=snapshot.reports,
        localities=snapshot.localities,
        observations=snapshot.observations,
        derived=snapshot.derived,
        implied=snapshot.implied,
        indicators=snapshot.indicators,
    )
    return rendered("note", note=text)


def contents(sections: Sequence[MethodsSection], say: Words) -> Markup:
    """The list of contents; a link to what folds away opens it."""
    return rendered("contents", label=say("Contents"), sections=sections)


def section_markup(section: MethodsSection, *, folded: bool = False) -> Markup:
    """A part of the page under its heading, which folds it away where it is long."""
    return rendered("section", section=section, folded=folded)


def principles(verdicts: Sequence[VerdictMeaning], view: View) -> list[MethodsSection]:
    """Verdicts, the period rule, intervals, derived and implied values, and what Faheng does not do."""
    say = view.say
    meanings = MethodsSection("verdicts", say("What a cell says"), rendered("meanings", verdicts=verdicts))
    return [
        meanings,
        *(
            MethodsSection(f"rule-{n}", title, rendered("rules", lines=lines))
            for n, (title, lines) in enumerate(_rules(say), 1)
        ),
    ]


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
                say("A total whose parts a report states apart is their sum, of one scope and period."),
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


def indicators_table(indicators: Sequence[CataloguedIndicator], view: View) -> Markup:
    """Every indicator with its definition."""
    say = view.say
    better = {"higher": say("higher"), "lower": say("lower"), "": say("no judgement")}
    measure = {"flow": say("of a period"), "stock": say("as of a day")}
    columns = (
        say("Theme"), say("Indicator"), say("Definition"), say("Unit"), say("Measured"), say("Better"),
        say("Applies to"),
    )  # fmt: skip
    rows = (
        (
            each.theme, each.indicator, each.definition, unit_symbol(units()[each.unit], say), measure[each.measure],
            better[each.better], say(", ").join(level_name(level, say) for level in each.applies_to_levels),
        )
        for each in indicators
    )  # fmt: skip
    return table_markup(table_of(columns, rows))


def reports_table(reports: Sequence[HeldReport], view: View) -> Markup:
    """The reports held, with where they come from."""
    say = view.say
    columns = (
        say("Place"), say("Report"), say("Publisher"), say("Kind"), say("Published on"), say("Period"),
        Column(say("Figures"), number=True),
    )  # fmt: skip
    rows = (
        (
            each.locality, each.title, each.publisher, _kind(each, say),
            date_text(each.published_on, say) or say("date not stated"), _report_period(each, say),
            str(each.observations),
        )
        for each in reports
    )  # fmt: skip
    held = max((each.held for each in reports), default=0)
    cut = say("{shown} of the {held} reports held are listed, those of our place and the newest first.",
              shown=len(reports), held=held)  # fmt: skip
    return rendered("table_noted", table=table_of(columns, rows), note=cut if held > len(reports) else "")


def _kind(report: HeldReport, say: Words) -> str:
    kind = kind_text(report.kind, say)
    return say("{report} (reprint)", report=kind) if report.source_kind == SourceKind.COPY else kind


def _report_period(report: HeldReport, say: Words) -> str:
    start, end = report.period_start, report.period_end
    kind = "multi_year" if start.year != end.year else "year"
    return period_text(kind, start, end, report.period_basis, say)


def benchmarks_table(benchmarks: Sequence[PublishedBenchmark], view: View) -> Markup:
    """Every published value with its source; the source links to where it was read."""
    say = view.say
    rows = (
        (
            each.indicator, reference(each, units()[each.unit], say).label, _remark(each, say),
            Hyperlink(each.source_title, each.source_url),
        )
        for each in benchmarks
    )  # fmt: skip
    return table_markup(table_of((say("Indicator"), say("Region and value"), say("Remark"), say("Source")), rows))


def _remark(benchmark: PublishedBenchmark, say: Words) -> str:
    kinds = {"target": say("target"), "reported": ""}
    return say("; ").join(filter(None, (kinds[benchmark.kind], benchmark.note)))
