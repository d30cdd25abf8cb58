"""marts/derived_sums: totals whose parts a report states apart."""

from __future__ import annotations

import pytest
from conftest import Store, cell, given, rows
from factories import CHENGDONG, count

from faheng.model import Bound, Observation

TOTAL = "proposals_total"


def parts(suggestions: int, proposals: int, **proposals_other: object) -> tuple[Observation, Observation]:
    return (
        count(suggestions, indicator="congress_proposals"),
        count(proposals, indicator="consultative_proposals", **proposals_other),
    )


def test_a_total_is_the_sum_of_its_parts(store: Store) -> None:
    """267 suggestions and 165 proposals are 432, derived, and lead to both phrases."""
    suggestions, proposals = parts(267, 165)
    given(store, suggestions, proposals)

    found = cell(store, TOTAL, CHENGDONG, 2020)
    inputs = rows(store, "pages/evidence__inputs", id=found["observation_id"], language="en")

    assert (432, "derived", ["derived"]) == (found["value"], found["origin"], found["verdicts"])
    assert [(suggestions.id, "summand", 267), (proposals.id, "summand", 165)] == list(
        inputs[["observation_id", "role", "value"]].itertuples(index=False, name=None)
    )


def test_a_stated_total_is_not_worked_out_again(store: Store) -> None:
    given(store, *parts(267, 165), count(440, indicator=TOTAL))

    assert rows(store, "marts/derived_sums").empty
    assert 440 == cell(store, TOTAL, CHENGDONG, 2020)["value"]


def test_parts_of_one_scope_make_a_total_of_that_scope(store: Store) -> None:
    given(
        store,
        count(139, indicator="congress_proposals", scope="county_level"),
        count(122, indicator="consultative_proposals", scope="county_level"),
    )

    assert [("county_level", 261)] == list(
        rows(store, "marts/derived_sums")[["scope", "value"]].itertuples(index=False, name=None)
    )


@pytest.mark.parametrize(
    "other", [{"scope": "county_level"}, {"bound": Bound.AT_LEAST}, {"year": 2019}, {"report": "another-2020"}]
)
def test_parts_that_do_not_go_together_make_no_total(store: Store, other: dict[str, object]) -> None:
    """Of another scope, period or report, or not exact."""
    given(store, *parts(267, 165, **other))

    assert rows(store, "marts/derived_sums").empty


def test_two_numbers_for_one_part_make_no_total(store: Store) -> None:
    given(store, *parts(267, 165), count(171, indicator="consultative_proposals", at=40))

    assert rows(store, "marts/derived_sums").empty


def test_one_part_alone_makes_no_total(store: Store) -> None:
    given(store, count(267, indicator="congress_proposals"))

    assert rows(store, "marts/derived_sums").empty
