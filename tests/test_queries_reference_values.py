"""Which report goes before which, and which figures of provinces and cities are lines (marts/reference_values)."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import Store, given, rows, shown
from factories import CHENGDONG, COUNT, RATE, benchmark, count, finding, observation, report

from faheng.model import Bound, Observation, SourceKind

QINGHAI = "630000"


@pytest.mark.parametrize(
    ("better", "worse"),
    [("annual_report", "white_paper"), ("white_paper", "statistics"), ("statistics", "work_report"),
     ("article", "news")],
)  # fmt: skip
def test_which_kind_of_report_goes_first(store: Store, better: str, worse: str) -> None:
    """An annual report, then papers and statistics of authorities, work reports, articles, news."""
    given(store, report("b", kind=better), report("a", kind=worse),
          observation(70, report="b", note_zh="更好"), observation(70, report="a"))  # fmt: skip

    found = shown(store, [CHENGDONG], [RATE])

    assert [("b", better)] == list(found[["report_id", "report_kind"]].itertuples(index=False, name=None))


def test_an_original_goes_before_a_reprint(store: Store) -> None:
    """Of two sources of one kind; the cell says what was seen."""
    given(store, report("a", source_kind=SourceKind.COPY), report("b"), observation(70, report="a"),
          observation(70, report="b"))  # fmt: skip

    found = shown(store, [CHENGDONG], [RATE])

    assert [("b", "original")] == list(found[["report_id", "source_kind"]].itertuples(index=False, name=None))


def test_a_report_that_was_read_whole_stands_for_its_year(store: Store) -> None:
    """What it does not state is 未披露, although a clause of another was seen."""
    given(
        store, report("a", read="partly"), report("b"), observation(70, report="a", indicator="mediation_success_rate")
    )

    found = shown(store, [CHENGDONG], [RATE], [2020])

    assert [["not_reported"]] == [list(each) for each in found["verdicts"]]


def lines(store: Store, *localities: str, indicator: str = RATE) -> list[tuple[str, str, float, bool]]:
    """Region, period, value of each reference value beside these places, and whether it is drawn."""
    found = rows(store, "pages/shared__benchmarks", indicators=[indicator], localities=list(localities), language="zh")
    return list(found[["region", "period", "value", "drawn"]].itertuples(index=False, name=None))


def of_qinghai(value: object, **other: object) -> Observation:
    """A rate that a white paper states of the province of Chengdong."""
    return observation(value, locality=QINGHAI, report="paper", **other)


PAPER = report("paper", locality=QINGHAI, kind="white_paper", source_kind=SourceKind.COPY)


def test_the_figure_of_a_province_is_a_line_beside_its_district(store: Store) -> None:
    """With its source; beside the province itself it is a value and no line."""
    given(store, PAPER, of_qinghai(85.59))

    assert [("青海", "2020", 85.59, True)] == lines(store, CHENGDONG)
    assert [] == lines(store, CHENGDONG, QINGHAI)
    assert [] == lines(store, "210100")
    found = rows(store, "pages/shared__benchmarks", indicators=[RATE], localities=[CHENGDONG], language="en").iloc[0]
    assert (PAPER.title_en, PAPER.source_url, "copy") == (
        found["source_title"],
        found["source_url"],
        found["source_kind"],
    )


@pytest.mark.parametrize(
    "figure",
    [
        of_qinghai(85, scope="departments"),
        of_qinghai(85, bound=Bound.AT_LEAST),
        of_qinghai(85, period_kind="part_year", period_end=date(2020, 6, 30)),
        count(85, indicator=COUNT, locality=QINGHAI, report="paper"),
    ],
    ids=["scope", "bound", "part of a year", "count"],
)
def test_what_is_not_comparable_is_no_line(store: Store, figure: Observation) -> None:
    """Another scope, a bound, half a year, and the total of a larger region."""
    given(store, PAPER, figure)

    assert [] == lines(store, CHENGDONG, indicator=figure.indicator_id)


def test_a_contradicted_figure_is_no_line(store: Store) -> None:
    """What a check contradicts may not stand as a reference."""
    given(store, PAPER, of_qinghai(85), finding(of_qinghai(85)))

    assert [] == lines(store, CHENGDONG)


def test_the_newest_of_figure_and_reference_value_is_drawn(store: Store) -> None:
    """The other is listed."""
    given(store, PAPER, of_qinghai(85), benchmark(70, period="2019", period_start=date(2019, 1, 1),
                                                  period_end=date(2019, 12, 31)))  # fmt: skip

    assert [("青海", "2020", 85, True), ("青海", "2019", 70, False)] == lines(store, CHENGDONG)


def test_a_reference_value_stands_once_in_the_mart(store: Store) -> None:
    """marts/reference_values: what was published outside, and the comparable rates of provinces; not of districts."""
    given(store, PAPER, report(), of_qinghai(85), observation(80), benchmark(70))

    found = rows(store, "marts/reference_values")[["region_code", "value", "from_cells"]]

    assert {(QINGHAI, 85, True), (QINGHAI, 70, False)} == set(found.itertuples(index=False, name=None))
