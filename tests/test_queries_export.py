"""queries/pages/export__*: evidence, definitions, findings and reports of what is exported."""

from __future__ import annotations

import pandas as pd
import pytest
from conftest import Store, cell, given, rows
from factories import CHENGDONG, RATE, court_counts, finding, observation, report

EVIDENCE, DEFINITIONS = "pages/export__evidence", "pages/export__definitions"
FINDINGS, REPORTS = "pages/export__findings", "pages/export__reports"


def evidence(store: Store, observations: list[str]) -> pd.DataFrame:
    """The phrases behind observations of Chengdong."""
    return rows(store, EVIDENCE, observations=observations, localities=[CHENGDONG], language="zh")


def test_a_reported_value_rests_on_its_own_phrase(store: Store) -> None:
    one = observation(80)
    given(store, one)
    found = evidence(store, [one.id])

    assert [("该项为80", "法治政府建设年度报告", "https://example.org/report")] == list(
        found[["evidence_phrase", "report_title", "source_url"]].itertuples(index=False, name=None)
    )


def test_a_derived_value_rests_on_the_phrases_of_its_counts(store: Store) -> None:
    given(store, *court_counts(30, 40))
    derived = cell(store, RATE, CHENGDONG, 2020)["observation_id"]
    found = evidence(store, [derived])

    assert {derived} == set(found["observation_id"])
    assert {"该项为30", "该项为40"} == set(found["evidence_phrase"].dropna())


def test_other_observations_are_left_alone(store: Store) -> None:
    one, other = observation(80), observation(70, year=2019)
    given(store, one, other)

    assert ["该项为70"] == list(evidence(store, [other.id])["evidence_phrase"])
    assert evidence(store, []).empty


def test_definitions_are_those_asked_for_or_all(store: Store) -> None:
    one = rows(store, DEFINITIONS, indicators=[RATE], language="zh")
    every = rows(store, DEFINITIONS, indicators=None, language="en")

    assert [RATE] == list(one["indicator_id"])
    assert one["definition"].str.len().min() > 5
    assert {RATE} < set(every["indicator_id"])


def test_findings_are_those_on_the_observations_shown(store: Store) -> None:
    one, other = observation(80), observation(70, year=2019)
    given(store, one, other, finding(one))
    found = rows(store, FINDINGS, observations=[one.id], language="zh")

    assert [("两数不符。", "法治政府建设年度报告")] == list(
        found[["explanation", "report_title"]].itertuples(index=False, name=None)
    )
    assert rows(store, FINDINGS, observations=[other.id], language="zh").empty


@pytest.mark.parametrize("severity", ["holds", "note"])
def test_a_check_that_held_and_a_note_are_no_finding(store: Store, severity: str) -> None:
    one = observation(80)
    given(store, one, finding(one, severity=severity))

    assert rows(store, FINDINGS, observations=[one.id], language="zh").empty


@pytest.mark.parametrize("text", [CHENGDONG, "城东区", "城东", "chengdong"])
def test_a_place_is_named_by_its_code_or_a_whole_name(store: Store, text: str) -> None:
    """pages/export__places"""
    assert [CHENGDONG] == list(rows(store, "pages/export__places", text=text, language="zh")["code"])
    assert rows(store, "pages/export__places", text=text[:1], language="zh").empty


def test_a_name_that_several_places_have_names_all_of_them_with_what_they_belong_to(store: Store) -> None:
    given(store, observation(80))
    store.execute("insert into locality select '999999', * exclude (code) from locality where code = ?", [CHENGDONG])
    found = rows(store, "pages/export__places", text="城东区", language="zh")

    assert [CHENGDONG, "999999"] == list(found["code"])
    assert "西宁" == found["parent"].iloc[0]


def test_a_cell_carries_what_was_found_against_it(store: Store) -> None:
    """pages/export__cells"""
    one, other = observation(80), observation(70, year=2019)
    given(store, one, other, finding(one))
    cells = rows(store, "pages/export__cells", language="zh", from_code=None, to_code=None).set_index("year")

    assert ("contradiction", "两数不符。") == tuple(cells.loc[2020, ["finding_severity", "finding"]])
    assert pd.isna(cells.loc[2019, "finding"])


def test_every_report_is_listed_with_its_checksum(store: Store) -> None:
    given(store, report("a", year=2019), report("b", year=2020))
    found = rows(store, REPORTS, language="en")

    assert ["a", "b"] == list(found["report_id"])
    assert {"0" * 64} == set(found["sha256"])
    assert "2019-12-31" == found["period_end"].iloc[0]
