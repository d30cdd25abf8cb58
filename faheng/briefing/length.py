"""How long the files of a plan become, said before anything is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from faheng.briefing.made_view import MadeView
from faheng.briefing.plan import BriefingPlan
from faheng.model import Severity

__all__ = ["BriefingLength", "length_of"]

_DOUBTS = (Severity.CONTRADICTION, Severity.DOUBTFUL)
# Rows of a table on a slide of the appendix, and at most so many slides of one table.
_ROWS, _MOST = 12, 3
# Half a page of the note holds a view, its first page what all of them say, its last one what to verify and sources.
_VIEWS_ON_A_PAGE = 2


@dataclass(frozen=True)
class BriefingLength:
    """slides: of the deck. pages: of the note, about. exact: whether the slides are counted, or estimated too."""

    slides: int
    pages: int
    exact: bool


def length_of(plan: BriefingPlan, made: Sequence[MadeView]) -> BriefingLength:
    """The length of the files; made: the views of the plan as they are today.

    A deck has a cover, a slide a view, one of what must be verified where there is something, and one of the sources.
    An appendix is estimated: how many phrases a slide holds shows when it is made.
    """
    if not plan.views:
        return BriefingLength(0, 0, exact=True)
    doubted = any(cell.finding_severity in _DOUBTS for each in made for cell in each.cells)
    slides = 1 + len(plan.views) + doubted + plan.sources
    pages = 1 + -(-len(plan.views) // _VIEWS_ON_A_PAGE) + plan.sources
    if not plan.appendix:
        return BriefingLength(slides, pages, exact=True)
    # contents, definitions and verdicts, a table a chart, the phrases of all
    tables = sum(min(-(-len(each.cells) // _ROWS), _MOST) for each in made if each.chart is not None)
    phrases = -(-sum(cell.drawable for each in made for cell in each.cells) // _ROWS)
    return BriefingLength(slides + 3 + tables + phrases, pages + tables + phrases, exact=False)
