"""The page of the briefing: what it lists, what it lets a reader change, and what it hands over."""

from __future__ import annotations

import pytest
from damaged import RAW, folded
from drawn import CHENGDONG, YANTIAN, html, opened, served, text, words_on  # noqa: F401 (a fixture)

from faheng.briefing.plan import BriefingPlan, PlannedView
from faheng.briefing.plan_text import packed, unpacked

pytestmark = pytest.mark.usefixtures("served")
COMPARE = PlannedView("compare", {"place": CHENGDONG, "show": "court_appearance_rate"})
TRENDS = PlannedView("trends", {"place": YANTIAN, "show": "congress_proposals"}, "十一年的人大建议", "比上年少 5 件。")
CHECKS = PlannedView("checks", {"place": CHENGDONG})
PLAN = BriefingPlan("季度简报", "某区司法局", views=(COMPARE, TRENDS))


def briefing(plan: BriefingPlan = PLAN, **address: str):
    return opened("briefing", briefing=packed(plan), **address)


def inputs(app) -> dict[str, str]:
    return {each.label: each.value for each in (*app.text_input, *app.text_area)}


def slides(app) -> list[str]:
    """What each slide of the page says."""
    return [text(body) for body in html(app) if body.startswith('<div class="fh-slide"')]


def test_each_view_shows_its_words_as_they_will_stand():
    """What the reader wrote, and what the data say otherwise, are texts to be edited; the slide says the same."""
    app = briefing()
    shown = inputs(app)

    assert ("季度简报", "某区司法局") == (shown["标题"], shown["落款单位"])
    assert "行政机关负责人出庭应诉率 72.7%，低于青海" == shown["第 1 项标题"]
    assert shown["第 1 项要点"].startswith("城东 72.7%")
    assert ("十一年的人大建议", "比上年少 5 件。") == (shown["第 2 项标题"], shown["第 2 项要点"])
    for said, slide in zip(((1, "72.7%"), (2, "比上年少 5 件。")), slides(app), strict=False):
        assert shown[f"第 {said[0]} 项标题"] in slide
        assert said[1] in slide


def test_what_stands_by_itself_is_not_written_down():
    """It goes on with the data; an emptied field gets it back."""
    app = briefing()
    usual = app.text_input(key="fh-briefing-title-0").value
    for typed in ("出庭率偏低", usual, "出庭率偏低", ""):
        app.text_input(key="fh-briefing-title-0").set_value(typed).run()
        assert (typed or usual) == app.text_input(key="fh-briefing-title-0").value
        assert (typed or usual) in slides(app)[0]


def test_the_appendix_is_a_choice():
    """More slides with it, fewer without the sources; the page says how many."""
    app = briefing()
    said = [next(each for each in map(text, html(app)) if each.startswith("演示文稿共"))]
    for part in ("appendix", "sources"):
        app.checkbox(key=f"fh-briefing-{part}").set_value(part == "appendix").run()
        said.append(next(each for each in map(text, html(app)) if each.startswith("演示文稿共")))
    usual, longer, without = (int(each.split()[1]) for each in said)

    assert usual < longer
    assert without < longer


def test_files_of_every_kind_are_offered():
    labels = [each.proto.label for each in briefing().get("download_button")]

    assert {
        "演示文稿（PPTX）",
        "文字材料（DOCX）",
        "工作簿（XLSX）",
        "数据表（CSV）",
        "数据包（ZIP）",
        "保存简报文件",
    } <= set(labels)


def titles(app) -> list[str]:
    return [each.value for each in app.text_input if "项标题" in each.label]


def test_views_are_moved_and_taken_out():
    """The buttons change the plan that the page keeps."""
    app = briefing()
    app.button(key="fh-briefing-down-0").click().run()
    assert ["十一年的人大建议", "行政机关负责人出庭应诉率 72.7%，低于青海"] == titles(app)

    app.button(key="fh-briefing-out-0").click().run()
    assert ["行政机关负责人出庭应诉率 72.7%，低于青海"] == titles(app)
    assert not app.exception


def test_a_title_that_is_typed_stays():
    app = briefing()
    app.text_input(key="fh-briefing-title-0").set_value("出庭应诉率").run()

    assert "出庭应诉率" == app.text_input(key="fh-briefing-title-0").value
    assert "比上年少 5 件。" == app.text_area(key="fh-briefing-message-1").value


def test_a_day_in_chinese_is_taken_and_no_day_is_told():
    """What cannot be read leaves the briefing as it was."""
    app = briefing()
    app.text_input(key="fh-briefing-day").set_value("2026年11月26日").run()
    assert ("2026-11-26", []) == (app.text_input(key="fh-briefing-day").value, [*app.warning])

    app.text_input(key="fh-briefing-day").set_value("明天").run()
    assert ["“明天”不是日期，请写作 2026-01-31。"] == [each.value for each in app.warning]
    assert "十一年的人大建议" == app.text_input(key="fh-briefing-title-1").value


def test_a_long_message_is_cut_not_lost():
    app = briefing()
    app.text_area(key="fh-briefing-message-0").set_value("长" * 500).run()

    assert "长" * 200 == app.text_area(key="fh-briefing-message-0").value


def test_paper_has_the_views_as_a_list():
    """Fields are not printed."""
    markup = next(body for body in html(briefing()) if "fh-on-paper" in body)

    assert "十一年的人大建议" in text(markup)
    assert "比上年少 5 件。" in text(markup)


def test_a_place_that_is_gone_is_told_at_its_view():
    app = briefing(BriefingPlan(views=(PlannedView("compare", {"place": "999999", "show": "decisions_major"}),)))

    assert any("999999" in each.value for each in app.caption)
    assert not app.exception


def test_a_damaged_briefing_is_one_sentence():
    app = opened("briefing", briefing="damaged")

    assert ["网址中的简报已损坏，请重新复制完整网址，或打开简报文件。"] == [each.value for each in app.warning]
    assert "加入简报" in words_on(app)


@pytest.mark.parametrize("name", ["deep closed", "long number", "half a character"])
def test_a_damaged_briefing_leaves_the_basket_empty_and_the_session_goes_on(name):
    """Each of these once stayed in the basket and broke every page after it."""
    app = opened("briefing", briefing=folded(RAW[name]))
    assert 1 == len(app.warning)

    app.switch_page("pages/compare.py").run()
    assert not app.exception
    assert [] == list(app.warning)
    assert ["compare"] == [each.page for each in unpacked(link_in(app, "加入简报").partition("briefing=")[2]).views]


@pytest.mark.parametrize("page", ["overview", "compare", "trends", "checks"])
def test_a_chart_goes_into_the_briefing_by_a_link(page):
    """The link holds the longer plan; where the view is in it already it leads to the briefing."""
    added = link_in(opened(page, place=CHENGDONG), "加入简报")
    plan = unpacked(added.partition("briefing=")[2])
    assert [page] == [each.page for each in plan.views]
    assert CHENGDONG == plan.views[0].address["place"]

    again = opened(page, place=CHENGDONG, briefing=packed(plan))
    assert "briefing?" == link_in(again, "已加入简报（1 项）›")


def link_in(app, label: str) -> str:
    """Where the first link of this label leads."""
    markup = next(body for body in html(app) if label in text(body))
    return markup.split(f">{label}")[0].rpartition('href="')[2].rstrip('"')
