"""pages/overview__coverage and pages/methods__*: what is held, and by which rules it is read."""

from __future__ import annotations

from conftest import Store, given, rows
from factories import (
    CHENGDONG,
    COUNT,
    KAIYUAN,
    LIMITS,
    RATE,
    SHENYANG,
    TUCHENGZI,
    WANYUAN,
    benchmark,
    count,
    court_counts,
    observation,
    report,
)

from faheng.model import Status


def test_coverage_counts_indicators_not_figures(store: Store) -> None:
    """One indicator with two scopes counts once, a proposed one not at all; themes come in their order."""
    part = observation(70, scope="departments", at=50)
    given(store, observation(81), part, count(7), court_counts(1, 2, status=Status.PROPOSED)[0])

    found = rows(store, "pages/overview__coverage", localities=[CHENGDONG], language="en")

    themes = rows(store, "pages/methods__indicators", language="en")["theme"].drop_duplicates().tolist()
    assert themes == found["theme_name"].tolist()
    assert {"disputes": 1, "oversight": 1} == found.query("reported > 0").set_index("theme")["reported"].to_dict()


def test_coverage_is_measured_against_the_tasks_of_the_level(store: Store) -> None:
    """A township is not asked for reconsideration, nor is a stray figure of it counted."""
    stray = count(3, indicator="reconsideration_accepted", locality=TUCHENGZI)
    given(store, stray, observation(81, locality=CHENGDONG))

    found = rows(store, "pages/overview__coverage", localities=[TUCHENGZI, CHENGDONG], language="zh")
    disputes = found.query("theme == 'disputes'").set_index("locality_code")

    assert [0, 1] == disputes.loc[[TUCHENGZI, CHENGDONG], "reported"].tolist()
    assert disputes.loc[TUCHENGZI, "catalogue"] < disputes.loc[CHENGDONG, "catalogue"]


def test_coverage_shows_a_report_without_figures(store: Store) -> None:
    """Every report of the places asked for is there, newest first, in the order of the places."""
    given(store, report("old", year=2019), report("new", year=2021), report("tu", locality=TUCHENGZI))

    found = rows(store, "pages/overview__coverage", localities=[TUCHENGZI, CHENGDONG], language="zh")

    assert ["tu", "new", "old"] == found["report_id"].drop_duplicates().tolist()
    assert 0 == found["reported"].sum()


def test_the_best_report_of_a_year_answers_for_it(store: Store) -> None:
    """marts/report_years: an annual report goes before a work report and an article."""
    kinds = ("article", "annual_report", "work_report")
    given(store, *(report(kind, kind=kind) for kind in kinds))

    found = rows(store, "marts/report_years")

    told = found[["locality_code", "year", "report_id"]]
    assert [(CHENGDONG, 2020, "annual_report")] == list(told.itertuples(index=False, name=None))


def test_the_newest_year_is_one_that_a_report_states(store: Store) -> None:
    """marts/newest_years: an implied year or a derived rate does not make an indicator newer."""
    given(store, observation(81), *court_counts(7, 20, year=2022))

    found = rows(store, "marts/newest_years").set_index("indicator_id")["year"].to_dict()

    assert {RATE: 2020, "court_appearances": 2022, "court_hearings": 2022} == found


def test_the_snapshot_says_what_it_holds(store: Store) -> None:
    """Accepted figures, and how many more were worked out of them."""
    growth = observation(90, year=2022, growth=2, growth_unit="points")
    given(store, *court_counts(7, 20), growth, count(1, status=Status.PROPOSED))

    found = rows(store, "pages/methods__snapshot").iloc[0]

    columns = ["number", "reports", "observations", "derived", "implied", "localities"]
    assert [7, 2, 3, 1, 1, 1] == found[columns].tolist()


def test_methods_list_every_report_with_its_figures(store: Store) -> None:
    """One row a report, accepted figures counted, a report without any included."""
    given(store, report("empty", year=2019), observation(81), count(7, status=Status.PROPOSED))

    found = rows(store, "pages/methods__reports", first=CHENGDONG, limit=9, language="en")

    assert [(f"{CHENGDONG}-2020", 1, 2), ("empty", 0, 2)] == list(
        found[["id", "observations", "held"]].itertuples(index=False, name=None)
    )
    cut = rows(store, "pages/methods__reports", first=CHENGDONG, limit=1, language="en")
    assert [(f"{CHENGDONG}-2020", 2)] == list(cut[["id", "held"]].itertuples(index=False, name=None))


def test_methods_give_verdicts_strictest_first(store: Store) -> None:
    """The table of the methods page is the order of the cells; only the last two leave a value comparable."""
    found = rows(store, "pages/methods__verdicts", language="en")

    assert [
        "not_applicable", "no_report", "not_reported", "not_read", "disputed", "other_definition", "other_level",
        "other_period", "too_few", "bounded", "implied", "derived", "at_ceiling", "compared",
    ] == found["id"].tolist()  # fmt: skip
    assert ["at_ceiling", "compared"] == found.loc[~found["excludes"], "id"].tolist()
    assert "Comparable" == found["name"].iloc[-1]


