"""A briefing's plan: kept as a file and as a parameter of the address; what is wrong with one is told in a line."""

from __future__ import annotations

import base64
import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faheng.briefing.plan import MOST_VIEWS, PAGES, BriefingPlan, PlannedView, iso_day
from faheng.briefing.plan_text import packed, plan_of, plan_text, unpacked
from faheng.errors import PlanFault

BOMB = base64.urlsafe_b64encode(zlib.compress(b"0" * 200_000)).decode()
short = st.text(max_size=200)
views = st.builds(
    PlannedView,
    st.sampled_from(PAGES),
    st.dictionaries(st.text(max_size=8), st.text(max_size=20), max_size=4),
    short,
    short,
)
plans = st.builds(BriefingPlan, short, short, st.dates().map(str) | st.just(""), st.lists(views, max_size=6).map(tuple),
    st.booleans(), st.booleans())  # fmt: skip
COMPARE = PlannedView("compare", {"place": "630102", "show": "court_appearance_rate"})
TRENDS = PlannedView("trends", {"place": "440308"}, "逐年变化", "三年上升。")


@given(plans)
def test_a_plan_comes_back_from_its_file_and_its_address(plan: BriefingPlan) -> None:
    """Whatever was typed into titles and messages."""
    assert plan == plan_of(plan_text(plan), "briefing.json") == unpacked(packed(plan))


def test_an_address_has_only_signs_that_stay_themselves() -> None:
    assert "" == packed(BriefingPlan())
    assert packed(BriefingPlan("简报", views=(COMPARE, TRENDS))).replace("-", "").replace("_", "").isalnum()


def test_twelve_views_fit_an_address() -> None:
    """Browsers and mail programs take 2,000 characters."""
    plan = BriefingPlan("法治政府建设主要指标对比", "某区司法局")
    for n in range(12):
        plan = plan.with_view(
            PlannedView("compare", {"place": "630102", "show": f"indicator_number_{n}", "years": "2020"})
        )

    assert len(plan.views) == 12
    assert len(packed(plan)) < 1000


def test_a_plan_of_before_stands_without_appendix_and_with_sources() -> None:
    plan = plan_of('{"faheng_briefing": 1, "title": "题"}', "b.json")

    assert (False, True) == (plan.appendix, plan.sources)
    assert "appendix" not in plan_text(plan)


def test_a_view_is_added_once_moved_and_taken_out() -> None:
    plan = BriefingPlan().with_view(COMPARE).with_view(TRENDS).with_view(COMPARE)

    assert (COMPARE, TRENDS) == plan.views
    assert (TRENDS, COMPARE) == plan.moved(0, 1).views == plan.moved(1, -1).views
    assert plan == plan.moved(0, -1) == plan.moved(1, 1)
    assert (TRENDS,) == plan.without_view(0).views
    assert ("甲", "乙") == (plan.with_texts(0, title="甲", message="乙").views[0].title,
                          plan.with_texts(0, title="甲", message="乙").views[0].message)  # fmt: skip


def test_a_full_plan_takes_no_more() -> None:
    plan = BriefingPlan()
    for n in range(MOST_VIEWS + 3):
        plan = plan.with_view(PlannedView("compare", {"show": str(n)}))

    assert len(plan.views) == MOST_VIEWS


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ("{", "b.json: line 1 is no JSON"),
        ("[]", "it is no briefing"),
        ({"faheng_briefing": 2}, "version 2"),
        ({"faheng_briefing": 1, "views": {}}, "views is no list"),
        ({"faheng_briefing": 1, "appendix": "yes"}, "appendix is neither true nor false"),
        ({"faheng_briefing": 1, "sources": 1}, "sources is neither true nor false"),
        ({"faheng_briefing": 1, "day": "yesterday"}, "day 'yesterday' is no date"),
        ({"faheng_briefing": 1, "title": "长" * 201}, "title is no text of at most 200"),
        ({"faheng_briefing": 1, "views": [{"page": "trends"}, {"page": "import"}]}, "view 2: it names no page"),
        ({"faheng_briefing": 1, "views": [{"page": "trends", "address": {"place": 1}}]}, "view 1: address"),
        ({"faheng_briefing": 1, "views": [{"page": "trends", "message": None}]}, "view 1: message is no text"),
    ],
)
def test_a_faulty_file_is_told_in_one_line(held: object, said: str) -> None:
    text = held if isinstance(held, str) else json.dumps(held)
    with pytest.raises(PlanFault) as fault:
        plan_of(text, "b.json")

    assert said in str(fault.value)
    assert "\n" not in str(fault.value)


@pytest.mark.parametrize(
    "text",
    ["%%%", "abc", packed(BriefingPlan("题", views=(COMPARE,)))[:-6], BOMB],
    ids=["signs", "letters", "cut", "bomb"],
)  # fmt: skip
def test_a_damaged_address_is_refused(text: str) -> None:
    with pytest.raises(PlanFault):
        unpacked(text)


@pytest.mark.parametrize(
    "typed", ["2026-1-5", "2026-01-05", "2026/1/5", "2026.01.05", "2026年1月5日", " 2026年01月05日 "]
)
def test_a_day_is_taken_as_it_is_typed(typed: str) -> None:
    assert "2026-01-05" == iso_day(typed)


@pytest.mark.parametrize(("typed", "day"), [("", ""), ("明天", None), ("11月26日", None), ("2026-02-30", None)])
def test_what_is_no_day_is_told_apart_from_nothing(typed: str, day: str | None) -> None:
    assert day == iso_day(typed)
