"""The parts of the overview, each remembered for its view; and the first page made before anybody asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from faheng.charts.look import LIGHT
from faheng.errors import FahengError
from faheng.ui.beneath import reasons
from faheng.ui.charts import ShownChart, shown_chart
from faheng.ui.drawn import drawn_figure
from faheng.ui.headlines import headline_cards
from faheng.ui.links import link
from faheng.ui.markup import NOTHING, Markup, rendered
from faheng.ui.matrix import cell_matrix
from faheng.views.cached import remember
from faheng.views.catalogue import headlines as headline_indicators
from faheng.views.coverage import coverage_view
from faheng.views.matrix import matrix_indicators, matrix_view
from faheng.views.news import latest_news
from faheng.views.opening import card_indicators, opening
from faheng.views.profile import profile
from faheng.views.selection import Selection
from faheng.views.view import View, example, known, view_of

__all__ = ["changed_lately", "coverage", "first_sentences", "headlines", "make_first", "matrix"]


def first_sentences(view: View) -> Markup:
    """What a leader should know first, each sentence with a link to where it is drawn; nothing where none is held."""
    plain = view.of_any_indicator
    return remember(partial(_first_sentences, plain), "opening", *plain.seen)


def changed_lately(view: View) -> Markup:
    """What the published version changed, each line with a link to its place; nothing where there is no news."""
    return remember(partial(_changed_lately, view), "news", view.ours, view.language)


def headlines(view: View) -> Markup:
    """The headline cards as HTML; an indicator that our place states takes the card of a headline that it does not."""
    plain = view.of_any_indicator
    return remember(partial(_headlines, plain), "headlines", *plain.seen)


def matrix(chosen: Sequence[str], view: View) -> Markup:
    """The headlines, what compares and the chosen indicators by place, and why some are not compared, as HTML."""
    plain = view.of_any_indicator
    return remember(partial(_matrix, chosen, plain), "matrix", *chosen, *plain.seen)


def coverage(view: View) -> ShownChart | str:
    """How much of the catalogue each report states."""
    plain = view.of_any_indicator
    return remember(lambda: shown_chart(coverage_view(plain), plain), "coverage", *plain.seen)


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
        first_sentences(view), headlines(view), changed_lately(view), matrix([], view)
        shown = coverage(view)
    except FahengError:
        return
    if isinstance(shown, ShownChart):
        drawn_figure(shown.view, LIGHT)


def _headlines(view: View) -> Markup:
    return headline_cards(card_indicators(headline_indicators(), profile(view), view), view)


def _first_sentences(view: View) -> Markup:
    told = opening(profile(view), view)
    links = [
        (each.text, link("", each.page, **({"show": each.indicator} if each.indicator else {})).href) for each in told
    ]
    return rendered("opening", sentences=links) if links else NOTHING


def _changed_lately(view: View) -> Markup:
    told, say = latest_news(view), view.say
    if told is None:
        return NOTHING
    lines = [link(each.text, each.page, **dict(each.address)) for each in told.lines]
    if told.more:
        lines.append(link(say.count("{n} further change ›", "{n} further changes ›", told.more), "publish"))
    return rendered("news", title=say("What the version of {day} changed", day=told.day), lines=lines)


def _matrix(chosen: Sequence[str], view: View) -> Markup:
    among = matrix_view(view)
    indicators = matrix_indicators(headline_indicators(), profile(view), among)
    cells = among.cells(list(dict.fromkeys([*indicators, *chosen])))
    return cell_matrix(cells, among) + reasons(cells, among)
