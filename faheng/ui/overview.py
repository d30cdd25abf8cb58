"""The parts of the overview, each remembered for its view; and the first page made before anybody asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from faheng.charts.look import LIGHT
from faheng.errors import FahengError
from faheng.ui.beneath import reasons
from faheng.ui.charts import ShownChart, shown_chart
from faheng.ui.headlines import headline_cards
from faheng.ui.markup import Markup
from faheng.ui.matrix import cell_matrix
from faheng.views.cached import remember
from faheng.views.catalogue import headlines as headline_indicators
from faheng.views.coverage import coverage_view
from faheng.views.selection import Selection
from faheng.views.view import View, example, known, view_of

__all__ = ["coverage", "headlines", "make_first", "matrix"]


def headlines(view: View) -> Markup:
    """The headline cards as HTML."""
    return remember(partial(headline_cards, headline_indicators(), view), "headlines", *view.seen)


def matrix(chosen: Sequence[str], view: View) -> Markup:
    """The headline and the chosen indicators by place, and why some are not compared, as HTML."""
    return remember(partial(_matrix, [*headline_indicators(), *chosen], view), "matrix", *view.seen)


def coverage(view: View) -> ShownChart | str:
    """How much of the catalogue each report states."""
    return remember(lambda: shown_chart(coverage_view(view), view), "coverage", *view.seen)


def make_first() -> None:
    """Make what a reader without an address sees first, while the browser is still loading.

    A store that cannot be read is told by the page itself, which asks again.
    """
    try:
        known()
        first = example("zh")
        if first is None:
            return
        view = view_of(Selection(), first.code)
        headlines(view), matrix([], view)
        shown = coverage(view)
    except FahengError:
        return
    if isinstance(shown, ShownChart):
        shown.view.figure(LIGHT)


def _matrix(indicators: list[str], view: View) -> Markup:
    cells = view.cells(indicators)
    return cell_matrix(cells, view) + reasons(cells, view)
