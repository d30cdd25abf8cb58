"""Checks between reports, and what the pages read of findings: given rows, rows expected, in a real DuckDB."""

from __future__ import annotations

import json
from datetime import date

import pytest
from conftest import Store, given, rows, shipped_dataset
from factories import CHENGDONG, KAIYUAN, RATE, count, finding, observation, report

from faheng.checks.arithmetic.flow import FLOW
from faheng.checks.figures.report import ReportFigures
from faheng.checks.registry import findings_of
from faheng.model import Bound, Finding, PeriodKind, Severity, Status
from faheng.store.across import insert_findings_across
from faheng.store.findings import catalogue_of, finding_of_row
from faheng.store.read import Snapshot

YEARS = range(2018, 2022)


def across(store: Store) -> list[Finding]:
    """What reports say of each other."""
    insert_findings_across(store, catalogue_of(shipped_dataset()))
    held = store.execute("from finding")
    names = [column[0] for column in held.description or ()]
    return [finding_of_row(dict(zip(names, row, strict=True))) for row in held.fetchall()]


def summary(found: Finding) -> tuple[str, str, str, str]:
    return str(found.check), str(found.severity), found.stated, found.computed


def test_two_reports_that_differ_contradict_each_other(store: Store) -> None:
    """queries/checks/two_reports: beyond the printed precision."""
    one, other = count(100, report="a"), count(110, report="b")
    given(store, one, other)

    (found,) = across(store)
    assert ("two_reports", "contradiction", "100", "110") == summary(found)
    assert (one.id, other.id) == found.observation_ids
    assert "不同：100 件 和 110 件" in found.explanation_zh


def test_two_reports_that_agree_corroborate_each_other(store: Store) -> None:
    """2.1万 and 21,345 are one number, printed more and less finely."""
    rough = count(21000, report="a", value_text="2.1万")
    given(store, rough, count(21345, report="b"))

    assert [("two_reports", "holds", "21000", "21345")] == [summary(each) for each in across(store)]


@pytest.mark.parametrize(
    "other",
    [
        {"bound": Bound.AT_LEAST},
        {"scope": "civil"},
        {"status": Status.PROPOSED},
        {"year": 2019},
        {"period_start": date(2020, 6, 1), "period_kind": PeriodKind.PART_YEAR},
        {"locality": KAIYUAN},
    ],
    ids=lambda other: next(iter(other)),
)
def test_two_reports_on_other_things_are_not_compared(store: Store, other: dict) -> None:
    given(store, count(100, report="a"), count(50, report="b", **other))

    assert [] == across(store)


def test_a_growth_against_the_year_before(store: Store) -> None:
    """queries/checks/growth: the value before stands in another report; a fall is a growth below nothing."""
    given(store, count(80, year=2019), count(100, year=2020, growth=25), count(90, year=2021, growth=-20))

    assert [("growth", "holds", "100 +25%", "80: +25%"), ("growth", "doubtful", "90 −20%", "100: −10%")] == [
        summary(each) for each in across(store)
    ]


@pytest.mark.parametrize(
    ("before", "stated", "severity"),
    [
        (100, "增长近80%", ["holds"]),
        (100, "增长近70%", ["doubtful"]),
        (100, "增长约70%", ["holds"]),
        (100, "增长70%以上", ["holds"]),
        (100, "增长超过90%", ["doubtful"]),
        (100, "增长超过20%", []),
    ],
)
def test_a_growth_with_a_bound_against_the_year_before(
    store: Store, before: int, stated: str, severity: list[str]
) -> None:
    """Nearly is below and not above; a bound that is true and far off is no agreement."""
    bound = Bound.ABOUT if "近" in stated or "约" in stated else Bound.AT_LEAST
    growth = int("".join(filter(str.isdigit, stated)))
    after = count(176, year=2020, growth=growth, growth_bound=bound, evidence_phrase=f"办理建议176件，{stated}")
    given(store, count(before, year=2019), after)

    assert severity == [str(each.severity) for each in across(store)]


def test_the_sentence_says_how_the_growth_was_stated(store: Store) -> None:
    """With the arithmetic."""
    phrase = "办理建议176件，增长近70%"
    given(store, count(100, year=2019), count(176, growth=70, growth_bound=Bound.ABOUT, evidence_phrase=phrase))

    (found,) = across(store)
    assert "由上年报告的 100 到 176 为 +76%，报告却写近 70%" in found.explanation_zh
    assert "the report says nearly 70%" in found.explanation_en


def test_a_value_worked_back_proves_nothing(store: Store) -> None:
    """The value before is implied from the very growth; nothing is said of it, here or inside the report."""
    figures = [count(8891, year=2020, growth="22.41")]
    given(store, *figures)

    facts = ReportFigures("r", CHENGDONG, figures, catalogue_of(shipped_dataset()))
    assert [] == across(store)
    assert [] == findings_of(facts)


def test_a_rounded_value_before_leaves_the_growth_open(store: Store) -> None:
    """2.1万 after 1.7万 is anything from 15% to 33%."""
    before = count(17000, year=2019, value_text="1.7万")
    given(store, before, count(21000, year=2020, value_text="2.1万", growth=30))

    assert [] == across(store)


def test_a_growth_in_points(store: Store) -> None:
    given(store, observation(90, year=2019), observation(95, year=2020, growth=5, growth_unit="points"))

    assert [("growth", "holds")] == [summary(each)[:2] for each in across(store)]


def test_a_jump_against_the_own_history(store: Store) -> None:
    """queries/checks/jump: more than three times the greatest of at least three other years."""
    usual = [count(value, year=year) for value, year in zip((40, 50, 60), YEARS, strict=False)]
    given(store, *usual, count(200, year=2021))

    (found,) = across(store)
    assert ("jump", "note", "200", "40..60") == summary(found)


