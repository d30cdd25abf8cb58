"""marts/cell_verdicts: what holds of a cell and of its place on a page -> its verdicts, decided in one place."""

from __future__ import annotations

import re

import pytest
from conftest import Store, cell, given, rows, shipped_dataset
from factories import CHENGDONG, COUNT, KAIYUAN, RATE, TUCHENGZI, count, observation, report

from faheng.paths import QUERIES
from faheng.store.read import Snapshot

NONE = {"stands_in": False, "outdated": False, "other_level": False}
RESOLUTION = "reconsideration_resolution_rate"


def verdicts(store: Store, holding: list[str] | None, **context: bool) -> list[str] | None:
    """What the macro gives."""
    query = "select cell_verdicts($holding::varchar[], $stands_in, $outdated, $other_level)"
    found = store.execute(query, {"holding": holding, **NONE, **context}).fetchone()
    assert found is not None
    return found[0]


@pytest.mark.parametrize(
    ("holding", "context", "expected"),
    [
        ([], {}, ["compared"]),
        (["at_ceiling"], {}, ["at_ceiling", "compared"]),
        (["at_ceiling", "bounded"], {}, ["bounded", "at_ceiling"]),
        (["bounded", "other_definition"], {"stands_in": True}, ["other_definition", "bounded"]),
        ([], {"outdated": True}, ["other_period"]),
        (["other_period"], {"outdated": True}, ["other_period"]),
        (["at_ceiling"], {"other_level": True}, ["other_level", "at_ceiling"]),
        (["not_applicable"], {}, ["not_applicable"]),
        (None, {}, None),
    ],
)
def test_the_verdicts_of_a_cell(
    store: Store, holding: list[str] | None, context: dict[str, bool], expected: list[str] | None
) -> None:
    """marts/verdicts_in_order: strictest first, each once; compared only where nothing bars; nothing of nothing."""
    assert expected == verdicts(store, holding, **context)


def test_a_verdict_that_the_data_do_not_name_is_an_error(store: Store) -> None:
    """A slip in a query must not pass for a comparable cell."""
    with pytest.raises(Exception, match="at_the_ceiling"):
        verdicts(store, ["at_the_ceiling"])


def test_the_data_say_what_bars_comparison(store: Store) -> None:
    """An expert who lets round figures be compared changes one word of verdicts.csv."""
    store.execute("update verdict set excludes = false where id = 'bounded'")
    given(store, observation(81, bound="about"))

    assert ["bounded", "compared"] == cell(store, RATE, CHENGDONG, 2020)["verdicts"]
    assert [81] == rows(store, "marts/peer_values")["value"].tolist()


def test_the_evidence_and_the_export_say_what_the_pages_say(store: Store) -> None:
    """Of a run at 100%, a round figure and a value of a part."""
    top = [observation(100, year=year) for year in (2018, 2019, 2020)]
    given(store, *top, count(7, bound="about"), observation(81, locality=KAIYUAN, scope="departments"))

    exported = rows(store, "pages/export__cells", language="zh", from_code=None, to_code=None)
    told = {row.observation_id: list(row.verdicts) for row in exported.itertuples()}

    assert ["at_ceiling", "compared"] == told[top[0].id]
    assert 5 == len(told)
    for row in exported.itertuples():
        evidence = rows(store, "pages/evidence__observation", id=row.observation_id, language="zh")
        shown = cell(store, row.indicator_id, row.locality_code, row.year)
        assert told[row.observation_id] == list(evidence["verdicts"].item()) == shown["verdicts"]


def test_every_shipped_cell_has_the_same_verdicts_everywhere(shipped: Snapshot) -> None:
    """Eight rates of Yantian are at the ceiling, on the page of the evidence as on all others."""
    exported = shipped.rows("pages/export__cells", language="en", from_code=None, to_code=None)
    evidence = {
        each: list(shipped.rows("pages/evidence__observation", id=each, language="en")["verdicts"].item())
        for each in exported["observation_id"]
    }

    assert {row.observation_id: list(row.verdicts) for row in exported.itertuples()} == evidence
    yantian = exported[exported["locality"].str.startswith("Yantian")]["observation_id"]
    assert 8 == sum("at_ceiling" in evidence[each] for each in yantian)


def test_why_a_level_has_no_such_figure_stands_in_the_data(store: Store) -> None:
    """In the reader's language; no reason where the level alone says it, or where it has the task."""
    store.execute("update indicator set applies_to_levels = ['province'] where id = $id", {"id": COUNT})
    given(store, report("tu", locality=TUCHENGZI), report("cheng"))

    township = cell(store, RESOLUTION, TUCHENGZI, 2020, "en")
    assert (["not_applicable"], "Townships do not decide reconsideration cases.") == tuple(
        township[["verdicts", "reason"]]
    )
    assert "乡镇不承担行政复议职能。" == cell(store, RESOLUTION, TUCHENGZI, 2020)["reason"]
    assert (["not_applicable"], "") == tuple(cell(store, COUNT, CHENGDONG, 2020)[["verdicts", "reason"]])
    assert (["not_reported"], None) == tuple(cell(store, RESOLUTION, CHENGDONG, 2020)[["verdicts", "reason"]])


def test_no_query_outside_the_marts_decides_a_verdict() -> None:
    """Pages hand on what the macro decided, or ask it; derived and implied are origins of a figure too."""
    names = "|".join({each.id for each in shipped_dataset().verdicts} - {"derived", "implied"})
    asked = re.compile(rf"list_contains\(cell_verdicts\([^()]*\), '({names})'\)")
    pages = {path.stem: path.read_text(encoding="utf-8") for path in (QUERIES / "pages").glob("*.sql")}

    assert [] == [name for name, text in pages.items() if re.search(rf"'({names})'", asked.sub("", text))]
