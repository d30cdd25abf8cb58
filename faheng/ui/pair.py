"""Two places side by side -> the HTML of their table."""

from __future__ import annotations

from dataclasses import dataclass

from faheng.model import Cell
from faheng.ui.links import Hyperlink, evidence_href, link
from faheng.ui.markup import Markup, rendered
from faheng.ui.often import OftenSaid, often_said
from faheng.views.pair import Pair, PairLine, pair_message, pair_title
from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.periods import cell_period_text
from faheng.words.reports import reprint_label
from faheng.words.values import cell_text
from faheng.words.verdict_names import verdict_labels

__all__ = ["pair_markup"]


@dataclass(frozen=True, slots=True)
class SideCell:
    """What one of the two says: the value, or a verdict's word, with what stands below it and its evidence."""

    text: str
    beside: str
    href: str
    missing: bool


@dataclass(frozen=True, slots=True)
class SideLine:
    """One indicator: both sides and what stands between them. reason: why they are not set against each other."""

    compare: Hyperlink
    ours: SideCell
    theirs: SideCell
    difference: str
    reason: str


def pair_markup(shown: Pair, view: View) -> Markup:
    """The whole page as HTML."""
    say = view.say
    often = often_said((line.reason for line in shown.lines), say)
    return rendered(
        "pair",
        title=pair_title(shown, say),
        message=pair_message(shown, say),
        heads=[say("Indicator"), shown.ours, shown.theirs, say("Difference")],
        often=often.lines,
        chapters=[(name, [_line(line, often, say) for line in lines]) for name, lines in shown.compared_first],
    )


def _line(line: PairLine, often: OftenSaid, say: Words) -> SideLine:
    compare = link(line.ours.indicator, "compare", show=line.ours.indicator_id)
    return SideLine(
        compare, _side(line.ours, say), _side(line.theirs, say), line.difference, often.left_of(line.reason)
    )


def _side(cell: Cell, say: Words) -> SideCell:
    labels = (cell_period_text(cell, say), verdict_labels(cell, say), reprint_label(cell, say)) if cell.drawable else ()
    href = evidence_href(cell.observation_id or cell.proposed_observation_id)
    return SideCell(cell_text(cell, say), " · ".join(filter(None, labels)), href, not cell.drawable)
