"""The briefing that a reader puts together page by page: the address of every page carries it along."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from faheng.briefing.plan import MOST_PARAMETERS, BriefingPlan, PlannedView
from faheng.briefing.plan_text import plan_or_empty
from faheng.views.view import View

__all__ = ["plan_in", "planned"]


def plan_in(view: View) -> BriefingPlan:
    """The briefing being put together; an empty one where the address holds a damaged one, which its page tells."""
    return plan_or_empty(view.selection.briefing)


def planned(view: View, page: str, **address: str) -> PlannedView:
    """The view as a briefing keeps it: its place said, what the address settles replaced or added."""
    kept = replace(view.selection, briefing="", language="zh").to_params()
    # An address of more names than a plan may hold was not written here; what the page settles has its place.
    room = MOST_PARAMETERS - len(address) - 1
    settled = {**dict(islice(kept.items(), room)), "place": view.ours, **address}
    return PlannedView(page, {name: value for name, value in settled.items() if value})
