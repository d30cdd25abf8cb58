"""What a draft is held against: shared__usual, checks__verdicts, checks__jump_limits and filters__place.

What decides of a figure that is in no cell yet: marts/spans_full_year, marts/scope_apart, marts/figure_holding.
"""

from __future__ import annotations

from datetime import date

import pytest
from conftest import Store, given, rows
from factories import CHENGDONG, COUNT, KAIYUAN, RATE, TUCHENGZI, WANYUAN, count, observation, report

YEAR = (date(2020, 1, 1), date(2020, 12, 31))


def usual(store: Store, locality: str = CHENGDONG, year: int = 2020) -> list[tuple[str, int, int]]:
    found = rows(store, "pages/shared__usual", locality=locality, year=year, language="en")
    return list(found[["indicator_id", "places", "of_places"]].itertuples(index=False, name=None))


def test_what_most_places_of_the_level_state(store: Store) -> None:
    """Two of three state the rate, one the count: only the first is usual. Ours and other levels do not count."""
    given(
        store,
        observation(81, locality=KAIYUAN), observation(82, locality=WANYUAN), count(3, locality=WANYUAN),
        report("guangming-2021", locality="440311", year=2021), observation(90, locality=TUCHENGZI),
        count(7, locality=CHENGDONG),
    )  # fmt: skip

    assert [(RATE, 2, 3)] == usual(store)


def test_a_report_read_for_some_indicators_leaves_nothing_out(store: Store) -> None:
    """What was not read in it may well be stated."""
    parts = [report(f"p-{code}", locality=code, year=2020, read="partly") for code in (KAIYUAN, WANYUAN, "440311")]
    given(store, *parts, *(observation(80, locality=each.locality_code, report=each.id) for each in parts))

    assert [] == usual(store)


def test_few_reports_make_nothing_usual(store: Store) -> None:
    """Below least_peers, and of years too far away."""
    given(store, observation(81, locality=KAIYUAN), observation(82, locality=WANYUAN))
    assert [] == usual(store)

    given(store, observation(83, locality="440311"))
    assert [(RATE, 3, 3)] == usual(store)
    assert [] == usual(store, year=2030)


def verdicts(store: Store, **figure: object) -> list[str]:
    """Of one figure: a yearly exact rate of the whole unless something else is said."""
    plain = {
        "indicators": RATE, "scopes": "", "kinds": "year", "bounds": "exact", "firsts": YEAR[0], "lasts": YEAR[1],
        "disputed": False,
    }  # fmt: skip
    asked = {name: [value] for name, value in (plain | figure).items()}
    return list(rows(store, "pages/checks__verdicts", **asked)["verdicts"].item())


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        ({}, ["compared"]),
        ({"disputed": True}, ["disputed"]),
        ({"bounds": "at_least"}, ["bounded"]),
        ({"kinds": "part_year", "lasts": date(2020, 5, 31)}, ["other_period"]),
        ({"kinds": "year", "lasts": date(2020, 9, 30)}, ["other_period"]),
        ({"kinds": "as_of", "firsts": None}, ["compared"]),
        ({"kinds": None, "firsts": None, "lasts": None}, ["other_period"]),
        ({"scopes": "government_itself"}, ["other_definition"]),
        ({"disputed": True, "bounds": "about"}, ["disputed", "bounded"]),
    ],
)
def test_the_verdicts_of_a_figure_that_is_not_published(
    store: Store, figure: dict[str, object], expected: list[str]
) -> None:
    assert expected == verdicts(store, **figure)


def test_they_are_those_that_it_has_once_it_is(store: Store) -> None:
    """The same macros decide of a cell."""
    given(store, observation(81), count(3))
    cells = store.execute("select indicator_id, cell_verdicts(holding) from cells").fetchall()

    assert dict(cells) == {RATE: verdicts(store), COUNT: verdicts(store, indicators=COUNT)}


def test_the_figures_come_in_the_order_given(store: Store) -> None:
    found = rows(
        store, "pages/checks__verdicts", indicators=[COUNT, RATE], scopes=["", ""], kinds=["year", "year"],
        bounds=["about", "exact"], firsts=[YEAR[0]] * 2, lasts=[YEAR[1]] * 2, disputed=[False, True],
    )  # fmt: skip

    assert [["bounded"], ["disputed"]] == [list(each) for each in found["verdicts"]]


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [("440308", "zh", "深圳市盐田区"), ("210000", "zh", "辽宁省"), (KAIYUAN, "en", "Kaiyuan"), ("999999", "zh", None)],
)
def test_a_place_is_named_after_the_city_that_it_lies_in(
    store: Store, code: str, language: str, name: str | None
) -> None:
    found = rows(store, "pages/filters__place", code=code, language=language)["name"].tolist()

    assert ([name] if name else []) == [each.split(" ")[0] for each in found]


def test_the_limits_of_a_jump_are_those_of_the_settings(store: Store) -> None:
    """Times as much, of so many cases, so many points; and the days of a full year of a rate and of a count."""
    given(store)

    (limits,) = rows(store, "pages/checks__jump_limits").to_dict("records")
    assert {"times": 3, "least_cases": 30, "points": 20, "rate_days": 300, "count_days": 360} == limits
