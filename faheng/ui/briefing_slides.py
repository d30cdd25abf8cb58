"""The slides of a briefing as its page shows them: one beside the fields of each view, the others around them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from faheng.briefing.made_briefing import briefing_of
from faheng.briefing.plan import BriefingPlan
from faheng.briefing.plan_text import packed
from faheng.exports.slides.template import Template
from faheng.ui.markup import Markup
from faheng.ui.slides import slide_picture
from faheng.views.cached import remember
from faheng.views.view import View

__all__ = ["ShownSlides", "shown_slides"]


@dataclass(frozen=True)
class ShownSlides:
    """Small pictures. views: that of each view; others: those after the views; count: of all slides of the file."""

    views: tuple[Markup, ...]
    others: tuple[Markup, ...]
    count: int


def shown_slides(plan: BriefingPlan, view: View, own: Template | None) -> ShownSlides:
    """The slides as the file will hold them; own: a presentation whose layouts they take. Made once for a plan."""
    look = sha256(own.content).hexdigest() if own else ""
    return remember(lambda: _shown(plan, view, own), "slides", packed(plan), view.language, look, date.today())


def _shown(plan: BriefingPlan, view: View, own: Template | None) -> ShownSlides:
    from faheng.exports.slides.drawn import drawn_slides  # noqa: PLC0415 (a reader needs no library of slides)
    from faheng.exports.slides.file import made_deck  # noqa: PLC0415 (as above)

    briefing = briefing_of(plan, view.selection.language, today=date.today())
    deck = made_deck(briefing, view.say, own)
    charts = [chart for each in briefing.views for chart in each.charts]
    pictures = [slide_picture(each) for each in drawn_slides(deck.presentation, charts)]
    after = max(deck.view_slides, default=0) + 1
    return ShownSlides(tuple(pictures[i] for i in deck.view_slides), tuple(pictures[after:]), len(pictures))
