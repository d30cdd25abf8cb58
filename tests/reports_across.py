"""What reports say of each other, worked out figure by figure in exact fractions: queries/across is held against it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from faheng.checks.across.reports import JUMP, TWO_REPORTS
from faheng.checks.arithmetic.growth import GROWTH
from faheng.checks.arithmetic.said_twice import meaning
from faheng.checks.arithmetic.stated_growth import growth_between, growth_of, points_between
from faheng.checks.figures.catalogue import Catalogue
from faheng.checks.figures.labels import BOUND_SIGNS, count_text, growth_text, short, shown, signed, with_unit
from faheng.checks.figures.report import Judgement, ReportFigures
from faheng.checks.text.rate_range import RANGE
from faheng.model import ChangeUnit, Finding, Observation, Role, Severity
from faheng.model.printed import Fit, point
from faheng.words.catalogue import Words
from faheng.words.periods import period_text
from faheng.words.values import PERCENT


def finding(judgement: Judgement, figures: Sequence[Observation], catalogue: Catalogue) -> Finding:
    """What a check says of figures of two reports; it belongs to the report of the first."""
    first = figures[0]
    return ReportFigures(first.report_id, first.locality_code, (), catalogue).finding(judgement, figures)


def period_of(figure: Observation, say: Words) -> str:
    """The period of a figure in words."""
    return period_text(figure.period_kind or "", figure.period_start, figure.period_end, "", say)


def two_reports(catalogue: Catalogue, one: Observation, other: Observation, agreed: bool) -> Finding:
    """Two reports on one cell: they corroborate each other, or cannot both be right."""

    def explain(say: Words) -> str:
        parts = {"name": catalogue.name(one, say), "period": period_of(one, say), "value": with_unit(one, say)}
        if agreed:
            return say("Two reports give {name} of {period} alike: {value}.", **parts)
        return say(
            "Two reports give {name} of {period} differently: {value} and {other}; one was revised or is wrong.",
            other=with_unit(other, say), **parts,
        )  # fmt: skip

    severity = Severity.HOLDS if agreed else Severity.CONTRADICTION
    marks = [catalogue.mark(one, Role.STATED), catalogue.mark(other, Role.COUNT)]
    judgement = Judgement(TWO_REPORTS, severity, explain, short(one), short(other), marks)
    return finding(judgement, (one, other), catalogue)


def growth(catalogue: Catalogue, one: Observation, other: Observation) -> Finding | None:
    """A stated growth against the value that another report gave for the year before.

    Silent where the rounding of the two values leaves it open, and where a bound is true but far from what they give.
    """
    stated = growth_of(one)
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
        parts = {
            "name": catalogue.name(one, say), "before": shown(other, say), "value": shown(one, say),
            "growth": say("{n} percentage points", n=text) if points else f"{text}%",
            "stated": growth_text(stated, say, points=points),
        }  # fmt: skip
        if fits:
            return say("{name} from {before} in the report of the year before to {value} is {growth}: agrees.", **parts)
        return say(
            "{name} from {before} in the report of the year before to {value} is {growth}, but the report says"
            " {stated}: the earlier figure may have been revised.",
            **parts,
        )

    severity = Severity.HOLDS if fits else Severity.DOUBTFUL
    judgement = Judgement(
        GROWTH, severity, explain,
        stated=f"{short(one)} {BOUND_SIGNS[stated.bound]}{signed(stated.value)}%",
        computed=f"{short(other)}: {text}%",
        marks=[catalogue.mark(one, Role.AFTER), catalogue.mark(other, Role.BEFORE)],
    )  # fmt: skip
    return finding(judgement, (one, other), catalogue)


def value_range(catalogue: Catalogue, one: Observation, fault: str) -> Finding:
    """A figure that cannot be one. fault: negative, above_all or future."""

    def explain(say: Words) -> str:
        parts = {"name": catalogue.name(one, say), "value": with_unit(one, say)}
        if fault == "negative":
            return say("{name} {value}: less than nothing.", **parts)
        if fault == "above_all":
            return say("{name} {value}: more than all.", **parts)
        return say("{name} {value} is of {period}, which its report cannot know.", period=period_of(one, say), **parts)

    marks = [catalogue.mark(one, Role.STATED)]
    judgement = Judgement(RANGE, Severity.CONTRADICTION, explain, short(one), fault, marks)
    return finding(judgement, (one,), catalogue)


def jump(catalogue: Catalogue, one: Observation, years: int, least: Decimal, greatest: Decimal) -> Finding:
    """A value far outside the other years of its place, of which there are so many, from the least to the greatest."""
    percent = "%" if one.unit == PERCENT else ""
    low, high = (count_text(value) + percent for value in (least, greatest))

    def explain(say: Words) -> str:
        return say(
            "{name} was {value} in {period}; the {n} other years lie from {least} to {greatest}. Definition, scope or"
            " unit may have changed.",
            name=catalogue.name(one, say), value=with_unit(one, say), period=period_of(one, say), n=years,
            least=low, greatest=high,
        )  # fmt: skip

    marks = [catalogue.mark(one, Role.STATED)]
    judgement = Judgement(JUMP, Severity.NOTE, explain, short(one), f"{low}..{high}", marks)
    return finding(judgement, (one,), catalogue)
