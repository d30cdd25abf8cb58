"""对比: one indicator, or a family of neighbouring definitions, across places."""

from functools import partial

import streamlit as st

from faheng.briefing.basket import planned
from faheng.measures import Footing
from faheng.ui.charts import ShownChart, show_chart, shown_chart
from faheng.ui.choose import choose_chart, choose_family, choose_footing, choose_indicator, choose_peers, choose_theme
from faheng.ui.page import show
from faheng.ui.view import begin, renewed
from faheng.views.cached import remember
from faheng.views.catalogue import headlines
from faheng.views.choice import chosen_family, chosen_footing, chosen_indicator
from faheng.views.compared import RANKING, chosen_chart, compared_view
from faheng.views.view import View


def comparison(page: View) -> None:
    """Another indicator runs this alone: the filter bar above stays as it is."""
    view = renewed(page)
    chosen = chosen_indicator(view, default=headlines()[0])
    form = chosen_chart(view)
    members = [chosen] if form == "spine" else chosen_family(view, chosen)
    footing = chosen_footing(view, chosen)
    folded = len(members) > 1
    options, main = st.columns([1, 3], gap="large")
    # The charts go first: the reader waits for them and not for the choosers, which look as they did.
    with main:
        for place, member in enumerate(members):
            made = remember(
                partial(compared, member, footing, view, folded), "compare", member, footing, folded, *view.seen
            )
            show_chart(made, view, planned(view, "compare", show=member, family=""), place=place)
    with options:
        if form == "spine":
            choose_theme(view)
        else:
            choose_indicator(view, chosen)
        choose_chart(view, chosen)
        if form != "spine":
            choose_family(view, chosen)
            choose_footing(view, chosen)
        if form == RANKING:
            choose_peers(view, chosen)


def compared(indicator: str, footing: Footing, view: View, folded: bool) -> ShownChart | str:
    return shown_chart(compared_view(indicator, footing, view), view, folded=folded)


def content() -> None:
    show(partial(comparison, begin("compare", "beside", "years", "level", "province", "comparable")))


show(content)
