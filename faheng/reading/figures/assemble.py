"""Links -> Observation: value, bound, scope, period, growth and evidence of each figure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from faheng.model import Bound, Evidence, Indicator, Kind, Measure, Observation, PeriodBasis, Span, Status
from faheng.reading.about.about import ReportAbout
from faheng.reading.figures.growth import bound_of_growth, change_unit, growth_after, growth_before, printed, signed
from faheng.reading.figures.link import Link
from faheng.reading.mentions.mention import Mention
from faheng.reading.mentions.numbers import CHINESE
from faheng.reading.mentions.period import PeriodMention
from faheng.reading.mentions.period_rule import resolve
from faheng.reading.sentences.split import Sentence
from faheng.reading.texts.offsets import CleanText

LONGEST_PHRASE = 60
# Until the whole report is known (confidence.py).
NOT_WEIGHED = Decimal(0)
CLAUSE_START = re.compile(r"[,;。:()\n]")
RANGED = (Bound.EXACT, Bound.ABOUT)
# A range up to the last sign of its second numeral: 90%—95, 三至五.
RANGE = re.compile(rf".*[0-9{CHINESE}]")
ORIGINS = ("由", "从", "较", "比")
FULL = Decimal(100)
# "20192020172件": the signs between years and number were lost.
YEARS_GROWN_IN = re.compile(r"^(?:20\d\d ?)+(?=\d)")


@dataclass(frozen=True)
class Place:
    """What a figure is read against: the text with its way back to the original, the report, and the sentence."""

    original: str
    clean: CleanText
    about: ReportAbout
    sentence: Sentence
    mentions: Sequence[Mention]
    periods: Sequence[PeriodMention]
    indicators: Mapping[str, Indicator]


def assembled(link: Link, place: Place) -> Observation | None:
    """The figure of a link; None where the number cannot be one (a rate above 100, half a case)."""
    indicator = place.indicators[link.wording.indicator_id]
    mention = link.mention
    value = likeliest(mention)
    governing = reviewed(governing_period(link, place), place.about)
    if value is None or not possible(mention.high or value, indicator) or is_to_come(governing, place.about):
        return None
    about = place.about
    kind, start, end, basis = resolve(
        governing, about.period_start, about.period_end, indicator.measure, about.period_basis or PeriodBasis.STATED
    )
    undated = start is None and end is None
    growth = growth_of(link, place)
    bound = bound_of(mention)
    numeral = place.clean.span(mention.number_start, numeral_end(mention, place))
    return Observation(
        report_id=place.about.name,
        locality_code=place.about.locality_code,
        indicator_id=indicator.id,
        value=value,
        value_text=place.original[numeral.start : numeral.end],
        upper=mention.high if bound is Bound.BETWEEN else None,
        unit=indicator.unit,
        bound=bound,
        scope=link.wording.scope,
        # Of a flow without any day not even the kind of its period is known; a stock is as of a day all the same.
        period_kind=None if undated and indicator.measure == Measure.FLOW else kind,
        period_start=start,
        period_end=end,
        period_basis=None if undated else basis,
        confidence=NOT_WEIGHED,
        status=Status.PROPOSED,
        evidence=evidence_of(link, growth, place),
        change=None if growth is None else signed(growth),
        change_unit=None if growth is None else change_unit(growth, indicator),
        change_text="" if growth is None else printed(growth),
        change_bound=None if growth is None else bound_of_growth(growth),
    )


def growth_of(link: Link, place: Place) -> Mention | None:
    """The growth that is stated behind the number, or between its name and it."""
    text, last = place.clean.text, place.about.period_end
    behind = growth_after(link.mention, text, place.mentions, last)
    return behind or growth_before(place.sentence.start + link.from_, link.mention, text, place.mentions, last)


def bound_of(mention: Mention) -> Bound:
    """The bound of the value: a range (90%—95%, 七八件) has both its ends, 3至5件以上 its lower one alone."""
    return Bound.BETWEEN if mention.high is not None and mention.bound in RANGED else mention.bound


def numeral_end(mention: Mention, place: Place) -> int:
    """Where the numeral ends in the clean text: a range is printed with both its ends."""
    ranged = RANGE.match(place.clean.text, mention.number_start, mention.end) if mention.high is not None else None
    return ranged.end() if ranged else mention.number_end


def likeliest(mention: Mention) -> Decimal | None:
    """The value; of a damaged numeral what is left behind the years that grew into it, None where nothing is."""
    rest = YEARS_GROWN_IN.sub("", mention.text) if mention.corrupt else mention.text
    return mention.value if rest == mention.text else Decimal(rest) if rest.isascii() and rest.isdigit() else None


def possible(value: Decimal, indicator: Indicator) -> bool:
    """Whether the number can be a value of the indicator at all."""
    if indicator.unit == "percent":
        return value <= FULL
    return indicator.kind != Kind.COUNT or value == value.to_integral_value()


def governing_period(link: Link, place: Place) -> PeriodMention | None:
    """The period that the figure's sentence states before it; None where it takes the report's."""
    governing = None
    for period in place.periods:
        # 去年,…全年受理: the whole of the year that has been named.
        again = period.relative == "whole_year" and governing is not None and governing.kind == "year"
        if period.start < link.mention.start and governs(period, link, place) and not again:
            governing = period
    return governing


def reviewed(period: PeriodMention | None, about: ReportAbout) -> PeriodMention | None:
    """The period as a work report means it: it looks back, so its 去年 is the year that it reviews."""
    if period is None or about.kind != "work_report" or period.relative != "last_year":
        return period
    return replace(period, relative="months" if period.first_month else "this_year")


def is_to_come(period: PeriodMention | None, about: ReportAbout) -> bool:
    """Whether a year behind the report's own is spoken of: a plan, but for 截至2023年2月 of a report of that month."""
    if period is None or period.year is None or about.period_end is None:
        return False
    known = about.published_on if period.kind == "as_of" and about.published_on else about.period_end
    return period.year > max(known, about.period_end).year


