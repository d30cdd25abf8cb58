"""A briefing before it is made: its cover and, in order, the views that go into it, each by its address.

A view without a title or message of its own takes those of the chart, worded from the data when the briefing is made.
How a plan is kept and handed on stands in faheng.briefing.plan_text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from faheng.views import pages

__all__ = [
    "LONGEST_TEXT",
    "MOST_PARAMETERS",
    "MOST_VIEWS",
    "PAGES",
    "BriefingPlan",
    "PlannedView",
    "iso_day",
]

# The pages whose views a briefing can hold.
PAGES = tuple(page.name for page in pages.PAGES if page.form is not None)
MOST_VIEWS, MOST_PARAMETERS = 40, 40
LONGEST_TEXT = 200
_TYPED_DAY = re.compile(r"([0-9]{4})[-/.\u5e74]([0-9]{1,2})[-/.\u6708]([0-9]{1,2})\u65e5?")


@dataclass(frozen=True)
class PlannedView:
    """One view: the page, the parameters of its address, and the title and message that stand in its place."""

    page: str
    address: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    message: str = ""


@dataclass(frozen=True)
class BriefingPlan:
    """What a briefing is made from. day: as an ISO date, "" for the day on which it is made.

    appendix: whether the tables behind the charts, the definitions and the phrases of the reports follow the views.
    sources: whether the reports are listed at the end.
    """

    title: str = ""
    unit: str = ""
    day: str = ""
    views: tuple[PlannedView, ...] = ()
    appendix: bool = False
    sources: bool = True

    def with_view(self, view: PlannedView) -> BriefingPlan:
        """The plan with one more view at its end; the plan itself where the view is in it already or it is full."""
        same = any((each.page, dict(each.address)) == (view.page, dict(view.address)) for each in self.views)
        return self if same or len(self.views) >= MOST_VIEWS else replace(self, views=(*self.views, view))

    def without_view(self, place: int) -> BriefingPlan:
        """The plan without the view at this place."""
        return replace(self, views=(*self.views[:place], *self.views[place + 1 :]))

    def moved(self, place: int, by: int) -> BriefingPlan:
        """The plan with the view at this place moved up (by -1) or down (by 1); as it is at either end."""
        views = list(self.views)
        to = min(max(place + by, 0), len(views) - 1)
        views.insert(to, views.pop(place))
        return replace(self, views=tuple(views))

    def with_texts(self, place: int, *, title: str, message: str) -> BriefingPlan:
        """The plan with another title and message for the view at this place."""
        views = list(self.views)
        views[place] = replace(views[place], title=title[:LONGEST_TEXT], message=message[:LONGEST_TEXT])
        return replace(self, views=tuple(views))


def iso_day(text: str) -> str | None:
    """A day as it is typed (2026-1-31, 2026/1/31, 2026.1.31, in Chinese) as an ISO date; "" stays; None for no day."""
    if not text:
        return ""
    typed = _TYPED_DAY.fullmatch(text.strip())
    try:
        return date(*map(int, typed.groups())).isoformat() if typed else None
    except ValueError:
        return None
