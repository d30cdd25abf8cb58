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


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_place_among_its_peers_has_a_row_an_indicator_with_its_evidence(language):
    app = opened("compare", place=GUANGDONG, chart="spine", lang=language)
    (figure,) = figures(app)
    rows, ours = figure["layout"]["yaxis"]["ticktext"], next(t for t in figure["data"] if t.get("name") == "values")

    assert [] == [*app.exception]
    assert len(rows) >= 5
    assert 1 <= len(ours["customdata"]) <= len(rows)
    assert {each[0] for each in ours["customdata"]} <= set(re.findall(r"evidence\?obs=(\w+)", "".join(html(app))))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_tile_map_has_every_province_and_outlines_ours(language):
    app = opened("compare", place="440300", show=MANY, chart="tiles", lang=language)
    (figure,) = figures(app)
    tiles, words = (next(t for t in figure["data"] if t.get("name") == name) for name in ("tiles", "labels"))
    ours = tiles["marker"]["line"]["width"].index(3)

    assert [] == [*app.exception]
    assert (34, "profile?place=440000") == (len(tiles["customdata"]), tiles["customdata"][ours][0])
    assert ("广东" if language == "zh" else "GD") in words["text"][ours]
    assert 21 <= len(set(re.findall(r"evidence\?obs=(\w+)", "".join(html(app)))))


def test_of_few_provinces_it_says_why_there_is_no_map():
    assert any("不画方块图" in each.value for each in opened("compare", place=GUANGDONG, show=FEW, chart="tiles").info)


def test_a_tile_map_goes_into_a_briefing_as_a_picture_and_as_bars():
    planned = PlannedView("compare", {"place": GUANGDONG, "show": MANY, "chart": "tiles"})
    (view,) = briefing_of(BriefingPlan(views=(planned,)), "zh", today=date(2026, 11, 25)).views

    assert ("bar", 34) == (view.chart.kind, len(view.table.rows))
    assert "各省级地区人大代表建议（2024年）" in view.figure().layout.title.text


def test_a_place_among_its_peers_goes_into_a_briefing_with_its_picture_and_its_table():
    planned = PlannedView("compare", {"place": GUANGDONG, "chart": "spine"})
    (view,) = briefing_of(BriefingPlan(views=(planned,)), "zh", today=date(2026, 11, 25)).views

    assert len(view.facts) == len(view.table.rows) == len(view.figure().layout.yaxis.ticktext)
    assert "广东在同类地区中的位置" in view.title


def test_a_chart_is_offered_where_it_would_show_something():
    assert any("分布 · 21 地" in each for each in chart_names(opened("compare", place=GUANGDONG, show=MANY)))
    assert not any("分布" in each for each in chart_names(opened("compare", place=CHENGDONG, show=FEW)))


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


def test_a_group_of_peers_is_offered_where_its_median_would_be_drawn():
    def offered(**address):
        return [box.label for box in opened("compare", **address).selectbox]

    assert "同类中位数" in offered(place=GUANGDONG, show=MANY)
    assert "同类中位数" not in offered(place=CHENGDONG, show=FEW)


def test_a_place_without_a_figure_has_no_trend_and_says_so():
    assert any("收录的报告中没有屯昌的数" in each.value for each in opened("trends", place="469022").info)


def test_the_years_in_which_our_place_states_something_come_first_with_how_much():
    years = opened("compare", place=GUANGDONG, show=MANY).selectbox(key="fh-years").options
    held = [each for each in years if "本地" in each]

    assert held == years[2 : 2 + len(held)]
    assert re.fullmatch(r"20\d\d · 本地 \d+ 项", held[0])
    assert any(each.isdigit() for each in years)


def test_the_years_without_figures_of_our_place_are_folded_but_the_newest_and_unfold_when_asked_for():
    app = opened("compare", place=GUANGDONG, show=MANY)
    folded = app.selectbox(key="fh-years").options
    unfolded = app.selectbox(key="fh-years").set_value("more").run().selectbox(key="fh-years")

    assert re.fullmatch(r"其余 \d+ 个无数的年度 ›", folded[-1])
    assert 2 == sum(each.isdigit() for each in folded)
    assert int(re.findall(r"\d+", folded[-1])[0]) == sum(each.isdigit() for each in unfolded.options) - 2
    assert "most" == unfolded.value