def governs(period: PeriodMention, link: Link, place: Place) -> bool:
    """Whether a period is said of what follows: a bare year of the past inside a clause only dates a noun.

    Nor does one that says where a change began (由上年的86.9%提高到97.8%) or that stands in brackets before the number.
    """
    text, offset = place.clean.text, place.sentence.opens
    if period.kind != "since" and text.endswith(ORIGINS, 0, period.start):
        return False
    behind = text[period.end : link.mention.start]
    if behind.find(")") >= 0 and not 0 <= behind.find("(") < behind.find(")"):
        return False
    if period.kind != "year" or period.relative or place.about.period_start is None:
        return True
    if (period.year or 0) >= place.about.period_start.year or period.start <= offset:
        return True
    return CLAUSE_START.match(text, period.start - 1) is not None


def evidence_of(link: Link, growth: Mention | None, place: Place) -> Evidence:
    """The phrase that holds the wording, the number and its growth, shortened from the left to 60 characters."""
    last = max(growth.end if growth is not None else link.mention.end, place.sentence.start + link.to)
    first = min(link.mention.start, place.sentence.start + link.from_)
    span = place.clean.span(first, last)
    if span.end - span.start > LONGEST_PHRASE:
        span = shortened(first, link.mention, place)
    path = " › ".join(place.sentence.section.path)[:LONGEST_PHRASE]
    return Evidence(place.original[span.start : span.end], span, path)


def shortened(first: int, mention: Mention, place: Place) -> Span:
    """The longest part that ends with the number, begins with a clause and has at most 60 characters."""
    starts = [first, *(match.end() + place.sentence.start for match in CLAUSE_START.finditer(place.sentence.text))]
    for start in sorted(starts):
        span = place.clean.span(start, mention.end) if first <= start <= mention.start else None
        if span is not None and span.end - span.start <= LONGEST_PHRASE:
            return span
    span = place.clean.span(mention.start, mention.end)
    return Span(span.start, min(span.end, span.start + LONGEST_PHRASE))
