"""Checks 5, 7, 8 and 9 between reports: rows of queries/checks -> findings, all sentences in one place.

A row holds whole rows of the table observation: `one`, the figure that was checked, and `other`, what it is held
against.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from faheng.checks.arithmetic.printed import Fit, point
from faheng.checks.arithmetic.said_twice import meaning
from faheng.checks.arithmetic.stated_growth import growth_between, points_between
from faheng.checks.figures.fact import Fact
from faheng.checks.figures.report_facts import Catalogue, ReportFacts
from faheng.checks.labels import BOUND_SIGNS, count_text, finding, growth_text, short, shown, signed, with_unit
from faheng.model import Bound, ChangeUnit, CheckName, Finding, PeriodBasis, PeriodKind, Role, Severity, Span, Status
from faheng.words.catalogue import Words
from faheng.words.periods import period_text
from faheng.words.values import PERCENT

Row = Mapping[str, Any]
Judge = Callable[[Row, Catalogue], Finding | None]


def fact_of(row: Row) -> Fact:
    """A row of the table observation as a fact."""
    return Fact(
        row["id"], row["indicator_id"], row["value"], row["value_text"], row["value_step"], row["unit"],
        Bound(row["bound"]), row["scope"], PeriodKind(row["period_kind"]), row["period_start"], row["period_end"],
        PeriodBasis(row["period_basis"]), Status(row["status"]), row["evidence_phrase"],
        Span(row["evidence_start"], row["evidence_end"]), (), row["change"], row["change_text"] or "",
        ChangeUnit(row["change_unit"]) if row["change_unit"] else None,
        Bound(row["change_bound"]) if row["change_bound"] else None,
    )  # fmt: skip


def report_of(row: Row, catalogue: Catalogue) -> ReportFacts:
    """The report that a finding of the row belongs to."""
    return ReportFacts(row["report_id"], row["locality_code"], (), catalogue)


def period_of(fact: Fact, say: Words) -> str:
    """The period of a figure in words."""
    return period_text(fact.period_kind or "", fact.period_start, fact.period_end, "", say)


def two_reports(row: Row, catalogue: Catalogue) -> Finding:
    """Two reports on one cell: they corroborate each other, or cannot both be right."""
    one, other = fact_of(row["one"]), fact_of(row["other"])

    def explain(say: Words) -> str:
        told = {"name": catalogue.name(one, say), "period": period_of(one, say), "value": with_unit(one, say)}
        if row["agreed"]:
            return say("Two reports give {name} of {period} alike: {value}.", **told)
        return say(
            "Two reports give {name} of {period} differently: {value} and {other}; one was revised or is wrong.",
            other=with_unit(other, say), **told,
        )  # fmt: skip

    severity = Severity.HOLDS if row["agreed"] else Severity.CONTRADICTION
    return finding(
        CheckName.TWO_REPORTS, severity, report_of(row["one"], catalogue), (one, other), explain,
        stated=short(one), computed=short(other),
        marks=[catalogue.mark(one, Role.STATED), catalogue.mark(other, Role.COUNT)],
    )  # fmt: skip


def growth(row: Row, catalogue: Catalogue) -> Finding | None:
    """A stated growth against the value that another report gave for the year before.

    Silent where the rounding of the two values leaves it open, and where a bound is true but far from what they give.
    """
    one, other = fact_of(row["one"]), fact_of(row["other"])
    stated = one.growth
    if stated is None:
        return None
    points = one.change_unit is ChangeUnit.POINTS
    between = points_between if points else growth_between
    exact = between(point(Fraction(other.value)), point(Fraction(one.value))).low or Fraction(0)
    fits = stated.fits(point(exact)) is not Fit.NONE
    if stated.is_far_from(exact) if fits else stated.fits(between(meaning(other), meaning(one))) is not Fit.NONE:
        return None
    text = signed(exact)

    def explain(say: Words) -> str:
        told = {
            "name": catalogue.name(one, say), "before": shown(other, say), "value": shown(one, say),
            "growth": say("{n} percentage points", n=text) if points else f"{text}%",
            "stated": growth_text(stated, say, points=points),
        }  # fmt: skip
        if fits:
            return say("{name} from {before} in the report of the year before to {value} is {growth}: agrees.", **told)
        return say(
            "{name} from {before} in the report of the year before to {value} is {growth}, but the report says"
            " {stated}: the earlier figure may have been revised.",
            **told,
        )

    severity = Severity.HOLDS if fits else Severity.DOUBTFUL
    return finding(
        CheckName.GROWTH, severity, report_of(row["one"], catalogue), (one, other), explain,
        stated=f"{short(one)} {BOUND_SIGNS[stated.bound]}{signed(stated.value)}%",
        computed=f"{short(other)}: {text}%",
        marks=[catalogue.mark(one, Role.AFTER), catalogue.mark(other, Role.BEFORE)],
    )  # fmt: skip


def value_range(row: Row, catalogue: Catalogue) -> Finding:
    """A figure that cannot be one."""
    one, fault = fact_of(row["one"]), row["fault"]

    def explain(say: Words) -> str:
        told = {"name": catalogue.name(one, say), "value": with_unit(one, say)}
        if fault == "negative":
            return say("{name} {value}: less than nothing.", **told)
        if fault == "above_all":
            return say("{name} {value}: more than all.", **told)
        return say("{name} {value} is of {period}, which its report cannot know.", period=period_of(one, say), **told)

    return finding(
        CheckName.RANGE, Severity.CONTRADICTION, report_of(row["one"], catalogue), (one,), explain,
        stated=short(one), computed=fault, marks=[catalogue.mark(one, Role.STATED)],
    )  # fmt: skip


def jump(row: Row, catalogue: Catalogue) -> Finding:
    """A value far outside the other years of its place."""
    one = fact_of(row["one"])
    percent = "%" if one.unit == PERCENT else ""
    least, greatest = (count_text(row[name]) + percent for name in ("least", "greatest"))

    def explain(say: Words) -> str:
        return say(
            "{name} was {value} in {period}; the {n} other years lie from {least} to {greatest}. Definition, scope or"
            " unit may have changed.",
            name=catalogue.name(one, say), value=with_unit(one, say), period=period_of(one, say), n=row["years"],
            least=least, greatest=greatest,
        )  # fmt: skip

    return finding(
        CheckName.JUMP, Severity.NOTE, report_of(row["one"], catalogue), (one,), explain,
        stated=short(one), computed=f"{least}..{greatest}", marks=[catalogue.mark(one, Role.STATED)],
    )  # fmt: skip


# The queries of queries/checks and what makes a finding of a row.
JUDGES: dict[str, Judge] = {
    "checks/two_reports": two_reports,
    "checks/growth": growth,
    "checks/range": value_range,
    "checks/jump": jump,
}
