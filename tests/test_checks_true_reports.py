"""Whatever a report truthfully counts and prints, no check calls it wrong."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from factories import CHENGDONG, RATE, count, court_counts, observation
from hypothesis import given, settings
from hypothesis import strategies as st
from shipped_reading import catalogue
from test_checks_texts import findings as findings_of_report

from faheng.checks.figures.report import ReportFigures
from faheng.checks.registry import findings_of
from faheng.model import Bound, Finding, Observation, Severity

RIGHT = {Severity.HOLDS, Severity.NOTE}
modes = st.sampled_from((ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN))


def findings(*observations: Observation) -> list[Finding]:
    return findings_of(ReportFigures("chengdong-2020", CHENGDONG, observations, catalogue()))


def printed(value: Decimal, places: int, mode: str) -> dict[str, object]:
    """A number as an office prints it, in the terms of a test's observation."""
    step = Decimal(1).scaleb(-places)
    number = value.quantize(step, mode)
    return {"value": number, "value_text": str(number)}


@settings(deadline=None, max_examples=60)
@given(
    cases=st.integers(1, 400),
    share=st.floats(0, 1),
    places=st.integers(0, 2),
    mode=modes,
    given_as=st.sampled_from("kn2"),
)
def test_a_true_rate_is_never_doubted(cases: int, share: float, places: int, mode: str, given_as: str) -> None:
    """With its numerator, its base, or both beside it."""
    k = int(share * cases)
    appeared, heard = court_counts(k, cases)
    rate = observation(**printed(Decimal(100 * k) / cases, places, mode))
    beside = {"k": (appeared,), "n": (heard,), "2": (appeared, heard)}[given_as]

    assert {each.severity for each in findings(rate, *beside)} <= RIGHT


@settings(deadline=None, max_examples=60)
@given(cases=st.integers(1, 400), share=st.floats(0, 1), below=st.integers(0, 9))
def test_a_true_bound_is_never_doubted(cases: int, share: float, below: int) -> None:
    """95%以上 of anything that is 95% or more."""
    k = int(share * cases)
    least = max(0, 100 * k // cases - below)
    rate = observation(least, bound=Bound.AT_LEAST)

    assert {each.severity for each in findings(rate, *court_counts(k, cases))} <= RIGHT


@settings(deadline=None, max_examples=60)
@given(before=st.integers(1, 300), value=st.integers(1, 900), places=st.integers(0, 2), mode=modes)
def test_a_true_growth_is_never_doubted(before: int, value: int, places: int, mode: str) -> None:
    step = Decimal(1).scaleb(-places)
    growth = (Decimal(100 * (value - before)) / before).quantize(step, mode)

    assert {each.severity for each in findings(count(value, growth=growth))} <= RIGHT


FORMS = (
    "发放明白纸{value}份,同比{moved}{growth}%,上年为{before}份。",
    "发放明白纸{value}份,同比{moved}{growth}%(去年同期{before}份)。",
    "发放明白纸{value}份,较上年的{before}份{moved}{growth}%。",
    "明白纸由{before}份变为{value}份,{moved}{growth}%。",
)


@settings(deadline=None, max_examples=80)
@given(
    before=st.integers(1, 9000),
    value=st.integers(1, 9000),
    places=st.integers(0, 2),
    mode=modes,
    form=st.sampled_from(FORMS),
)
def test_a_true_growth_from_a_stated_value_is_never_doubted(
    before: int, value: int, places: int, mode: str, form: str
) -> None:
    """Whichever way the text states the value before."""
    size = (Decimal(100 * abs(value - before)) / before).quantize(Decimal(1).scaleb(-places), mode)
    moved = "增长" if value >= before else "下降"
    text = form.format(value=value, before=before, growth=size, moved=moved)

    assert {each.severity for each in findings_of_report(text)} <= RIGHT


@settings(deadline=None, max_examples=40)
@given(before=st.integers(20, 9000), times=st.integers(2, 9), form=st.sampled_from(FORMS))
def test_a_growth_half_as_large_contradicts_its_stated_values(before: int, times: int, form: str) -> None:
    text = form.format(value=times * before, before=before, growth=50 * (times - 1), moved="增长")

    assert [Severity.CONTRADICTION] == [each.severity for each in findings_of_report(text)]


def test_a_count_in_ten_thousands_leaves_room() -> None:
    """2.1万 of 2.2万 is anything from 91% to 99.9%."""
    appeared, heard = (replace(each, value_text=f"{each.value / 10000}万") for each in court_counts(21000, 22000))

    assert [] == [each for each in findings(observation(99), appeared, heard) if each.severity not in RIGHT]
    assert [Severity.CONTRADICTION] == [
        each.severity for each in findings(observation(85), appeared, heard) if each.check == "stated_rate"
    ]


def test_figures_of_other_scopes_and_periods_are_never_held_against_a_rate() -> None:
    """A part, another year, a figure that waits for a person."""
    rate = observation(99, indicator=RATE)
    others = [
        *court_counts(1, 100, scope="departments"),
        *court_counts(1, 100, year=2019),
        *court_counts(1, 100, status="proposed"),
    ]

    assert [] == [each for each in findings(rate, *others) if each.check in ("stated_rate", "attainability")]
