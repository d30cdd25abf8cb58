"""The forms of a comparison on its page and in a briefing: each says where ours stands and leads to the evidence."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from drawn import CHENGDONG, figures, html, opened, served, words_on  # noqa: F401 (a fixture)

from faheng.briefing.made_briefing import briefing_of
from faheng.briefing.plan import BriefingPlan, PlannedView

pytestmark = pytest.mark.usefixtures("served")
GUANGDONG, MANY, FEW = "440000", "congress_proposals", "court_appearance_rate"


def chart_names(app):
    """What the chooser of the chart offers."""
    return next(list(box.options) for box in app.selectbox if box.label in ("图形", "Chart"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_distribution_shows_every_comparable_place_with_its_evidence(language):
    app = opened("compare", place=GUANGDONG, show=MANY, chart="spread", lang=language)
    (figure,) = figures(app)
    dots = next(trace for trace in figure["data"] if trace.get("name") == "values")
    linked = set(re.findall(r"evidence\?obs=(\w+)", "".join(html(app))))

    assert [] == [*app.exception]
    assert {each[0] for each in dots["customdata"]} == linked
    assert len(linked) >= 20
    assert ("987 件" if language == "zh" else "987 proposals") in words_on(app)
    assert len(json.dumps(figure)) < 300_000


def test_a_chart_is_offered_where_it_would_show_something():
    assert any("分布 · 21 地" in each for each in chart_names(opened("compare", place=GUANGDONG, show=MANY)))
    assert ["逐地排列"] == chart_names(opened("compare", place=CHENGDONG, show=FEW))


def test_of_few_places_it_says_why_there_is_no_distribution():
    app = opened("compare", place=CHENGDONG, show=FEW, chart="spread")

    assert [] == figures(app)
    assert any("不画分布" in each.value for each in app.info)


def test_a_distribution_goes_into_a_briefing_with_a_chart_that_can_be_edited():
    planned = PlannedView("compare", {"place": GUANGDONG, "show": MANY, "chart": "spread"})
    (view,) = briefing_of(BriefingPlan(views=(planned,)), "zh", today=date(2026, 11, 25)).views

    assert ("bar", len(view.facts)) == (view.chart.kind, sum(mark.value for mark in view.chart.series[0].marks))
    assert len(view.table.rows) == len(view.facts)
    assert "同级 21 地的分布（2024年）" in view.figure().layout.title.text
