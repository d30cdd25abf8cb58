"""Counts on one footing: what may be divided by what, in numbers and in every word said of them."""

from __future__ import annotations

import re
from itertools import product

import pytest
from chart_rows import ZH, cell, count

from faheng.charts.look import LIGHT
from faheng.measures import Footing
from faheng.model import Kind, Measure
from faheng.views.cached import rows
from faheng.views.chart import ChartView
from faheng.views.comparison import comparison_view
from faheng.views.selection import Selection
from faheng.views.view import view_of
from faheng.words.values import cell_value_text

BOTH = Footing(per_residents=True, per_year=True)
FOOTINGS = [Footing(residents, years) for residents, years in product((False, True), repeat=2)]
TWO_YEARS = {"period_kind": "multi_year", "period_start": "2023-01-01", "period_end": "2024-12-31"}
# "每年" of a title, "/年" and "·年" of a unit.
PER_YEAR = re.compile("每年|[/·]年")


@pytest.mark.parametrize("footing", FOOTINGS)
def test_a_flow_is_divided_by_all_that_is_asked(footing):
    (divided,) = footing.of([count(value=240.0, population=400_000, **TWO_YEARS)])

    assert 240 / (40 if footing.per_residents else 1) / (2 if footing.per_year else 1) == divided.value
    assert footing.per_year == bool(PER_YEAR.search(cell_value_text(divided, ZH)))


@pytest.mark.parametrize("footing", FOOTINGS)
@pytest.mark.parametrize("period", [{}, TWO_YEARS, {"period_kind": "as_of", "period_start": None}])
def test_a_stock_is_never_divided_by_years(footing, period):
    (divided,) = footing.of([count(value=240.0, population=400_000, measure="stock", **period)])

    assert (6 if footing.per_residents else 240) == divided.value
    assert not PER_YEAR.search(cell_value_text(divided, ZH))


def test_a_rate_is_never_divided():
    given = cell(population=400_000, **TWO_YEARS)

    assert (given,) == BOTH.of([given])


@pytest.fixture(scope="module")
def counts(shipped_folder):
    """Every count that some place states: its id, and whether it is a flow."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FAHENG_STORE", str(shipped_folder))
        every = rows("pages/filters__indicators", language="zh")
        held = every[(every["kind"] == Kind.COUNT) & (every["localities"] > 0)]
        yield {row["id"]: row["measure"] == Measure.FLOW for _, row in held.iterrows()}


@pytest.mark.parametrize("ours", ["211282", "440308", "511781"])
def test_no_word_of_a_comparison_says_per_year_of_a_stock(counts, ours):
    """As a neighbour it is asked for on the footing of a flow; title, unit, sentence, figure and table keep to it."""
    view = view_of(Selection(place=ours), ours)
    said = {each: words_of(comparison_view(each, BOTH, view)) for each in counts}
    drawn = {each: text for each, text in said.items() if text}

    assert {each: counts[each] for each in drawn} == {each: bool(PER_YEAR.search(text)) for each, text in drawn.items()}
    assert {True, False} == {counts[each] for each in drawn}


def words_of(made: ChartView | str) -> str:
    """All that a comparison says of its values; "" where nothing can be drawn."""
    if isinstance(made, str):
        return ""
    figure = made.draw(LIGHT, framed=True)
    labels = [text for trace in figure.data for text in (trace.text or ())]
    notes = [note.text for note in figure.layout.annotations if note.text and not note.text.startswith("说明")]
    figures = made.table.iloc[:, :2].to_string()
    return " ".join(
        [made.frame.title, made.sentence.split("：")[0], figure.layout.title.text, *labels, *notes, figures]
    )
