"""趋势: indicators over the years, broken where years or definitions change."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from faheng.briefing.basket import planned
from faheng.ui.charts import ShownChart, show_chart, shown_chart
from faheng.ui.choose import choose_indicators, choose_peers, choose_span
from faheng.ui.page import show
from faheng.ui.view import begin
from faheng.views.cached import remember
from faheng.views.trend import MOST_PANELS, chosen_span, chosen_trends, trend_view
from faheng.views.view import View


def content() -> None:
    view = begin("trends", "beside", "comparable")
    options, main = st.columns([1, 3], gap="large")
    with options:
        chosen = chosen_trends(view)
        choose_indicators(view.say("Indicators"), view, most=MOST_PANELS, standing=chosen)
        choose_span(view)
        years = chosen_span(view)
        if len(chosen) == 1:
            choose_peers(view, chosen[0], years)
    with main:
        made = remember(partial(over_years, chosen, years, view), "trends", *chosen, *years, *view.seen)
        show_chart(made, view, planned(view, "trends", show=".".join(chosen)))


def over_years(chosen: Sequence[str], years: Sequence[int], view: View) -> ShownChart | str:
    return shown_chart(trend_view(chosen, years, view), view)


show(content)
