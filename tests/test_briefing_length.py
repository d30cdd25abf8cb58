"""How long a briefing becomes, said before it is made."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pptx import Presentation

from faheng.briefing.length import BriefingLength, length_of
from faheng.briefing.made_briefing import briefing_of
from faheng.briefing.made_view import made_view
from faheng.briefing.plan import BriefingPlan, PlannedView
from faheng.exports.slides.file import pptx_bytes
from faheng.words.catalogue import words

RATE = "court_appearance_rate"
SEVEN = (
    PlannedView("compare", {"place": "630102", "show": RATE}),
    PlannedView("compare", {"place": "440308", "show": "congress_proposals"}),
    PlannedView("trends", {"place": "440308"}),
    PlannedView("trends", {"place": "211282", "show": "congress_proposals"}),
    PlannedView("overview", {"place": "630102"}),
    PlannedView("checks", {"place": "630102"}),
    PlannedView("profile", {"place": "440308"}),
)


@pytest.fixture(autouse=True)
def published(shipped_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped data are what is published."""
    monkeypatch.setenv("FAHENG_STORE", str(shipped_folder))


def length(plan: BriefingPlan) -> BriefingLength:
    """As a page says it."""
    return length_of(plan, [made_view(each, "zh") for each in plan.views])


def slides(plan: BriefingPlan) -> int:
    """How many the file has."""
    content = pptx_bytes(briefing_of(plan, "zh", today=date(2026, 11, 25)), words("zh"))
    return len(Presentation(io.BytesIO(content)).slides)


@pytest.mark.parametrize("views", [SEVEN, SEVEN[1:2], SEVEN[:1]], ids=["seven", "sound", "doubted"])
def test_the_slides_are_as_many_as_was_said(views: Sequence[PlannedView]) -> None:
    plan = BriefingPlan("题", views=tuple(views))

    assert BriefingLength(slides(plan), length(plan).pages, exact=True) == length(plan)
    assert length(plan).slides - 1 == length(replace(plan, sources=False)).slides


def test_seven_views_are_ten_slides_and_at_most_six_pages() -> None:
    told = length(BriefingPlan("题", views=SEVEN))

    assert 10 == told.slides
    assert told.pages <= 6


def test_an_appendix_is_estimated_and_makes_it_longer() -> None:
    plan = BriefingPlan("题", views=SEVEN)
    longer = length(replace(plan, appendix=True))

    assert not longer.exact
    assert longer.slides > length(plan).slides
    assert longer.pages > length(plan).pages


def test_nothing_has_no_length() -> None:
    assert BriefingLength(0, 0, exact=True) == length(BriefingPlan())