def test_methods_give_every_limit_with_its_reason(store: Store) -> None:
    """What a domain expert may change is shown with why it is so."""
    found = rows(store, "pages/methods__settings", language="en")

    assert {name: str(value) for name, value in LIMITS.items()} == dict(zip(found["id"], found["value"], strict=True))
    assert {"reason"} == set(found["reason"])


def test_methods_define_every_indicator(store: Store) -> None:
    """A definition in the reader's language for each indicator of the catalogue."""
    found = rows(store, "pages/methods__indicators", language="zh").set_index("indicator")

    assert "开庭审理" in found.loc["行政机关负责人出庭应诉率", "definition"]
    assert len(found) == len(rows(store, "pages/filters__indicators", language="zh"))


def test_methods_give_the_reason_of_every_neighbour(store: Store) -> None:
    """Nearest first within an indicator, with what the two differ in."""
    found = rows(store, "pages/methods__neighbours", language="en")

    of_handling = found[found["indicator"] == "Online-handling rate (items)"]
    expected = ["Online-handling rate (actual)", "Fully electronic company-registration rate"]
    assert expected == of_handling["neighbour"].tolist()
    assert of_handling["reason"].str.endswith(".").all()


def test_methods_source_every_reference_value(store: Store) -> None:
    """In the order of the catalogue, newest first, with its address."""
    given(store, benchmark(300, indicator_id=COUNT), benchmark(90))

    found = rows(store, "pages/methods__benchmarks", language="en")

    assert [90, 300] == found["value"].tolist()
    assert {"https://example.org/paper"} == set(found["source_url"])


def test_headlines_come_in_the_order_of_the_catalogue(store: Store) -> None:
    """The three large figures of the overview."""
    expected = [RATE, "reconsideration_resolution_rate", "online_handling_rate"]

    assert expected == rows(store, "pages/overview__headlines")["id"].tolist()


def test_trends_offer_what_the_places_state_longest(store: Store) -> None:
    """Reported years of the chosen places, most first; implied years and other places do not count."""
    given(
        store,
        *(count(7, year=year) for year in (2019, 2020, 2021)),
        observation(81, growth=1, growth_unit="points"),
        *(observation(90, year=year, locality=TUCHENGZI) for year in range(2015, 2021)),
    )

    found = rows(store, "pages/trends__richest", localities=[CHENGDONG], limit=5)
    one = rows(store, "pages/trends__richest", localities=[CHENGDONG], limit=1)

    assert [(COUNT, 3), (RATE, 1)] == list(found.itertuples(index=False, name=None))
    assert [COUNT] == one["id"].tolist()


def test_the_export_holds_every_cell_with_its_evidence(store: Store) -> None:
    """Reported, derived and implied cells, one row each, of the numbered snapshot."""
    growth = observation(90, year=2022, growth=2, growth_unit="points", evidence_phrase="提高2个百分点")
    given(store, *court_counts(7, 20), growth)

    found = rows(store, "pages/export__cells", language="en", from_code=None, to_code=None)

    shown = found[found["indicator_id"] == RATE].set_index("year")
    assert {2020: "derived", 2021: "implied", 2022: "reported"} == shown["origin"].to_dict()
    assert [["derived"], ["implied"], ["compared"]] == [list(each) for each in shown["verdicts"]]
    assert ("提高2个百分点", 7) == tuple(shown.loc[2022, ["evidence_phrase", "snapshot"]])
    assert 5 == len(found)


def test_every_cell_is_described_once(store: Store) -> None:
    """marts/described_cells: joining facts, reports and scopes neither drops nor doubles a cell."""
    given(store, *court_counts(7, 20, scope="departments"), observation(81, year=2021), count(7))

    described = rows(store, "marts/described_cells").set_index(["indicator_id", "year"])

    assert sorted(rows(store, "marts/cells")["observation_id"]) == sorted(described["observation_id"])
    assert ("政府部门", "区人民政府") == tuple(described.loc[(RATE, 2020), ["scope_zh", "publisher_zh"]])


def test_places_stand_beside_ours_by_how_much_compares(store: Store) -> None:
    """Most indicators first; one alone, a value that is not compared, and another level do not count."""
    counted = {"legal_aid_cases": 5, COUNT: 7, "case_files_reviewed": 9}
    every = {CHENGDONG: 3, KAIYUAN: 2, WANYUAN: 3, SHENYANG: 3, "440308": 1}
    given(
        store,
        *(
            count(value, indicator=indicator, locality=place, at=70 * n)
            for place, held in every.items()
            for n, (indicator, value) in enumerate([*counted.items()][:held])
        ),
    )

    assert [WANYUAN, KAIYUAN] == rows(store, "pages/overview__beside", locality=CHENGDONG, limit=7)["code"].tolist()
    assert [WANYUAN] == rows(store, "pages/overview__beside", locality=CHENGDONG, limit=1)["code"].tolist()
    assert [] == rows(store, "pages/overview__beside", locality="440308", limit=7)["code"].tolist()