@pytest.mark.parametrize(
    ("values", "jumps"),
    [
        ((40, 50, 60, 170), 0),
        ((40, 50, 60, 13), 1),
        ((4, 5, 6, 28), 0),
        ((50, 60, 400), 0),
    ],
    ids=["not that far", "a third", "small counts", "too short a history"],
)
def test_what_is_no_jump(store: Store, values: tuple[int, ...], jumps: int) -> None:
    given(store, *(count(value, year=year) for value, year in zip(values, YEARS, strict=False)))

    assert jumps == len(across(store))


@pytest.mark.parametrize(("days", "jumps"), [("360", 0), ("300", 1)])
def test_a_jump_is_of_years_as_full_as_cells_need_them(store: Store, days: str, jumps: int) -> None:
    """A count to the end of October has 304 or 305 days, enough only where the limit says so."""
    store.execute("update setting set value = $days where id = 'full_year_min_days_count'", {"days": days})
    values = zip((40, 50, 60, 200), YEARS, strict=True)
    given(store, *(count(value, year=year, period_end=date(year, 10, 31)) for value, year in values))

    assert jumps == len(across(store))


def test_a_jump_of_a_rate_is_in_points(store: Store) -> None:
    given(store, *(observation(value, year=year) for value, year in zip((90, 92, 95, 60), YEARS, strict=True)))

    assert [("jump", "note", "60%", "90%..95%")] == [summary(each) for each in across(store)]


def test_values_that_cannot_be(store: Store) -> None:
    """queries/checks/range: less than nothing, more than all, later than its report."""
    given(
        store,
        report("a"),
        count(-4, report="a"),
        observation(104, report="a"),
        count(7, report="a", year=2022, indicator="law_study_sessions"),
    )

    assert {"negative", "above_all", "future"} == {each.computed for each in across(store)}
    assert {("range", "contradiction")} == {summary(each)[:2] for each in across(store)}


def test_the_findings_of_a_page(store: Store) -> None:
    """pages/checks__findings: names in the language asked for, the gravest first, each filter for itself."""
    rate, cases = observation(80), count(9, report="b", locality=KAIYUAN)
    first = finding(rate, severity="note")
    second = finding(cases, check=FLOW.name)
    given(store, rate, cases, first, second)
    every = {"severity": None, "check": None, "localities": None, "language": "zh"}

    shown = rows(store, "pages/checks__findings", **every)
    assert [second.id, first.id] == list(shown["id"])
    assert ["开原", "城东"] == list(shown["locality"])
    assert {"publisher", "published_on"} <= set(shown)
    assert [["人大代表建议"], ["行政机关负责人出庭应诉率"]] == [list(each) for each in shown["indicators"]]
    assert [[cases.id], [rate.id]] == [list(each) for each in shown["observation_ids"]]
    assert ["两数不符。"] * 2 == list(shown["explanation"])
    for one in ({"severity": "note"}, {"check": "stated_rate"}, {"localities": [CHENGDONG]}, {"language": "en"}):
        found = rows(store, "pages/checks__findings", **(every | one))
        assert [first.id] == list(found["id"])[-1:]
        assert "language" in one or len(found) == 1
    assert "They differ." == found["explanation"].iloc[0]


def test_a_finding_without_indicator_or_place_is_shown(store: Store) -> None:
    """A figure of the text that no observation holds, in a report whose place is known or not."""
    rate = observation(80)
    given(store, rate, finding(rate, indicators=(), observation_ids=(), locality_code=None))

    shown = rows(store, "pages/checks__findings", severity=None, check=None, localities=None, language="en")
    assert [[]] == [list(each) for each in shown["indicators"]]


def test_the_counts_of_findings(store: Store) -> None:
    """pages/checks__counts: by check and severity, for the places asked for."""
    rate, other = observation(80), observation(70, report="b", locality=KAIYUAN)
    given(store, rate, other, finding(rate), finding(other), finding(other, severity="note", stated="70%"))

    counted = rows(store, "pages/checks__counts", localities=None)
    assert [("contradiction", 2), ("note", 1)] == list(zip(counted["severity"], counted["findings"], strict=True))
    assert [("contradiction", 1)] == list(
        rows(store, "pages/checks__counts", localities=[CHENGDONG])[["severity", "findings"]].itertuples(index=False)
    )


def test_a_contradiction_disputes_the_figure_that_was_checked_alone(store: Store) -> None:
    """Not the counts that it was held against."""
    rate, cases = observation(99), count(51, indicator="court_appearances")
    given(store, rate, cases, finding(rate, cases))

    disputed = store.execute("select indicator_id from cells where list_contains(holding, 'disputed')").fetchall()
    assert [(RATE,)] == disputed


def test_the_shipped_store_holds_its_findings(shipped: Snapshot) -> None:
    """Two contradictions, each with its sentence in both languages and marks that can be drawn."""
    held = sorted({each.locality_code for each in shipped_dataset().reports if each.sha256})
    shown = shipped.rows("pages/checks__findings", severity=None, check=None, localities=held, language="zh")
    grave = shown[shown["severity"] == Severity.CONTRADICTION]

    assert {("kaiyuan", "attainability"), ("wanyuan-2022", "stated_rate")} == set(
        zip(grave["report_id"], grave["check"], strict=True)
    )
    assert shown["id"].is_unique
    assert all(json.loads(marks) for marks in shown["marks"])
    assert all(shown["explanation_zh"])
    assert all(shown["explanation_en"])
