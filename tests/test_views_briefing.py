"""A plan becomes a briefing of the published snapshot: the numbers are those of the queries."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import shown

from faheng.briefing.made_briefing import briefing_of
from faheng.briefing.plan import BriefingPlan, PlannedView
from faheng.store.read import Snapshot

PLACE, RATE = "630102", "court_appearance_rate"
TODAY = date(2026, 11, 25)


@pytest.fixture(autouse=True)
def published(shipped_folder, monkeypatch):
    """The shipped data are what is published."""
    monkeypatch.setenv("FAHENG_STORE", str(shipped_folder))


def made(*views, language="zh", **more):
    return briefing_of(BriefingPlan(views=views, **more), language, today=TODAY, address="http://127.0.0.1:8501/")


def test_a_comparison_has_chart_table_facts_and_picture_with_the_numbers_of_the_query(shipped: Snapshot):
    view = made(PlannedView("compare", {"place": PLACE, "show": RATE})).views[0]
    places = [fact.place for fact in view.facts]
    asked = shown(shipped, [PLACE], [RATE]).iloc[0]
    ours = next(fact for fact in view.facts if fact.place == asked["locality"])

    assert (asked["value"], asked["observation_id"]) == (ours.value, ours.observation)
    assert asked["value"] in [mark.value for series in view.chart.series for mark in series.marks if mark]
    assert len(places) == len(view.table.rows)


def test_every_value_that_is_reported_carries_its_phrase():
    facts = [fact for view in made(PlannedView("compare", {"place": PLACE, "show": RATE})).views for fact in view.facts]

    assert [] == [fact for fact in facts if fact.value is not None and not fact.phrases]
    assert all(len(phrase) <= 60 for fact in facts for phrase in fact.phrases)


def test_a_picture_says_what_it_is_where_from_when_made_and_where_to_find_it():
    view = made(PlannedView("compare", {"place": PLACE, "show": RATE})).views[0]
    figure = view.figure()
    told = "".join(each.text.replace("<br>", "") for each in figure.layout.annotations)

    assert view.title == figure.layout.title.text
    assert "来源：" in told
    assert "数据版本 1　2026年11月25日" in told
    assert f"compare?place={PLACE}&amp;show={RATE}" in told
    assert figure.layout.margin.b < figure.layout.height / 2


def test_a_link_opens_the_same_view():
    view = made(PlannedView("compare", {"show": RATE, "place": PLACE})).views[0]

    assert f"http://127.0.0.1:8501/compare?place={PLACE}&show={RATE}" == view.link


def test_a_trend_says_the_years_without_a_value():
    view = made(PlannedView("trends", {"place": "440311", "show": "congress_proposals"})).views[0]

    assert len(view.table.rows) > len([fact for fact in view.facts if fact.value is not None])
    assert "line" == view.chart.kind


def test_an_overview_is_a_table_without_a_chart():
    view = made(PlannedView("overview", {"place": PLACE})).views[0]

    assert view.chart is None
    assert 3 == len(view.table.rows)


def test_what_the_reports_cover_is_a_table_with_a_picture(shipped: Snapshot):
    """The counts are those of the query; the link opens the part of the overview."""
    view = made(PlannedView("overview", {"place": "211282", "part": "coverage"})).views[0]
    asked = shipped.rows("pages/overview__coverage", localities=["211282"], language="zh")
    ours = asked[asked["locality_code"] == "211282"]
    said = next(row for row in view.table.rows if row[0] == ours["locality"].iloc[0])

    assert [f"{n} / {of}" for n, of in zip(ours["reported"], ours["catalogue"], strict=True)] == list(said[2:])
    assert "part=coverage" in view.link
    assert view.figure is not None
    assert len(view.figure().data) >= 1


def test_what_explains_the_views_is_what_occurs_in_them():
    told = made(PlannedView("compare", {"place": PLACE, "show": RATE, "years": "latest"}))

    assert "行政机关负责人出庭应诉率" in [entry.name for entry in told.definitions]
    assert "期间不同" in [entry.name for entry in told.verdicts]
    assert len(told.verdicts) < 14


def test_title_message_and_cover_of_the_plan_stand_where_a_person_wrote_them():
    view = PlannedView("compare", {"place": PLACE, "show": RATE}, "我的标题", "我的结论")
    told = made(view, title="简报", unit="某局", day="2026-01-31")

    assert ("简报", "某局", "2026年1月31日") == (told.cover.title, told.cover.unit, told.cover.day)
    assert ("我的标题", "我的结论") == (told.views[0].title, told.views[0].message)


def test_without_a_title_the_cover_names_our_place_and_today():
    told = made(PlannedView("compare", {"place": PLACE, "show": RATE}))

    assert ("城东法治政府建设指标简报", "2026年11月25日", 1) == (told.cover.title, told.cover.day, told.snapshot)


def test_what_the_store_no_longer_holds_is_told():
    assert "nowhere" in made(PlannedView("compare", {"place": "nowhere"})).problems[0]


def test_english_is_english():
    told = made(PlannedView("compare", {"place": PLACE, "show": RATE}), language="en")

    assert "Places: " not in told.views[0].where
    assert told.views[0].title.isascii()
